"""Batches: what one line does wrong costs that line alone, in every command that reads one."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Footnote

KEYS = {"ask": "question", "search": "question", "check": "quote", "dates": "text"}
commands = pytest.mark.parametrize("command", KEYS)


@pytest.fixture
def loaded(footnote: Footnote, tmp_path: Path) -> Footnote:
    (tmp_path / "bridge.txt").write_text("The old iron bridge was closed to lorries on 14 May 2019.\n", "utf-8")
    assert footnote("add", "bridge.txt").status == 0
    return footnote


def line(command: str, id: object, text: str = "the iron bridge of 14 May 2019") -> bytes:
    return json.dumps({"id": id, KEYS[command]: text}).encode()


def batch(footnote: Footnote, command: str, *lines: bytes) -> tuple[list[dict[str, Any]], str, int]:
    """What a command says to a batch: the objects, the remarks and the exit status."""
    Path("batch.jsonl").write_bytes(b"\n".join(lines))
    ran = footnote(command, "--batch", "batch.jsonl", "--json")
    return [json.loads(answer) for answer in ran.out.splitlines()], ran.err, ran.status


@commands
@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(b'{"id": 2, "question', id="cut off"),
        pytest.param(b"[]", id="no object"),
        pytest.param(b'{"id": 2}', id="without the text"),
        pytest.param(b'{"id": 2, "question": 5, "quote": 5, "text": 5}', id="a number for the text"),
        pytest.param(b'{"id": 2, "question": "caf\xe9", "quote": "caf\xe9", "text": "caf\xe9"}', id="not UTF-8"),
        pytest.param(b'{"id": ' + b"9" * 5000 + b"}", id="a number of 5,000 digits"),
        pytest.param(b"[" * 100_000, id="nested without end"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_others_are_answered(
    loaded: Footnote, command: str, bad: bytes
) -> None:
    answers, remarks, status = batch(loaded, command, line(command, 1), bad, line(command, 3))
    assert ([answer["id"] for answer in answers], status) == ([1, 3], 1)
    assert "batch.jsonl, line 2: " in remarks


@commands
def test_a_mark_of_utf_8_before_the_first_line_is_no_part_of_it(loaded: Footnote, command: str) -> None:
    answers, _, status = batch(loaded, command, b"\xef\xbb\xbf" + line(command, 1))
    assert ([answer["id"] for answer in answers], status) == ([1], 0)


@commands
def test_letters_that_no_encoding_has_come_back_as_they_were_given(loaded: Footnote, command: str) -> None:
    answers, _, status = batch(loaded, command, line(command, "\ud800", "bridge \ud800 2019"), line(command, 2))
    assert ([answer["id"] for answer in answers], status) == (["\ud800", 2], 0)


@given(st.binary(max_size=60))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_at_all_cost_the_next_line(footnote: Footnote, given: bytes) -> None:
    answers, _, status = batch(footnote, "dates", given, line("dates", "last"))
    assert answers[-1]["id"] == "last"
    assert status in (0, 1)


@pytest.mark.parametrize("command", ["ask", "search", "check"])
def test_a_text_that_cannot_be_asked_has_the_keys_of_any_answer_and_the_reason(loaded: Footnote, command: str) -> None:
    (empty, absent), _, status = batch(loaded, command, line(command, 1, " "), line(command, 2, "quartz"))
    assert absent.keys() - empty.keys() == set()
    assert (status, empty["error"].startswith("There is no ")) == (0, True)


@pytest.mark.parametrize("command", ["ask", "search", "check"])
def test_a_collection_that_does_not_exist_is_said_once_and_nothing_is_answered(loaded: Footnote, command: str) -> None:
    Path("batch.jsonl").write_bytes(line(command, 1))
    ran = loaded(command, "--batch", "batch.jsonl", "--collection", "harbour")
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
