"""The process in which one file is parsed: it limits itself, reads standard input and writes JSON."""

import json
import resource
import sys
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module

from corpus.readers.base import MAX_BYTES
from corpus.readers.isolation import FAULT, TOO_LARGE, Limits, UnreadableError


def _limit(limits: Limits) -> None:
    size = limits.mebibytes << 20
    with suppress(ValueError):  # macOS refuses this one; its other limits and the clock outside hold there
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def main(parser: str, seconds: str, mebibytes: str) -> int:
    """The other process: a file comes in by standard input, JSON goes out."""
    _limit(Limits(int(seconds), int(mebibytes)))
    try:
        found = import_module(f"corpus.readers.{parser}").extract(sys.stdin.buffer.read())
    except UnreadableError as error:
        sys.stdout.write(str(error))
        return FAULT
    said = json.dumps(found, default=asdict)
    if len(said) > 2 * MAX_BYTES:
        return TOO_LARGE
    sys.stdout.write(said)
    return 0


sys.exit(main(*sys.argv[1:]))
