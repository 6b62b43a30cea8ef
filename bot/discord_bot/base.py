"""The Discord client that commands, messages and buttons share: a connection with the workers behind it."""

import asyncio
import logging
from collections.abc import Callable
from typing import TypeVar

import discord

from bot.desk import Desk
from bot.discord_bot import jobs
from bot.discord_bot.access import server_collection
from bot.discord_bot.examples import Examples, Exemplify
from bot.discord_bot.languages.choice import texts
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.limits import Limiter
from bot.discord_bot.running import Running
from bot.discord_bot.server_settings import ServerSettings
from bot.discord_bot.workers import Workers
from bot.settings import Settings
from corpus.errors import UsageError
from corpus.ledger import Ledger

log = logging.getLogger(__name__)

T = TypeVar("T")

# How long is waited for what is looked up, for suggestions to who types (Discord waits three), and for the ledger.
LOOK_UP_SECONDS, SUGGEST_SECONDS, LEDGER_SECONDS = 10.0, 2.0, 5.0
Version = tuple[tuple[str, int], ...]


def intents(settings: Settings) -> discord.Intents:
    """What the bot listens to; nothing privileged, unless the host has switched on reading all messages.

    Without it Discord sends the messages that mention the bot or are sent to it.
    """
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=settings.message_content)


class Client(discord.AutoShardedClient):
    """A connection to Discord, and how work gets to the workers."""

    def __init__(self, settings: Settings, open_desk: Callable[[], Desk]) -> None:
        super().__init__(
            intents=intents(settings),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            activity=discord.CustomActivity("Ask me with /ask"),
            shard_count=settings.shards.count,
            shard_ids=list(settings.shards.ids) if settings.shards.ids else None,  # type: ignore[arg-type]  # its default
        )
        self.settings = settings
        self.workers = Workers(settings, open_desk)
        self.running = Running()
        self.limiter = Limiter(settings.limits)
        self._examples: dict[jobs.Reads, tuple[Version, Examples]] = {}
        self._servers: dict[int, ServerSettings] = {}
        self._notes: set[asyncio.Task[None]] = set()

    async def work(
        self, guild_id: int | None, job: Callable[[Desk, jobs.Collections], T], seconds: float = LOOK_UP_SECONDS
    ) -> T:
        """Run a job over the collections that this server (None: a direct message) may read.

        Raises what the job raises, and TimeoutError after `seconds`.
        """
        reads = await self.reads(guild_id)
        return await self.workers.reader.run(lambda desk: job(desk, reads.collections(desk)), seconds=seconds)

    async def ledger(self, job: Callable[[Ledger], T]) -> T:
        """Run a job over the ledger. Raises what the job raises, and TimeoutError."""
        return await self.workers.ledger.run(job, seconds=LEDGER_SECONDS)

    async def reads(self, guild_id: int | None) -> jobs.Reads:
        """What is read for a server, or (None) for a direct message.

        A server that only its members have installed the bot for is not the bot's: it reads what everyone reads.
        """
        if guild_id is None or self.get_guild(guild_id) is None:
            return jobs.Reads()
        return jobs.Reads(server_collection(guild_id), (await self.server(guild_id)).shared)

    async def examples(self, guild_id: int | None) -> Examples:
        """What to show in /help; worked out again only when what is read for the server has changed."""
        reads = await self.reads(guild_id)
        version = await self.workers.reader.run(
            lambda desk: desk.version(collections=reads.collections(desk)), seconds=LOOK_UP_SECONDS
        )
        if reads not in self._examples or self._examples[reads][0] != version:
            self._examples[reads] = version, await self.workers.answer(Exemplify(reads), seconds=LOOK_UP_SECONDS)
        return self._examples[reads][1]

    async def server(self, guild_id: int | None) -> ServerSettings:
        """What the managers of a server have chosen; the defaults for a direct message, or a server not the bot's."""
        if guild_id is None or self.get_guild(guild_id) is None:
            return ServerSettings()
        if guild_id not in self._servers:
            kept = await self.ledger(lambda ledger: ledger.settings(guild_id))
            self._servers[guild_id] = ServerSettings.from_json(kept)
        return self._servers[guild_id]

    async def change_server(self, guild_id: int, changed: ServerSettings) -> None:
        """Keep a server's settings; they hold at once."""
        text = changed.to_json()
        await self.ledger(lambda ledger: ledger.keep_settings(guild_id, text))
        self._servers[guild_id] = changed

    def note(self, job: Callable[[Ledger], None]) -> None:
        """Write into the ledger, beside everything else; a failure goes to the log only."""
        task = asyncio.create_task(self.ledger(job))
        self._notes.add(task)
        task.add_done_callback(self._noted)

    def _noted(self, task: "asyncio.Task[None]") -> None:
        self._notes.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("a note could not be written into the ledger", exc_info=error)

    def forget_server(self, guild_id: int) -> None:
        """Drop what is remembered of a server's settings, which may have been erased."""
        self._servers.pop(guild_id, None)

    async def texts(self, guild_id: int | None, locale: discord.Locale | None = None) -> Texts:
        """The bot's own texts in the language of a server: as it has chosen, else as Discord has it for it.

        `locale` is of the person, and counts where no server does.
        """
        chosen = (await self.server(guild_id)).language
        guild = self.get_guild(guild_id) if guild_id is not None else None
        theirs = guild.preferred_locale if guild else locale
        return texts(chosen or (theirs.value if theirs else None))

    async def texts_of(self, message: discord.Message) -> Texts:
        """The bot's own texts for a message."""
        return await self.texts(message.guild.id if message.guild else None)

    async def texts_for(self, interaction: "Interaction") -> Texts:
        """The bot's own texts for an interaction."""
        return await self.texts(interaction.guild_id, interaction.locale)


Interaction = discord.Interaction[Client]


async def added_server(interaction: Interaction) -> tuple[int, Texts]:
    """The id of the server of a command, and the bot's own texts in its language.

    Raises UsageError where there is none, or only a member has installed the bot, and nobody has asked the server.
    """
    guild_id, texts_ = interaction.guild_id, await interaction.client.texts_for(interaction)
    if guild_id is None or interaction.client.get_guild(guild_id) is None:
        raise UsageError(texts_.added_server_only)
    return guild_id, texts_
