"""Whatever is wrong with a file, a folder or the terminal, people read one line about it and never a traceback."""

import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.conftest import Footnote

QUESTION = "when did the Hajin offensive start"
FULL = Path("/dev/full")


def test_aliases_that_are_not_utf_8_are_named(footnote: Footnote, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/aliases.txt").write_bytes(b"Caf\xe9 = coffee house\n")
    ran = footnote("ask", QUESTION)
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert "aliases.txt: not UTF-8 (byte 4)" in ran.err
    assert "WRONG names that mean the same: " in footnote("doctor").out


def test_an_empty_list_of_aliases_replaces_the_bundled_one(footnote: Footnote, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Daesh shelled the lighthouse.\n", "utf-8")
    footnote("add", "notes.txt")
    asked = ("ask", "what did ISIL do")
    assert footnote(*asked).status == 0
    (tmp_path / "data/aliases.txt").write_text("", "utf-8")
    assert footnote(*asked).status == 1


def test_a_mark_of_utf_8_is_no_part_of_the_first_alias(footnote: Footnote, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("The lighthouse was repainted in 1931.\n", "utf-8")
    footnote("add", "notes.txt")
    (tmp_path / "data/aliases.txt").write_text("Beacon = lighthouse\n", "utf-8-sig")
    assert footnote("ask", "when was the beacon repainted").status == 0


def test_an_env_file_that_is_not_utf_8_is_named(footnote: Footnote, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"DISCORD_TOKEN=Caf\xe9\n")
    ran = footnote("list")
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert ran.err.startswith("footnote: .env is not UTF-8")


@pytest.mark.parametrize("line", ['FOOTNOTE_DATA="elsewhere', "FOOTNOTE_DATA: elsewhere", "two words"])
def test_a_line_of_the_env_file_that_is_no_setting_is_named(footnote: Footnote, tmp_path: Path, line: str) -> None:
    (tmp_path / ".env").write_text(f"# the host's\nFOOTNOTE_QUOTES=2\n{line}\n", "utf-8")
    ran = footnote("list")
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert ran.err.startswith("footnote: .env, line 3: write NAME=value")


@pytest.mark.parametrize(
    "text", ['FOOTNOTE_QUOTES = "9"\r\n', "\ufeffFOOTNOTE_QUOTES=9\n", "export FOOTNOTE_QUOTES='9'  # most\n"]
)
def test_quotes_spaces_line_ends_of_windows_and_a_mark_of_utf_8_do_no_harm_in_the_env_file(
    footnote: Footnote, tmp_path: Path, text: str
) -> None:
    (tmp_path / ".env").write_bytes(text.encode())
    ran = footnote("list")
    assert (ran.status, "FOOTNOTE_QUOTES is '9', but must be" in ran.err) == (2, True)


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 300])
def test_a_name_in_the_metadata_that_no_file_can_have_costs_its_row_only(
    footnote: Footnote, tmp_path: Path, name: str
) -> None:
    (tmp_path / "notes.txt").write_text("The lighthouse was repainted in 1931.\n", "utf-8")
    (tmp_path / "about.csv").write_text(f"path,title\n{name},A\nnotes.txt,Notes\n", "utf-8")
    ran = footnote("add", "notes.txt", "--metadata", "about.csv")
    assert (ran.status, "about.csv, line 2: there is no file" in ran.err) == (1, True)
    assert json.loads(footnote("list", "--json").out)["title"] == "Notes"


def test_a_name_that_no_file_can_have_does_not_lose_the_others(footnote: Footnote, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("The lighthouse was repainted in 1931.\n", "utf-8")
    ran = footnote("add", "notes.txt", "x" * 300)
    assert (ran.status, "File name too long" in ran.err) == (1, True)
    assert footnote("search", "lighthouse").status == 0


@pytest.mark.parametrize("command", ["show", "remove"])
def test_an_id_that_is_no_text_is_the_id_of_nothing(footnote: Footnote, tmp_path: Path, command: str) -> None:
    (tmp_path / "notes.txt").write_text("The lighthouse was repainted in 1931.\n", "utf-8")
    footnote("add", "notes.txt")
    ran = footnote(command, os.fsdecode(b"caf\xe9"))
    assert (ran.status, "There is no document" in ran.err) == (1, True)


def test_a_file_that_the_system_refuses_is_named_with_its_reason(footnote: Footnote) -> None:
    ran = footnote("--data", "x" * 300, "stats")
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert ran.err.startswith(f"footnote: {'x' * 300}")
    assert "too long" in ran.err


# A screen is written to at once, a file only when much is there.
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
def test_a_full_disk_behind_the_output_is_said(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "bot", "--data", str(tmp_path), "dates", "14 May 2019"]
    with FULL.open("w") as full:
        ran = subprocess.run(run, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=BUFFERED)
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert "No space left" in ran.stderr


def test_who_stops_reading_the_output_is_told_nothing(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    run = [sys.executable, "-m", "bot", "--data", str(tmp_path), "dates", "14 May 2019"]
    ran = subprocess.run(run, stdout=writing, stderr=subprocess.PIPE, text=True, check=False, env=BUFFERED)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, "")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_what_a_terminal_cannot_show_is_shown_some_way(
    footnote: Footnote, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    screen = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(screen, encoding, errors="strict", write_through=True))
    assert footnote("dates", os.fsdecode(b"caf\xe9 on 14 May 2019, \xf0\x9f\x94\xa5, 5 May")).status == 0
    assert footnote("search", "Hajin").status == 0
    assert b"14 May 2019" in screen.getvalue()


def test_bytes_typed_in_the_chat_that_are_no_text_do_not_end_it(
    footnote: Footnote, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = BytesIO(b"caf\xe9\n" + QUESTION.encode() + b"\n\n")
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(typed, "utf-8", errors="strict"))
    assert "10 September 2018" in footnote("chat").out


@pytest.mark.parametrize(("command", "closed"), [("list", ">&-"), ("chat", "<&-"), ("list", ">&- 2>&-")])
def test_a_stream_that_is_closed_is_no_crash(footnote: Footnote, tmp_path: Path, command: str, closed: str) -> None:
    (tmp_path / "notes.txt").write_text("The lighthouse was repainted in 1931.\n", "utf-8")
    footnote("add", "notes.txt")
    env = {**os.environ, "FOOTNOTE_DATA": str(tmp_path / "data"), "DISCORD_TOKEN": ""}
    line = f"exec {sys.executable} -m bot {command} {closed}"
    ran = subprocess.run(["sh", "-c", line], env=env, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
