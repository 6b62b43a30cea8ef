"""A survey of a collection: what is missing, doubled, too long, empty or badly extracted, and what it is about."""

import calendar
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.documents import Document
from corpus.lines import BETWEEN_CELLS

_LONG, _SHORT = 50_000, 20  # words
_NAMES = 20
# So many different names are counted at a time, which bounds memory; the rarest go first.
_AT_HAND = 200_000
# A name within a sentence: what follows a small letter or a comma, so that no sentence begins with it.
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_CALENDAR = frozenset((*calendar.day_name, *calendar.month_name))
_WORD = re.compile(r"\S+")
_MARKUP = re.compile(r"[<>{}\\|=]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Survey:
    """What there is in a collection; the lists hold ids. `first` and `last` are the ends of the dates, in ISO 8601."""

    documents: int = 0
    undated: list[str] = field(default_factory=list)
    untitled: list[str] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    long: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    suspicious: list[str] = field(default_factory=list)
    first: str | None = None
    last: str | None = None
    languages: Counter[str] = field(default_factory=Counter)
    names: list[tuple[str, int]] = field(default_factory=list)


def survey(documents: Iterable[Document]) -> Survey:
    """Look at every document once; memory does not grow with their texts."""
    found = Survey()
    names: Counter[str] = Counter()
    for document in documents:
        _take(document, found)
        names.update(name for name in _NAME.findall(document.text) if name not in _CALENDAR)
        if len(names) > _AT_HAND:
            names = Counter(dict(names.most_common(_AT_HAND // 2)))
    found.names = names.most_common(_NAMES)
    return found


def _take(document: Document, found: Survey) -> None:
    found.documents += 1
    words = len(_WORD.findall(document.text))
    marked = sum(len(_WORD.findall(document.text, start, end)) for start, end in document.marked)
    checks = (
        (found.undated, not document.published),
        (found.untitled, not document.title),
        (found.copies, document.copy_of is not None),
        (found.long, words > _LONG),
        (found.empty, words - marked < _SHORT),
        (found.suspicious, is_suspicious(document.text)),
    )
    for ids, applies in checks:
        if applies:
            ids.append(document.id)
    found.languages[document.language or "unknown"] += 1
    if document.published:
        found.first = min(found.first or document.published, document.published)
        found.last = max(found.last or document.published, document.published)


def is_suspicious(text: str) -> bool:
    """Whether a text looks badly extracted: much markup, few letters, words in pieces, characters that were lost."""
    words = _WORD.findall(text)
    size = sum(map(len, words))
    if size < _SHORT:
        return False
    letters = len(_LETTER.findall(text))
    lone = sum(len(word) == 1 and word.isalpha() and word not in "aAI" for word in words)
    return (
        20 * len(_MARKUP.findall(text.replace(BETWEEN_CELLS, " "))) > size
        or 2 * letters < size
        or 5 * lone > len(words) > _SHORT
        or 200 * text.count("\ufffd") > size
    )
