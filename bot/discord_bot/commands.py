"""The slash commands for everyone: /ask, /search, /source and /help."""

from typing import Any

import discord
from discord import app_commands

from bot.discord_bot import jobs
from bot.discord_bot.asking import Place, admitted, answer, awaited
from bot.discord_bot.base import SUGGEST_SECONDS, Interaction
from bot.discord_bot.delivery import respond
from bot.discord_bot.escape import label
from bot.discord_bot.examples import LONGEST
from bot.discord_bot.message import hits_reply
from bot.discord_bot.paging import page_buttons, page_embed
from bot.discord_bot.reply import FOUND, sentence
from bot.discord_bot.unfinished import thinking

SEARCH_HITS = 5


@app_commands.command(description="Ask a question; the answer is quoted from the sources, to the letter")
@app_commands.describe(question="What you want to know", private="Show the answer to you only")
async def ask(interaction: Interaction, question: app_commands.Range[str, 1, 500], private: bool = False) -> None:
    """Answer a question with quotes."""
    client, place = interaction.client, Place.of(interaction)
    texts = await client.texts_for(interaction)
    if not await admitted(interaction, texts):
        return
    async with thinking(interaction, private=private):
        response = await awaited(interaction, answer(client, question, place, texts, repeat_question=True), texts)
        await respond(interaction, response.reply, response.buttons)


@app_commands.command(description="Find passages in the sources; only you see them")
@app_commands.describe(query="Words to look for")
async def search(interaction: Interaction, query: app_commands.Range[str, 1, 500]) -> None:
    """Show the passages that match best."""
    client = interaction.client
    texts = await client.texts_for(interaction)
    if not await admitted(interaction, texts):
        return
    async with thinking(interaction):
        hits = await client.work(interaction.guild_id, lambda desk, read: jobs.search(desk, query, read, SEARCH_HITS))
        await respond(interaction, hits_reply(query, hits, texts=texts))


@app_commands.command(description="Show a document: what is known about it, and its text; only you see it")
@app_commands.describe(document="A title, publisher or id; suggestions appear as you type")
async def source(interaction: Interaction, document: app_commands.Range[str, 1, 500]) -> None:
    """Show what is known about a document, and the first page of its text."""
    client = interaction.client
    texts = await client.texts_for(interaction)
    async with thinking(interaction):
        found, fate = await client.work(
            interaction.guild_id,
            lambda desk, read: jobs.with_fate(desk, jobs.look_up(desk, document, read)),
        )
        if found is None:
            await respond(interaction, sentence(texts.no_such_document))
        else:
            await interaction.edit_original_response(
                embed=page_embed(found, 0, texts, fate), view=page_buttons(found, 0, texts)
            )


@source.autocomplete("document")
async def offer_documents(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Documents to choose from: at most 25, each named in at most 100 characters."""
    try:
        found = await interaction.client.work(
            interaction.guild_id,
            lambda desk, read: jobs.choices(desk.summaries(collections=read), typed),
            SUGGEST_SECONDS,
        )
    except TimeoutError:
        # Discord waits three seconds for suggestions; without any, a title can still be typed.
        return []
    return [app_commands.Choice(name=choice.line, value=choice.value) for choice in found]


@app_commands.command(name="help", description="How to ask, and what the answers are")
async def help_(interaction: Interaction) -> None:
    """Say what the bot does, with questions that this server's documents answer."""
    async with thinking(interaction):
        client = interaction.client
        texts = await client.texts_for(interaction)
        known = await client.examples(interaction.guild_id)
        commands = [("/ask", one) for one in known.questions] or [("/search", title) for title in known.titles]
        parts = [texts.help]
        if commands:
            lines = "\n".join(f"- `{command}` {label(words, LONGEST)}" for command, words in commands)
            parts.insert(0, f"{texts.help_examples}\n{lines}")
        await interaction.edit_original_response(embed=discord.Embed(description="\n\n".join(parts), colour=FOUND))


COMMANDS: tuple[app_commands.Command[Any, ..., None], ...] = (ask, search, source, help_)
