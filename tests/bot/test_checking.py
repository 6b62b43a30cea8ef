"""The command check: its words, its JSON, its citations, its exit status."""

import json
from pathlib import Path

import pytest

from tests.conftest import Footnote

REPORT = """\
---
title: Old bridge closed
publisher: Harbour Gazette
published: 2019-05-14
url: https://gazette.example/bridge
---
"The deck could have given way," said Mara Lind, the chief engineer. The repair will take nine months.
"""
TRUE = "The repair will take nine months"


@pytest.fixture
def loaded(footnote: Footnote, tmp_path: Path) -> Footnote:
    (tmp_path / "bridge.md").write_text(REPORT, "utf-8")
    assert footnote("add", str(tmp_path / "bridge.md")).status == 0
    return footnote


@pytest.mark.parametrize(
    ("quote", "verdict", "status"),
    [
        (TRUE, "exact", 0),
        ("The repair will take six months", "altered", 0),
        ("A zeppelin landed on the town hall", "absent", 1),
    ],
)
def test_the_verdict_decides_the_exit_status(loaded: Footnote, quote: str, verdict: str, status: int) -> None:
    ran = loaded("check", quote, "--json")
    assert (json.loads(ran.out)["verdict"], ran.status) == (verdict, status)


def test_the_json_has_the_keys_of_the_contract(loaded: Footnote) -> None:
    found = json.loads(loaded("check", "The repair will take six months", "--json").out)
    assert {"quote", "verdict", "matches"} <= found.keys()
    (match,) = found["matches"]
    assert {"document", "start", "end", "text", "similarity", "difference"} <= match.keys()
    stored = json.loads(loaded("show", match["document"]["id"], "--json").out)["text"]
    assert stored[match["start"] : match["end"]] == match["text"] == TRUE
    assert [(edit["quoted"], edit["stored"], edit["concerns"]) for edit in match["difference"]][1] == (
        *("six", "nine"),
        ["number"],
    )


def test_an_exact_match_has_no_difference_and_names_the_speaker(loaded: Footnote) -> None:
    (match,) = json.loads(loaded("check", "the deck could have given way", "--json").out)["matches"]
    assert match["speaker"] == "Mara Lind"
    (match,) = json.loads(loaded("check", TRUE, "--json").out)["matches"]
    assert (match["difference"], match["speaker"]) == ([], None)


@pytest.mark.parametrize("quote", ["a", "nine months"])
def test_what_is_too_short_to_be_traced_is_said_to_be(loaded: Footnote, quote: str) -> None:
    ran = loaded("check", quote)
    assert (ran.out.split(":")[0].strip(), ran.status) == ("Too short to be traced", 1)


@pytest.mark.parametrize(
    ("day", "said"),
    [("2019-05-14", "Also in 1 other document: Morning Digest"), ("2019-05-16", "Copied in 1 later: Morning Digest")],
)
def test_a_copy_is_called_later_only_if_it_was_published_later(
    loaded: Footnote, tmp_path: Path, day: str, said: str
) -> None:
    copy = (
        REPORT.replace("2019-05-14", day).replace("Harbour Gazette", "Morning Digest").replace("The repair", "Repair")
    )
    (tmp_path / "digest.md").write_text(copy, "utf-8")
    loaded("add", str(tmp_path / "digest.md"))
    assert said in loaded("check", "the deck could have given way").out


def test_a_difference_without_colours_is_bracketed(loaded: Footnote) -> None:
    assert "take [-nine-] {+six+} months" in loaded("check", "The repair will take six months").out


def test_a_changed_number_is_pointed_out(loaded: Footnote) -> None:
    assert "a number: “six” for “nine”" in loaded("check", "The repair will take six months").out


def test_a_citation_is_all_that_is_printed(loaded: Footnote) -> None:
    ran = loaded("check", TRUE, "--cite", "apa")
    assert ran.out == "Harbour Gazette. (2019, May 14). Old bridge closed. https://gazette.example/bridge\n"


def test_an_id_that_was_handed_on_leads_back_to_the_words(loaded: Footnote) -> None:
    (match,) = json.loads(loaded("check", TRUE, "--json").out)["matches"]
    again = json.loads(loaded("check", match["id"], "--json").out)
    assert (again["verdict"], again["matches"][0]["text"]) == ("exact", TRUE)


def test_an_id_of_another_version_is_not_vouched_for(loaded: Footnote, tmp_path: Path) -> None:
    (match,) = json.loads(loaded("check", TRUE, "--json").out)["matches"]
    (tmp_path / "bridge.md").write_text(REPORT.replace("nine", "ten"), "utf-8")
    loaded("add", str(tmp_path / "bridge.md"))
    ran = loaded("check", match["id"])
    assert ran.status == 1
    assert "changed or removed" in ran.out


def test_a_batch_is_answered_line_by_line(loaded: Footnote, tmp_path: Path) -> None:
    batch = tmp_path / "quotes.jsonl"
    batch.write_text(f'{{"id": 1, "quote": "{TRUE}"}}\nbroken\n{{"id": 3, "quote": ""}}\n', "utf-8")
    ran = loaded("check", "--batch", str(batch), "--json")
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["id"], one["verdict"]) for one in found] == [(1, "exact"), (3, "absent")]
    assert "no quotation" in found[1]["error"]
    assert (ran.status, "line 2" in ran.err) == (1, True)


def test_a_quotation_without_words_is_refused_in_one_line(loaded: Footnote) -> None:
    ran = loaded("check", " ")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "footnote: There is no quotation; give the words that somebody quotes.\n"
