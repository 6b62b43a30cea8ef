"""Settings: read once, when the program starts, from a mapping; every problem is named at once."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from corpus.errors import SettingsError

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration of one process; the names in the environment are in `.env.example`."""

    discord_token: str | None = field(default=None, repr=False)
    data: Path = Path("data")
    log_level: int = logging.INFO
    discord_api_url: str | None = None
    discord_gateway_url: str | None = None
    quotes: int = 3

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        """Read the settings from a mapping such as `os.environ`; empty values count as not set.

        Raises SettingsError with one line that names every problem and the value to give instead.
        """
        problems: list[str] = []
        given = {name: value.strip() for name, value in env.items() if value.strip()}
        level = given.get("FOOTNOTE_LOG_LEVEL", "INFO").upper()
        if level not in LOG_LEVELS:
            problems.append(f"FOOTNOTE_LOG_LEVEL is {level!r}, but must be one of {', '.join(LOG_LEVELS)}")
        quotes = given.get("FOOTNOTE_QUOTES", "3")
        if not (quotes.isascii() and quotes.isdigit() and 1 <= int(quotes) <= 5):
            problems.append(f"FOOTNOTE_QUOTES is {quotes!r}, but must be a number from 1 to 5")
        for name, schemes in (("DISCORD_API_URL", ("http", "https")), ("DISCORD_GATEWAY_URL", ("ws", "wss"))):
            if name in given and (urlsplit(given[name]).scheme not in schemes or not urlsplit(given[name]).netloc):
                problems.append(f"{name} is {given[name]!r}, but must be an address that begins with {schemes[0]}://")
        if problems:
            raise SettingsError("; ".join(problems))
        return cls(
            discord_token=given.get("DISCORD_TOKEN"),
            data=Path(given.get("FOOTNOTE_DATA", "data")),
            log_level=getattr(logging, level),
            discord_api_url=given.get("DISCORD_API_URL"),
            discord_gateway_url=given.get("DISCORD_GATEWAY_URL"),
            quotes=int(quotes),
        )
