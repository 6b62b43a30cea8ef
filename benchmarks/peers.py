"""Footnote's index beside its peers: load time, disk, memory, time to open, latency and exactness, in one run.

    python -m benchmarks.peers PASSAGES.jsonl[.gz] QUESTIONS.jsonl [--sizes 10000 100000 1000000] [--out FOLDER]

Passages are lines of {"title", "text"}, questions lines of {"question"}. Sizes beyond the file's are reached with
passages recombined from its sentences, the same in every run. Each engine loads in one process, from a file, and
searches in another. Load time is from text to a durable index, analysis and all; peak memory is that of the process and
of the largest of its helpers; time to open is until the first question is answered, modules being imported. Writes
peers.md and peers.svg. Needs the peers: pip install "footnote[bench]".
"""

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import ParamSpec, TypeVar

from benchmarks.contenders import CONTENDERS, Ranking
from benchmarks.measures import percentile, resident
from benchmarks.passages import passages, questions, read, write
from index.analysis import Analyzer

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")

_LIMIT = 10
_DEEP = 50  # how far the referee's ranking goes, so that equal scores in another order can be told from errors
_CLOSE = 1e-5  # relative difference of scores that count as equal
# Engines that score every passage: how many passages they are given, and how many questions once it gets slow.
_EXHAUSTIVE = {"rank-bm25": 100_000, "SQLite FTS5": 1_000_000}
_FEWER = 25
_REFEREES = ("rank-bm25", "bm25s")


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one engine at one size; times in seconds, sizes in bytes."""

    engine: str
    passages: int
    load: float
    load_peak: int
    disk: int
    opening: float
    before: int  # resident before anything was opened: Python, modules and the analysis
    resident: int
    latencies: tuple[float, ...]
    rankings: tuple[Ranking, ...]


def main() -> None:
    """Measure and write what was found."""
    arguments = _arguments()
    asked = questions(arguments.questions, arguments.limit)
    rows = []
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "passages.jsonl"
        _apart(_prepare, arguments.passages, max(arguments.sizes), file)
        for size in arguments.sizes:
            of_size = []
            for engine in arguments.engines:
                if size <= _EXHAUSTIVE.get(engine, size):
                    of_size.append(measure(engine, file, size, asked))
                    print(_row(of_size[-1], None), flush=True)
            rows += [(figures, exactness(figures, of_size)) for figures in of_size]
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "peers.md").write_text(table(rows), encoding="utf-8")
    plot([figures for figures, _ in rows], arguments.out / "peers.svg")


def measure(engine: str, file: Path, size: int, asked: Sequence[str]) -> Figures:
    """Load and search, each in a process of its own, in a folder that is gone afterwards."""
    if engine in _EXHAUSTIVE and size > 10_000:
        asked = asked[:_FEWER]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        load, load_peak = _apart(_load, engine, folder, file, size)
        disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        found = _apart(_search, engine, folder, asked)
    return Figures(engine, size, load, load_peak, disk, *found)


def exactness(figures: Figures, others: Sequence[Figures]) -> float | None:
    """The share of questions whose top 10 is the exact one, equal scores in any order; None without a referee."""
    referee = next((other for name in _REFEREES for other in others if other.engine == name), None)
    if referee is None:
        return None
    pairs = list(zip(figures.rankings, referee.rankings, strict=False))
    return sum(_same(found, exact) for found, exact in pairs) / len(pairs)


def table(rows: Sequence[tuple[Figures, float | None]]) -> str:
    """A Markdown table."""
    names = "passages, engine, load s, peak MB, disk MB, open ms, resident MB, p50 ms, p95 ms, p99 ms, exact"
    head = ["| " + names.replace(", ", " | ") + " |", "| ---: | :--- |" + " ---: |" * 9]
    before = sorted(figures.before >> 20 for figures, _ in rows)
    note = f"Of the resident memory, {before[0]} to {before[-1]} MB are Python, modules and the analysis of questions."
    return "\n".join([*head, *(_row(*row) for row in rows), "", note]) + "\n"


def plot(rows: Sequence[Figures], file: Path) -> None:
    """Latency against size, both logarithmic: a line for the median, a dotted one for p95."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4.5), layout="constrained")
    for engine in dict.fromkeys(row.engine for row in rows):
        own = [row for row in rows if row.engine == engine]
        sizes = [row.passages for row in own]
        (line,) = axes.loglog(sizes, [1e3 * percentile(row.latencies, 0.5) for row in own], marker="o", label=engine)
        axes.loglog(
            sizes, [1e3 * percentile(row.latencies, 0.95) for row in own], linestyle=":", color=line.get_color()
        )
    axes.set(xlabel="passages", ylabel="milliseconds for the top 10 (dotted: p95)")
    axes.legend(fontsize="small")
    figure.savefig(file)


def _prepare(given: Path, size: int, file: Path) -> None:
    # In a process of its own as well: those started later would count the memory of this one as theirs.
    write(file, passages(given, size))


def _load(engine: str, folder: Path, file: Path, size: int) -> tuple[float, int]:
    contender = CONTENDERS[engine](folder)
    began = time.perf_counter()
    contender.load(islice(read(file), size))
    seconds = time.perf_counter() - began
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return seconds, sum(resource.getrusage(one).ru_maxrss for one in whose) * 1024


def _search(
    engine: str, folder: Path, asked: Sequence[str]
) -> tuple[float, int, int, tuple[float, ...], tuple[Ranking, ...]]:
    analyzer = Analyzer()
    terms = [list(dict.fromkeys(analyzer.terms(question))) for question in asked]
    contender = CONTENDERS[engine](folder)
    before = resident()
    began = time.perf_counter()
    contender.open()
    contender.search(terms[0], _LIMIT)
    opening = time.perf_counter() - began
    latencies = []
    for question in terms:
        began = time.perf_counter()
        contender.search(question, _LIMIT)
        latencies.append(time.perf_counter() - began)
    opened = resident()
    depth = _DEEP if engine in _REFEREES else _LIMIT
    rankings = tuple(contender.search(question, depth) for question in terms)
    return opening, before, opened, tuple(latencies), rankings


def _apart(work: Callable[_Given, _Result], *args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
    """The result of a call in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, args, kwargs)


def _same(found: Ranking, exact: Ranking) -> bool:
    scores = dict(exact)
    best = exact[:_LIMIT]
    return len(found[:_LIMIT]) == len(best) and all(
        abs(scores.get(number, 0.0) - wanted) <= _CLOSE * wanted
        for (number, _), (_, wanted) in zip(found, best, strict=False)
    )


def _row(figures: Figures, exact: float | None) -> str:
    cells = [
        f"{figures.passages:,}",
        figures.engine,
        f"{figures.load:.1f}",
        f"{figures.load_peak >> 20}",
        f"{figures.disk >> 20}",
        f"{1e3 * figures.opening:.0f}",
        f"{figures.resident >> 20}",
        *(f"{1e3 * percentile(figures.latencies, share):.2f}" for share in (0.5, 0.95, 0.99)),
        "" if exact is None else f"{exact:.0%}",
    ]
    return "| " + " | ".join(cells) + " |"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--engines", nargs="+", choices=CONTENDERS, default=list(CONTENDERS))
    parser.add_argument("--limit", type=int, default=500, help="how many of the questions are asked")
    parser.add_argument("--out", type=Path, default=Path("benchmarks"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
