"""The command line in-process: arguments in; exit status, output and remarks out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    status: int
    out: str
    err: str


Footnote = Callable[..., Ran]


@pytest.fixture
def footnote(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Footnote:
    """Run a command over an empty data folder, far from any .env and any setting of this machine."""
    monkeypatch.chdir(tmp_path)
    for name in ("DISCORD_TOKEN", "FOOTNOTE_DATA", "FOOTNOTE_LOG_LEVEL", "FOOTNOTE_QUOTES"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Ran:
        status = main(["--data", str(tmp_path / "data"), *arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run
