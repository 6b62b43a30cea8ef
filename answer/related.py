"""Words that say the same of different things: what a question calls "start", a source calls "launch" or "began"."""

from index.analysis import Analyzer


def related(text: str, analyzer: Analyzer) -> dict[str, frozenset[str]]:
    """Read groups of words, one a line, as each of their terms with all terms it shares a group with but itself.

    Blank lines and lines that begin with "#" are passed over.
    """
    found: dict[str, set[str]] = {}
    for group in text.splitlines():
        terms = set(analyzer.terms(group)) if not group.startswith("#") else set()
        for term in terms:
            found.setdefault(term, set()).update(terms)
    return {term: frozenset(terms - {term}) for term, terms in found.items()}
