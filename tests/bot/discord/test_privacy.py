"""What is kept of questions: numbers only; shown and deleted by /privacy, and gone some days after a server is left."""

import logging
import sqlite3
import time
from pathlib import Path

import pytest
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.discord_bot import leaving
from bot.discord_bot.access import server_collection
from bot.discord_bot.client import Footnote
from bot.discord_bot.english import ENGLISH
from corpus.collections import Collections
from corpus.ledger import FILE, Ledger
from tests.bot.discord.test_commands import QUESTION, embed_of
from tests.bot.discord.test_corpus_commands import SECRET, add, moderated
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
    assert "**This server:** 2 questions, 1 answered" in told


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


async def test_a_server_that_was_left_while_the_bot_was_not_running_is_noticed(
    simcord_env: simcord.Env, data: Path
) -> None:
    bot = simcord_env.bot
    assert isinstance(bot, Footnote)
    guild, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    await leaving.take_stock(bot)
    with Ledger(data) as ledger:
        assert ledger.left_before(time.time()) == []
    there = bot.get_guild(guild.id)
    assert there is not None
    bot._connection._remove_guild(there)
    await leaving.take_stock(bot)
    with Ledger(data) as ledger:
        assert ledger.left_before(time.time()) == [guild.id]
