"""When the bot leaves a server, everything of it is deleted after a stated time, with a receipt in the host's log."""

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bot.desk import Desk
from bot.discord_bot import uploads
from bot.discord_bot.access import server_collection, server_of
from bot.discord_bot.base import Client
from corpus.errors import FootnoteError
from corpus.ledger import Ledger

log = logging.getLogger(__name__)

DAY, HOUR = 86_400, 3_600  # seconds
SECONDS = 60.0
UPLOADED_LONG_AGO = DAY  # no file is read for so long
# What may go wrong with stores and files; that something took too long is an OSError too.
MISHAPS = (FootnoteError, OSError)


async def take_stock(client: Client) -> None:
    """Note which servers the bot is in, and which it left while it was not running; delete what is due."""
    present = [guild.id for guild in client.guilds]
    await client.ledger(lambda ledger: ledger.present(present))
    noted = await client.ledger(lambda ledger: ledger.servers())
    names = await client.workers.reader.run(lambda desk: desk.collections(), seconds=SECONDS)
    stocked = {guild_id for guild_id in map(server_of, names) if guild_id is not None}
    for guild_id in stocked.union(noted).difference(present):
        # Another process may be in the servers of other shards.
        if _shard(client, guild_id) in client.shards:
            await _note_left(client, guild_id)
    await clear(client)


async def left(client: Client, guild_id: int) -> None:
    """Note that the bot has left a server, and delete what is due."""
    await _note_left(client, guild_id)
    await clear(client)


async def came_back(client: Client, guild_id: int) -> None:
    """Note that the bot is in a server again."""
    await client.ledger(lambda ledger: ledger.present([guild_id]))


async def clear(client: Client) -> None:
    """Delete everything of the servers that the bot left long enough ago, and uploads that a kill left behind.

    What cannot be deleted now goes to the log, keeps nothing else waiting, and is tried again the next time.
    """
    data, workers, now = client.settings.data, client.workers, time.time()
    due = now - client.settings.keep_days * DAY
    with _tried("what is due"):
        for guild_id in await client.ledger(lambda ledger: ledger.left_before(due)):
            with _tried(f"server {guild_id}"):
                documents = await workers.writer.run(partial(_delete, data, guild_id), seconds=SECONDS)
                questions = await client.ledger(partial(_erase, guild_id))
                log.info("deleted all of server %d: %d documents, %d questions", guild_id, documents, questions)
    with _tried("old uploads"):
        await asyncio.to_thread(uploads.sweep, data, now - UPLOADED_LONG_AGO)


@contextmanager
def _tried(what: str) -> Iterator[None]:
    try:
        yield
    except MISHAPS as error:
        log.error("%s could not be deleted; it is tried again within the hour", what, exc_info=error)


async def every_hour(client: Client) -> None:
    """Delete what has become due, as long as the bot runs."""
    while True:
        await asyncio.sleep(HOUR)
        await clear(client)


async def _note_left(client: Client, guild_id: int) -> None:
    """Note that the bot has left a server; if that is news, say in the log what will become of its documents."""
    now = time.time()
    news = await client.ledger(lambda ledger: ledger.left(guild_id, now))
    client.forget_server(guild_id)
    if news:
        log.info("left server %d: its documents are deleted after %d days", guild_id, client.settings.keep_days)


def _delete(data: Path, guild_id: int, desk: Desk) -> int:
    """Delete a server's own documents and uploads; how many documents they were."""
    collection = server_collection(guild_id)
    uploads.remove(data, collection)
    count = _count(desk, collection)
    desk.delete(collection)
    return count


def _count(desk: Desk, collection: str) -> int:
    try:
        return desk.count(collections=[collection])
    except FootnoteError:  # there is none, or it is damaged, which is no reason to keep it
        return 0


def _erase(guild_id: int, ledger: Ledger) -> int:
    return ledger.erase(guild_id)


def _shard(client: Client, guild_id: int) -> int:
    return (guild_id >> 22) % (client.shard_count or 1)
