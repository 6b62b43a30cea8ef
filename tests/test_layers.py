"""The order of the rooms: data flows one way, nothing imports upward, and each library has its room."""

import ast
from itertools import accumulate
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


def imports(path: Path) -> set[str]:
    """All modules that a file imports, by their dotted names, and the packages that these are in."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        found.update(outer for name in names for outer in accumulate(name.split("."), "{}.{}".format))
    return found


def calls(path: Path) -> set[str]:
    """The names of all functions and methods that a file calls."""
    called = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return {each.id if isinstance(each, ast.Name) else getattr(each, "attr", "") for each in called}


def files(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_imports_a_room_above_it(room: str) -> None:
    above = set(ROOMS[ROOMS.index(room) + 1 :])
    assert {str(path): found for path in files(room) if (found := above & imports(path))} == {}


@pytest.mark.parametrize(("library", "owner"), OWNERS.items())
def test_a_library_is_imported_in_its_own_room_only(library: str, owner: str) -> None:
    users = {room for room in ROOMS for path in files(room) if library in imports(path)}
    assert users == {owner}


def test_arrays_stay_below_answering() -> None:
    assert {room for room in ROOMS for path in files(room) if "numpy" in imports(path)} == {"corpus", "index"}


def test_answering_has_no_clock_no_network_and_no_chance() -> None:
    forbidden = {
        "time",
        "random",
        "secrets",
        "socket",
        "ssl",
        "asyncio",
        "subprocess",
        "urllib.request",
        "http",
        "aiohttp",
    }
    assert {str(path): found for path in files("answer") if (found := forbidden & imports(path))} == {}
    now = {"now", "today", "utcnow"}
    assert {str(path): found for path in files("answer") if (found := now & calls(path))} == {}


def test_answering_opens_no_file() -> None:
    modules = {"os", "io", "pathlib", "shutil", "tempfile", "sqlite3", "importlib.resources"}
    assert {str(path): found for path in files("answer") if (found := modules & imports(path))} == {}
    ways = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
    assert {str(path): found for path in files("answer") if (found := ways & calls(path))} == {}


def test_one_file_of_answering_reads_a_list_of_words() -> None:
    assert [path.name for path in files("answer") if "spellchecker" in imports(path)] == ["english.py"]


def test_every_file_says_what_it_is_about() -> None:
    every = [path for room in ROOMS for path in files(room)]
    assert [str(path) for path in every if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []
