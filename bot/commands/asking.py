"""Commands for questions: search, ask, chat."""

from collections.abc import Sequence
from typing import BinaryIO

import click

from bot import report
from bot.commands.batch import batch_option, in_step, run
from bot.commands.context import (
    DONE,
    NOTHING_FOUND,
    Context,
    as_json,
    collections_option,
    in_context,
    timed,
)
from bot.desk import Desk
from bot.terminal.answers import show_answer, show_explanation, show_hits
from bot.terminal.chat import chat as talk


def _explain(
    context: Context, desk: Desk, text: str, collections: Sequence[str] | None, quotes: int, *, as_json: bool
) -> int:
    (answer, rows), took = timed(lambda: desk.explain(text, collections=collections, quotes=quotes))
    if as_json:
        click.echo(report.line({**report.answer(answer, took), "explanation": [report.explained(row) for row in rows]}))
    else:
        show_answer(context.out, answer)
        show_explanation(context.out, answer, rows)
    return DONE if answer.answered else NOTHING_FOUND


@click.command()
@click.argument("query", nargs=-1)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="The most passages to give.")
@collections_option
@batch_option("question")
@as_json
@in_context
def search(
    context: Context,
    query: Sequence[str],
    limit: int,
    collections: Sequence[str] | None,
    batch: BinaryIO | None,
    as_json: bool,
) -> int:
    """Rank passages, without an answer."""
    with context.reading(collections) as desk:

        def one(text: str) -> report.Json:
            terms = desk.terms(text, collections=collections)
            hits, took = timed(lambda: desk.ranked(terms, collections=collections, limit=limit))
            return report.hits(text, hits, took)

        if batch is not None:
            return run(context, batch, "question", in_step(one, lambda text: report.hits(text, [], 0.0)))
        text = " ".join(query)
        if as_json:
            found = one(text)
            click.echo(report.line(found))
            return DONE if found["hits"] else NOTHING_FOUND
        hits = desk.search(text, collections=collections, limit=limit)
        show_hits(context.out, hits)
        if not hits:
            context.remark("Nothing in the corpus matches that.")
        return DONE if hits else NOTHING_FOUND


@click.command()
@click.argument("question", nargs=-1)
@click.option("--quotes", type=click.IntRange(1, 10), help="The most quotes to give.  [default: FOOTNOTE_QUOTES]")
@click.option("--explain", is_flag=True, help="Say what carried each quote, and why others were not quoted.")
@collections_option
@batch_option("question")
@as_json
@in_context
def ask(
    context: Context,
    question: Sequence[str],
    quotes: int | None,
    explain: bool,
    collections: Sequence[str] | None,
    batch: BinaryIO | None,
    as_json: bool,
) -> int:
    """Answer a question with quotes."""
    most = quotes or context.settings.quotes
    with context.reading(collections) as desk:

        def one(text: str) -> report.Json:
            answer, took = timed(lambda: desk.ask(text, collections=collections, quotes=most))
            return report.answer(answer, took)

        if batch is not None:
            return run(context, batch, "question", in_step(one, report.no_answer))
        text = " ".join(question)
        if explain:
            return _explain(context, desk, text, collections, most, as_json=as_json)
        if as_json:
            answered = one(text)
            click.echo(report.line(answered))
            return DONE if answered["answered"] else NOTHING_FOUND
        answer = desk.ask(text, collections=collections, quotes=most)
        show_answer(context.out, answer)
        return DONE if answer.answered else NOTHING_FOUND


@click.command()
@collections_option
@in_context
def chat(context: Context, collections: Sequence[str] | None) -> int:
    """Ask and read answers in the terminal, one after the other."""
    with context.reading(collections) as desk:
        talk(desk, context.out, collections=collections, quotes=context.settings.quotes)
    return DONE
