"""Python's garbage collector, held back in bulk work: it looks for cycles, which few of our objects are in."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Objects made until the young ones are looked through, and how many times until the next older ones are.
_SELDOM = (100_000, 50, 100)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """While documents come by the thousand, a seventh of the time would go into looking through all that is held."""
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
