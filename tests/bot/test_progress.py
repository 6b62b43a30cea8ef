"""What a person at a terminal sees of long work."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.desk import Desk
from bot.progress import Rebuilding
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
