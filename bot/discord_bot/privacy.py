"""/privacy: what is kept of questions, and its deletion."""

import discord
from discord import app_commands

from bot.discord_bot.base import Interaction
from bot.discord_bot.reply import FOUND
from bot.discord_bot.unfinished import thinking


@app_commands.command(description="What I keep of questions, and how to delete it")
@app_commands.describe(delete="Delete what is kept of this server's questions")
async def privacy(interaction: Interaction, delete: bool = False) -> None:
    """Say what is kept and how much of it there is; delete it for those who manage the server."""
    async with thinking(interaction):
        client, guild_id = interaction.client, interaction.guild_id
        texts = await client.texts_for(interaction)
        parts = [texts.privacy.format(days=client.settings.keep_days)]
        if guild_id is not None and delete:
            if interaction.permissions.manage_guild:
                count = await client.ledger(lambda ledger: ledger.forget(guild_id))
                parts = [texts.privacy_deleted.format(count=count)]
            else:
                parts = [texts.privacy_needs_manager]
        elif guild_id is not None:
            totals = await client.ledger(lambda ledger: ledger.totals(guild_id))
            counts = texts.privacy_counts.format(
                asked=totals.asked, answered=totals.answered, useful=totals.useful, not_useful=totals.not_useful
            )
            parts.append(counts if totals.asked else texts.privacy_none)
        await interaction.edit_original_response(embed=discord.Embed(description="\n\n".join(parts), colour=FOUND))
