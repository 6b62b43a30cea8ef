"""The bot itself: its commands, what reaches which part of it, and what it says when something goes wrong."""

import asyncio
import logging
import re
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, cast

import discord
from discord import app_commands

from bot.desk import Desk
from bot.discord_bot import (
    buttons,
    check_command,
    find_sources,
    leaving,
    paging,
    presses,
    sync,
    timeline_command,
    unfinished,
)
from bot.discord_bot.base import Client, Interaction
from bot.discord_bot.commands import COMMANDS
from bot.discord_bot.conversation import Conversation
from bot.discord_bot.corpus_commands import corpus
from bot.discord_bot.delivery import reply_to, say
from bot.discord_bot.failure import describe, is_gone
from bot.discord_bot.languages.choice import Translator
from bot.discord_bot.privacy import privacy
from bot.discord_bot.reply import sentence
from bot.discord_bot.settings_commands import settings
from bot.settings import Settings

if TYPE_CHECKING:
    from discord.types.interactions import MessageComponentInteractionData, ModalSubmitInteractionData

log = logging.getLogger(__name__)

# What the id of a pressed button says, and what then happens. Sent before a restart, they still work.
PRESSES: tuple[tuple[re.Pattern[str], Callable[[Interaction, str], Awaitable[None]]], ...] = (
    (buttons.MORE, presses.more),
    (buttons.JUDGE, presses.judge),
    (buttons.DELETE, presses.delete),
    (re.compile(buttons.CONTEXT), presses.context),
    (re.compile(buttons.FOLLOW_UP), presses.ask_follow_up),
    (re.compile(re.escape(find_sources.POST)), find_sources.post),
    (paging.TURN, paging.turn),
    (timeline_command.TURN, timeline_command.turn),
    (check_command.CITE, check_command.show_citations),
)


class Tree(app_commands.CommandTree[Client]):
    """The commands, for servers and for users, with one place for everything that goes wrong in them."""

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        """Say what went wrong; nobody is left with "interaction failed"."""
        command = interaction.command.qualified_name if interaction.command else "a command"
        await _tell(interaction, error, f"/{command}")


async def _tell(interaction: Interaction, error: BaseException, doing: str) -> None:
    if is_gone(error):
        log.warning("%s: the interaction expired, or its message is gone", doing)
        return
    texts = await interaction.client.texts_for(interaction)
    told = describe(error, doing, texts)
    # What a press answers first is the message with the button, which is as good as it was.
    if interaction.response.is_done() and interaction.type is not discord.InteractionType.component:
        await interaction.edit_original_response(embed=sentence(told).embed())
    else:
        await say(interaction, told)


class Footnote(Client):
    """The Discord bot. `open_desk` is called in the threads of the workers that need one."""

    def __init__(self, settings_: Settings, open_desk: Callable[[], Desk]) -> None:
        super().__init__(settings_, open_desk)
        self.conversation = Conversation(self)
        self._mending: asyncio.Task[None] | None = None
        self.tree = Tree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        added: tuple[app_commands.Command[Any, ..., None] | app_commands.Group | app_commands.ContextMenu, ...]
        added = (
            *COMMANDS,
            check_command.check,
            timeline_command.timeline,
            privacy,
            corpus,
            settings,
            find_sources.find_sources,
        )
        for command in added:
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        """Open what answering needs and tell Discord the commands, if they have changed."""
        await self.workers.start()
        mending = unfinished.mend(self, await unfinished.cut_off(self), self.conversation.answer_late)
        self._mending = asyncio.create_task(mending)
        await self.tree.set_translator(Translator())
        # Of several processes over one data folder, the first alone tells Discord.
        if 0 in (self.settings.shards.ids or (0,)):
            await sync.synchronise(self.tree, self.settings.data)

    async def close(self) -> None:
        """Close the connection."""
        if self._mending:
            self._mending.cancel()
        await super().close()

    async def on_ready(self) -> None:
        """Say in the log that questions are answered now, and note which servers are still there."""
        log.info("connected as %s, in %d servers", self.user, len(self.guilds))
        await leaving.take_stock(self)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """What was kept of a server stays, if the bot comes back in time."""
        await leaving.came_back(self, guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """From now on the time runs after which everything of a server is deleted."""
        await leaving.left(self, guild.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answer what mentions the bot, replies to it, or was sent to it directly; never another bot or a webhook."""
        await self.conversation.asked(message)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """An edited question gets its answer anew."""
        await self.conversation.edited(payload.message)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """The answer to a deleted question can be deleted by who asked."""
        await self.conversation.deleted(payload)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Do what a button, a select or a form says; commands are the tree's."""
        if interaction.type is discord.InteractionType.modal_submit:
            sent = cast("ModalSubmitInteractionData", interaction.data)
            if sent["custom_id"] == buttons.FOLLOW_UP:
                await presses.follow_up(interaction, _typed(sent))
        elif interaction.type is discord.InteractionType.component:
            with self.running.task():
                await _pressed(interaction)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """Say under the message or the button what went wrong, with the id under which the log has it."""
        error = sys.exc_info()[1]
        assert error is not None
        match args:
            case [discord.Interaction() as interaction]:
                await _tell(interaction, error, event_method)
            case _ if is_gone(error):
                log.warning("%s: the message or its channel is gone", event_method)
            case [discord.Message() as message] if isinstance(error, discord.Forbidden):
                log.warning("Discord forbids an answer in channel %d: %s", message.channel.id, error.text)
                forbidden = (await self.texts_of(message)).discord_forbids.format(reason=error.text)
                await self.conversation.tell_directly(message, forbidden)
            case [discord.Message() as message]:
                texts = await self.texts_of(message)
                told = sentence(describe(error, event_method, texts))
                await reply_to(message, told, buttons.delete_button(message.author.id, texts))
            case _:
                log.error("%s failed", event_method, exc_info=error)


async def _pressed(interaction: Interaction) -> None:
    pressed = cast("MessageComponentInteractionData", interaction.data)
    if pressed["custom_id"] == buttons.SOURCES:
        (chosen,) = cast("dict[str, list[str]]", pressed)["values"]
        await presses.source(interaction, chosen)
        return
    for pattern, act in PRESSES:
        if pattern.fullmatch(pressed["custom_id"]):
            await act(interaction, pressed["custom_id"])
            return


def _typed(sent: "ModalSubmitInteractionData") -> str:
    """What was typed into the only field of a form."""
    (row,) = sent["components"]
    (field,) = cast("list[dict[str, Any]]", cast("dict[str, Any]", row)["components"])
    return str(field["value"])
