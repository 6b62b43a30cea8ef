"""The ids of documents that were given none: short, and the same whenever the same thing is read again."""

from collections import Counter
from hashlib import sha256


def file_id(path: str) -> str:
    """Ten hexadecimal digits from an absolute path, so that a changed file keeps its id and replaces its document."""
    return sha256(path.encode()).hexdigest()[:10]


class TextIds:
    """Ids for the lines of one file by their words: a line that comes or goes leaves those of the others alone."""

    def __init__(self, path: str) -> None:
        self._file = file_id(path)
        self._given: Counter[str] = Counter()

    def of(self, text: str) -> str:
        """The id for a text; where the same words come again, a number makes the difference."""
        own = sha256(text.encode()).hexdigest()[:12]
        self._given[own] += 1
        times = self._given[own]
        return f"{self._file}-{own}" if times == 1 else f"{self._file}-{own}-{times}"
