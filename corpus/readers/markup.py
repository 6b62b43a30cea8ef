"""The prose of HTML that is known to be an article: books, word processors and feeds, not pages of the web."""

import re
from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError

_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li blockquote div section article body dd dt figcaption caption aside header footer".split()
)
_LEFT_OUT = frozenset("table pre code script style nav svg math form template iframe object head title".split())
_SPACE = re.compile(r"[ \t\r\n\f]+")


def prose(markup: str | bytes) -> str:
    """The words of every block, a blank line between them; tables, code, pictures and scripts are left out."""
    raw = markup.encode("utf-8", "replace") if isinstance(markup, str) else markup
    try:
        root = html.document_fromstring(raw, parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (ParserError, ValueError, AssertionError):  # there is no element in it
        return ""
    blocks: list[list[str]] = [[]]
    for words in _walk(root):
        if words is None:
            blocks.append([])
        else:
            blocks[-1].append(words)
    texts = (_text("".join(block)) for block in blocks)
    return "\n\n".join(text for text in texts if text)


def _walk(root: html.HtmlElement) -> Iterator[str | None]:
    """The text of a tree in its order, and None wherever a block begins or ends; without recursion."""
    stack: list[html.HtmlElement | str | None] = [root]
    while stack:
        node = stack.pop()
        if node is None or isinstance(node, str):
            yield node
            continue
        if node.tail:
            stack.append(node.tail)
        tag = node.tag if isinstance(node.tag, str) else "script"  # a comment or an instruction has no name
        if tag in _LEFT_OUT or (tag == "sup" and node.find("a") is not None):  # the mark of a footnote
            continue
        if tag == "br":
            stack.append("\v")
        if tag in _BLOCKS:
            stack.append(None)
        stack.extend(reversed(node))
        if node.text:
            stack.append(node.text)
        if tag in _BLOCKS:
            stack.append(None)


def _text(raw: str) -> str:
    """The words on one line, but for the breaks that were asked for."""
    lines = (_SPACE.sub(" ", line).strip() for line in raw.split("\v"))
    return "\n".join(line for line in lines if line)
