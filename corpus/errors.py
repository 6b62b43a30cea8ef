"""The error tree: everything Footnote raises on purpose, each a sentence that a person can act on.

FootnoteError
├── UsageError        the call itself is wrong: unknown document, bad collection name, empty question
├── SettingsError     the configuration is wrong; every problem is named at once
├── IntakeError       one input could not be read; the others go on
│   └── GoneError     it is not there any more
├── StoreError        a store cannot be opened, read or written
│   └── LockedError   another process is writing to it
└── StaleIndexError   an index is damaged, missing or of another format; it is rebuilt from the store
"""


class FootnoteError(Exception):
    """The root of the tree; its text is one sentence that says what happened and what to do."""


class UsageError(FootnoteError):
    """The call itself cannot be carried out as it was made."""


class SettingsError(FootnoteError):
    """The configuration cannot be used."""


class IntakeError(FootnoteError):
    """One input (a file, a line of a file) cannot become a document; `source` names it."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class GoneError(IntakeError):
    """A file or web page that was there is there no more."""


class StoreError(FootnoteError):
    """A collection's store cannot be opened, read or written."""


class LockedError(StoreError):
    """Another process is writing to the same collection."""


class StaleIndexError(FootnoteError):
    """An index is damaged, missing or of another format; rebuilding it from the store mends it."""
