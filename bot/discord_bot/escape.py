r"""Foreign text in Discord Markdown: escaped so that it renders as itself, and read back exactly.

The rules of Discord's renderer that this relies on:

- a backslash before an ASCII punctuation character shows that character and takes its meaning away;
- headings, subtext, lists and block quotes begin with their mark at the start of a line, after spaces at most;
- everything else with a meaning (emphasis, code, spoilers, masked links, `<…>` mentions, timestamps, commands and
  custom emoji, `:shortcodes:`, `@everyone`, bare `https://` addresses) needs one of the characters in `ANYWHERE`.

Two kinds of foreign text are told apart. A *quote* is shown to the letter: nothing is added that renders, nothing is
left out; `showable` says whether Discord can show it so. A *label* (title, publisher, file name, a question that is
repeated) is no quote: it is made harmless, put on one line and shortened.
"""

import re
import unicodedata

from bot.discord_bot.budget import size
from corpus.spans import Span

# A backslash is among them, so every backslash in escaped text that does not come from here is itself escaped.
ANYWHERE = r"\\*_~`|\[\]<@:"
_SPECIAL = re.compile(rf"[{ANYWHERE}]|^(?P<before>[^\S\n]*)(?P<mark>[#>+-]|\d+(?=\.))", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*")
_BLOCK_QUOTE = re.compile(r"(?:^> .*\n?)+", re.MULTILINE)

# Embeddings, overrides and isolates reorder what stands beside them; marks (U+200E, U+200F, U+061C) do not.
_BIDI = "\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_UNSHOWABLE = re.compile(rf"[{_BIDI}{_CONTROL}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_INVISIBLE = re.compile(
    rf"[{_BIDI}{_CONTROL}\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)
_MOST_MARKS = 8
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def _escaped(match: re.Match[str]) -> str:
    mark = match["mark"]
    if mark is None:
        return "\\" + match[0]
    # "1." is a list, and digits cannot be escaped: the mark is the dot, which the pattern leaves for here.
    return f"{match['before']}{mark}\\" if mark.isdigit() else f"{match['before']}\\{mark}"


def escape(text: str) -> str:
    """Markdown that renders as `text` to the letter, wherever on a line it is put; `unescape` gives `text` back."""
    return _SPECIAL.sub(_escaped, text)


def unescape(markdown: str) -> str:
    """The text that Discord shows for Markdown made by `escape`, with or without words in bold."""
    return _ESCAPED.sub(lambda match: match[1] or "", markdown)


def block_quote(markdown: str) -> str:
    """Escaped text as a block quote: every line of it begins with the quote's mark."""
    return "\n".join(f"> {line}" for line in markdown.split("\n"))


def subtext(text: str) -> str:
    """A foreign text to the letter in small letters: every line of it begins with the mark of subtext."""
    return "\n".join(f"-# {line}" for line in escape(text).split("\n"))


def unquote(markdown: str) -> str:
    """The text that Discord shows in a block quote made by `block_quote` from escaped text."""
    return unescape("\n".join(line.removeprefix("> ") for line in markdown.split("\n")))


def quotes_in(markdown: str) -> list[str]:
    """The texts that Discord shows in the block quotes of a message, in order."""
    return [unquote(found[0].rstrip("\n")) for found in _BLOCK_QUOTE.finditer(markdown)]


def showable(text: str) -> bool:
    """Whether Discord can show this text to the letter without harm to what stands around it.

    Not so: control characters (they are dropped on the way), characters that reorder a line (they show other words
    than the text holds), and piles of combining marks (they cover the lines above and below).
    """
    if _UNSHOWABLE.search(text) or not text.strip():
        return False
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MOST_MARKS:
            return False
    return True


def plain_label(text: str, limit: int) -> str:
    """A foreign name or title as plain text on one line, with nothing invisible in it, of a `size` of at most `limit`.

    At most two combining marks are kept on a letter. Text that holds letters written from right to left is isolated,
    so that what stands beside it keeps its order.
    """
    kept: list[str] = []
    marks = 0
    for character in _INVISIBLE.sub(" ", text[: 20 * limit]):
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= 2:
            kept.append(character)
    line = " ".join("".join(kept).split())
    isolate = any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in line)
    room = limit - 2 * isolate
    if size(line) > room:
        line = line.encode("utf-16-le")[: 2 * (room - 1)].decode("utf-16-le", "ignore").rstrip() + "…"
    return f"{_FIRST_STRONG_ISOLATE}{line}{_POP_ISOLATE}" if isolate else line


def label(text: str, limit: int = 200) -> str:
    """A foreign name or title as Markdown: `plain_label`, escaped."""
    return escape(plain_label(text, limit))


def bold(text: str, spans: list[Span]) -> str:
    """Escaped text with the words at `spans` (offsets into `text`) in bold; `unescape` still gives `text` back.

    A span is left plain where bold would not be exact: where it holds anything but letters, digits, hyphens,
    apostrophes and single spaces between them. Spans with only a space between them become one.
    """
    parts: list[str] = []
    done = 0
    for start, end in _merged(text, spans):
        parts += [escape(text[done:start]), f"**{text[start:end]}**"]
        done = end
    return "".join([*parts, escape(text[done:])])


_BOLDABLE = re.compile(r"\w(?:[\w'’-]*\w)?(?: \w(?:[\w'’-]*\w)?)*")


def _merged(text: str, spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if not (0 <= start < end <= len(text)) or "_" in text[start:end] or not _BOLDABLE.fullmatch(text[start:end]):
            continue
        if merged and start <= merged[-1][1] + 1 and text[merged[-1][1] : start] in ("", " "):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif not merged or start > merged[-1][1]:
            merged.append((start, end))
    return merged
