"""Checking quotations: `python -m benchmarks.quotes CORPUS.jsonl[.gz] OTHER.jsonl [--data DIR] [--misses FILE]`.

Draws 2,000 excerpts of 5 to 300 words from the corpus with a fixed seed, leaves half of them as they are and alters
the others in known ways, adds 500 sentences of the other corpus that stand in no document of this one, and prints a
confusion matrix, the share of right documents, the share of changed numbers and negations that are pointed out, and
the time per check. `--data` keeps the index for the next run.
"""

import argparse
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp, log
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from answer.quotation import Check, check
from answer.quotation.model import About
from benchmarks.altering import ALTERATIONS, Spare, spare
from benchmarks.passages import records
from bot.desk import Shelf
from corpus.documents import Document
from corpus.sentences import sentences
from index.analysis import Analyzer
from index.library import Library

SEED = 1600
EXCERPTS, ABSENT = 2000, 500
SHORTEST, LONGEST = 5, 300
SHINGLE = 8  # words: a sentence that shares as many in a row with the corpus may be in it
COLLECTION = "bench"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation with what is known of it: how it was made, its verdict, the documents that it comes from."""

    made: str
    quote: str
    verdict: str
    documents: tuple[str, ...]


def read(file: Path) -> Iterator[Document]:
    """The documents of a JSON Lines file."""
    return (Document(fields["id"], fields["text"], fields.get("title")) for fields in records(file))


def excerpt(document: Document, chance: random.Random) -> list[str]:
    """Words in a row; short ones are as likely as long ones (their length is uniform by its logarithm)."""
    words = document.text.split()
    most = min(LONGEST, len(words))
    length = min(most, round(exp(chance.uniform(log(SHORTEST), log(most)))))
    start = chance.randint(0, len(words) - length)
    return words[start : start + length]


def excerpts(documents: Sequence[Document], others: Spare, chance: random.Random) -> Iterator[Case]:
    """The excerpts: every other one as it is, the rest altered in one way after the other."""
    long_enough = [document for document in documents if len(document.text.split()) >= SHORTEST]
    ways = [*ALTERATIONS, "splice"]
    for turn in range(EXCERPTS // 2):
        document = chance.choice(long_enough)
        yield Case("as it is", " ".join(excerpt(document, chance)), "exact", (document.id,))
        yield altered(ways[turn % len(ways)], long_enough, others, chance)


def altered(way: str, documents: Sequence[Document], others: Spare, chance: random.Random) -> Case:
    """An excerpt altered in this way, from the first document drawn that allows it."""
    while True:
        document = chance.choice(documents)
        words = excerpt(document, chance)
        if way == "splice":
            second = chance.choice(documents)
            more = excerpt(second, chance)
            if second.id != document.id:
                return Case(way, " ".join(words + more), "altered", (document.id, second.id))
            continue
        changed = ALTERATIONS[way](words, others, chance)
        if changed is None or (quote := " ".join(changed)) in document.text:
            continue
        return Case(way, quote, "exact" if way == "typography" else "altered", (document.id,))


def absent(other: Path, documents: Iterable[Document], chance: random.Random) -> Iterator[Case]:
    """Sentences of the other corpus that share no run of 8 words with this one."""
    found = [
        document.text[start:end]
        for document in read(other)
        for start, end in sentences(document.text)
        if len(_WORD.findall(document.text[start:end])) >= SHINGLE
    ]
    drawn = chance.sample(found, min(3 * ABSENT, len(found)))
    of: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, sentence in enumerate(drawn):
        for shingle in _shingles(sentence):
            of[shingle].append(number)
    here = {number for document in documents for shingle in _shingles(document.text) for number in of.get(shingle, ())}
    kept = (sentence for number, sentence in enumerate(drawn) if number not in here)
    yield from (Case("absent", sentence, "absent", ()) for sentence in islice(kept, ABSENT))


def _shingles(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return zip(*(words[i:] for i in range(SHINGLE)), strict=False)


def right(case: Case, outcome: Check) -> bool:
    """Whether every document that the quotation was drawn from is among those that were found."""
    return set(case.documents) <= {match.document.id for match in outcome.matches}


def pointed_out(case: Case, outcome: Check) -> bool:
    """Whether the changed number or negation is called that."""
    return any(About(case.made) in edit.about for match in outcome.matches[:1] for edit in match.changes)


def share(hits: int, of: int) -> str:
    """A share in per cent, and of how many."""
    return f"{100 * hits / max(1, of):5.1f}% of {of}"


def print_figures(outcomes: Sequence[tuple[Case, Check, float]]) -> None:
    """The confusion matrix, the shares, the times."""
    verdicts = ("exact", "altered", "absent")
    matrix = Counter((case.verdict, str(outcome.verdict)) for case, outcome, _ in outcomes)
    print(f"{'':10}{''.join(f'{verdict:>10}' for verdict in verdicts)}   verdict right      documents right")
    for truth in verdicts:
        of = [(case, outcome) for case, outcome, _ in outcomes if case.verdict == truth]
        counts = "".join(f"{matrix[truth, verdict]:10}" for verdict in verdicts)
        found = share(sum(right(*one) for one in of), len(of)) if truth != "absent" else ""
        print(f"{truth:10}{counts}   {share(matrix[truth, truth], len(of))}   {found}")
    for made in dict.fromkeys(case.made for case, _, _ in outcomes):
        of = [(case, outcome) for case, outcome, _ in outcomes if case.made == made]
        verdict = sum(outcome.verdict == case.verdict for case, outcome in of)
        print(f"{made:12} verdict {share(verdict, len(of))}, documents {share(sum(right(*o) for o in of), len(of))}")
    for made in ("number", "negation"):
        of = [(case, outcome) for case, outcome, _ in outcomes if case.made == made]
        print(f"changed {made} pointed out: {share(sum(pointed_out(*one) for one in of), len(of))}")
    for made in ("all", "exact", "altered", "absent"):
        times = [took for case, _, took in outcomes if made in ("all", case.verdict)]
        p95 = quantiles(times, n=20)[-1]
        print(f"{made:10} ms per check: p50 {median(times):.1f}, p95 {p95:.1f}, max {max(times):.0f}")


def main() -> None:
    """Index, draw, check, print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("other", type=Path)
    arguments.add_argument("--data", type=Path)
    arguments.add_argument("--misses", type=Path)
    given = arguments.parse_args()
    with TemporaryDirectory() as folder, Library(given.data or Path(folder)) as library:
        if not library.exists(COLLECTION):
            library.add(COLLECTION, read(given.corpus))
        documents = list(read(given.corpus))
        chance = random.Random(SEED)
        others = spare([document.text for document in chance.sample(documents, min(300, len(documents)))])
        cases = [*excerpts(documents, others, chance), *absent(given.other, documents, chance)]
        del documents
        shelf, analyzer = Shelf(library, [COLLECTION]), Analyzer()
        outcomes = []
        for case in cases:
            began = time.perf_counter()
            outcome = check(case.quote, shelf, analyzer)
            outcomes.append((case, outcome, 1000 * (time.perf_counter() - began)))
    print_figures(outcomes)
    if given.misses:
        missed = [o for o in outcomes if o[0].verdict != o[1].verdict or not right(o[0], o[1])]
        rows = [
            {"made": case.made, "quote": case.quote, "documents": case.documents, "verdict": str(outcome.verdict),
             "found": [match.document.id for match in outcome.matches][:20], "ms": round(took)}
            for case, outcome, took in missed
        ]  # fmt: skip
        given.misses.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
