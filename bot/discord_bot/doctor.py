"""What is right and wrong between the bot and Discord: token, application, intents, commands, every channel."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from functools import partial
from typing import Any

import discord
from discord import app_commands

from bot.desk import Desk
from bot.discord_bot.access import NEEDED_TO_ANSWER, invitation, missing_permissions
from bot.discord_bot.client import Footnote
from bot.discord_bot.connection import PORTAL, REFUSALS, choose_server, explain
from bot.discord_bot.sync import FILE
from bot.finding import Finding
from bot.settings import Settings


def examine_discord(settings: Settings) -> Iterator[Finding]:
    """Ask Discord about everything the bot needs there; changes nothing, and never raises for what Discord says.

    Needs `settings.discord_token`, and a thread in which no event loop runs.
    """
    choose_server(settings)
    yield from asyncio.run(_everything(settings))


async def _everything(settings: Settings) -> list[Finding]:
    found: list[Finding] = []
    async with discord.Client(intents=discord.Intents(guilds=True)) as client:
        try:
            await client.login(settings.discord_token or "")
            found.append(Finding("Discord token", True, f"accepted; the bot is called {client.user}"))
            info = await client.application_info()
            found += [_application(info), _intents(info, settings)]
            found.append(await _commands(client, settings))
            found += [one async for one in _servers(client, info.id)]
        except REFUSALS as error:
            why, mend = explain(error)
            found.append(Finding("Discord", False, why, mend))
    return found


def _application(info: discord.AppInfo) -> Finding:
    if info.interactions_endpoint_url:
        mend = f"open {PORTAL}, choose the application, then General Information, and empty Interactions Endpoint URL"
        return Finding(
            "Discord application", False, "commands and buttons are sent to a web address, not to the bot", mend
        )
    return Finding("Discord application", True, f"{info.name}, id {info.id}")


def _intents(info: discord.AppInfo, settings: Settings) -> Finding:
    if not settings.message_content:
        return Finding("Discord intents", True, "none is privileged, and none is needed")
    if info.flags.gateway_message_content or info.flags.gateway_message_content_limited:
        return Finding("Discord intents", True, "message content is granted")
    why, mend = explain(discord.PrivilegedIntentsRequired(None))
    return Finding("Discord intents", False, why, mend)


async def _commands(client: discord.Client, settings: Settings) -> Finding:
    ours = Footnote(settings, partial(Desk, settings.data)).tree
    told = {(command.type, command.name) for command in await app_commands.CommandTree(client).fetch_commands()}
    wanted = {(_type(command), command.name) for command in ours.get_commands()}
    if told == wanted:
        return Finding("Discord commands", True, f"all {len(wanted)} are known to Discord")
    if not (settings.data / FILE).exists():
        return Finding("Discord commands", True, "not told yet; the bot tells Discord when it starts")
    differing = ", ".join(sorted(name for _, name in told ^ wanted))
    mend = f"delete {settings.data / FILE} and start the bot again"
    return Finding("Discord commands", False, f"Discord knows other commands than the bot has ({differing})", mend)


def _type(
    command: app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu,
) -> discord.AppCommandType:
    return command.type if isinstance(command, app_commands.ContextMenu) else discord.AppCommandType.chat_input


async def _servers(client: discord.Client, application_id: int) -> AsyncIterator[Finding]:
    servers = [guild async for guild in client.fetch_guilds(limit=None)]
    if not servers:
        invited = f"add it with {invitation(application_id)}"
        yield Finding("Discord servers", True, "the bot was not added to any", invited)
    for server in servers:
        for finding in await _channels(client, server.id):
            yield finding


async def _channels(client: discord.Client, guild_id: int) -> list[Finding]:
    """The channels of one server: a line for each in which the bot lacks something, and one for all the others."""
    assert client.user is not None
    guild = await client.fetch_guild(guild_id)
    me = await guild.fetch_member(client.user.id)
    written = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
    channels = [channel for channel in await guild.fetch_channels() if isinstance(channel, written)]
    seen = [channel for channel in channels if channel.permissions_for(me).view_channel]
    wrong: list[Finding] = []
    for channel in seen:
        if missing := missing_permissions(channel, me, (*NEEDED_TO_ANSWER, "embed_links")):
            mend = f"in Discord: Edit Channel, Permissions, add the bot's role, allow {', '.join(missing)}"
            lacks = f"lacks {', '.join(missing)}"
            wrong.append(Finding(f"#{channel.name} in {guild.name}", False, lacks, mend))
    hidden = f"; {len(channels) - len(seen)} hidden from the bot" if len(seen) < len(channels) else ""
    well = f"can answer in {len(seen) - len(wrong)} of {len(channels)} channels{hidden}"
    return [Finding(f"server {guild.name}", bool(seen) or not channels, well), *wrong]
