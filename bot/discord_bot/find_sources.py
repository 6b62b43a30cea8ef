"""The message menu *Find sources*: where a message's quotation comes from, else passages that share words with it."""

import re
from collections.abc import Sequence

import discord
from discord import app_commands

from answer.quotation import Check, quoted_in
from bot.desk import LONGEST_QUESTION
from bot.discord_bot import jobs
from bot.discord_bot.asking import admitted
from bot.discord_bot.base import Interaction
from bot.discord_bot.buttons import row
from bot.discord_bot.check_command import checked
from bot.discord_bot.check_message import check_reply
from bot.discord_bot.delivery import respond, say
from bot.discord_bot.message import hits_reply
from bot.discord_bot.reply import sentence
from bot.discord_bot.unfinished import thinking
from index.engine import Hit

POST = "post publicly"
MOST = 3
QUOTED = 0.75  # of similarity: from here on a message is taken for a quotation

# Mentions, custom emoji, timestamps and addresses say nothing that a document could.
_NO_WORDS = re.compile(r"<[^<>\s]*>|https?://\S+")


@app_commands.context_menu(name="Find sources")
async def find_sources(interaction: Interaction, message: discord.Message) -> None:
    """Show the source of what the message quotes, else passages that share words with it, to who asked only."""
    client = interaction.client
    texts = await client.texts_for(interaction)
    if not await admitted(interaction, texts):
        return
    words = _NO_WORDS.sub(" ", message.content)[:LONGEST_QUESTION].strip()
    quoted = quoted_in(message.content) or words
    async with thinking(interaction):
        if not words:
            await respond(interaction, sentence(texts.find_no_words))
            return
        given = await client.work(interaction.guild_id, lambda desk, read: checked(desk, quoted, read))
        if _is_quotation(given):
            await respond(interaction, check_reply(given, texts), row({POST: texts.post}))
            return
        hits = await client.work(interaction.guild_id, lambda desk, read: jobs.search(desk, words, read, MOST))
        reply = hits_reply(words, _close(hits), head=texts.find_head, texts=texts)
        await respond(interaction, reply, row({POST: texts.post}) if hits else None)


def _is_quotation(given: Check) -> bool:
    """Whether the words are mostly some source's; a question about a source shares words with it too."""
    return bool(given.parts) and min(places[0].similarity for places in given.parts) >= QUOTED


def _close(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that hold at least half as many different words as the one that holds most."""
    most = max((len(hit.matched) for hit in hits), default=0)
    return [hit for hit in hits if 2 * len(hit.matched) >= most]


async def post(interaction: Interaction, _: str) -> None:
    """Post what a private message of the bot shows, in the name of who pressed its button."""
    texts = await interaction.client.texts_for(interaction)
    if interaction.guild_id is not None and not interaction.permissions.send_messages:
        await say(interaction, texts.may_not_write)
        return
    assert interaction.message is not None
    said = texts.posted_by.format(user=interaction.user.mention)
    await interaction.response.send_message(said, embeds=interaction.message.embeds)
