"""The doctor: what is right and wrong with the configuration, the store, the index and Discord, and how to mend it."""

from collections.abc import Iterator
from pathlib import Path

from bot.desk import LIBRARY, SAMPLE
from bot.finding import Finding
from bot.settings import Settings
from bot.tools import own_aliases
from bot.wording import counted
from corpus.collections import Collections
from corpus.errors import FootnoteError, SettingsError
from index.library import Library

_RECURS = "nothing more to do; if this is said again, check the disk"


def examine(settings: Settings) -> list[Finding]:
    """Look at everything, and build indexes again that are damaged; never raises."""
    return [*_data(settings.data), *_aliases(settings.data), *_collections(settings.data), *_discord(settings)]


def _data(data: Path) -> Iterator[Finding]:
    try:
        data.mkdir(parents=True, exist_ok=True)
        probe = data / ".doctor"
        probe.write_text("", "utf-8")
        probe.unlink()
    except OSError as error:
        mend = "make it a folder that can be written to, or set FOOTNOTE_DATA"
        yield Finding("data folder", False, f"{data}: {error.strerror}", mend)
    else:
        yield Finding("data folder", True, f"{data} can be written to")


def _aliases(data: Path) -> Iterator[Finding]:
    try:
        own_aliases(data)
    except SettingsError as error:
        yield Finding("names that mean the same", False, str(error))


def _collections(data: Path) -> Iterator[Finding]:
    if not data.is_dir():
        return  # which has been said
    try:
        names = Collections(data).names()
    except OSError:
        return  # which has been said, too
    if not names:
        yield Finding("documents", True, "none yet", "add yours with: footnote add PATH")
    elif not {LIBRARY, SAMPLE} & set(names):
        mend = "name another with --collection, and in Discord with /settings shared; or add documents without"
        yield Finding("documents", True, f"none in “{LIBRARY}”, which is read where no collection is named", mend)
    with Library(data) as library:
        for name in names:
            try:
                damaged = library.mend(name)
                count = library.count([name])
                statistics = library.statistics([], [name])
            except FootnoteError as error:
                yield Finding(f"collection {name}", False, str(error))
            else:
                numbers = {"document": count, "passage": statistics.passages, "indexed term": statistics.length}
                found = ", ".join(counted(number, thing) for thing, number in numbers.items())
                if damaged:
                    found = f"its index was damaged or missing, and is built again: {found}"
                yield Finding(f"collection {name}", not damaged, found, _RECURS if damaged else None)


def _discord(settings: Settings) -> Iterator[Finding]:
    if not settings.discord_token:
        yield Finding("Discord", True, "DISCORD_TOKEN is not set", "put the bot's token into .env to connect")
        return
    # discord.py takes a third of a second to import, which only this question needs.
    from bot.discord_bot.doctor import examine_discord

    yield from examine_discord(settings)
