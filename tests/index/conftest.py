"""Engines to hold to the contract: the embedded one and the referee."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.engine import Engine
from index.segments.engine import SegmentEngine
from tests.index.reference import ReferenceEngine


@pytest.fixture(params=["segments", "reference"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    makers: dict[str, Callable[[], Engine]] = {
        "segments": lambda: SegmentEngine.open(tmp_path / "index"),
        "reference": ReferenceEngine,
    }
    return makers[request.param]()
