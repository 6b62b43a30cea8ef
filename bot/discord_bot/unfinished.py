"""What somebody waits for: shown as being worked on, noted while it is, and mended after the bot was killed over it."""

import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import aiohttp
import discord
from discord.http import Route

from bot.discord_bot.base import Client, Interaction
from bot.discord_bot.languages.choice import texts
from bot.discord_bot.reply import sentence
from corpus.errors import FootnoteError, StoreError
from corpus.ledger import Unfinished

log = logging.getLogger(__name__)

# As long as Discord accepts an answer to a command, in seconds.
TOKEN_LIVES = 15 * 60
NOTE_SECONDS = 1.0


@asynccontextmanager
async def thinking(interaction: Interaction, *, private: bool = True) -> AsyncIterator[None]:
    """Within it, the person sees that the bot is thinking, and a stopping bot lets it finish.

    What is not `private` is so all the same in a channel in which the bot is to be silent.
    """
    client = interaction.client
    silent = interaction.channel_id in (await client.server(interaction.guild_id)).silent
    language = (await client.texts_for(interaction)).language
    async with _noted(client, interaction.id, token=interaction.token, language=language):
        await interaction.response.defer(thinking=True, ephemeral=private or silent)
        yield


@asynccontextmanager
async def changing(interaction: Interaction, *, in_place: bool) -> AsyncIterator[None]:
    """Within it, the message with the pressed button is being changed; or else (not `in_place`) a private one made."""
    if in_place:
        await interaction.response.defer()
        yield
    else:
        async with thinking(interaction):
            yield


@asynccontextmanager
async def answering(client: Client, message: discord.Message) -> AsyncIterator[None]:
    """Within it, a message is being answered, and a stopping bot lets the answer finish."""
    async with _noted(client, message.id, channel=message.channel.id):
        yield


@asynccontextmanager
async def _noted(
    client: Client, number: int, *, token: str | None = None, language: str | None = None, channel: int | None = None
) -> AsyncIterator[None]:
    one = Unfinished(number, client.settings.shards.owner, int(time.time()), token, language, channel)
    with client.running.task():
        try:
            await client.workers.ledger.run(lambda ledger: ledger.begin(one), seconds=NOTE_SECONDS)
        except (StoreError, TimeoutError) as error:
            log.warning("what is being worked on could not be noted", exc_info=error)
        try:
            yield
        finally:
            client.note(lambda ledger: ledger.finish(number))


async def cut_off(client: Client) -> list[Unfinished]:
    """What this bot was working on when it was stopped, and can still be mended; asked before it works on anything."""
    since = time.time() - TOKEN_LIVES
    try:
        return await client.workers.ledger.run(
            lambda ledger: ledger.cut_off(client.settings.shards.owner, since), seconds=NOTE_SECONDS
        )
    except (StoreError, TimeoutError) as error:
        log.warning("what was cut off by a stop cannot be looked up, and is not mended", exc_info=error)
        return []


async def mend(client: Client, ones: Sequence[Unfinished], answer: Callable[[int, int], Awaitable[None]]) -> None:
    """Tell who waits for a command to use it again, and let `answer` (channel, message) answer what was a message."""
    await client.wait_until_ready()
    for one in ones:
        try:
            if one.token is not None:
                await _apologise(client, one, one.token)
            elif one.channel is not None:
                await answer(one.channel, one.number)
        except (discord.HTTPException, aiohttp.ClientError, FootnoteError, TimeoutError) as error:
            log.warning("what was cut off by a stop cannot be mended any more", exc_info=error)
        client.note(lambda ledger, number=one.number: ledger.finish(number))  # type: ignore[misc]  # its default is typed


async def _apologise(client: Client, one: Unfinished, token: str) -> None:
    place = {"application_id": str(client.application_id), "token": token}
    path = "/webhooks/{application_id}/{token}/messages/@original"
    shown = await client.http.request(Route("GET", path, **place))
    if not discord.MessageFlags._from_value(shown["flags"]).loading:
        return
    number = secrets.token_hex(3)
    log.warning("a command was cut off by a stop, id %s", number)
    told = sentence(texts(one.language).interrupted.format(id=number)).embed()
    await client.http.request(Route("PATCH", path, **place), json={"embeds": [told.to_dict()]})
