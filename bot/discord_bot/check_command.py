"""The slash command /check: where a quotation comes from; and the button that hands its source on as a citation."""

import logging
import re
from dataclasses import replace

import discord
from discord import app_commands

from answer.quotation import Check, PlaceId, Verdict
from answer.quotation.citing import STYLES, cite
from bot.desk import Desk
from bot.discord_bot.asking import admitted, awaited
from bot.discord_bot.base import Interaction
from bot.discord_bot.budget import size
from bot.discord_bot.buttons import LONGEST, row
from bot.discord_bot.check_message import check_reply
from bot.discord_bot.delivery import respond
from bot.discord_bot.jobs import Collections, holds
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.reply import FOUND, sentence
from bot.discord_bot.unfinished import thinking
from corpus.documents import Passage

log = logging.getLogger(__name__)

LONGEST_CITATION = 900  # characters; the four of them fit into one embed

CITE = re.compile(r"cite:(?P<place>.+)", re.DOTALL)


@app_commands.command(description="Find where a quotation comes from, and whether it is exact")
@app_commands.describe(quote="The words that somebody quotes", private="Show the result to you only")
async def check(interaction: Interaction, quote: app_commands.Range[str, 1, 4000], private: bool = False) -> None:
    """Say whether a quotation is exact, altered or absent, and show its source."""
    client = interaction.client
    texts = await client.texts_for(interaction)
    if not await admitted(interaction, texts):
        return
    async with thinking(interaction, private=private):
        work = client.work(interaction.guild_id, lambda desk, read: checked(desk, quote, read))
        given = await awaited(interaction, work, texts)
        await respond(interaction, check_reply(given, texts), cite_button(given, texts))


def checked(desk: Desk, quote: str, collections: Collections) -> Check:
    """The desk's check, absent where the store does not hold the places that it names. Raises UsageError."""
    given = desk.check(quote, collections=collections)
    parts = tuple(tuple(match for match in places if holds(desk, match.place)) for places in given.parts)
    if all(parts):
        return replace(given, parts=parts)
    log.error("a checked quotation was not in the store as cited and was withheld")
    return Check(quote, Verdict.ABSENT)


def cite_button(given: Check, texts: Texts) -> discord.ui.View | None:
    """A button that cites the first place; None without one, or where its id is too long for a button."""
    if not given.parts:
        return None
    place = f"cite:{PlaceId.of(given.parts[0][0].place)}"
    if size(place) > LONGEST:
        return None
    return row({place: texts.check.cite})


async def show_citations(interaction: Interaction, pressed: str) -> None:
    """Show the citations of a checked place in all styles, ready to be copied, to who pressed only."""
    found = CITE.fullmatch(pressed)
    assert found is not None
    wanted = PlaceId.read(found["place"])
    client = interaction.client
    texts = await client.texts_for(interaction)
    async with thinking(interaction):
        place = await client.work(interaction.guild_id, lambda desk, read: _place(desk, wanted, read))
        if place is None:
            await respond(interaction, sentence(texts.check.cite_gone))
            return
        told = "\n".join(_copyable(cite(place, style)) for style in STYLES)
        await interaction.edit_original_response(embed=discord.Embed(description=told, colour=FOUND))


def _place(desk: Desk, wanted: PlaceId | None, collections: Collections) -> Passage | None:
    if wanted is None:
        return None
    places = (wanted.place(document) for document in desk.documents(wanted.document, collections=collections))
    return next(filter(None, places), None)


def _copyable(citation: str) -> str:
    """A citation as a code block, which Discord lets people copy whole; one that is too long ends with an ellipsis."""
    if size(citation) > LONGEST_CITATION:
        citation = citation[: LONGEST_CITATION // 2] + "…"
    # Nothing but three of these marks in a row ends a code block.
    return f"```\n{citation.replace('```', '′′′')}\n```"
