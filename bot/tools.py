"""The analysis and the data files that answering works with, as a host may have replaced them."""

from importlib import resources
from pathlib import Path

from answer import aliases, commonness
from answer.english import English
from answer.opposites import opposites
from answer.reading import Tools
from answer.related import related
from answer.scorer import Scorer
from corpus.errors import SettingsError
from index.analysis import Analyzer

FORMS = ("families.txt", "phrases.txt")  # of one word, and of what is said in several
OWN_ALIASES = "aliases.txt"  # below the data folder
WORDS_AT_HAND = 50_000  # some 15 MB in every process that answers; with ten times as many it answers no faster


def load_tools(data: Path | None = None) -> Tools:
    """What answering works with; every thread needs its own. Raises SettingsError.

    A list of names that mean the same in the folder `data`, if there is one, replaces the bundled one.
    """
    analyzer = Analyzer(remembered=WORDS_AT_HAND)
    own = own_aliases(data) if data else None
    names = _bundled("aliases.txt") if own is None else own
    return Tools(
        analyzer,
        related(_bundled("related.txt"), analyzer),
        opposites(analyzer),
        commonness.parse(_bundled("common_words.txt")),
        English(),
        tuple(group for text in (names, *map(_bundled, FORMS)) for group in aliases.parse(text, analyzer)),
        Scorer.from_json(_bundled("weights.json")),
    )


def own_aliases(data: Path) -> str | None:
    """The names that mean the same by the list in a data folder, if there is one. Raises SettingsError."""
    file = data / OWN_ALIASES
    try:
        return file.read_text("utf-8-sig") if file.is_file() else None
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file}: not UTF-8 (byte {error.start + 1}); save it as UTF-8") from error


def _bundled(name: str) -> str:
    return resources.files("answer").joinpath(name).read_text("utf-8")
