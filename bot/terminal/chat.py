"""The chat in a terminal: a question a line, the same answers as in Discord."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from answer.followup import join
from answer.question import is_small_talk
from bot.desk import Desk
from bot.terminal.answers import show_answer
from corpus.errors import UsageError
from index.analysis import Analyzer

GREETING = "Ask a question and press Enter; an empty line or Ctrl-D ends the chat."
PROMPT = "[bold]?[/bold] "
NOTHING_ASKED = "Ask me something that the documents may say."


def chat(desk: Desk, console: Console, *, collections: Sequence[str] | None, quotes: int) -> None:
    """Answer questions read from the terminal until an empty line or the end of the input.

    A question that leans on the one before it is shown as it was understood.
    """
    console.print(GREETING)
    analyzer = Analyzer()
    earlier = ""
    while typed := _next_question(console):
        if is_small_talk(typed):
            console.print(NOTHING_ASKED)
            continue
        question = join(typed, earlier, analyzer, replied=False) if earlier else typed
        try:
            given = desk.ask(question, collections=collections, quotes=quotes)
        except UsageError as error:
            console.print(str(error), markup=False)
            continue
        if question != typed:
            console.print(Text(question, style="italic"))
        show_answer(console, given)
        earlier = question


def _next_question(console: Console) -> str:
    try:
        return console.input(PROMPT).strip()
    except (EOFError, KeyboardInterrupt):
        console.print()
        return ""
