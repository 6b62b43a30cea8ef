"""Answers and passages for people at a terminal: the matching words in bold, sources, derived dates."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from answer.dates import DateExpression
from answer.explaining import Explained
from answer.leading import lead
from answer.links import link
from answer.model import Agreement, Answer, Citation, Newest
from bot.other_languages import FOREIGN_QUESTION, FOREIGN_SOURCE, IN_ENGLISH, of_answer
from bot.terminal.layout import show_indented, show_numbered, source
from bot.wording import also_in_words, basis_in_words, in_words
from corpus.spans import Span
from index.engine import Hit

NOT_FOUND = "The corpus does not say."
UNSURE = "Not sure that this answers the question; the nearest in the corpus:"
TOO_GENERAL = "Every word of that stands in any text; name the thing, the place or the person you ask about."


def _marked(text: str, offset: int, spans: Iterable[Span]) -> Text:
    """A slice of a text that begins at `offset`, with the spans of that text in bold."""
    shown = Text(text)
    for start, end in spans:
        shown.stylize("bold", max(start - offset, 0), max(end - offset, 0))
    return shown


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
    show_numbered(console, map(_quote, given.citations))
    if given.agreement and given.agreement.agrees:
        console.print(_agreement(given.agreement))
    for note in _notes(given):
        console.print(note)


def show_explanation(console: Console, given: Answer, rows: Iterable[Explained]) -> None:
    """Print what each of the best sentences scored, by which features, and what became of it."""
    console.print(Text(f"\nAsked: {given.question.kind.value}; confidence {given.confidence:.2f}", style="bold"))
    for row in rows:
        moved = ", ".join(f"{name} {amount:+.2f}" for name, amount in row.parts)
        lines = Text(row.sentence.text), Text(row.verdict, style="dim"), Text(moved, style="dim")
        show_indented(console, lines, 6, f"{row.share:4.0%}")


def show_hits(console: Console, hits: Sequence[Hit]) -> None:
    """Print ranked passages with their sources."""
    found = (hit.passage for hit in hits)
    show_numbered(console, ([Text(passage.text), *source(passage.document, passage.document.url)] for passage in found))
