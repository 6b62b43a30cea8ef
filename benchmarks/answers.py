"""How good answers are on questions with known answers, as asked and with every longer word misspelt by one letter.

    python -m benchmarks.answers FOLDER… [--limit N]

Each folder holds `corpus.jsonl` and `questions.jsonl` as for `benchmarks/learn.py`. A word of five letters or more is
misspelt by swapping two letters or leaving one out, never the first; the seed is fixed.
"""

import argparse
import json
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from answer.evaluation import Figures, Golden, figures, judge
from bot.desk import Desk
from corpus.intake import read

SEED = 20181
_LONG_WORD = re.compile(r"[A-Za-z]{5,}")


def misspelt(text: str, draw: random.Random) -> str:
    """The text with one slip in every word of five letters or more."""

    def slip(match: re.Match[str]) -> str:
        word = match[0]
        at = draw.randrange(1, len(word) - 1)
        return (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :] if draw.random() < 0.5 else word[:at] + word[at + 1 :]
        )

    return _LONG_WORD.sub(slip, text)


def questions(folder: Path, limit: int | None) -> list[Golden]:
    """The folder's questions, evenly thinned out to about `limit`."""
    rows = [json.loads(line) for line in (folder / "questions.jsonl").read_text("utf-8").splitlines()]
    step = max(1, len(rows) // limit) if limit else 1
    return [
        Golden(row["id"], row["question"], tuple(row.get("answers") or ()), frozenset(row.get("gold") or ()))
        for row in rows[::step]
    ]


def lines(name: str, found: Figures) -> Iterator[str]:
    """A row of a Markdown table, and the reliability of the confidence below it."""
    rates = (found.first_right, found.any_right, found.answered, found.declined, found.brier)
    yield "| ".join([f"| {name} ", *("– " if rate is None else f"{rate:.3f} " for rate in rates)]) + "|"
    for count, mean, right in found.reliability:
        yield f"    confidence {mean:.2f}: right {right:.2f} ({count} questions)"


def run(folder: Path, limit: int | None) -> Sequence[str]:
    """Load the folder's corpus, ask its questions both ways, and report."""
    draw = random.Random(SEED)
    golden = questions(folder, limit)
    with tempfile.TemporaryDirectory() as data, Desk(Path(data)) as desk:
        desk.add(read([str(folder / "corpus.jsonl")], None))
        asked = [judge(one, desk.ask(one.question)) for one in golden]
        slipped = [judge(one, desk.ask(misspelt(one.question, draw))) for one in golden]
    return [*lines(folder.name, figures(asked)), *lines(f"{folder.name}, misspelt", figures(slipped))]


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    given: Any = parser.parse_args()
    print("| questions | first right | any right | answered | declined | Brier |\n|---|---|---|---|---|---|")
    for folder in given.folders:
        print("\n".join(run(folder, given.limit)), flush=True)


if __name__ == "__main__":
    main()
