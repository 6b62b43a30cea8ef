"""Settings: read once, when the program starts, from a mapping; every problem is named at once."""

import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from corpus.errors import SettingsError

MOST_PROCESSES = 4  # unless set: each takes memory of its own
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_TOKEN = re.compile(r"[\w.+/=-]+", re.ASCII)
_SHARDS = re.compile(r"(?:(?P<ids>\d{1,4}(?:,\d{1,4})*)/)?(?P<count>\d{1,4})")


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards of this process: `ids` (None: all) of `count` (None: as many as Discord advises)."""

    count: int | None = 1
    ids: tuple[int, ...] | None = None

    @property
    def owner(self) -> str:
        """A name that tells the processes over one data folder apart."""
        return ",".join(map(str, self.ids)) if self.ids else "all"


@dataclass(frozen=True, slots=True)
class Limits:
    """How many questions a minute are answered for one user, in one channel, in one server; 0 means any number."""

    user: int = 20
    channel: int = 300
    server: int = 600


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration of one process; the names in the environment are in `.env.example`."""

    discord_token: str | None = field(default=None, repr=False)
    data: Path = Path("data")
    log_level: int = logging.INFO
    discord_api_url: str | None = None
    discord_gateway_url: str | None = None
    quotes: int = 3
    message_content: bool = False
    shards: Shards = Shards()
    limits: Limits = Limits()
    keep_days: int = 30
    processes: int = 0
    refresh_hours: int = 0

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        """Read the settings from a mapping such as `os.environ`; empty values count as not set.

        Raises SettingsError with one line that names every problem and the value to give instead.
        """
        read, usual = _Reader(env), cls()
        settings = cls(
            discord_token=read.token("DISCORD_TOKEN"),
            data=Path(read.given.get("FOOTNOTE_DATA", usual.data)),
            log_level=getattr(logging, read.choice("FOOTNOTE_LOG_LEVEL", "INFO", LOG_LEVELS)),
            discord_api_url=read.address("DISCORD_API_URL", ("http", "https")),
            discord_gateway_url=read.address("DISCORD_GATEWAY_URL", ("ws", "wss")),
            quotes=read.number("FOOTNOTE_QUOTES", usual.quotes, 1, 5),
            message_content=read.choice("DISCORD_MESSAGE_CONTENT", "NO", ("YES", "NO")) == "YES",
            shards=read.shards("DISCORD_SHARDS"),
            limits=Limits(
                user=read.number("FOOTNOTE_USER_LIMIT", usual.limits.user, 0, 100_000),
                channel=read.number("FOOTNOTE_CHANNEL_LIMIT", usual.limits.channel, 0, 100_000),
                server=read.number("FOOTNOTE_SERVER_LIMIT", usual.limits.server, 0, 100_000),
            ),
            keep_days=read.number("FOOTNOTE_KEEP_DAYS", usual.keep_days, 0, 3650),
            processes=read.number("FOOTNOTE_PROCESSES", min(os.cpu_count() or 1, MOST_PROCESSES), 0, 64),
            refresh_hours=read.number("FOOTNOTE_REFRESH_HOURS", usual.refresh_hours, 0, 8760),
        )
        if read.problems:
            raise SettingsError("; ".join(read.problems))
        return settings


class _Reader:
    """Values as they were given; what cannot be used is noted under `problems` and read as the default."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.given = {name: value.strip() for name, value in env.items() if value.strip()}
        self.problems: list[str] = []

    def token(self, name: str) -> str | None:
        value = self.given.get(name)
        if value is None or _TOKEN.fullmatch(value):
            return value
        # The value itself is a secret, however it was written.
        wrong = "holds what no token has, such as a space or a quotation mark"
        self.problems.append(f"{name} {wrong}; copy it again, without “Bot” before it")
        return None

    def choice(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        value = self.given.get(name, default).upper()
        if value in allowed:
            return value
        self.problems.append(f"{name} is {value!r}, but must be one of {', '.join(allowed)}")
        return default

    def number(self, name: str, default: int, least: int, most: int) -> int:
        value = self.given.get(name, str(default))
        if value.isascii() and value.isdigit() and least <= int(value) <= most:
            return int(value)
        self.problems.append(f"{name} is {value!r}, but must be a number from {least} to {most}")
        return default

    def address(self, name: str, schemes: tuple[str, str]) -> str | None:
        value = self.given.get(name)
        if value is None or (urlsplit(value).scheme in schemes and urlsplit(value).netloc):
            return value
        self.problems.append(f"{name} is {value!r}, but must be an address that begins with {schemes[0]}://")
        return None

    def shards(self, name: str) -> Shards:
        value = self.given.get(name, "auto").lower().replace(" ", "")
        if value == "auto":
            return Shards(None)
        if (found := _SHARDS.fullmatch(value)) and int(found["count"]):
            count = int(found["count"])
            ids = tuple(sorted({int(number) for number in found["ids"].split(",")})) if found["ids"] else None
            if ids is None or ids[-1] < count:
                return Shards(count, ids)
        self.problems.append(
            f"{name} is {value!r}, but must be auto, a number such as 4, or this process's own such as 0,1/4"
        )
        return Shards(None)
