"""The Discord bot under load, as a process of its own behind real HTTP and a real WebSocket.

    python -m benchmarks.load DATA QUESTIONS.jsonl [--total 5000]

DATA is a data folder that `footnote add` has filled, QUESTIONS a JSON Lines file with "question". Two hundred questions
are asked at once by 50 users: how long each waits for its answer, and how late the bot's event loop is meanwhile. Then
the rest of the total, in waves: whether the memory of the bot and its processes stays flat.
"""

import argparse
import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from simcord.backend.models import Interaction

from benchmarks.measures import percentile, resident
from benchmarks.passages import questions
from bot.discord_bot import run
from bot.discord_bot.client import Footnote
from bot.discord_bot.languages.english import ENGLISH
from bot.settings import Settings
from tests.bot.discord.wire import Wire

USERS, AT_ONCE, WAVE = 50, 200, 50
SAMPLE_SECONDS = 0.005
MEGABYTE = 10**6
RECORD = "FOOTNOTE_LAG_FILE"


class Measured(Footnote):
    """The bot with a task that notes how late the event loop lets it run, in milliseconds."""

    async def setup_hook(self) -> None:
        """Start the bot, and measuring with it."""
        await super().setup_hook()
        self.measuring = asyncio.create_task(self._measure(Path(os.environ[RECORD])))

    async def _measure(self, record: Path) -> None:
        with record.open("w", encoding="utf-8") as file:
            while True:
                due = time.perf_counter() + SAMPLE_SECONDS
                await asyncio.sleep(SAMPLE_SECONDS)
                file.write(f"{1000 * (time.perf_counter() - due):.2f}\n")
                file.flush()


class Load:
    """People who ask, and when each was answered."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        backend = wire.backend
        guild = backend.create_guild("Load").id
        self.channel = backend.create_channel(guild, "questions").id
        self.users = [backend.make_user(f"user{number}").id for number in range(USERS)]
        for user in self.users:
            backend.add_member(guild, user)

    async def ask(self, asked: Sequence[str]) -> list[float]:
        """Ask all of these at once; the seconds that each waited, in the order of the answers."""
        began = time.perf_counter()
        waiting = {}
        for question, user in zip(asked, cycle(self.users), strict=False):
            record = self.wire.slash(self.channel, user, "ask", question=question)
            waiting[record.id] = record
        waited: list[float] = []

        def all_answered() -> bool:
            for id_ in [id_ for id_, record in waiting.items() if self._answered(record)]:
                del waiting[id_]
                waited.append(time.perf_counter() - began)
            return not waiting

        await self.wire.until(all_answered, seconds=120)
        return waited

    def _answered(self, record: Interaction) -> bool:
        if not record.message_id:
            return False
        embeds = self.wire.backend.get_message(record.channel_id, record.message_id).embeds
        return bool(embeds) and embeds[0]["description"] != ENGLISH.still_looking


def memory(pid: int) -> tuple[int, int]:
    """The resident memory of a process, and of the processes that it has started, in MB."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    children = {int(child) for one in lists for child in one.read_text("ascii").split()}
    return resident(pid) // MEGABYTE, sum(map(resident, children)) // MEGABYTE


async def measure(data: Path, asked: Sequence[str], total: int) -> None:
    """Run the bot, ask, and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "lag")
        no_limits = {f"FOOTNOTE_{whose}_LIMIT": "0" for whose in ("USER", "CHANNEL", "SERVER")}
        async with Wire() as wire:
            load = Load(wire)
            env = {**os.environ, **wire.env, **no_limits, RECORD: str(record), "FOOTNOTE_LOG_LEVEL": "ERROR"}
            command = (sys.executable, "-m", "benchmarks.load", "--bot", str(data))
            bot = await asyncio.create_subprocess_exec(*command, env=env)
            try:
                await _measure(wire, load, asked, total, record, bot.pid)
            finally:
                bot.send_signal(signal.SIGTERM)
                await bot.wait()


async def _measure(wire: Wire, load: Load, asked: Sequence[str], total: int, record: Path, pid: int) -> None:
    await wire.until(lambda: wire.ready, seconds=60)
    await load.ask(asked[:20])  # what is read for the first time is read before anything is measured
    before = len(record.read_text("ascii").splitlines())
    waited = await load.ask(list(islice(cycle(asked), AT_ONCE)))
    lag = [float(line) for line in record.read_text("ascii").splitlines()[before:]]
    _print_figures(waited, lag)
    await _print_memory(load, asked, total, pid)


def _print_figures(waited: Sequence[float], lag: Sequence[float]) -> None:
    shares = (0.5, 0.95, 0.99)
    seconds = " ".join(f"p{100 * share:.0f} {percentile(waited, share):.2f}" for share in shares)
    print(f"{AT_ONCE} questions at once by {USERS} users, seconds until the answer: {seconds} most {max(waited):.2f}")
    late = " ".join(f"p{100 * share:.0f} {percentile(lag, share):.1f}" for share in shares)
    print(f"event loop meanwhile, milliseconds late: {late} most {max(lag):.1f} ({len(lag)} samples)")


async def _print_memory(load: Load, asked: Sequence[str], total: int, pid: int) -> None:
    stream = cycle(asked)
    done = 0
    while done < total:
        if done % (total // 5 // WAVE * WAVE or WAVE) == 0:
            print(f"after {done:5d} more: bot {memory(pid)[0]} MB, its processes {memory(pid)[1]} MB")
        await load.ask(list(islice(stream, WAVE)))
        done += WAVE
    print(f"after {done:5d} more: bot {memory(pid)[0]} MB, its processes {memory(pid)[1]} MB")


def main() -> int:
    """Measure, or (with --bot) be the bot that is measured."""
    read = argparse.ArgumentParser(description="The Discord bot under load.")
    read.add_argument("data", type=Path)
    read.add_argument("questions", type=Path, nargs="?")
    read.add_argument("--total", type=int, default=5000)
    read.add_argument("--bot", action="store_true", help=argparse.SUPPRESS)
    given = read.parse_args()
    if given.bot:
        run.Footnote = Measured  # type: ignore[attr-defined]  # the same bot, which also measures
        return run.run(Settings.from_env({**os.environ, "FOOTNOTE_DATA": str(given.data)}))
    asyncio.run(measure(given.data, questions(given.questions, given.total), given.total))
    return 0


if __name__ == "__main__":
    sys.exit(main())
