"""footnote refresh and what belongs together: folders get files, lines leave files, removed documents stay away."""

import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot import cli
from bot.desk import LIBRARY, Desk
from corpus.documents import Document
from corpus.loading import Added
from corpus.refreshing import Kind
from tests.bot.conftest import changes
from tests.corpus.conftest import Site

TEXTS = ("The ferry left at dawn.", "The bridge opened at noon.", "The mill closed in May.")


@pytest.fixture
def folder(desk: Desk, tmp_path: Path) -> Path:
    """A folder with one file in it, which was added."""
    path = tmp_path / "reports"
    path.mkdir()
    (path / "ferry.txt").write_text(TEXTS[0])
    desk.take([str(path)])
    return path


def told(desk: Desk) -> list[tuple[str, str]]:
    """What happened, to which text; twice the same with a dry run before."""
    found = changes(desk, dry_run=True)
    assert [(one.kind, one.place) for one in changes(desk)] == [(one.kind, one.place) for one in found]
    return [(str(one.kind), one.document.text if one.document else Path(one.place).name) for one in found]


def texts(desk: Desk) -> list[str]:
    found = (desk.document(document.id) for document in list(desk.summaries()))
    return sorted(document.text for document in found if document)


def id_of(desk: Desk, text: str) -> str:
    return desk.check(text).matches[0].document.id


def gone(desk: Desk) -> list[str]:
    found = (desk.document(id) for (_, id), fate in desk.fates().items() if fate.gone_since)
    return sorted(document.text for document in found if document)


def test_a_file_that_came_into_a_folder_is_new(desk: Desk, folder: Path) -> None:
    (folder / "deeper").mkdir()
    (folder / "deeper" / "bridge.txt").write_text(TEXTS[1])
    assert told(desk) == [("new", TEXTS[1])]
    assert told(desk) == []
    assert texts(desk) == sorted(TEXTS[:2])


def test_a_file_that_came_and_cannot_be_read_is_named(desk: Desk, folder: Path) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG\x00")
    (outcome,) = desk.refresh()
    assert [error.source for error in outcome.errors] == [str(folder / "picture.png")]


def test_a_file_that_left_a_folder_is_gone_and_its_text_stays_marked(desk: Desk, folder: Path) -> None:
    (folder / "ferry.txt").unlink()
    assert told(desk) == [("gone", "ferry.txt")]
    assert told(desk) == []
    assert texts(desk) == gone(desk) == [TEXTS[0]]


def test_the_files_of_a_folder_that_is_gone_are_gone_until_it_is_back(desk: Desk, folder: Path) -> None:
    folder.rename(folder.parent / "away")
    assert told(desk) == [("gone", "ferry.txt")]
    (folder.parent / "away").rename(folder)
    assert told(desk) == []
    assert gone(desk) == []


def test_a_file_that_was_given_another_name_is_the_same_document_and_not_gone(desk: Desk, folder: Path) -> None:
    (folder / "ferry.txt").rename(folder / "boat.txt")
    assert told(desk) == [("gone", "ferry.txt")]
    assert texts(desk) == [TEXTS[0]]
    assert gone(desk) == []
    assert list(desk.addresses().values()) == [[str(folder / "boat.txt")]]


def test_new_rows_of_the_metadata_table_count_for_new_and_for_known_files(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    table = folder / "about.csv"
    (folder / "a.txt").write_text(TEXTS[0])
    table.write_text("path,title\na.txt,Ferry\n")
    desk.take([str(folder)], table)
    (folder / "b.txt").write_text(TEXTS[1])
    table.write_text("path,title\na.txt,The ferry\nb.txt,Bridge\n")
    assert [change.kind for change in changes(desk)] == [Kind.CHANGED, Kind.NEW]
    assert [document.title for document in desk.summaries()] == ["The ferry", "Bridge"]


def test_without_its_metadata_table_a_folder_is_still_read_and_the_table_missed(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(TEXTS[0])
    (tmp_path / "about.csv").write_text("path,title\nreports/a.txt,Ferry\n")
    desk.take([str(tmp_path / "reports")], tmp_path / "about.csv")
    (tmp_path / "about.csv").unlink()
    (outcome,) = desk.refresh()
    assert [error.source for error in outcome.errors] == [str(tmp_path / "reports")]
    assert [document.title for document in desk.summaries()] == ["Ferry"]


def lines(path: Path, given: Sequence[str]) -> Path:
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in given))
    return path


def lines_with_ids(path: Path, given: Sequence[str]) -> Path:
    path.write_text("".join(json.dumps({"id": text.split()[1], "text": text}) + "\n" for text in given))
    return path


def rows(path: Path, given: Sequence[str]) -> Path:
    path.write_text("title,text\n" + "".join(f"A report,{text}\n" for text in given))
    return path


def archive(path: Path, given: Sequence[str]) -> Path:
    with zipfile.ZipFile(path, "w") as members:
        for text in given:
            members.writestr(f"{text.split()[1]}.txt", text)
    return path


def chat(path: Path, given: Sequence[str]) -> Path:
    messages = [
        {"id": text.split()[1], "type": "Default", "timestamp": "2026-05-03T10:00:00+00:00", "content": text,
         "author": {"name": "ann", "isBot": False}}
        for text in given
    ]  # fmt: skip
    about = {"guild": {"id": "1", "name": "Club"}, "channel": {"id": "2", "name": "news"}}
    path.write_text(json.dumps({**about, "messages": messages}))
    return path


LISTS: dict[str, Callable[[Path, Sequence[str]], Path]] = {
    "articles.jsonl": lines,
    "with_ids.jsonl": lines_with_ids,
    "table.csv": rows,
    "reports.zip": archive,
    "chat.json": chat,
}


@pytest.fixture(params=LISTS)
def write(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Sequence[str]], Path]:
    """Writes a file of many documents in one of the formats that have such, and says where it is."""
    return lambda given: LISTS[request.param](tmp_path / request.param, given)


Write = Callable[[Sequence[str]], Path]


def test_what_left_a_list_is_gone_and_its_text_stays_marked(desk: Desk, write: Write) -> None:
    desk.take([str(write(TEXTS))])
    write(TEXTS[1:])
    assert told(desk) == [("gone", TEXTS[0])]
    assert told(desk) == []
    assert texts(desk) == sorted(TEXTS)
    assert gone(desk) == [TEXTS[0]]


def test_what_is_back_in_a_list_is_marked_no_more(desk: Desk, write: Write) -> None:
    desk.take([str(write(TEXTS))])
    for given in (TEXTS[1:], TEXTS):
        write(given)
        changes(desk)
    assert gone(desk) == []


def test_what_left_a_list_is_marked_when_that_is_added_again(desk: Desk, write: Write) -> None:
    desk.take([str(write(TEXTS))])
    desk.take([str(write(TEXTS[1:]))])
    assert gone(desk) == [TEXTS[0]]


def test_a_removed_document_of_a_list_does_not_come_back_and_the_others_are_kept_fresh(
    desk: Desk, write: Write
) -> None:
    desk.take([str(write(TEXTS[:2]))])
    desk.remove([id_of(desk, TEXTS[0])], collection=LIBRARY)
    write(TEXTS)
    assert told(desk) == [("new", TEXTS[2])]
    assert texts(desk) == sorted(TEXTS[1:])


def test_a_removed_document_of_a_list_comes_back_when_that_is_added_again(desk: Desk, write: Write) -> None:
    path = write(TEXTS)
    desk.take([str(path)])
    desk.remove([id_of(desk, TEXTS[0])], collection=LIBRARY)
    changes(desk)
    assert desk.take([str(path)]) == Added(added=1, unchanged=2)
    assert texts(desk) == sorted(TEXTS)


def test_of_a_list_that_cannot_be_read_whole_nothing_is_gone(desk: Desk, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", TEXTS)
    desk.take([str(path)])
    path.write_text(path.read_text().replace("}", "", 1))
    assert changes(desk) == []
    assert gone(desk) == []


def test_the_same_words_twice_in_a_list_without_ids_are_two_documents(desk: Desk, tmp_path: Path) -> None:
    assert desk.take([str(lines(tmp_path / "a.jsonl", [TEXTS[0], TEXTS[0]]))]) == Added(added=2, copies=0)


def test_a_removed_file_of_a_folder_does_not_come_back(desk: Desk, folder: Path) -> None:
    (folder / "bridge.txt").write_text(TEXTS[1])
    changes(desk)
    desk.remove([id_of(desk, TEXTS[0])])
    assert told(desk) == []
    assert desk.take([str(folder)]) == Added(added=1, unchanged=1)


def test_with_its_last_document_a_folder_is_forgotten(desk: Desk, folder: Path) -> None:
    desk.remove([document.id for document in desk.summaries()])
    (folder / "bridge.txt").write_text(TEXTS[1])
    assert told(desk) == []


def test_what_a_feed_does_not_list_any_more_is_not_gone(desk: Desk, site: Site) -> None:
    pytest.importorskip("feedparser")

    def feed(*given: str) -> str:
        entries = "".join(f"<item><guid>{text[:9]}</guid><description>{text}</description></item>" for text in given)
        return site.page("/feed", f"<rss><channel>{entries}</channel></rss>", Content_Type="text/xml")

    desk.take([feed(*TEXTS[:2])])
    feed(*TEXTS[1:])
    assert told(desk) == [("new", TEXTS[2])]
    assert gone(desk) == []


def test_a_page_below_one_that_vanished_is_not_gone(desk: Desk, site: Site) -> None:
    def page(text: str) -> str:
        return f"<html><body><article><p>{text} {'It was a clear day for all of us. ' * 5}</p></article></body></html>"

    desk.take([site.page("/a", page(TEXTS[0])), site.page("/a/b", page(TEXTS[1]))])
    site.page("/a", "", 404)
    changes(desk)
    (marked,) = gone(desk)
    assert marked.startswith(TEXTS[0])


def test_every_collection_is_refreshed_if_asked(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in zip(("one", "two"), TEXTS[:2], strict=True):
        (tmp_path / f"{name}.txt").write_text(text)
        desk.take([str(tmp_path / f"{name}.txt")], collection=name)
        (tmp_path / f"{name}.txt").write_text(TEXTS[2])
    assert cli.main(["--data", str(tmp_path / "data"), "refresh", "--all"]) == 0
    assert "0 new, 2 changed, 0 gone" in capsys.readouterr().err


def test_what_is_gone_says_nothing_of_a_document_with_the_same_id_in_another_collection(
    desk: Desk, folder: Path
) -> None:
    id = id_of(desk, TEXTS[0])
    desk.add([Document(id, TEXTS[1])], collection="other")
    (folder / "ferry.txt").unlink()
    told(desk)
    assert list(desk.fates(collections=[LIBRARY, "other"])) == [(LIBRARY, id)]
