"""The commands dates and timeline: what they print, their JSON and their exit status."""

import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Footnote

FELL = "The town fell on Monday after two weeks."


def test_dates_gives_each_expression_its_place_type_value_and_derivation(footnote: Footnote) -> None:
    ran = footnote("dates", FELL, "--written-on", "2018-09-11", "--json")
    assert ran.status == 0
    assert json.loads(ran.out) == {
        "dates": [
            {
                "phrase": "Monday",
                "start": 17,
                "end": 23,
                "type": "DATE",
                "value": "2018-09-10",
                "basis": "published Tuesday 11 September 2018; nearest Monday on or before",
            },
            {
                "phrase": "two weeks",
                "start": 30,
                "end": 39,
                "type": "DURATION",
                "value": "P2W",
                "basis": "a length of time",
            },
        ]
    }


def test_without_a_day_of_writing_a_relative_day_stays_unknown(footnote: Footnote) -> None:
    (found,) = json.loads(footnote("dates", "The town fell yesterday.", "--json").out)["dates"]
    assert (found["value"], found["basis"]) == (None, "no publication date")


def test_dates_are_shown_in_words_in_a_table(footnote: Footnote) -> None:
    shown = " ".join(footnote("dates", FELL, "--written-on", "2018-09-11").out.split())
    assert "Monday date 2018-09-10" in shown
    assert "two weeks duration P2W 2 weeks" in shown


def test_a_batch_answers_in_the_order_of_the_input(footnote: Footnote, tmp_path: Path) -> None:
    batch = tmp_path / "texts.jsonl"
    lines = [
        {"id": "b", "text": FELL, "date": "2018-09-11"},
        {"id": 7, "text": "It fell yesterday.", "date": None},
        {"id": "a", "text": "Nothing here."},
        {"id": "c", "text": "It fell yesterday.", "date": "2018-09-11T08:30"},
    ]
    batch.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    ran = footnote("dates", "--batch", str(batch), "--json")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [(line["id"], [date["value"] for date in line["dates"]]) for line in answers] == [
        ("b", ["2018-09-10", "P2W"]),
        (7, [None]),
        ("a", []),
        ("c", ["2018-09-10"]),
    ]
    assert ran.status == 0


@pytest.mark.parametrize(
    "bad", ['{"id": 1, "text"', '{"id": 1}', "[]", '{"id": 1, "text": 2}', '{"id": 1, "text": "x", "date": "May"}']
)
def test_a_bad_line_of_a_batch_is_named_and_the_rest_is_dated(footnote: Footnote, tmp_path: Path, bad: str) -> None:
    batch = tmp_path / "texts.jsonl"
    batch.write_text(f'{bad}\n{{"id": 2, "text": "It fell in 1931."}}\n', "utf-8")
    ran = footnote("dates", "--batch", str(batch), "--json")
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == [2]
    assert (ran.status, "line 1" in ran.err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("dates",), 2, "no text"),
        (("dates", "x", "--written-on", "yesterday"), 2, "--written-on"),
        (("dates", "No time is told."), 1, "No date"),
        (("timeline", ""), 2, "no question"),
        (("timeline", "zeppelin"), 1, "No dated sentence"),
        (("timeline", "Raqqa", "--plot", "raqqa.gif"), 2, ".png or .svg"),
        (("timeline", "Raqqa", "--plot", "no/such/folder/raqqa.svg"), 2, "cannot be written"),
    ],
)
def test_a_problem_is_one_clear_line(footnote: Footnote, arguments: tuple[str, ...], status: int, said: str) -> None:
    ran = footnote(*arguments)
    assert (ran.status, "Traceback" in ran.err) == (status, False)
    assert said in ran.err


def test_the_timeline_json_has_the_keys_of_the_contract(footnote: Footnote) -> None:
    ran = footnote("timeline", "Hajin", "offensive", "--json")
    told = json.loads(ran.out)
    assert (ran.status, told["topic"]) == (0, "Hajin offensive")
    assert all(entry.keys() >= {"value", "quote", "document", "start", "end"} for entry in told["entries"])
    assert {"2018-09-10", "2018-09-11"} <= {entry["value"] for entry in told["entries"]}


def test_a_timeline_quotes_the_stored_text(footnote: Footnote) -> None:
    for entry in json.loads(footnote("timeline", "Raqqa", "--json").out)["entries"]:
        stored = json.loads(footnote("show", entry["document"]["id"], "--json").out)["text"]
        assert entry["quote"] == stored[entry["start"] : entry["end"]]


def test_a_timeline_in_the_terminal_names_day_quote_source_and_derivation(footnote: Footnote) -> None:
    shown = " ".join(footnote("timeline", "Baghouz").out.split())
    assert shown.startswith("10 March 2019")
    assert "nearest Sunday on or before" in shown
    assert shown.index("10 March 2019") < shown.index("23 March 2019")


@pytest.mark.parametrize(("name", "begins"), [("raqqa.png", b"\x89PNG"), ("raqqa.svg", b"<?xml")])
def test_a_timeline_is_drawn_into_a_file(footnote: Footnote, tmp_path: Path, name: str, begins: bytes) -> None:
    pytest.importorskip("matplotlib", reason="drawing is an extra")
    assert footnote("timeline", "Raqqa", "--plot", str(tmp_path / name)).status == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_without_matplotlib_the_extra_is_named(
    footnote: Footnote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    ran = footnote("timeline", "Raqqa", "--plot", str(tmp_path / "raqqa.png"))
    assert ran.status == 2
    assert "footnote[plot]" in ran.err
