"""A small library on disk, and the bot over it in a simulated Discord."""

import json
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.desk import Desk
from bot.discord_bot.client import Footnote
from bot.settings import Settings
from corpus.intake import read

REPORTS = {
    "bridge.md": """\
---
title: Old bridge closed
publisher: Harbour Gazette
published: 2019-05-14
url: https://gazette.example/bridge
---
The harbour office closed the old iron bridge to lorries on Monday, its engineer Mara Lind said.

Inspectors had counted 340 cracked rivets in the northern span. The office expects the repair to take nine months.
""",
    "ferry.jsonl": json.dumps(
        {
            "title": "Ferry *to the rescue* @everyone",
            "publisher": "[Island](https://bad.example) Courier",
            "published": "2019-05-20",
            "text": "A second ferry started to carry lorries across the sound on Thursday. "
            "The captain wrote: <@&77> please **do not** ping @everyone, see <https://ferry.example> and `sail`.",
        }
    ),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder whose library holds the reports, read from files."""
    files = tmp_path / "files"
    files.mkdir()
    for name, text in REPORTS.items():
        (files / name).write_text(text, "utf-8")
    folder = tmp_path / "data"
    with Desk(folder) as desk:
        added = desk.add(read([str(files)]))
        assert (added.added, added.skipped) == (len(REPORTS), ())
    return folder


@pytest_asyncio.fixture
async def simcord_bot(data: Path) -> AsyncIterator[Footnote]:
    """The bot itself, as it runs, over that library."""
    bot = Footnote(Settings(discord_token="unused", data=data), partial(Desk, data))
    yield bot
    await bot.workers.close(seconds=5)


@pytest.fixture
def channel(simcord_env: simcord.Env) -> ChannelHandle:
    """A text channel of a server to which the bot was added."""
    return simcord_env.create_guild("Harbour").create_text_channel("questions")


@pytest.fixture
def asker(simcord_env: simcord.Env, channel: ChannelHandle) -> MemberActor:
    """A member of that server without special rights."""
    return simcord_env.guild.add_member(simcord_env.create_user("asker"))
