"""The ledger keeps numbers about questions and the settings of servers, and forgets a server on request."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import StoreError
from corpus.ledger import FILE, Asked, Ledger, Totals, Unfinished

HERE, THERE = 10, 20


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path) as opened:
        yield opened


def asked(number: int, *, server: int | None = HERE, took: int = 50, answered: bool = True, missing: str = "") -> Asked:
    return Asked(number, 1_600_000_000, server, took, answered, tuple(missing.split()))


def test_an_empty_ledger_adds_up_to_nothing(ledger: Ledger) -> None:
    assert ledger.totals() == Totals(0, 0, 0, 0, None, None, ())


def test_questions_are_added_up(ledger: Ledger) -> None:
    for number, took in enumerate([10, 20, 900]):
        ledger.record(asked(number, took=took, answered=took < 900))
    totals = ledger.totals()
    assert (totals.asked, totals.answered, totals.median, totals.slowest) == (3, 2, 20, 900)


def test_a_server_has_totals_of_its_own(ledger: Ledger) -> None:
    ledger.record(asked(1))
    ledger.record(asked(2, server=THERE))
    ledger.record(asked(3, server=None))
    assert (ledger.totals(HERE).asked, ledger.totals().asked) == (1, 3)


def test_missing_words_are_counted_over_all_questions(ledger: Ledger) -> None:
    ledger.record(asked(1, missing="zeppelin Quxland"))
    ledger.record(asked(2, missing="quxland", server=None))
    assert ledger.totals().missing == (("quxland", 2), ("zeppelin", 1))


def test_the_last_word_on_an_answer_counts(ledger: Ledger) -> None:
    ledger.record(asked(1))
    assert ledger.judge(1, HERE, True)
    assert ledger.judge(1, HERE, False)
    assert (ledger.totals().useful, ledger.totals().not_useful) == (0, 1)


def test_nobody_judges_an_answer_of_another_server(ledger: Ledger) -> None:
    ledger.record(asked(1))
    assert not ledger.judge(1, THERE, True)
    assert not ledger.judge(1, None, True)
    assert ledger.totals().useful == 0


def test_forgetting_deletes_all_of_one_server_and_nothing_of_another(ledger: Ledger) -> None:
    ledger.record(asked(1, missing="zeppelin"))
    ledger.record(asked(2, server=THERE, missing="airship"))
    assert ledger.forget(HERE) == 1
    assert ledger.totals().asked == 1
    assert ledger.totals().missing == (("airship", 1),)


def test_the_file_holds_no_column_for_a_text_or_a_person(ledger: Ledger, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as file:
        columns = [name for _, name, *_ in file.execute("PRAGMA table_info(questions)")]
    assert columns == ["number", "time", "server", "milliseconds", "answered", "useful"]


def test_settings_are_given_back_as_they_were_kept(ledger: Ledger, tmp_path: Path) -> None:
    assert ledger.settings(HERE) is None
    ledger.keep_settings(HERE, "one")
    ledger.keep_settings(HERE, "two")
    with Ledger(tmp_path) as again:
        assert again.settings(HERE) == "two"


def test_a_server_that_was_left_is_due_until_the_bot_comes_back(ledger: Ledger) -> None:
    ledger.left(HERE, 100)
    ledger.left(THERE, 200)
    assert ledger.left_before(100) == [HERE]
    ledger.present([HERE])
    assert ledger.left_before(300) == [THERE]


def test_only_the_first_note_that_a_server_was_left_counts(ledger: Ledger) -> None:
    assert [ledger.left(HERE, 100), ledger.left(HERE, 200)] == [True, False]
    assert ledger.left_before(100) == [HERE]


def test_servers_are_known_until_they_are_erased(ledger: Ledger) -> None:
    ledger.present([HERE, THERE])
    ledger.erase(THERE)
    assert ledger.servers() == [HERE]


def test_erasing_a_server_deletes_its_settings_too(ledger: Ledger) -> None:
    ledger.record(asked(1))
    ledger.keep_settings(HERE, "one")
    ledger.left(HERE, 100)
    assert ledger.erase(HERE) == 1
    assert ledger.settings(HERE) is None
    assert ledger.left_before(1000) == []


def test_a_damaged_ledger_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match="not a store"):
        Ledger(tmp_path)


def test_what_was_begun_and_not_finished_is_told_to_its_owner_only(ledger: Ledger) -> None:
    mine = Unfinished(1, "0", 1000, token="key", language="de")
    for one in (mine, Unfinished(2, "1", 1000, channel=7), Unfinished(3, "0", 1001)):
        ledger.begin(one)
    ledger.finish(3)
    assert ledger.cut_off("0", since=1000) == [mine]


def test_what_was_begun_too_long_ago_is_forgotten(ledger: Ledger) -> None:
    ledger.begin(Unfinished(1, "0", 1000, token="key"))
    assert ledger.cut_off("0", since=1001) == []
    assert ledger.cut_off("0", since=0) == []
