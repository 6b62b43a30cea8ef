"""Parsing in a process of its own, with limits on time and memory, which may die and take nothing along."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.readers.base import MAX_MIB, Place, build, tidy

# How the other process says that a file is at fault, and not it: with a reason, or since its text is too large.
FAULT, TOO_LARGE = 3, 4
_TOO_LARGE = "its text is larger than {most} MiB, the limit for one document; split it"
_TOO_MUCH = "it cannot be read within {seconds} s and {size} MiB, or it is damaged"
_TOO_SLOW = "reading it took longer than {seconds} s; it was given up"
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a parser may use: `seconds` of computing, `mebibytes` of address space.

    The clock is given twice as long, and a little to start, since other work may hold the machine.
    """

    seconds: int = 60
    mebibytes: int = 1024

    @classmethod
    def of(cls, raw: bytes) -> "Limits":
        """For formats that need 1 to 3 s a MiB where nobody means harm: 5 s, and 5 more for each MiB."""
        return cls(seconds=5 + 5 * len(raw) // (1 << 20))


@dataclass(frozen=True, slots=True)
class Extract:
    """What a parser found in a file; `pages` are where its pages begin in `text`."""

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    pages: tuple[int, ...] = ()


class UnreadableError(Exception):
    """A parser's word on why a file cannot be read, for people."""


LIMITS = Limits()


def require(module: str, extra: str, place: Place) -> None:
    """Raises IntakeError that names the extra to install where a library is missing."""
    try:
        found = find_spec(module) is not None
    except ValueError:
        found = False
    if not found:
        raise IntakeError(place.text, "this format needs an extra: pip install 'footnote[{extra}]'", extra=extra)


def isolated(parser: str, raw: bytes, place: Place, limits: Limits = LIMITS) -> Iterator[Draft | IntakeError]:
    """The document that `extract(raw)` of the reader named `parser` finds, called in another process."""
    yield from document_of(Extract(**apart(parser, raw, place, limits)), place)


def document_of(found: Extract, place: Place) -> Iterator[Draft | IntakeError]:
    """The document that a parser found, as `build` gives it."""
    known = {name: getattr(found, name) for name in ("title", "publisher", "author", "url")}
    yield from build(place, tidy(found.text), published=found.published, known=known, pages=tuple(found.pages))


def apart(parser: str, raw: bytes, place: Place, limits: Limits = LIMITS) -> Any:  # noqa: ANN401 -- JSON
    """What `extract(raw)` of the reader named `parser` returns in another process, as JSON gives it back.

    Raises IntakeError where it finds the file at fault, or passes its limits, or dies.
    """
    command = [sys.executable, "-m", "corpus.readers", parser, str(limits.seconds), str(limits.mebibytes)]
    try:
        # The parser sees neither the token nor anything else of the environment.
        done = subprocess.run(
            command, input=raw, capture_output=True, check=False, timeout=2 * limits.seconds + 5,
            env={"PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"}, cwd=os.sep,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise IntakeError(place.text, _TOO_SLOW, seconds=limits.seconds) from None
    if done.returncode == FAULT:
        raise IntakeError(place.text, done.stdout.decode("utf-8", "replace"))
    if done.returncode == TOO_LARGE:
        raise IntakeError(place.text, _TOO_LARGE, most=MAX_MIB)
    if done.returncode:
        raise IntakeError(place.text, _TOO_MUCH, seconds=limits.seconds, size=limits.mebibytes)
    return json.loads(done.stdout)
