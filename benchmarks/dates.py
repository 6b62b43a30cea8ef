"""Speed and quality of the temporal tagger: `python benchmarks/dates.py FILE.jsonl`, a document a line.

A line is {"text", "date"} and, where it has been marked by hand, "timexes": [{"start", "end", "value"}].
"""

import json
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from answer.dates import DateExpression, find_dates


def counts(gold: list[dict[str, Any]], found: list[DateExpression]) -> tuple[int, int, int]:
    """How many of the marked expressions are found with their very bounds, found at all, and found with their value.

    Each found expression counts for the first marked one that it overlaps (TempEval-3's relaxed match).
    """
    strict = relaxed = value = 0
    left = list(found)
    for mark in gold:
        match = next((e for e in left if e.start < mark["end"] and mark["start"] < e.end), None)
        if match is None:
            continue
        left.remove(match)
        relaxed += 1
        strict += (match.start, match.end) == (mark["start"], mark["end"])
        value += (match.value or "") == (mark["value"] or "")
    return strict, relaxed, value


def main(path: Path) -> None:
    """Tags every document and prints milliseconds per KB and, against marks, the F1 figures in percent."""
    seconds, size, marked, found_in_marked = 0.0, 0, 0, 0
    totals = [0, 0, 0]
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        written_on = date.fromisoformat(document["date"][:10]) if document.get("date") else None
        began = time.perf_counter()
        found = find_dates(document["text"], written_on)
        seconds += time.perf_counter() - began
        size += len(document["text"])
        if "timexes" in document:
            marked += len(document["timexes"])
            found_in_marked += len(found)
            totals = [a + b for a, b in zip(totals, counts(document["timexes"], found), strict=True)]
    print(f"{size / 1024:.0f} KB, {1000 * seconds / max(1.0, size / 1024):.2f} ms per KB")
    if marked:
        for name, number in zip(("strict", "relaxed", "value"), totals, strict=True):
            print(f"{name} F1 {200 * number / (marked + found_in_marked):.1f}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/dates.py FILE.jsonl")
    main(Path(sys.argv[1]))
