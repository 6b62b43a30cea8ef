"""The command for quotations: check."""

from collections.abc import Sequence
from typing import TextIO

import click

from answer.quotation import Check, Verdict
from answer.quotation.citing import STYLES, cite
from bot import check_report, report
from bot.batch import Item, items
from bot.check_terminal import show_check
from bot.check_wording import verdict_in_words
from bot.commands.context import (
    DONE,
    NOTHING_FOUND,
    Context,
    as_json,
    chosen,
    collections_option,
    in_context,
    timed,
)
from bot.desk import Desk
from corpus.errors import IntakeError, UsageError


@click.command()
@click.argument("quote", nargs=-1)
@click.option("--cite", "style", type=click.Choice(list(STYLES)), help="Print the source as a citation in this style.")
@collections_option
@click.option(
    "--batch", type=click.File("r", encoding="utf-8"), metavar="FILE", help="A quote a line, as JSON; - is stdin."
)
@as_json
@in_context
def check(
    context: Context,
    quote: Sequence[str],
    style: str | None,
    collections: Sequence[str],
    batch: TextIO | None,
    as_json: bool,
) -> int:
    """Find where a quotation comes from: exact, altered (with the difference) or absent."""
    with context.desk(sample=True) as desk:
        read = chosen(collections)
        if batch is not None:
            return _batch(context, desk, batch, read, style)
        given, took = timed(lambda: desk.check(" ".join(quote), collections=read))
    if as_json:
        click.echo(report.line(check_report.check(given, took, style)))
    elif style:
        _print_citations(context, given, style)
    else:
        show_check(context.out, given)
    return NOTHING_FOUND if given.verdict is Verdict.ABSENT else DONE


def _print_citations(context: Context, given: Check, style: str) -> None:
    """The citations of the earliest places, an empty line between them; the verdict is a remark."""
    context.remark(verdict_in_words(given))
    for number, places in enumerate(given.parts):
        click.echo(("\n" if number else "") + cite(places[0].place, style))


def _batch(context: Context, desk: Desk, batch: TextIO, read: Sequence[str] | None, style: str | None) -> int:
    """Check every line of a batch and print what was found, with the line's id."""
    skipped = 0
    for item in items(batch, batch.name, key="quote"):
        if isinstance(item, IntakeError):
            context.remark(f"skipped {item}")
            skipped += 1
        else:
            click.echo(report.line({"id": item.id, **_one(desk, item, read, style)}))
    return NOTHING_FOUND if skipped else DONE


def _one(desk: Desk, item: Item, read: Sequence[str] | None, style: str | None) -> report.Json:
    """A quotation that cannot be checked is absent, with the reason, so that the lines stay in step."""
    try:
        given, took = timed(lambda: desk.check(item.text, collections=read))
    except UsageError as error:
        return {**check_report.check(Check(item.text, Verdict.ABSENT), 0.0), "error": str(error)}
    return check_report.check(given, took, style)
