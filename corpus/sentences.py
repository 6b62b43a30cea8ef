"""Where sentences begin and end: paragraphs first, then sentences inside each, as offsets into the text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # ships no annotations

from corpus.lines import BETWEEN_CELLS, is_marked, opens_item
from corpus.sentence_ends import LOOKED_BACK, goes_on, is_marker
from corpus.spans import Span, trim

# No text is hard-wrapped at more columns than this; a longer line is a paragraph of its own.
_WIDEST_WRAP = 120
# Below this many columns a column of short lines is a list or verse, not wrapped prose.
_NARROWEST_WRAP = 45
# The splitter's time grows with the square of how many quotation marks and brackets a paragraph opens: it is given so
# many characters at once, and none of what is mostly marks.
_MOST_AT_ONCE = 20_000
_MARK = re.compile(r"[^\w\s]")
# The splitter takes "(2)" and the year of "(Ito et al., 2008)" for the number of a list item, and parts nothing in it.
_REFERENCE = re.compile(r"\((?=[^()]{0,200}\d)[^()]{1,200}(?<![.!?])\)")
# Characters: the cells of a longer row hold whole paragraphs.
_LONGEST_ROW = 400


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]` as (start, end) in characters of `text`, in order and disjoint.

    White space around them is trimmed, every other character belongs to exactly one sentence, and none crosses the
    end of a paragraph; headings, list items and the rows of tables are sentences of their own. Boundaries are those of
    the whole text: asked for a part of it, a sentence that reaches beyond that part is cut to it.
    """
    end = len(text) if end is None else min(end, len(text))
    found = []
    for left, right in paragraphs(text, start, end):
        # A line break inside a wrapped paragraph is a space, and the splitter must not take it for more.
        paragraph = text[left:right].replace("\n", " ")
        for first, last in _split(paragraph):
            sentence = trim(text, max(start, left + first), min(end, left + last))
            if sentence:
                found.append(sentence)
    return found


def _split(paragraph: str) -> list[Span]:
    """The sentences of one paragraph, white space and all; what the splitter took apart wrongly is put together."""
    if BETWEEN_CELLS in paragraph and len(paragraph) <= _LONGEST_ROW:
        return [(0, len(paragraph))]
    found: list[Span] = []
    plain = _REFERENCE.sub(lambda reference: "w" * len(reference[0]), paragraph)
    for first, last in _boundaries(plain):
        if found:
            former = paragraph[max(found[-1][0], first - LOOKED_BACK) : first]
            if is_marker(former) or goes_on(former, paragraph[first:last]):
                first, _ = found.pop()
        found.append((first, last))
    return found


def _boundaries(paragraph: str) -> Iterator[Span]:
    """What the splitter says of a paragraph, a part at a time; the last two sentences of a part begin the next one.

    The cut may lie within the last, and a quotation that it leaves open may change where the one before it ends.
    """
    start = 0
    while start < len(paragraph):
        part = paragraph[start : start + _MOST_AT_ONCE]
        if 2 * len(_MARK.findall(part)) >= len(part):
            spans = [(0, len(part))]
        else:
            spans = [(found["start_index"], found["end_index"]) for found in get_sentence_boundaries("en", part)]
        to_come = spans[-2:] if len(spans) > 2 and start + len(part) < len(paragraph) else []
        for first, last in spans[: len(spans) - len(to_come)]:
            yield start + first, start + last
        start += to_come[0][0] if to_come else len(part)


def paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraphs that touch `text[start:end]`, whole, each a run of lines that only wrapping separates.

    Headings, list items and the rows of tables are paragraphs of their own; blank lines are empty ones.
    """
    for paragraph in _paragraphs(text, _block_start(text, start)):
        if paragraph[0] >= end:
            return
        if paragraph[1] >= start:
            yield paragraph


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    """The paragraphs of a text from one that begins at `start`, or from the block of lines that does."""
    block: list[Span] = []
    for line in _lines(text, start):
        if _stands_alone(text, line):
            yield from _unwrapped(text, block)
            block = []
            yield line
        else:
            block.append(line)
    yield from _unwrapped(text, block)


def _block_start(text: str, position: int) -> int:
    """The start of the block of consecutive short lines that `position` lies in."""
    begin = text.rfind("\n", 0, position) + 1
    while begin > 0:
        previous = text.rfind("\n", 0, begin - 1) + 1
        if _stands_alone(text, (previous, begin - 1)):
            break
        begin = previous
    return begin


def _lines(text: str, start: int) -> Iterator[Span]:
    while start <= len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _stands_alone(text: str, line: Span) -> bool:
    """Blank, or too long to be one line of a wrapped paragraph."""
    start, stop = line
    return stop - start > _WIDEST_WRAP or not text[start:stop].strip()


def _unwrapped(text: str, block: list[Span]) -> Iterator[Span]:
    """Joins the lines of a block that were broken only because the next word did not fit.

    Greedy wrapping breaks a line where the next word would have passed the margin, and no line of the block is
    longer than the margin; a break that comes earlier than the longest line allows was meant.
    """
    if not block:
        return
    width = max(stop - start for start, stop in block)
    first = block[0][0]
    for (start, stop), following in pairwise(block):
        words = text[slice(*following)].split(maxsplit=1)
        wrapped = width >= _NARROWEST_WRAP and stop - start + 1 + len(words[0]) > width
        above = first, min(stop, first + _WIDEST_WRAP)  # no more, or time would grow with the square of the lines
        if not wrapped or _is_apart(text, above, following) or _holds_row(text, (start, stop), following):
            yield first, stop
            first = following[0]
    yield first, block[-1][1]


def _is_apart(text: str, above: Span, line: Span) -> bool:
    """Whether a line is an item of a list, or what is `above` it is in capitals and it is not.

    `above` is the beginning of its paragraph. A label makes an item only of what follows one.
    """
    before, words = text[slice(*above)].lstrip(), text[slice(*line)].lstrip()
    if is_marked(words) or (before.isupper() and not words.isupper()):
        return True
    return opens_item(words) and opens_item(before)


def _holds_row(text: str, *lines: Span) -> bool:
    return any(text.find(BETWEEN_CELLS, *line) >= 0 for line in lines)
