"""From paths to documents: folders, links, permissions, and what a metadata table adds."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from corpus.documents import Document
from corpus.errors import IntakeError, UsageError
from corpus.intake import read

PROSE = "The ferry left at dawn. Forty people were on board."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, one in a folder below."""
    (tmp_path / "in" / "below").mkdir(parents=True)
    (tmp_path / "in" / "b.txt").write_text(PROSE)
    (tmp_path / "in" / "below" / "a.txt").write_text(f"{PROSE} Again.")
    return tmp_path / "in"


def names(*paths: Path, metadata: Path | None = None) -> list[str]:
    items = read([str(path) for path in paths], metadata)
    return [Path(item.path or "").name for item in items if isinstance(item, Document)]


def faults(*paths: Path | str, metadata: Path | None = None) -> list[str]:
    return [str(item) for item in read([str(path) for path in paths], metadata) if isinstance(item, IntakeError)]


def test_folders_are_read_with_all_below_them_in_the_order_of_names(folder: Path) -> None:
    assert names(folder) == ["b.txt", "a.txt"]


def test_hidden_files_and_folders_are_left_alone(folder: Path) -> None:
    (folder / ".hidden.txt").write_text(PROSE)
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text(PROSE)
    assert names(folder) == ["b.txt", "a.txt"]


def test_a_file_has_the_same_id_from_wherever_it_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "below")
    ids = {item.id for path in ("a.txt", "../below/a.txt", str(folder / "below" / "a.txt")) for item in found(path)}
    assert len(ids) == 1


def found(path: str) -> list[Document]:
    return [item for item in read([path]) if isinstance(item, Document)]


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(PROSE)
    (folder / "c.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    reason = "a link that leads out of the folder or nowhere; it is not followed"
    assert faults(folder) == [f"{folder / 'c.txt'}: {reason}", f"{folder / 'up'}: {reason}"]
    assert names(folder) == ["b.txt", "a.txt"]


def test_a_link_within_the_folder_adds_nothing(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    assert names(folder) == ["b.txt", "a.txt"]


def test_a_missing_file_is_named_and_the_others_are_read(folder: Path) -> None:
    assert faults(folder / "no.txt", folder) == [f"{folder / 'no.txt'}: cannot be read (No such file or directory)"]


def test_links_that_lead_in_a_circle_are_named(folder: Path) -> None:
    (folder / "below" / "loop").symlink_to(folder / "below" / "loop")
    named = faults(folder / "below" / "loop")
    assert named == [f"{folder / 'below' / 'loop'}: cannot be read (Too many levels of symbolic links)"]
    assert len(faults(folder)) == 1


def test_an_empty_path_is_wrong_usage_and_not_the_current_folder() -> None:
    with pytest.raises(UsageError, match="an empty path"):
        faults("")


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert faults(folder) == [f"{folder / 'pipe'}: neither a file nor a folder"]


# Root may read everything, so it becomes nobody, after one reading that loads what Python loads late.
READ_AS_ANYBODY = """
import os, sys
from corpus.intake import read
list(read([sys.argv[1] + "/b.txt"]))
if os.getuid() == 0:
    os.setuid(65534)
for item in read([sys.argv[1]]):
    print(getattr(item, "path", item))
"""


def test_a_folder_without_permission_is_named_and_the_rest_is_read() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        (folder / "b.txt").write_text(PROSE)
        (folder / "below").mkdir(mode=0)
        run = [sys.executable, "-c", READ_AS_ANYBODY, str(folder)]
        done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        str(folder / "b.txt"),
        f"{folder / 'below'}: cannot be read (Permission denied)",
    ]


def test_a_web_address_is_refused_where_the_web_is_not_read() -> None:
    assert faults("https://harbour.example/a") == ["https://harbour.example/a: web pages are not read here"]


def table(folder: Path, content: str) -> Path:
    path = folder / "metadata.csv"
    path.write_text(content, encoding="utf-8-sig")
    return path


def test_metadata_wins_over_the_document_and_empty_cells_change_nothing(folder: Path) -> None:
    (folder / "c.md").write_text(f"---\ntitle: Own\nauthor: Jane\n---\n{PROSE}")
    metadata = table(folder, "path,title,author,publisher,published\nc.md,Given,,Harbour Press,11 September 2018\n")
    (document,) = [item for item in read([str(folder / "c.md")], metadata) if isinstance(item, Document)]
    assert (document.title, document.author, document.publisher, document.published) == (
        "Given",
        "Jane",
        "Harbour Press",
        "2018-09-11",
    )


def test_the_metadata_file_is_never_a_document(folder: Path) -> None:
    metadata = table(folder, "path,title\nb.txt,Given\n")
    assert names(folder, metadata=metadata) == ["b.txt", "a.txt"]
    assert faults(folder, metadata=metadata) == []


def test_bad_rows_of_the_metadata_are_named(folder: Path) -> None:
    metadata = table(folder, "path,published\nno.txt,2018\n,2018\nb.txt,soon\n")
    assert faults(folder, metadata=metadata) == [
        f"{metadata}, line 2: there is no file 'no.txt'",
        f"{metadata}, line 3: the path is empty",
        f"{metadata}, line 4: 'soon' is not a date that can be read; write YYYY-MM-DD",
    ]


@pytest.mark.parametrize("content", ["title\nx\n", ""])
def test_metadata_without_a_path_column_is_wrong_usage(folder: Path, content: str) -> None:
    with pytest.raises(UsageError, match="no column named path"):
        names(folder, metadata=table(folder, content))


def test_metadata_that_is_not_there_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        names(folder, metadata=folder / "no.csv")


def test_metadata_that_is_not_text_is_wrong_usage(folder: Path) -> None:
    (folder / "m.csv").write_bytes(b"path\n\xff\xff\n")
    with pytest.raises(UsageError, match="not CSV in UTF-8"):
        names(folder, metadata=folder / "m.csv")
