"""Text to terms: one analysis for documents and questions, with the place of every term in the text.

What a term is:

- A word is folded: compatibility forms (NFKC), case, diacritics, quotes and dashes of every kind are made alike.
  Words of the Latin alphabet are then stemmed (Snowball's English, "Porter 2"); no word is left out, not even "the":
  BM25 weighs such words near zero, and a question may be made of nothing else ("to be or not to be").
- Irregular forms and British spellings are the word that they are a form of: "began" is "begin", "colour" is "color".
- A possessive 's is dropped ("Syria's" is "syria"); other apostrophes close up ("Qur'an" is "quran").
- A hyphen separates: "US-backed" is "us" and "back", "mid-2014" is "mid" and "2014".
- Dotted letters are one word: "U.S." is "us". The pronoun "us" is that same term: people type country names in lower
  case, and the pronoun is the rarer of the two in what communities read.
- Numbers stay whole: "1,000" is "1000"; "3.5", "10:30", "9/11" and "2018-09-10" are single terms. A version is its
  number: "v2.4.1" is "2.4.1".
- An identifier is a term beside its words: "max_retries" is "max_retries", "max" and "retri".
- Scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) and Korean become pairs of neighbouring
  characters, since no dictionary is needed for these (a lone character stands for itself).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

import Stemmer  # type: ignore[import-not-found]  # PyStemmer has no annotations

from corpus.documents import Passage
from index.irregular import irregular
from index.spellings import Spellings

# Python's \w leaves out the marks that many scripts write their vowels with (Hindi, Arabic, decomposed é).
_MARKS = "".join(
    re.escape(chr(code)) for code in range(0x300, 0x1E00) if unicodedata.category(chr(code)).startswith("M")
)
_JOINERS = "\u00ad\u200c\u200d"  # soft hyphen and zero-width (non-)joiners stand inside words
_INNER = rf"[\w{_MARKS}{_JOINERS}]"
_APOSTROPHES = "'’‘ʼ＇"
_HYPHENS = "\\-‐‑"
_CHUNK = re.compile(r"\S+")

_UNSPACED = (
    "\u0e00-\u0e4f\u0e5a-\u0ecf\u1000-\u103f\u1100-\u11ff\u1780-\u17df\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff"
    "\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_LETTERS = rf"(?:(?![_{_UNSPACED}]){_INNER})+"
_PIECE = re.compile(
    rf"(?P<version>[vV]\d+(?:\.\d+)+)"
    rf"|(?P<number>\d{{4}}[{_HYPHENS}]\d\d[{_HYPHENS}]\d\d(?!\d)|\d+(?:[.,:/]\d+)+)"
    rf"|(?P<dotted>[^\W\d_](?:\.[^\W\d_])+(?!{_INNER}))"
    rf"|(?P<unspaced>[{_UNSPACED}][{_UNSPACED}{_MARKS}{_JOINERS}]*)"
    rf"|(?P<word>{_LETTERS}(?:[{_APOSTROPHES}]{_LETTERS})*)"
)
_IN_IDENTIFIER = rf"[^\W_{_UNSPACED}]"
# It begins where no word goes on, and takes all of each word, so that a long one is not read again from each letter.
_IDENTIFIER = re.compile(rf"(?<!{_IN_IDENTIFIER}){_IN_IDENTIFIER}++(?:_++{_IN_IDENTIFIER}++)+")
_VOICING = "\u3099\u309a\uff9e\uff9f"  # kana's marks, which Unicode counts among the letters or far from the others
_CLUSTER = re.compile(rf"[^{_MARKS}{_JOINERS}{_VOICING}][{_MARKS}{_JOINERS}{_VOICING}]*")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sSｓＳ]$")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LATIN = re.compile(r"[a-z]+")

# What Unicode does not decompose but readers take for the same: Latin letters with strokes, Arabic letter forms.
LATIN_ALIKE = {ord(a): b for a, b in zip("øłđħıæœðþ", ["o", "l", "d", "h", "i", "ae", "oe", "d", "th"], strict=True)}
_ALIKE = LATIN_ALIKE | dict(zip(map(ord, "ىیةک"), "ييهك", strict=True))
# Accents and pointing are dropped; the vowel signs of Indic scripts and the voicing marks of kana are letters.
_DROPPED = dict.fromkeys(
    code
    for first, last in ((0x2B0, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F))
    for code in range(first, last + 1)
) | dict.fromkeys([0x670, *map(ord, _JOINERS + _APOSTROPHES), *range(0x6D6, 0x6EE), *range(0x1DC0, 0x1E00)])
_FOLDING = _DROPPED | _ALIKE

# Mean nDCG@10 over seven collections, ad-hoc and of questions: once 0.687, twice 0.692, three times 0.691.
_TITLE_MENTIONS = 2

REMEMBERED = 500_000  # words, in about 150 MB: as many as indexing gains from
_LONGEST_CACHED = 30  # characters; longer chunks (web addresses, Chinese clauses) hardly come back


@dataclass(frozen=True, slots=True)
class Token:
    """A term and where it stands: `text[start:end]` is the word in the text that was analysed."""

    term: str
    start: int
    end: int


class Analyzer:
    """Turns text into terms. Holds a stemmer and a memory of words seen; each thread needs its own.

    `remembered` is how many different words it remembers before it begins anew.
    """

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        stemmer = Stemmer.Stemmer("english", 0)  # 0: it need not remember words, since `_terms` does
        self._pieces = _Pieces(stemmer)
        self._terms = _Terms(self._pieces)

    def terms(self, text: str) -> list[str]:
        """All terms of a text in their order, repeats included."""
        self._forget()
        return list(chain.from_iterable(map(self._terms.__getitem__, text.split())))

    def tokens(self, text: str) -> list[Token]:
        """The same terms, each with its place in the text (in characters); pairs of characters overlap."""
        self._forget()
        pieces = self._pieces
        return [
            Token(term, chunk.start() + start, chunk.start() + end)
            for chunk in _CHUNK.finditer(text)
            for term, start, end in pieces[chunk.group()]
        ]

    def word_terms(self, words: Iterable[str]) -> list[tuple[str, ...]]:
        """The terms of each of some words, which are stretches of text without white space."""
        self._forget()
        return list(map(self._terms.__getitem__, words))

    def _forget(self) -> None:
        if max(len(self._terms), len(self._pieces)) > self._remembered:
            self._terms.clear()
            self._pieces.clear()

    def passage_terms(self, passage: Passage) -> list[str]:
        """What a passage is indexed under: the terms of its document's title, then its own but for marked spans."""
        return self.terms(indexed(passage))


def indexed(passage: Passage) -> str:
    """What of a passage is indexed: its document's title, as often as it counts, and its text but for marked spans."""
    document, parts = passage.document, [passage.document.title or ""] * _TITLE_MENTIONS
    at = passage.start
    for start, end in sorted(document.marked):
        if start < passage.end and end > at:
            parts.append(document.text[at : max(at, start)])
            at = end
    return " ".join([*parts, document.text[at : passage.end]])


class _Pieces(dict[str, tuple[tuple[str, int, int], ...]]):
    """Chunk of text without spaces → its terms and where they stand in it; worked out once for each chunk."""

    def __init__(self, stemmer: Stemmer.Stemmer) -> None:
        self._stemmer = stemmer
        self._irregular = irregular()
        self._spellings = Spellings()

    def __missing__(self, chunk: str) -> tuple[tuple[str, int, int], ...]:
        pieces = tuple(piece for match in _PIECE.finditer(chunk) for piece in self._split(match) if piece[0])
        if "_" in chunk:
            pieces = tuple(sorted((*pieces, *_identifiers(chunk)), key=lambda piece: (piece[1], -piece[2])))
        if len(chunk) <= _LONGEST_CACHED:
            self[chunk] = pieces
        return pieces

    def _split(self, match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
        raw, start = match.group(), match.start()
        if match.lastgroup == "unspaced":
            yield from _pairs(raw, start)
        elif match.lastgroup == "version":
            yield _number(raw[1:]), start, match.end()
        elif match.lastgroup == "number":
            yield _number(raw), start, match.end()
        elif match.lastgroup == "dotted":
            yield _fold(raw.replace(".", "")), start, match.end()
        else:
            raw = _POSSESSIVE.sub("", raw)
            word = _fold(raw)
            yield self._stem(word) if _LATIN.fullmatch(word) else word, start, start + len(raw)

    def _stem(self, word: str) -> str:
        regular = self._irregular.get(word, word)
        return str(self._stemmer.stemWord(self._spellings.american(regular)))


class _Terms(dict[str, tuple[str, ...]]):
    """Chunk → its terms alone, for the bulk of the work."""

    def __init__(self, pieces: _Pieces) -> None:
        self._pieces = pieces

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        terms = tuple(term for term, _, _ in self._pieces[chunk])
        if len(chunk) <= _LONGEST_CACHED:
            self[chunk] = terms
        return terms


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower().replace("'", "")
    folded = unicodedata.normalize("NFKD", word).casefold().translate(_FOLDING)
    folded = "".join(str(unicodedata.decimal(c, c)) for c in folded if not c.isspace())
    return unicodedata.normalize("NFC", folded)


def _number(raw: str) -> str:
    number = re.sub(f"[{_HYPHENS}]", "-", _fold(raw))
    return number.replace(",", "") if _THOUSANDS.fullmatch(number) else number


def _identifiers(chunk: str) -> Iterator[tuple[str, int, int]]:
    for match in _IDENTIFIER.finditer(chunk):
        yield _fold(match.group()), match.start(), match.end()


def _pairs(raw: str, start: int) -> Iterator[tuple[str, int, int]]:
    clusters = [(_fold(m.group()), start + m.start(), start + m.end()) for m in _CLUSTER.finditer(raw)]
    clusters = [cluster for cluster in clusters if cluster[0]]
    if len(clusters) == 1:
        yield clusters[0]
    for (left, begin, _), (right, _, end) in pairwise(clusters):
        yield left + right, begin, end
