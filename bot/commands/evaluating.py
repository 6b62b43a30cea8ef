"""The command for hosts who keep golden questions: how good the answers are, and a floor to hold."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TextIO

import click
from rich.table import Table

from answer.evaluation import Figures, Golden, figures, judge
from bot import report
from bot.commands.context import DONE, NOTHING_FOUND, Context, as_json, chosen, collections_option, in_context
from corpus.errors import IntakeError, UsageError


def golden_questions(lines: Iterable[str], source: str) -> Iterator[Golden | IntakeError]:
    """Read JSON Lines: "question", "answers" (none where the corpus does not answer), and "gold" if documents count."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            answers = tuple(given.get("answers") or ()) if given.get("answerable", True) else ()
            yield Golden(given.get("id", number), given["question"], answers, frozenset(given.get("gold") or ()))
        except (ValueError, KeyError, TypeError, AttributeError):
            yield IntakeError(f"{source}, line {number}", 'needs an object with "question" and a list "answers"')


@click.command(name="eval")
@click.argument("questions", type=click.File("r", encoding="utf-8"), metavar="QUESTIONS.jsonl")
@click.option("--floor", type=click.FloatRange(0, 1), help="Exit with 1 where a smaller share has a right quote.")
@collections_option
@as_json
@in_context
def evaluate(
    context: Context, questions: TextIO, floor: float | None, collections: Sequence[str], as_json: bool
) -> int:
    """Ask your own questions with known answers, and see how many quotes are right."""
    judged = []
    with context.desk() as desk:
        for golden in golden_questions(questions, questions.name):
            if isinstance(golden, IntakeError):
                context.remark(f"skipped {golden}")
                continue
            answer = desk.ask(golden.question, collections=chosen(collections), quotes=context.settings.quotes)
            judged.append(judge(golden, answer))
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
    return NOTHING_FOUND if floor is not None and (found.any_right or 0.0) < floor else DONE


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
        table.add_row(f"confidence about {mean:.2f} ({count} questions)", f"{right:.3f} right")
    return table
