"""What the managers of a server have chosen for it: where the bot answers, how, and from what."""

import json
from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The choices of one server; None means the default.

    `listen` are channels in which the bot answers without a mention, `silent` those in which it never answers.
    `quotes` is the most quotes of an answer, `shared` the shared collections that are read beside the server's own.
    """

    listen: tuple[int, ...] = ()
    silent: tuple[int, ...] = ()
    language: str | None = None
    quotes: int | None = None
    shared: tuple[str, ...] | None = None

    def to_json(self) -> str:
        """The settings as one line of JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str | None) -> "ServerSettings":
        """The settings from what `to_json` gave; the defaults from None."""
        if text is None:
            return cls()
        kept = json.loads(text)
        shared = kept["shared"]
        return cls(
            tuple(kept["listen"]),
            tuple(kept["silent"]),
            kept["language"],
            kept["quotes"],
            None if shared is None else tuple(shared),
        )

    def listening(self, channel_id: int, wanted: bool) -> "ServerSettings":
        """These settings with or without answers to all messages in a channel, which is then not a silent one."""
        if not wanted:
            return replace(self, listen=_without(self.listen, channel_id))
        return replace(self, listen=_with(self.listen, channel_id), silent=_without(self.silent, channel_id))

    def silenced(self, channel_id: int, wanted: bool) -> "ServerSettings":
        """These settings with or without silence in a channel, in which then nobody is listened to."""
        if not wanted:
            return replace(self, silent=_without(self.silent, channel_id))
        return replace(self, silent=_with(self.silent, channel_id), listen=_without(self.listen, channel_id))


def _with(channels: tuple[int, ...], one: int) -> tuple[int, ...]:
    return tuple(sorted({*channels, one}))


def _without(channels: tuple[int, ...], one: int) -> tuple[int, ...]:
    return tuple(channel for channel in channels if channel != one)
