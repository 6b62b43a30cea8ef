"""The error tree: everything Footnote raises on purpose, each a sentence that a person can act on.

FootnoteError
├── UsageError        the call itself is wrong: unknown document, bad collection name, empty question
│   └── NoCollectionError   it names a collection that does not exist
├── SettingsError     the configuration is wrong; every problem is named at once
├── IntakeError       one input could not be read; the others go on
│   ├── GoneError     it is not there any more
│   └── IncompleteError   it became a document, but without something that it says of itself
├── StoreError        a store cannot be opened, read or written
│   └── LockedError   another process is writing to it
└── StaleIndexError   an index is damaged, missing or of another format; it is rebuilt from the store
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

_ENGLISH: Mapping[str, str] = MappingProxyType({})


class FootnoteError(Exception):
    """The root of the tree; its text is one sentence that says what happened and what to do.

    `form` is that sentence in English with the names of `values` in braces, as `str.format` reads them; without values
    it is told as it is. Other languages know the sentence by its form.
    """

    def __init__(self, form: str, /, **values: object) -> None:
        super().__init__(form)
        self.form = form
        self.values = values

    def told(self, forms: Mapping[str, str] = _ENGLISH) -> str:
        """The sentence in the language of `forms`, which has its own form for an English one; in English without.

        A value that is such a form itself, as the reason of a reason is, is told in that language, too.
        """
        form = forms.get(self.form, self.form)
        told = {
            name: forms.get(value, value) if isinstance(value, str) else value for name, value in self.values.items()
        }
        return form.format(**told) if told else form

    def __str__(self) -> str:
        return self.told()


class UsageError(FootnoteError):
    """The call itself cannot be carried out as it was made."""


class NoCollectionError(UsageError):
    """There is no collection of the name that was given, or of the name that is read where none was."""


class SettingsError(FootnoteError):
    """The configuration cannot be used."""


class IntakeError(FootnoteError):
    """One input (a file, a line of a file) cannot become a document; `source` names it, the sentence is the reason."""

    def __init__(self, source: str, form: str, /, **values: object) -> None:
        super().__init__(form, **values)
        self.source = source

    @property
    def reason(self) -> str:
        """Why it cannot, without its name."""
        return self.told()

    def of(self, source: str) -> Self:
        """The same about another source."""
        return type(self)(source, self.form, **self.values)

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class GoneError(IntakeError):
    """A file or web page that was there is there no more."""


class IncompleteError(IntakeError):
    """An input became a document, but without something that it says of itself: its date, say."""


class StoreError(FootnoteError):
    """A collection's store cannot be opened, read or written."""


class LockedError(StoreError):
    """Another process is writing to the same collection."""


class StaleIndexError(FootnoteError):
    """An index is damaged, missing or of another format; rebuilding it from the store mends it."""
