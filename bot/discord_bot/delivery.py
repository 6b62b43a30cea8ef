"""Sending a reply, and reading back what Discord made of it: a quote arrives to the letter or not at all."""

import logging

import discord

from bot.discord_bot.base import Interaction
from bot.discord_bot.escape import quotes_in
from bot.discord_bot.reply import Reply, sentence

log = logging.getLogger(__name__)


async def respond(interaction: Interaction, reply: Reply, buttons: discord.ui.View | None = None) -> None:
    """Put the reply in the place of the deferred response."""
    await _read_back(await interaction.edit_original_response(embed=reply.embed(), view=buttons), reply)


async def say(interaction: Interaction, told: str) -> None:
    """A sentence of our own that only who asked or pressed sees, beside all that is there."""
    embed = sentence(told).embed()
    if interaction.response.is_done():
        await interaction.followup.send(embed=embed, ephemeral=True)
    else:
        await interaction.response.send_message(embed=embed, ephemeral=True)


async def reply_to(message: discord.Message, reply: Reply, buttons: discord.ui.View | None = None) -> discord.Message:
    """Reply to a message without a ping; in plain text where the bot may not embed. Returns the reply as sent."""
    guild = message.guild
    view = buttons or discord.utils.MISSING
    if guild is None or message.channel.permissions_for(guild.me).embed_links:
        sent = await message.reply(embed=reply.embed(), view=view, mention_author=False)
    else:
        sent = await message.reply(reply.text(), view=view, mention_author=False, suppress_embeds=True)
    await _read_back(sent, reply)
    return sent


async def replace(shown: discord.Message, reply: Reply, buttons: discord.ui.View | None = None) -> None:
    """Put a reply in the place of an earlier one, in the form that the earlier one had."""
    if shown.embeds:
        changed = await shown.edit(content=None, embed=reply.embed(), view=buttons)
    else:
        changed = await shown.edit(content=reply.text(), view=buttons)
    await _read_back(changed, reply)


async def _read_back(sent: discord.Message, reply: Reply) -> None:
    """Replace a message whose quotes did not arrive intact by its plain form; withdraw it if that is no better."""
    if _intact(sent, reply):
        return
    log.warning("a quote did not arrive intact as an embed; sending it as plain text")
    if not _intact(await sent.edit(content=reply.text(), embed=None), reply):
        log.warning("a quote did not arrive intact as plain text either; withdrawing it")
        await sent.edit(content=None, embed=sentence(reply.texts.withdrawn).embed(), view=None)


def _intact(sent: discord.Message, reply: Reply) -> bool:
    if sent.embeds:
        return quotes_in(sent.embeds[0].description or "") == quotes_in(reply.embed().description or "")
    return quotes_in(sent.content) == quotes_in(reply.text())
