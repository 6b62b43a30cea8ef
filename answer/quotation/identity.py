"""What a checked place is known by for good: its document, its offsets, and the version of the stored text."""

import re
from dataclasses import dataclass
from hashlib import sha256

from corpus.documents import Document, Passage

SHORT = 10  # hexadecimal digits of the hash that an id holds

_ID = re.compile(
    rf"(?P<document>\S.*):(?P<start>\d{{1,12}})-(?P<end>\d{{1,12}})@(?P<version>[0-9a-f]{{{SHORT}}})", re.DOTALL
)


def text_hash(document: Document) -> str:
    """The SHA-256 of a stored text (UTF-8), in hexadecimal: it differs as soon as one letter of the text does."""
    return sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class PlaceId:
    """A place that can be handed on, written `DOCUMENT:START-END@VERSION`; the version begins the text's hash."""

    document: str
    start: int
    end: int
    version: str

    @classmethod
    def of(cls, place: Passage) -> "PlaceId":
        """The id of a place."""
        return cls(place.document.id, place.start, place.end, text_hash(place.document)[:SHORT])

    @classmethod
    def read(cls, text: str) -> "PlaceId | None":
        """The id that a text is; None if it is none."""
        found = _ID.fullmatch(text.strip())
        return cls(found["document"], int(found["start"]), int(found["end"]), found["version"]) if found else None

    def place(self, document: Document) -> Passage | None:
        """The place in the document; None where its text is another version, or has no such place."""
        if text_hash(document)[:SHORT] != self.version or not 0 <= self.start < self.end <= len(document.text):
            return None
        return Passage(document, self.start, self.end)

    def __str__(self) -> str:
        return f"{self.document}:{self.start}-{self.end}@{self.version}"
