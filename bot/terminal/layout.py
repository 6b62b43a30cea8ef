"""How texts stand on a terminal: below each other, behind a margin, with the line that names their source."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from bot.wording import source_in_words
from corpus.documents import Document


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


def show_numbered(console: Console, blocks: Iterable[Iterable[Text]]) -> None:
    """Print blocks of texts, each behind its number and with an empty line after it."""
    for number, block in enumerate(blocks, 1):
        show_indented(console, block, len(f"[{number}] "), f"[{number}]")
        console.print()
