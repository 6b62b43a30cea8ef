"""Running the bot as a process: connecting, stopping on a signal, and saying in one line why it cannot connect."""

import asyncio
import logging
import os
import signal
import sys
from functools import partial

from bot.desk import Desk
from bot.discord_bot import leaving, refreshing
from bot.discord_bot.client import Footnote
from bot.discord_bot.connection import PORTAL, REFUSALS, choose_server, explain
from bot.settings import Settings

log = logging.getLogger(__name__)

STOPPED, CANNOT_RUN = 0, 2
# Together less than the 10 seconds that service managers give before they kill.
FINISH_SECONDS, CLOSE_SECONDS, DESK_SECONDS = 5.0, 2.0, 2.0

NO_TOKEN = f"DISCORD_TOKEN is not set: copy the bot's token from {PORTAL} into .env"


def run(settings: Settings) -> int:
    """Run the bot until SIGTERM or Ctrl-C; the exit status: 0 after a clean stop, 2 when it cannot run.

    Why it cannot is said in one line on standard error. Raises StoreError where the data folder cannot be read.
    """
    if not settings.discord_token:
        return _refuse(NO_TOKEN)
    _log_to_stderr(settings.log_level)
    choose_server(settings)
    try:
        clean = asyncio.run(_serve(settings, settings.discord_token))
    except REFUSALS as error:
        return _refuse(": ".join(explain(error)))
    if not clean:
        # A job that never ends sits in a thread that Python would wait for; the stores are safe without it.
        logging.shutdown()
        os._exit(STOPPED)
    return STOPPED


def _refuse(why: str) -> int:
    print(f"footnote: {why}", file=sys.stderr)  # noqa: T201 -- the one line that says why the bot does not run
    return CANNOT_RUN


def _log_to_stderr(level: int) -> None:
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    # In its debug log discord.py writes down what people wrote.
    logging.getLogger("discord").setLevel(max(level, logging.INFO))


async def _serve(settings: Settings, token: str) -> bool:
    """Connect and answer until a signal; whether everything could be closed in time."""
    stop = asyncio.Event()
    for received in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(received, stop.set)
    bot = Footnote(settings, partial(Desk, settings.data))
    connection = asyncio.create_task(bot.start(token))
    stopping = asyncio.create_task(stop.wait())
    beside = [asyncio.create_task(leaving.every_hour(bot)), asyncio.create_task(refreshing.regularly(settings))]
    try:
        await asyncio.wait({connection, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if connection.done():
            connection.result()
        else:
            log.info("stopping")
            await bot.running.finished(seconds=FINISH_SECONDS)
    finally:
        stopping.cancel()
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        clean = await _close(bot)
        connection.cancel()
    return clean


async def _close(bot: Footnote) -> bool:
    clean = True
    try:
        await asyncio.wait_for(bot.close(), CLOSE_SECONDS)
    except TimeoutError:
        log.warning("Discord did not close the connection in time")
    try:
        await bot.workers.close(seconds=DESK_SECONDS)
    except TimeoutError:
        log.warning("the desk did not close in time: a job is still running")
        clean = False
    return clean
