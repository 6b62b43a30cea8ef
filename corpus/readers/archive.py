"""ZIP archives: the files in them, each for the reader that knows it; nothing is ever written to disk."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from corpus.errors import IntakeError
from corpus.readers.base import MAX_BYTES, MAX_MIB, Item, Part, Place

MOST_MEMBERS = 10_000
# What reading an archive that is damaged, or packed in an unknown way, may raise.
DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError)
_TOO_MANY = "the archive holds more than {most:,} files; unpack it, add the folder"
_TOO_LARGE = "it is larger than {most} MiB, the limit within an archive; unpack it first"
_SYSTEM = ("__macosx", "thumbs.db", "desktop.ini")


def matches(place: Place, head: bytes) -> bool:
    """Begins as an archive does, even an empty one."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(stream: BinaryIO, place: Place) -> Iterator[Item]:
    """A part for each file, in the order of their names; hidden ones and those of operating systems are left alone."""
    try:
        archive = zipfile.ZipFile(stream)
    except DAMAGE as error:
        raise IntakeError(place.text, "the archive is damaged ({error})", error=error) from error
    named = (one for one in archive.infolist() if one.filename and not one.is_dir())
    members = sorted(named, key=lambda one: one.filename)
    if len(members) > MOST_MEMBERS:
        raise IntakeError(place.text, _TOO_MANY, most=MOST_MEMBERS)
    for member in members:
        parts = member.filename.replace("\\", "/").split("/")
        own = place.member("".join(letter if letter.isprintable() else "?" for letter in member.filename))
        if ".." in parts or parts[0] == "" or ":" in parts[0]:
            yield IntakeError(own.text, "its name leads out of the archive; it is not read")
        elif not any(part.startswith(".") or part.lower() in _SYSTEM for part in parts):
            yield _member(archive, member, own)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: Place) -> Item:
    if member.flag_bits & 1:
        return IntakeError(place.text, "it is encrypted; unpack the archive with its password first")
    try:
        with archive.open(member) as stream:
            raw = stream.read(MAX_BYTES + 1)  # what the archive says of its size may be a lie
    except DAMAGE as error:
        return IntakeError(place.text, "it is damaged or packed in an unknown way ({error})", error=error)
    if len(raw) > MAX_BYTES:
        return IntakeError(place.text, _TOO_LARGE, most=MAX_MIB)
    return Part(place, raw)
