"""Which stored documents are copies of others: wire stories with small edits, grouped under the earliest."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from sqlite_utils import Database

from corpus.resemblance import BANDS, bands, resemblance, runs

# Texts that have so much in common are one story.
ALIKE = 0.6
# So many of the likeliest candidates are compared word by word.
_COMPARED = 3
# Bands are random numbers: to write those of a few documents touches as much of a large table as to write those of
# many. So they are collected in memory, at most those of about so many documents.
COLLECTED = 100_000
_AT_ONCE = 2_000
_MARKS = ", ".join(f"?{at + 1}" for at in range(BANDS))
_NOTED = f"""SELECT band, document FROM bands WHERE band IN ({_MARKS})
    UNION SELECT band, document FROM collected WHERE band IN ({_MARKS})"""


def begin(db: Database) -> None:
    """Get ready, before any of the following and within a transaction, as they are.

    The bands that were lost with a process that had collected them are worked out again.
    """
    db.execute(
        """CREATE TEMP TABLE IF NOT EXISTS collected (
            band INTEGER, document INTEGER, PRIMARY KEY (band, document)) WITHOUT ROWID"""
    )
    db.execute("DELETE FROM collected")
    after = "number > (SELECT banded FROM state)"
    lost = f"SELECT number, text FROM documents WHERE {after} ORDER BY number LIMIT {_AT_ONCE}"
    while rows := db.execute(lost).fetchall():
        _collect(db, _pairs(rows))
        write_down(db, rows[-1][0])


def group(db: Database, documents: Sequence[tuple[int, str]]) -> int:
    """Note new documents, given by number and text, down among the others, in their order.

    Returns how many belong to the same story as an earlier one. The original of a group is the document that was
    published first, or stored first where days are not known.
    """
    found = bands([text for _, text in documents])
    alike = _alike(db, documents, found)
    others: list[tuple[int, int]] = []
    joined = 0
    for (number, text), own in zip(documents, found, strict=True):
        pairs = [(band, number) for band in own]
        if number in alike:
            joined += _joined(db, number, text, own)
            _collect(db, pairs)
        else:
            others += pairs
    _collect(db, sorted(others))  # in the order of the table, which is quicker
    return joined


def write_down(db: Database, last: int, *, most: int = 0) -> None:
    """Write down what was collected, up to the document with number `last`; with `most`, if it is of more than that."""
    (banded,) = db.execute("SELECT banded FROM state").fetchone()
    if not most or last - banded > most:
        db.execute("INSERT OR IGNORE INTO bands SELECT band, document FROM collected ORDER BY band, document")
        db.execute("DELETE FROM collected")
        db.execute("UPDATE state SET banded = :last WHERE banded < :last", {"last": last})


def leave(db: Database, numbers: Sequence[int]) -> list[int]:
    """Forget documents that are about to go; returns their copies, which are to be grouped anew."""
    marks = ", ".join("?" * len(numbers))
    going = db.execute(f"SELECT number, text FROM documents WHERE number IN ({marks})", numbers).fetchall()
    db.conn.executemany("DELETE FROM bands WHERE band = ? AND document = ?", _pairs(going))
    rows = db.execute(f"SELECT document FROM details WHERE copy_of IN ({marks}) ORDER BY document", numbers)
    gone = set(numbers)
    return [row[0] for row in rows if row[0] not in gone]


def regroup(db: Database, numbers: Iterable[int]) -> None:
    """Find the groups of documents whose original has gone or changed."""
    for number in numbers:
        (text,) = db.execute("SELECT text FROM documents WHERE number = ?", [number]).fetchone()
        _joined(db, number, text, *bands([text]))


def _pairs(documents: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    found = bands([text for _, text in documents])
    return [(band, number) for (number, _), own in zip(documents, found, strict=True) for band in own]


def _collect(db: Database, pairs: Iterable[tuple[int, int]]) -> None:
    db.conn.executemany("INSERT OR IGNORE INTO collected VALUES (?, ?)", pairs)


def _alike(db: Database, documents: Sequence[tuple[int, str]], found: Sequence[Sequence[int]]) -> set[int]:
    """Those of the documents that are to be joined to another, one of them or a stored one; most are not."""
    sharing = _sharing(db, set(chain.from_iterable(found)))
    for (number, _), own in zip(documents, found, strict=True):
        for band in own:
            sharing.setdefault(band, []).append(number)
    compared = {}
    for (number, _), own in zip(documents, found, strict=True):
        counts = Counter(chain.from_iterable(map(sharing.__getitem__, own)))
        del counts[number]
        if counts:
            compared[number] = sorted(counts, key=lambda other: (-counts[other], other))[:_COMPARED]
    given = dict(documents)
    stored = json.dumps(list({other for others in compared.values() for other in others} - given.keys()))
    query = "SELECT number, text FROM documents WHERE number IN (SELECT value FROM json_each(?))"
    texts = given | dict(db.execute(query, [stored]).fetchall())
    known = {number: runs(texts[number]) for number in {*compared, *chain.from_iterable(compared.values())}}
    return {
        number
        for number, others in compared.items()
        if any(resemblance(known[number], known[other]) >= ALIKE for other in others)
    }


def _sharing(db: Database, asked: Iterable[int]) -> dict[int, list[int]]:
    """The originals of the stored documents that have one of these bands, by band."""
    sharing: dict[int, list[int]] = {}
    for table in ("bands", "collected"):
        query = f"""SELECT band, coalesce(copy_of, noted.document) FROM {table} AS noted
            LEFT JOIN details ON details.document = noted.document WHERE band IN (SELECT value FROM json_each(?))"""
        for band, document in db.execute(query, [json.dumps(list(asked))]):
            sharing.setdefault(band, []).append(document)
    return sharing


def _joined(db: Database, number: int, text: str, own: Sequence[int]) -> bool:
    """Put a document into the group that it belongs to; False if there is none."""
    mine = runs(text)
    for candidate in _candidates(db, number, own):
        (other,) = db.execute("SELECT text FROM documents WHERE number = ?", [candidate]).fetchone()
        if resemblance(mine, runs(other)) >= ALIKE:
            _join(db, number, candidate)
            return True
    return False


def _candidates(db: Database, number: int, own: Sequence[int]) -> list[int]:
    """The originals of the documents that share most bands with this one, the likeliest first."""
    if not own:
        return []
    rows = db.execute(
        f"""SELECT coalesce(copy_of, noted.document) AS original, count(*) FROM ({_NOTED}) AS noted
            LEFT JOIN details ON details.document = noted.document
            WHERE noted.document != ?{BANDS + 1} AND original != ?{BANDS + 1}
            GROUP BY original ORDER BY count(*) DESC, original LIMIT {_COMPARED}""",
        [*own, number],
    )
    return [row[0] for row in rows]


def _join(db: Database, number: int, original: int) -> None:
    query = "SELECT substr(published, 1, 10) FROM documents WHERE number = ?"
    mine, its = (db.execute(query, [one]).fetchone()[0] for one in (number, original))
    # Only whole days can be put in order.
    earlier = bool(mine and its and len(mine) == len(its) == len("2018-09-11") and mine < its)
    first, later = (number, original) if earlier or (mine == its and number < original) else (original, number)
    db.execute("UPDATE details SET copy_of = ? WHERE document = ? OR copy_of = ?", [first, later, later])
    db.execute("UPDATE details SET copy_of = NULL WHERE document = ?", [first])
