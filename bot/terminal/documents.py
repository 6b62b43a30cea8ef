"""Documents for people at a terminal, and what became of those that were added."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.desk import Fate
from bot.terminal.layout import show_indented, source
from bot.wording import counted
from corpus.documents import Document, Key
from corpus.errors import IntakeError
from corpus.loading import Added

_MOST_LINES, _EXAMPLES = 5, 2  # for faults with one reason: lines, and sources named where there are more


def show_documents(console: Console, documents: Iterable[Document], fates: Mapping[Key, Fate]) -> None:
    """Print a table of documents, one a row; those that are gone from their source, changed or copies say so."""
    table = Table("id", "published", "title", "publisher", box=None, pad_edge=False)
    for document in documents:
        fate = fates.get(document.key, Fate())
        notes = [f"copy of {document.copy_of}"] if document.copy_of else []
        notes += [f"gone since {fate.gone_since[:10]}"] if fate.gone_since else []
        notes += [f"changed on {fate.changed_at[:10]}"] if fate.changed_at else []
        title = f"{document.called} ({', '.join(notes)})" if notes else document.called
        fields = (document.id, document.published, title, document.publisher)
        table.add_row(*(Text(field or "") for field in fields))
    console.print(table)


def show_document(console: Console, document: Document) -> None:
    """Print one document: what is known of it, then its text; what is never quoted is dimmed."""
    show_indented(console, source(document, document.url), 0)
    text = Text(document.text)
    for start, end in document.marked:
        text.stylize("dim", start, end)
    console.print(text)


def fault_lines(what: str, faults: Iterable[IntakeError]) -> Iterator[str]:
    """A line for each fault; those of which there are many with one reason, such as pictures, share a line."""
    sources: dict[str, list[str]] = {}
    for fault in faults:
        sources.setdefault(fault.reason, []).append(fault.source)
    for reason, named in sources.items():
        if len(named) > _MOST_LINES:
            yield f"{what} {counted(len(named), 'input')}, such as {', '.join(named[:_EXAMPLES])}: {reason}"
        else:
            yield from (f"{what} {source}: {reason}" for source in named)


def added_line(outcome: Added, collection: str) -> str:
    """What became of the inputs of one `add`, in one line."""
    parts = [f"{outcome.added} added", f"{outcome.replaced} replaced", f"{outcome.unchanged} unchanged"]
    if outcome.copies:
        parts.append(f"{outcome.copies} of them copies of others")
    if outcome.skipped:
        parts.append(f"{len(outcome.skipped)} skipped")
    if outcome.incomplete:
        parts.append(f"{len(outcome.incomplete)} with a warning")
    return f"{', '.join(parts)} in collection “{collection}”"
