"""Adding the same again: what has not changed is not read again, and nothing that changed is missed."""

import json
from pathlib import Path

import pytest

from bot.desk import LIBRARY, Desk
from corpus.loading import Added
from tests.corpus.conftest import Site

PROSE = "The ferry left at dawn. Forty people were on board."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three articles in one file."""
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps({"id": str(i), "text": f"{PROSE} It was run {i}."}) + "\n" for i in range(3)))
    return path


def test_a_web_page_is_read_and_asked_for_by_its_version_the_next_time(desk: Desk, site: Site) -> None:
    url = site.page("/a", f"<html><body><article><p>{PROSE * 5}</p></article></body></html>", ETag='"1"')
    assert desk.take([url]) == Added(added=1)
    site.page("/a", "", 304)
    assert desk.take([url]) == Added(unchanged=1)
    assert [headers.get("If-None-Match") for path, headers in site.seen if path == "/a"] == [None, '"1"']


def test_a_file_that_has_not_changed_is_not_read_again(desk: Desk, articles: Path) -> None:
    assert desk.take([str(articles)]) == Added(added=3)
    articles.touch()
    assert desk.take([str(articles)]) == Added(unchanged=3)


def test_of_a_file_that_changed_only_the_changed_lines_are_stored(desk: Desk, articles: Path) -> None:
    desk.take([str(articles)])
    articles.write_text(articles.read_text().replace("run 1", "the last run"))
    assert desk.take([str(articles)]) == Added(replaced=1, unchanged=2)


def test_a_line_that_cannot_be_read_is_named_every_time(desk: Desk, articles: Path) -> None:
    articles.write_text(articles.read_text() + "{\n")
    assert [len(desk.take([str(articles)]).skipped) for _ in range(2)] == [1, 1]


def test_an_id_that_is_given_twice_is_named_every_time(desk: Desk, articles: Path) -> None:
    articles.write_text(articles.read_text() + '{"id": "0", "text": "Other."}\n')
    assert [len(desk.take([str(articles)]).skipped) for _ in range(2)] == [1, 1]


def test_a_removed_document_comes_back_when_its_file_is_added_again(desk: Desk, articles: Path) -> None:
    desk.take([str(articles)])
    desk.remove(["1"], collection=LIBRARY)
    assert desk.take([str(articles)]) == Added(added=1, unchanged=2)


def test_a_changed_row_of_the_metadata_replaces_the_document(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    table = tmp_path / "metadata.csv"
    for title, outcome in (("One", Added(added=1)), ("One", Added(unchanged=1)), ("Two", Added(replaced=1))):
        table.write_text(f"path,title\na.txt,{title}\n")
        assert desk.take([str(tmp_path / "a.txt")], table) == outcome
    assert [document.title for document in desk.summaries()] == ["Two"]
