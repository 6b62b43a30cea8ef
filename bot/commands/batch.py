"""Batches: a JSON object a line in, an answer a line out, in the order of the input."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeVar

import click

from bot import report
from bot.commands.context import DONE, NOTHING_FOUND, Context
from corpus.errors import IntakeError, UsageError
from corpus.readers.jsonl import parsed

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a batch: its number and place for people, the text in it, and all that it says."""

    number: int
    place: str
    text: str
    given: dict[str, Any]


def batch_option(what: str) -> Callable[[Command], Command]:
    """The option --batch of a command that takes `what`, such as "question", a line."""
    about = f"A {what} a line, as JSON; - is stdin."
    return click.option("--batch", type=click.File("rb"), metavar="FILE", help=about)


def each(context: Context, lines: BinaryIO, key: str, work: Callable[[Item], None]) -> int:
    """Do `work` with every line of a batch, the text of which stands under `key`; returns the exit status.

    Blank lines are passed over. Lines that hold no such text, or that `work` raises IntakeError for, are named.
    """
    skipped = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            work(_item(line, number, f"{lines.name}, line {number}", key))
        except IntakeError as error:
            context.remark(f"skipped {error}")
            skipped += 1
    return NOTHING_FOUND if skipped else DONE


def run(context: Context, lines: BinaryIO, key: str, one: Callable[[Item], report.Json]) -> int:
    """Print what `one` gives for every line of a batch, with the line's own "id"; see `each`."""
    return each(context, lines, key, lambda item: click.echo(report.line({"id": item.given.get("id"), **one(item)})))


def in_step(one: Callable[[str], report.Json], nothing: Callable[[str], report.Json]) -> Callable[[Item], report.Json]:
    """`one` for `run`: a text that cannot be asked gives `nothing` with the reason, so that the lines stay in step."""

    def answer(item: Item) -> report.Json:
        try:
            return one(item.text)
        except UsageError as error:
            return {**nothing(item.text), "error": str(error)}

    return answer


def _item(line: bytes, number: int, place: str, key: str) -> Item:
    given = parsed(line, place)
    if not isinstance(given, dict) or not isinstance(given.get(key), str):
        raise IntakeError(place, f'needs an object with a text under "{key}"')
    return Item(number, place, given[key], given)
