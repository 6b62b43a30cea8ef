"""What is handed on: the id of a place, and its citation in four styles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.quotation import PlaceId, Verdict, handed_on, text_hash
from answer.quotation.citing import STYLES, cite
from corpus.documents import Document, Passage

REPORT = Document(
    "b1",
    "Inspectors had counted 340 cracked rivets.",
    "Old bridge closed: 50% & more",
    "Harbour Gazette",
    "Mara Lind and Olaf B. Brenner",
    "2019-05-14",
    "https://gazette.example/bridge",
)
PLACE = Passage(REPORT, 0, 41)
BARE = Passage(Document("b2", "Nothing is known of this."), 0, 24)


@pytest.mark.parametrize(
    ("style", "citation"),
    [
        (
            "text",
            "“Inspectors had counted 340 cracked rivets” — Mara Lind and Olaf B. Brenner, “Old bridge closed: 50% & "
            f"more”, Harbour Gazette, 14 May 2019, https://gazette.example/bridge. [{PlaceId.of(PLACE)}]",
        ),
        (
            "markdown",
            "> Inspectors had counted 340 cracked rivets\n>\n> — [Old bridge closed: 50% & more]"
            "(<https://gazette.example/bridge>), Mara Lind and Olaf B. Brenner, Harbour Gazette, 14 May 2019 "
            f"(`{PlaceId.of(PLACE)}`)",
        ),
        (
            "bibtex",
            "@misc{brenner2019-b1,\n  title = {{Old bridge closed: 50\\% \\& more}},\n"
            "  author = {Mara Lind and Olaf B. Brenner},\n  howpublished = {Harbour Gazette},\n  year = {2019},\n"
            "  month = {5},\n  day = {14},\n  url = {https://gazette.example/bridge},\n"
            f"  note = {{“Inspectors had counted 340 cracked rivets”, {PlaceId.of(PLACE)}}},\n}}",
        ),
        (
            "apa",
            "Lind, M., & Brenner, O. B. (2019, May 14). Old bridge closed: 50% & more. Harbour Gazette. "
            "https://gazette.example/bridge",
        ),
    ],
)
def test_a_citation_follows_its_style(style: str, citation: str) -> None:
    assert cite(PLACE, style) == citation


@pytest.mark.parametrize("style", STYLES)
def test_what_is_not_known_is_left_out(style: str) -> None:
    assert "None" not in cite(BARE, style)


def test_apa_says_when_there_is_no_date() -> None:
    assert cite(BARE, "apa") == "b2. (n.d.)."


def test_an_id_leads_back_to_its_place() -> None:
    assert handed_on(PlaceId.of(PLACE), REPORT).matches[0].place == PLACE


@pytest.mark.parametrize("now", [Document("b1", REPORT.text + " Really."), None], ids=["changed", "removed"])
def test_an_id_vouches_for_no_other_version(now: Document | None) -> None:
    assert handed_on(PlaceId.of(PLACE), now).verdict is Verdict.ABSENT


def test_the_hash_is_that_of_the_stored_text() -> None:
    assert text_hash(REPORT).startswith(PlaceId.of(PLACE).version)


@given(st.text(), st.text(min_size=1))
def test_an_id_is_read_as_it_was_written(id_: str, text: str) -> None:
    written = PlaceId.of(Passage(Document(f"x{id_}", text), 0, len(text)))
    read = PlaceId.read(str(written))
    assert read == written
