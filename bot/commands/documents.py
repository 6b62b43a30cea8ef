"""Commands for the documents: add, list, show, remove."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from bot import report
from bot.commands.context import (
    DONE,
    INTERRUPTED,
    NOTHING_FOUND,
    Context,
    as_json,
    collections_option,
    in_context,
    one_collection,
)
from bot.desk import LIBRARY, Fate
from bot.terminal.documents import added_line, fault_lines, show_document, show_documents
from bot.terminal.progress import Watch, stopping
from bot.wording import counted
from corpus.intake import Reading
from corpus.readers.base import tidy


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL…")
@one_collection
@click.option("--metadata", type=click.Path(path_type=Path), metavar="FILE.csv", help="Titles, dates and so on.")
@as_json
@in_context
def add(context: Context, sources: Sequence[str], collection: str, metadata: Path | None, as_json: bool) -> int:
    """Read files, folders, archives, feeds and web pages into a collection."""
    with context.desk() as desk, stopping() as stop:
        watch = Watch(context.remarks, sources, stop)
        outcome = desk.take(sources, metadata, collection=collection, through=watch)
    for line in (
        *fault_lines("skipped", outcome.skipped),
        *fault_lines("warning:", outcome.incomplete),
    ):
        context.remark(line)
    if as_json:
        click.echo(report.line(report.added(outcome)))
    else:
        _tell(context, watch.reading)
        context.remark(added_line(outcome, collection))
    if stop.is_set():
        context.remark("Stopped; what was read is kept. The same command goes on from here.")
        return INTERRUPTED
    return NOTHING_FOUND if outcome.skipped or outcome.incomplete else DONE


def _tell(context: Context, reading: Reading | None) -> None:
    """A line for each source, if there were several, and what the documents did not say of themselves."""
    if reading is None:
        return
    if len(reading.tallies) > 1:
        for tally in reading.tallies:
            faults = ((tally.skipped, "skipped"), (tally.incomplete, "with a warning"))
            counts = [counted(tally.documents, "document"), *(f"{count} {what}" for count, what in faults if count)]
            context.remark(f"{tally.given}: {', '.join(counts)}")
    missing = [(reading.undated, "no date"), (reading.untitled, "no title")]
    told = ", ".join(f"{count} with {what}" for count, what in missing if count)
    if told:
        context.remark(f"Of the documents read, {told}; --metadata FILE.csv can say more.")


@click.command(name="list")
@collections_option
@as_json
@in_context
def list_(context: Context, collections: Sequence[str] | None, as_json: bool) -> int:
    """List the documents."""
    with context.desk() as desk:
        documents = desk.summaries(collections=collections)
        fates = desk.fates(collections=collections)
        if as_json:
            addresses = desk.addresses(collections=collections)
            for document in documents:
                also = {"addresses": addresses.get(document.key, []), **asdict(fates.get(document.key, Fate()))}
                click.echo(report.line(report.document(document) | also))
        else:
            show_documents(context.out, documents, fates)
    return DONE


@click.command()
@click.argument("id")
@collections_option
@as_json
@in_context
def show(context: Context, id: str, collections: Sequence[str] | None, as_json: bool) -> int:
    """Show one document with its stored text, whichever collection has it."""
    id = tidy(id)  # as ids are when they are stored; what was typed may be no text at all
    with context.desk() as desk:
        found = list(desk.documents(id, collections=collections or desk.collections()))
        document = next((one for one in found if one.collection == LIBRARY), None) or next(iter(found), None)
        own = [document.collection] if document else []
        versions = desk.versions(id, collections=own)
        fates = desk.fates(collections=own)
    if document is None:
        context.remark(f"There is no document {id}; “footnote list” shows the ids.")
        return NOTHING_FOUND
    if others := [f"“{one.collection}”" for one in found if one is not document]:
        context.remark(f"This one is in “{document.collection}”; --collection shows those in {', '.join(others)}.")
    fate = fates.get(document.key, Fate())
    if as_json:
        earlier = [{"until": until, "title": old.title, "text": old.text} for until, old in versions]
        click.echo(
            report.line({**report.document(document), "text": document.text, "versions": earlier, **asdict(fate)})
        )
    else:
        show_document(context.out, document)
        if fate.gone_since:
            context.remark(f"Gone from its source since {fate.gone_since[:10]}; this is the text as it was last read.")
        if fate.changed_at:
            context.remark(f"Changed on {fate.changed_at[:10]}; “footnote show {id} --json” holds the earlier texts.")
    return DONE


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--collection", metavar="NAME", help="The collection to remove from.")
@in_context
def remove(context: Context, ids: Sequence[str], collection: str | None) -> int:
    """Remove documents."""
    ids = [tidy(id) for id in ids]
    with context.desk() as desk:
        removed = desk.remove(ids, collection=collection)
    context.remark(f"{len(removed)} removed")
    unknown = [id for id in ids if id not in removed]
    if unknown:
        context.remark(f"There is no document {', '.join(unknown)}; “footnote list” shows the ids.")
    return NOTHING_FOUND if unknown else DONE
