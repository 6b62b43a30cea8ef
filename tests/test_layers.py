"""The order of the rooms: data flows one way, nothing imports upward, and each library has its room."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("corpus", "index", "answer", "bot")
OWNERS = {
    "sqlite_utils": "corpus",
    "sentencex": "corpus",
    "trafilatura": "corpus",
    "frontmatter": "corpus",
    "rank_bm25": "index",
    "Stemmer": "index",
    "discord": "bot",
    "dotenv": "bot",
    "matplotlib": "bot",
    "click": "bot",
    "rich": "bot",
}


def imports(path: Path) -> Iterator[str]:
    """The top-level names of all modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").partition(".")[0]


def files(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_imports_a_room_above_it(room: str) -> None:
    above = set(ROOMS[ROOMS.index(room) + 1 :])
    assert {str(path): found for path in files(room) if (found := above & set(imports(path)))} == {}


@pytest.mark.parametrize(("library", "owner"), OWNERS.items())
def test_a_library_is_imported_in_its_own_room_only(library: str, owner: str) -> None:
    users = {room for room in ROOMS for path in files(room) if library in imports(path)}
    assert users == {owner}


def test_arrays_stay_below_answering() -> None:
    assert {room for room in ROOMS for path in files(room) if "numpy" in imports(path)} == {"corpus", "index"}


def test_answering_has_no_clock_no_network_and_no_files() -> None:
    forbidden = {"time", "os", "pathlib", "socket", "random", "urllib.request", "sqlite3", "aiohttp", "io"}
    assert {str(path): found for path in files("answer") if (found := forbidden & set(imports(path)))} == {}


def test_every_file_says_what_it_is_about() -> None:
    every = [path for room in ROOMS for path in files(room)]
    assert [str(path) for path in every if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []
