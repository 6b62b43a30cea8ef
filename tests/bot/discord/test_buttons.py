"""The buttons under an answer, for who asked and for others; also after a restart, and with forged ids."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import discord
import pytest
import simcord
from hypothesis import given
from hypothesis import strategies as st
from simcord import interactions
from simcord.actors import MemberActor
from simcord.backend import serializers
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult, ResponseMessage

from answer.model import Citation
from bot.desk import Desk
from bot.discord_bot.buttons import LONGEST, Reference, answer_buttons
from bot.discord_bot.client import Footnote
from bot.discord_bot.escape import unescape
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.german import GERMAN
from bot.settings import Settings
from corpus.documents import Document, Passage
from corpus.ledger import Ledger
from tests.bot.discord.build import answer, citation
from tests.bot.discord.limits import check_components
from tests.bot.discord.test_commands import ANSWER, QUESTION, embed_of
from tests.bot.discord.test_corpus_commands import SECRET, add, moderated
from tests.bot.discord.test_escape import foreign
from tests.bot.discord.test_message import quoted
from tests.bot.discord.test_messages import answered, me

LOG = [
    Document(f"log{number}", f"{text} Then it rained.", f"Log {number}")
    for number, text in enumerate(
        (
            "On the first of May the harbour crane lifted forty crates of lamps.",
            "The harbour crane could lift a whole lorry, its driver boasted to a school class.",
            "Before noon the harbour crane had to lift the mayor's piano out of a ferry.",
            "Nobody saw the harbour crane lift anything heavier than the old bell of the chapel.",
            "It took the harbour crane two hours to lift the wreck of the pilot boat.",
            "Engineers let the harbour crane lift sand bags for a test of its brakes.",
        )
    )
]
CRANE = "what did the harbour crane lift"


async def stock(env: simcord.Env) -> None:
    """Add six documents that all answer the question about the crane."""
    assert isinstance(env.bot, Footnote)
    await env.bot.workers.writer.run(lambda desk: desk.add(LOG), seconds=5)


def shown(result: InteractionResult) -> ResponseMessage:
    assert result.response is not None
    return result.response


def first_value(message: ResponseMessage) -> list[str]:
    """The value of the first option of a message's select."""
    (select,) = [part for row in message.components for part in row["components"] if part["type"] == 3]
    return [select["options"][0]["value"]]


def other_member(env: simcord.Env) -> MemberActor:
    return env.guild.add_member(env.create_user("other"))


def quotes(message: discord.Message | ResponseMessage) -> list[str]:
    return quoted(message.embeds[0].description or "")


async def test_more_quotes_are_added_to_the_answer_of_who_asked(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await stock(simcord_env)
    first = shown(await asker.slash(channel, "ask", question=CRANE))
    before = quotes(first)
    await asker.click(first, label=ENGLISH.more)
    after = channel.last_message
    assert after is not None
    assert after.id == first.id
    assert quotes(after)[: len(before)] == before
    assert len(quotes(after)) > len(before)


async def test_more_quotes_are_private_for_others(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await stock(simcord_env)
    first = shown(await asker.slash(channel, "ask", question=CRANE))
    before = quotes(first)
    result = await other_member(simcord_env).click(first, label=ENGLISH.more)
    assert result.ephemeral
    assert len(quotes(shown(result))) > len(before)
    assert channel.last_message is not None
    assert quotes(channel.last_message) == before


async def test_when_there_are_no_more_quotes_it_is_said_privately(asker: MemberActor, channel: ChannelHandle) -> None:
    first = shown(await asker.slash(channel, "ask", question=QUESTION))
    before = quotes(first)
    result = await asker.click(first, label=ENGLISH.more)
    (note,) = result.followups
    assert note.embeds[0].description == ENGLISH.no_more
    assert channel.last_message is not None
    assert quotes(channel.last_message) == before


async def test_when_there_are_no_more_quotes_others_are_told_so(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    first = shown(await asker.slash(channel, "ask", question=QUESTION))
    result = await other_member(simcord_env).click(first, label=ENGLISH.more)
    assert result.ephemeral
    assert embed_of(result).description == ENGLISH.no_more


async def test_context_shows_the_sentences_around_to_who_pressed_only(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    first = shown(await asker.slash(channel, "ask", question=QUESTION))
    result = await other_member(simcord_env).click(first, label=ENGLISH.context)
    assert result.ephemeral
    told = unescape(embed_of(result).description or "")
    assert ANSWER in told
    assert "Inspectors had counted 340 cracked rivets" in told


async def test_context_that_does_not_fit_is_said_in_the_language_of_the_server(simcord_env: simcord.Env) -> None:
    around = " ".join(f"Then the keeper of log {{0}} wrote {'down a very long line ' * 14}{n}." for n in range(2))
    texts = [f"{around.format(one.title)} {one.text[:-16]} {around.format(one.title)}" for one in LOG]
    assert isinstance(simcord_env.bot, Footnote)
    documents = [Document(f"d{number}", text) for number, text in enumerate(texts)]
    await simcord_env.bot.workers.writer.run(lambda desk: desk.add(documents), seconds=5)
    guild = simcord_env.create_guild("Hafen", preferred_locale="de")
    somebody, channel = guild.add_member(simcord_env.create_user("jemand")), guild.create_text_channel("fragen")
    first = shown(await somebody.slash(channel, "ask", question=CRANE))
    told = embed_of(await somebody.click(first, label=GERMAN.context)).description or ""
    assert GERMAN.quotes_left_out.format(count=1) in told


async def test_a_source_is_shown_where_the_quote_stands(asker: MemberActor, channel: ChannelHandle) -> None:
    first = shown(await asker.slash(channel, "ask", question=QUESTION))
    result = await asker.select(first, first_value(first))
    assert result.ephemeral
    assert embed_of(result).title == "Old bridge closed"


async def test_a_follow_up_keeps_the_topic(asker: MemberActor, channel: ChannelHandle) -> None:
    first = shown(await asker.slash(channel, "ask", question=QUESTION))
    form = await asker.click(first, label=ENGLISH.follow_up)
    result = await asker.submit_modal(form, {"follow-up": "and how many rivets were cracked in it?"})
    embed = embed_of(result)
    assert "Inspectors had counted 340 cracked rivets in the northern span." in quoted(embed.description or "")
    assert embed.author.name == "how many rivets were cracked in the old bridge"
    assert not result.ephemeral


async def test_a_follow_up_to_a_private_answer_is_private(asker: MemberActor, channel: ChannelHandle) -> None:
    first = shown(await asker.slash(channel, "ask", question=QUESTION, private=True))
    form = await asker.click(first, label=ENGLISH.follow_up)
    assert (await asker.submit_modal(form, {"follow-up": "who closed it"})).ephemeral


async def test_a_reply_to_an_answer_keeps_the_topic(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    await asker.send(channel, "and how many rivets were cracked in it?", reply_to=answered(channel))
    embed = answered(channel).embeds[0]
    assert embed.author.name == "how many rivets were cracked in the old bridge"
    assert "Inspectors had counted 340 cracked rivets in the northern span." in quoted(embed.description or "")


async def test_who_asked_says_whether_the_answer_was_useful(
    asker: MemberActor, channel: ChannelHandle, data: Path
) -> None:
    first = shown(await asker.slash(channel, "ask", question=QUESTION))
    result = await asker.click(first, label=ENGLISH.not_useful)
    assert result.ephemeral
    assert embed_of(result).description == ENGLISH.thanks_not_useful
    with Ledger(data) as ledger:
        assert (ledger.totals().useful, ledger.totals().not_useful) == (0, 1)


async def test_others_do_not_judge_the_answer(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, data: Path
) -> None:
    first = shown(await asker.slash(channel, "ask", question=QUESTION))
    result = await other_member(simcord_env).click(first, label=ENGLISH.useful)
    assert result.ephemeral
    assert embed_of(result).description == ENGLISH.only_asker_judges
    with Ledger(data) as ledger:
        assert ledger.totals().useful == 0


@pytest.mark.parametrize("label", [ENGLISH.more, ENGLISH.context, ENGLISH.follow_up, ENGLISH.useful])
async def test_buttons_survive_a_restart(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, data: Path, label: str
) -> None:
    await stock(simcord_env)
    first = shown(await asker.slash(channel, "ask", question=CRANE))
    bot = Footnote(Settings(data=data), partial(Desk, data))
    await simcord_env.restart_bot(bot)
    result = await asker.click(first, label=label)
    assert result.acknowledged
    await bot.workers.close(seconds=5)


async def test_an_answer_whose_question_is_gone_says_so(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    question = await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    del simcord_env.backend.messages[channel.id][question.id]  # and the bot is not told
    result = await asker.click(answered(channel), label=ENGLISH.more)
    (note,) = result.followups
    assert note.embeds[0].description == ENGLISH.question_gone


async def press_forged(env: simcord.Env, stranger: MemberActor, channel: ChannelHandle, value: str) -> str:
    """What a stranger is shown who forges a select's value and presses *Context*, and chooses it as a source."""
    backend = env.backend
    seen = []
    for data in (
        {"custom_id": "context", "component_type": 2},
        {"custom_id": "sources", "component_type": 3, "values": [value]},
    ):
        helped = shown(await stranger.slash(channel, "help"))
        record, payload = interactions.base_payload(
            backend, type=3, channel_id=channel.id, guild_id=stranger.guild.id, user_id=stranger.id, data=data
        )
        record.source_message_id = helped.id
        message = dict(serializers.message_payload(backend, backend.get_message(channel.id, helped.id)))
        option = {"label": "Forged", "value": value}
        select = {"type": 3, "custom_id": "sources", "options": [option], "min_values": 1, "max_values": 1}
        message["components"] = [{"type": 1, "components": [select]}]
        backend.emit("INTERACTION_CREATE", {**payload, "message": message})
        await env.settle()
        sent = backend.get_message(channel.id, record.message_id or helped.id)
        seen.append(str(sent.embeds))
    return unescape(" ".join(seen))


async def test_forged_references_show_no_document_of_another_server(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    first = shown(await manager.slash(channel, "ask", question="where did the lighthouse keeper hide the spare key"))
    (value,) = first_value(first)
    _, elsewhere, stranger = moderated(simcord_env, "South")
    told = await press_forged(simcord_env, stranger, elsewhere, value)
    assert "third step" not in told
    assert ENGLISH.document_gone in told


async def test_a_changed_document_is_not_quoted_from_its_old_place(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await stock(simcord_env)
    first = shown(await asker.slash(channel, "ask", question=CRANE))
    changed = [replace(one, text="Nothing was lifted on that day, and nothing else happened.") for one in LOG]
    assert isinstance(simcord_env.bot, Footnote)
    await simcord_env.bot.workers.writer.run(lambda desk: desk.add(changed), seconds=5)
    assert embed_of(await asker.click(first, label=ENGLISH.context)).description == ENGLISH.source_gone


@given(st.lists(st.tuples(foreign, foreign, foreign.filter(bool)), min_size=1, max_size=6), st.integers(0, 2**63))
def test_buttons_are_within_discord_s_limits(rows: list[tuple[str, str, str]], asker_id: int) -> None:
    citations = []
    for title, publisher, id_ in rows:
        made = citation(title=title * 9, publisher=publisher * 9, id=id_ * 9)
        citations.append(made)
    view = answer_buttons(answer(*citations), asker_id, 2**62 - 1, ENGLISH)
    assert view is not None
    check_components(view.to_components())


@given(foreign, foreign, st.integers(0, 500))
def test_a_reference_is_read_as_it_was_written(id_: str, text: str, start: int) -> None:
    document = Document(id_ or "d", text)
    made = Reference.to(Citation(Passage(document, min(start, len(text)), len(text))))
    assert Reference.read(str(made)) == made
    assert made.holds(document)


@given(st.text(max_size=LONGEST))
def test_whatever_a_value_holds_reading_it_never_fails(value: str) -> None:
    read = Reference.read(value)
    assert read is None or read.id
