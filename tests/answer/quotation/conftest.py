"""A few reports on disk, and a check of a quotation over them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from answer.quotation import Check, check
from bot.desk import Shelf
from corpus.documents import Document
from index.analysis import Analyzer
from index.library import Library

BRIDGE = (
    "The harbour office closed the old iron bridge to lorries on Monday. "
    "Inspectors had counted 340 cracked rivets in the northern span, and none in the southern. "
    '"We had to act because the deck could have given way," said Mara Lind, the chief engineer. '
    '"It was not an easy decision — but there is no other way."\n\n'
    "The repair will take nine months and cost 2.5 million crowns. Olaf Brenner’s ferry company [the largest on the "
    "sound] will carry the lorries until then. The council of Vestmark does not expect delays in the café quarter."
)
FERRY = (
    "A second ferry started to carry lorries across the sound on Thursday. Its captain told the Courier that "
    '"nobody has ever crossed the sound faster with forty lorries on board". '
    "Fares stay as they are until the winter timetable begins."
)
NOTHING = "Nothing happened on this day of the voyage."
DAYS = {
    12: "A green parrot settled on the foremast and would not leave.",
    7777: "We buried the cook at sunrise within sight of the cape.",
}
REPORTS = (
    Document("bridge", BRIDGE, "Old bridge closed", "Harbour Gazette", "Mara Stein", "2019-05-14"),
    Document("digest", f"{FERRY} (Island Courier)", "Second ferry", "Morning Digest", None, "2019-05-22"),
    Document("ferry", FERRY, "Second ferry for the sound", "Island Courier", None, "2019-05-20"),
    Document(
        "letter",
        "Sir, your paper writes that fares stay as they are until the winter timetable begins. My own ticket, bought "
        "at the pier last Friday, cost a crown more than the month before, and so did my daughter’s.",
        "A letter",
        "Island Courier",
        None,
        "2019-05-27",
    ),
    Document("book", "\n\n".join(f"Chapter {n}. {DAYS.get(n, NOTHING)}" for n in range(9000)), "Log"),
)
# In another collection, with an id that is taken in the first one.
OTHER = Document(
    "bridge", "Our choir sang on the old iron bridge, and lorries waited for the harbour office until noon."
)

Checking = Callable[[str], Check]


@pytest.fixture(scope="session")
def checking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checking]:
    """Check a quotation against the reports."""
    folder: Path = tmp_path_factory.mktemp("quotation")
    with Library(folder) as library:
        library.add("library", REPORTS)
        library.add("other", [OTHER])
        shelf, analyzer = Shelf(library, ["library", "other"]), Analyzer()
        yield lambda quote: check(quote, shelf, analyzer)
