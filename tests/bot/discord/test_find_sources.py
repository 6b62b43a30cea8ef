"""The message menu *Find sources* shows passages privately; who asked may post them."""

import discord
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.discord_bot.escape import unescape
from bot.discord_bot.languages.english import ENGLISH
from tests.bot.discord.limits import check_components, check_embeds
from tests.bot.discord.test_commands import embed_of

SAID = "Is it true that inspectors counted 340 cracked rivets in the old bridge?"


async def test_passages_are_shown_to_who_asked_only(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    result = await asker.context_menu(channel, "Find sources", await asker.send(channel, SAID))
    assert result.ephemeral
    assert "340 cracked rivets in the northern span" in unescape(embed_of(result).description or "")


async def test_the_button_posts_them_without_a_ping(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    private = await asker.context_menu(channel, "Find sources", await asker.send(channel, SAID))
    assert private.response is not None
    public = await asker.click(private.response, label="Post publicly")
    assert public.response is not None
    assert not public.ephemeral
    assert public.response.content == f"Posted by {asker.mention}"
    assert embed_of(public).description == embed_of(private).description
    assert simcord_env.backend.get_message(channel.id, public.response.id).ping_user_ids == []


async def test_who_may_not_write_may_not_post(simcord_env: simcord.Env, asker: MemberActor) -> None:
    silent = discord.PermissionOverwrite(send_messages=False)
    channel = simcord_env.guild.create_text_channel("silent", overwrites={asker: silent})
    writer = simcord_env.guild.add_member(simcord_env.create_user("writer"))
    private = await asker.context_menu(channel, "Find sources", await writer.send(channel, SAID))
    assert private.response is not None
    refused = await asker.click(private.response, label="Post publicly")
    assert refused.ephemeral
    assert embed_of(refused).description == ENGLISH.may_not_write


async def test_nothing_found_has_no_button(asker: MemberActor, channel: ChannelHandle) -> None:
    result = await asker.context_menu(channel, "Find sources", await asker.send(channel, "zeppelin"))
    assert result.response is not None
    check_embeds(result.response.embeds)
    check_components(result.response.components)
    assert not result.response.components


async def test_a_message_of_addresses_and_mentions_has_no_words(asker: MemberActor, channel: ChannelHandle) -> None:
    said = await asker.send(channel, f"https://ferry.example/rivets {asker.mention}")
    assert embed_of(await asker.context_menu(channel, "Find sources", said)).description == ENGLISH.find_no_words
