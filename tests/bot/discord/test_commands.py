"""What people get from the slash commands."""

import re

import discord
import pytest
import simcord
from hypothesis import given
from hypothesis import strategies as st
from simcord.actors import MemberActor
from simcord.asserts import assert_error
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.discord_bot.budget import size
from bot.discord_bot.escape import unescape
from bot.discord_bot.jobs import choices
from corpus.documents import Document
from corpus.errors import UsageError
from tests.bot.discord.limits import check_commands, check_components, check_embeds
from tests.bot.discord.test_escape import foreign
from tests.bot.discord.test_message import quoted

QUESTION = "when was the old bridge closed to lorries"
ANSWER = "The harbour office closed the old iron bridge to lorries on Monday, its engineer Mara Lind said."


def embed_of(result: InteractionResult) -> discord.Embed:
    """The only embed of a response, with every limit checked."""
    assert result.response is not None
    check_embeds(result.response.embeds)
    check_components(result.response.components)
    (embed,) = result.response.embeds
    return embed


async def test_ask_answers_with_the_quote_to_the_letter(asker: MemberActor, channel: ChannelHandle) -> None:
    embed = embed_of(await asker.slash(channel, "ask", question=QUESTION))
    assert ANSWER in quoted(embed.description or "")


async def test_ask_leads_with_the_day(asker: MemberActor, channel: ChannelHandle) -> None:
    assert embed_of(await asker.slash(channel, "ask", question=QUESTION)).title == "Monday 13 May 2019"


async def test_ask_repeats_the_question_that_others_do_not_see(asker: MemberActor, channel: ChannelHandle) -> None:
    assert embed_of(await asker.slash(channel, "ask", question=QUESTION)).author.name == QUESTION


async def test_ask_shows_at_once_that_it_works(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await asker.slash(channel, "ask", question=QUESTION)
    first = next(request for request in simcord_env.http_requests if request.path.endswith("/callback"))
    assert first.json == {"type": discord.InteractionResponseType.deferred_channel_message.value}


@pytest.mark.parametrize("private", [True, False])
async def test_an_answer_is_private_when_asked_so(asker: MemberActor, channel: ChannelHandle, private: bool) -> None:
    assert (await asker.slash(channel, "ask", question=QUESTION, private=private)).ephemeral is private


async def test_ask_says_when_no_document_answers(asker: MemberActor, channel: ChannelHandle) -> None:
    embed = embed_of(await asker.slash(channel, "ask", question="who was the first zeppelin pilot of Quxland"))
    assert (embed.description or "").startswith("I have no source that answers this.")


async def test_a_question_without_words_is_refused_in_a_sentence(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    result = await asker.slash(channel, "ask", question="   ")
    assert_error(simcord_env, UsageError)
    assert embed_of(result).description == "There is no question; ask one in a few words."


async def test_search_shows_passages_to_the_asker_only(asker: MemberActor, channel: ChannelHandle) -> None:
    result = await asker.slash(channel, "search", query="cracked rivets")
    assert result.ephemeral
    assert "340 cracked rivets" in unescape(embed_of(result).description or "")


async def test_search_says_when_nothing_matches(asker: MemberActor, channel: ChannelHandle) -> None:
    result = await asker.slash(channel, "search", query="zeppelin")
    assert embed_of(result).description == "Nothing in these sources matches that."


async def test_source_offers_documents_by_title_publisher_and_id(asker: MemberActor, channel: ChannelHandle) -> None:
    (by_title,) = await asker.autocomplete(channel, "source", "document", "old bridge")
    (by_publisher,) = await asker.autocomplete(channel, "source", "document", "gazette")
    (by_id,) = await asker.autocomplete(channel, "source", "document", by_title["value"].partition(":")[2])
    assert by_title == by_publisher == by_id
    assert by_title["name"] == "Old bridge closed · Harbour Gazette · 2019-05-14"


@given(st.lists(st.tuples(foreign, foreign, foreign.filter(str.strip)), max_size=40))
def test_what_is_offered_is_within_discord_s_limits(rows: list[tuple[str, str, str]]) -> None:
    documents = [Document(id_ * 9, "Text.", title * 9, publisher * 9) for title, publisher, id_ in rows]
    offered = choices(documents, "")
    assert len(offered) <= 25
    assert all(1 <= size(choice.line) <= 100 and 1 <= size(choice.value) <= 100 for choice in offered)


async def test_source_shows_what_is_known_and_the_text(asker: MemberActor, channel: ChannelHandle) -> None:
    (choice,) = await asker.autocomplete(channel, "source", "document", "bridge")
    result = await asker.slash(channel, "source", document=choice["value"])
    embed = embed_of(result)
    assert result.ephemeral
    assert embed.title == "Old bridge closed"
    assert "Publisher: Harbour Gazette · Published: Tuesday 14 May 2019" in (embed.description or "")
    assert ANSWER in unescape(embed.description or "")


async def test_source_takes_a_typed_title(asker: MemberActor, channel: ChannelHandle) -> None:
    assert embed_of(await asker.slash(channel, "source", document="old bridge")).title == "Old bridge closed"


async def test_source_says_when_no_document_is_meant(asker: MemberActor, channel: ChannelHandle) -> None:
    embed = embed_of(await asker.slash(channel, "source", document="zeppelin"))
    assert (embed.description or "").startswith("No single document is called that.")


async def test_help_shows_questions_that_are_answered(asker: MemberActor, channel: ChannelHandle) -> None:
    told = embed_of(await asker.slash(channel, "help")).description or ""
    shown = re.findall(r"- `/ask` (.+)", told)
    assert "When did the harbour office close the old iron bridge to lorries?" in shown
    for question in shown:
        assert quoted(embed_of(await asker.slash(channel, "ask", question=question)).description or "")


async def test_help_is_for_the_asker_only(asker: MemberActor, channel: ChannelHandle) -> None:
    result = await asker.slash(channel, "help")
    assert result.ephemeral
    assert "/ask" in (embed_of(result).description or "")


async def test_commands_work_in_a_direct_message(simcord_env: simcord.Env, channel: ChannelHandle) -> None:
    result = await simcord_env.create_user("somebody").slash("ask", question=QUESTION)
    assert ANSWER in quoted(embed_of(result).description or "")


async def test_commands_are_within_discord_s_limits(simcord_env: simcord.Env) -> None:
    told = simcord_env.backend.commands[None].values()
    check_commands(command for command in told if command["type"] == discord.AppCommandType.chat_input.value)


async def test_commands_can_be_installed_to_servers_and_to_users(simcord_env: simcord.Env) -> None:
    installs = {
        command["name"]: command["integration_types"] for command in simcord_env.backend.commands[None].values()
    }
    assert installs.pop("corpus") == installs.pop("settings") == [0]
    assert all(types == [0, 1] for types in installs.values())


async def test_foreign_titles_and_publishers_have_no_effect(asker: MemberActor, channel: ChannelHandle) -> None:
    embed = embed_of(await asker.slash(channel, "ask", question="when did the second ferry start to carry lorries"))
    told = embed.description or ""
    assert r"Ferry \*to the rescue\* \@everyone" in told
    assert r"\[Island\](https\://bad.example) Courier" in told
