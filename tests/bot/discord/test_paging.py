"""A long document is read page by page, also with buttons that were sent before a restart."""

from functools import partial
from pathlib import Path

import simcord
from hypothesis import given
from hypothesis import strategies as st
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.desk import Desk, Fate
from bot.discord_bot.client import Footnote
from bot.discord_bot.escape import unescape
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.german import GERMAN
from bot.discord_bot.paging import PAGE, page_buttons, page_embed, pages
from bot.settings import Settings
from corpus.documents import Document
from tests.bot.discord.limits import check_embeds
from tests.bot.discord.test_commands import embed_of
from tests.bot.discord.test_escape import foreign

TEXT = "\n".join(f"Line {number} of the harbour log, with nothing of note in it." for number in range(90))


@given(st.lists(foreign, max_size=8).map(lambda parts: "".join(parts * 60)))
def test_the_pages_together_are_the_text(text: str) -> None:
    parts = pages(text)
    assert "".join(parts) == text
    assert all(len(part) <= PAGE for part in parts)


@given(foreign, foreign, st.sampled_from(["*" * 5000, "😀" * 5000, "a\n" * 5000]))
def test_a_page_is_within_discord_s_limits(title: str, publisher: str, text: str) -> None:
    long = Document("id" * 500, text, title, publisher * 50, publisher * 50, "2018-09-11", f"https://x.example/{title}")
    check_embeds([page_embed(long, 0)])


def test_a_page_says_that_its_document_is_gone_or_changed() -> None:
    fate = Fate("2026-05-04T10:00:00+00:00", "2026-05-03T10:00:00+00:00")
    (gone, changed) = (page_embed(Document("d1", TEXT), 0, ENGLISH, fate).description or "").split("\n")[1:3]
    assert gone == "-# Gone from its source since 4 May 2026; this is the text as it was last read."
    assert changed == "-# The source changed this text on 3 May 2026; this is the newer one."
    assert "-# Seit dem 4. Mai 2026" in (page_embed(Document("d1", TEXT), 0, GERMAN, fate).description or "")


async def test_source_says_what_became_of_a_document(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, tmp_path: Path
) -> None:
    file = tmp_path / "log.txt"
    file.write_text("The log was kept by hand.")

    def keep(desk: Desk) -> str:
        desk.take([str(file)])
        file.unlink()
        list(desk.refresh())
        ((_, id),) = desk.fates()
        return id

    assert isinstance(simcord_env.bot, Footnote)
    id = await simcord_env.bot.workers.writer.run(keep, seconds=5)
    shown = await asker.slash(channel, "source", document=id)
    assert "Gone from its source since" in (embed_of(shown).description or "")


def test_a_short_document_has_no_buttons() -> None:
    assert page_buttons(Document("d1", "Short."), 0) is None


def test_a_document_whose_id_no_button_holds_has_none() -> None:
    assert page_buttons(Document("d" * 100, TEXT), 0) is None


def test_an_id_counts_as_discord_counts_it() -> None:
    assert page_buttons(Document("📜" * 30, TEXT), 0) is not None
    assert page_buttons(Document("📜" * 45, TEXT), 0) is None


async def add_log(env: simcord.Env) -> None:
    assert isinstance(env.bot, Footnote)
    await env.bot.workers.writer.run(lambda desk: desk.add([Document("log", TEXT, "Harbour log")]), seconds=5)


async def test_buttons_turn_the_pages(simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle) -> None:
    await add_log(simcord_env)
    shown = await asker.slash(channel, "source", document="log")
    assert embed_of(shown).footer.text == "Page 1 of 4"
    assert shown.response is not None
    await asker.click(shown.response, label="Next page")
    assert embed_of(shown).footer.text == "Page 2 of 4"
    assert "Line 30 of" in unescape(embed_of(shown).description or "")


async def test_the_last_page_has_no_next_one(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await add_log(simcord_env)
    shown = await asker.slash(channel, "source", document="log")
    assert shown.response is not None
    for _ in range(3):
        await asker.click(shown.response, label="Next page")
    assert embed_of(shown).footer.text == "Page 4 of 4"
    assert [button["label"] for button in shown.response.components[0]["components"]] == ["Previous page"]


async def test_buttons_survive_a_restart(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, data: Path
) -> None:
    await add_log(simcord_env)
    shown = await asker.slash(channel, "source", document="log")
    bot = Footnote(Settings(data=data), partial(Desk, data))
    await simcord_env.restart_bot(bot)
    assert shown.response is not None
    await asker.click(shown.response, label="Next page")
    assert embed_of(shown).footer.text == "Page 2 of 4"
    await bot.workers.close(seconds=5)


async def test_a_button_of_a_removed_document_says_so(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await add_log(simcord_env)
    shown = await asker.slash(channel, "source", document="log")
    assert isinstance(simcord_env.bot, Footnote)
    await simcord_env.bot.workers.writer.run(lambda desk: desk.remove(["log"]), seconds=5)
    assert shown.response is not None
    await asker.click(shown.response, label="Next page")
    assert embed_of(shown).description == "This document is no longer here."
