"""A document in Discord: what is known about it, and its text in pages that buttons turn, also after a restart."""

import re

import discord

from bot.discord_bot.base import Interaction
from bot.discord_bot.escape import escape, label
from bot.discord_bot.reply import FOUND, sentence
from bot.discord_bot.source import masked_link, name
from bot.wording import in_words
from corpus.documents import Document

# Twice as long when every character has to be escaped; with the head, that is within an embed's description.
PAGE = 1400
LONGEST_BUTTON_ID = 100
TURN_SECONDS = 10.0

_BUTTON = re.compile(r"source:(\d{1,6}):(.+)", re.DOTALL)


def pages(text: str) -> list[str]:
    """The text in pieces of at most PAGE characters, each ending after a line or a word where it can.

    Joined, they are the text; an empty text is one empty page.
    """
    parts: list[str] = []
    start = 0
    while len(text) - start > PAGE:
        ends = (text.rfind(mark, start + PAGE // 2, start + PAGE) for mark in "\n ")
        end = next((found + 1 for found in ends if found >= 0), start + PAGE)
        parts.append(text[start:end])
        start = end
    return [*parts, text[start:]]


def page_embed(document: Document, number: int) -> discord.Embed:
    """One page of a document, counted from 0, under its title, publisher, author, date and id."""
    parts = pages(document.text)
    number = min(number, len(parts) - 1)
    known = {
        "Publisher": label(document.publisher or "", 80),
        "Author": label(document.author or "", 80),
        "Published": label(in_words(document.published), 60) if document.published else "",
        "Id": label(document.id, 100),
        "Address": masked_link("open", document.url),
    }
    head = " · ".join(f"{what}: {value}" for what, value in known.items() if value)
    body = f"{head}\n\n{escape(parts[number])}"
    embed = discord.Embed(title=label(name(document)), description=body, colour=FOUND)
    return embed.set_footer(text=f"Page {number + 1} of {len(parts)}")


def page_buttons(document: Document, number: int) -> discord.ui.View | None:
    """Buttons to the page before and the page after; None where there is one page, or the id is too long for one."""
    last = len(pages(document.text)) - 1
    if last == 0 or len(f"source:{last}:{document.id}") > LONGEST_BUTTON_ID:
        return None
    number = min(number, last)
    view = discord.ui.View(timeout=None)
    for words, target in (("Previous page", number - 1), ("Next page", number + 1)):
        custom_id = f"source:{target if 0 <= target <= last else number}:{document.id}"
        if 0 <= target <= last:
            view.add_item(discord.ui.Button(label=words, custom_id=custom_id))
    # Presses come in as plain interactions and are answered from their id; discord.py need not remember the view.
    view.stop()
    return view


async def turn(interaction: Interaction, pressed: str) -> None:
    """Show the page that a pressed button names, of a document that this server may read."""
    found = _BUTTON.fullmatch(pressed)
    if not found:
        return
    await interaction.response.defer()
    number, wanted = int(found[1]), found[2]
    document = await interaction.client.work(
        interaction.guild_id, lambda desk, read: desk.document(wanted, collections=read), TURN_SECONDS
    )
    if document is None:
        await interaction.edit_original_response(embed=sentence("This document is no longer here.").embed(), view=None)
        return
    await interaction.edit_original_response(embed=page_embed(document, number), view=page_buttons(document, number))
