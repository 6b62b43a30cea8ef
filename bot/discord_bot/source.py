"""The line that names a source: title, publisher, date and a link; all of it foreign text made harmless."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from answer.links import link
from bot.discord_bot.budget import LINK
from bot.discord_bot.escape import label, plain_label
from bot.discord_bot.languages.texts import Texts
from corpus.documents import Document, Passage

MOST_OTHERS = 2
_UNSAFE_IN_LINK = re.compile(r"[^!#$%&*+,./0-9:;=?@A-Z_a-z~-]")


def name(document: Document, limit: int = 120) -> str:
    """What to call a document, as plain text: its title, else its file's name, else its id."""
    return plain_label(document.called, limit) or "untitled"


def masked_link(words: str, address: str | None) -> str:
    """A link with words of our own; "" without a web address, or with one that is too long to be pressed.

    The words are never a document's: a title that looks like one address could hide another one.
    """
    if not address or not address.startswith(("http://", "https://")):
        return ""
    safe = _UNSAFE_IN_LINK.sub(lambda found: quote(found[0], safe="", errors="replace"), address)
    return f"[{words}]({safe})" if len(safe) <= LINK else ""


def source_line(document: Document, address: str = "", number: int | None = None, *, texts: Texts) -> str:
    r"""`\[1\] **Title** · Publisher · 11 September 2018 · link`; parts that are not known are left out."""
    title = f"**{label(name(document))}**"
    published = texts.date(document.published, False) if document.published else texts.no_date
    parts = [title, label(document.publisher or "", 80), label(published, 60), address]
    line = " · ".join(part for part in parts if part)
    return line if number is None else rf"\[{number}\] {line}"


def quoted_from(quote: Passage, number: int | None, texts: Texts) -> str:
    """The line that names the source of a quote, with a link that opens it at the very words."""
    return source_line(quote.document, masked_link(texts.open_here, link(quote)), number, texts=texts)


def also_in(others: Sequence[Document], texts: Texts) -> list[str]:
    """A line that names the first of the other documents that say the same; none where there are none."""
    titles = ", ".join(label(name(document), 80) for document in others[:MOST_OTHERS])
    return [f"-# {texts.also_in.format(titles=titles)}"] if titles else []
