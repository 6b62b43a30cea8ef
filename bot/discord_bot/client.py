"""The bot itself: its commands, which messages are questions to it, and what it says when something goes wrong."""

import logging
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import discord
from discord import app_commands

from bot.desk import Desk
from bot.discord_bot import find_sources, paging, sync
from bot.discord_bot.access import missing_permissions
from bot.discord_bot.base import Client, Interaction
from bot.discord_bot.commands import COMMANDS
from bot.discord_bot.corpus_commands import corpus
from bot.discord_bot.delivery import reply_to
from bot.discord_bot.failure import describe, is_gone
from bot.discord_bot.reply import sentence
from bot.settings import Settings

if TYPE_CHECKING:
    from discord.types.interactions import ButtonMessageComponentInteractionData

log = logging.getLogger(__name__)

HOW_TO_ASK = "Ask me something: mention me with a question, or use `/ask`. `/help` says more."


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
    embed = sentence(describe(error, doing)).embed()
    if interaction.type is discord.InteractionType.component and interaction.response.is_done():
        # The original response is the message with the button, which is as good as it was.
        await interaction.followup.send(embed=embed, ephemeral=True)
    elif interaction.response.is_done():
        await interaction.edit_original_response(embed=embed)
    else:
        await interaction.response.send_message(embed=embed, ephemeral=True)


class Footnote(Client):
    """The Discord bot. `open_desk` is called in the worker's thread, once."""

    def __init__(self, settings: Settings, open_desk: Callable[[], Desk]) -> None:
        super().__init__(settings, open_desk)
        self.tree = Tree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        for command in COMMANDS:
            self.tree.add_command(command)
        self.tree.add_command(corpus)
        self.tree.add_command(find_sources.find_sources)

    async def setup_hook(self) -> None:
        """Open the desk and tell Discord the commands, if they have changed."""
        await self.worker.start()
        await sync.synchronise(self.tree, self.settings.data)

    async def on_ready(self) -> None:
        """Say in the log that questions are answered now."""
        log.info("connected as %s, in %d servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message) -> None:
        """Answer what mentions the bot, replies to it, or was sent to it directly; never another bot or a webhook."""
        if message.author.bot or message.webhook_id or not self._is_for_me(message):
            return
        if not await self._may_reply(message):
            return
        assert self.user is not None
        question = re.sub(rf"<@!?{self.user.id}>", " ", message.content).strip()
        if not question:
            await reply_to(message, sentence(HOW_TO_ASK))
            return
        with self.running.task():
            async with message.channel.typing():
                reply = await self.answer(question, message.guild.id if message.guild else None, repeat_question=False)
            await reply_to(message, reply)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Do what a button says; commands are the tree's.

        The buttons' ids say all there is to know, so that buttons sent before a restart still work.
        """
        if interaction.type is discord.InteractionType.component:
            pressed = cast("ButtonMessageComponentInteractionData", interaction.data)
            with self.running.task():
                if pressed["custom_id"] == find_sources.POST:
                    await find_sources.post(interaction)
                else:
                    await paging.turn(interaction, pressed["custom_id"])

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """Say under the message or the button what went wrong, with the id under which the log has it."""
        error = sys.exc_info()[1]
        assert error is not None
        match args:
            case [discord.Interaction() as interaction]:
                await _tell(interaction, error, event_method)
            case [discord.Message()] if is_gone(error):
                log.warning("%s: the message or its channel is gone", event_method)
            case [discord.Message() as message] if isinstance(error, discord.Forbidden):
                log.warning("Discord forbids an answer in channel %d: %s", message.channel.id, error.text)
                await self._tell_directly(message, f"Discord does not let me answer in your channel: {error.text}")
            case [discord.Message() as message]:
                await reply_to(message, sentence(describe(error, event_method)))
            case _:
                log.error("%s failed", event_method, exc_info=error)

    def _is_for_me(self, message: discord.Message) -> bool:
        plain = message.type in (discord.MessageType.default, discord.MessageType.reply)
        # A reply with its ping on counts as a mention; without it, Discord shows the bot an empty message.
        return plain and (message.guild is None or self.user in message.mentions)

    async def _may_reply(self, message: discord.Message) -> bool:
        """Whether the channel lets the bot answer; if not, the asker is told directly what is missing."""
        channel = message.channel
        if message.guild is None or not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            return True
        missing = missing_permissions(channel, message.guild.me)
        if not missing:
            return True
        log.warning("cannot answer in channel %d of server %d: no %s", channel.id, message.guild.id, missing)
        told = f"I cannot answer in {channel.mention}: I lack the permission {', '.join(missing)} there."
        await self._tell_directly(message, told)
        return False

    async def _tell_directly(self, message: discord.Message, told: str) -> None:
        try:
            await message.author.send(embed=sentence(told).embed())
        except discord.Forbidden:
            log.info("the asker takes no direct messages")
