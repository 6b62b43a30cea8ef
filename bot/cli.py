"""The command line: the commands of Footnote, its exit status and its one-line errors."""

import os
import sys
from collections.abc import Iterable, Mapping
from io import StringIO, TextIOWrapper
from pathlib import Path

import click
from dotenv import dotenv_values
from dotenv.parser import parse_stream
from rich.console import Console

from bot.commands.asking import ask, chat, search
from bot.commands.checking import check
from bot.commands.context import DONE, INTERRUPTED, WRONG, Context
from bot.commands.dating import dates, timeline
from bot.commands.documents import add, list_, remove, show
from bot.commands.evaluating import evaluate
from bot.commands.keeping import doctor, run
from bot.commands.refreshing import refresh
from bot.commands.statistics import stats
from bot.settings import Settings
from corpus.errors import FootnoteError, SettingsError

CLOSED = 1  # what click gives where a closed pipe shows earlier
COMMANDS = (add, list_, show, remove, refresh, search, ask, evaluate, check, dates, timeline, chat, run, stats, doctor)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path), metavar="DIR", help="Where Footnote keeps everything.")
@click.version_option(package_name="footnote")
@click.pass_context
def footnote(context: click.Context, data: Path | None) -> None:
    """Answers from your own documents: quoted to the letter, cited, dated; or the word that they do not say."""
    env = {**_dotenv(), **os.environ}
    if data is not None:
        env["FOOTNOTE_DATA"] = str(data)
    context.obj = Context(Settings.from_env(env), Console(highlight=False), Console(stderr=True, highlight=False))


for command in COMMANDS:
    footnote.add_command(command)


def _dotenv() -> Mapping[str, str]:
    try:
        text = Path(".env").read_text("utf-8-sig")
    except (FileNotFoundError, IsADirectoryError):
        return {}
    except UnicodeDecodeError as error:
        raise SettingsError(f".env is not UTF-8 ({error.reason}, byte {error.start + 1}); save it as UTF-8") from error
    if wrong := [str(line.original.line) for line in parse_stream(StringIO(text)) if line.error]:
        raise SettingsError(
            f".env, line {', '.join(wrong)}: write NAME=value, with a quotation mark at both ends or none"
        )
    return {name: value for name, value in dotenv_values(stream=StringIO(text)).items() if value is not None}


def main(arguments: Iterable[str] | None = None) -> int:
    """Run one command; returns its exit status (0 done, 1 nothing found or inputs skipped, 2 wrong)."""
    _let_any_text_through()
    try:
        given = list(arguments) if arguments is not None else None
        status = footnote.main(args=given, prog_name="footnote", standalone_mode=False)
        sys.stdout.flush()  # what cannot be written shows here, and not when Python ends
        return status if isinstance(status, int) else DONE
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        print(f"footnote: {error.format_message()}", file=sys.stderr)  # noqa: T201 -- this is the console
    except FootnoteError as error:
        print(f"footnote: {error}", file=sys.stderr)  # noqa: T201 -- this is the console
    except BrokenPipeError:  # who reads has seen enough, as in "footnote list | head"
        _write_no_more()
        return CLOSED
    except OSError as error:  # such as a full disk, wherever it shows
        _write_no_more()
        what = error.filename or "a file or the output"
        why = f"{what}: cannot be read or written ({error.strerror or error}); what was stored before is kept"
        print(f"footnote: {why}", file=sys.stderr)  # noqa: T201 -- this is the console
    return WRONG


def _write_no_more() -> None:
    """Drop what the output does not take, or Python tries it once more at its end and complains.

    After the note on SIGPIPE in the documentation of Python's module signal.
    """
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _let_any_text_through() -> None:
    """Bytes typed that are no text, and letters that the terminal lacks or no encoding has, are shown some way.

    What was closed before the start, as standard output is by ">&-", takes everything and gives nothing.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115 -- open as long as the program
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace")):  # the latter is JSON's escape too
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)
