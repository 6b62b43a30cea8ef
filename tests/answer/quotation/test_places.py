"""All places of a quotation: splices, copies, the order of publication, and who speaks."""

import pytest

from answer.quotation import Match, Verdict
from answer.quotation.copies import later
from answer.quotation.speaker import speaker
from corpus.documents import Document, Passage
from tests.answer.quotation.conftest import BRIDGE, OTHER, Checking


def test_a_splice_from_two_documents_is_reported_as_two(checking: Checking) -> None:
    found = checking("Inspectors had counted 340 cracked rivets and a second ferry started to carry lorries")
    assert (found.verdict, found.spliced) == (Verdict.ALTERED, True)
    assert [part[0].document.id for part in found.parts] == ["bridge", "ferry"]


def test_a_splice_of_one_document_in_the_wrong_order_is_reported_as_two(checking: Checking) -> None:
    found = checking("The repair will take nine months. Inspectors had counted 340 cracked rivets.")
    assert (found.verdict, found.spliced) == (Verdict.ALTERED, True)
    assert [part[0].document.id for part in found.parts] == ["bridge", "bridge"]


def test_an_ellipsis_does_not_excuse_a_splice_of_two_documents(checking: Checking) -> None:
    found = checking("Inspectors had counted 340 cracked rivets … a second ferry started to carry lorries")
    assert (found.verdict, found.spliced) == (Verdict.ALTERED, True)


@pytest.mark.parametrize("quoted", [BRIDGE[:66], OTHER.text[:-1]])
def test_each_of_two_documents_with_the_same_id_is_found_by_its_own_words(checking: Checking, quoted: str) -> None:
    (match,) = checking(quoted).matches
    assert (match.place.text, match.exact) == (quoted, True)


def test_an_ellipsis_does_not_join_two_documents_with_the_same_id(checking: Checking) -> None:
    found = checking(f"{OTHER.text[:-1]} … The repair will take nine months")
    assert (found.verdict, found.spliced) == (Verdict.ALTERED, True)


def test_an_ellipsis_joins_distant_places_of_one_document(checking: Checking) -> None:
    found = checking("A green parrot settled on the foremast … We buried the cook at sunrise")
    assert (found.verdict, found.spliced) == (Verdict.EXACT, False)


def test_a_copy_is_later_only_if_its_day_is_known_to_be() -> None:
    def match(published: str | None) -> Match:
        return Match(Passage(Document(str(published), "Fares stay.", published=published), 0, 4), "Fares", 1.0, ())

    copies = [match(day) for day in ("2019-05-21T08:00", "2019-05-20T23:00", "2019-05", "2019-06", None)]
    after, beside = later(copies, match("2019-05-20"))
    assert [copy.document.id for copy in after] == ["2019-05-21T08:00", "2019-06"]
    assert [copy.document.id for copy in beside] == ["2019-05-20T23:00", "2019-05", "None"]


def test_copies_are_grouped_under_the_earliest(checking: Checking) -> None:
    (place,) = checking("A second ferry started to carry lorries across the sound").parts[0]
    assert (place.document.id, [copy.document.id for copy in place.copies]) == ("ferry", ["digest"])


def test_another_text_with_the_same_words_is_a_place_of_its_own_and_later(checking: Checking) -> None:
    found = checking("stay as they are until the winter timetable begins")
    assert [place.document.id for place in found.parts[0]] == ["ferry", "letter"]


def test_every_place_and_copy_is_among_the_matches(checking: Checking) -> None:
    found = checking("stay as they are until the winter timetable begins")
    assert [match.document.id for match in found.matches] == ["ferry", "digest", "letter"]


def test_who_speaks_in_the_source_is_named(checking: Checking) -> None:
    (match,) = checking("the deck could have given way").matches
    assert match.speaker == "Mara Lind"


def test_what_nobody_says_has_no_speaker(checking: Checking) -> None:
    (match,) = checking("closed the old iron bridge to lorries").matches
    assert match.speaker is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We will act tonight,” said Mara Lind.", "Mara Lind"),
        ("“We will act tonight,” Mara Lind, the engineer, said.", "Mara Lind"),
        ("“We will act tonight,” the harbour master told reporters.", "the harbour master"),
        ("Mara Lind told the council that “We will act tonight”.", "Mara Lind"),
        ("Mara Lind wrote: “We will act tonight.”", "Mara Lind"),
        ("According to Dr. Mara Lind, “We will act tonight”.", "Dr. Mara Lind"),
        ("“We waited,” said Mara Lind of the office. “We will act tonight.”", "Mara Lind"),
        ("“We waited,” said Mara Lind. She left. The sign read “We will act tonight.”", None),
        ("“We waited,” said Mara Lind. “We will act tonight,” she added.", "Mara Lind"),
        ("“No,” said Mara Lind, smiling, “We will act tonight.”", "Mara Lind"),
        ("“No,” Mara Lind said, “We will act tonight.”", "Mara Lind"),
        ("Mara Lind told Olaf Brenner on Monday: “We will act tonight.”", "Mara Lind"),
        ("“We will act tonight!” Mara Lind said firmly.", "Mara Lind"),
        ("When Mara Lind said “We will act tonight”, the crowd cheered.", "Mara Lind"),
        ("The sign at O’Hara’s said ‘Closed’. “We will act tonight,” said Mara Lind.", "Mara Lind"),
        ("My father said, “We will act tonight”, Mara Lind told reporters.", None),
        ("“My father always said: ‘We will act tonight,’” said Mara Lind.", None),
        ("\"My father always said: 'We will act tonight,'\" said Mara Lind.", None),
        ("“We will act tonight”. Mara Lind said nothing.", None),
        ("He said: “We will act tonight,” Mara Lind told the court.", None),
        ("Mara Lind said Olaf Brenner promised “We will act tonight”.", None),
        ("Mara Lind told the council that her father had replied: “We will act tonight.”", "her father"),
        ("Mara Lind and Olaf Brenner said: “We will act tonight.”", None),
        ("“We will act tonight,” said Mara Lind and Olaf Brenner.", None),
        ("“We will act tonight,” said Mara Lind’s father.", None),
        ("“We will act tonight.” Mara Lind said nothing.", None),
        ("“Will we act? We will act tonight!” Mara Lind said nothing.", None),
        ("“We will act tonight,” he said.", None),
        ("“We will act tonight.” The crowd cheered. Mara Lind said nothing.", None),
        ("The sign read “We will act tonight”, in red.", None),
        ("We will act tonight, said Mara Lind.", None),
    ],
)
def test_the_speaker_is_whom_the_text_names_beside_the_speech(text: str, who: str | None) -> None:
    start = text.index("We will act tonight")
    assert speaker(text, start, start + len("We will act tonight")) == who
