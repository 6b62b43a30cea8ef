"""The words of a quotation or of a text, each in two forms and with its place, and what stands between them.

Typography is equal here, and nothing else is: kinds of quotation marks, of dashes and of white space, ligatures,
invisible characters, composed and decomposed accents, and the marks that Markdown and Discord write text with.
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from index.analysis import LATIN_ALIKE

_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphen, zero-width space and joiners, byte order mark
# Scripts without spaces, and Korean, are compared character by character.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_MARKS = (
    "\\s!-/:-@\\[-`{-~\u0080-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u200a\u200e-\u205f"
    "\u2061-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3004\u3008-\u303f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20"
)
_RUN = f"[^{_MARKS}{_UNSPACED}{_INVISIBLE}][^{_MARKS}{_UNSPACED}]*"
_WORD = re.compile(rf"[{_UNSPACED}]|\d+(?:[.,:/]\d+)+|{_RUN}(?:['’‘ʼ＇]{_RUN})*")

_IN_WORDS = {ord(mark): "'" for mark in "’‘ʼ＇"} | {
    **dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]),
    **{0xFB00 + i: letters for i, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))},
}

_QUOTED_LINE = re.compile(r"(?:^|\n)[^\S\n]*>+")
_ELLIPSIS = re.compile(r"\.(?: ?\.){2,}|…")
_BETWEEN = (
    {ord(mark): '"' for mark in "'`´‘’‚‛“”„‟«»‹›″′＂＇「」『』"}
    | {ord(mark): "-" for mark in "‐‑‒–—―−﹣－"}
    | dict.fromkeys(map(ord, "*_~|[]\\#"))
)
_DASHES = re.compile(r"-+")
_SPACE = re.compile(rf"[\s{_INVISIBLE}]+")
_QUOTES = re.compile(r'"+')

# What whoever quotes may put in: [explanations], a link's target, <mentions>, and a last line that names the source.
_OWN = re.compile(
    r"\[[^\[\]]{1,120}\](?!\()|(?<=\])\([^()\s]*\)|<[^<>\s]*>|(?:(?<=[\"”»])|\n)\s{0,3}[-–—~]{1,2}[^\n-]{2,80}\Z"
)


WordSpan = tuple[int, int]  # positions of words, the last not included


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text[begin:…]`, in parallel lists.

    `exact` are words to the letter, `folded` without case and diacritics. A word stands at `text[start:end]` and
    `before` is what stands between it and the word before: "" or " ", or the punctuation. `own` are the positions
    of words that whoever wrote the text marks as his own by brackets and the like.
    """

    text: str
    exact: list[str]
    folded: list[str]
    starts: list[int]
    ends: list[int]
    before: list[str]
    own: frozenset[int]

    def __len__(self) -> int:
        return len(self.exact)

    def written(self, first: int, last: int) -> str:
        """The text from the word `first` to the one before `last`; "" where there is none."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def words(text: str, begin: int = 0, end: int | None = None) -> Words:
    """The words of `text[begin:end]`; the offsets count from the start of `text`. A cut word counts as it is cut."""
    end = len(text) if end is None else end
    exact, folded, starts, ends, before = [], [], [], [], []
    last = begin
    for found in _WORD.finditer(text, begin, end):
        first, stop = found.span()
        raw = found.group()
        if raw.isascii():
            exact.append(raw)
            folded.append(raw.lower())
        else:
            normal = unicodedata.normalize("NFC", raw.translate(_IN_WORDS))
            exact.append(normal)
            folded.append(fold(normal))
        starts.append(first)
        ends.append(stop)
        gap = text[last:first]
        before.append(gap if gap == " " else between(gap))
        last = stop
    return Words(text, exact, folded, starts, ends, before, _own(text, begin, end, starts))


def fold(word: str) -> str:
    """A word without case and diacritics."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return folded.translate(LATIN_ALIKE) or word


def between(gap: str) -> str:
    """What stands between two words, typography aside: "" for nothing, " " for white space, else the punctuation."""
    if gap == ", " or gap == ". ":
        return gap[0]
    marks = _ELLIPSIS.sub("…", _QUOTED_LINE.sub("\n", gap)).translate(_BETWEEN)
    bare = _QUOTES.sub('"', _DASHES.sub("-", _SPACE.sub("", marks)))
    return bare or (" " if any(character.isspace() for character in gap) else "")


def _own(text: str, begin: int, end: int, starts: list[int]) -> frozenset[int]:
    spans = (found.span() for found in _OWN.finditer(text, begin, end))
    return frozenset(i for a, b in spans for i in range(bisect_left(starts, a), bisect_left(starts, b)))
