"""Looking at all sources again every so many hours while the bot runs, in a process that answering never waits for."""

import asyncio
import logging
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from bot.settings import Settings

log = logging.getLogger(__name__)

# Its time of change is when the last refresh began: a bot that is often restarted is refreshed no more often.
STAMP = "refreshed"
HOUR = 3_600.0
# The bot is let connect first.
FIRST_SECONDS = 30.0
# How much the refresh yields to the processes that answer, on the scale of nice(1).
NICE = 10
_ROOT = Path(__file__).parents[2]


async def regularly(settings: Settings, *, first: float = FIRST_SECONDS) -> None:
    """Refresh whenever it is due, never before `first` seconds have passed; cancelling it ends a refresh at once.

    Returns where that is not wanted. Of several processes over one data folder, the one with shard 0 does it.
    """
    if not settings.refresh_hours or 0 not in (settings.shards.ids or (0,)):
        return
    stamp = settings.data / STAMP
    await asyncio.sleep(first)
    while True:
        await asyncio.sleep(seconds_left(stamp, settings.refresh_hours))
        try:
            stamp.touch()
            await refresh(settings.data)
        except OSError as error:
            log.warning("refresh: it could not begin (%s)", error)
            await asyncio.sleep(HOUR)


def seconds_left(stamp: Path, hours: int) -> float:
    """How many seconds there are until the next refresh; 0 where none was made yet."""
    try:
        return max(0.0, stamp.stat().st_mtime + hours * HOUR - time.time())
    except FileNotFoundError:
        return 0.0


async def refresh(data: Path) -> None:
    """Refresh every collection and say in the log, in one line, what came of it. Raises OSError if it cannot begin."""
    # A command of its own: reading and storing take a processor core, which the event loop would share as a thread.
    command = (sys.executable, "-P", "-m", "bot", "--data", str(data.absolute()), "refresh", "--all")
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        start_new_session=True,  # a Ctrl-C in the terminal is the bot's to handle
    )
    try:
        with suppress(OSError):  # it has ended already
            os.setpriority(os.PRIO_PROCESS, process.pid, NICE)
        _, said = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    lines = said.decode("utf-8", "replace").split("\n")
    last = next((line for line in reversed(lines) if line.strip()), "").removeprefix("footnote: ")
    if process.returncode in (0, 1):
        log.info("refresh: %s", last)
    else:
        log.warning("refresh: ended early (%s); the next is tried in time", last)
