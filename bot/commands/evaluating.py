"""The command for hosts who keep golden questions: how good the answers are, and a floor to hold."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import BinaryIO

import click
from rich.table import Table

from answer.evaluation import Figures, Golden, Judged, figures, judge
from answer.model import Answer
from bot import report
from bot.commands.batch import Item, each
from bot.commands.context import NOTHING_FOUND, Context, as_json, collections_option, in_context
from bot.wording import counted
from corpus.errors import IntakeError, UsageError


@click.command(name="eval")
@click.argument("questions", type=click.File("rb"), metavar="QUESTIONS.jsonl")
@click.option("--floor", type=click.FloatRange(0, 1), help="Exit with 1 where a smaller share has a right quote.")
@collections_option
@as_json
@in_context
def evaluate(
    context: Context, questions: BinaryIO, floor: float | None, collections: Sequence[str] | None, as_json: bool
) -> int:
    """Ask your own questions with known answers, and see how many quotes are right."""
    judged: list[Judged] = []
    with context.desk() as desk:

        def ask(text: str) -> Answer:
            return desk.ask(text, collections=collections, quotes=context.settings.quotes)

        desk.version(collections=collections)  # a wrong name is not the fault of every line
        status = each(context, questions, "question", lambda item: judged.append(_judged(item, ask)))
    if not judged:
        raise UsageError(f"{questions.name} holds no question; write one a line, as JSON.")
    found = figures(judged)
    wrong = [{"id": one.golden.id, "question": one.golden.question} for one in judged if not _well(one.any, one.golden)]
    if as_json:
        click.echo(report.line({**asdict(found), "wrong": wrong}))
    else:
        context.out.print(_table(found))
        for one in wrong:
            context.out.print(f"no right quote: {one['question']}", markup=False, soft_wrap=True)
    return NOTHING_FOUND if floor is not None and (found.any_right or 0.0) < floor else status


def _judged(item: Item, ask: Callable[[str], Answer]) -> Judged:
    golden = golden_question(item)
    try:
        return judge(golden, ask(golden.question))
    except UsageError as error:
        raise IntakeError(item.place, error.form, **error.values) from error


def golden_question(item: Item) -> Golden:
    """A line with "question", "answers" (none where the corpus does not answer), and "gold" if documents count.

    Raises IntakeError where one of the latter two is no list of texts.
    """
    answers, gold = _texts(item, "answers"), _texts(item, "gold")
    answerable = item.given.get("answerable", True)
    return Golden(item.given.get("id", item.number), item.text, answers if answerable else (), frozenset(gold))


def _texts(item: Item, key: str) -> tuple[str, ...]:
    given = item.given.get(key) or []
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise IntakeError(item.place, f'"{key}" must be a list of texts, such as ["one", "another"]')
    return tuple(given)


def _well(right: bool, golden: Golden) -> bool:
    return right or not golden.answers


def _table(found: Figures) -> Table:
    table = Table("figure", "value", box=None)
    rows = (
        ("questions with an answer", found.answerable),
        ("first quote right", found.first_right),
        ("a quote right", found.any_right),
        ("answered", found.answered),
        ("questions without an answer", found.unanswerable),
        ("declined", found.declined),
        ("Brier score of the confidence", found.brier),
    )
    for name, value in rows:
        table.add_row(name, "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value))
    for count, mean, right in found.reliability:
        table.add_row(f"confidence about {mean:.2f} ({counted(count, 'question')})", f"{right:.3f} right")
    return table
