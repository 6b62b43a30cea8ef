"""footnote stats adds up the ledger."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from corpus.ledger import Asked, Ledger


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which three questions were asked."""
    with Ledger(tmp_path) as ledger:
        ledger.record(Asked(1, 1_600_000_000, 10, 30, True))
        ledger.record(Asked(2, 1_600_000_001, 10, 50, False, ("zeppelin",)))
        ledger.record(Asked(3, 1_600_000_002, 20, 70, True))
        ledger.judge(1, 10, True)
    return tmp_path


def test_all_servers_are_counted(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "stats", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "asked": 3,
        "answered": 2,
        "not_answered": 1,
        "useful": 1,
        "not_useful": 0,
        "median_ms": 50,
        "slowest_ms": 70,
        "missing": [{"word": "zeppelin", "count": 1}],
    }


def test_one_server_is_counted_alone(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "stats", "--server", "20", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["asked"] == 1


def test_a_person_reads_a_table(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "stats"]) == 0
    told = capsys.readouterr().out
    assert "zeppelin (1)" in told
    assert "not answered" in told


def test_without_questions_the_status_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path), "stats"]) == 1
    assert capsys.readouterr().err.strip() == "No questions have been asked in Discord yet."
    assert not list(tmp_path.iterdir())
