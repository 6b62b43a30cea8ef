"""Batches: a question a line in, a JSON object a line out, in the order of the input."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.errors import IntakeError


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a batch: the caller's own id for it, and the question."""

    id: object
    question: str


def items(lines: Iterable[str], source: str) -> Iterator[Item | IntakeError]:
    """Read JSON Lines with "id" and "question"; blank lines are passed over, broken ones are given as errors."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{source}, line {number}"
        try:
            given = json.loads(line)
        except json.JSONDecodeError as error:
            yield IntakeError(place, f"not JSON ({error.msg}, column {error.colno})")
            continue
        if not isinstance(given, dict) or not isinstance(given.get("question"), str):
            yield IntakeError(place, 'needs an object with a text under "question"')
            continue
        yield Item(given.get("id"), given["question"])
