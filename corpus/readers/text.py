"""Plain text, in whatever encoding it was saved."""

import mimetypes
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import BinaryIO

from corpus.clean import marked_spans
from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.lines import lines_of
from corpus.published import date_line
from corpus.readers.base import Place, build, content, decode, is_binary
from corpus.sentences import sentences

# A headline has so many words.
_SHORTEST, _LONGEST = 3, 25
# The table that ships with Python only: what this machine has installed must not change what is read.
_TYPES = mimetypes.MimeTypes(filenames=())


def matches(place: Place, head: bytes) -> bool:
    """Text that its name does not declare to be something else than prose (a table, a program)."""
    return not is_binary(head) and _TYPES.guess_type(place.name)[0] in (None, "text/plain")


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """One document, titled by its first line if that is a headline, and dated by a day alone on one of the first."""
    text = decode(content(stream, place), place)
    for item in build(place, text, published=date_line(text)):
        yield replace(item, title=_headline(item)) if isinstance(item, Draft) else item


def _headline(document: Draft) -> str | None:
    """The first unmarked line, if it is short, is no sentence and no part of a wrapped one, and is not all there is."""
    skipped = {start for start, _ in marked_spans(document.text)}
    lines = list(islice((line for line in lines_of(document.text) if line.start not in skipped), 2))
    if len(lines) < 2 or lines[0].ends_sentence or not _SHORTEST <= lines[0].words <= _LONGEST:
        return None
    first = sentences(document.text, lines[0].start, lines[1].span[1])[0]
    return lines[0].text if first == lines[0].span else None
