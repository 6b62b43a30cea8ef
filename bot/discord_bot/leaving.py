"""When the bot leaves a server, everything of it is deleted after a stated time, with a receipt in the host's log."""

import asyncio
import logging
import time
from functools import partial

from bot.desk import Desk
from bot.discord_bot.access import SERVER_PREFIX, server_collection
from bot.discord_bot.base import LEDGER_SECONDS, Client
from corpus.ledger import Ledger

log = logging.getLogger(__name__)

DAY, HOUR = 86_400, 3_600  # seconds
SECONDS = 60.0


async def take_stock(client: Client) -> None:
    """Note which servers the bot is in, and which it left while it was not running; delete what is due."""
    present = [guild.id for guild in client.guilds]
    await client.workers.ledger.run(lambda ledger: ledger.present(present), seconds=LEDGER_SECONDS)
    names = await client.workers.reader.run(lambda desk: desk.collections(), seconds=SECONDS)
    kept = {int(name.removeprefix(SERVER_PREFIX)) for name in names if name.removeprefix(SERVER_PREFIX).isdigit()}
    for guild_id in kept.difference(present):
        # Another process may be in the servers of other shards.
        if _shard(client, guild_id) in client.shards:
            await left(client, guild_id)
    await clear(client)


async def left(client: Client, guild_id: int) -> None:
    """Note that the bot has left a server, if that is news, and say in the log what will become of its documents."""
    now = time.time()
    await client.workers.ledger.run(lambda ledger: ledger.left(guild_id, now), seconds=LEDGER_SECONDS)
    client.forget_server(guild_id)
    log.info("left server %d: its documents are deleted after %d days", guild_id, client.settings.keep_days)
    await clear(client)


async def came_back(client: Client, guild_id: int) -> None:
    """Note that the bot is in a server again."""
    await client.workers.ledger.run(lambda ledger: ledger.present([guild_id]), seconds=LEDGER_SECONDS)


async def clear(client: Client) -> None:
    """Delete everything of the servers that the bot left long enough ago."""
    due = time.time() - client.settings.keep_days * DAY
    for guild_id in await client.workers.ledger.run(lambda ledger: ledger.left_before(due), seconds=LEDGER_SECONDS):
        documents = await client.workers.writer.run(partial(_delete, guild_id), seconds=SECONDS)
        questions = await client.workers.ledger.run(partial(_erase, guild_id), seconds=LEDGER_SECONDS)
        log.info("deleted all of server %d: %d documents, %d questions", guild_id, documents, questions)


async def every_hour(client: Client) -> None:
    """Delete what has become due, as long as the bot runs."""
    while True:
        await asyncio.sleep(HOUR)
        await clear(client)


def _delete(guild_id: int, desk: Desk) -> int:
    """Delete a server's own documents; how many they were."""
    collection = server_collection(guild_id)
    if collection not in desk.collections():
        return 0
    count = desk.count(collections=[collection])
    desk.delete(collection)
    return count


def _erase(guild_id: int, ledger: Ledger) -> int:
    return ledger.erase(guild_id)


def _shard(client: Client, guild_id: int) -> int:
    return (guild_id >> 22) % (client.shard_count or 1)
