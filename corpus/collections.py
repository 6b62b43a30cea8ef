"""Collections: each a folder of its own, which can be deleted as a whole."""

import re
import shutil
from pathlib import Path

from corpus.errors import NoCollectionError, StoreError, UsageError
from corpus.store import FILE

_NAME = re.compile(r"[a-z0-9_-]{1,64}")


class Collections:
    """The collections below one data folder. Every method that takes a name raises UsageError if it is none."""

    def __init__(self, data: Path) -> None:
        self._root = data / "collections"

    def path(self, name: str) -> Path:
        """The folder of a collection, whether it exists or not."""
        if not _NAME.fullmatch(name):
            raise UsageError(
                f"{name!r} cannot name a collection: use up to 64 lower-case letters, digits, hyphens and underscores"
            )
        return self._root / name

    def existing(self, name: str) -> Path:
        """The folder of a collection; raises NoCollectionError where there is none."""
        if not (folder := self.path(name)).is_dir():
            raise NoCollectionError("There is no collection {name!r}; add documents to it first.", name=name)
        return folder

    def exists(self, name: str) -> bool:
        """Whether a collection holds a store."""
        return (self.path(name) / FILE).is_file()

    def names(self) -> list[str]:
        """The collections that exist, in the order of the alphabet."""
        if not self._root.is_dir():
            return []
        return sorted(f.name for f in self._root.iterdir() if _NAME.fullmatch(f.name) and self.exists(f.name))

    def delete(self, name: str) -> None:
        """Removes a collection with everything in it; does nothing where there is none."""
        folder = self.path(name)
        if not folder.exists():
            return
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise StoreError(f"{folder}: cannot be deleted ({error.strerror}); check its permissions") from error
