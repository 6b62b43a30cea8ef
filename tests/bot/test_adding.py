"""footnote add and doctor --corpus at the terminal: what they say, and what Ctrl-C keeps."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import cli
from bot.desk import Desk
from bot.terminal.progress import stopping
from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.intake import Reading
from corpus.loading import Added

PROSE = "The ferry left at dawn. Forty people were on board."


def footnote(tmp_path: Path, *arguments: str) -> int:
    return cli.main(["--data", str(tmp_path / "data"), *arguments])


def test_add_says_what_each_source_gave_and_what_was_not_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "b.jsonl").write_text('{"text": "One.", "title": "T", "date": "2018"}\n{\n')
    a, b = str(tmp_path / "a.txt"), str(tmp_path / "b.jsonl")
    assert footnote(tmp_path, "add", a, b) == 1
    told = capsys.readouterr().err.replace("\n", " ")
    assert f"{a}: 1 document" in told
    assert f"{b}: 1 document, 1 skipped" in told
    assert "Of the documents read, 1 with no date, 1 with no title; --metadata FILE.csv can say more." in told
    assert "2 added, 0 replaced, 0 unchanged, 1 skipped" in told


def test_what_is_stored_with_something_missing_is_a_warning_and_not_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text(f"---\npublished: soon\n---\n{PROSE}")
    assert footnote(tmp_path, "add", str(tmp_path / "a.md")) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == f"warning: {tmp_path / 'a.md'}: stored without a date: 'soon' is not one that can be read"
    assert told[-1] == "1 added, 0 replaced, 0 unchanged, 1 with a warning in collection “library”"
    assert footnote(tmp_path, "add", str(tmp_path / "a.md"), "--json") == 1
    outcome = json.loads(capsys.readouterr().out)
    assert (outcome["skipped"], len(outcome["warnings"])) == ([], 1)
    assert footnote(tmp_path, "refresh") == 1
    assert capsys.readouterr().err.splitlines()[-1] == "0 new, 0 changed, 0 gone, 1 with a warning"


def test_many_inputs_skipped_for_one_reason_share_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(7):
        (folder / f"{number}.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (folder / "empty.txt").write_text("")
    assert footnote(tmp_path, "add", str(folder)) == 1
    assert capsys.readouterr().err.splitlines()[:-1] == [
        f"skipped 7 inputs, such as {folder / '0.png'}, {folder / '1.png'}: "
        "not a format that is read (.png, or binary content)",
        f"skipped {folder / 'empty.txt'}: the file is empty",
    ]
    footnote(tmp_path, "add", str(folder), "--json")
    assert len(json.loads(capsys.readouterr().out)["skipped"]) == 8


def test_ctrl_c_ends_the_reading_keeps_what_was_read_and_the_next_run_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": str(i), "text": f"{PROSE} Run {i}."}) + "\n" for i in range(10)))

    def interrupted(_: Reading, items: Iterator[Draft | IntakeError]) -> Iterator[Draft | IntakeError]:
        for count, item in enumerate(items):
            yield item
            if count == 3:
                os.kill(os.getpid(), signal.SIGINT)
            if stop.is_set():
                return

    with Desk(tmp_path / "data") as desk:
        with stopping() as stop:
            assert desk.take([str(path)], through=interrupted) == Added(added=4)
        assert len(desk.search("ferry")) == 4
        assert desk.take([str(path)]) == Added(added=6, unchanged=4)


@pytest.fixture
def in_front() -> Iterator[None]:
    """Ctrl-C as in a terminal: what a shell starts in the background is deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("in_front")
def test_a_second_ctrl_c_interrupts_at_once() -> None:
    with stopping() as stop:
        os.kill(os.getpid(), signal.SIGINT)
        assert stop.is_set()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_the_doctor_examines_a_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    footnote(tmp_path, "add", str(tmp_path / "a.txt"))
    assert footnote(tmp_path, "doctor", "--corpus") == 0
    told = capsys.readouterr().out
    assert "1 document in “library”; dates: none; languages: en 1" in told
    assert footnote(tmp_path, "doctor", "--corpus", "--json") == 0
    assert json.loads(capsys.readouterr().out)["documents"] == 1
