"""The message menu *Find sources*: passages that share words with somebody's message, private until posted."""

import re
from collections.abc import Sequence

import discord
from discord import app_commands

from bot.desk import LONGEST_QUESTION
from bot.discord_bot import jobs
from bot.discord_bot.base import Interaction
from bot.discord_bot.delivery import respond
from bot.discord_bot.message import hits_reply
from bot.discord_bot.reply import sentence
from index.engine import Hit

POST = "post publicly"
SECONDS = 10.0
MOST = 3

HEAD = "These passages share the most words with that message; whether they support it is yours to judge."
NO_WORDS = "That message has no words to look for."
NOT_HERE = "You may not write in this channel, so I do not post for you either."

# Mentions, custom emoji, timestamps and addresses say nothing that a document could.
_NO_WORDS = re.compile(r"<[^<>\s]*>|https?://\S+")


@app_commands.context_menu(name="Find sources")
async def find_sources(interaction: Interaction, message: discord.Message) -> None:
    """Show passages that share words with the message, to who asked only."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    client = interaction.client
    words = _NO_WORDS.sub(" ", message.content)[:LONGEST_QUESTION].strip()
    with client.running.task():
        if not words:
            await respond(interaction, sentence(NO_WORDS))
            return
        hits = await client.work(interaction.guild_id, lambda desk, read: jobs.search(desk, words, read, MOST), SECONDS)
        await respond(interaction, hits_reply(words, _close(hits), head=HEAD), _post_button() if hits else None)


def _close(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that hold at least half as many different words as the one that holds most."""
    most = max((len(hit.matched) for hit in hits), default=0)
    return [hit for hit in hits if 2 * len(hit.matched) >= most]


def _post_button() -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Post publicly", custom_id=POST))
    # A press comes in as a plain interaction that brings the message along; there is nothing to remember.
    view.stop()
    return view


async def post(interaction: Interaction) -> None:
    """Post what a private message of the bot shows, in the name of who pressed its button."""
    if interaction.guild_id is not None and not interaction.permissions.send_messages:
        await interaction.response.send_message(embed=sentence(NOT_HERE).embed(), ephemeral=True)
        return
    assert interaction.message is not None
    await interaction.response.send_message(f"Posted by {interaction.user.mention}", embeds=interaction.message.embeds)
