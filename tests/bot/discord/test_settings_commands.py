"""/settings: where the bot answers, in which language, with how many quotes, from which shared collections."""

import dataclasses
import string
from collections.abc import AsyncIterator
from datetime import date
from functools import partial
from pathlib import Path

import discord
import pytest
import pytest_asyncio
import simcord
from discord import app_commands
from hypothesis import given
from hypothesis import strategies as st
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from answer.dates import find_dates
from bot.desk import LIBRARY, Desk
from bot.discord_bot.client import Footnote
from bot.discord_bot.languages.check_texts import CheckTexts
from bot.discord_bot.languages.choice import texts
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.german import COMMANDS, GERMAN
from bot.discord_bot.languages.german_dates import in_german
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.server_settings import ServerSettings
from bot.settings import Settings
from corpus.documents import Document
from tests.bot.discord.test_commands import ANSWER, QUESTION, embed_of
from tests.bot.discord.test_corpus_commands import moderated
from tests.bot.discord.test_message import quoted
from tests.bot.discord.test_messages import answered, me

LISTENING = discord.Intents.default() | discord.Intents(message_content=True)


@pytest_asyncio.fixture
async def simcord_bot(data: Path, request: pytest.FixtureRequest) -> AsyncIterator[Footnote]:
    """A bot whose host has switched on reading all messages, where a test asks for it."""
    listens = request.node.get_closest_marker("simcord") is not None
    bot = Footnote(Settings(data=data, message_content=listens), partial(Desk, data))
    yield bot
    await bot.workers.close(seconds=5)


async def ask(who: MemberActor, channel: ChannelHandle, question: str = QUESTION) -> discord.Embed:
    return embed_of(await who.slash(channel, "ask", question=question))


async def test_without_choices_everything_is_the_default(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    result = await manager.slash(channel, "settings show")
    assert result.ephemeral
    told = embed_of(result).description or ""
    assert "**Quotes in an answer:** the default (3)" in told
    assert "**Language of my own texts:** Discord's (English)" in told


async def test_german_is_spoken_where_it_is_chosen(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.slash(channel, "settings language", language="de")
    embed = await ask(manager, channel)
    assert embed.title == "Montag, 13. Mai 2019"
    assert ANSWER in quoted(embed.description or "")
    missing = await ask(manager, channel, "who was the first zeppelin pilot of Quxland")
    assert (missing.description or "").startswith(GERMAN.no_answer)


async def test_a_server_that_discord_has_in_german_is_answered_in_german(simcord_env: simcord.Env) -> None:
    guild = simcord_env.create_guild("Hafen", preferred_locale="de")
    somebody = guild.add_member(simcord_env.create_user("jemand"))
    assert (await ask(somebody, guild.create_text_channel("fragen"))).title == "Montag, 13. Mai 2019"


async def test_one_server_s_choice_is_no_other_s(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.slash(channel, "settings language", language="de")
    _, elsewhere, stranger = moderated(simcord_env, "South")
    assert (await ask(stranger, elsewhere)).title == "Monday 13 May 2019"


async def test_settings_survive_a_restart(simcord_env: simcord.Env, data: Path) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.slash(channel, "settings language", language="de")
    bot = Footnote(Settings(data=data), partial(Desk, data))
    await simcord_env.restart_bot(bot)
    assert (await ask(manager, channel)).title == "Montag, 13. Mai 2019"
    await bot.workers.close(seconds=5)


async def test_as_many_quotes_as_chosen(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.slash(channel, "settings quotes", most=1)
    embed = await ask(manager, channel, "lorries")
    assert len(quoted(embed.description or "")) == 1


async def test_in_a_silent_channel_mentions_are_not_answered_publicly(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.slash(channel, "settings silent", channel=channel, on=True)
    before = len(channel.history())
    await manager.send(channel, f"{me(simcord_env)} {QUESTION}")
    assert len(channel.history()) == before + 1
    assert answered(manager.user.dm_channel).embeds[0].description == ENGLISH.silent_here


async def test_in_a_silent_channel_commands_answer_privately(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.slash(channel, "settings silent", channel=channel, on=True)
    assert (await manager.slash(channel, "ask", question=QUESTION)).ephemeral


async def test_listening_needs_the_host_s_consent(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    result = await manager.slash(channel, "settings listen", channel=channel, on=True)
    assert embed_of(result).description == ENGLISH.settings_needs_intent


@pytest.mark.simcord(approved_intents=LISTENING)
async def test_where_the_bot_listens_every_message_is_a_question(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.send(channel, QUESTION)
    assert len(channel.history()) == 1
    await manager.slash(channel, "settings listen", channel=channel, on=True)
    await manager.send(channel, QUESTION)
    assert ANSWER in quoted(answered(channel).embeds[0].description or "")


@pytest.mark.simcord(approved_intents=LISTENING)
async def test_where_the_bot_listens_small_talk_is_left_alone(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.slash(channel, "settings listen", channel=channel, on=True)
    before = len(channel.history())
    await manager.send(channel, "lol nice one")
    assert len(channel.history()) == before + 1


async def stock(env: simcord.Env, collection: str) -> None:
    """A shared collection with a document of its own."""
    assert isinstance(env.bot, Footnote)
    document = Document(collection, f"The {collection} keeps its lamps in the long shed by the quay.")
    await env.bot.workers.writer.run(lambda desk: desk.add([document], collection=collection), seconds=5)


async def test_where_there_is_no_library_nothing_is_read_until_a_collection_is_chosen(
    simcord_env: simcord.Env,
) -> None:
    await stock(simcord_env, "museum")
    assert isinstance(simcord_env.bot, Footnote)
    await simcord_env.bot.workers.writer.run(lambda desk: desk.delete(LIBRARY), seconds=20)
    _, channel, manager = moderated(simcord_env, "North")
    question = "where does the museum keep its lamps"
    assert ((await ask(manager, channel, question)).description or "").startswith(ENGLISH.no_answer)
    assert ENGLISH.help in (embed_of(await manager.slash(channel, "help")).description or "")
    status = embed_of(await manager.slash(channel, "corpus status")).description or ""
    assert ENGLISH.shared_documents.format(count=0) in status
    await manager.slash(channel, "settings shared", collection="museum", on=True)
    assert "long shed" in str(quoted((await ask(manager, channel, question)).description or ""))


async def test_a_shared_collection_is_read_where_it_is_chosen(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await stock(simcord_env, "museum")
    assert "long shed" not in ((await ask(manager, channel, "where are the lamps kept")).description or "")
    assert [c["value"] for c in await manager.autocomplete(channel, "settings shared", "collection", "mus")] == [
        "museum"
    ]
    await manager.slash(channel, "settings shared", collection="museum", on=True)
    assert "long shed" in str(
        quoted((await ask(manager, channel, "where does the museum keep its lamps")).description or "")
    )
    assert ANSWER in quoted((await ask(manager, channel)).description or "")


async def test_the_library_can_be_left_out(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.slash(channel, "settings shared", collection="library", on=False)
    assert ((await ask(manager, channel)).description or "").startswith(ENGLISH.no_answer)


async def test_another_server_s_documents_cannot_be_chosen(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await stock(simcord_env, "server-999")
    result = await manager.slash(channel, "settings shared", collection="server-999", on=True)
    assert (embed_of(result).description or "").startswith("There is no shared collection called server-999")


channels = st.lists(st.integers(1, 2**63), max_size=5, unique=True).map(tuple)


@given(
    st.builds(
        ServerSettings,
        channels,
        channels,
        st.sampled_from([None, "de", "en"]),
        st.none() | st.integers(1, 5),
        st.none() | st.lists(st.text(), max_size=3).map(tuple),
    )
)
def test_settings_are_read_as_they_were_written(settings: ServerSettings) -> None:
    assert ServerSettings.from_json(settings.to_json()) == settings


@given(st.lists(st.tuples(st.sampled_from(["listening", "silenced"]), st.integers(1, 3), st.booleans())))
def test_a_channel_is_never_both_silent_and_listened_to(steps: list[tuple[str, int, bool]]) -> None:
    chosen = ServerSettings()
    for which, channel, wanted in steps:
        chosen = getattr(chosen, which)(channel, wanted)
        assert not set(chosen.listen) & set(chosen.silent)


def fields(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(template) if name)


async def test_every_command_and_option_is_described_in_german_too(simcord_bot: Footnote) -> None:
    described = set()
    for command in simcord_bot.tree.walk_commands():
        described.add(command.description)
        if isinstance(command, app_commands.Command):
            described.update(str(parameter.description) for parameter in command.parameters)
    assert described - set(COMMANDS) == set()


@pytest.mark.parametrize(("english", "german"), [(ENGLISH, GERMAN), (ENGLISH.check, GERMAN.check)])
def test_both_languages_fill_in_the_same_words(english: Texts | CheckTexts, german: Texts | CheckTexts) -> None:
    for field in dataclasses.fields(english):
        ours, theirs = getattr(english, field.name), getattr(german, field.name)
        if isinstance(ours, str):
            assert fields(ours) == fields(theirs), field.name
            assert theirs, field.name
        elif isinstance(ours, dict):
            assert ours.keys() == theirs.keys(), field.name


def test_languages_are_chosen_by_their_beginning() -> None:
    assert texts("de-CH") is GERMAN
    assert texts("en-GB") is texts("fr") is texts(None) is ENGLISH


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2018-09-10", "Montag, 10. September 2018"),
        ("2018-09", "September 2018"),
        ("2018-09-11TMO", "Dienstag, 11. September 2018, morgens"),
        ("2018-09-11T21:00", "Dienstag, 11. September 2018, 21:00 Uhr"),
        ("2018-09-10/2018-09-12", "Montag, 10. September 2018 bis Mittwoch, 12. September 2018"),
        ("2018-13-45", "2018-13-45"),
        ("P4Y", "4 Jahre"),
        ("PT1H", "1 Stunde"),
        ("2018-W37", "Kalenderwoche 37 2018"),
        ("2018-SU", "Sommer 2018"),
        ("2018-Q3", "drittes Quartal 2018"),
        ("199", "die 1990er Jahre"),
        ("XXXX-07", "Juli (Jahr unbekannt)"),
        ("XXXX-WXX-1", "Montag (Woche unbekannt)"),
        ("XXXX-WXX-4T19:00", "Donnerstag 19:00 Uhr (Woche unbekannt)"),
        ("XXXX-XX-XXTNI", "nachts (Tag unbekannt)"),
        ("XXXX-XX-15", "15. (Monat unbekannt)"),
        ("BC0044", "44 v. Chr."),
        ("BC04", "das 5. Jahrhundert v. Chr."),
        ("BC048", "die 480er Jahre v. Chr."),
        ("PAST_REF", "vor einiger Zeit"),
    ],
)
def test_german_dates(value: str, words: str) -> None:
    assert in_german(value) == words


NEWS = (
    "The bridge closed on Monday. The ferry had sailed since March 2014, and in June it stopped; two weeks later "
    "it sank. “I saw it yesterday,” he said. Next Friday a new one comes, every week, for some years, in the 1990s. "
    "The fair was on the second Friday in April and is for all on the first Sunday in June. The gate was shut until "
    "Friday. Next week the ferry sails: to Dorn on Tuesday. The dance is Sunday week, on a Saturday. "
    "“We sailed on Tuesday,” he told us. It snowed from Friday at midnight, as "
    "in FY2022 and the '90s. It was signed 03/04/2018, and settled on the 31st. “We sail today,” she said on Thursday."
)


@pytest.mark.parametrize("written_on", [date(2019, 5, 14), None])
def test_every_part_of_a_derivation_is_told_in_german(written_on: date | None) -> None:
    told = {expression.phrase: expression.basis or "" for expression in find_dates(NEWS, written_on)}
    assert len(told) > 5
    short = {phrase: basis for phrase, basis in told.items() if basis.count(";") != GERMAN.basis(basis).count(";")}
    assert short == {}
    assert all(GERMAN.basis(basis) for basis in told.values())


def test_the_derivation_of_a_day_is_told_in_german() -> None:
    basis = "published Tuesday 14 May 2019; nearest Monday on or before"
    assert GERMAN.basis(basis) == "gerechnet ab der Veröffentlichung am 14. Mai 2019; der letzte Montag bis dahin"


def test_words_of_the_text_stay_as_they_are_in_a_derivation() -> None:
    basis = "counted from “May; or June” in the text before"
    assert GERMAN.basis(basis) == "gerechnet ab “May; or June” weiter oben im Text"


async def test_discord_is_told_the_commands_in_german_too(simcord_env: simcord.Env) -> None:
    told = simcord_env.backend.commands[None].values()
    (asking,) = (command for command in told if command["name"] == "ask")
    german = "Eine Frage stellen; die Antwort ist wörtlich aus den Quellen zitiert"
    assert asking["description_localizations"] == {"de": german}
    assert all(len(words) <= 100 for words in COMMANDS.values())
