"""Links that open a page at the quoted words, by a text fragment (WICG, Scroll to Text Fragment, section 3.3)."""

from urllib.parse import quote as encoded

from corpus.documents import Passage

EDGE_WORDS = 4
LONGEST = 512  # characters of an address: what a button in Discord holds


def _directive(words: list[str]) -> str:
    # "-", "," and "&" have a meaning inside the directive; the encoding alone leaves "-" as it is.
    return encoded(" ".join(words), safe="").replace("-", "%2D")


def link(quote: Passage) -> str | None:
    """The address of the quoted page, pointed at the quote; None where the document has no web address.

    The fragment names the first and the last words of the quote. An address that is longer than LONGEST is given
    without it, and None where even that is too long.
    """
    url = quote.document.url
    if not url or not url.startswith(("http://", "https://")):
        return None
    words = quote.text.split()
    if len(words) > 2 * EDGE_WORDS:
        fragment = f"{_directive(words[:EDGE_WORDS])},{_directive(words[-EDGE_WORDS:])}"
    else:
        fragment = _directive(words)
    page, _, anchor = url.partition("#")
    pointed = f"{page}#{anchor}:~:text={fragment}"
    return next((address for address in (pointed, url) if len(address) <= LONGEST), None)
