"""What a person sees of an answer."""

from io import StringIO

from rich.console import Console

from answer.model import Answer
from bot.terminal.answers import show_answer


def at_the_terminal(given: Answer) -> str:
    """The answer as it is printed on a wide terminal."""
    console = Console(file=StringIO(), width=200)
    with console.capture() as shown:
        show_answer(console, given)
    return shown.get()
