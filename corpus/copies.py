"""Which stored documents are copies of others: wire stories with small edits, grouped under the earliest."""

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from corpus.resemblance import BANDS, bands, resemblance

# Texts that have so much in common are one story.
ALIKE = 0.6
# So many of the likeliest candidates are compared word by word.
_COMPARED = 3


def group(db: Database, number: int, text: str) -> bool:
    """Note a new document down among the others; whether it belongs to the same story as an earlier one.

    The original of a group is the document that was published first, or stored first where days are not known.
    """
    own = bands(text)
    candidates = _candidates(db, number, own)
    db.conn.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", ((band, number) for band in own))
    for candidate in candidates:
        (other,) = db.execute("SELECT text FROM documents WHERE number = ?", [candidate]).fetchone()
        if resemblance(text, other) >= ALIKE:
            _join(db, number, candidate)
            return True
    return False


def leave(db: Database, numbers: Sequence[int]) -> list[int]:
    """The copies of documents that are about to go, which are to be grouped anew."""
    marks = ", ".join("?" * len(numbers))
    rows = db.execute(f"SELECT document FROM details WHERE copy_of IN ({marks}) ORDER BY document", numbers)
    gone = set(numbers)
    return [row[0] for row in rows if row[0] not in gone]


def regroup(db: Database, numbers: Iterable[int]) -> None:
    """Find the groups of documents whose original has gone or changed."""
    for number in numbers:
        (text,) = db.execute("SELECT text FROM documents WHERE number = ?", [number]).fetchone()
        group(db, number, text)


def _candidates(db: Database, number: int, own: Sequence[int]) -> list[int]:
    """The originals of the documents that share most bands with this one, the likeliest first."""
    if not own:
        return []
    rows = db.execute(
        f"""SELECT coalesce(copy_of, bands.document) AS original, count(*) FROM bands
            LEFT JOIN details ON details.document = bands.document
            WHERE band IN ({", ".join("?" * BANDS)}) AND bands.document != ? AND original != ?
            GROUP BY original ORDER BY count(*) DESC, original LIMIT {_COMPARED}""",
        [*own, number, number],
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
