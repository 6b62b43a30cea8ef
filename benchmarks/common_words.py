"""Counts how common words are in English at large, for answer/common_words.txt.

    python -m benchmarks.common_words GENRE.jsonl… [--out answer/common_words.txt]

Each file holds passages of one genre (JSON Lines with "text", about 100 words each). A word's figure is the median,
over the genres, of the share of passages that hold it, so that no genre's own words count as common.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from statistics import median
from typing import Any

from index.analysis import Analyzer

LEAST = 0.001  # of the passages: rarer words are left out


def shares(path: Path, analyzer: Analyzer) -> dict[str, float]:
    """The share of the file's passages that hold each term."""
    held: Counter[str] = Counter()
    count = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            held.update(set(analyzer.terms(json.loads(line)["text"])))
            count += 1
    return {term: number / count for term, number in held.items()}


def main() -> None:
    """Read the arguments, count, write the list."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("genres", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "answer" / "common_words.txt")
    given: Any = parser.parse_args()
    analyzer = Analyzer()
    genres = [shares(path, analyzer) for path in given.genres]
    terms = {term for genre in genres for term in genre if term.isalpha()}
    common = {term: median(genre.get(term, 0.0) for genre in genres) for term in terms}
    rows = sorted(
        ((share, term) for term, share in common.items() if share >= LEAST), key=lambda row: (-row[0], row[1])
    )
    given.out.write_text("".join(f"{term} {share:.4f}\n" for share, term in rows), "utf-8")


if __name__ == "__main__":
    main()
