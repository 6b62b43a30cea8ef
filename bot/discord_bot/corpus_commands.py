"""/corpus: the documents of one server, for those who manage it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath

import discord
from discord import app_commands

from bot.desk import Desk, Fate
from bot.discord_bot import jobs, uploads
from bot.discord_bot.access import server_collection
from bot.discord_bot.base import LOOK_UP_SECONDS, SUGGEST_SECONDS, Interaction, added_server
from bot.discord_bot.budget import DESCRIPTION, Block, fit
from bot.discord_bot.escape import label
from bot.discord_bot.languages.texts import Texts
from bot.discord_bot.reply import FOUND, sentence
from bot.discord_bot.source import source_line
from bot.discord_bot.unfinished import thinking
from corpus.documents import Document, Key
from corpus.errors import UsageError
from corpus.intake import read
from corpus.loading import Added

log = logging.getLogger(__name__)

LARGEST_FILE = 10_000_000  # bytes
ADD_SECONDS = 300.0
# Pages of one feed or sitemap: with a second between two of them, well within the time.
MOST_LINKS = 100
LISTED = 15  # documents on a page

corpus = app_commands.Group(
    name="corpus",
    description="This server's own documents",
    guild_only=True,
    default_permissions=discord.Permissions(manage_guild=True),
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
)


async def _own(interaction: Interaction) -> tuple[str, Texts]:
    """The collection of a server's own documents, and the bot's own texts in its language."""
    guild_id, texts = await added_server(interaction)
    return server_collection(guild_id), texts


@corpus.command(description="Add a document, or change it by adding its file or web page again")
@app_commands.describe(
    file="A document, table, archive, feed or chat export of at most 10 MB",
    url="The address of a web page, feed or sitemap",
)
async def add(interaction: Interaction, file: discord.Attachment | None = None, url: str | None = None) -> None:
    """Store the documents of a file or of a web address in this server's collection."""
    async with thinking(interaction):
        collection, texts = await _own(interaction)
        if (file is None) == (url is None):
            raise UsageError(texts.file_or_address)
        client = interaction.client
        if file:
            job = await _file_job(client.settings.data, file, collection, texts)
        else:
            job = _page_job(url or "", collection, texts)
        added = await client.workers.writer.run(job, seconds=ADD_SECONDS)
        log.info("%s: %d added, %d replaced", collection, added.added, added.replaced)
        said = _outcome(added, file.filename if file else url or "", texts)
        await interaction.edit_original_response(embed=discord.Embed(description=said, colour=FOUND))


async def _file_job(data: Path, file: discord.Attachment, collection: str, texts: Texts) -> Callable[[Desk], Added]:
    if file.size > LARGEST_FILE:
        megabytes = texts.file_too_large.format(size=f"{file.size / 1e6:.1f}", most=f"{LARGEST_FILE / 1e6:.0f}")
        raise UsageError(megabytes)
    content = await file.read()

    def add(desk: Desk) -> Added:
        with uploads.kept_while_read(data, collection, file.filename, content) as place:
            return desk.add(read([str(place)]), collection=collection)

    return add


def _page_job(url: str, collection: str, texts: Texts) -> Callable[[Desk], Added]:
    url = url.strip()
    # Anything else would be taken for a path of the host's.
    if not url.lower().startswith(("http://", "https://")):
        raise UsageError(texts.no_address)
    return lambda desk: desk.take([url], collection=collection, most_links=MOST_LINKS)


def _outcome(added: Added, filename: str, texts: Texts) -> str:
    name = label(filename, 100)
    counts = [(added.added, texts.added), (added.replaced, texts.replaced), (added.unchanged, texts.unchanged)]
    told = ", ".join(form.format(count=count) for count, form in counts if count) or texts.nothing_added
    lines = [f"**{name}**: {told}."]
    faults = (*added.skipped, *added.incomplete)
    lines += [f"- {label(_source(one.source), 150)}: {label(one.told(texts.reasons), 200)}" for one in faults[:8]]
    more = len(faults) - 8
    return "\n".join([*lines, f"- {texts.and_more.format(count=more)}"] if more > 0 else lines)


def _source(source: str) -> str:
    """What was not read: a web address, or the last part of a path of the host's, which alone was the person's own."""
    return source if "://" in source else PurePath(source).name


@corpus.command(name="list", description="The documents of this server")
@app_commands.describe(page="Which page of the list")
async def list_(interaction: Interaction, page: app_commands.Range[int, 1, 10_000] = 1) -> None:
    """Show the server's documents, some at a time."""
    async with thinking(interaction):
        collection, texts = await _own(interaction)
        documents, fates = await interaction.client.workers.reader.run(
            lambda desk: (_documents(desk, collection), desk.fates(collections=[collection])), seconds=LOOK_UP_SECONDS
        )
        await interaction.edit_original_response(embed=_listing(documents, fates, page, texts))


def _documents(desk: Desk, collection: str) -> list[Document]:
    return list(desk.summaries(collections=[collection])) if collection in desk.collections() else []


def _listing(documents: Sequence[Document], fates: Mapping[Key, Fate], page: int, texts: Texts) -> discord.Embed:
    if not documents:
        return sentence(texts.no_documents).embed()
    last = (len(documents) - 1) // LISTED + 1
    page = min(page, last)
    shown = documents[(page - 1) * LISTED : page * LISTED]
    lines = [_line(document, fates.get(document.key, Fate()), texts) for document in shown]
    body, _ = fit("", [Block(line, line) for line in lines], "", DESCRIPTION)
    embed = discord.Embed(title=texts.documents.format(count=len(documents)), description=body, colour=FOUND)
    return embed.set_footer(text=texts.other_pages.format(number=page, last=last))


def _line(document: Document, fate: Fate, texts: Texts) -> str:
    """A document with its id, and what became of it at its source."""
    told = ((texts.listed_gone, fate.gone_since), (texts.listed_changed, fate.changed_at))
    notes = [form.format(day=texts.date(when[:10], False)) for form, when in told if when]
    return " · ".join([source_line(document, texts=texts), f"{texts.id} {label(document.id, 60)}", *notes])


@corpus.command(description="Remove a document of this server")
@app_commands.describe(document="A title, publisher or id; suggestions appear as you type")
async def remove(interaction: Interaction, document: app_commands.Range[str, 1, 500]) -> None:
    """Remove one of the server's own documents."""
    async with thinking(interaction):
        collection, texts = await _own(interaction)
        gone = await interaction.client.workers.writer.run(
            lambda desk: _remove(desk, document, collection), seconds=ADD_SECONDS
        )
        said = texts.removed.format(title=label(gone, 150)) if gone else texts.not_removed
        await interaction.edit_original_response(embed=discord.Embed(description=said, colour=FOUND))


def _remove(desk: Desk, wanted: str, collection: str) -> str | None:
    """What the removed document was called; None where no single one was meant."""
    if collection not in desk.collections():
        return None
    found = jobs.look_up(desk, wanted, [collection])
    if found is None or not desk.remove([found.id], collection=collection):
        return None
    return found.called


@remove.autocomplete("document")
async def offer_own_documents(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Documents of this server to choose from."""
    collection, _ = await _own(interaction)
    try:
        found = await interaction.client.workers.reader.run(
            lambda desk: jobs.choices(_documents(desk, collection), typed),
            seconds=SUGGEST_SECONDS,
        )
    except TimeoutError:
        return []
    return [app_commands.Choice(name=choice.line, value=choice.value) for choice in found]


@corpus.command(description="How many documents this server has, and what else I read here")
async def status(interaction: Interaction) -> None:
    """Say how many documents there are, of which time, and which shared ones are read too."""
    async with thinking(interaction):
        collection, texts = await _own(interaction)
        reads = await interaction.client.reads(interaction.guild_id)
        own, shared = await interaction.client.workers.reader.run(
            lambda desk: (_documents(desk, collection), _shared(desk, reads)), seconds=LOOK_UP_SECONDS
        )
        lines = [
            texts.own_documents.format(count=len(own)) + _span(own, texts),
            texts.shared_documents.format(count=shared),
        ]
        await interaction.edit_original_response(embed=discord.Embed(description="\n".join(lines), colour=FOUND))


def _shared(desk: Desk, reads: jobs.Reads) -> int:
    read_here = reads.collections(desk)
    if read_here is None:
        return desk.count()
    return desk.count(collections=[name for name in read_here if name != reads.own])


def _span(documents: Sequence[Document], texts: Texts) -> str:
    published = sorted(document.published for document in documents if document.published)
    if not published:
        return ""
    first, last = (label(texts.date(value, False), 60) for value in (published[0], published[-1]))
    form = texts.published_on if first == last else texts.published_span
    return f", {form.format(first=first, last=last)}"
