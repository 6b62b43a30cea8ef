"""The buttons under an answer. Their ids say all there is to know, so that they work after a restart.

An id holds what to do and, where it matters, who asked. Which passages are cited stands in the values of the select;
what was asked stands above the answer, or in the message that the answer replies to. Whoever forges an id gains
nothing: every document is looked up anew in what the server of the press may read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

import discord

from answer.model import Answer, Citation
from bot.discord_bot.budget import size
from bot.discord_bot.escape import plain_label
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.source import name
from corpus.documents import Document

# Discord's limit for the ids of buttons, and for the label, value and description of a select's options.
LONGEST = 100
LONGEST_MODAL_TITLE, LONGEST_FOLLOW_UP = 45, 300

CONTEXT, FOLLOW_UP, SOURCES = "context", "follow-up", "sources"
MORE = re.compile(r"more:(?P<asker>\d{1,20})")
DELETE = re.compile(r"delete:(?P<asker>\d{1,20})")
JUDGE = re.compile(r"(?P<verdict>useful|useless):(?P<asker>\d{1,20}):(?P<number>\d{1,19})")
ASKER = re.compile(r"(?:more|delete|useful|useless):(?P<asker>\d{1,20})(?::\d+)?")
_REFERENCE = re.compile(r"(?P<start>\d{1,12}):(?P<end>\d{1,12}):(?P<check>[0-9a-f]{8}):(?P<id>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reference:
    """A passage of a document as a select's value names it: offsets, and a checksum of the words that stood there."""

    id: str
    start: int
    end: int
    check: int

    @classmethod
    def to(cls, citation: Citation) -> "Reference":
        """The reference to what a citation quotes."""
        quoted = citation.sentence
        return cls(citation.document.id, quoted.start, quoted.end, checksum(citation.quote))

    @classmethod
    def read(cls, value: str) -> "Reference | None":
        """The reference that a value names; None if it names none."""
        found = _REFERENCE.fullmatch(value)
        return cls(found["id"], int(found["start"]), int(found["end"]), int(found["check"], 16)) if found else None

    def holds(self, document: Document) -> bool:
        """Whether the same words still stand at this place of the document."""
        return checksum(document.text[self.start : self.end]) == self.check

    def __str__(self) -> str:
        return f"{self.start}:{self.end}:{self.check:08x}:{self.id}"


def checksum(text: str) -> int:
    """A number of 32 bits by which to tell texts apart, not to guard them: CRC-32 of UTF-8."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def answer_buttons(
    answer: Answer, asker: int, number: int, texts: Texts, *, more: bool = True
) -> discord.ui.View | None:
    """The buttons for an answer to `asker`, which the ledger knows by `number`; None where there is no answer."""
    if not answer.answered:
        return None
    view = discord.ui.View(timeout=None)
    if more:
        view.add_item(discord.ui.Button(label=texts.more, custom_id=f"more:{asker}"))
    options = list(_options(answer.citations))
    if options:
        view.add_item(discord.ui.Button(label=texts.context, custom_id=CONTEXT))
    view.add_item(discord.ui.Button(label=texts.follow_up, custom_id=FOLLOW_UP))
    view.add_item(discord.ui.Button(label=texts.useful, custom_id=f"useful:{asker}:{number}"))
    view.add_item(discord.ui.Button(label=texts.not_useful, custom_id=f"useless:{asker}:{number}"))
    if options:
        view.add_item(discord.ui.Select(custom_id=SOURCES, placeholder=texts.sources, options=options))
    return without_memory(view)


def delete_button(asker: int, texts: Texts) -> discord.ui.View:
    """A button with which who asked deletes a reply: that there is no answer, or why, or one to a question now gone."""
    return row({f"delete:{asker}": texts.delete})


def page_turners(page: int, last: int, texts: Texts, to: Callable[[int], str]) -> discord.ui.View | None:
    """Buttons to the page before and the page after, counted from 0; `to` gives their ids. None where there is one."""
    targets = ((page - 1, texts.previous), (page + 1, texts.next))
    return row({to(target): words for target, words in targets if 0 <= target <= last}) if last else None


def row(labels: Mapping[str, str]) -> discord.ui.View:
    """Buttons, by their ids with what is written on each."""
    view = discord.ui.View(timeout=None)
    for custom_id, words in labels.items():
        view.add_item(discord.ui.Button(label=words, custom_id=custom_id))
    return without_memory(view)


def without_memory(view: discord.ui.View) -> discord.ui.View:
    """The view, which discord.py need not remember: presses come in as plain interactions."""
    view.stop()
    return view


def follow_up_form(texts: Texts) -> discord.ui.Modal:
    """The form in which a follow-up question is typed."""
    form = discord.ui.Modal(title=texts.follow_up[:LONGEST_MODAL_TITLE], custom_id=FOLLOW_UP, timeout=900)
    form.add_item(
        discord.ui.TextInput(
            label=texts.follow_up[:LONGEST_MODAL_TITLE],
            custom_id=FOLLOW_UP,
            placeholder=texts.follow_up_hint[:LONGEST],
            max_length=LONGEST_FOLLOW_UP,
        )
    )
    return form


def _options(citations: Iterable[Citation]) -> Iterator[discord.SelectOption]:
    """One for each citation whose reference is short enough to be a value."""
    for number, citation in enumerate(citations, 1):
        value = str(Reference.to(citation))
        if size(value) <= LONGEST:
            document = citation.document
            known = " · ".join(part for part in (document.publisher, document.published) if part)
            yield discord.SelectOption(
                label=f"[{number}] {name(document, LONGEST - 6)}",
                value=value,
                description=plain_label(known, LONGEST) or None,
            )


def components(message: discord.Message) -> Iterator[discord.Button | discord.SelectMenu]:
    """The buttons and selects of a message."""
    for row in message.components:
        if isinstance(row, discord.ActionRow):
            yield from (part for part in row.children if not isinstance(part, discord.TextInput))


def references(message: discord.Message) -> list[Reference]:
    """The passages that an answer's select names."""
    selects = (part for part in components(message) if isinstance(part, discord.SelectMenu))
    read = (Reference.read(option.value) for select in selects for option in select.options)
    return [reference for reference in read if reference]


def asker_of(message: discord.Message) -> int:
    """Who asked the question that a message of the bot answers, as its buttons say; 0 where they do not."""
    ids = (part.custom_id or "" for part in components(message))
    return next((int(found["asker"]) for id_ in ids if (found := ASKER.fullmatch(id_))), 0)
