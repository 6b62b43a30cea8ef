"""A checked quotation as a reply: the verdict, the places to the letter, and what was changed."""

from collections.abc import Iterator

from answer.quotation import Check, Edit, Match, PlaceId, Verdict
from answer.quotation.copies import later
from answer.quotation.model import FORM
from bot.discord_bot.budget import AUTHOR, Block
from bot.discord_bot.escape import block_quote, escape, label, plain_label, showable
from bot.discord_bot.languages.check_texts import CheckTexts
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.reply import NOT_FOUND, Reply
from bot.discord_bot.source import name, quoted_from

MOST_PLACES, MOST_CHANGES, MOST_COPIES = 3, 6, 3


def check_reply(given: Check, texts: Texts) -> Reply:
    """The reply to a check. The words of a source are shown as they are stored, never as they were quoted."""
    own = texts.check
    asked = plain_label(given.quote, AUTHOR)
    if given.verdict is Verdict.ABSENT:
        return _absent(given, asked, own, texts)
    blocks, number, left = [], 0, 0
    for part, places in enumerate(given.parts, 1):
        head = own.part.format(number=part, words=label(places[0].quoted, 120)) if len(given.parts) > 1 else ""
        for match in places[:MOST_PLACES]:
            number += 1
            blocks.append(_place_block(match, number, head, own, texts))
            head = ""
        left += max(0, len(places) - MOST_PLACES)
    foot = f"-# {own.more_places.format(count=left)}" if left else ""
    return Reply(title=_verdict(given, own), blocks=tuple(blocks), foot=foot, asked=asked, texts=texts)


def _verdict(given: Check, own: CheckTexts) -> str:
    if given.verdict is Verdict.EXACT:
        return own.exact
    if given.spliced:
        return own.spliced.format(count=len(given.parts))
    changes = [edit for places in given.parts for edit in places[0].changes if not edit.marked]
    return own.form_only if all(FORM.issuperset(edit.about) for edit in changes) else own.altered


def _absent(given: Check, asked: str, own: CheckTexts, texts: Texts) -> Reply:
    if PlaceId.read(given.quote):
        return Reply(head=own.changed_since, asked=asked, colour=NOT_FOUND, texts=texts)
    if given.too_short:
        return Reply(head=own.too_short, asked=asked, colour=NOT_FOUND, texts=texts)
    if given.nearest is None:
        return Reply(head=own.absent, asked=asked, colour=NOT_FOUND, texts=texts)
    source = quoted_from(given.nearest.place, None, texts)
    shown = f"{own.nearest}\n{_words(given.nearest, texts)}\n{source}"
    blocks = (Block(shown, f"{own.nearest}\n{source}"),)
    return Reply(head=own.absent, blocks=blocks, asked=asked, colour=NOT_FOUND, texts=texts)


def _place_block(match: Match, number: int, head: str, own: CheckTexts, texts: Texts) -> Block:
    source = quoted_from(match.place, number, texts)
    notes = list(_notes(match, own))
    lines = [head, _words(match, texts), source, *notes]
    short = [head, texts.too_long, source, *notes]
    return Block("\n".join(line for line in lines if line), "\n".join(line for line in short if line))


def _words(match: Match, texts: Texts) -> str:
    text = match.place.text
    return block_quote(escape(text)) if showable(text) else texts.not_showable


def _notes(match: Match, own: CheckTexts) -> Iterator[str]:
    if match.speaker:
        yield f"-# {own.said_by.format(name=label(match.speaker, 80))}"
    # What can turn the meaning comes first, and form last.
    changes = sorted(
        match.changes, key=lambda edit: (edit.marked, FORM.issuperset(edit.about), not _concern(edit, own))
    )
    for edit in changes[:MOST_CHANGES]:
        yield f"-# {_change(edit, own)}"
    for told, copies in zip((own.copies, own.also), later(match.copies, match), strict=True):
        if copies:
            titles = ", ".join(
                label(copy.document.publisher or name(copy.document), 80) for copy in copies[:MOST_COPIES]
            )
            yield f"-# {told.format(titles=titles)}"


def _change(edit: Edit, own: CheckTexts) -> str:
    form = own.left_out if not edit.quoted else own.added if not edit.stored else own.replaced
    told = form.format(quoted=label(edit.quoted, 120), stored=label(edit.stored, 120))
    notes = [note for note in (_concern(edit, own), own.marked if edit.marked else "") if note]
    return f"{told} ({', '.join(notes)})" if notes else told


def _concern(edit: Edit, own: CheckTexts) -> str:
    return ", ".join(own.concerns[about] for about in edit.about if about in own.concerns)
