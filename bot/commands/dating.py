"""Commands for time: dates, timeline."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

import click

from answer.dates import find_dates
from bot import report
from bot.commands.batch import Item, batch_option, run
from bot.commands.context import (
    DONE,
    NOTHING_FOUND,
    Context,
    as_json,
    collections_option,
    in_context,
)
from bot.terminal.dates import show_dates, show_timeline
from bot.terminal.plot import draw
from corpus.errors import IntakeError, UsageError


@click.command()
@click.argument("text", nargs=-1)
@click.option("--written-on", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="When it was published.")
@batch_option("text")
@as_json
@in_context
def dates(
    context: Context, text: Sequence[str], written_on: datetime | None, batch: BinaryIO | None, as_json: bool
) -> int:
    """Find the dates in a text, and the calendar days that they mean."""
    if batch is not None:
        return run(context, batch, "text", _dated)
    if not text:
        raise UsageError("There is no text; give one, or a file of texts with --batch FILE.")
    found = find_dates(" ".join(text), written_on.date() if written_on else None)
    if as_json:
        click.echo(report.line(report.dates(found)))
    elif found:
        show_dates(context.out, found)
    else:
        context.remark("No date in that text.")
    return DONE if found else NOTHING_FOUND


def _dated(item: Item) -> report.Json:
    """The dates of one line, read from the day under "date", which may be missing or null."""
    given = item.given.get("date")
    try:
        written_on = None if given is None else date.fromisoformat(str(given)[:10])
    except ValueError:
        why = f"“{given}” is no day such as 2018-09-11; leave out a day that is not known"
        raise IntakeError(item.place, why) from None
    return report.dates(find_dates(item.text, written_on))


@click.command()
@click.argument("topic", nargs=-1)
@click.option("--plot", type=click.Path(path_type=Path), metavar="FILE", help="Draw it into a .png or .svg file too.")
@collections_option
@as_json
@in_context
def timeline(
    context: Context, topic: Sequence[str], plot: Path | None, collections: Sequence[str] | None, as_json: bool
) -> int:
    """List dated quotes about a topic, in calendar order."""
    with context.reading(collections) as desk:
        told = desk.timeline(" ".join(topic), collections=collections)
    if as_json:
        click.echo(report.line(report.timeline(told)))
    elif told.entries:
        show_timeline(context.out, told)
    else:
        context.remark("No dated sentence in the corpus is about that.")
    if plot is not None and told.entries:
        draw(told, plot)
        context.remark(f"drawn into {plot}")
    return DONE if told.entries else NOTHING_FOUND
