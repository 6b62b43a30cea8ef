"""Over real HTTP and a real WebSocket: whatever breaks on the way, every question is answered exactly once."""

import asyncio
import os
import re
import signal
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
from simcord.backend.models import Interaction, Message

from bot.discord_bot.languages.english import ENGLISH
from corpus.ledger import FILE
from tests.bot.discord.test_commands import ANSWER, QUESTION
from tests.bot.discord.test_message import quoted
from tests.bot.discord.test_wire import Town, running_bot, shown
from tests.bot.discord.wire import Wire

pytestmark = pytest.mark.slow

ONE_PROCESS = {"FOOTNOTE_PROCESSES": "0"}


def answer_of(wire: Wire, asked: Interaction) -> Message | None:
    """The finished answer to a command; None as long as there is none."""
    if not asked.message_id:
        return None
    message = wire.backend.get_message(asked.channel_id, asked.message_id)
    return message if message.embeds and ANSWER in shown(message) else None


def ask(town: Town) -> Interaction:
    return town.wire.slash(town.channel, town.member, "ask", question=QUESTION)


async def all_answered(wire: Wire, asked: Iterable[Interaction]) -> None:
    for one in asked:
        await wire.until(lambda one=one: answer_of(wire, one) is not None)  # type: ignore[misc]  # its default is typed


def callbacks(wire: Wire) -> list[str]:
    """Which interactions were answered at Discord, as often as they were."""
    found = (re.match(r"/interactions/(\d+)/", request.path) for request in wire.backend.http_requests)
    return [match[1] for match in found if match]


@pytest.mark.parametrize("breaks", ["ask_to_reconnect", "drop"])
async def test_a_broken_connection_is_resumed_and_nothing_is_answered_twice(data: Path, breaks: str) -> None:
    async with Wire() as wire:
        town = Town(wire)
        async with running_bot(wire, data, **ONE_PROCESS):
            await wire.until(lambda: wire.ready)
            asked = [ask(town)]
            await all_answered(wire, asked)
            (session,) = wire.connected()
            await getattr(wire, breaks)(session)
            asked += [ask(town), ask(town)]  # while nobody is connected
            await wire.until(lambda: session.resumed == 1)
            asked.append(ask(town))
            await all_answered(wire, asked)
            assert sorted(callbacks(wire)) == sorted(str(one.id) for one in asked)
            assert len(town.from_bot()) == len(asked)


async def test_after_an_invalid_session_the_bot_identifies_anew(data: Path) -> None:
    async with Wire() as wire:
        town = Town(wire)
        async with running_bot(wire, data, **ONE_PROCESS):
            await wire.until(lambda: wire.ready)
            first = ask(town)
            await all_answered(wire, [first])
            (session,) = wire.connected()
            await wire.invalidate(session)
            await wire.until(lambda: wire.ready)
            second = ask(town)
            await all_answered(wire, [second])
            assert sorted(callbacks(wire)) == sorted([str(first.id), str(second.id)])


@pytest.mark.parametrize("path", ["/interactions/*", "/webhooks/*"])
async def test_after_a_429_the_answer_is_sent_again(data: Path, path: str) -> None:
    async with Wire() as wire:
        town = Town(wire)
        async with running_bot(wire, data, **ONE_PROCESS):
            await wire.until(lambda: wire.ready)
            wire.too_many.append(path)
            asked = ask(town)
            await all_answered(wire, [asked])
            assert wire.too_many == []
            assert len(town.from_bot()) == 1


async def test_after_a_500_the_answer_is_sent_again(data: Path) -> None:
    async with Wire() as wire:
        town = Town(wire)
        async with running_bot(wire, data, **ONE_PROCESS):
            await wire.until(lambda: wire.ready)
            fault = {"method": "*", "path": "/webhooks/*", "status": 500, "code": 0, "message": "broken", "times": 1}
            wire.backend.faults.append(fault)
            asked = ask(town)
            await all_answered(wire, [asked])
            assert len(town.from_bot()) == 1


async def test_an_intent_that_is_not_granted_is_one_line_and_status_2(data: Path) -> None:
    async with Wire() as wire, running_bot(wire, data, DISCORD_MESSAGE_CONTENT="yes", **ONE_PROCESS) as process:
        _, complaint = await process.communicate()
        assert process.returncode == 2
        lines = complaint.decode().splitlines()
        assert lines[-1].startswith("footnote: Discord has not granted the message-content intent:")
        assert not any("Traceback" in line for line in lines)


async def test_as_many_shards_as_discord_advises_answer_each_its_own(data: Path) -> None:
    async with Wire(shards=2) as wire:
        towns = [Town(wire, shard, 2) for shard in (0, 1)]
        async with running_bot(wire, data, **ONE_PROCESS):
            await wire.until(lambda: len(wire.connected()) == 2)
            assert [(one.shard, one.shards) for one in wire.connected()] == [(0, 2), (1, 2)]
            asked = [ask(town) for town in towns]
            await all_answered(wire, asked)
            assert sorted(callbacks(wire)) == sorted(str(one.id) for one in asked)


async def test_two_processes_over_one_data_folder_answer_each_its_own_shard(data: Path) -> None:
    async with Wire() as wire:
        towns = [Town(wire, shard, 2) for shard in (0, 1)]
        async with (
            running_bot(wire, data, DISCORD_SHARDS="0/2", **ONE_PROCESS),
            running_bot(wire, data, DISCORD_SHARDS="1/2", **ONE_PROCESS),
        ):
            await wire.until(lambda: len(wire.connected()) == 2)
            asked = [ask(town) for town in towns for _ in range(3)]
            await all_answered(wire, asked)
            assert sorted(callbacks(wire)) == sorted(str(one.id) for one in asked)


async def test_after_a_kill_commands_say_that_they_were_cut_off_messages_are_answered_and_buttons_work(
    data: Path,
) -> None:
    async with Wire() as wire:
        town = Town(wire)
        async with running_bot(wire, data, FOOTNOTE_PROCESSES="1") as process:
            await wire.until(lambda: wire.ready)
            before = ask(town)
            await all_answered(wire, [before])
            (answering,) = children(process.pid)
            os.kill(answering, signal.SIGSTOP)  # so that the kill certainly comes in the middle
            cut_off = ask(town)
            wire.say(town.channel, town.member, f"<@{wire.backend.bot_user.id}> {QUESTION}")
            await wire.until(lambda: cut_off.responded and unfinished(data) == 2)
            process.send_signal(signal.SIGKILL)
            os.kill(answering, signal.SIGKILL)
            await process.wait()
        wire.ready = False
        async with running_bot(wire, data):
            await wire.until(lambda: wire.ready)
            await wire.until(lambda: len(town.from_bot()) == 3)
            said = [message.embeds[0]["description"] for message in town.from_bot()]
            assert [ENGLISH.interrupted.partition("{")[0] in one for one in said] == [False, True, False]
            assert [ANSWER in quoted(one) for one in said] == [True, False, True]
            answer = answer_of(wire, before)
            assert answer is not None
            pressed = wire.press(town.channel, town.member, answer, "context")
            await wire.until(lambda: bool(pressed.message_id) and _context(wire, pressed))
            after = ask(town)
            await all_answered(wire, [after])
            await asyncio.sleep(0.2)  # what is done is forgotten beside everything else
            assert unfinished(data) == 0
        assert sorted(callbacks(wire)) == sorted(str(one.id) for one in (before, cut_off, pressed, after))


def unfinished(data: Path) -> int:
    """How many commands and messages are noted as being worked on."""
    with closing(sqlite3.connect(data / FILE)) as file:
        return int(file.execute("SELECT count(*) FROM unfinished").fetchone()[0])


def _context(wire: Wire, pressed: Interaction) -> bool:
    message = wire.backend.get_message(pressed.channel_id, pressed.message_id or 0)
    return bool(message.embeds) and "Inspectors had counted" in message.embeds[0]["description"]


async def test_an_answering_process_that_dies_is_replaced_and_the_question_is_answered(data: Path) -> None:
    async with Wire() as wire:
        town = Town(wire)
        async with running_bot(wire, data, FOOTNOTE_PROCESSES="1") as process:
            await wire.until(lambda: wire.ready)
            await all_answered(wire, [ask(town)])
            (child,) = children(process.pid)
            os.kill(child, signal.SIGKILL)
            asked = ask(town)
            await all_answered(wire, [asked])
            assert len(town.from_bot()) == 2


def children(pid: int) -> set[int]:
    """The processes that answer for a bot."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    started = {int(child) for one in lists for child in one.read_text("ascii").split()}
    return {child for child in started if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()}
