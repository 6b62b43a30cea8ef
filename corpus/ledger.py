"""The ledger: what is kept about questions and servers: no question's text and nobody's name or id."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from corpus import database
from corpus.errors import StoreError

FILE = "ledger.db"
PATIENCE = 5.0  # seconds for which a writer waits for another one
LONGEST_WORD = 40  # characters of a missing word that is counted
MOST_WORDS = 10  # missing words that are told

migrations = Migrations("ledger")


@migrations()
def questions_and_servers(db: Database) -> None:
    """The first format. A missing word is counted apart from the questions, so that it leads back to none."""
    db.execute(
        """CREATE TABLE questions (
            number INTEGER PRIMARY KEY, time INTEGER NOT NULL, server INTEGER, milliseconds INTEGER NOT NULL,
            answered INTEGER NOT NULL, useful INTEGER)"""
    )
    db.execute("CREATE INDEX questions_by_server ON questions (server)")
    db.execute(
        """CREATE TABLE missing (
            server INTEGER NOT NULL, word TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (server, word))"""
    )
    db.execute("CREATE TABLE servers (number INTEGER PRIMARY KEY, settings TEXT, left_at INTEGER)")


@migrations()
def unfinished(db: Database) -> None:
    """What was begun and not yet finished, so that a kill in the middle is mended at the next start."""
    db.execute(
        """CREATE TABLE unfinished (
            number INTEGER PRIMARY KEY, owner TEXT NOT NULL, time INTEGER NOT NULL, token TEXT, language TEXT,
            channel INTEGER)"""
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What is kept of one question. `number` is random; `time` in seconds since 1970; `server` None: direct message."""

    number: int
    time: int
    server: int | None
    milliseconds: int
    answered: bool
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something that somebody waits for: a command (`token`, `language`), or a message (`channel`) to be answered.

    `number` is Discord's of the command or the message; `owner` tells the processes over one data folder apart; `time`
    in seconds since 1970.
    """

    number: int
    owner: str
    time: int
    token: str | None = None
    language: str | None = None
    channel: int | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """The ledger added up: latencies in milliseconds, None without questions; `missing` the most frequent first."""

    asked: int
    answered: int
    useful: int
    not_useful: int
    median: int | None
    slowest: int | None
    missing: tuple[tuple[str, int], ...]


class Ledger:
    """One file below the data folder. A thread opens its own; several processes may write, one after the other.

    Every method raises StoreError when the file cannot be read or written.
    """

    def __init__(self, data: Path) -> None:
        self._file = data / FILE
        try:
            data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{data}: cannot be made ({error.strerror}); choose another data folder") from error
        with database.explained(self._file):
            self._db = Database(sqlite3.connect(self._file, timeout=PATIENCE))
            if migrations.pending(self._db):
                self._db.execute("PRAGMA journal_mode = WAL")
                with database.transaction(self._db):
                    migrations.apply(self._db)
            self._db.execute("PRAGMA synchronous = NORMAL")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        self._db.close()

    def record(self, asked: Asked) -> None:
        """Write down a question, and count the words that no document holds."""
        row = (asked.number, asked.time, asked.server, asked.milliseconds, asked.answered)
        with self._change():
            self._db.execute("INSERT OR REPLACE INTO questions VALUES (?, ?, ?, ?, ?, NULL)", row)
            for word in asked.missing:
                self._db.execute(
                    "INSERT INTO missing VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
                    [asked.server or 0, word.casefold()[:LONGEST_WORD]],
                )

    def begin(self, one: Unfinished) -> None:
        """Note that somebody waits for something."""
        row = (one.number, one.owner, one.time, one.token, one.language, one.channel)
        with self._change():
            self._db.execute("INSERT OR REPLACE INTO unfinished VALUES (?, ?, ?, ?, ?, ?)", row)

    def finish(self, number: int) -> None:
        """Forget what is finished."""
        with self._change():
            self._db.execute("DELETE FROM unfinished WHERE number = ?", [number])

    def cut_off(self, owner: str, since: float) -> list[Unfinished]:
        """What an owner began at or after a moment and did not finish; whatever is older is forgotten."""
        with self._change():
            self._db.execute("DELETE FROM unfinished WHERE time < ?", [int(since)])
            rows = self._db.execute("SELECT * FROM unfinished WHERE owner = ? ORDER BY number", [owner]).fetchall()
        return [Unfinished(*row) for row in rows]

    def judge(self, number: int, server: int | None, useful: bool) -> bool:
        """Note whether an answer was useful; whether there is such a question of this server. The last word counts."""
        with self._change():
            changed = self._db.execute(
                "UPDATE questions SET useful = ? WHERE number = ? AND server IS ?", [useful, number, server]
            )
        return changed.rowcount > 0

    def totals(self, server: int | None = None) -> Totals:
        """Everything of one server, or (None) of all together, with the most frequent missing words."""
        where, given = ("WHERE server = ?", [server]) if server is not None else ("", [])
        with database.explained(self._file):
            asked, answered, useful, judged, slowest = self._db.execute(
                f"SELECT count(*), total(answered), total(useful), count(useful), max(milliseconds)"
                f" FROM questions {where}",
                given,
            ).fetchone()
            middle = self._db.execute(
                f"SELECT milliseconds FROM questions {where} ORDER BY milliseconds LIMIT 1 OFFSET ?",
                [*given, int(asked) // 2],
            ).fetchone()
            missing = self._db.execute(
                f"SELECT word, sum(count) AS times FROM missing {where} GROUP BY word ORDER BY 2 DESC, word LIMIT ?",
                [*given, MOST_WORDS],
            ).fetchall()
        return Totals(
            asked, int(answered), int(useful), judged - int(useful), middle[0] if middle else None, slowest,
            tuple((word, int(times)) for word, times in missing),
        )  # fmt: skip

    def forget(self, server: int) -> int:
        """Delete all that is kept of a server's questions; how many they were."""
        with self._change():
            self._db.execute("DELETE FROM missing WHERE server = ?", [server])
            return int(self._db.execute("DELETE FROM questions WHERE server = ?", [server]).rowcount)

    def settings(self, server: int) -> str | None:
        """The settings that were kept for a server, as they were given."""
        with database.explained(self._file):
            row = self._db.execute("SELECT settings FROM servers WHERE number = ?", [server]).fetchone()
        return row[0] if row else None

    def keep_settings(self, server: int, settings: str) -> None:
        """Keep a server's settings in place of the earlier ones."""
        with self._change():
            self._db.execute(
                "INSERT INTO servers VALUES (?, ?, NULL) ON CONFLICT DO UPDATE SET settings = excluded.settings",
                [server, settings],
            )

    def present(self, servers: Sequence[int]) -> None:
        """Note that the bot is in these servers: nothing of theirs is due to be deleted."""
        with self._change():
            for server in servers:
                self._db.execute(
                    "INSERT INTO servers VALUES (?, NULL, NULL) ON CONFLICT DO UPDATE SET left_at = NULL", [server]
                )

    def servers(self) -> list[int]:
        """The servers that the bot is in, or has left and not erased, as far as it was noted."""
        with database.explained(self._file):
            return [row[0] for row in self._db.execute("SELECT number FROM servers ORDER BY number")]

    def left(self, server: int, moment: float) -> bool:
        """Note that the bot has left a server at a moment, in seconds since 1970; whether that was not noted before."""
        with self._change():
            noted = self._db.execute(
                "INSERT INTO servers VALUES (?, NULL, ?)"
                " ON CONFLICT DO UPDATE SET left_at = excluded.left_at WHERE left_at IS NULL",
                [server, int(moment)],
            )
        return noted.rowcount > 0

    def left_before(self, moment: float) -> list[int]:
        """The servers that the bot left at or before a moment, in seconds since 1970, and has not come back to."""
        with database.explained(self._file):
            return [row[0] for row in self._db.execute("SELECT number FROM servers WHERE left_at <= ?", [int(moment)])]

    def erase(self, server: int) -> int:
        """Delete everything about a server, its settings too; how many questions it had."""
        questions = self.forget(server)
        with self._change():
            self._db.execute("DELETE FROM servers WHERE number = ?", [server])
        return questions

    @contextmanager
    def _change(self) -> Iterator[None]:
        with database.explained(self._file), database.transaction(self._db):
            yield
