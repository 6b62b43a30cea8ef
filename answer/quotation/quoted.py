"""What a message quotes: its lines in Discord's block quotes, or what it puts between quotation marks."""

import re

SHORTEST = 5  # words: fewer between quotation marks are a name or a phrase

_LINE = re.compile(r"^> ?(.*)$", re.MULTILINE)
_REST = re.compile(r"^>>> ?(.+)", re.MULTILINE | re.DOTALL)
_MARKS = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]")


def quoted_in(message: str) -> str | None:
    """The longest quotation of a message, without the marks around it; None if it holds none of 5 words."""
    found = [part for match in _MARKS.finditer(message) for part in match.groups() if part]
    if rest := _REST.search(message):
        found.append(rest[1])
    found.append("\n".join(_LINE.findall(message)))
    longest = max(found, key=lambda part: len(part.split()))
    return longest if len(longest.split()) >= SHORTEST else None
