"""/settings: how the bot behaves in one server, for those who manage it."""

from dataclasses import replace

import discord
from discord import app_commands

from bot.desk import LIBRARY
from bot.discord_bot import jobs
from bot.discord_bot.base import LOOK_UP_SECONDS, SUGGEST_SECONDS, Interaction, added_server
from bot.discord_bot.delivery import respond
from bot.discord_bot.escape import label
from bot.discord_bot.jobs import MOST_CHOICES
from bot.discord_bot.languages.choice import LANGUAGES
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.reply import FOUND, sentence
from bot.discord_bot.server_settings import ServerSettings
from bot.discord_bot.unfinished import thinking

SHOWN = 15  # channels in a list
Channel = discord.TextChannel | discord.Thread | discord.ForumChannel | discord.VoiceChannel | discord.StageChannel

settings = app_commands.Group(
    name="settings",
    description="How I behave in this server",
    guild_only=True,
    default_permissions=discord.Permissions(manage_guild=True),
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
)


async def _server(interaction: Interaction) -> tuple[int, ServerSettings, Texts]:
    """The server of a command, its settings, and the bot's own texts in its language."""
    guild_id, texts = await added_server(interaction)
    return guild_id, await interaction.client.server(guild_id), texts


async def _change(interaction: Interaction, guild_id: int, changed: ServerSettings) -> None:
    """Keep the changed settings and show them all."""
    await interaction.client.change_server(guild_id, changed)
    await _show(interaction, changed, await interaction.client.texts_for(interaction))


async def _show(interaction: Interaction, chosen: ServerSettings, texts: Texts) -> None:
    default = str(interaction.client.settings.quotes)
    automatic = texts.settings_automatic.format(value=LANGUAGES[texts.language])
    language = LANGUAGES[chosen.language] if chosen.language else automatic
    shared = texts.settings_default.format(value=LIBRARY) if chosen.shared is None else _listed(chosen.shared, texts)
    lines = [
        texts.settings_language.format(value=language),
        texts.settings_quotes.format(value=chosen.quotes or texts.settings_default.format(value=default)),
        texts.settings_shared.format(value=shared),
        texts.settings_silent.format(value=_channels(chosen.silent, texts)),
        texts.settings_listen.format(value=_channels(chosen.listen, texts)),
    ]
    if not interaction.client.settings.message_content:
        lines.append(f"-# {texts.settings_needs_intent}")
    embed = discord.Embed(title=texts.settings_title, description="\n".join(lines), colour=FOUND)
    await interaction.edit_original_response(embed=embed)


def _channels(ids: tuple[int, ...], texts: Texts) -> str:
    shown = " ".join(f"<#{id_}>" for id_ in ids[:SHOWN])
    return f"{shown} …" if len(ids) > SHOWN else shown or texts.settings_none


def _listed(names: tuple[str, ...], texts: Texts) -> str:
    return ", ".join(label(name, 64) for name in names) or texts.settings_none


@settings.command(description="Show how I behave in this server")
async def show(interaction: Interaction) -> None:
    """Show all settings."""
    async with thinking(interaction):
        _, chosen, texts = await _server(interaction)
        await _show(interaction, chosen, texts)


@settings.command(description="Answer in a channel without being mentioned, or no longer")
@app_commands.describe(channel="The channel", on="Whether it is so")
async def listen(interaction: Interaction, channel: Channel, on: bool) -> None:
    """Choose a channel in which every message is a question; needs the host's consent."""
    async with thinking(interaction):
        guild_id, chosen, texts = await _server(interaction)
        if on and not interaction.client.settings.message_content:
            await respond(interaction, sentence(texts.settings_needs_intent))
            return
        await _change(interaction, guild_id, chosen.listening(channel.id, on))


@settings.command(description="Never answer in a channel, or answer there again")
@app_commands.describe(channel="The channel", on="Whether it is so")
async def silent(interaction: Interaction, channel: Channel, on: bool) -> None:
    """Choose a channel in which the bot never answers publicly."""
    async with thinking(interaction):
        guild_id, chosen, _ = await _server(interaction)
        await _change(interaction, guild_id, chosen.silenced(channel.id, on))


@settings.command(description="The language of my own texts; quotes stay as they are")
@app_commands.describe(language="Discord's own choice, or one for this server")
@app_commands.choices(
    language=[
        app_commands.Choice(name="Discord", value=""),
        *(app_commands.Choice(name=name, value=code) for code, name in LANGUAGES.items()),
    ]
)
async def language(interaction: Interaction, language: str) -> None:
    """Choose a language, or the one that Discord has for the server."""
    async with thinking(interaction):
        guild_id, chosen, _ = await _server(interaction)
        await _change(interaction, guild_id, replace(chosen, language=language or None))


@settings.command(description="How many quotes an answer has at most")
@app_commands.describe(most="From 1 to 5")
async def quotes(interaction: Interaction, most: app_commands.Range[int, 1, 5]) -> None:
    """Choose the most quotes of an answer."""
    async with thinking(interaction):
        guild_id, chosen, _ = await _server(interaction)
        await _change(interaction, guild_id, replace(chosen, quotes=most))


@settings.command(description="Read a shared collection here, or no longer")
@app_commands.describe(collection="The name of the collection", on="Whether it is so")
async def shared(interaction: Interaction, collection: str, on: bool) -> None:
    """Choose a shared collection to read beside the server's own documents."""
    async with thinking(interaction):
        guild_id, chosen, texts = await _server(interaction)
        names = await interaction.client.workers.reader.run(
            lambda desk: jobs.shared(desk.collections()), seconds=LOOK_UP_SECONDS
        )
        if collection not in names:
            told = texts.settings_no_collection.format(name=label(collection, 64), names=_listed(tuple(names), texts))
            await respond(interaction, sentence(told))
            return
        # The first choice starts from what is read by default: the library.
        read = {LIBRARY} if chosen.shared is None else set(chosen.shared)
        read = read | {collection} if on else read - {collection}
        await _change(interaction, guild_id, replace(chosen, shared=tuple(sorted(read))))


@shared.autocomplete("collection")
async def offer_collections(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """The shared collections whose names hold what was typed."""
    try:
        names = await interaction.client.workers.reader.run(
            lambda desk: jobs.shared(desk.collections()), seconds=SUGGEST_SECONDS
        )
    except TimeoutError:
        return []
    found = [name for name in names if typed.casefold() in name]
    return [app_commands.Choice(name=name, value=name) for name in found[:MOST_CHOICES]]
