"""A few reports on disk, as the source that answering reads, and the tools it works with."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from answer.answering import answer
from answer.model import Answer
from answer.reading import Tools
from bot.desk import Shelf
from bot.tools import load_tools
from corpus.documents import Document
from index.library import Library

REPORTS = (
    Document(
        id="bridge",
        title="Old bridge closed to lorries",
        publisher="Harbour Gazette",
        published="2019-05-14",
        text=(
            "The harbour office closed the old iron bridge to lorries on Monday. "
            "Mara Lind, the chief engineer, said inspectors had counted 340 cracked rivets in the northern span. "
            'She added: "We had to act because the deck could have given way." '
            "The repair is expected to take nine months and to cost 2.5 million crowns.\n\n"
            "The bridge, 420 metres long, opened in 1931. It carries about 14,000 vehicles a day."
        ),
    ),
    Document(
        id="ferry",
        title="Second ferry for the sound",
        publisher="Island Courier",
        published="2019-05-20",
        text=(
            "A second ferry started to carry lorries across the sound on Thursday. "
            "The old iron bridge was closed to lorries on Tuesday last week, the Sound Ferry Company (SFC) said. "
            "The SFC expects some 600 lorries a day."
        ),
    ),
    Document(
        id="copy",
        title="Second ferry for the sound",
        publisher="Morning Digest",
        published="2019-05-21",
        text="A second ferry started to carry lorries across the sound on Thursday.",
    ),
    Document(
        id="undated",
        title="A history of the sound",
        text="The first ferry crossed the sound last summer, and its captain was Olaf Brenner.",
    ),
)


@pytest.fixture(scope="session")
def tools() -> Tools:
    return load_tools()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Library(tmp_path) as library:
        library.add("library", REPORTS)
        yield Shelf(library, ["library"])


@pytest.fixture
def ask(shelf: Shelf, tools: Tools) -> Callable[[str], Answer]:
    """Ask the reports a question."""
    return lambda question: answer(question, shelf, tools)
