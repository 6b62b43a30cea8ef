"""The words of HTML that is known to be an article: books, word processors and feeds, not pages of the web."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from lxml import html
from lxml.etree import ParserError

from corpus.lines import BETWEEN_CELLS

_BLOCKS = frozenset(
    """p h1 h2 h3 h4 h5 h6 li blockquote div section article body dd dt figcaption caption aside header footer summary
    table tr td th""".split()
)
_LEFT_OUT = frozenset("script style nav svg math form template iframe object head title".split())
_SPACE = re.compile(r"[ \t\r\n\f]+")
# Characters: a table with a longer cell arranges a page.
_LONGEST_CELL = 600


class _Block(NamedTuple):
    """The end of what went before, and the text of a block that is whole, if any."""

    text: str = ""


_END: Final = _Block()


def prose(markup: str | bytes) -> str:
    """The words of every block, a blank line between them; pictures and scripts are left out.

    A row of a table is a line, see `row`, and preformatted text keeps its lines.
    """
    raw = markup.encode("utf-8", "replace") if isinstance(markup, str) else markup
    try:
        root = html.document_fromstring(raw, parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (ParserError, ValueError, AssertionError):  # there is no element in it
        return ""
    return "\n\n".join(_texts(root))


def row(cells: Iterable[str]) -> str:
    """A row of a table as a line: its cells with " | " between them, without empty ones at its ends."""
    return " ".join(BETWEEN_CELLS.join(cells).split()).strip(BETWEEN_CELLS)


def rows(table: html.HtmlElement) -> Iterator[str]:
    """The caption and the rows of a table of data, each a line, but for empty ones."""
    for line in table.iter("caption", "tr", "thead", "tbody", "tfoot"):  # where cells may stand without a row
        cells = [line] if line.tag == "caption" else _cells(line)
        words = row(" ".join(_texts(cell)) for cell in cells)
        if words:
            yield words


def is_layout(table: html.HtmlElement) -> bool:
    """Whether a table only arranges a page: another one lies in it, no row has two cells, or one cell is very long."""
    if table.find(".//table") is not None:
        return True
    lines = [_cells(line) for line in table.iter("tr")]
    longest = max((len(cell.text_content()) for cells in lines for cell in cells), default=0)
    return longest > _LONGEST_CELL or max(map(len, lines), default=0) < 2


def _texts(root: html.HtmlElement) -> Iterator[str]:
    """The texts of the blocks of a tree that have any."""
    words: list[str] = []
    for piece in chain(_walk(root), (_END,)):
        if isinstance(piece, str):
            words.append(piece)
            continue
        yield from (text for text in (_text("".join(words)), piece.text) if text)
        words = []


def _walk(root: html.HtmlElement) -> Iterator[str | _Block]:
    """The text of a tree in its order, and a block wherever one begins or ends; recursion goes into cells only."""
    stack: list[html.HtmlElement | str | _Block] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str | _Block):
            yield node
            continue
        if node.tail:
            stack.append(node.tail)
        tag = node.tag if isinstance(node.tag, str) else "script"  # a comment or an instruction has no name
        if tag in _LEFT_OUT or (tag == "sup" and node.find("a") is not None):  # the mark of a footnote
            continue
        if tag == "pre" or (tag == "table" and not is_layout(node)):
            yield _Block(_lines(node) if tag == "pre" else "\n".join(rows(node)))
            continue
        edges = [_END] if tag in _BLOCKS else []
        stack.extend([*edges, *reversed(node), "\v" if tag == "br" else node.text or "", *edges])


def _cells(line: html.HtmlElement) -> list[html.HtmlElement]:
    return [cell for cell in line if cell.tag in ("td", "th")]


def _lines(preformatted: html.HtmlElement) -> str:
    """Preformatted text as it is."""
    for line_break in preformatted.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return str(preformatted.text_content()).strip("\r\n").rstrip()


def _text(raw: str) -> str:
    """The words on one line, but for the breaks that were asked for."""
    lines = (_SPACE.sub(" ", line).strip() for line in raw.split("\v"))
    return "\n".join(line for line in lines if line)
