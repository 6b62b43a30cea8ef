"""The command line: what each command gives, its JSON and its exit status."""

import json
import os
import re
import sqlite3
import subprocess
import sys
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
The harbour office closed the old iron bridge to lorries on Monday. The repair will take nine months.
"""
QUESTION = "when was the old iron bridge closed"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "bridge.md").write_text(REPORT, "utf-8")
    return folder


@pytest.fixture
def loaded(footnote: Footnote, files: Path) -> Footnote:
    assert footnote("add", str(files)).status == 0
    return footnote


def test_add_says_what_it_did_and_adding_again_changes_nothing(footnote: Footnote, files: Path) -> None:
    first = json.loads(footnote("add", str(files), "--json").out)
    second = json.loads(footnote("add", str(files), "--json").out)
    assert (first["added"], second["added"], second["unchanged"]) == (1, 0, 1)


def test_a_changed_file_replaces_its_document(loaded: Footnote, files: Path) -> None:
    (files / "bridge.md").write_text(REPORT.replace("nine", "ten"), "utf-8")
    assert json.loads(loaded("add", str(files), "--json").out)["replaced"] == 1
    assert json.loads(loaded("search", "nine months", "--json").out)["hits"][0]["passage"].endswith("ten months.")


def test_ask_json_has_the_keys_of_the_contract(loaded: Footnote) -> None:
    ran = loaded("ask", QUESTION, "--json")
    answer = json.loads(ran.out)
    assert ran.status == 0
    assert {"question", "answered", "confidence", "took_ms", "citations", "agreement"} <= answer.keys()
    citation = answer["citations"][0]
    assert {"quote", "document", "start", "end", "link", "dates"} <= citation.keys()
    assert citation["document"].keys() >= {"id", "title", "publisher", "author", "published", "url", "path"}
    assert {"phrase": "Monday", "value": "2019-05-13"}.items() <= citation["dates"][0].items()
    assert citation["link"].startswith("https://gazette.example/bridge#:~:text=")


@pytest.fixture
def two_prices(footnote: Footnote, tmp_path: Path) -> Footnote:
    """Two notes of different days that give the price of a cable car, the later one first in the alphabet."""
    notes = {"a.md": ("2023-04-02", "is 25 marks now"), "b.md": ("2023-03-08", "costs 30 marks")}
    for name, (day, price) in notes.items():
        (tmp_path / name).write_text(f"---\npublished: {day}\n---\nThe cable car to Teal Hill {price}.\n", "utf-8")
    assert footnote("add", *(str(tmp_path / name) for name in notes)).status == 0
    return footnote


def test_the_newest_of_the_values_that_disagree_is_told(two_prices: Footnote) -> None:
    agreement = json.loads(two_prices("ask", "cable car to Teal Hill price", "--json").out)["agreement"]
    assert agreement["newest"] == {"value": "25", "published": "2023-04-02"}


def test_the_newest_value_stands_behind_those_that_disagree_at_a_terminal(two_prices: Footnote) -> None:
    told = " ".join(two_prices("ask", "cable car to Teal Hill price").out.split())
    assert "; the newest source (2 April 2023) says 25" in told


def test_a_quote_is_the_slice_of_the_text_that_show_gives(loaded: Footnote) -> None:
    citation = json.loads(loaded("ask", QUESTION, "--json").out)["citations"][0]
    stored = json.loads(loaded("show", citation["document"]["id"], "--json").out)["text"]
    assert citation["quote"] == stored[citation["start"] : citation["end"]]


def test_search_json_has_the_keys_of_the_contract(loaded: Footnote) -> None:
    found = json.loads(loaded("search", "iron bridge", "--json").out)
    assert found.keys() >= {"query", "took_ms", "hits"}
    assert found["hits"][0].keys() >= {"document", "passage", "start", "end", "score", "matched"}
    assert set(found["hits"][0]["matched"]) == {"iron", "bridg"}


def test_list_json_gives_a_line_a_document_without_its_text(loaded: Footnote) -> None:
    (document,) = [json.loads(line) for line in loaded("list", "--json").out.splitlines()]
    assert document["title"] == "Old bridge closed"
    assert "text" not in document


def test_a_removed_document_is_found_no_more(loaded: Footnote) -> None:
    (document,) = [json.loads(line) for line in loaded("list", "--json").out.splitlines()]
    assert loaded("remove", document["id"]).status == 0
    assert loaded("search", "iron bridge", "--json").status == 1


def test_metadata_wins_over_what_the_document_says(footnote: Footnote, files: Path) -> None:
    table = files / "about.csv"
    table.write_text("path,title,published\nbridge.md,The bridge,2020-01-02\n", "utf-8")
    footnote("add", str(files), "--metadata", str(table))
    (document,) = [json.loads(line) for line in footnote("list", "--json").out.splitlines()]
    assert (document["title"], document["published"]) == ("The bridge", "2020-01-02")


def test_a_first_question_on_an_empty_folder_is_answered_from_the_sample(footnote: Footnote) -> None:
    ran = footnote("ask", "when did the Hajin offensive start", "--json")
    assert ran.status == 0
    assert "sample" in ran.err
    publishers = {citation["document"]["publisher"] for citation in json.loads(ran.out)["citations"]}
    assert publishers == {"Footnote sample corpus"}


def test_the_sample_is_loaded_after_an_addition_that_failed(footnote: Footnote) -> None:
    assert footnote("add", "no-such-file.txt").status == 1
    assert footnote("ask", "when did the Hajin offensive start").status == 0


def test_the_sample_shows_that_its_sources_disagree_on_the_first_day(footnote: Footnote) -> None:
    agreement = json.loads(footnote("ask", "when did the Hajin offensive start", "--json").out)["agreement"]
    assert (agreement["kind"], agreement["agrees"]) == ("date", False)
    assert {value["value"] for value in agreement["values"]} == {"2018-09-10", "2018-09-11"}


def test_the_sample_is_never_mixed_with_other_documents(footnote: Footnote, files: Path) -> None:
    footnote("ask", "when did the Hajin offensive start")
    footnote("add", str(files))
    assert footnote("ask", "when did the Hajin offensive start", "--json").status == 1


def test_the_sample_is_not_loaded_beside_other_documents(loaded: Footnote) -> None:
    ran = loaded("ask", "when did the Hajin offensive start", "--json")
    assert (ran.status, "sample" in ran.err) == (1, False)


def test_a_collection_is_searched_only_when_it_is_named(footnote: Footnote, files: Path) -> None:
    footnote("add", str(files), "--collection", "harbour")
    assert footnote("search", "iron bridge", "--collection", "harbour", "--json").status == 0
    footnote("add", str(files / "bridge.md"), "--collection", "library")
    hits = json.loads(footnote("search", "iron bridge", "--json").out)["hits"]
    assert len(hits) == 1


def test_an_answer_in_the_terminal_names_quote_source_day_and_derivation(loaded: Footnote) -> None:
    shown = " ".join(loaded("ask", QUESTION).out.split())
    assert "Monday 13 May 2019" in shown
    assert "The harbour office closed the old iron bridge to lorries on Monday." in shown
    assert "Old bridge closed — Harbour Gazette — Tuesday 14 May 2019" in shown
    assert "nearest Monday on or before" in shown


@pytest.mark.parametrize("command", [("ask", QUESTION), ("search", QUESTION), ("check", "repair will take six months")])
def test_the_address_of_a_source_is_never_cut_or_broken(
    loaded: Footnote, monkeypatch: pytest.MonkeyPatch, command: tuple[str, str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    lines = loaded(*command).out.splitlines()
    (address,) = (line.strip() for line in lines if "https:" in line)
    assert address.split("#")[0] == "https://gazette.example/bridge"
    assert "…" not in address
    assert all(len(line) <= 30 for line in lines if "https:" not in line and "@" not in line)


def test_batches_answer_in_the_order_of_the_input_with_its_ids(loaded: Footnote, tmp_path: Path) -> None:
    batch = tmp_path / "questions.jsonl"
    batch.write_text(
        '{"id": "b", "question": "when was the bridge closed"}\n\n'
        '{"id": 7, "question": ""}\n{"id": "a", "question": "x"}\n'
    )
    ran = loaded("ask", "--batch", str(batch), "--json")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert ([answer["id"] for answer in answers], ran.status) == (["b", 7, "a"], 0)
    assert "no question" in answers[1]["error"]


def test_a_broken_line_of_a_batch_is_named_and_the_rest_is_answered(loaded: Footnote, tmp_path: Path) -> None:
    batch = tmp_path / "questions.jsonl"
    batch.write_text('{"id": 1, "question": "when was\n{"id": 2, "question": "when was the bridge closed"}\n')
    ran = loaded("ask", "--batch", str(batch), "--json")
    assert ([json.loads(line)["id"] for line in ran.out.splitlines()], ran.status) == ([2], 1)
    assert "line 1" in ran.err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("ask", ""), 2, "no question"),
        (("ask", "x" * 5000), 2, "5,000 characters"),
        (("ask", "who is it and what are they"), 1, "name the thing"),
        (("show", "nothing"), 1, "There is no document nothing"),
        (("remove", "nothing"), 1, "There is no document nothing"),
        (("search", "quartz"), 1, "Nothing in the corpus"),
        (("search", "x", "--collection", "none"), 2, "no collection 'none'"),
        (("search", "x", "--collection", "../up"), 2, "../up"),
        (("add", "no-such-file.txt"), 1, "no-such-file.txt"),
        (("frobnicate",), 2, "No such command"),
        (("search", "x", "--limit", "0"), 2, "--limit"),
    ],
)
def test_a_problem_is_one_clear_line_with_its_exit_status(
    loaded: Footnote, arguments: tuple[str, ...], status: int, said: str
) -> None:
    ran = loaded(*arguments)
    assert ran.status == status
    assert said in ran.err + ran.out
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", QUESTION), ("search", "bridge"), ("check", "the old iron bridge"), ("timeline", "bridge"), ("list",),
        ("remove", "x"), ("chat",), ("refresh",), ("doctor", "--corpus"), ("show", "x", "--collection", "library"),
    ],
)  # fmt: skip
def test_where_the_collection_does_not_exist_those_that_do_are_named(
    footnote: Footnote, files: Path, arguments: tuple[str, ...]
) -> None:
    footnote("add", str(files), "--collection", "harbour")
    footnote("add", str(files), "--collection", "news")
    ran = footnote(*arguments)
    assert (ran.status, ran.out) == (2, "")
    told = "There is no collection 'library'; choose one that there is with --collection: harbour, news"
    assert ran.err == f"footnote: {told}\n"


def test_show_looks_in_every_collection_and_names_the_others_that_have_the_id(
    footnote: Footnote, tmp_path: Path
) -> None:
    for name in ("harbour", "news"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": "one", "text": f"The {name} is told of."}))
        footnote("add", str(tmp_path / f"{name}.jsonl"), "--collection", name)
    ran = footnote("show", "one")
    assert (ran.status, "The harbour is told of." in ran.out) == (0, True)
    assert ran.err == "This one is in “harbour”; --collection shows those in “news”.\n"
    assert "The news is told of." in footnote("show", "one", "--collection", "news").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", QUESTION), ("search", "bridge"), ("timeline", "bridge"), ("list",), ("check", "the old iron bridge"),
        *(("check", "closed the old iron bridge to lorries", "--cite", style) for style in ("text", "markdown", "apa")),
    ],
)  # fmt: skip
def test_a_document_without_a_title_is_called_by_its_file_s_name_wherever_it_lies(
    footnote: Footnote, files: Path, arguments: tuple[str, ...]
) -> None:
    (files / "bridge.md").write_text(REPORT.replace("title: Old bridge closed\n", ""))
    footnote("add", str(files))
    ran = footnote(*arguments)
    assert "bridge.md" in ran.out
    assert str(files) not in ran.out.replace("\n", "")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("photo.txt", bytes(range(256)) * 40, "photo.txt"),
        ("broken.txt", b"Caf\xe9 society \x81\x8d\x8f met on Monday.\x00\x01\x02", "broken.txt"),
        ("cut.jsonl", b'{"text": "A whole line about the sound."}\n{"text": "cut in ha', "line 2"),
        ("huge.txt", b"word " * 8_400_000, "32"),
    ],
)
def test_bad_input_is_named_and_the_rest_is_stored(
    footnote: Footnote, files: Path, name: str, content: bytes, said: str
) -> None:
    (files / name).write_bytes(content)
    ran = footnote("add", str(files))
    assert (ran.status, "Traceback" in ran.err) == (1, False)
    assert name in ran.err
    assert said in ran.err
    assert footnote("search", "iron bridge").status == 0


def test_a_folder_that_may_not_be_read_is_named_and_the_rest_is_stored(footnote: Footnote, files: Path) -> None:
    (files / "locked").symlink_to(files / "locked")  # a loop of links fails to open for everybody, root included
    ran = footnote("add", str(files))
    assert ran.status == 1
    assert "locked" in ran.err
    assert footnote("search", "iron bridge").status == 0


def test_an_empty_corpus_is_said_so(loaded: Footnote) -> None:
    (document,) = [json.loads(line) for line in loaded("list", "--json").out.splitlines()]
    loaded("remove", document["id"])
    ran = loaded("ask", QUESTION)
    assert (ran.status, "Traceback" in ran.err) == (1, False)


def test_a_store_of_a_newer_version_is_refused_in_one_line(loaded: Footnote, tmp_path: Path) -> None:
    store = sqlite3.connect(tmp_path / "data" / "collections" / "library" / "store.db")
    with store:
        store.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('footnote', 'from_the_future')")
    store.close()
    ran = loaded("ask", QUESTION)
    assert (ran.status, len(ran.err.strip().splitlines())) == (2, 1)
    assert "newer" in ran.err


def test_the_program_starts_as_a_process_of_its_own(files: Path, tmp_path: Path) -> None:
    env = {**os.environ, "FOOTNOTE_DATA": str(tmp_path / "data"), "DISCORD_TOKEN": ""}
    run = [sys.executable, "-m", "bot"]
    added = subprocess.run([*run, "add", str(files)], env=env, capture_output=True, text=True, check=False)
    asked = subprocess.run([*run, "ask", QUESTION, "--json"], env=env, capture_output=True, text=True, check=False)
    assert (added.returncode, asked.returncode) == (0, 0)
    assert json.loads(asked.stdout)["answered"]


def test_an_explanation_stands_behind_the_share_of_each_sentence(loaded: Footnote) -> None:
    told = loaded("ask", "--explain", QUESTION).out.split("Asked: when; confidence ")[1].splitlines()
    assert re.match(r" *\d+%  \w", told[1])
    assert all(re.match(r" *\d+%  \S|      \S", line) for line in told[1:])
    assert any("quoted in [1]" in line for line in told)


def test_run_without_a_token_says_so_and_chats(files: Path, tmp_path: Path) -> None:
    env = {**os.environ, "FOOTNOTE_DATA": str(tmp_path / "data"), "DISCORD_TOKEN": ""}
    run = [sys.executable, "-m", "bot"]
    subprocess.run([*run, "add", str(files)], env=env, check=True, capture_output=True)
    chatted = subprocess.run(
        [*run, "run"], env=env, input=f"{QUESTION}\n\n", capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert chatted.returncode == 0
    assert "DISCORD_TOKEN is not set" in chatted.stderr
    assert "Monday 13 May 2019" in chatted.stdout
