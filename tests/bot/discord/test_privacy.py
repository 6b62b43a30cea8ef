"""What is kept of questions: numbers only; shown and deleted by /privacy, and gone some days after a server is left."""

import logging
import os
import sqlite3
import time
from pathlib import Path

import pytest
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.discord_bot import base, leaving, uploads
from bot.discord_bot.access import server_collection
from bot.discord_bot.client import Footnote
from bot.discord_bot.languages.english import ENGLISH
from corpus.collections import Collections
from corpus.documents import Document
from corpus.ledger import FILE, Ledger
from tests.bot.discord.test_commands import QUESTION, embed_of
from tests.bot.discord.test_corpus_commands import SECRET, add, moderated
from tests.bot.discord.test_failures import damage
from tests.bot.discord.test_messages import me

DAY = 86_400


async def test_neither_the_words_of_a_question_nor_the_asker_is_kept(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, data: Path
) -> None:
    await asker.slash(channel, "ask", question=QUESTION)
    await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    with sqlite3.connect(data / FILE) as file:
        kept = "\n".join(file.iterdump())
    assert kept.count('INSERT INTO "questions"') == 2
    assert "bridge" not in kept
    assert str(asker.id) not in kept


async def test_what_is_kept_of_a_question_is_shown(asker: MemberActor, channel: ChannelHandle) -> None:
    await asker.slash(channel, "ask", question=QUESTION)
    await asker.slash(channel, "ask", question="who was the first zeppelin pilot of Quxland")
    result = await asker.slash(channel, "privacy")
    assert result.ephemeral
    told = embed_of(result).description or ""
    assert "no text of a question and no user's id or name" in told
    assert "**Questions of this server:** 2; 1 answered" in told


async def test_managers_delete_what_is_kept_of_their_server(simcord_env: simcord.Env, data: Path) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.slash(channel, "ask", question="who was the first zeppelin pilot of Quxland")
    result = await manager.slash(channel, "privacy", delete=True)
    assert embed_of(result).description == ENGLISH.privacy_deleted.format(count=1)
    with Ledger(data) as ledger:
        assert ledger.totals().asked == 0
        assert ledger.totals().missing == ()


async def test_others_delete_nothing(asker: MemberActor, channel: ChannelHandle, data: Path) -> None:
    await asker.slash(channel, "ask", question=QUESTION)
    result = await asker.slash(channel, "privacy", delete=True)
    assert embed_of(result).description == ENGLISH.privacy_needs_manager
    with Ledger(data) as ledger:
        assert ledger.totals().asked == 1


async def left_server(env: simcord.Env) -> int:
    """A server with a document of its own, which the bot has left."""
    guild, channel, manager = moderated(env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    env.backend.remove_guild(guild.id)
    await env.settle()
    return guild.id


def leave_unnoticed(bot: Footnote, guild_id: int) -> None:
    """Take the bot out of a server, as while it was not running."""
    there = bot.get_guild(guild_id)
    assert there is not None
    bot._connection._remove_guild(there)


def noted_as_left(data: Path) -> list[int]:
    with Ledger(data) as ledger:
        return ledger.left_before(time.time())


async def test_documents_of_a_server_are_deleted_some_days_after_it_was_left(
    simcord_env: simcord.Env, data: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(simcord_env.bot, Footnote)
    guild_id = await left_server(simcord_env)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 29 * DAY)
    await leaving.clear(simcord_env.bot)
    assert Collections(data).exists(server_collection(guild_id))
    monkeypatch.setattr(time, "time", lambda: now + 31 * DAY)
    with caplog.at_level(logging.INFO):
        await leaving.clear(simcord_env.bot)
    assert not Collections(data).exists(server_collection(guild_id))
    assert f"deleted all of server {guild_id}: 1 documents, 0 questions" in caplog.text


async def test_damaged_documents_of_a_server_that_was_left_are_deleted_as_well(
    simcord_env: simcord.Env, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(simcord_env.bot, Footnote)
    folder = Collections(data).path(server_collection(await left_server(simcord_env)))
    await simcord_env.bot.workers.writer.run(lambda desk: desk.close(), seconds=5)
    for file in folder.glob("store.db*"):
        file.write_bytes(b"garbage" * 1000)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 31 * DAY)
    await leaving.clear(simcord_env.bot)
    assert not folder.exists()


async def test_a_server_that_was_left_while_the_bot_was_not_running_is_noticed(
    simcord_env: simcord.Env, data: Path
) -> None:
    bot = simcord_env.bot
    assert isinstance(bot, Footnote)
    guild, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    await leaving.take_stock(bot)
    assert noted_as_left(data) == []
    leave_unnoticed(bot, guild.id)
    await leaving.take_stock(bot)
    assert noted_as_left(data) == [guild.id]


async def test_so_is_one_that_has_no_documents_of_its_own(simcord_env: simcord.Env, data: Path) -> None:
    bot = simcord_env.bot
    assert isinstance(bot, Footnote)
    guild = simcord_env.create_guild("North")
    await leaving.take_stock(bot)
    leave_unnoticed(bot, guild.id)
    await leaving.take_stock(bot)
    assert noted_as_left(data) == [guild.id]


async def test_a_collection_that_is_called_like_a_year_is_no_server(simcord_env: simcord.Env, data: Path) -> None:
    bot = simcord_env.bot
    assert isinstance(bot, Footnote)
    await bot.workers.writer.run(lambda desk: desk.add([Document("1", SECRET)], collection="2018"), seconds=5)
    await leaving.take_stock(bot)
    assert noted_as_left(data) == []


async def test_what_cannot_be_deleted_keeps_no_other_server_and_is_tried_again(
    simcord_env: simcord.Env, data: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(simcord_env.bot, Footnote)
    first, second = await left_server(simcord_env), await left_server(simcord_env)
    in_the_way = data / uploads.FOLDER / server_collection(first)
    in_the_way.rmdir()
    in_the_way.touch()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 31 * DAY)
    await leaving.clear(simcord_env.bot)
    kept = Collections(data)
    assert [kept.exists(server_collection(one)) for one in (first, second)] == [True, False]
    assert f"server {first} could not be deleted" in caplog.text
    in_the_way.unlink()
    await leaving.clear(simcord_env.bot)
    assert not kept.exists(server_collection(first))


async def test_a_server_whose_store_is_damaged_is_deleted_too(
    simcord_env: simcord.Env, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(simcord_env.bot, Footnote)
    folder = Collections(data).path(server_collection(await left_server(simcord_env)))
    damage(folder)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 31 * DAY)
    await leaving.clear(simcord_env.bot)
    assert not folder.exists()


async def test_a_ledger_that_is_too_slow_ends_no_deletion_for_good(
    simcord_env: simcord.Env, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(simcord_env.bot, Footnote)
    monkeypatch.setattr(base, "LEDGER_SECONDS", 0)
    await leaving.clear(simcord_env.bot)
    assert "what is due could not be deleted; it is tried again" in caplog.text


async def test_a_server_whose_uploads_a_kill_left_behind_loses_them_too(
    simcord_env: simcord.Env, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(simcord_env.bot, Footnote)
    guild_id = await left_server(simcord_env)
    left_behind = data / uploads.FOLDER / server_collection(guild_id) / "keys.txt"
    left_behind.write_text(SECRET)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 31 * DAY)
    await leaving.clear(simcord_env.bot)
    assert not left_behind.parent.exists()


async def test_an_upload_that_a_kill_left_behind_is_deleted_after_a_day(simcord_env: simcord.Env, data: Path) -> None:
    assert isinstance(simcord_env.bot, Footnote)
    old, new = (data / uploads.FOLDER / "server-1" / name for name in ("old.txt", "new.txt"))
    old.parent.mkdir(parents=True)
    for file in (old, new):
        file.write_text(SECRET)
    os.utime(old, (0, time.time() - DAY - 1))
    await leaving.clear(simcord_env.bot)
    assert [old.exists(), new.exists()] == [False, True]
