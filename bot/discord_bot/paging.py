"""A document in Discord: what is known about it, and its text in pages that buttons turn, also after a restart."""

import re

import discord

from bot.desk import Fate
from bot.discord_bot import jobs
from bot.discord_bot.base import Interaction
from bot.discord_bot.budget import size
from bot.discord_bot.buttons import LONGEST, checksum, page_turners
from bot.discord_bot.delivery import respond
from bot.discord_bot.escape import escape, label
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.reply import FOUND, sentence
from bot.discord_bot.source import masked_link, name
from corpus.documents import Document

# Twice as long when every character has to be escaped; with the head, that is within an embed's description.
PAGE = 1400

# The checksum of the text tells documents of several collections with the same id apart.
TURN = re.compile(r"source:(?P<page>\d{1,6}):(?P<check>[0-9a-f]{8}):(?P<id>.+)", re.DOTALL)


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


def page_with(document: Document, offset: int) -> int:
    """The number of the page, counted from 0, on which a character of the text stands."""
    end = 0
    for number, part in enumerate(pages(document.text)):
        end += len(part)
        if offset < end:
            return number
    return 0


def page_embed(document: Document, number: int, texts: Texts = ENGLISH, fate: Fate = Fate()) -> discord.Embed:  # noqa: B008 -- frozen
    """One page of a document, counted from 0, under its title, publisher, author, date, id and what became of it."""
    parts = pages(document.text)
    number = min(number, len(parts) - 1)
    known = {
        texts.publisher: label(document.publisher or "", 80),
        texts.author: label(document.author or "", 80),
        texts.published: label(texts.date(document.published, True), 60) if document.published else "",
        texts.id: label(document.id, 100),
        texts.address: masked_link(texts.open, document.url),
    }
    head = " · ".join(f"{what}: {value}" for what, value in known.items() if value)
    told = ((texts.gone_since, fate.gone_since), (texts.changed_on, fate.changed_at))
    notes = "".join(f"\n-# {words.format(day=texts.date(when[:10], False))}" for words, when in told if when)
    body = f"{head}{notes}\n\n{escape(parts[number])}"
    embed = discord.Embed(title=label(name(document)), description=body, colour=FOUND)
    return embed.set_footer(text=texts.page.format(number=number + 1, last=len(parts)))


def page_buttons(document: Document, number: int, texts: Texts = ENGLISH) -> discord.ui.View | None:
    """Buttons to the page before and the page after; None where there is one page, or the id is too long for one."""
    last = len(pages(document.text)) - 1
    if size(_turn_to(document, last)) > LONGEST:
        return None
    return page_turners(min(number, last), last, texts, lambda page: _turn_to(document, page))


def _turn_to(document: Document, page: int) -> str:
    return f"source:{page}:{checksum(document.text):08x}:{document.id}"


async def turn(interaction: Interaction, pressed: str) -> None:
    """Show the page that a pressed button names, of a document that this server may read."""
    found = TURN.fullmatch(pressed)
    assert found is not None
    await interaction.response.defer()
    number, check = int(found["page"]), int(found["check"], 16)
    texts = await interaction.client.texts_for(interaction)
    document, fate = await interaction.client.work(
        interaction.guild_id,
        lambda desk, read: jobs.with_fate(
            desk, jobs.named(desk, found["id"], read, lambda document: checksum(document.text) == check)
        ),
    )
    if document is None:
        await respond(interaction, sentence(texts.document_gone))
        return
    await interaction.edit_original_response(
        embed=page_embed(document, number, texts, fate), view=page_buttons(document, number, texts)
    )
