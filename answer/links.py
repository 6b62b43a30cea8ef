"""Links that open a page at the quoted words, by a text fragment (WICG, Scroll to Text Fragment, section 3.3)."""

from urllib.parse import quote

from answer.model import Citation

EDGE_WORDS = 4


def _directive(words: list[str]) -> str:
    # "-", "," and "&" have a meaning inside the directive; quote() alone leaves "-" as it is.
    return quote(" ".join(words), safe="").replace("-", "%2D")


def link(citation: Citation, *, limit: int = 512) -> str | None:
    """The address of the cited page, pointed at the quote; None where the document has no web address.

    The fragment names the first and the last words of the quote. `limit` is the most characters that the address
    may have (a Discord button holds 512); where the fragment does not fit, the plain address is given, and None
    where not even that fits.
    """
    url = citation.document.url
    if not url or not url.startswith(("http://", "https://")):
        return None
    words = citation.quote.split()
    if len(words) > 2 * EDGE_WORDS:
        fragment = f"{_directive(words[:EDGE_WORDS])},{_directive(words[-EDGE_WORDS:])}"
    else:
        fragment = _directive(words)
    page, _, anchor = url.partition("#")
    pointed = f"{page}#{anchor}:~:text={fragment}"
    return next((address for address in (pointed, url) if len(address) <= limit), None)
