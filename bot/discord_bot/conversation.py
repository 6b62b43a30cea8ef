"""Questions written as messages: answered, answered anew when edited; an answer to a deleted one can be deleted."""

import asyncio
import dataclasses
import logging
from collections import OrderedDict
from dataclasses import dataclass
from weakref import WeakValueDictionary

import discord

from bot.discord_bot.access import NEEDED_TO_LOOK_BACK, missing_permissions
from bot.discord_bot.asking import (
    Place,
    Response,
    answer,
    followed_up,
    patiently,
    question_in,
    question_of,
    refusal,
)
from bot.discord_bot.base import Client
from bot.discord_bot.buttons import asker_of, delete_button
from bot.discord_bot.delivery import replace, reply_to
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.reply import sentence
from bot.discord_bot.unfinished import answering
from corpus.errors import FootnoteError

log = logging.getLogger(__name__)

REMEMBERED = 5_000  # latest questions, of which only numbers are remembered
NEAR = 25  # messages after a question among which its answer is looked for


@dataclass(frozen=True, slots=True)
class Told:
    """The answer to a question, and who asked."""

    answer: int
    asker: int


class Conversation:
    """The messages that are questions to one bot."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._told: OrderedDict[int, Told] = OrderedDict()
        # Answers to questions with lower numbers, which are older, are not remembered.
        self._since = discord.utils.time_snowflake(discord.utils.utcnow(), high=True)
        # An edit that comes while the answer is being made waits for it.
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def asked(self, message: discord.Message) -> None:
        """Answer a message, if it is a question to the bot in a place where it may answer."""
        if not await self._is_for_me(message):
            return
        texts = await self._client.texts_of(message)
        if not await self._may_reply(message, texts):
            return
        async with answering(self._client, message), self._lock(message.id):
            await self._answer(message, texts)

    async def answer_late(self, channel_id: int, message_id: int) -> None:
        """Answer a question that the bot was stopped over, or say why not, unless it is answered already.

        Raises discord.HTTPException where the message is gone or the channel closed to the bot.
        """
        channel = self._client.get_channel(channel_id) or await self._client.fetch_channel(channel_id)
        if isinstance(channel, discord.abc.Messageable):
            message = await channel.fetch_message(message_id)
            if await self._answer_to(message) is None:
                try:
                    await self.asked(message)
                except (discord.HTTPException, FootnoteError, TimeoutError):
                    await self._client.on_error("on_message", message)

    async def edited(self, message: discord.Message) -> None:
        """Put the answer to what a question says now in the place of the answer to what it said."""
        # Discord also tells of an edit when it has added the preview of a link.
        if message.edited_at is None or not await self._is_for_me(message):
            return
        with self._client.running.task():
            async with self._lock(message.id):
                shown = await self._answer_to(message)
                question = question_in(self._client, message)
                if shown is None or not question:
                    return
                texts = await self._client.texts_of(message)
                if refusal(self._client, Place.of(message), texts):
                    return
                response = await self._response(message, question, texts)
                await replace(shown, response.reply, response.buttons)

    async def deleted(self, gone: discord.RawMessageDeleteEvent) -> None:
        """Let who asked delete the answer to a question that is gone."""
        channel = self._client.get_partial_messageable(gone.channel_id, guild_id=gone.guild_id)
        if told := self._told.pop(gone.message_id, None):
            shown, asker = channel.get_partial_message(told.answer), told.asker
        elif (
            gone.message_id < self._since
            and self._may_look_back(gone.guild_id, gone.channel_id)
            and (found := await self._reply_to(channel, gone.message_id))
        ):
            shown, asker = channel.get_partial_message(found.id), asker_of(found)
        else:
            return
        await shown.edit(view=delete_button(asker, await self._client.texts(gone.guild_id)))

    async def _answer(self, message: discord.Message, texts: Texts) -> None:
        question = question_in(self._client, message)
        if not question:
            # Where it listens to all, people mostly talk to each other.
            if self._speaks_to_me(message):
                await reply_to(message, sentence(texts.how_to_ask))
            return
        if refused := refusal(self._client, Place.of(message), texts):
            await self.tell_directly(message, refused)
            return
        waiting: list[discord.Message] = []

        async def still_looking() -> None:
            waiting.append(await reply_to(message, sentence(texts.still_looking)))

        async with message.channel.typing():
            response = await patiently(self._response(message, question, texts), still_looking)
        if waiting:
            await replace(waiting[0], response.reply, response.buttons)
            sent = waiting[0]
        else:
            sent = await reply_to(message, response.reply, response.buttons)
        self._remember(message.id, Told(sent.id, message.author.id))

    async def _response(self, message: discord.Message, question: str, texts: Texts) -> Response:
        """The answer to a message; a reply to an answer keeps its topic, and says how it was understood.

        That there is none can be deleted by who asked: the button says who that is, which nothing else remembers.
        """
        earlier = None
        if message.reference and isinstance(before := message.reference.resolved, discord.Message):
            mine = self._client.user is not None and before.author.id == self._client.user.id
            earlier = await question_of(self._client, before) if mine else None
        joined = followed_up(question, earlier)
        given = await answer(self._client, joined, Place.of(message), texts, repeat_question=joined != question)
        if given.buttons is not None:
            return given
        return dataclasses.replace(given, buttons=delete_button(message.author.id, texts))

    async def _answer_to(self, message: discord.Message) -> discord.Message | None:
        """The bot's answer to a message: as remembered, else looked for among the messages after it."""
        if told := self._told.get(message.id):
            try:
                return await message.channel.fetch_message(told.answer)
            except discord.NotFound:
                return None
        return await self._reply_to(message.channel, message.id)

    async def _reply_to(self, channel: discord.abc.Messageable, message_id: int) -> discord.Message | None:
        """The bot's reply to a message, looked for among the messages after it; None where it may not read these."""
        assert self._client.user is not None
        try:
            async for later in channel.history(after=discord.Object(message_id), limit=NEAR, oldest_first=True):
                answers = later.reference is not None and later.reference.message_id == message_id
                if answers and later.author.id == self._client.user.id:
                    return later
        except discord.Forbidden:
            log.info("the earlier messages of a channel are closed to the bot")
        return None

    def _may_look_back(self, guild_id: int | None, channel_id: int) -> bool:
        """Whether the bot may read the earlier messages of a channel, as far as is known without asking Discord."""
        guild = self._client.get_guild(guild_id) if guild_id is not None else None
        channel = guild.get_channel_or_thread(channel_id) if guild else None
        return not (guild and channel) or not missing_permissions(channel, guild.me, NEEDED_TO_LOOK_BACK)

    async def _is_for_me(self, message: discord.Message) -> bool:
        """Whether a message is a question to the bot: by a person, to it, or in a channel where it listens to all."""
        plain = message.type in (discord.MessageType.default, discord.MessageType.reply)
        if message.author.bot or message.webhook_id or not plain:
            return False
        if self._speaks_to_me(message):
            return True
        if message.guild is None or not self._client.settings.message_content or not message.content:
            return False
        return message.channel.id in (await self._client.server(message.guild.id)).listen

    def _speaks_to_me(self, message: discord.Message) -> bool:
        """Whether a message is sent to the bot or mentions it."""
        # A reply with its ping on counts as a mention; without it, Discord shows the bot an empty message.
        return message.guild is None or self._client.user in message.mentions

    async def _may_reply(self, message: discord.Message, texts: Texts) -> bool:
        """Whether the bot may answer in the channel; if not, the asker is told directly why."""
        channel = message.channel
        if message.guild is None or not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            return True
        if channel.id in (await self._client.server(message.guild.id)).silent:
            await self.tell_directly(message, texts.silent_here)
            return False
        missing = missing_permissions(channel, message.guild.me)
        if not missing:
            return True
        log.warning("cannot answer in channel %d of server %d: no %s", channel.id, message.guild.id, missing)
        told = texts.lacks_permission.format(channel=channel.mention, permissions=", ".join(missing))
        await self.tell_directly(message, told)
        return False

    async def tell_directly(self, message: discord.Message, told: str) -> None:
        """Tell the author of a message something that nobody else sees."""
        try:
            await message.author.send(embed=sentence(told).embed())
        except discord.Forbidden:
            log.info("the asker takes no direct messages")

    def _remember(self, question: int, told: Told) -> None:
        self._told[question] = told
        if len(self._told) > REMEMBERED:
            self._since, _ = self._told.popitem(last=False)

    def _lock(self, message_id: int) -> asyncio.Lock:
        return self._locks.setdefault(message_id, asyncio.Lock())
