"""The command line: every command of Footnote, its exit status and its one-line errors."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, TypeVar

import click
from dotenv import dotenv_values
from rich.console import Console

from bot import report, terminal
from bot.batch import Item, items
from bot.chat import chat as talk
from bot.desk import LIBRARY, Desk
from bot.settings import Settings
from corpus.errors import FootnoteError, IntakeError, UsageError
from corpus.intake import read

DONE, NOTHING_FOUND, WRONG = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Context:
    """What every command works with: the settings, and where results and remarks go."""

    settings: Settings
    out: Console
    remarks: Console


in_context = click.pass_obj
as_json = click.option("--json", "as_json", is_flag=True, help="Answer with JSON, an object a line.")
collections_option = click.option(
    "--collection", "collections", multiple=True, metavar="NAME", help="Read this collection; may be given again."
)
one_collection = click.option("--collection", default=LIBRARY, metavar="NAME", show_default=True)
batch_option = click.option(
    "--batch", type=click.File("r", encoding="utf-8"), metavar="FILE", help="A question a line, as JSON; - is stdin."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path), metavar="DIR", help="Where Footnote keeps everything.")
@click.version_option(package_name="footnote")
@click.pass_context
def footnote(context: click.Context, data: Path | None) -> None:
    """Answers from your own documents: quoted to the letter, cited, dated; or the word that they do not say."""
    env = {name: value for name, value in {**dotenv_values(".env"), **os.environ}.items() if value is not None}
    if data is not None:
        env["FOOTNOTE_DATA"] = str(data)
    context.obj = Context(Settings.from_env(env), Console(highlight=False), Console(stderr=True, highlight=False))


def _remark(context: Context, text: str) -> None:
    context.remarks.print(text, markup=False, soft_wrap=True)


def _open(context: Context, *, sample: bool = False) -> Desk:
    desk = Desk(context.settings.data)
    if sample and (count := desk.load_sample()):
        _remark(context, f"No documents yet: loaded the sample corpus ({count} reports). Add yours: footnote add PATH")
    return desk


def _chosen(collections: Sequence[str]) -> Sequence[str] | None:
    return collections or None


@footnote.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL…")
@one_collection
@click.option("--metadata", type=click.Path(path_type=Path), metavar="FILE.csv", help="Titles, dates and so on.")
@as_json
@in_context
def add(context: Context, sources: Sequence[str], collection: str, metadata: Path | None, as_json: bool) -> int:
    """Read files, folders and JSON Lines into a collection."""
    with _open(context) as desk:
        outcome = desk.add(read(sources, metadata), collection=collection)
    for error in outcome.skipped:
        _remark(context, f"skipped {error}")
    if as_json:
        click.echo(report.line(report.added(outcome)))
    else:
        _remark(context, terminal.added_line(outcome, collection))
    return NOTHING_FOUND if outcome.skipped else DONE


@footnote.command(name="list")
@collections_option
@as_json
@in_context
def list_(context: Context, collections: Sequence[str], as_json: bool) -> int:
    """List the documents."""
    with _open(context) as desk:
        documents = desk.summaries(collections=_chosen(collections))
        if as_json:
            for document in documents:
                click.echo(report.line(report.document(document)))
        else:
            terminal.show_documents(context.out, documents)
    return DONE


@footnote.command()
@click.argument("id")
@collections_option
@as_json
@in_context
def show(context: Context, id: str, collections: Sequence[str], as_json: bool) -> int:
    """Show one document with its stored text."""
    with _open(context) as desk:
        document = desk.document(id, collections=_chosen(collections))
    if document is None:
        _remark(context, f"There is no document {id}; “footnote list” shows the ids.")
        return NOTHING_FOUND
    if as_json:
        click.echo(report.line({**report.document(document), "text": document.text}))
    else:
        terminal.show_document(context.out, document)
    return DONE


@footnote.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--collection", metavar="NAME", help="The collection to remove from.")
@in_context
def remove(context: Context, ids: Sequence[str], collection: str | None) -> int:
    """Remove documents."""
    with _open(context) as desk:
        removed = desk.remove(ids, collection=collection)
    _remark(context, f"{len(removed)} removed")
    unknown = [id for id in ids if id not in removed]
    if unknown:
        _remark(context, f"There is no document {', '.join(unknown)}; “footnote list” shows the ids.")
    return NOTHING_FOUND if unknown else DONE


T = TypeVar("T")


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    return work(), 1000 * (time.perf_counter() - began)


def _batch(context: Context, batch: TextIO, one: Callable[[str], report.Json]) -> int:
    """Run `one` over every line of a batch and print what it gives, with the line's id."""
    skipped = 0
    for item in items(batch, batch.name):
        if isinstance(item, IntakeError):
            _remark(context, f"skipped {item}")
            skipped += 1
        else:
            click.echo(report.line({"id": item.id, **_or_error(item, one)}))
    return NOTHING_FOUND if skipped else DONE


def _or_error(item: Item, one: Callable[[str], report.Json]) -> report.Json:
    """A question that cannot be asked gives an empty answer with the reason, so that the lines stay in step."""
    try:
        return one(item.question)
    except UsageError as error:
        return {
            "question": item.question, "answered": False, "confidence": 0.0, "took_ms": 0.0,
            "citations": [], "agreement": None, "nearest": [], "hits": [], "error": str(error),
        }  # fmt: skip


@footnote.command()
@click.argument("query", nargs=-1)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
@collections_option
@batch_option
@as_json
@in_context
def search(
    context: Context, query: Sequence[str], limit: int, collections: Sequence[str], batch: TextIO | None, as_json: bool
) -> int:
    """Rank passages, without an answer."""
    with _open(context, sample=True) as desk:

        def one(text: str) -> report.Json:
            hits, took = _timed(lambda: desk.search(text, collections=_chosen(collections), limit=limit))
            return report.hits(text, hits, took)

        if batch is not None:
            return _batch(context, batch, one)
        text = " ".join(query)
        if as_json:
            found = one(text)
            click.echo(report.line(found))
            return DONE if found["hits"] else NOTHING_FOUND
        hits = desk.search(text, collections=_chosen(collections), limit=limit)
        terminal.show_hits(context.out, hits)
        if not hits:
            _remark(context, "Nothing in the corpus matches that.")
        return DONE if hits else NOTHING_FOUND


@footnote.command()
@click.argument("question", nargs=-1)
@click.option("--quotes", type=click.IntRange(1, 10), help="The most quotes to give.  [default: 3]")
@collections_option
@batch_option
@as_json
@in_context
def ask(
    context: Context,
    question: Sequence[str],
    quotes: int | None,
    collections: Sequence[str],
    batch: TextIO | None,
    as_json: bool,
) -> int:
    """Answer a question with quotes."""
    most = quotes or context.settings.quotes
    with _open(context, sample=True) as desk:

        def one(text: str) -> report.Json:
            answer, took = _timed(lambda: desk.ask(text, collections=_chosen(collections), quotes=most))
            return report.answer(answer, took)

        if batch is not None:
            return _batch(context, batch, one)
        text = " ".join(question)
        if as_json:
            answered = one(text)
            click.echo(report.line(answered))
            return DONE if answered["answered"] else NOTHING_FOUND
        answer = desk.ask(text, collections=_chosen(collections), quotes=most)
        terminal.show_answer(context.out, answer)
        return DONE if answer.answered else NOTHING_FOUND


@footnote.command()
@collections_option
@in_context
def chat(context: Context, collections: Sequence[str]) -> int:
    """Ask and read answers in the terminal, one after the other."""
    with _open(context, sample=True) as desk:
        talk(desk, context.out, collections=_chosen(collections), quotes=context.settings.quotes)
    return DONE


@footnote.command()
@click.pass_context
def run(click_context: click.Context) -> int:
    """Run the Discord bot; without DISCORD_TOKEN, chat in the terminal."""
    context: Context = click_context.obj
    if not context.settings.discord_token:
        _remark(context, "DISCORD_TOKEN is not set (put it into .env to connect to Discord); chatting here instead.")
        result: int = click_context.invoke(chat, collections=())
        return result
    # discord.py takes a third of a second to import, which no other command should wait for.
    from bot.discord_bot.run import run as run_bot

    with _open(context, sample=True):
        pass
    return run_bot(context.settings)


@footnote.command()
@as_json
@in_context
def doctor(context: Context, as_json: bool) -> int:
    """Check the configuration, the store, the index and Discord, and say how to mend each."""
    from bot.doctor import examine  # asks Discord, so it needs discord.py too

    findings = examine(context.settings)
    if as_json:
        click.echo(report.line({"findings": [finding.report() for finding in findings]}))
    else:
        for finding in findings:
            context.out.print(str(finding), markup=False, soft_wrap=True)
    return DONE if all(finding.ok for finding in findings) else WRONG


def main(arguments: Iterable[str] | None = None) -> int:
    """Run one command; returns its exit status (0 done, 1 nothing found or inputs skipped, 2 wrong)."""
    try:
        given = list(arguments) if arguments is not None else None
        status = footnote.main(args=given, prog_name="footnote", standalone_mode=False)
        return status if isinstance(status, int) else DONE
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except click.ClickException as error:
        print(f"footnote: {error.format_message()}", file=sys.stderr)  # noqa: T201 -- this is the console
    except FootnoteError as error:
        print(f"footnote: {error}", file=sys.stderr)  # noqa: T201 -- this is the console
    except BrokenPipeError:
        # The reader of our output has gone ("footnote list | head"); Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return WRONG
