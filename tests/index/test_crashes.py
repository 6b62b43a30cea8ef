"""Killed at any moment: what was acknowledged is there, nothing else is, and it ranks as a fresh index would."""

import random
import time
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from corpus.documents import Document
from corpus.store import Store
from index.library import Library
from index.segments import engine

WORDS = [f"word{n}" for n in range(40)]
QUERIES = [{"word0": 1.0, "word7": 1.0}, {"word3": 1.0}, dict.fromkeys(WORDS[:12], 1.0)]


def text(name: int, edition: int) -> str:
    return " ".join(random.Random(f"{name} {edition}").choices(WORDS, k=20)) + "."


def write_until_killed(said: Connection, data: Path, seed: int) -> None:
    """Add, replace and remove documents for ever; say each change before it is begun, and after it is done.

    Segments merge all the time: with every other seed within the change, with the others in a thread beside the next.
    """
    engine._AT_ONCE = seed % 2 * engine._AT_ONCE  # type: ignore[misc]  # in this process alone
    chosen = random.Random(seed)
    with Library(data) as library:
        for edition in range(1_000_000):
            names = chosen.sample(range(30), chosen.choice([1, 1, 2, 15]))
            kind = chosen.choice(["add", "add", "remove"])
            said.send(f"begin {kind} {edition} {' '.join(map(str, names))}")
            if kind == "add":
                library.add("news", [Document(str(name), text(name, edition)) for name in names])
            else:
                library.remove("news", map(str, names))
            said.send("end")


def kill_once(data: Path, seed: int, patience: float) -> list[str]:
    """What a writer said before it was killed, `patience` seconds after its first change."""
    # A server that has imported everything forks the writers, so that none has to start from nothing.
    processes = get_context("forkserver")
    processes.set_forkserver_preload([__name__])
    ours, theirs = processes.Pipe(duplex=False)
    writer = processes.Process(target=write_until_killed, args=(theirs, data, seed))
    writer.start()
    theirs.close()
    said = [ours.recv()]
    time.sleep(patience)
    writer.kill()
    with suppress(EOFError):
        while True:
            said.append(ours.recv())
    writer.join()
    return said


def apply(line: str, documents: dict[str, str]) -> None:
    """Carry out one change as the writer announced it."""
    _, kind, edition, *names = line.split()
    for name in names:
        if kind == "add":
            documents[name] = text(int(name), int(edition))
        else:
            documents.pop(name, None)


def kill_and_compare(tmp_path: Path, kills: int) -> None:
    expected: dict[str, str] = {}
    data, chosen = tmp_path / "data", random.Random(1)
    with Library(data) as library:
        library.add("news", [Document("start", "word0.")])
    expected["start"] = "word0."
    for seed in range(kills):
        lines = kill_once(data, seed, chosen.uniform(0, 0.15))
        changes = [line for line in lines if line.startswith("begin")]
        acknowledged = lines.count("end")
        for line in changes[:acknowledged]:
            apply(line, expected)
        with Store.open(data / "collections" / "news") as store:
            stored = {document.id: document.text for document in store.documents()}
        if stored != expected:
            # The last change was begun and not acknowledged: it may be there as a whole, but not in part.
            apply(changes[acknowledged], expected)
        assert stored == expected
        assert_ranks_as_a_fresh_index(data, tmp_path / f"fresh{seed}")


def assert_ranks_as_a_fresh_index(data: Path, fresh: Path) -> None:
    with Library(data) as library, Library(fresh) as rebuilt, Store.open(data / "collections" / "news") as store:
        rebuilt.add("news", store.documents())
        for query in QUERIES:
            found, expected = library.search(query, ["news"], 50), rebuilt.search(query, ["news"], 50)
            assert {(hit.passage.document.id, hit.score) for hit in found} == {
                (hit.passage.document.id, hit.score) for hit in expected
            }


def test_a_few_kills_lose_nothing(tmp_path: Path) -> None:
    kill_and_compare(tmp_path, 6)


@pytest.mark.slow
def test_many_kills_lose_nothing(tmp_path: Path) -> None:
    kill_and_compare(tmp_path, 200)
