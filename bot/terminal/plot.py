"""A timeline drawn into a picture file."""

import textwrap
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from answer.dates import span
from answer.timeline import Entry, Timeline
from bot.wording import in_words
from corpus.errors import UsageError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FORMATS = (".png", ".svg")
MOST = 40  # entries, each a row
COLOUR = "#2f7fd1"
_WIDE, _ROW, _HEAD = 13.0, 0.5, 1.2  # inches
_LETTERS = 100  # of a quote beside its row
_THINNEST = 1 / 150  # of the whole time drawn: what a day is at least as wide as


def draw(told: Timeline, path: Path) -> None:
    """Draw the entries whose days are known, at most MOST of them, earliest at the top; replaces the file.

    Raises UsageError for another format, an unwritable place, and where matplotlib is not installed.
    """
    if path.suffix.lower() not in FORMATS:
        raise UsageError(f"{path}: a timeline is drawn into a file that ends in {' or '.join(FORMATS)}")
    try:
        # A large library that only this needs, so it is an extra.
        from matplotlib.figure import Figure
    except ImportError:
        raise UsageError('Drawing needs matplotlib; install it with: pip install "footnote[plot]"') from None
    dated = [(*covered, entry) for entry in told.entries if (covered := span(entry.date.value or ""))][:MOST]
    if not dated:
        raise UsageError("There is nothing to draw: no quote has a day that is known.")
    figure = Figure(figsize=(_WIDE, _HEAD + _ROW * len(dated)), layout="constrained")
    axes = figure.subplots()
    _bars(axes, dated)
    axes.set_title(told.topic, parse_math=False, loc="left")
    try:
        figure.savefig(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def _bars(axes: "Axes", dated: list[tuple[date, date, Entry]]) -> None:
    """A bar a row from the first to the last day, and beside the rows what is quoted."""
    from matplotlib.dates import date2num

    days = date2num([first for first, _, _ in dated])  # type: ignore[no-untyped-call]  # not annotated there
    whole = (max(last for _, last, _ in dated) - dated[0][0]).days + 1
    for row, (first, last, entry) in enumerate(dated):
        width = max((last - first).days + 1, whole * _THINNEST)
        axes.barh(row, width, left=days[row], height=0.5, color=COLOUR)
        axes.text(1.01, row, _label(entry), transform=axes.get_yaxis_transform(), va="center", parse_math=False)
    axes.xaxis_date()
    axes.set_yticks([])
    axes.invert_yaxis()


def _label(entry: Entry) -> str:
    quote = textwrap.shorten(entry.quote.text, _LETTERS, placeholder=" …")
    return f"{in_words(entry.date.value or '', weekday=False)}\n{quote}"
