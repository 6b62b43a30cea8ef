"""The slash commands for everyone: /ask, /search, /source and /help."""

from typing import Any

import discord
from discord import app_commands

from bot.discord_bot import jobs
from bot.discord_bot.base import Interaction
from bot.discord_bot.delivery import respond
from bot.discord_bot.message import hits_reply
from bot.discord_bot.paging import page_buttons, page_embed
from bot.discord_bot.reply import FOUND, sentence

SEARCH_HITS = 5
LOOK_UP_SECONDS = 10.0
AUTOCOMPLETE_SECONDS = 2.0

HELP = """\
I answer from this community's documents, and only in their own words: every quote stands in its source to the \
letter, with a link to it. I make nothing up; when no document answers, I say so.

**/ask** a question: up to three quotes that answer it. With `private`, only you see them.
**/search** some words: the passages that match best. Only you see them.
**/source** a document: what is known about it, and its text. Only you see it.
**Find sources**, in the menu of a message: passages that share words with it. Only you see them, until you post them.
**/corpus** is for those who manage this server: add, list and remove its own documents.

You can also mention me with a question, reply to one of my messages with the ping on, or send me a direct message."""

NO_SUCH_DOCUMENT = "No single document is called that. Pick one of those that appear as you type."


@app_commands.command(description="Ask a question; the answer is quoted from the sources, to the letter")
@app_commands.describe(question="What you want to know", private="Show the answer to you only")
async def ask(interaction: Interaction, question: app_commands.Range[str, 1, 500], private: bool = False) -> None:
    """Answer a question with quotes."""
    await interaction.response.defer(thinking=True, ephemeral=private)
    client = interaction.client
    with client.running.task():
        reply = await client.answer(question, interaction.guild_id, repeat_question=True)
        await respond(interaction, reply)


@app_commands.command(description="Find passages in the sources; only you see them")
@app_commands.describe(query="Words to look for")
async def search(interaction: Interaction, query: app_commands.Range[str, 1, 500]) -> None:
    """Show the passages that match best."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    client = interaction.client
    with client.running.task():
        hits = await client.work(
            interaction.guild_id, lambda desk, read: jobs.search(desk, query, read, SEARCH_HITS), LOOK_UP_SECONDS
        )
        await respond(interaction, hits_reply(query, hits))


@app_commands.command(description="Show a document: what is known about it, and its text; only you see it")
@app_commands.describe(document="A title, publisher or id; suggestions appear as you type")
async def source(interaction: Interaction, document: app_commands.Range[str, 1, 500]) -> None:
    """Show what is known about a document, and the first page of its text."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    client = interaction.client
    with client.running.task():
        found = await client.work(
            interaction.guild_id, lambda desk, read: jobs.look_up(desk, document, read), LOOK_UP_SECONDS
        )
        if found is None:
            await interaction.edit_original_response(embed=sentence(NO_SUCH_DOCUMENT).embed())
        else:
            await interaction.edit_original_response(embed=page_embed(found, 0), view=page_buttons(found, 0))


@source.autocomplete("document")
async def offer_documents(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Documents to choose from: at most 25, each named in at most 100 characters."""
    try:
        found = await interaction.client.work(
            interaction.guild_id,
            lambda desk, read: jobs.choices(desk.summaries(collections=read), typed),
            AUTOCOMPLETE_SECONDS,
        )
    except TimeoutError:
        # Discord waits three seconds for suggestions; without any, a title can still be typed.
        return []
    return [app_commands.Choice(name=choice.line, value=choice.id) for choice in found]


@app_commands.command(name="help", description="How to ask, and what the answers are")
async def help_(interaction: Interaction) -> None:
    """Say what the bot does."""
    await interaction.response.send_message(embed=discord.Embed(description=HELP, colour=FOUND), ephemeral=True)


COMMANDS: tuple[app_commands.Command[Any, ..., None], ...] = (ask, search, source, help_)
