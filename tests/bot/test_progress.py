"""What a person at a terminal sees of long work."""

import shutil
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.desk import Desk
from bot.terminal.progress import Rebuilding
from corpus.documents import Document


@pytest.mark.parametrize("terminal", [True, False])
def test_a_lost_index_is_built_again_with_a_bar_on_a_terminal_only(tmp_path: Path, terminal: bool) -> None:
    with Desk(tmp_path) as desk:
        desk.add([Document("a", "The fox crossed the river."), Document("b", "The owl slept.")])
    shutil.rmtree(tmp_path / "collections/library/index")
    shown = StringIO()
    console = Console(file=shown, force_terminal=terminal, width=100)
    with Desk(tmp_path, progress=Rebuilding(console)) as desk:
        assert len(desk.search("fox")) == 1
    assert ("2 of 2 passages" in shown.getvalue()) is terminal


def test_the_cursor_comes_back_when_building_is_broken_off() -> None:
    shown = StringIO()
    with suppress(KeyboardInterrupt), Rebuilding(Console(file=shown, force_terminal=True)) as progress:
        progress(1, 100)
        raise KeyboardInterrupt
    hidden, back = "\x1b[?25l", "\x1b[?25h"
    assert shown.getvalue().count(hidden) == shown.getvalue().count(back) == 1
