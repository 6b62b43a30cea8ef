"""The Discord client that commands, messages and buttons share: a connection with the worker behind it."""

from collections.abc import Callable
from typing import TypeVar

import discord

from bot.desk import Desk
from bot.discord_bot import jobs
from bot.discord_bot.access import server_collection
from bot.discord_bot.message import answer_reply
from bot.discord_bot.reply import Reply
from bot.discord_bot.running import Running
from bot.discord_bot.worker import Worker
from bot.settings import Settings

T = TypeVar("T")

ASK_SECONDS = 10.0


def intents() -> discord.Intents:
    """What the bot listens to; nothing privileged: Discord sends it the messages that mention it or are sent to it."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Client(discord.Client):
    """A connection to Discord, and how work gets to the worker. `open_desk` is called in the worker's thread, once."""

    def __init__(self, settings: Settings, open_desk: Callable[[], Desk]) -> None:
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            activity=discord.CustomActivity("Ask me with /ask"),
        )
        self.settings = settings
        self.worker = Worker(open_desk)
        self.running = Running()

    async def work(self, guild_id: int | None, job: Callable[[Desk, jobs.Collections], T], seconds: float) -> T:
        """Run a job over the collections that this server (None: a direct message) may read.

        A server that only its members have installed the bot for is not the bot's: it reads what everyone reads.
        Raises what the job raises, and TimeoutError after `seconds`.
        """
        own = server_collection(guild_id) if guild_id is not None and self.get_guild(guild_id) else None
        return await self.worker.run(lambda desk: job(desk, jobs.readable(desk, own)), seconds=seconds)

    async def answer(self, question: str, guild_id: int | None, *, repeat_question: bool) -> Reply:
        """The reply to a question asked in this server. Raises what asking raises, TimeoutError included."""
        quotes = self.settings.quotes
        answer = await self.work(guild_id, lambda desk, read: jobs.ask(desk, question, read, quotes), ASK_SECONDS)
        return answer_reply(answer, repeat_question=repeat_question)


Interaction = discord.Interaction[Client]
