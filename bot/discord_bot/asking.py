"""From a question in Discord to its answer: limits, follow-ups, the work, the record, the buttons."""

import asyncio
import re
import secrets
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

import discord

from answer.followup import join
from answer.model import Answer
from answer.question import is_small_talk
from bot.discord_bot import jobs
from bot.discord_bot.base import Client, Interaction
from bot.discord_bot.buttons import answer_buttons
from bot.discord_bot.delivery import say
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.message import answer_reply
from bot.discord_bot.reply import Reply, sentence
from corpus.ledger import Asked
from index.analysis import Analyzer

T = TypeVar("T")

ASK_SECONDS = 10.0
PATIENCE = 3.0  # seconds until a person is told that the work goes on
MOST_QUOTES = 6
_ISOLATES = str.maketrans("", "", "\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Place:
    """Who asks, and where; ids of None where there is no such thing. `manages` is for who may add documents there."""

    user: int
    channel: int | None
    guild: int | None
    manages: bool = False

    @classmethod
    def of(cls, source: Interaction | discord.Message) -> "Place":
        """The place of an interaction or a message."""
        if isinstance(source, discord.Message):
            member = source.author if isinstance(source.author, discord.Member) else None
            manages = member is not None and member.guild_permissions.manage_guild
            return cls(source.author.id, source.channel.id, source.guild.id if source.guild else None, manages)
        manages = source.guild_id is not None and source.permissions.manage_guild
        return cls(source.user.id, source.channel_id, source.guild_id, manages)


@dataclass(frozen=True, slots=True)
class Response:
    """What is shown: the answer as a reply, and its buttons; and the answer itself."""

    reply: Reply
    buttons: discord.ui.View | None
    answer: Answer


def refusal(client: Client, place: Place, texts: Texts) -> str | None:
    """Count a question; a friendly sentence if it is one too many for now."""
    refused = client.limiter.take(user=place.user, channel=place.channel, server=place.guild)
    if refused is None:
        return None
    sentences = {"user": texts.limit_user, "channel": texts.limit_channel, "server": texts.limit_server}
    return sentences[refused.whose].format(seconds=refused.seconds)


async def admitted(interaction: Interaction, texts: Texts) -> bool:
    """Count a question; False, and the person has been told privately, if it is one too many for now."""
    if refused := refusal(interaction.client, Place.of(interaction), texts):
        await say(interaction, refused)
        return False
    return True


async def answer(
    client: Client, question: str, place: Place, texts: Texts, *, repeat_question: bool, quotes: int | None = None
) -> Response:
    """Answer a question and write down that it was asked.

    Raises UsageError for an empty or overlong one, and what asking raises, TimeoutError included.

    `repeat_question` puts the question above the answer, for where it is not seen; `quotes` replaces what the server
    has chosen, for who wants more.
    """
    most = quotes or (await client.server(place.guild)).quotes or client.settings.quotes
    began = time.perf_counter()
    job = jobs.Ask(question, await client.reads(place.guild), most)
    found = await client.workers.answer(job, seconds=ASK_SECONDS)
    number = secrets.randbits(62)
    took = round(1000 * (time.perf_counter() - began))
    asked = Asked(number, int(time.time()), place.guild, took, found.answered, found.missing)
    client.note(lambda ledger: ledger.record(asked))
    reply = answer_reply(found, repeat_question=repeat_question, may_add=place.manages, texts=texts)
    return Response(reply, answer_buttons(found, place.user, number, texts, more=quotes is None), found)


def followed_up(question: str, earlier: str | None) -> str:
    """A question joined with the one before it, where there is one and it leans on it."""
    return join(question, earlier, Analyzer()) if earlier else question


async def patiently(work: Coroutine[Any, Any, T], tell: Callable[[], Awaitable[object]]) -> T:
    """What `work` gives; whoever waits for it is told when it takes longer than 3 seconds."""
    task = asyncio.create_task(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=PATIENCE)
        if not done:
            await tell()
        return await task
    finally:
        task.cancel()


async def awaited(interaction: Interaction, work: Coroutine[Any, Any, T], texts: Texts) -> T:
    """What `work` gives; who waits sees in the place of the answer when it takes longer than 3 seconds."""
    return await patiently(
        work, lambda: interaction.edit_original_response(embed=sentence(texts.still_looking).embed())
    )


async def question_of(client: Client, shown: discord.Message) -> str | None:
    """The question that a message of the bot answers; None if it is gone or was none.

    It stands above the answer, or is the message that the answer replies to; the bot itself keeps no questions.
    """
    if shown.embeds and shown.embeds[0].author.name:
        return shown.embeds[0].author.name.translate(_ISOLATES)
    if shown.reference is None or shown.reference.message_id is None:
        return None
    asked = shown.reference.resolved
    if not isinstance(asked, discord.Message) or not asked.content:
        channel = client.get_partial_messageable(shown.reference.channel_id, guild_id=shown.reference.guild_id)
        try:
            asked = await channel.fetch_message(shown.reference.message_id)
        except (discord.NotFound, discord.Forbidden):
            return None
    return question_in(client, asked) or None


def question_in(client: Client, message: discord.Message) -> str:
    """What somebody asks in a message, without the mention of the bot; "" for nothing."""
    assert client.user is not None
    said = re.sub(rf"<@!?{client.user.id}>", " ", message.content).strip()
    return "" if is_small_talk(said) else said
