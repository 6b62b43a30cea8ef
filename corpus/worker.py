"""A process that works for another one: jobs go in and what became of them comes out, both pickled.

    python -m corpus.worker MODULE:FUNCTION

is that process; the function is called once, and what it returns with each job.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from corpus.garbage import seldom_collected

_ROOT: Final = Path(__file__).parents[1]


class Worker:
    """Another process, which does jobs as the function does that `begin` returns, one at a time."""

    def __init__(self, begin: Callable[[], Callable[[Any], object]]) -> None:
        # In a session of its own: Ctrl-C is for the process that has to bring things to an end. No other folder's
        # modules, and no traceback: what is lost here is made up for by whoever asked.
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, f"{begin.__module__}:{begin.__name__}"], cwd=_ROOT, start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def do(self, job: object) -> Any:  # noqa: ANN401 -- whoever gives jobs knows what becomes of them
        """Have a job done, and wait for what becomes of it. Raises OSError or EOFError once the process has died."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        pickle.dump(job, stdin, protocol=5)
        stdin.flush()
        try:
            return pickle.load(stdout)
        except pickle.UnpicklingError as error:
            raise EOFError("the process died while it was answering") from error

    def kill(self) -> None:
        """End the process, whatever it is doing; a `do` under way fails."""
        self._process.kill()

    def close(self) -> None:
        """End the process and forget it, while nobody waits for it."""
        self._process.kill()
        self._process.communicate()


def main() -> None:
    """Do jobs until there are no more, or until whoever gave them has died."""
    module, _, name = sys.argv[1].partition(":")
    work = getattr(import_module(module), name)()
    with seldom_collected(), suppress(EOFError):
        while True:
            pickle.dump(work(pickle.load(sys.stdin.buffer)), sys.stdout.buffer, protocol=5)
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
