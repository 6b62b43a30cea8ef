"""What holds for every text: an excerpt is exact, and no change of a letter or digit is."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from answer.quotation import Check, Verdict, check
from bot.desk import Shelf
from corpus.documents import Document
from index.analysis import Analyzer
from index.library import Library
from tests.answer.quotation.conftest import REPORTS, Checking

# Words of several scripts, marks that mean something to Markdown, Discord or honest quoters, and numbers.
WORDS = st.one_of(
    st.sampled_from(
        "the not U.S. can't Brenner’s [the group] … ... **bold** _it_ > | 2.5 1,000 10:30 — – -- «oui» café Straße "
        "ﬁne 東京都 ภาษาไทย हिन्दी עברית [1] <@12> (c) a/b x_y #tag 50% $5 “so” 'no' ‘yes’ end. "
        "why? e\u0301t\u00ade".split()
    ),
    st.text(st.characters(categories=["L", "N", "M", "P", "S"]), min_size=1, max_size=8),
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", " ", "\n", "\n\n", "\u00a0"])), min_size=5, max_size=60)


def over(text: str, quote: str) -> Check:
    """Check a quotation against a single document."""
    with TemporaryDirectory() as folder, Library(Path(folder)) as library:
        library.add("library", [Document("d", text)])
        return check(quote, Shelf(library, ["library"]), Analyzer())


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(TEXTS, st.data())
def test_an_excerpt_of_any_stored_text_is_exact(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    text = "".join(word + space for word, space in pairs)
    words = text.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    excerpt = _between(text, words, first, last)
    assume(Analyzer().terms(excerpt))
    found = over(text, excerpt)
    assume(not found.too_short)
    assert found.verdict is Verdict.EXACT


def _between(text: str, words: list[str], first: int, last: int) -> str:
    """The text from one word to another, white space between them included."""
    at, starts, ends = 0, [], []
    for word in words:
        starts.append(text.index(word, at))
        ends.append(at := starts[-1] + len(word))
    return text[starts[first] : ends[last - 1]]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(REPORTS[:4]), st.data())
def test_no_change_of_a_letter_or_digit_is_exact(checking: Checking, report: Document, data: st.DataObject) -> None:
    words = [word for word in report.text.split() if "[" not in word and "]" not in word]
    first = data.draw(st.integers(0, len(words) - 5))
    last = data.draw(st.integers(first + 5, len(words)))
    excerpt = " ".join(report.text.split()[first:last])
    at = data.draw(st.sampled_from([i for i, character in enumerate(excerpt) if character.isalnum()]))
    kind = "0123456789" if excerpt[at].isdigit() else "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZé"
    other = data.draw(st.sampled_from(kind))
    assume(other != excerpt[at])
    changed = excerpt[:at] + other + excerpt[at + 1 :]
    assume(all(changed not in one.text for one in REPORTS))
    assert checking(changed).verdict is not Verdict.EXACT


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_can_be_checked(checking: Checking, quote: str) -> None:
    found = checking(quote)
    assert (found.verdict is Verdict.ABSENT) == (not found.matches)
