"""Edited and deleted questions, and a person who is told when the work takes long."""

import asyncio
from functools import partial
from pathlib import Path

import discord
import pytest
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.desk import Desk
from bot.discord_bot.asking import patiently
from bot.discord_bot.buttons import components
from bot.discord_bot.client import Footnote
from bot.discord_bot.languages.english import ENGLISH
from bot.settings import Settings
from tests.bot.discord.test_commands import ANSWER, QUESTION
from tests.bot.discord.test_message import quoted
from tests.bot.discord.test_messages import answered, me

UNANSWERED = "who composed the second symphony of the moon"
FERRY = "when did a second ferry start to carry lorries"


async def test_an_edited_question_updates_its_answer(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    question = await asker.send(channel, f"{me(simcord_env)} {FERRY}")
    first = answered(channel)
    await asker.edit(question, f"{me(simcord_env)} {QUESTION}")
    assert answered(channel).id == first.id
    assert ANSWER in quoted(answered(channel).embeds[0].description or "")


async def test_an_edited_question_updates_its_answer_after_a_restart(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, data: Path
) -> None:
    question = await asker.send(channel, f"{me(simcord_env)} {FERRY}")
    bot = Footnote(Settings(data=data), partial(Desk, data))
    await simcord_env.restart_bot(bot)
    await asker.edit(question, f"{me(simcord_env)} {QUESTION}")
    assert len(channel.history()) == 2
    assert ANSWER in quoted(answered(channel).embeds[0].description or "")
    await bot.workers.close(seconds=5)


async def test_an_edited_message_that_was_no_question_stays_unanswered(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    said = await asker.send(channel, QUESTION)
    await asker.edit(said, f"{QUESTION} now")
    assert len(channel.history()) == 1


async def test_the_answer_to_a_deleted_question_can_be_deleted_by_who_asked(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    question = await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    await asker.delete(question)
    await asker.click(answered(channel), label=ENGLISH.delete)
    assert channel.history() == []


NO_HISTORY = discord.PermissionOverwrite(read_message_history=False)


async def test_where_the_bot_may_not_look_back_a_deleted_message_costs_no_request(
    simcord_env: simcord.Env, asker: MemberActor, data: Path
) -> None:
    assert simcord_env.bot.user is not None
    channel = simcord_env.guild.create_text_channel("closed", overwrites={simcord_env.bot.user: NO_HISTORY})
    said = await asker.send(channel, "Good morning.")
    bot = Footnote(Settings(data=data), partial(Desk, data))
    await simcord_env.restart_bot(bot)
    await asker.delete(said)
    assert not [one for one in simcord_env.http_requests if one.path.endswith("/messages") and one.method == "GET"]
    await bot.workers.close(seconds=5)


async def test_a_history_that_discord_denies_is_no_failure(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    said = await asker.send(channel, "Good morning.")
    bot = Footnote(Settings(data=data), partial(Desk, data))
    await simcord_env.restart_bot(bot)
    simcord_env.inject_error("GET", "/channels/*/messages", status=403, code=50013, message="Missing Permissions")
    await asker.delete(said)
    assert simcord_env.backend.faults == []
    assert "ERROR" not in [record.levelname for record in caplog.records]
    await bot.workers.close(seconds=5)


@pytest.mark.parametrize("asked", [QUESTION, UNANSWERED])
async def test_a_reply_with_or_without_quotes_can_be_deleted_after_a_restart_and_without_the_question(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, data: Path, asked: str
) -> None:
    question = await asker.send(channel, f"{me(simcord_env)} {asked}")
    bot = Footnote(Settings(data=data), partial(Desk, data))
    await simcord_env.restart_bot(bot)
    await asker.delete(question)
    await asker.click(answered(channel), label=ENGLISH.delete)
    assert channel.history() == []
    await bot.workers.close(seconds=5)


async def test_the_answer_to_a_deleted_question_is_not_deleted_by_others(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    question = await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    await asker.delete(question)
    other = simcord_env.guild.add_member(simcord_env.create_user("other"))
    result = await other.click(answered(channel), label=ENGLISH.delete)
    assert result.ephemeral
    assert result.response is not None
    assert result.response.embeds[0].description == ENGLISH.only_asker_deletes
    assert len(channel.history()) == 1


async def test_that_there_is_no_answer_can_be_deleted_by_who_asked_and_by_no_other_member(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await asker.send(channel, f"{me(simcord_env)} {UNANSWERED}")
    other = simcord_env.guild.add_member(simcord_env.create_user("other"))
    refused = await other.click(answered(channel), label=ENGLISH.delete)
    assert refused.response is not None
    assert refused.response.embeds[0].description == ENGLISH.only_asker_deletes
    await asker.click(answered(channel), label=ENGLISH.delete)
    assert len(channel.history()) == 1


async def test_an_edited_question_that_is_answered_now_has_the_buttons_of_an_answer(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    question = await asker.send(channel, f"{me(simcord_env)} {UNANSWERED}")
    await asker.edit(question, f"{me(simcord_env)} {QUESTION}")
    labels = [part.label for part in components(answered(channel)) if isinstance(part, discord.Button)]
    assert ENGLISH.useful in labels
    assert ENGLISH.delete not in labels


async def test_who_waits_long_is_told_and_then_gets_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.discord_bot.asking.PATIENCE", 0)
    told = asyncio.Event()

    async def work() -> str:
        await told.wait()
        return "done"

    async def tell() -> None:
        told.set()

    assert await patiently(work(), tell) == "done"


async def test_quick_work_is_not_announced() -> None:
    told: list[str] = []

    async def tell() -> None:
        told.append("still looking")

    assert await patiently(asyncio.sleep(0, "done"), tell) == "done"
    assert told == []
