"""What people get from /timeline: dated quotes in calendar order, in pages that buttons turn."""

import pytest
import simcord
from hypothesis import given
from hypothesis import strategies as st
from simcord.actors import MemberActor
from simcord.asserts import assert_error
from simcord.builders import ChannelHandle
from simcord.results import ResponseMessage

from answer.dates import DateExpression
from answer.timeline import Entry, Timeline
from bot.discord_bot.client import Footnote
from bot.discord_bot.escape import quotes_in
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.timeline_command import ENTRIES, timeline_reply
from corpus.documents import Document, Passage
from corpus.errors import UsageError
from tests.bot.discord.limits import check_components, check_embeds
from tests.bot.discord.test_commands import embed_of
from tests.bot.discord.test_escape import foreign

LOADS = "apples barley copper dates engines flour".split()
LOG = [
    Document(f"log{day}", f"On {day} May 2019 the harbour crane lifted {load}.", f"Log {day}", published="2019-06-01")
    for day, load in reversed(list(enumerate(LOADS, 1)))
]


async def stock(env: simcord.Env) -> None:
    """Add six reports on the crane, the latest first."""
    assert isinstance(env.bot, Footnote)
    await env.bot.workers.writer.run(lambda desk: desk.add(LOG), seconds=5)


def shown(message: ResponseMessage | None) -> list[str]:
    assert message is not None
    check_embeds(message.embeds)
    return quotes_in(message.embeds[0].description or "")


def buttons(message: ResponseMessage) -> list[str]:
    return [button["label"] for row in message.components for button in row["components"]]


async def test_quotes_stand_under_their_dates_in_calendar_order(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await stock(simcord_env)
    result = await asker.slash(channel, "timeline", topic="harbour crane")
    told = embed_of(result).description or ""
    assert shown(result.response) == [document.text for document in reversed(LOG)][:ENTRIES]
    assert told.startswith("**1 May 2019**\n> On 1 May 2019")
    assert r"\[1\] **Log 1** · 1 June 2019" in told
    assert not result.ephemeral


async def test_a_relative_day_is_derived_in_words(asker: MemberActor, channel: ChannelHandle) -> None:
    told = embed_of(await asker.slash(channel, "timeline", topic="old iron bridge")).description or ""
    assert told.startswith("**13 May 2019**\n")
    assert told.endswith("-# “Monday” (published Tuesday 14 May 2019; nearest Monday on or before)")


async def test_buttons_turn_the_pages(simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle) -> None:
    await stock(simcord_env)
    result = await asker.slash(channel, "timeline", topic="harbour crane")
    assert result.response is not None
    check_components(result.response.components)
    assert (embed_of(result).description or "").endswith("-# Page 1 of 2")
    await asker.click(result.response, label="Next page")
    assert shown(result.response) == [document.text for document in reversed(LOG)][ENTRIES:]
    assert buttons(result.response) == ["Previous page"]


async def test_others_turn_pages_for_themselves_only(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await stock(simcord_env)
    result = await asker.slash(channel, "timeline", topic="harbour crane")
    assert result.response is not None
    other = simcord_env.guild.add_member(simcord_env.create_user("other"))
    theirs = await other.click(result.response, label="Next page")
    assert theirs.ephemeral
    assert shown(theirs.response) == [document.text for document in reversed(LOG)][ENTRIES:]
    assert shown(result.response) == [document.text for document in reversed(LOG)][:ENTRIES]


async def test_one_page_has_no_buttons(asker: MemberActor, channel: ChannelHandle) -> None:
    result = await asker.slash(channel, "timeline", topic="old iron bridge")
    assert result.response is not None
    assert buttons(result.response) == []


@pytest.mark.parametrize("private", [True, False])
async def test_it_is_private_when_asked_so(asker: MemberActor, channel: ChannelHandle, private: bool) -> None:
    assert (await asker.slash(channel, "timeline", topic="old iron bridge", private=private)).ephemeral is private


async def test_nothing_dated_is_said_so(asker: MemberActor, channel: ChannelHandle) -> None:
    embed = embed_of(await asker.slash(channel, "timeline", topic="zeppelin"))
    assert embed.description == "Nothing in these sources matches that."


async def test_a_topic_without_words_is_refused_in_a_sentence(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    embed = embed_of(await asker.slash(channel, "timeline", topic="   "))
    assert_error(simcord_env, UsageError)
    assert (embed.description or "").startswith("There is no")


@given(st.lists(st.tuples(foreign.filter(str.strip), foreign, foreign), max_size=9), foreign, st.integers(0, 2))
def test_any_timeline_is_within_discord_s_limits(rows: list[tuple[str, str, str]], topic: str, page: int) -> None:
    entries = []
    for text, title, phrase in rows:
        document = Document("d1", text * 40, title * 9, title * 9)
        date = DateExpression(phrase, 0, 1, "DATE", "2019-05-13", phrase)
        entries.append(Entry(Passage(document, 0, len(document.text)), date, (document,) * 3))
    check_embeds([timeline_reply(Timeline(topic, tuple(entries)), min(page, len(entries) // 5), ENGLISH).embed()])
