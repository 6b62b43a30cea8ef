"""Chats exported from Discord as JSON by DiscordChatExporter: a document a message, with its author, time and link."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from corpus.documents import Draft
from corpus.errors import IntakeError
from corpus.readers.base import Place, build, content, decode

_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"guild"\s*:\s*\{')
_SPOKEN = ("Default", "Reply")


def matches(place: Place, head: bytes) -> bool:
    """Begins with the server that the chat is from, as these exports do, and names a channel."""
    return _START.match(head) is not None and b'"channel"' in head


def read(stream: BinaryIO, place: Place) -> Iterator[Draft | IntakeError]:
    """A document for each message that says something; what the system or a bot says is left out."""
    try:
        chat = json.loads(decode(content(stream, place), place))
        guild, channel, messages = chat["guild"], chat["channel"], list(chat["messages"])
        server = guild["id"] if guild["id"] != "0" else "@me"
        where = f"https://discord.com/channels/{server}/{channel['id']}"
        about = {"title": f"#{channel['name']}", "publisher": guild["name"]}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise IntakeError(place.text, "this is no whole export of DiscordChatExporter; export it again") from error
    for number, message in enumerate(messages, 1):
        try:
            yield from _message(message, where, about, place)
        except (KeyError, TypeError, AttributeError) as error:
            yield IntakeError(f"{place.text}, message {number}", f"it is not in the form of an export ({error})")


def _message(message: Any, where: str, about: dict[str, str], place: Place) -> Iterator[Draft | IntakeError]:  # noqa: ANN401 -- JSON
    author = message["author"]
    if message["type"] not in _SPOKEN or author.get("isBot") or not str(message["content"]).strip():
        return
    url = f"{where}/{message['id']}"
    known = {**about, "author": author.get("nickname") or author["name"], "url": url}
    yield from build(place, str(message["content"]), id=str(message["id"]), published=message["timestamp"], known=known)
