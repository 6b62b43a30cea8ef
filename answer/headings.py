"""What a sentence stands under: the heading of its section and the head of its table, found from the stored text.

A stored text keeps no levels, and of the marks of lists the numbers at most. Its blocks are told apart by how they end:
a heading is a short block that no stop closes, alone before what it heads; where several such blocks follow each other,
some are items of a list, and a heading is named only where it is sure which one it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from corpus.documents import Passage
from corpus.lines import BETWEEN_CELLS, opens_item
from corpus.sentence_ends import AFTER_THE_END, STOPS
from corpus.sentences import paragraphs
from corpus.spans import Span, trim

LONGEST_HEADING = 8  # words
LONGEST_QUESTION = 16
_LONGEST_OPEN = 20  # words: a longer block without a stop is prose that lost it
_LONGEST_ABOVE = 200  # characters: a longer heading, question or first row of a table is a block like the others
_LOOKED_BACK = 5_000  # characters before a passage in which its heading is sought
_MANY = 3  # open blocks: of two, the latter may be the heading
_CLOSED = re.compile(rf"[{STOPS}:,;]{AFTER_THE_END}")
_NEVER = re.compile(rf"[:\n]|{re.escape(BETWEEN_CELLS)}")
_ANNOUNCES = re.compile(rf"[:：]{AFTER_THE_END}")
_QUESTION = re.compile(r"\w(?:[^.!?\n]|[.!?](?=\S))*\?")
# "3.1.0 (2026-04-28)", "[2.0] - 5 March 2024"
_RELEASE = re.compile(r"\W*+(?:[Vv]ersion |v)?\d++(?:\.\d++)++(?=\W.*\d{4})[\W\d]*+(?:[A-Z][a-z]{2,8}\b[\W\d]*+)?")
_VERSION = re.compile(r"\W*+(?:(?:[Vv]ersion |v)\d++(?:\.\d++)++|\d++(?:\.\d++){2,}+)\W*+")
# What the sections are called into which a list of changes parts those of one version.
_KINDS_OF_CHANGE = frozenset(
    """added changed deprecated removed fixed security new features fixes bug bugs bugfixes improvements improved
    performance breaking changes other misc miscellaneous documentation docs known issues""".split()
)
_ITEM = re.compile(r"[a-z•*+–—-]|.*:", re.DOTALL)


class Form(Enum):
    """What a block is by its looks. An open one is short and closed by nothing: an item of a list, or perhaps a heading
    that is not known to be one."""

    PROSE = auto()
    ITEM = auto()  # closed like prose, but a number, a mark or a label opens it
    QUESTION = auto()
    HEADING = auto()
    OPEN = auto()
    HEAD = auto()  # the first row of a table
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list or a row of a table; `under` are its heading and its table's head, if any."""

    span: Span
    form: Form
    under: tuple[Span, ...]


def may_head(words: str) -> bool:
    """Whether these words can be a heading: at most eight on one line, without a colon, and closed by nothing."""
    short = len(words) <= _LONGEST_ABOVE and len(words.split()) <= LONGEST_HEADING
    return short and not _NEVER.search(words) and not _CLOSED.search(words)


def announces_list(words: str) -> bool:
    """Whether a colon ends these words, so that a list may follow."""
    return _ANNOUNCES.search(words) is not None


def is_of_release(words: str) -> bool:
    """Whether these words are a version's number and a date: the heading under which a list of changes tells of it."""
    return may_head(words) and _RELEASE.fullmatch(words) is not None


def _is_of_version(words: str) -> bool:
    return is_of_release(words) or _VERSION.fullmatch(words) is not None


def blocks(passage: Passage) -> list[Block]:
    """The blocks that a passage touches, in order, each with what it stands under.

    A heading more than 5,000 characters before the passage is not found; what is marked as no part of the story is
    passed over.
    """
    document = passage.document
    start = _beginning(document.text, passage.start)
    found = (trim(document.text, *paragraph) for paragraph in paragraphs(document.text, start, passage.end))
    spans = [span for span in found if span and not _within(span, document.marked)]
    outlined = _outlined(document.text, spans, amid=start > 0)
    return [block for block in outlined if block.span[1] > passage.start]


def _beginning(text: str, position: int) -> int:
    """Where to begin to look for what stands above a position: in no case amid the rows of a table."""
    start = text.rfind("\n", 0, max(0, position - _LOOKED_BACK)) + 1
    while start > 0 and BETWEEN_CELLS in text[start : text.find("\n", start)]:
        start = text.rfind("\n", 0, start - 1) + 1
    return start


def _within(span: Span, marked: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in marked)


def _outlined(text: str, spans: Sequence[Span], *, amid: bool) -> list[Block]:
    """The blocks of a text that lie at these places, each with what it stands under; `amid` if others may precede."""
    forms = _forms(text, spans)
    above = list(zip(_sections(text, spans, forms, listed=amid), _tables(spans, forms), strict=True))
    headings = {span for heading, _ in above for span in heading}
    found = []
    for span, form, (heading, head) in zip(spans, forms, above, strict=True):
        if form is Form.OPEN and span in headings:
            # What heads something else than a kind of change is no longer about the version above it.
            form, heading = Form.HEADING, heading if _is_kind_of_change(text[slice(*span)]) else ()
        found.append(Block(span, form, (*heading, *head)[-2:]))
    return found


def _forms(text: str, spans: Sequence[Span]) -> list[Form]:
    forms: list[Form] = []
    for i, span in enumerate(spans):
        form = _form(text[slice(*span)])
        goes_on = i > 0 and forms[-1] in (Form.HEAD, Form.ROW) and text[spans[i - 1][1] : span[0]].count("\n") == 1
        forms.append(Form.HEAD if form is Form.ROW and not goes_on else form)
    return forms


def _form(words: str) -> Form:
    if BETWEEN_CELLS in words:
        return Form.ROW
    count = len(words.split())
    if count <= LONGEST_QUESTION and len(words) <= _LONGEST_ABOVE and _QUESTION.fullmatch(words):
        return Form.QUESTION
    if count <= _LONGEST_OPEN and not _CLOSED.search(words):
        return Form.OPEN
    return Form.ITEM if opens_item(words) else Form.PROSE


def _tables(spans: Sequence[Span], forms: Sequence[Form]) -> Iterator[tuple[Span, ...]]:
    """The head of the table of each row; nothing for all other blocks."""
    head: tuple[Span, ...] = ()
    for span, form in zip(spans, forms, strict=True):
        if form is Form.HEAD:
            head = (span,) if span[1] - span[0] <= _LONGEST_ABOVE else ()
        yield head if form is Form.ROW else ()


def _sections(text: str, spans: Sequence[Span], forms: Sequence[Form], *, listed: bool) -> Iterator[tuple[Span, ...]]:
    """The heading of each block: it holds until the next one, but a question only for the block after it, its answer.

    An open block has one only where it is an item for sure. Open blocks behind a colon, or the first ones if `listed`,
    may all be items. A version holds over the kinds of its changes.
    """
    version: tuple[Span, ...] = ()
    heading: tuple[Span, ...] = ()
    question: tuple[Span, ...] = ()
    run: list[Span] = []
    for span, form in zip(spans, forms, strict=True):
        item = form is Form.OPEN and _is_item(text, span)
        if form is Form.OPEN and _is_of_version(text[slice(*span)]):
            yield question
            version, heading, run = (span,), (), []
        else:
            if form is Form.OPEN and not (listed and item and not run):
                if not item and not opens_item(text[slice(*span)]) and _are_labelled(text, run[1:]):
                    run = []  # a new section after a list of names and values, or of steps
                heading = _heading(text, run) if run and item and not listed else ()
                if len(run) < _MANY or not item:  # items behind others change nothing, and a list may be long
                    run.append(span)
            elif form is not Form.OPEN and run:
                heading, run = () if listed and len(run) > 1 else _heading(text, run), []
                version = version if heading and _is_kind_of_change(text[slice(*heading[0])]) else ()
            yield question or (*version, *heading)
        question = (span,) if form is Form.QUESTION else ()
        listed = (listed and form is Form.OPEN) or announces_list(text[slice(*span)])


def _are_labelled(text: str, run: Sequence[Span]) -> bool:
    """Whether these blocks, two or more, are all like "Speed: 30" or "2. Open it"."""
    return len(run) > 1 and all(opens_item(text[slice(*span)]) for span in run)


def _is_kind_of_change(words: str) -> bool:
    return _KINDS_OF_CHANGE.issuperset(re.findall(r"\w+", words.lower()))


def _heading(text: str, run: Sequence[Span]) -> tuple[Span, ...]:
    """Which of the open blocks that follow each other is the heading of what comes next; none where it is not sure.

    The first is where all others are items for sure and it is not, or the last of two, since the other is then a
    chapter's.
    """
    first_heads = may_head(text[slice(*run[0])]) and not (len(run) > 1 and _is_item(text, run[0]))
    if first_heads and all(_is_item(text, span) for span in run[1:]):
        return (run[0],)
    return (run[1],) if len(run) == 2 and may_head(text[slice(*run[1])]) else ()


def _is_item(text: str, span: Span) -> bool:
    """Whether an open block is an item for sure: small letters, a mark or a colon tell it, or its length."""
    words = text[slice(*span)]
    return _ITEM.match(words) is not None or not may_head(words)
