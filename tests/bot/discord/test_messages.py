"""Mentions, replies and direct messages are questions; nobody is pinged; bots are not answered."""

import logging

import discord
import pytest
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.discord_bot.languages.english import ENGLISH
from tests.bot.discord.limits import check_embeds
from tests.bot.discord.test_commands import ANSWER, QUESTION
from tests.bot.discord.test_message import quoted

NO_WRITING = discord.PermissionOverwrite(send_messages=False)
NO_EMBEDS = discord.PermissionOverwrite(embed_links=False)


def me(env: simcord.Env) -> str:
    """What people type to mention the bot."""
    assert env.bot.user is not None
    return env.bot.user.mention


def answered(channel: ChannelHandle) -> discord.Message:
    """The last message of a channel, which is the bot's, pings nobody and is within every limit."""
    message = channel.last_message
    assert message is not None
    assert message.author.bot
    assert not message.mentions
    assert not message.role_mentions
    assert not message.mention_everyone
    check_embeds(message.embeds)
    return message


async def test_a_mention_is_answered(simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle) -> None:
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    assert ANSWER in quoted(answered(channel).embeds[0].description or "")


async def test_the_answer_is_a_reply_to_the_question(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    question = await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    reference = answered(channel).reference
    assert reference is not None
    assert reference.message_id == question.id


async def test_a_reply_to_the_bot_is_answered(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    first = answered(channel)
    await asker.send(channel, "when did a second ferry start to carry lorries", reply_to=first)
    assert answered(channel).id != first.id
    assert answered(channel).embeds[0].title == "Thursday 16 May 2019"


async def test_a_direct_message_is_answered(simcord_env: simcord.Env, channel: ChannelHandle) -> None:
    somebody = simcord_env.create_user("somebody")
    await somebody.send_dm(QUESTION)
    assert ANSWER in quoted(answered(somebody.dm_channel).embeds[0].description or "")


async def test_other_messages_are_left_alone(asker: MemberActor, channel: ChannelHandle) -> None:
    await asker.send(channel, QUESTION)
    assert len(channel.history()) == 1


async def test_a_mention_alone_is_told_how_to_ask(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await asker.send(channel, me(simcord_env))
    assert answered(channel).embeds[0].description == ENGLISH.how_to_ask


@pytest.mark.parametrize("said", ["thanks!", "are you sure", "lol"])
async def test_small_talk_is_told_how_to_ask_and_gets_no_quote(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, said: str
) -> None:
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    await asker.send(channel, said, reply_to=answered(channel))
    assert answered(channel).embeds[0].description == ENGLISH.how_to_ask


async def test_a_reply_to_what_small_talk_was_told_has_no_topic(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await asker.send(channel, f"{me(simcord_env)} hi")
    await asker.send(channel, "who said it", reply_to=answered(channel))
    assert answered(channel).embeds[0].author.name is None


async def test_other_bots_are_not_answered(simcord_env: simcord.Env, channel: ChannelHandle) -> None:
    other = simcord_env.guild.add_member(simcord_env.create_user("other", bot=True))
    await other.send(channel, f"{me(simcord_env)} {QUESTION}")
    assert len(channel.history()) == 1


async def test_webhooks_are_not_answered(simcord_env: simcord.Env, channel: ChannelHandle) -> None:
    webhook = simcord_env.guild.create_webhook(channel)
    await webhook.send(f"{me(simcord_env)} {QUESTION}")
    assert len(channel.history()) == 1


async def test_a_quote_that_would_ping_is_shown_and_pings_nobody(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await asker.send(channel, f"{me(simcord_env)} what did the captain write")
    told = answered(channel).embeds[0].description or ""
    wrote = "The captain wrote: <@&77> please **do not** ping @everyone, see <https://ferry.example> and `sail`."
    assert any(quote.endswith(wrote) for quote in quoted(told))


async def test_everything_sent_forbids_pings(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    (sent,) = [r for r in simcord_env.http_requests if r.method == "POST" and r.path.endswith("/messages")]
    assert isinstance(sent.json, dict)
    assert sent.json["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_without_the_permission_to_embed_the_answer_is_plain_text(simcord_env: simcord.Env) -> None:
    guild = simcord_env.create_guild("Plain")
    channel = guild.create_text_channel("plain", overwrites={guild.default_role: NO_EMBEDS})
    asker = guild.add_member(simcord_env.create_user("asker"))
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    message = answered(channel)
    assert not message.embeds
    assert message.content.startswith("**Monday 13 May 2019**")
    assert ANSWER in quoted(message.content)


async def test_where_the_bot_may_not_write_the_asker_is_told_what_is_missing(
    simcord_env: simcord.Env, caplog: pytest.LogCaptureFixture
) -> None:
    guild = simcord_env.create_guild("Silent")
    assert simcord_env.bot.user is not None
    channel = guild.create_text_channel("silent", overwrites={simcord_env.bot.user: NO_WRITING})
    asker = guild.add_member(simcord_env.create_user("asker"))
    with caplog.at_level(logging.WARNING):
        await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    told = answered(asker.user.dm_channel).embeds[0].description or ""
    assert "I lack the permission Send Messages there." in told
    assert "Send Messages" in caplog.text
