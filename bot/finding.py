"""What the doctor says of one thing, here and in Discord."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing examined: whether it is well, what was found, and how to mend it where it is not."""

    subject: str
    ok: bool
    found: str
    mend: str | None = None

    def __str__(self) -> str:
        line = f"{'ok  ' if self.ok else 'WRONG'} {self.subject}: {self.found}"
        return f"{line} → {self.mend}" if self.mend else line
