"""The command stats: what the ledger says about the questions asked in Discord."""

import click
from rich.table import Table

from bot import report
from bot.commands.context import DONE, NOTHING_FOUND, Context, as_json, in_context
from corpus.ledger import FILE, Ledger, Totals


@click.command()
@click.option("--server", type=int, metavar="ID", help="Count one Discord server only.")
@as_json
@in_context
def stats(context: Context, server: int | None, as_json: bool) -> int:
    """Say how many questions were asked in Discord and answered, what was missing, and what people thought of it."""
    if not (context.settings.data / FILE).is_file():
        totals = Totals(0, 0, 0, 0, None, None, ())
    else:
        with Ledger(context.settings.data) as ledger:
            totals = ledger.totals(server)
    if as_json:
        click.echo(report.line(_report(totals)))
    elif totals.asked:
        context.out.print(_table(totals))
    else:
        context.remark("No questions have been asked in Discord yet.")
    return DONE if totals.asked else NOTHING_FOUND


def _report(totals: Totals) -> report.Json:
    return {
        "asked": totals.asked,
        "answered": totals.answered,
        "not_answered": totals.asked - totals.answered,
        "useful": totals.useful,
        "not_useful": totals.not_useful,
        "median_ms": totals.median,
        "slowest_ms": totals.slowest,
        "missing": [{"word": word, "count": count} for word, count in totals.missing],
    }


def _table(totals: Totals) -> Table:
    table = Table.grid(padding=(0, 2))
    rows = {
        "questions": totals.asked,
        "answered": totals.answered,
        "not answered": totals.asked - totals.answered,
        "called useful": totals.useful,
        "called not useful": totals.not_useful,
        "median of the time to answer": f"{totals.median} ms",
        "longest": f"{totals.slowest} ms",
        "words that no document holds": ", ".join(f"{word} ({count})" for word, count in totals.missing) or "none",
    }
    for what, value in rows.items():
        table.add_row(what, str(value))
    return table
