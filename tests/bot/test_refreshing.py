"""footnote refresh: what changed is told, then stored; what it was is kept; what vanished stays, marked."""

import json
import re
from pathlib import Path

import pytest

from bot import cli
from bot.desk import Desk
from corpus.refreshing import Kind
from tests.bot.conftest import changes
from tests.corpus.conftest import Site

BEFORE = "The ferry left at dawn. Forty people were on board."
AFTER = "The ferry left at noon. Forty people were on board."


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    """A file that was added."""
    path = tmp_path / "ferry.txt"
    path.write_text(BEFORE)
    desk.take([str(path)])
    return path


def gone(desk: Desk) -> list[str]:
    return [id for (_, id), fate in desk.fates().items() if fate.gone_since]


def texts(desk: Desk) -> list[str]:
    found = (desk.document(document.id) for document in list(desk.summaries()))
    return [document.text for document in found if document]


def test_what_has_not_changed_is_not_told_of(desk: Desk, file: Path) -> None:
    file.touch()
    assert changes(desk) == []


def test_a_changed_file_is_told_by_its_sentences_and_stored(desk: Desk, file: Path) -> None:
    file.write_text(AFTER)
    (change,) = changes(desk)
    assert (change.kind, change.place) == (Kind.CHANGED, str(file))
    assert (change.removed, change.added) == (("The ferry left at dawn.",), ("The ferry left at noon.",))
    assert texts(desk) == [AFTER]
    assert changes(desk) == []


def test_a_dry_run_tells_and_writes_nothing(desk: Desk, file: Path) -> None:
    file.write_text(AFTER)
    assert [change.kind for change in changes(desk, dry_run=True)] == [Kind.CHANGED]
    assert texts(desk) == [BEFORE]
    assert [change.kind for change in changes(desk, dry_run=True)] == [Kind.CHANGED]


def test_the_text_before_a_change_is_kept_so_that_old_citations_resolve(desk: Desk, file: Path) -> None:
    file.write_text(AFTER)
    changes(desk)
    (document,) = desk.summaries()
    ((until, old),) = desk.versions(document.id)
    assert old.text == BEFORE
    assert until.startswith("20")


def test_removing_a_document_removes_what_it_was_too(desk: Desk, file: Path) -> None:
    file.write_text(AFTER)
    changes(desk)
    (document,) = desk.summaries()
    desk.remove([document.id])
    desk.take([str(file)])
    assert desk.versions(document.id) == []


def test_a_vanished_file_is_told_of_once_and_its_text_stays_marked(desk: Desk, file: Path) -> None:
    file.unlink()
    assert [(change.kind, change.place) for change in changes(desk)] == [(Kind.GONE, str(file))]
    assert changes(desk) == []
    assert texts(desk) == [BEFORE]
    (document,) = desk.summaries()
    assert gone(desk) == [document.id]


def test_a_file_that_is_back_is_marked_no_more(desk: Desk, file: Path) -> None:
    file.unlink()
    changes(desk)
    file.write_text(BEFORE)
    assert changes(desk) == []
    assert gone(desk) == []


def test_what_the_metadata_table_said_is_said_again(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BEFORE)
    (tmp_path / "m.csv").write_text("path,title\na.txt,Given\n")
    desk.take([str(tmp_path / "a.txt")], tmp_path / "m.csv")
    (tmp_path / "a.txt").write_text(AFTER)
    (change,) = changes(desk)
    assert change.fields == {}
    assert [document.title for document in desk.summaries()] == ["Given"]


def page(text: str) -> str:
    return (
        f"<html><body><article><p>{text} {'It was a clear day, and nobody was late. ' * 5}</p></article></body></html>"
    )


def test_a_page_is_asked_for_by_its_version_and_read_again_when_it_changed(desk: Desk, site: Site) -> None:
    url = site.page("/a", page(BEFORE), ETag='"1"')
    desk.take([url])
    site.page("/a", "", 304)
    assert changes(desk) == []
    site.page("/a", page(AFTER), ETag='"2"')
    assert [change.kind for change in changes(desk)] == [Kind.CHANGED]
    assert AFTER in texts(desk)[0]


def test_a_vanished_page_keeps_its_text_marked(desk: Desk, site: Site) -> None:
    desk.take([site.page("/a", page(BEFORE))])
    site.page("/a", "", 410)
    assert [change.kind for change in changes(desk)] == [Kind.GONE]
    assert BEFORE in texts(desk)[0]
    assert len(gone(desk)) == 1


def test_a_server_that_fails_changes_nothing(desk: Desk, site: Site) -> None:
    desk.take([site.page("/a", page(BEFORE))])
    site.page("/a", "", 503)
    (outcome,) = desk.refresh()
    assert [error.reason for error in outcome.errors] == ["the server answers 503 Service Unavailable"]
    assert gone(desk) == []


def test_new_entries_of_a_feed_are_new_documents(desk: Desk, site: Site) -> None:
    def feed(*numbers: int) -> str:
        entries = "".join(f"<item><link>{site.url(f'/{i}')}</link></item>" for i in numbers)
        return site.page("/feed", f"<rss><channel>{entries}</channel></rss>", Content_Type="text/xml")

    site.page("/1", page(BEFORE))
    site.page("/2", page("A new bridge was opened in the village."))
    desk.take([feed(1)])
    feed(2, 1)
    assert [change.kind for change in changes(desk)] == [Kind.NEW]
    assert len(texts(desk)) == 2


def test_the_command_prints_what_changed(
    desk: Desk, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(AFTER)
    assert cli.main(["--data", str(tmp_path / "data"), "refresh", "--dry-run"]) == 0
    printed = capsys.readouterr()
    assert "- The ferry left at dawn." in printed.out
    assert "+ The ferry left at noon." in printed.out
    assert "0 new, 1 changed, 0 gone; nothing was written" in printed.err
    assert cli.main(["--data", str(tmp_path / "data"), "refresh", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["added"] == ["The ferry left at noon."]


def test_list_and_show_say_what_became_of_a_document(
    desk: Desk, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ran(*arguments: str) -> tuple[str, str]:
        assert cli.main(["--data", str(tmp_path / "data"), *arguments]) == 0
        printed = capsys.readouterr()
        return printed.out, printed.err

    (document,) = desk.summaries()
    file.write_text(AFTER)
    changes(desk)
    file.unlink()
    changes(desk)
    assert re.search(r"gone since 20\d\d-\d\d-\d\d, changed on 20\d\d", " ".join(ran("list")[0].split()))
    assert re.search(r"Gone from its source since 20\d\d.*\nChanged on 20\d\d", ran("show", document.id)[1])
    for told in (json.loads(ran("list", "--json")[0]), json.loads(ran("show", document.id, "--json")[0])):
        assert (told["gone_since"] >= told["changed_at"]) is True


def test_of_a_document_as_it_was_nothing_is_said(
    desk: Desk, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (document,) = desk.summaries()
    assert cli.main(["--data", str(tmp_path / "data"), "show", document.id]) == 0
    assert cli.main(["--data", str(tmp_path / "data"), "list"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "since" not in printed.out
