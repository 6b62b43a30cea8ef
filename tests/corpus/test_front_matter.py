"""Front matter: what is read of it where people write what YAML does not allow, and what is told of the rest."""

from pathlib import Path

import pytest

from corpus.documents import Draft
from corpus.errors import IncompleteError
from corpus.intake import read

BODY = "The ferry left at dawn. Forty people were on board."


def taken(tmp_path: Path, head: str) -> tuple[Draft, list[str]]:
    """The document in a file with this front matter, and the reasons of what is reported of it."""
    path = tmp_path / "a.md"
    path.write_text(f"---\n{head}\n---\n{BODY}\n", encoding="utf-8")
    document: list[Draft] = []
    faults: list[str] = []
    for item in read([str(path)]):
        if isinstance(item, Draft):
            document.append(item)
        else:
            assert isinstance(item, IncompleteError)
            faults.append(item.reason)
    assert [one.text for one in document] == [BODY]
    return document[0], faults


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Harbour Cup: final results", "Harbour Cup: final results"),
        ("title:\tHarbour Cup", "Harbour Cup"),
        ("title:Harbour Cup", "Harbour Cup"),
        ("Title: @everyone, read this", "@everyone, read this"),
        ("title: [Official] Harbour Cup: results", "[Official] Harbour Cup: results"),
        ('title: "Harbour" Cup', '"Harbour" Cup'),
        ('title: "C:\\Harbour"', "C:\\Harbour"),
        ("title: `harbour` is out", "`harbour` is out"),
        ("title: 100% open: 5 gates\n  and a bridge", "100% open: 5 gates and a bridge"),
    ],
)
def test_a_title_that_is_no_yaml_is_taken_as_it_is_written(tmp_path: Path, line: str, title: str) -> None:
    head = f"author: [Jane, Omar]\n{line}\npublisher: Harbour Press\npublished: 2018-09-11"
    document, faults = taken(tmp_path, head)
    assert (document.title, document.author, document.publisher, document.published, faults) == (
        title,
        "Jane, Omar",
        "Harbour Press",
        "2018-09-11",
        [],
    )


@pytest.mark.parametrize("unknown", ["tags: [a, b", "note: a: b", "just a line", "seo:\n  title: x: y", "- a\n\tb"])
def test_what_is_wrong_with_the_rest_of_the_head_takes_nothing_along(tmp_path: Path, unknown: str) -> None:
    document, faults = taken(tmp_path, f"title: Ferry\n{unknown}\ndate: 2018-09-11")
    assert (document.title, document.published, faults) == ("Ferry", "2018-09-11", [])


@pytest.mark.parametrize("authors", ["- Jane\n- Omar", "  - Jane\n  - Omar"])
def test_a_list_below_its_name_is_read_beside_a_title_that_is_no_yaml(tmp_path: Path, authors: str) -> None:
    document, faults = taken(tmp_path, f"author:\n{authors}\ntitle: Harbour Cup: results")
    assert (document.title, document.author, faults) == ("Harbour Cup: results", "Jane, Omar", [])


def test_only_the_name_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    document, (fault,) = taken(tmp_path, "title: Ferry: a story\nauthor: [Jane\ndate: 2018-09-11")
    assert (document.title, document.author, document.published) == ("Ferry: a story", None, "2018-09-11")
    assert fault.startswith("stored without what its front matter says of author, which cannot be read (")


def test_the_reason_is_that_of_the_name_which_is_lost(tmp_path: Path) -> None:
    _, (alone,) = taken(tmp_path, "title: Ferry\nauthor: *jane")
    _, (fault,) = taken(tmp_path, "title: Ferry: a story\nauthor: *jane")
    assert (alone, "aliases" in fault) == (fault, True)


def test_a_date_that_does_not_exist_is_named_and_the_title_kept(tmp_path: Path) -> None:
    document, faults = taken(tmp_path, "title: Ferry\npublished: 2018-13-45")
    assert (document.title, document.published) == ("Ferry", None)
    assert faults == ["stored without a date: '2018-13-45' is not one that can be read"]


@pytest.mark.parametrize("title", ["1.10", "0123", "12:30", "1_000", "No", "2018-09-11"])
def test_a_title_of_digits_or_no_stays_as_it_is_written(tmp_path: Path, title: str) -> None:
    assert taken(tmp_path, f"title: {title}")[0].title == title


@pytest.mark.parametrize("nothing", ["", "~", "null", "# to be written"])
def test_a_name_without_a_value_says_nothing(tmp_path: Path, nothing: str) -> None:
    document, faults = taken(tmp_path, f"title: A: b\npublisher: {nothing}")
    assert (document.title, document.publisher, faults) == ("A: b", None, [])


@pytest.mark.parametrize("end", ["\n", "...\n", "... \n\n"])
def test_front_matter_that_is_not_closed_ends_at_an_empty_line_or_at_dots(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: Ferry: a story\nauthors:\n  - Jane\n  - Omar\n{end}{BODY}\n", encoding="utf-8")
    (document,) = read([str(path)])
    assert isinstance(document, Draft)
    assert (document.title, document.author, document.text) == ("Ferry: a story", "Jane, Omar", BODY)


@pytest.mark.parametrize("lines", ["Note: the pier is closed.\n", "title: Ferry\nSome prose.\n", "Title: Ferry"])
def test_lines_after_a_rule_that_are_not_all_names_that_are_known_are_text(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{lines}", encoding="utf-8")
    (document,) = read([str(path)])
    assert isinstance(document, Draft)
    assert "".join(document.text.split()) == "".join(lines.split())


def test_empty_lines_may_come_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"\n\n---\ntitle: Ferry\n---\n{BODY}\n", encoding="utf-8")
    (document,) = read([str(path)])
    assert isinstance(document, Draft)
    assert (document.title, document.text) == ("Ferry", BODY)


@pytest.mark.parametrize("end", ["\n", "...\n", "...\n\n"])
@pytest.mark.parametrize("rule", ["\n---\n", "\n\n-----\n"])
@pytest.mark.parametrize(
    "text", ["The pier was shut.", "# Pier\n\nIt was shut: a storm.\n\nNobody came.", "Rain. " * 3000]
)
def test_text_between_front_matter_that_is_not_closed_and_a_rule_is_kept(
    tmp_path: Path, end: str, rule: str, text: str
) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: Ferry: a story\n{end}{text}{rule}\n{BODY}\n", encoding="utf-8")
    (document,) = read([str(path)])
    assert isinstance(document, Draft)
    assert document.title == "Ferry: a story"
    assert document.text.split() == [*text.replace("#", "").split(), *BODY.split()]


def test_text_between_two_rules_that_begins_like_a_name_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\nNote: the pier is closed.\n\nTake the ferry.\n\n---\n{BODY}\n", encoding="utf-8")
    (document,) = read([str(path)])
    assert isinstance(document, Draft)
    assert document.text == f"Note: the pier is closed.\n\nTake the ferry.\n\n{BODY}"


def test_empty_lines_and_comments_within_front_matter_that_is_no_yaml_do_not_end_it(tmp_path: Path) -> None:
    head = "title: Ferry: a story\n\n# the people\nauthor: Jane\n\nseo:\n\n  title: x: y\n\ndate: 2018-09-11"
    document, faults = taken(tmp_path, head)
    assert (document.title, document.author, document.published, faults) == ("Ferry: a story", "Jane", "2018-09-11", [])
