"""What every command of the terminal works with: the settings, where results and remarks go, shared options."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import click
from rich.console import Console

from bot.desk import LIBRARY, Desk
from bot.settings import Settings
from bot.terminal.progress import Rebuilding
from corpus.errors import NoCollectionError

DONE, NOTHING_FOUND, WRONG, INTERRUPTED = 0, 1, 2, 130

_SHOWN = 20  # names of collections
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Context:
    """The settings of this run, and the consoles for results (standard output) and remarks (standard error)."""

    settings: Settings
    out: Console
    remarks: Console

    def remark(self, text: str) -> None:
        """Say something that is no result."""
        self.remarks.print(text, markup=False, soft_wrap=True)

    @contextmanager
    def reading(self, collections: Sequence[str] | None) -> Iterator[Desk]:
        """The data folder, opened for questions of these collections, with the bundled corpus where there is none."""
        with self.desk(sample=True) as desk:
            desk.version(collections=collections)  # a wrong name is said once, and not of every line or question
            yield desk

    @contextmanager
    def desk(self, *, sample: bool = False) -> Iterator[Desk]:
        """The data folder, opened; `sample` loads the bundled corpus where there are no documents at all."""
        with Rebuilding(self.remarks) as progress, Desk(self.settings.data, progress=progress) as desk:
            if sample and (count := desk.load_sample()):
                self.remark(
                    f"No documents yet: loaded the sample corpus ({count} reports). Add yours: footnote add PATH"
                )
            try:
                yield desk
            except NoCollectionError as error:
                raise _where_to_choose(error, desk.collections()) from error


def _where_to_choose(error: NoCollectionError, names: Sequence[str]) -> NoCollectionError:
    """The error with the collections that there are; with a folder of none, as it is."""
    if not names:
        return error
    more = ", …" if len(names) > _SHOWN else ""
    form = "There is no collection {name!r}; choose one that there is with --collection: {names}"
    return NoCollectionError(form, **error.values | {"names": ", ".join(names[:_SHOWN]) + more})


in_context = click.pass_obj
as_json = click.option("--json", "as_json", is_flag=True, help="Answer with JSON, an object a line.")
collections_option = click.option(
    "--collection",
    "collections",
    multiple=True,
    metavar="NAME",
    callback=lambda _context, _option, named: named or None,
    help="Read this collection; may be given again.",
)
one_collection = click.option(
    "--collection", default=LIBRARY, metavar="NAME", show_default=True, help="The collection to work on."
)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` gives, and how long it took, in milliseconds."""
    began = time.perf_counter()
    return work(), 1000 * (time.perf_counter() - began)
