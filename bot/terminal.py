"""Answers, passages and documents for people at a terminal: matching words in bold, sources, derived dates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from answer.dates import DateExpression
from answer.explaining import Explained
from answer.leading import lead
from answer.links import link
from answer.model import Agreement, Answer, Citation, Newest
from bot.desk import Fate
from bot.other_languages import FOREIGN_QUESTION, FOREIGN_SOURCE, IN_ENGLISH, of_answer
from bot.wording import also_in_words, basis_in_words, counted, in_words, source_in_words
from corpus.documents import Document, Key
from corpus.errors import IntakeError
from corpus.loading import Added
from corpus.spans import Span
from index.engine import Hit

_MOST_LINES, _EXAMPLES = 5, 2  # for faults with one reason: lines, and sources named where there are more
NOT_FOUND = "The corpus does not say."
UNSURE = "Not sure that this answers the question; the nearest in the corpus:"
TOO_GENERAL = "Every word of that stands in any text; name the thing, the place or the person you ask about."


def _marked(text: str, offset: int, spans: Iterable[Span]) -> Text:
    """A slice of a text that begins at `offset`, with the spans of that text in bold."""
    shown = Text(text)
    for start, end in spans:
        shown.stylize("bold", max(start - offset, 0), max(end - offset, 0))
    return shown


def source(document: Document, address: str | None) -> list[Text]:
    """Where a quote comes from, and its address, if there is one."""
    line = Text(source_in_words(document), style="cyan")
    # No terminal opens a link of which a part is missing or stands on the next line.
    return [line, Text(address, style=f"dim link {address}", no_wrap=True)] if address else [line]


def show_indented(console: Console, texts: Iterable[Text], indent: int, mark: str = "") -> None:
    """Print texts below each other, wrapped behind `indent` columns, `mark` in the first of them.

    Those with `no_wrap` stay in one piece and run over the edge.
    """
    margin = Text(mark.ljust(indent), style="bold")
    for text in texts:
        for line in [text] if text.no_wrap else text.wrap(console, max(console.width - indent, 1)):
            console.print(margin + line, soft_wrap=True)
            margin = Text(" " * indent)


def _derivation(date: DateExpression) -> Text:
    value = in_words(date.value) if date.value else "day not known"
    return Text(f"“{date.phrase}”: {value} ({basis_in_words(date.basis)})", style="green")


def _quote(citation: Citation) -> Iterator[Text]:
    yield from (Text(above.text, style="dim") for above in citation.under)
    yield _marked(citation.quote, citation.sentence.start, citation.matched)
    yield from source(citation.document, link(citation.sentence))
    for date in citation.dates:
        if date.points and date.derived:
            yield _derivation(date)
    if citation.also:
        yield Text(also_in_words(citation.also), style="dim")


def _show_numbered(console: Console, blocks: Iterable[Iterable[Text]]) -> None:
    for number, block in enumerate(blocks, 1):
        show_indented(console, block, len(f"[{number}] "), f"[{number}]")
        console.print()


def _agreement(agreement: Agreement) -> Text:
    if agreement.agrees:
        return Text("The sources agree.", style="dim")
    sides = []
    for value in agreement.values:
        marks = " ".join(f"[{position + 1}]" for position in value.citations)
        sides.append(f"{_value(agreement, value.value)} {marks}")
    newest = agreement.newest
    last = f"; the newest source ({_published(newest)}) says {_value(agreement, newest.value)}" if newest else ""
    return Text(f"Sources disagree: {' · '.join(sides)}{last}", style="bold yellow")


def _value(agreement: Agreement, value: str) -> str:
    return in_words(value) if agreement.kind == "date" else value


def _published(newest: Newest) -> str:
    return in_words(newest.published.isoformat(), weekday=False)


def _notes(given: Answer) -> list[Text]:
    notes = [Text(f"No “{typed}”; searched “{searched}”.", style="dim") for typed, searched in given.corrected]
    if given.missing:
        words = ", ".join(f"“{word}”" for word in given.missing)
        notes.append(Text(f"No document mentions {words}.", style="dim"))
    if language := IN_ENGLISH.get(of_answer(given) or ""):
        told = FOREIGN_SOURCE if given.answered else FOREIGN_QUESTION
        notes.append(Text(told.format(language=language), style="dim"))
    return notes


def show_answer(console: Console, given: Answer) -> None:
    """Print an answer, or that there is none and what is worth reading instead."""
    console.print()
    if not given.answered:
        console.print(Text(NOT_FOUND if given.question.weights else TOO_GENERAL, style="bold"))
        console.print(*_notes(given), sep="\n")
        if given.nearest:
            console.print(Text("\nPerhaps worth reading:"))
            for document in given.nearest:
                show_indented(console, source(document, document.url), 2)
        return
    if given.unsure:
        console.print(Text(UNSURE, style="bold"), end="\n\n")
    value = lead(given)
    if value:
        console.print(Text(in_words(value), style="bold"), end="\n\n")
    if given.agreement and not given.agreement.agrees:
        console.print(_agreement(given.agreement), end="\n\n")
    _show_numbered(console, map(_quote, given.citations))
    if given.agreement and given.agreement.agrees:
        console.print(_agreement(given.agreement))
    for note in _notes(given):
        console.print(note)


def show_explanation(console: Console, given: Answer, rows: Iterable[Explained]) -> None:
    """Print what each of the best sentences scored, by which features, and what became of it."""
    console.print(Text(f"\nAsked: {given.question.kind.value}; confidence {given.confidence:.2f}", style="bold"))
    for row in rows:
        console.print(Text(f"{row.share:4.0%}  {row.sentence.text}", overflow="ellipsis", no_wrap=True))
        moved = ", ".join(f"{name} {amount:+.2f}" for name, amount in row.parts)
        console.print(Padding(Text(f"{row.verdict}\n{moved}", style="dim"), (0, 0, 0, 6)))


def show_hits(console: Console, hits: Sequence[Hit]) -> None:
    """Print ranked passages with their sources."""
    found = (hit.passage for hit in hits)
    _show_numbered(
        console, ([Text(passage.text), *source(passage.document, passage.document.url)] for passage in found)
    )


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
