"""A survey of a collection: what is missing, doubled, too long, empty or badly extracted."""

import pytest

from corpus.documents import Document
from corpus.survey import is_suspicious, survey

PROSE = "On Monday the ferry of Port Hajin left at dawn, and Mara Lind said that forty people were on board of it. "


def test_what_is_missing_or_doubled_is_listed_by_id() -> None:
    found = survey(
        [
            Document("a", PROSE, "Ferry", published="2018-09-11", language="en"),
            Document("b", PROSE, "Ferry", published="2019", language="en", copy_of="a"),
            Document("c", PROSE * 3000, language="en"),
            Document("d", "Leave a Reply", "Form", published="2018", marked=((0, 13),)),
        ]
    )
    assert (found.documents, found.first, found.last) == (4, "2018", "2019")
    assert (found.undated, found.untitled, found.copies, found.long, found.empty) == (["c"], ["c"], ["b"], ["c"], ["d"])
    assert found.languages == {"en": 3, "unknown": 1}


def test_names_are_counted_where_no_sentence_begins_with_them() -> None:
    assert survey([Document("a", PROSE * 2)]).names == [("Port Hajin", 2), ("Mara Lind", 2)]


@pytest.mark.parametrize(
    ("text", "suspicious"),
    [
        (PROSE, False),
        ("Паром ушёл на рассвете, и на нём было сорок человек.", False),
        ("<div class='a'><p>The ferry</p></div><div class='b'>left</div>", True),
        ("T h e f e r r y l e f t a t d a w n a n d f o r t y p e o p l e", True),
        ("The f\ufffdrry l\ufffdft at d\ufffdwn with forty p\ufffdople.", True),
        ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23", True),
        ("What | Fare\nFoot passengers | 4\nBicycles | 6", False),
        ("12", False),
    ],
)
def test_a_badly_extracted_text_is_suspicious(text: str, suspicious: bool) -> None:
    assert is_suspicious(text) is suspicious
