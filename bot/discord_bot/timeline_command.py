"""The slash command /timeline: dated quotes about a topic in calendar order, in pages that buttons turn."""

import re

import discord
from discord import app_commands

from answer.timeline import Entry, Timeline
from bot.discord_bot import jobs
from bot.discord_bot.asking import Place, admitted, awaited, question_of, refusal
from bot.discord_bot.base import Interaction
from bot.discord_bot.budget import AUTHOR, Block
from bot.discord_bot.buttons import without_memory
from bot.discord_bot.delivery import respond
from bot.discord_bot.escape import block_quote, escape, label, plain_label, showable
from bot.discord_bot.message import STATED
from bot.discord_bot.presses import may_change
from bot.discord_bot.reply import NOT_FOUND, Reply, sentence
from bot.discord_bot.source import also_in, quoted_from
from bot.discord_bot.texts import Texts
from bot.discord_bot.unfinished import changing, thinking

ENTRIES = 4  # on a page: as many quotes of the usual length as fit into one embed
SECONDS = 10.0

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
        await interaction.response.send_message(embed=sentence(refused).embed(), ephemeral=True)
        return
    asker = int(found["asker"])
    changes = may_change(interaction, asker)
    async with changing(interaction, in_place=changes):
        topic = await question_of(client, interaction.message)
        if topic is None:
            await interaction.followup.send(embed=sentence(texts.question_gone).embed(), ephemeral=True)
            return
        await _show(interaction, topic, int(found["page"]), asker if changes else interaction.user.id, texts)


async def _show(interaction: Interaction, topic: str, page: int, asker: int, texts: Texts) -> None:
    work = interaction.client.work(interaction.guild_id, lambda desk, read: jobs.timeline(desk, topic, read), SECONDS)
    told = await awaited(interaction, work, texts)
    page = min(page, _last_page(told))
    await respond(interaction, timeline_reply(told, page, texts), _buttons(told, page, asker, texts))


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
    if (basis := entry.date.basis or "") != STATED and (told := texts.basis(basis)):
        lines.append(f"-# “{label(entry.date.phrase, 100)}” ({label(told, 200)})")
    return Block("\n".join(lines), f"{head}\n{texts.too_long}\n{source}")


def _buttons(told: Timeline, page: int, asker: int, texts: Texts) -> discord.ui.View | None:
    """Buttons to the page before and the page after; None where there is only one."""
    if _last_page(told) == 0:
        return None
    view = discord.ui.View(timeout=None)
    for words, target in ((texts.previous, page - 1), (texts.next, page + 1)):
        if 0 <= target <= _last_page(told):
            view.add_item(discord.ui.Button(label=words, custom_id=f"timeline:{asker}:{target}"))
    return without_memory(view)
