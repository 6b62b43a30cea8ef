"""Whatever breaks, the asker gets a sentence and the log gets the same id; a restart loses nothing."""

import asyncio
import logging
import re
import threading
from functools import partial
from pathlib import Path

import aiohttp
import pytest
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.desk import Desk
from bot.discord_bot.client import Footnote
from bot.discord_bot.connection import explain
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.run import NO_TOKEN, run
from bot.discord_bot.sync import FILE, synchronise
from bot.discord_bot.threads import Worker
from bot.settings import Settings
from tests.bot.discord.test_commands import QUESTION, embed_of
from tests.bot.discord.test_messages import answered, me


def damage(data: Path) -> None:
    """Make every store of the data folder unreadable."""
    for file in data.rglob("store.db*"):
        file.write_bytes(b"no database at all")


def number_in(told: str | None) -> str:
    found = re.search(r"\(id ([0-9a-f]{6})\)", told or "")
    assert found, told
    return found[1]


@pytest.fixture
def broken(simcord_env: simcord.Env, data: Path) -> None:
    """The bot has started, and then its store is damaged."""
    damage(data)


@pytest.mark.simcord(check_errors=False)
@pytest.mark.usefixtures("broken")
async def test_a_failed_command_is_told_with_an_id_that_the_log_has(
    asker: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    embed = embed_of(await asker.slash(channel, "ask", question=QUESTION))
    assert f"id {number_in(embed.description)}" in caplog.text
    assert "Traceback" in caplog.text


@pytest.mark.simcord(check_errors=False)
@pytest.mark.usefixtures("broken")
async def test_a_failed_mention_is_told_with_an_id_that_the_log_has(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    assert f"id {number_in(answered(channel).embeds[0].description)}" in caplog.text


@pytest.mark.simcord(check_errors=False)
@pytest.mark.usefixtures("broken")
async def test_who_asked_can_delete_that_it_failed(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    await asker.click(answered(channel), label=ENGLISH.delete)
    assert len(channel.history()) == 1


@pytest.mark.simcord(check_errors=False)
@pytest.mark.usefixtures("broken")
async def test_what_is_told_names_nothing_of_the_host(asker: MemberActor, channel: ChannelHandle, data: Path) -> None:
    embed = embed_of(await asker.slash(channel, "ask", question=QUESTION))
    assert str(data) not in (embed.description or "")


async def test_neither_the_question_nor_the_asker_is_logged(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "bot"):
        await asker.slash(channel, "ask", question=QUESTION)
        await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert not any("bridge" in line or str(asker.id) in line for line in ours)


@pytest.mark.simcord(check_errors=False)
async def test_an_answer_that_takes_too_long_is_told_with_an_id(
    asker: MemberActor, channel: ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.discord_bot.asking.ASK_SECONDS", 0)
    embed = embed_of(await asker.slash(channel, "ask", question=QUESTION))
    assert (embed.description or "").startswith("This takes longer than I may work on it.")
    assert number_in(embed.description)


@pytest.mark.simcord(check_errors=False)
async def test_where_discord_forbids_the_answer_the_asker_is_told_directly(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    simcord_env.inject_error(
        "POST", f"/channels/{channel.id}/messages", status=403, code=50013, message="Missing Permissions"
    )
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    told = answered(asker.user.dm_channel).embeds[0].description or ""
    assert told == "Discord does not let me answer in your channel: Missing Permissions"


async def test_a_job_that_takes_too_long_is_given_up_and_the_next_one_runs(data: Path) -> None:
    worker = Worker(partial(Desk, data))
    release = threading.Event()
    with pytest.raises(TimeoutError):
        await worker.run(lambda _: release.wait(10), seconds=0.01)
    release.set()
    assert await worker.run(lambda desk: desk.count(), seconds=5) == 2
    await worker.close(seconds=5)


async def test_every_job_runs_in_the_thread_that_opened_the_desk(data: Path) -> None:
    opened: list[int] = []

    def open_desk() -> Desk:
        opened.append(threading.get_ident())
        return Desk(data)

    worker = Worker(open_desk)
    used = await asyncio.gather(*(worker.run(lambda _: threading.get_ident(), seconds=5) for _ in range(5)))
    assert set(used) == set(opened) != {threading.get_ident()}
    assert len(opened) == 1
    await worker.close(seconds=5)


@pytest.mark.parametrize("error", [TimeoutError(), aiohttp.ClientConnectionError("refused")])
def test_a_network_that_fails_is_told_as_such(error: Exception) -> None:
    assert explain(error)[0].startswith("cannot reach Discord at https://discord.com/")


def test_what_fails_on_this_machine_is_told_as_what_it_is() -> None:
    why, mend = explain(OSError(28, "No space left on device", "/srv/footnote/ledger.db"))
    assert "No space left on device: '/srv/footnote/ledger.db'" in why
    assert "network" not in mend


async def test_the_bot_runs_where_it_cannot_note_what_discord_was_told(
    simcord_env: simcord.Env, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(simcord_env.bot, Footnote)
    (data / FILE).unlink()
    (data / FILE).mkdir()
    assert await synchronise(simcord_env.bot.tree, data)
    assert f"{data / FILE}: cannot be written" in caplog.text


async def test_commands_are_told_only_when_they_changed(simcord_env: simcord.Env, data: Path) -> None:
    assert isinstance(simcord_env.bot, Footnote)
    tree = simcord_env.bot.tree
    assert not await synchronise(tree, data)
    tree.remove_command("help")
    assert await synchronise(tree, data)
    assert not await synchronise(tree, data)


@pytest.mark.simcord(check_errors=False)
@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (404, 10008, "Unknown Message"),
        (404, 10003, "Unknown Channel"),
        (400, 50035, "Invalid Form Body\nIn message_reference: Unknown message"),
    ],
)
async def test_a_question_that_was_deleted_is_no_failure(
    simcord_env: simcord.Env,
    asker: MemberActor,
    channel: ChannelHandle,
    caplog: pytest.LogCaptureFixture,
    status: int,
    code: int,
    said: str,
) -> None:
    simcord_env.inject_error("POST", "/channels/*/messages", status=status, code=code, message=said)
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    assert len(channel.history()) == 1
    assert not [
        record for record in caplog.records if record.levelno >= logging.ERROR and record.name.startswith("bot")
    ]


def test_without_a_token_the_bot_says_where_to_get_one(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Settings(data=data)) == 2
    assert capsys.readouterr().err == f"footnote: {NO_TOKEN}\n"


async def test_the_bot_listens_to_nothing_privileged(data: Path) -> None:
    intents = Footnote(Settings(data=data), partial(Desk, data)).intents
    assert not any((intents.members, intents.presences, intents.message_content))
