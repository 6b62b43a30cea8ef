"""What the buttons under an answer do. Only who asked, or a moderator, changes what everyone sees."""

import re

from bot.desk import Desk, Fate
from bot.discord_bot import jobs
from bot.discord_bot.asking import MOST_QUOTES, Place, answer, awaited, followed_up, question_of, refusal
from bot.discord_bot.base import Interaction
from bot.discord_bot.budget import Block
from bot.discord_bot.buttons import JUDGE, MORE, Reference, asker_of, follow_up_form, references
from bot.discord_bot.delivery import respond, say
from bot.discord_bot.escape import block_quote, bold, showable
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.paging import page_buttons, page_embed, page_with
from bot.discord_bot.reply import Reply, sentence
from bot.discord_bot.source import source_line
from bot.discord_bot.unfinished import changing, thinking
from corpus.documents import Document
from corpus.sentences import sentences

AROUND = 700  # characters before and after a quote that are looked at for sentences
SENTENCES_AROUND = 2

_WORD = re.compile(r"\w(?:[\w'’-]*\w)?")


def may_change(interaction: Interaction, asker: int) -> bool:
    """Whether who presses may change what everyone sees: who asked, or who may delete others' messages."""
    return interaction.user.id == asker or (
        interaction.guild_id is not None and interaction.permissions.manage_messages
    )


async def _say_in_place(interaction: Interaction, told: str, *, private: bool) -> None:
    """A sentence in the place of the private response that was promised, else beside the answer that stays."""
    if private:
        await respond(interaction, sentence(told))
    else:
        await say(interaction, told)


async def more(interaction: Interaction, pressed: str) -> None:
    """Show up to six quotes: in the answer itself to who asked, to others privately."""
    found = MORE.fullmatch(pressed)
    assert found is not None
    assert interaction.message is not None
    texts = await interaction.client.texts_for(interaction)
    place = Place.of(interaction)
    if refused := refusal(interaction.client, place, texts):
        await say(interaction, refused)
        return
    asker = int(found["asker"])
    changes = may_change(interaction, asker)
    async with changing(interaction, in_place=changes):
        question = await question_of(interaction.client, interaction.message)
        if question is None:
            await _say_in_place(interaction, texts.question_gone, private=not changes)
            return
        above = bool(interaction.message.embeds and interaction.message.embeds[0].author.name)
        whose = Place(asker if changes else place.user, place.channel, place.guild, place.manages)
        response = await answer(
            interaction.client, question, whose, texts, repeat_question=above or not changes, quotes=MOST_QUOTES
        )
        if len(response.answer.citations) <= len(references(interaction.message)):
            await _say_in_place(interaction, texts.no_more, private=not changes)
            return
        await respond(interaction, response.reply, response.buttons)


async def context(interaction: Interaction, _: str) -> None:
    """Show the quotes among the sentences around them, to who pressed only."""
    async with thinking(interaction):
        assert interaction.message is not None
        wanted = references(interaction.message)
        texts = await interaction.client.texts_for(interaction)
        parts = await interaction.client.work(
            interaction.guild_id, lambda desk, read: _parts(desk, wanted, read, texts)
        )
        found = Reply(title=texts.context_title, blocks=tuple(parts), texts=texts)
        await respond(interaction, found if parts else sentence(texts.source_gone))


def _parts(desk: Desk, wanted: list[Reference], read: jobs.Collections, texts: Texts) -> list[Block]:
    """For each passage that still stands where it stood: its source, and its words among the sentences around."""
    blocks = []
    for number, reference in enumerate(wanted, 1):
        document = jobs.named(desk, reference.id, read, reference.holds)
        if document and reference.holds(document):
            line = source_line(document, number=number, texts=texts)
            blocks.append(Block(f"{_among(document, reference)}\n{line}", line))
    return blocks


def _among(document: Document, reference: Reference) -> str:
    """The passage in bold, with up to two sentences before and after it."""
    text, start, end = document.text, reference.start, reference.end
    before = sentences(text, max(0, start - AROUND), start)[-SENTENCES_AROUND:]
    after = sentences(text, end, min(len(text), end + AROUND))[:SENTENCES_AROUND]
    first = before[0][0] if before else start
    last = after[-1][1] if after else end
    whole = text[first:last]
    if not showable(whole):
        return ""
    words = [found.span() for found in _WORD.finditer(whole, start - first, end - first)]
    return block_quote(bold(whole, words))


async def source(interaction: Interaction, chosen: str) -> None:
    """Show the page of a cited document on which the quote stands, to who chose only."""
    async with thinking(interaction):
        texts = await interaction.client.texts_for(interaction)
        reference = Reference.read(chosen)
        document, fate = None, Fate()
        if reference:
            wanted = reference
            document, fate = await interaction.client.work(
                interaction.guild_id,
                lambda desk, read: jobs.with_fate(desk, jobs.named(desk, wanted.id, read, wanted.holds)),
            )
        if document is None or reference is None:
            await respond(interaction, sentence(texts.document_gone))
            return
        number = page_with(document, reference.start) if reference.holds(document) else 0
        await interaction.edit_original_response(
            embed=page_embed(document, number, texts, fate), view=page_buttons(document, number, texts)
        )


async def ask_follow_up(interaction: Interaction, _: str) -> None:
    """Open the form for a follow-up question."""
    await interaction.response.send_modal(follow_up_form(await interaction.client.texts_for(interaction)))


async def follow_up(interaction: Interaction, typed: str) -> None:
    """Answer what was typed into the form; as private as the answer that it follows."""
    client = interaction.client
    texts = await client.texts_for(interaction)
    place = Place.of(interaction)
    if refused := refusal(client, place, texts):
        await say(interaction, refused)
        return
    shown = interaction.message
    async with thinking(interaction, private=bool(shown and shown.flags.ephemeral)):
        earlier = await question_of(client, shown) if shown else None
        work = answer(client, followed_up(typed, earlier), place, texts, repeat_question=True)
        response = await awaited(interaction, work, texts)
        await respond(interaction, response.reply, response.buttons)


async def judge(interaction: Interaction, pressed: str) -> None:
    """Note in the ledger whether the answer was useful; only who asked can say so."""
    found = JUDGE.fullmatch(pressed)
    assert found is not None
    texts = await interaction.client.texts_for(interaction)
    if interaction.user.id != int(found["asker"]):
        await say(interaction, texts.only_asker_judges)
        return
    number, useful, server = int(found["number"]), found["verdict"] == "useful", interaction.guild_id
    async with thinking(interaction):
        await interaction.client.ledger(lambda ledger: ledger.judge(number, server, useful))
        told = texts.thanks if useful else texts.thanks_not_useful
        await respond(interaction, sentence(told))


async def delete(interaction: Interaction, _: str) -> None:
    """Delete the answer, for who asked or a moderator."""
    assert interaction.message is not None
    if not may_change(interaction, asker_of(interaction.message)):
        await say(interaction, (await interaction.client.texts_for(interaction)).only_asker_deletes)
        return
    await interaction.response.defer()
    await interaction.delete_original_response()
