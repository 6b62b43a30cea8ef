"""Names that mean the same: what a question calls "IS", a source may call "Daesh"; from a list and from the texts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.analysis import Analyzer


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a name: as it is written, and its terms. In capitals it is matched in capitals only."""

    written: str
    terms: frozenset[str]

    def stands_in(self, text: str, terms: frozenset[str]) -> bool:
        """Whether a text with these terms uses this form."""
        if not self.terms <= terms:
            return False
        if self.written.isupper():
            return re.search(rf"(?<!\w){re.escape(self.written)}(?!\w)", text) is not None
        return True


Group = tuple[Name, ...]


def group(names: Iterable[str], analyzer: Analyzer) -> Group:
    """The forms of one name; forms without any term are left out."""
    found = (Name(name, frozenset(analyzer.terms(name))) for name in dict.fromkeys(names))
    return tuple(name for name in found if name.terms)


def parse(text: str, analyzer: Analyzer) -> tuple[Group, ...]:
    """Read lines of "name = name = …"; blank lines and lines that begin with "#" are passed over."""
    lines = (line.strip() for line in text.splitlines())
    rows = ([name.strip() for name in line.split("=")] for line in lines if line and not line.startswith("#"))
    return tuple(group(names, analyzer) for names in rows)


def used(groups: Iterable[Group], text: str, terms: frozenset[str]) -> tuple[Group, ...]:
    """The groups of which some form stands in a text."""
    return tuple(forms for forms in groups if any(name.stands_in(text, terms) for name in forms))


def completed(terms: frozenset[str], text: str, groups: Sequence[Group]) -> frozenset[str]:
    """A text's terms, with those of every other form of the names that it uses."""
    more = [name.terms for forms in used(groups, text, terms) for name in forms]
    return terms.union(*more) if more else terms
