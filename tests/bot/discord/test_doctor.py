"""The doctor finds what is wrong between the bot and Discord, over real HTTP, and names the mend."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import discord
import pytest
import pytest_asyncio
from discord.gateway import DiscordWebSocket
from discord.http import Route
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.desk import Desk
from bot.discord_bot.client import Footnote
from bot.discord_bot.doctor import examine_discord
from bot.discord_bot.sync import FILE, synchronise
from bot.finding import Finding
from bot.settings import Settings
from tests.bot.discord.test_wire import Town
from tests.bot.discord.wire import TOKEN, Wire


@pytest_asyncio.fixture
async def wire(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Wire]:
    """A server that speaks Discord's API; discord.py points back to Discord itself afterwards."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    async with Wire() as running:
        yield running


def settings(wire: Wire, data: Path, **more: str) -> Settings:
    return Settings.from_env({**wire.env, "FOOTNOTE_DATA": str(data), **more})


async def examined(given: Settings) -> dict[str, Finding]:
    """The findings by subject."""
    return {finding.subject: finding for finding in await asyncio.to_thread(lambda: list(examine_discord(given)))}


async def test_token_application_and_intents_are_well(wire: Wire, data: Path) -> None:
    found = await examined(settings(wire, data))
    assert all(found[f"Discord {subject}"].ok for subject in ("token", "application", "intents", "commands"))
    assert str(wire.backend.application_id) in found["Discord application"].found


async def test_a_wrong_token_is_said_with_the_mend(wire: Wire, data: Path) -> None:
    found = await examined(settings(wire, data, DISCORD_TOKEN="MTA.not.it"))
    (finding,) = found.values()
    assert finding[:3] == ("Discord", False, "Discord refuses DISCORD_TOKEN")
    assert "Reset Token" in (finding.mend or "")


async def test_a_server_that_is_not_there_is_said_with_the_mend(wire: Wire, data: Path) -> None:
    nowhere = settings(wire, data)
    await wire.stop()
    (finding,) = (await examined(nowhere)).values()
    assert finding.found.startswith(f"cannot reach Discord at http://127.0.0.1:{wire.port}")
    assert finding.mend == "check the network and DISCORD_API_URL"


async def test_an_intent_that_discord_has_not_granted_is_said_with_the_mend(wire: Wire, data: Path) -> None:
    found = await examined(settings(wire, data, DISCORD_MESSAGE_CONTENT="yes"))
    _, well, why, mend = found["Discord intents"]
    assert not well
    assert why == "Discord has not granted the message-content intent"
    assert "switch on Message Content Intent" in (mend or "")


async def test_a_channel_is_named_with_the_permissions_that_it_lacks(wire: Wire, data: Path) -> None:
    town = Town(wire)
    quiet = wire.backend.create_channel(town.guild, "quiet")
    denied = discord.Permissions(send_messages=True, embed_links=True).value
    quiet.overwrites.append(Overwrite(town.guild, OverwriteType.ROLE, deny=denied))
    found = await examined(settings(wire, data))
    assert found["#quiet in Harbour"][1:3] == (False, "lacks Send Messages, Embed Links")
    assert found["server Harbour"][1:3] == (True, "can answer in 1 of 2 channels")


async def test_a_channel_that_is_hidden_from_the_bot_is_counted(wire: Wire, data: Path) -> None:
    town = Town(wire)
    secret = wire.backend.create_channel(town.guild, "secret")
    hidden = discord.Permissions(view_channel=True).value
    secret.overwrites.append(Overwrite(town.guild, OverwriteType.ROLE, deny=hidden))
    found = await examined(settings(wire, data))
    assert found["server Harbour"].found == "can answer in 1 of 2 channels; 1 hidden from the bot"


async def test_a_bot_without_servers_is_given_the_invitation(wire: Wire, data: Path) -> None:
    mend = (await examined(settings(wire, data)))["Discord servers"].mend or ""
    assert f"client_id={wire.backend.application_id}&scope=bot+applications.commands&permissions=274877991936" in mend


async def test_commands_that_discord_has_lost_are_told_with_the_mend(wire: Wire, data: Path) -> None:
    given = settings(wire, data)
    await examined(given)  # points discord.py to the wire
    async with Footnote(given, partial(Desk, data)) as bot:
        await discord.Client.login(bot, TOKEN)
        assert not await synchronise(bot.tree, data)
        assert (await examined(given))["Discord commands"].ok
        await bot.http.bulk_upsert_global_commands(wire.backend.application_id, [])
        await bot.workers.close(seconds=5)
    _, well, why, mend = (await examined(given))["Discord commands"]
    assert not well
    assert "ask" in why
    assert str(data / FILE) in (mend or "")
