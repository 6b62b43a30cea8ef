"""Lines of printed pages joined to paragraphs; nothing is changed but white space and the hyphens of divided words."""

import re
from collections.abc import Sequence
from itertools import accumulate, chain

# A line that leaves more than a quarter of the width empty is the last of its paragraph, or a heading.
_FULL = 0.75
_DIVIDED = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_END = (".", "!", "?", ":", "…", '"', "”", "’", ")")
# What is written with a hyphen before nearly any word.
_PREFIXES = frozenset("self well non ex anti pro semi multi vice co cross half all high low long short so".split())
_SOFT_HYPHEN = "\u00ad"


def reflow(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """The text of the lines of some pages, and where in it each page begins (in characters).

    A hyphen that only divides a word at the end of a line becomes a soft hyphen (U+00AD), which is shown as nothing:
    the word is read and found whole. A paragraph may run from one page to the next.
    """
    lines = list(chain.from_iterable(pages))
    words = {word.lower() for line in lines for word in _WORD.findall(line)}
    widths = chain.from_iterable([_width(page)] * len(page) for page in pages)
    finished = [_finished(*line, words) for line in zip(lines, [*lines[1:], ""], widths, strict=False)]
    offsets = [0, *accumulate(map(len, finished))]
    first = accumulate((len(page) for page in pages[:-1]), initial=0)
    return "".join(finished), tuple(offsets[i] for i in first) if pages else ()


def _width(page: Sequence[str]) -> int:
    """How long the longer lines of a page are, in characters."""
    return sorted(map(len, page))[len(page) * 9 // 10] if page else 0


def _finished(line: str, following: str, width: int, words: set[str]) -> str:
    """The line with what stands between it and the next: a space, the end of a paragraph, or nothing within a word."""
    divided = _DIVIDED.search(line)
    rest = _WORD.match(following)
    if divided and rest and following[0].islower():
        return line if _is_compound(divided[1].lower(), rest[0].lower(), words) else line[:-1] + _SOFT_HYPHEN
    starts_anew = not following[:1].islower()
    if len(line) < _FULL * width and (line.endswith(_END) or starts_anew):
        return f"{line}\n\n"
    return f"{line} " if following else line


def _is_compound(left: str, right: str, words: set[str]) -> bool:
    """Whether the hyphen belongs to the word: it is written so elsewhere in the text, or its first half says so."""
    if f"{left}-{right}" in words or left + right in words:
        return left + right not in words
    return left in _PREFIXES
