"""A server's own documents: added, listed and removed by those who manage it, and read nowhere else."""

from pathlib import Path

import discord
import pytest
import simcord
from simcord import interactions
from simcord.actors import MemberActor
from simcord.asserts import assert_error
from simcord.backend import serializers
from simcord.backend.errors import SetupError
from simcord.builders import ChannelHandle, GuildHandle

from bot.desk import Desk
from bot.discord_bot.access import server_collection
from bot.discord_bot.buttons import checksum
from bot.discord_bot.client import Footnote
from bot.discord_bot.escape import unescape
from bot.discord_bot.languages.check_texts import ENGLISH as CHECKED
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.german import GERMAN
from bot.discord_bot.languages.texts import Texts
from corpus.documents import Document
from corpus.errors import UsageError
from tests.bot.discord.test_commands import embed_of
from tests.bot.discord.test_message import quoted

SECRET = "The lighthouse keeper hid the spare key under the third step in 1998."
QUESTION = "where did the lighthouse keeper hide the spare key"
MANAGER = discord.Permissions(manage_guild=True, view_channel=True, send_messages=True, use_application_commands=True)


def moderated(env: simcord.Env, name: str) -> tuple[GuildHandle, ChannelHandle, MemberActor]:
    """A server with a channel and a member who manages it."""
    guild = env.create_guild(name)
    role = guild.create_role("Managers", permissions=MANAGER)
    return (
        guild,
        guild.create_text_channel("office"),
        guild.add_member(env.create_user(f"{name} manager"), roles=[role]),
    )


async def add(manager: MemberActor, channel: ChannelHandle, name: str, text: str) -> str:
    """Add a file; what the bot says of it."""
    result = await manager.slash(channel, "corpus add", file=(name, text.encode()))
    assert result.ephemeral
    return unescape(embed_of(result).description or "")


async def test_an_added_document_answers_questions_in_its_server(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    assert await add(manager, channel, "keys.txt", SECRET) == "keys.txt: 1 added."
    assert SECRET in quoted(embed_of(await manager.slash(channel, "ask", question=QUESTION)).description or "")


async def test_who_may_add_documents_is_told_how_where_there_is_no_answer(simcord_env: simcord.Env) -> None:
    guild, channel, manager = moderated(simcord_env, "North")
    member = guild.add_member(simcord_env.create_user("visitor"))
    told = embed_of(await manager.slash(channel, "ask", question=QUESTION)).description or ""
    assert ENGLISH.add_some in told
    untold = embed_of(await member.slash(channel, "ask", question=QUESTION)).description or ""
    assert untold.startswith(ENGLISH.no_answer)
    assert ENGLISH.add_some not in untold


async def test_a_server_s_documents_reach_no_other_server(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    _, elsewhere, stranger = moderated(simcord_env, "South")
    for result in (
        await stranger.slash(elsewhere, "ask", question=QUESTION),
        await stranger.slash(elsewhere, "search", query="lighthouse key"),
        await stranger.slash(elsewhere, "source", document="keys.txt"),
        await stranger.slash(elsewhere, "corpus list"),
    ):
        assert "third step" not in unescape(embed_of(result).description or "")
    assert await stranger.autocomplete(elsewhere, "source", "document", "keys") == []


async def test_a_server_s_documents_reach_no_direct_message(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    result = await manager.user.slash("search", query="lighthouse key")
    assert embed_of(result).description == "Nothing in these sources matches that."


async def test_a_server_to_which_the_bot_was_not_added_reads_what_everyone_reads(simcord_env: simcord.Env) -> None:
    bot = simcord_env.bot
    assert isinstance(bot, Footnote)
    left = server_collection(999)
    await bot.workers.writer.run(lambda desk: desk.add([Document("key", SECRET)], collection=left), seconds=5)
    assert await bot.work(999, lambda _, read: read, 5) is None


async def test_a_forged_button_shows_no_document_of_another_server(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    (key,) = await manager.autocomplete(channel, "source", "document", "keys")
    _, elsewhere, stranger = moderated(simcord_env, "South")
    shown = (await stranger.slash(elsewhere, "help")).response
    assert shown is not None
    _, _, id = key["value"].partition(":")
    backend = simcord_env.backend
    record, payload = interactions.base_payload(
        backend,
        type=3,
        channel_id=elsewhere.id,
        guild_id=stranger.guild.id,
        user_id=stranger.id,
        data={"custom_id": f"source:0:{checksum(SECRET):08x}:{id}", "component_type": 2},
    )
    stored = backend.get_message(elsewhere.id, shown.id)
    record.source_message_id = shown.id
    backend.emit("INTERACTION_CREATE", {**payload, "message": serializers.message_payload(backend, stored)})
    await simcord_env.settle()
    assert shown.embeds[0].description == "This document is no longer here."


async def test_a_typed_choice_shows_no_document_of_another_server(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    (key,) = await manager.autocomplete(channel, "source", "document", "keys")
    _, elsewhere, stranger = moderated(simcord_env, "South")
    told = embed_of(await stranger.slash(elsewhere, "source", document=key["value"]))
    assert told.description == ENGLISH.no_such_document


async def test_the_library_is_read_beside_a_server_s_own_documents(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    result = await manager.slash(channel, "search", query="cracked rivets")
    assert "cracked rivets" in (embed_of(result).description or "")


async def test_the_same_file_again_changes_nothing_and_a_changed_one_replaces(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    assert await add(manager, channel, "keys.txt", SECRET) == "keys.txt: 1 already here."
    assert await add(manager, channel, "keys.txt", SECRET + " It is gone now.") == "keys.txt: 1 replaced."


async def test_a_file_that_cannot_be_read_is_named_with_the_reason(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    said = await add(manager, channel, "empty.txt", "")
    assert said == "empty.txt: nothing added.\n- empty.txt: the file is empty"


async def test_what_is_good_in_a_file_is_kept_when_a_line_is_not(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    said = await add(manager, channel, "many.jsonl", '{"text": "One thing."}\n{"text": \n{"text": "Another thing."}\n')
    assert said.startswith("many.jsonl: 2 added.\n- many.jsonl")


async def test_nothing_of_the_host_s_folders_is_told(simcord_env: simcord.Env, tmp_path: object) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    assert str(tmp_path) not in await add(manager, channel, "empty.txt", "")


async def test_a_document_without_a_title_is_called_by_its_file_s_name_and_nothing_of_its_folder(
    simcord_env: simcord.Env, tmp_path: Path
) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    checked = await manager.slash(channel, "check", quote=SECRET)
    assert checked.response is not None
    shown = [
        await manager.slash(channel, "ask", question=QUESTION),
        await manager.slash(channel, "search", query="spare key"),
        checked,
        await manager.click(checked.response, label=CHECKED.cite),
        await manager.slash(channel, "source", document="keys.txt"),
        await manager.slash(channel, "corpus list"),
        await manager.slash(channel, "corpus remove", document="keys.txt"),
    ]
    for result in shown:
        embed = embed_of(result)
        told = unescape(f"{embed.title} {embed.description}")
        assert "keys.txt" in told
        assert str(tmp_path) not in told


async def test_list_names_the_documents_with_their_ids(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    embed = embed_of(await manager.slash(channel, "corpus list"))
    assert embed.title == "Documents: 1"
    assert "keys.txt" in (embed.description or "")


def read_and_refreshed(desk: Desk, folder: Path, collection: str) -> None:
    """Store three texts of a folder in a collection; then one goes, one changes, and the sources are read again."""
    folder.mkdir()
    for name in ("gone", "changed", "same"):
        (folder / f"{name}.txt").write_text(f"The pier of {name} harbour opened.")
    desk.take([str(folder)], collection=collection)
    (folder / "gone.txt").unlink()
    (folder / "changed.txt").write_text("The pier of changed harbour closed.")
    assert [error for outcome in desk.refresh(collection=collection) for error in outcome.errors] == []


@pytest.mark.parametrize(("language", "texts"), [("en", ENGLISH), ("de", GERMAN)])
async def test_list_says_which_documents_are_gone_from_their_source_or_have_changed(
    simcord_env: simcord.Env, tmp_path: Path, language: str, texts: Texts
) -> None:
    guild, channel, manager = moderated(simcord_env, "North")
    bot, own = simcord_env.bot, server_collection(guild.id)
    assert isinstance(bot, Footnote)
    await bot.workers.writer.run(lambda desk: read_and_refreshed(desk, tmp_path / "read", own), seconds=20)
    fates = await bot.workers.reader.run(lambda desk: desk.fates(collections=[own]), seconds=5)
    day, _ = sorted(one.gone_since or one.changed_at or "" for one in fates.values())
    await manager.slash(channel, "settings language", language=language)
    listed = unescape(embed_of(await manager.slash(channel, "corpus list")).description or "")
    notes = {line.split(" · ")[0]: line.split(" · ")[3:] for line in listed.split("\n") if line}
    said = texts.date(day[:10], False)
    assert notes == {
        "changed.txt": [texts.listed_changed.format(day=said)],
        "gone.txt": [texts.listed_gone.format(day=said)],
        "same.txt": [],
    }


async def test_list_is_within_its_limits_with_many_documents(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    lines = "\n".join(f'{{"title": "{"*" * 190} {number}", "text": "Text {number}."}}' for number in range(40))
    await add(manager, channel, "many.jsonl", lines)
    assert embed_of(await manager.slash(channel, "corpus list", page=99)).footer.text is not None


async def test_a_removed_document_is_gone(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    (choice,) = await manager.autocomplete(channel, "corpus remove", "document", "key")
    result = await manager.slash(channel, "corpus remove", document=choice["value"])
    assert (embed_of(result).description or "").startswith("Removed")
    result = await manager.slash(channel, "search", query="lighthouse key")
    assert embed_of(result).description == "Nothing in these sources matches that."


async def test_only_a_server_s_own_documents_can_be_removed(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.txt", SECRET)
    assert await manager.autocomplete(channel, "corpus remove", "document", "bridge") == []
    result = await manager.slash(channel, "corpus remove", document="Old bridge closed")
    assert embed_of(result).description == "This server has no single document that is called that."


async def test_status_counts_own_and_shared_documents(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await add(manager, channel, "keys.md", f"---\npublished: 2018-09-11\n---\n{SECRET}\n")
    told = embed_of(await manager.slash(channel, "corpus status")).description or ""
    assert told.splitlines() == [
        "**This server's own documents:** 1, published 11 September 2018",
        "**Shared documents read here:** 2",
    ]


async def test_too_large_a_file_is_refused_with_the_limit_named(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    said = await add(manager, channel, "large.txt", "a" * 10_000_001)
    assert said == "The file has 10.0 MB; I take at most 10 MB."
    assert_error(simcord_env, UsageError)


async def test_members_who_do_not_manage_the_server_have_no_such_command(simcord_env: simcord.Env) -> None:
    guild, channel, _ = moderated(simcord_env, "North")
    member = guild.add_member(simcord_env.create_user("member"))
    with pytest.raises(SetupError):
        await member.slash(channel, "corpus status")


@pytest.mark.parametrize("url", ["/etc/passwd", "file:///etc/passwd", "ftp://harbour.example/a", "data/collections"])
async def test_what_is_no_web_address_is_refused_as_one(simcord_env: simcord.Env, url: str) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    said = unescape(embed_of(await manager.slash(channel, "corpus add", url=url)).description or "")
    assert said == "The address of a web page begins with http:// or https://."
    assert_error(simcord_env, UsageError)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost:8080/", "http://169.254.169.254/latest/meta-data"]
)
async def test_a_page_of_the_host_s_own_network_is_not_read(simcord_env: simcord.Env, url: str) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    said = unescape(embed_of(await manager.slash(channel, "corpus add", url=url)).description or "")
    assert "nothing added" in said
    assert "is not on the public web; only public pages are read" in said


async def test_a_file_or_an_address_is_needed_and_not_both(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    said = embed_of(await manager.slash(channel, "corpus add")).description
    assert said == "Give me either a file or the address of a web page."
    assert_error(simcord_env, UsageError)


async def test_help_shows_titles_where_no_question_can_be_made(simcord_env: simcord.Env) -> None:
    _, channel, manager = moderated(simcord_env, "North")
    await manager.slash(channel, "settings shared", collection="library", on=False)
    assert ENGLISH.help_examples not in (embed_of(await manager.slash(channel, "help")).description or "")
    await add(manager, channel, "poem.md", "---\ntitle: A poem\n---\nRoses are red, violets are blue.\n")
    told = embed_of(await manager.slash(channel, "help")).description or ""
    assert "- `/search` A poem" in told
