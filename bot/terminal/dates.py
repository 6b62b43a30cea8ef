"""Tables of dates and timelines for people at a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from answer.dates import DateExpression
from answer.timeline import Entry, Timeline
from bot.wording import also_in_words, basis_in_words, in_words, source_in_words

NOT_KNOWN = "not known"


def show_dates(console: Console, found: Sequence[DateExpression]) -> None:
    """Print the temporal expressions of a text, one a row: the phrase, what it means, and what that rests on."""
    table = Table("phrase", "kind", "value", "in words", "rests on", box=None, pad_edge=False)
    for date in found:
        row = (date.phrase, date.type.lower(), date.value or "", _meaning(date), basis_in_words(date.basis))
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)


def _meaning(date: DateExpression) -> str:
    """The value in words; a repetition has none that say more than its phrase."""
    if date.value is None:
        return NOT_KNOWN
    return "" if date.type == "SET" else in_words(date.value)


def show_timeline(console: Console, told: Timeline) -> None:
    """Print a timeline, one entry a row; those whose date is not known stand apart at the end."""
    console.print(_table([entry for entry in told.entries if entry.known]))
    if unknown := [entry for entry in told.entries if not entry.known]:
        console.print(Text("\nDate not known:", style="bold"))
        console.print(_table(unknown))


def _table(entries: Sequence[Entry]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 1, 0))
    table.add_column(style="bold", max_width=22)
    table.add_column()
    for entry in entries:
        source = source_in_words(entry.quote.document)
        notes = [Text(source, style="cyan"), *([Text(also_in_words(entry.also), style="dim")] if entry.also else [])]
        if entry.date.derived:
            notes.append(Text(f"“{entry.date.phrase}” ({basis_in_words(entry.date.basis)})", style="green"))
        when = in_words(entry.date.value, weekday=False) if entry.known and entry.date.value else entry.date.phrase
        table.add_row(Text(when), Text("\n").join([Text(entry.quote.text), *notes]))
    return table
