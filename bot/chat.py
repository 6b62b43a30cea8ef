"""The chat in a terminal: a question a line, the same answers as in Discord."""

from collections.abc import Sequence

from rich.console import Console

from bot.desk import Desk
from bot.terminal import show_answer
from corpus.errors import UsageError

GREETING = "Ask a question and press Enter; an empty line or Ctrl-D ends the chat."
PROMPT = "[bold]?[/bold] "


def chat(desk: Desk, console: Console, *, collections: Sequence[str] | None, quotes: int) -> None:
    """Answer questions read from the terminal until an empty line or the end of the input."""
    console.print(GREETING)
    while question := _next_question(console):
        try:
            show_answer(console, desk.ask(question, collections=collections, quotes=quotes))
        except UsageError as error:
            console.print(str(error), markup=False)


def _next_question(console: Console) -> str:
    try:
        return console.input(PROMPT).strip()
    except (EOFError, KeyboardInterrupt):
        console.print()
        return ""
