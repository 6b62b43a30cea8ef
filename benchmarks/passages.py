"""Passages to measure with: those of a JSON Lines file, and beyond its size new ones recombined from its sentences."""

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

SEED = 20181209
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_WORDS = 95  # of a recombined passage: as long as those in the file


def passages(file: Path, count: int) -> Iterator[tuple[str, str]]:
    """`count` pairs of title and text; the same ones in every run.

    A new passage is made of sentences that stand under one title: mixed from anywhere, passages would all be about the
    same and about nothing, which no corpus is.
    """
    own = list(islice(read(file), count))
    yield from own
    sentences: dict[str, list[str]] = {}
    for title, text in own if count > len(own) else ():
        sentences.setdefault(title, []).extend(_SENTENCE_END.split(text))
    chosen = random.Random(SEED)
    for _ in range(count - len(own)):
        title = chosen.choice(own)[0]
        words, parts = 0, []
        while words < _WORDS - 10:
            parts.append(chosen.choice(sentences[title]))
            words += parts[-1].count(" ") + 1
        yield title, " ".join(parts)


def write(file: Path, found: Iterable[tuple[str, str]]) -> None:
    """Passages as lines of JSON, as `read` reads them."""
    with file.open("w", encoding="utf-8") as lines:
        for title, text in found:
            lines.write(json.dumps({"title": title, "text": text}, ensure_ascii=False) + "\n")


def questions(file: Path, limit: int) -> list[str]:
    """The first questions of a JSON Lines file."""
    return [fields["question"] for fields in islice(records(file), limit)]


def read(file: Path) -> Iterator[tuple[str, str]]:
    """Title and text of each line, one at a time."""
    return ((fields.get("title") or "", fields["text"]) for fields in records(file))


def records(file: Path) -> Iterator[dict[str, Any]]:
    """What each line of a JSON Lines file holds, which may be packed with gzip."""
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
