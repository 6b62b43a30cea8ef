"""The size budget of a message: what does not fit is dropped whole, quote by quote, and never cut."""

from collections.abc import Sequence
from dataclasses import dataclass

# Discord's limits for one embed and for the text of a message, in characters.
TITLE = 256
AUTHOR = 256
DESCRIPTION = 4096
CONTENT = 2000
LINK = 512

SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a message that is shown whole, or in its short form, or not at all."""

    full: str
    short: str


def size(text: str) -> int:
    """The characters of a text as UTF-16 counts them: the larger of the two ways in which Discord may count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fit(head: str, blocks: Sequence[Block], foot: str, limit: int) -> tuple[str, int]:
    """Head, as many blocks as fit, and foot, joined by empty lines; and how many blocks are missing or short.

    Blocks are taken in their order, best first. One that does not fit whole is tried in its short form, which says
    what is missing; if that does not fit either, it is left out. `head` must fit; `foot` is left out if it does not.
    """
    if size(head) + size(SEPARATOR) + size(foot) > limit:
        foot = ""
    chosen: list[str] = []
    missing = 0
    room = limit - size(head) - size(foot) - 2 * size(SEPARATOR)
    for block in blocks:
        form = next((form for form in (block.full, block.short) if size(form) <= room), None)
        if form is not None:
            chosen.append(form)
            room -= size(form) + size(SEPARATOR)
        missing += form != block.full
    return SEPARATOR.join(part for part in (head, *chosen, foot) if part), missing
