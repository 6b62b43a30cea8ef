"""The bot as a process of its own, over real HTTP and a real WebSocket."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from simcord.backend.models import Message

from tests.bot.discord.test_commands import ANSWER, QUESTION
from tests.bot.discord.test_message import quoted
from tests.bot.discord.wire import Wire

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


@asynccontextmanager
async def running_bot(wire: Wire, data: Path, **more: str) -> AsyncIterator[Process]:
    """The bot, started as people start it, connected to the wire; killed if a test leaves it running."""
    env = {**os.environ, **wire.env, **more}
    command = (sys.executable, "-m", "bot", "--data", str(data), "run")
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=env, stderr=PIPE)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


class Town:
    """A server with one channel and one member, on the wire; on a shard of so many, where it matters."""

    def __init__(self, wire: Wire, shard: int | None = None, shards: int = 1) -> None:
        backend = wire.backend
        self.wire = wire
        self.guild = backend.create_guild("Harbour", shard_id=shard, shard_count=shards).id
        self.channel = backend.create_channel(self.guild, "questions").id
        self.member = backend.make_user("asker").id
        backend.add_member(self.guild, self.member)

    def from_bot(self) -> list[Message]:
        """What the bot has said in the channel so far."""
        said = self.wire.backend.messages[self.channel].values()
        return [message for message in said if message.author_id == self.wire.backend.bot_user.id and message.embeds]


def shown(message: Message) -> list[str]:
    """The quotes in a message."""
    return quoted(message.embeds[0]["description"])


async def test_a_command_a_mention_and_a_clean_stop(data: Path) -> None:
    async with Wire() as wire:
        town = Town(wire)
        async with running_bot(wire, data) as process:
            await wire.until(lambda: wire.ready)

            wire.slash(town.channel, town.member, "ask", question=QUESTION)
            await wire.until(lambda: len(town.from_bot()) == 1)
            assert ANSWER in shown(town.from_bot()[0])

            wire.say(town.channel, town.member, f"<@{wire.backend.bot_user.id}> {QUESTION}")
            await wire.until(lambda: len(town.from_bot()) == 2)
            assert ANSWER in shown(town.from_bot()[1])

            process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(10):
                assert await process.wait() == 0
            assert wire.closed_by_bot is not None


async def test_a_wrong_token_is_one_line_and_status_2(data: Path) -> None:
    async with Wire() as wire, running_bot(wire, data, DISCORD_TOKEN="MTA.not.it") as process:
        _, complaint = await process.communicate()
        assert process.returncode == 2
        lines = complaint.decode().splitlines()
        assert lines[-1].startswith("footnote: Discord refuses DISCORD_TOKEN:")
        assert not any("Traceback" in line for line in lines)


async def test_a_server_that_is_not_there_is_one_line_and_status_2(data: Path) -> None:
    async with Wire() as wire:
        pass
    async with running_bot(wire, data) as process:
        _, complaint = await process.communicate()
        assert process.returncode == 2
        assert complaint.decode().splitlines()[-1].startswith("footnote: cannot reach Discord at http://127.0.0.1:")


async def test_commands_are_told_once_and_not_again_at_the_next_start(data: Path) -> None:
    async with Wire() as wire:
        for _ in range(2):
            wire.ready = False
            async with running_bot(wire, data) as process:
                await wire.until(lambda: wire.ready)
                process.send_signal(signal.SIGTERM)
                await process.wait()
        told = [request for request in wire.backend.http_requests if request.method == "PUT"]
        assert len(told) == 1


async def test_a_question_asked_before_the_stop_is_answered(data: Path) -> None:
    async with Wire() as wire:
        town = Town(wire)
        async with running_bot(wire, data) as process:
            await wire.until(lambda: wire.ready)
            asked = wire.slash(town.channel, town.member, "ask", question=QUESTION)
            await wire.until(lambda: asked.responded)
            process.send_signal(signal.SIGINT)
            async with asyncio.timeout(10):
                assert await process.wait() == 0
            assert ANSWER in shown(town.from_bot()[0])
