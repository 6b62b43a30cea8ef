"""Batches: a JSON object a line in, an answer a line out, in the order of the input."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from corpus.errors import IntakeError


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a batch: the caller's own id for it, its text, and all else that it says."""

    id: object
    text: str
    place: str
    given: dict[str, Any]


def items(lines: Iterable[str], source: str, key: str = "question") -> Iterator[Item | IntakeError]:
    """Read JSON Lines with "id" and a text under `key`; blank lines are passed over, broken ones given as errors."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{source}, line {number}"
        try:
            given = json.loads(line)
        except json.JSONDecodeError as error:
            yield IntakeError(place, f"not JSON ({error.msg}, column {error.colno})")
            continue
        if not isinstance(given, dict) or not isinstance(given.get(key), str):
            yield IntakeError(place, f'needs an object with a text under "{key}"')
            continue
        yield Item(given.get("id"), given[key], place, given)
