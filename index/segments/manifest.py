"""The manifest: which segments make up the index at this moment. Replacing this one small file is what commits."""

import json
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from corpus.errors import StaleIndexError
from index.segments.files import replace_durably

NAME: Final = "manifest.json"
FORMAT: Final = 4  # to be raised whenever the files or the analysis change: older indexes are then rebuilt


@dataclass(frozen=True, slots=True)
class Entry:
    """A segment as the manifest knows it: its file, the file that lists its removed passages, what is left alive."""

    file: str
    removed: str | None
    passages: int
    length: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """A committed state: the store's version it shows, the highest number ever taken in, the segments.

    `following` is the serial number of the next file.
    """

    version: int = 0
    highest: int = 0
    following: int = 1
    entries: tuple[Entry, ...] = ()

    @classmethod
    def load(cls, folder: Path) -> "Manifest | None":
        """The committed state of an index, None if there is none yet; raises StaleIndexError if it is unreadable."""
        path = folder / NAME
        try:
            checksum, _, body = path.read_bytes().partition(b"\n")
        except FileNotFoundError:
            return None
        if checksum != b"%d %08x" % (FORMAT, zlib.crc32(body)):
            raise StaleIndexError(f"{path} is damaged or of another format; the index will be rebuilt.")
        fields = json.loads(body)
        entries = tuple(Entry(**entry) for entry in fields.pop("entries"))
        return cls(entries=entries, **fields)

    def save(self, folder: Path) -> None:
        """Make this the committed state, durably and all at once."""
        body = json.dumps(asdict(self)).encode()
        replace_durably(folder / NAME, b"%d %08x\n%b" % (FORMAT, zlib.crc32(body), body))

    def files(self) -> set[str]:
        """The names of all files that belong to this state."""
        return {name for entry in self.entries for name in (entry.file, entry.removed) if name}
