"""What people get from /check: the verdict, the source's own words, what was changed, and citations to hand on."""

from dataclasses import replace

import pytest
import simcord
from hypothesis import given
from hypothesis import strategies as st
from simcord.actors import MemberActor
from simcord.asserts import assert_error
from simcord.builders import ChannelHandle

from answer.quotation import Check, Edit, Match, Verdict
from answer.quotation.model import About, Act
from bot.discord_bot.check_message import check_reply
from bot.discord_bot.client import Footnote
from bot.discord_bot.escape import quotes_in, showable
from bot.discord_bot.languages.check_texts import ENGLISH as OWN
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.german import GERMAN
from corpus.documents import Document, Passage
from corpus.errors import UsageError
from tests.bot.discord.limits import check_embeds
from tests.bot.discord.test_commands import embed_of
from tests.bot.discord.test_escape import foreign

TRUE = "Inspectors had counted 340 cracked rivets in the northern span"


async def test_an_exact_quotation_is_shown_with_its_source(asker: MemberActor, channel: ChannelHandle) -> None:
    embed = embed_of(await asker.slash(channel, "check", quote=TRUE))
    assert embed.title == OWN.exact
    assert quotes_in(embed.description or "") == [TRUE]
    assert "Old bridge closed" in (embed.description or "")


async def test_a_changed_number_is_shown_beside_the_source_s(asker: MemberActor, channel: ChannelHandle) -> None:
    embed = embed_of(await asker.slash(channel, "check", quote=TRUE.replace("340", "34")))
    assert embed.title == OWN.altered
    assert quotes_in(embed.description or "") == [TRUE]
    assert "**34** where the source has **340** (a number)" in (embed.description or "")


async def test_what_stands_nowhere_is_absent(asker: MemberActor, channel: ChannelHandle) -> None:
    embed = embed_of(await asker.slash(channel, "check", quote="A zeppelin landed on the roof of the town hall"))
    assert (embed.description or "").startswith(OWN.absent)


async def test_a_word_is_too_short_to_be_traced(asker: MemberActor, channel: ChannelHandle) -> None:
    assert embed_of(await asker.slash(channel, "check", quote="rivets")).description == OWN.too_short


@pytest.mark.parametrize(("day", "told"), [("2019-05-14", "Also in: Digest"), ("2019-05-16", "Copied later: Digest")])
def test_a_copy_is_called_later_only_if_it_was_published_later(day: str, told: str) -> None:
    kept = (Edit(Act.KEPT, TRUE, TRUE),)
    copy, first = (
        Match(Passage(Document(name, TRUE, name, name, None, published), 0, len(TRUE)), TRUE, 1.0, kept)
        for name, published in (("Digest", day), ("Gazette", "2019-05-14"))
    )
    given = Check(TRUE, Verdict.EXACT, ((replace(first, copies=(copy,)),),))
    assert f"-# {told}" in (check_reply(given, ENGLISH).embed().description or "")


@pytest.mark.parametrize("private", [True, False])
async def test_a_check_is_private_when_asked_so(asker: MemberActor, channel: ChannelHandle, private: bool) -> None:
    assert (await asker.slash(channel, "check", quote=TRUE, private=private)).ephemeral is private


async def test_the_button_shows_citations_to_who_pressed_only(asker: MemberActor, channel: ChannelHandle) -> None:
    result = await asker.slash(channel, "check", quote=TRUE)
    assert result.response is not None
    pressed = await asker.click(result.response, label=OWN.cite)
    assert pressed.ephemeral
    told = embed_of(pressed).description or ""
    assert "@misc{gazette2019-" in told
    assert "Harbour Gazette. (2019, May 14). Old bridge closed. https://gazette.example/bridge" in told


async def test_a_place_that_was_handed_on_is_shown_by_its_id(asker: MemberActor, channel: ChannelHandle) -> None:
    result = await asker.slash(channel, "check", quote=TRUE)
    assert result.response is not None
    (row,) = result.response.components
    place = row["components"][0]["custom_id"].removeprefix("cite:")
    assert quotes_in(embed_of(await asker.slash(channel, "check", quote=place)).description or "") == [TRUE]


async def test_a_source_that_has_changed_since_is_not_cited(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    note = Document("note", "The lighthouse keeper counts ships by their lamps at night.", "Note")
    assert isinstance(simcord_env.bot, Footnote)
    await simcord_env.bot.workers.writer.run(lambda desk: desk.add([note]), seconds=5)
    result = await asker.slash(channel, "check", quote=note.text)
    changed = Document("note", "The lighthouse keeper counts ships by their horns at night.", "Note")
    await simcord_env.bot.workers.writer.run(lambda desk: desk.add([changed]), seconds=5)
    assert result.response is not None
    assert embed_of(await asker.click(result.response, label=OWN.cite)).description == OWN.cite_gone


async def test_a_quotation_without_words_is_refused_in_a_sentence(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    result = await asker.slash(channel, "check", quote="   ")
    assert_error(simcord_env, UsageError)
    assert embed_of(result).description == "There is no quotation; give the words that somebody quotes."


async def test_find_sources_checks_what_a_message_quotes(asker: MemberActor, channel: ChannelHandle) -> None:
    said = await asker.send(channel, f"Did anybody see this?\n> {TRUE.lower()}\nI doubt it.")
    result = await asker.context_menu(channel, "Find sources", said)
    assert result.ephemeral
    assert embed_of(result).title == OWN.form_only
    assert quotes_in(embed_of(result).description or "") == [TRUE]


words = foreign.filter(str.strip)


@given(words, words, words, st.sampled_from(About), st.booleans())
def test_foreign_words_have_no_effect_and_fit_a_message(
    text: str, quoted: str, title: str, about: About, marked: bool
) -> None:
    edits = (Edit(Act.KEPT, text, text), Edit(Act.REPLACED, quoted * 9, text, (about,), marked))
    match = Match(Passage(Document("d", text, title, title), 0, len(text)), quoted, 0.9, edits, speaker=title)
    for texts in (ENGLISH, GERMAN):
        reply = check_reply(Check(quoted * 9, Verdict.ALTERED, ((match, match),)), texts)
        check_embeds([reply.embed()])
        if showable(text):
            assert quotes_in(reply.blocks[0].full) == [text]
