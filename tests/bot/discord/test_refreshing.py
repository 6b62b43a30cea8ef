"""While the bot runs, sources are looked at again in time, in a process of its own; the log says what came of it."""

import asyncio
import logging
import os
import sqlite3
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.discord_bot import refreshing
from bot.settings import Settings, Shards
from corpus.store import FILE

BEFORE, AFTER = "The ferry left at dawn.", "The ferry left at noon."
OWN_CHILDREN = Path(f"/proc/self/task/{os.getpid()}/children")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that was added and has changed since."""
    path = tmp_path / "ferry.txt"
    path.write_text(BEFORE)
    with Desk(tmp_path / "data") as desk:
        desk.take([str(path)])
    path.write_text(AFTER)
    return path


def texts(data: Path) -> list[str]:
    with Desk(data) as desk:
        found = (desk.document(document.id) for document in list(desk.summaries()))
        return [document.text for document in found if document]


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == refreshing.__name__]


async def until_told(caplog: pytest.LogCaptureFixture) -> None:
    while not told(caplog):
        await asyncio.sleep(0.05)


async def test_a_refresh_stores_what_changed_and_says_so_in_one_line(
    file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await refreshing.refresh(tmp_path / "data")
    assert told(caplog) == ["refresh: 0 new, 1 changed, 0 gone"]
    assert texts(tmp_path / "data") == [AFTER]


async def test_a_refresh_that_fails_is_a_line_in_the_log_and_no_more(
    file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with sqlite3.connect(tmp_path / "data" / "collections" / "library" / FILE) as store:
        store.execute("DROP TABLE sources")
    await refreshing.refresh(tmp_path / "data")
    (line,) = told(caplog)
    assert line.startswith("refresh: ended early (")
    assert "Traceback" not in line


async def test_the_first_refresh_is_due_at_once_and_the_next_after_the_hours_that_were_set(
    file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    running = asyncio.create_task(refreshing.regularly(Settings(data=tmp_path / "data", refresh_hours=2), first=0))
    await until_told(caplog)
    running.cancel()
    stamp = tmp_path / "data" / refreshing.STAMP
    assert 0 < refreshing.seconds_left(stamp, 2) <= 2 * 3600
    os.utime(stamp, (0, 0))
    assert refreshing.seconds_left(stamp, 2) == 0


@pytest.mark.parametrize(
    ("hours", "shards"), [(0, Shards()), (1, Shards(4, (2, 3)))], ids=["not asked", "other shards"]
)
async def test_nothing_is_refreshed_unasked_nor_by_the_processes_of_other_shards(
    tmp_path: Path, hours: int, shards: Shards
) -> None:
    await refreshing.regularly(Settings(data=tmp_path, refresh_hours=hours, shards=shards), first=0)
    assert not (tmp_path / refreshing.STAMP).exists()


@pytest.mark.skipif(not OWN_CHILDREN.exists(), reason="only this system tells which processes there are")
async def test_a_refresh_ends_with_the_bot(file: Path, tmp_path: Path) -> None:
    before = OWN_CHILDREN.read_text().split()
    with sqlite3.connect(tmp_path / "data" / "collections" / "library" / FILE) as store:
        store.execute("BEGIN IMMEDIATE")  # it cannot write, and so not end before it is told to
        running = asyncio.create_task(refreshing.refresh(tmp_path / "data"))
        while OWN_CHILDREN.read_text().split() == before:
            await asyncio.sleep(0.01)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert OWN_CHILDREN.read_text().split() == before
