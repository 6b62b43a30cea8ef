"""Chats exported from Discord as JSON by DiscordChatExporter: a document a message, with its author, time and link."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.readers.base import MAX_BYTES, MAX_MIB, Place, build, tidy

_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"guild"\s*:\s*\{')
# Within a string, the quotation mark behind the name would have a backslash before it.
_MESSAGES = re.compile(r',\s*"messages"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_SPOKEN = ("Default", "Reply")
_BLOCK = 1 << 20  # characters
_NO_MESSAGE = "it is not in the form of an export ({error})"
_NOT_WHOLE = "this is no whole export of DiscordChatExporter; export it again"
_CUT = "this is no whole export of DiscordChatExporter; export it again; its first {number:,} messages were read"


def matches(place: Place, head: bytes) -> bool:
    """Begins with the server that the chat is from, as these exports do, and names a channel."""
    return _START.match(head) is not None and b'"channel"' in head


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """A document for each message that says something; what the system or a bot says is left out.

    The file is read as a stream and may be of any size, a message is 32 MiB at most.
    """
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="")
    try:
        number = 0
        messages = _Messages(text)
        where, about = _channel(messages.head)
        for number, message in enumerate(messages, 1):
            try:
                yield from _message(message, where, about, place)
            except (KeyError, TypeError, AttributeError) as error:
                yield IntakeError(f"{place.text}, message {number}", _NO_MESSAGE, error=error)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise IntakeError(place.text, _CUT if number else _NOT_WHOLE, number=number) from error
    finally:
        text.detach()


class _Messages:
    """What an export says before its messages, as `head`, and these one by one. Raises ValueError where it is cut."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._buffer = ""
        while not (found := _MESSAGES.search(self._buffer)):
            self._read_on()
        self.head = json.loads(self._buffer[: found.start()] + "}")
        self._buffer = self._buffer[found.end() :]

    def __iter__(self) -> Iterator[Any]:
        decode = json.JSONDecoder().raw_decode
        at = 0
        while True:
            at = self._between(at)
            if self._buffer[at : at + 1] == "]":
                return
            try:
                message, at = decode(self._buffer, at)
            except json.JSONDecodeError:
                self._buffer, at = self._buffer[at:], 0
                self._read_on()
            else:
                yield message

    def _between(self, at: int) -> int:
        found = _BETWEEN.match(self._buffer, at)
        return found.end() if found else at

    def _read_on(self) -> None:
        block = self._text.read(_BLOCK)
        if not block or len(self._buffer) > MAX_BYTES:
            raise ValueError(f"the file ends here, or one message is larger than {MAX_MIB} MiB")
        self._buffer += block


def _channel(head: Any) -> tuple[str, dict[str, str]]:  # noqa: ANN401 -- JSON
    """The address of the channel, and what its messages have in common."""
    guild, channel = head["guild"], head["channel"]
    server = guild["id"] if guild["id"] != "0" else "@me"
    about = {"title": f"#{channel['name']}", "publisher": guild["name"]}
    return f"https://discord.com/channels/{server}/{channel['id']}", about


def _message(message: Any, where: str, about: dict[str, str], place: Place) -> Iterator[Draft | IntakeError]:  # noqa: ANN401 -- JSON
    author, said = message["author"], tidy(str(message["content"]))
    if message["type"] not in _SPOKEN or author.get("isBot") or not said.strip():
        return
    url = f"{where}/{message['id']}"
    known = {**about, "author": author.get("nickname") or author["name"], "url": url}
    yield from build(place, said, id=tidy(str(message["id"])), published=message["timestamp"], known=known)
