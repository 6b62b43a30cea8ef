"""The slash command /timeline: dated quotes about a topic in calendar order, in pages that buttons turn."""

import re

from discord import app_commands

from answer.timeline import Entry, Timeline
from bot.discord_bot import jobs
from bot.discord_bot.asking import Place, admitted, awaited, question_of, refusal
from bot.discord_bot.base import Interaction
from bot.discord_bot.budget import AUTHOR, Block
from bot.discord_bot.buttons import page_turners
from bot.discord_bot.delivery import respond, say
from bot.discord_bot.escape import block_quote, escape, label, plain_label, showable
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.presses import may_change
from bot.discord_bot.reply import NOT_FOUND, Reply
from bot.discord_bot.source import also_in, quoted_from
from bot.discord_bot.unfinished import changing, thinking

ENTRIES = 4  # on a page: as many quotes of the usual length as fit into one embed

TURN = re.compile(r"timeline:(?P<asker>\d{1,20}):(?P<page>\d{1,3})")


@app_commands.command(description="List dated quotes about a topic, in the order of the calendar")
@app_commands.describe(topic="What the quotes shall be about", private="Show the timeline to you only")
async def timeline(interaction: Interaction, topic: app_commands.Range[str, 1, 200], private: bool = False) -> None:
    """Show the first page of the timeline of a topic."""
    client = interaction.client
    texts = await client.texts_for(interaction)
    if not await admitted(interaction, texts):
        return
    async with thinking(interaction, private=private):
        await _show(interaction, topic, 0, interaction.user.id, texts)


async def turn(interaction: Interaction, pressed: str) -> None:
    """Show the page that a pressed button names: in its place to who asked, to others privately."""
    found = TURN.fullmatch(pressed)
    assert found is not None
    assert interaction.message is not None
    client = interaction.client
    texts = await client.texts_for(interaction)
    if refused := refusal(client, Place.of(interaction), texts):
        await say(interaction, refused)
        return
    asker = int(found["asker"])
    changes = may_change(interaction, asker)
    async with changing(interaction, in_place=changes):
        topic = await question_of(client, interaction.message)
        if topic is None:
            await say(interaction, texts.question_gone)
            return
        await _show(interaction, topic, int(found["page"]), asker if changes else interaction.user.id, texts)


async def _show(interaction: Interaction, topic: str, page: int, asker: int, texts: Texts) -> None:
    work = interaction.client.work(interaction.guild_id, lambda desk, read: jobs.timeline(desk, topic, read))
    told = await awaited(interaction, work, texts)
    page = min(page, _last_page(told))
    buttons = page_turners(page, _last_page(told), texts, lambda target: f"timeline:{asker}:{target}")
    await respond(interaction, timeline_reply(told, page, texts), buttons)


def _last_page(told: Timeline) -> int:
    return max(0, len(told.entries) - 1) // ENTRIES


def timeline_reply(told: Timeline, page: int, texts: Texts) -> Reply:
    """One page of a timeline, counted from 0: each quote under its date, with its source and the derivation."""
    asked = plain_label(told.topic, AUTHOR)
    if not told.entries:
        return Reply(head=texts.nothing_matches, asked=asked, colour=NOT_FOUND, texts=texts)
    first = page * ENTRIES
    blocks = tuple(
        _block(entry, number, texts) for number, entry in enumerate(told.entries[first : first + ENTRIES], first + 1)
    )
    foot = f"-# {texts.page.format(number=page + 1, last=_last_page(told) + 1)}" if _last_page(told) else ""
    return Reply(blocks=blocks, foot=foot, asked=asked, texts=texts)


def _block(entry: Entry, number: int, texts: Texts) -> Block:
    when = texts.date(entry.date.value, False) if entry.known and entry.date.value else texts.not_known
    head = f"**{label(when[:1].upper() + when[1:], 60)}**"
    source = quoted_from(entry.quote, number, texts)
    if not showable(entry.quote.text):
        withheld = f"{head}\n{texts.not_showable}\n{source}"
        return Block(withheld, withheld)
    lines = [head, block_quote(escape(entry.quote.text)), source, *also_in(entry.also, texts)]
    if entry.date.derived and (told := texts.basis(entry.date.basis)):
        lines.append(f"-# “{label(entry.date.phrase, 100)}” ({label(told, 200)})")
    return Block("\n".join(lines), f"{head}\n{texts.too_long}\n{source}")
