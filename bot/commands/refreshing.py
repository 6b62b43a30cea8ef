"""The command refresh: what has changed at the sources, shown and then stored."""

from collections import Counter
from collections.abc import Iterator

import click

from bot import report
from bot.commands.context import DONE, NOTHING_FOUND, Context, as_json, in_context, one_collection
from bot.wording import counted
from corpus.errors import IncompleteError
from corpus.refreshing import Change, Kind, Outcome

_FAULTS = ("skipped", "with a warning")
_SHOWN = 3  # sentences, of those that came and of those that went


@click.command()
@one_collection
@click.option("--all", "every", is_flag=True, help="Look at the sources of every collection.")
@click.option("--dry-run", is_flag=True, help="Only show what has changed.")
@as_json
@in_context
def refresh(context: Context, collection: str, every: bool, dry_run: bool, as_json: bool) -> int:
    """Read files, pages and feeds again that have changed, and what is new in folders; what they were is kept."""
    counts = Counter(dict.fromkeys((*map(str, Kind), *_FAULTS), 0))
    with context.desk() as desk:
        for name in desk.collections() if every else [collection]:
            for outcome in desk.refresh(collection=name, dry_run=dry_run):
                counts.update(_tell(context, outcome, as_json))
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count or what not in _FAULTS)
    context.remark(f"{told}{'; nothing was written' if dry_run else ''}")
    return NOTHING_FOUND if any(counts[what] for what in _FAULTS) else DONE


def _tell(context: Context, outcome: Outcome, as_json: bool) -> Iterator[str]:
    """Print what was found at one source; yields what to count."""
    for change in outcome.changes:
        if as_json:
            click.echo(report.line(_report(change)))
        else:
            context.out.print("\n".join(_lines(change)), markup=False, soft_wrap=True)
        yield change.kind
    for error in outcome.errors:
        stored = isinstance(error, IncompleteError)
        context.remark(f"warning: {error}" if stored else f"skipped {error}")
        yield _FAULTS[stored]


def _lines(change: Change) -> list[str]:
    called = change.document.called if change.document else change.place
    lines = [f"{change.kind}: {called}" + (f" ({change.place})" if called != change.place else "")]
    lines += [f"  {name}: {old or '—'} → {new or '—'}" for name, (old, new) in change.fields.items()]
    for sign, sentences in (("-", change.removed), ("+", change.added)):
        lines += [f"  {sign} {' '.join(sentence.split())}" for sentence in sentences[:_SHOWN]]
        if len(sentences) > _SHOWN:
            lines.append(f"  {sign} and {counted(len(sentences) - _SHOWN, 'more sentence')}")
    return lines


def _report(change: Change) -> report.Json:
    return {
        "change": str(change.kind),
        "source": change.place,
        "id": change.document.id if change.document else None,
        "removed": list(change.removed),
        "added": list(change.added),
        "fields": {name: list(pair) for name, pair in change.fields.items()},
    }
