"""The difference word by word, and what each change concerns."""

import pytest

from answer.quotation.model import About, Act
from tests.answer.quotation.conftest import Checking


@pytest.mark.parametrize(
    ("quote", "act", "quoted", "stored", "about"),
    [
        ("Inspectors had counted 430 cracked rivets", Act.REPLACED, "430", "340", About.NUMBER),
        ("The repair will take six months and cost", Act.REPLACED, "six", "nine", About.NUMBER),
        ("430 cracked rivets in the northern span", Act.REPLACED, "430", "340", About.NUMBER),
        ("The repair will take 9 months and cost", Act.REPLACED, "9", "nine", About.SPELLING),
        ("It was an easy decision", Act.LEFT_OUT, "", "not", About.NEGATION),
        ("The repair will not take nine months", Act.ADDED, "not", "", About.NEGATION),
        ("The council of Vestmark does expect delays", Act.LEFT_OUT, "", "not", About.NEGATION),
        ("said Mara Berg, the chief engineer", Act.REPLACED, "Berg", "Lind", About.NAME),
        ("closed the old iron bridge to lorries on Friday", Act.REPLACED, "Friday", "Monday", About.DATE),
        ("closed the rusty iron bridge to lorries", Act.REPLACED, "rusty", "old", About.WORDS),
        ("closed the old iorn bridge to lorries", Act.REPLACED, "iorn", "iron", About.SPELLING),
        ("does not expect delays in the cafe quarter", Act.REPLACED, "cafe", "café", About.DIACRITICS),
        ("the council of Vestmark does not expect delays", Act.REPLACED, "the", "The", About.CASE),
        ("closed the old, iron bridge to lorries", Act.ADDED, ",", "", About.PUNCTUATION),
        ("closed the old ironbridge to lorries", Act.REPLACED, "ironbridge", "iron bridge", About.SPACING),
    ],
)
def test_a_change_is_told_for_what_it_is(
    checking: Checking, quote: str, act: Act, quoted: str, stored: str, about: About
) -> None:
    ((change,),) = [match.changes for match in checking(quote).matches]
    assert (change.act, change.quoted, change.stored, change.about) == (act, quoted, stored, (about,))


def test_the_difference_covers_the_quotation_from_end_to_end(checking: Checking) -> None:
    (match,) = checking("Inspectors counted exactly 340 cracked rivets in the span").matches
    assert [(str(edit.act), edit.quoted, edit.stored) for edit in match.edits] == [
        ("kept", "Inspectors", "Inspectors"),
        ("left out", "", "had"),
        ("kept", "counted", "counted"),
        ("added", "exactly", ""),
        ("kept", "340 cracked rivets in the", "340 cracked rivets in the"),
        ("left out", "", "northern"),
        ("kept", "span", "span"),
    ]


def test_words_left_out_at_an_ellipsis_are_marked(checking: Checking) -> None:
    ((change,),) = [match.changes for match in checking("The harbour office closed … to lorries on Monday").matches]
    assert (change.act, change.stored, change.marked) == (Act.LEFT_OUT, "the old iron bridge", True)


def test_words_in_brackets_are_marked(checking: Checking) -> None:
    ((change,),) = [match.changes for match in checking("[They] had counted 340 cracked rivets").matches]
    assert (change.act, change.quoted, change.stored, change.marked) == (Act.REPLACED, "They", "Inspectors", True)


def test_a_beginning_that_goes_on_otherwise_is_told_as_added(checking: Checking) -> None:
    found = checking("Inspectors had counted 340 cracked rivets in the northern span because frost and salt ate them")
    assert [(str(edit.act), edit.quoted) for edit in found.matches[0].changes] == [
        ("added", "because frost and salt ate them")
    ]
