"""A desk over an empty data folder, and the web of this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.desk import Desk
from corpus.refreshing import Change
from corpus.web import Web
from tests.corpus.conftest import site as site
from tests.corpus.conftest import web as web


@pytest.fixture
def desk(tmp_path: Path, web: Web) -> Iterator[Desk]:
    """A desk over an empty data folder, which reads the web of this machine."""
    with Desk(tmp_path / "data", open_web=lambda: web) as opened:
        yield opened


def changes(desk: Desk, *, dry_run: bool = False) -> list[Change]:
    """What has changed at the sources, which is written unless it is a dry run."""
    return [change for outcome in desk.refresh(dry_run=dry_run) for change in outcome.changes]
