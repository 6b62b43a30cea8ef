"""The embedded engine on disk: states, locks, damage, merges."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from corpus.errors import LockedError, StaleIndexError
from index.apart import _begin
from index.segments import engine as segments
from index.segments.build import Pending
from index.segments.engine import SegmentEngine
from index.segments.segment import Segment
from index.segments.vocabulary import Vocabulary

FOX = {"fox": 1.0}


def open_with(folder: Path, *numbers: int, version: int = 1) -> SegmentEngine:
    engine = SegmentEngine.open(folder)
    for number in numbers:
        engine.add(number, ["fox", f"word{number}"])
    engine.commit(version)
    return engine


def found(engine: SegmentEngine) -> list[int]:
    return [match.number for match in engine.search(FOX, 1000)]


def test_what_was_committed_is_there_when_opened_again(tmp_path: Path) -> None:
    open_with(tmp_path, 1, 2, version=5).close()
    again = SegmentEngine.open(tmp_path)
    assert (again.version, again.highest, found(again)) == (5, 2, [1, 2])


def test_closing_without_commit_changes_nothing(tmp_path: Path) -> None:
    engine = open_with(tmp_path, 1)
    engine.add(2, ["fox"])
    engine.remove([1])
    engine.close()
    assert found(SegmentEngine.open(tmp_path)) == [1]


def test_a_reader_keeps_its_state_until_it_refreshes(tmp_path: Path) -> None:
    writer = open_with(tmp_path, 1)
    reader = SegmentEngine.open(tmp_path)
    writer.add(2, ["fox"])
    writer.remove([1])
    writer.commit(2)
    before = found(reader)
    reader.refresh()
    assert (before, found(reader)) == ([1], [2])


def test_a_reader_outlives_the_files_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Merges delete segments that a reader of an earlier state still has open."""
    writer = open_with(tmp_path, 1)
    reader = SegmentEngine.open(tmp_path)
    for number in range(2, 30):
        writer.add(number, ["fox"])
        writer.commit(number)
    assert not (tmp_path / "segment-000001").exists()
    assert found(reader) == [1]


def test_without_create_a_missing_index_is_stale(tmp_path: Path) -> None:
    with pytest.raises(StaleIndexError):
        SegmentEngine.open(tmp_path / "none", create=False)


def test_many_small_commits_leave_few_files(tmp_path: Path) -> None:
    engine = SegmentEngine.open(tmp_path)
    for number in range(1, 101):
        engine.add(number, ["fox"])
        engine.commit(number)
    assert len(list(tmp_path.iterdir())) < 20
    assert found(engine) == list(range(1, 101))


def test_segments_too_large_for_a_commit_merge_in_the_background(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "_AT_ONCE", 0)
    engine = SegmentEngine.open(tmp_path)
    for number in range(1, 31):
        engine.add(number, ["fox"])
        if number % 7 == 0:
            engine.remove([number - 3])
        engine.commit(number)
    engine.close()
    SegmentEngine.open(tmp_path).merge()
    again = SegmentEngine.open(tmp_path)
    assert found(again) == [n for n in range(1, 31) if n not in (4, 11, 18, 25)]
    assert len(list(tmp_path.glob("segment-*"))) <= 8


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; from index.segments.engine import SegmentEngine;"
        "SegmentEngine.open(pathlib.Path(sys.argv[1])).begin(); print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", script, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        engine = SegmentEngine.open(tmp_path)
        with pytest.raises(LockedError, match=str(holder.pid)):
            engine.begin(patience=0.1)
        holder.kill()
        holder.wait()
        engine.begin(patience=5)  # the lock dies with its holder


def test_a_writer_starts_from_what_another_committed(tmp_path: Path) -> None:
    first, second = open_with(tmp_path, 1), SegmentEngine.open(tmp_path)
    first.add(2, ["fox"])
    first.commit(2)
    second.add(3, ["fox"])
    second.commit(3)
    assert sorted(found(second)) == [1, 2, 3]


@pytest.mark.parametrize("pattern", ["segment-*", "removed-*", "manifest.json"])
def test_a_flipped_bit_is_noticed_wherever_it_is(tmp_path: Path, pattern: str) -> None:
    """Either when the index is opened, or when the part is read: never a wrong result."""
    engine = open_with(tmp_path / "whole", *range(1, 60))
    engine.remove([7])
    engine.commit(2)
    (path,) = (tmp_path / "whole").glob(pattern)
    content = path.read_bytes()
    for at in range(0, len(content), max(1, len(content) // 97)):
        path.write_bytes(content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])
        with pytest.raises(StaleIndexError):
            SegmentEngine.open(tmp_path / "whole").verify()
    path.write_bytes(content)
    assert len(found(SegmentEngine.open(tmp_path / "whole"))) == 58


@pytest.mark.parametrize("size", [0, 10, 500])
def test_a_file_cut_short_is_noticed(tmp_path: Path, size: int) -> None:
    open_with(tmp_path, *range(1, 60)).close()
    (path,) = tmp_path.glob("segment-*")
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(StaleIndexError):
        SegmentEngine.open(tmp_path)


def test_a_missing_segment_is_noticed(tmp_path: Path) -> None:
    open_with(tmp_path, 1).close()
    (path,) = tmp_path.glob("segment-*")
    path.unlink()
    with pytest.raises(StaleIndexError):
        SegmentEngine.open(tmp_path)


def test_damaged_postings_are_never_searched(tmp_path: Path) -> None:
    open_with(tmp_path, *range(1, 60)).close()
    (path,) = tmp_path.glob("segment-*")
    content = bytearray(path.read_bytes())
    content[1000] ^= 255
    path.write_bytes(content)
    with pytest.raises(StaleIndexError):
        SegmentEngine.open(tmp_path).search(FOX, 10)


def test_rebuilding_leaves_the_old_index_to_readers_until_it_is_done(tmp_path: Path) -> None:
    open_with(tmp_path, 1).close()
    reader = SegmentEngine.open(tmp_path)
    rebuilt = SegmentEngine.open(tmp_path, rebuild=True)
    rebuilt.add(9, ["fox"])
    during = found(SegmentEngine.open(tmp_path))
    rebuilt.commit(4)
    reader.refresh()
    assert (during, found(reader)) == ([1], [9])


def test_frequencies_too_large_for_a_byte_are_kept(tmp_path: Path) -> None:
    engine = SegmentEngine.open(tmp_path)
    engine.add(1, ["fox"] * 300)
    engine.add(2, ["fox"] * 40)
    engine.commit(1)
    assert engine.statistics(["fox"]).length == 340
    assert found(engine) == [1, 2]


def test_a_segment_is_the_same_whatever_its_vocabulary_has_seen_before(tmp_path: Path) -> None:
    vocabulary = Vocabulary(lambda words: [word.split("-") if word != "the" else () for word in words])
    passages = [["the", "fox-den", "fox"], ["den", "the", "the"], ["owl", "fox"]]
    for name, earlier in (("first", []), ("later", ["yak-owl", "ant", "fox"])):
        other = Pending(vocabulary)
        other.add(1, earlier)
        other.write(tmp_path / "other")
        pending = Pending(vocabulary)
        for number, words in enumerate(passages, 1):
            pending.add(number, words)
        pending.write(tmp_path / name)
    assert (tmp_path / "later").read_bytes() == (tmp_path / "first").read_bytes()
    segment = Segment(tmp_path / "later")
    assert segment.lengths.tolist() == [3, 1, 2]
    assert [segment.postings(term) is not None for term in ("fox", "den", "owl", "the", "yak")] == [True] * 3 + [
        False
    ] * 2


def test_the_process_that_helps_begins_a_new_vocabulary_when_its_own_is_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Vocabulary] = []

    def noted(terms_of: Callable[[Iterable[str]], Sequence[Sequence[str]]]) -> Vocabulary:
        made.append(Vocabulary(terms_of))
        return made[-1]

    monkeypatch.setattr("index.apart.Vocabulary", noted)
    monkeypatch.setattr("index.apart.REMEMBERED", 3)
    do = _begin()
    for name, text in (("one", "foxes and owls"), ("two", "an ant"), ("three", "foxes and owls")):
        do([(1, text)])
        do(tmp_path / name)
    assert [len(vocabulary) for vocabulary in made] == [5, 3]
    assert (tmp_path / "three").read_bytes() == (tmp_path / "one").read_bytes()
