"""A check of a quotation for people at a terminal: the places, and the difference in colour."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from answer.links import link
from answer.quotation import Check, Edit, Match, PlaceId, Verdict
from answer.quotation.copies import later
from answer.quotation.model import Act
from bot.check_wording import pointed_out, verdict_in_words
from bot.terminal.layout import show_indented, source
from bot.wording import also_in_words, counted

COLOURS = {Verdict.EXACT: "bold green", Verdict.ALTERED: "bold yellow", Verdict.ABSENT: "bold red"}
LEFT_OUT, ADDED = "red strike", "green underline"
LEGEND = Text.assemble("In the difference: ", ("only in the source", LEFT_OUT), ", ", ("only in the quotation", ADDED))
MOST_PLACES = 10


def show_check(console: Console, given: Check) -> None:
    """Print the verdict, then every place with the difference to it, or the nearest passage where there is none."""
    coloured = console.is_terminal and not console.no_color
    console.print()
    console.print(Text(verdict_in_words(given), style=COLOURS[given.verdict]), end="\n\n")
    if given.nearest:
        said = Text("The nearest passage, which is no match:", style="dim")
        show_indented(console, [said, Text(given.nearest.place.text), *source(given.nearest.document, None)], 0)
    for number, places in enumerate(given.parts, 1):
        if len(given.parts) > 1:
            console.print(Text(f"Part {number}: “{places[0].quoted}”", style="bold"))
        for match in places[:MOST_PLACES]:
            show_indented(console, _lines(match, coloured=coloured), 2)
            console.print()
        if len(places) > MOST_PLACES:
            console.print(
                Text(f"  … and {counted(len(places) - MOST_PLACES, 'more place')}; --json lists all.\n", style="dim")
            )
    if coloured and any(match.changes for match in given.matches):
        console.print(LEGEND)


def _lines(match: Match, *, coloured: bool) -> Iterator[Text]:
    yield _difference(match, coloured=coloured) if match.changes else Text(f"“{match.place.text}”")
    for told in pointed_out(match):
        yield Text(f"Changed: {told}", style="bold yellow")
    yield from source(match.document, link(match.place))
    if match.speaker:
        yield Text(f"Said there by {match.speaker}", style="cyan")
    after, beside = later(match.copies, match)
    if after:
        yield Text(f"Copied in {len(after)} later: {_names(after)}", style="dim")
    if beside:
        yield Text(also_in_words([copy.document for copy in beside]), style="dim")
    yield Text(str(PlaceId.of(match.place)), style="dim", no_wrap=True)


def _names(copies: Sequence[Match]) -> str:
    return ", ".join(copy.document.publisher or copy.document.called for copy in copies)


def _difference(match: Match, *, coloured: bool) -> Text:
    """Source and quotation in one: what is only in the source struck out, what is only in the quotation underlined.

    Without colours both stand in the brackets of wdiff: [-source-], {+quotation+}.
    """
    shown = Text()
    for edit in match.edits:
        for words, style in _pieces(edit):
            shown.append(" " if shown and words[0].isalnum() else "")
            shown.append(words if coloured else _bracketed(words, style), style)
    return shown


def _bracketed(words: str, style: str) -> str:
    return f"[-{words}-]" if style.startswith(LEFT_OUT) else f"{{+{words}+}}" if style else words


def _pieces(edit: Edit) -> list[tuple[str, str]]:
    if edit.act is Act.KEPT:
        return [(edit.stored, "")]
    dim = " dim" if edit.marked else ""
    return [(words, f"{style}{dim}") for words, style in ((edit.stored, LEFT_OUT), (edit.quoted, ADDED)) if words]
