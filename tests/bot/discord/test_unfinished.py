"""What a stop cut off is mended piece by piece: one that cannot be mended keeps no other one waiting."""

import time

import pytest
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.discord_bot import unfinished
from bot.discord_bot.client import Footnote
from bot.discord_bot.languages.english import ENGLISH
from corpus.ledger import Unfinished
from tests.bot.discord.test_commands import ANSWER, QUESTION
from tests.bot.discord.test_message import quoted
from tests.bot.discord.test_messages import me


async def cut_off(env: simcord.Env, asker: MemberActor, channel: ChannelHandle) -> list[Unfinished]:
    """Two questions that the bot has not answered."""
    env.inject_error("POST", "/channels/*/messages", status=404, code=10008, message="Unknown Message", times=2)
    asked = [await asker.send(channel, f"{me(env)} {QUESTION}") for _ in range(2)]
    return [Unfinished(one.id, "0", int(time.time()), channel=channel.id) for one in asked]


def replies(channel: ChannelHandle) -> list[str]:
    return [message.embeds[0].description or "" for message in channel.history() if message.author.bot]


@pytest.mark.simcord(check_errors=False)
async def test_every_message_that_was_cut_off_is_answered(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    bot = simcord_env.bot
    assert isinstance(bot, Footnote)
    await unfinished.mend(bot, await cut_off(simcord_env, asker, channel), bot.conversation.answer_late)
    assert [ANSWER in quoted(told) for told in replies(channel)] == [True, True]


@pytest.mark.simcord(check_errors=False)
async def test_who_asked_is_told_when_answering_late_fails_too(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = simcord_env.bot
    assert isinstance(bot, Footnote)
    ones = await cut_off(simcord_env, asker, channel)
    monkeypatch.setattr("bot.discord_bot.asking.ASK_SECONDS", 0)
    await unfinished.mend(bot, ones, bot.conversation.answer_late)
    too_long = ENGLISH.takes_too_long.partition("{")[0]
    assert [told.startswith(too_long) for told in replies(channel)] == [True, True]


@pytest.mark.simcord(check_errors=False)
async def test_one_that_cannot_be_answered_keeps_no_other_one_waiting(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    bot = simcord_env.bot
    assert isinstance(bot, Footnote)
    first, second = await cut_off(simcord_env, asker, channel)

    async def slow_at_first(channel_id: int, message_id: int) -> None:
        if message_id == first.number:
            raise TimeoutError
        await bot.conversation.answer_late(channel_id, message_id)

    await unfinished.mend(bot, [first, second], slow_at_first)
    assert [ANSWER in quoted(told) for told in replies(channel)] == [True]


async def test_a_ledger_that_is_too_slow_at_the_start_keeps_no_bot_from_running(
    simcord_env: simcord.Env, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(simcord_env.bot, Footnote)
    monkeypatch.setattr(unfinished, "NOTE_SECONDS", 0)
    assert await unfinished.cut_off(simcord_env.bot) == []
    assert "what was cut off by a stop cannot be looked up" in caplog.text
