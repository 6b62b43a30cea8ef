"""The command for quotations: check."""

from collections.abc import Sequence
from typing import BinaryIO

import click

from answer.quotation import Check, Verdict
from answer.quotation.citing import STYLES, cite
from bot import check_report, report
from bot.check_wording import verdict_in_words
from bot.commands.batch import batch_option, in_step, run
from bot.commands.context import (
    DONE,
    NOTHING_FOUND,
    Context,
    as_json,
    collections_option,
    in_context,
    timed,
)
from bot.terminal.checks import show_check


@click.command()
@click.argument("quote", nargs=-1)
@click.option("--cite", "style", type=click.Choice(list(STYLES)), help="Print the source as a citation in this style.")
@collections_option
@batch_option("quote")
@as_json
@in_context
def check(
    context: Context,
    quote: Sequence[str],
    style: str | None,
    collections: Sequence[str] | None,
    batch: BinaryIO | None,
    as_json: bool,
) -> int:
    """Find where a quotation comes from: exact, altered (with the difference) or absent."""
    with context.reading(collections) as desk:

        def one(text: str) -> tuple[Check, float]:
            return timed(lambda: desk.check(text, collections=collections))

        if batch is not None:
            found = in_step(lambda text: check_report.check(*one(text), style), _absent)
            return run(context, batch, "quote", found)
        given, took = one(" ".join(quote))
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


def _absent(quote: str) -> report.Json:
    return check_report.check(Check(quote, Verdict.ABSENT), 0.0)
