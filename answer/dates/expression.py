"""The result of tagging: one temporal expression with its place, type, value and derivation."""

from dataclasses import dataclass
from typing import Literal

Type = Literal["DATE", "TIME", "DURATION", "SET"]
STATED = "stated"  # the basis of what needs no other


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A temporal expression; `phrase` is exactly `text[start:end]` of the text it was found in.

    `value` is ISO 8601 or TIMEX3 as precise as the text allows ("2018-09-10", "2018-W37", "1940-SU",
    "2014/2018", "P4Y"), partly known with X ("XXXX-07"), or None where it cannot be known.
    `basis` says in words what the value rests on, or why there is none. `assumed` says that it is taken to lie before
    the day of writing for want of any sign, since most of what news tells does, or behind that day though it stands
    under a title of an earlier year or is told as news tells what is past ("On Monday a court finds him guilty").
    """

    phrase: str
    start: int
    end: int
    type: Type
    value: str | None
    basis: str
    assumed: bool = False

    @property
    def derived(self) -> bool:
        """Whether the value had to be worked out, and the phrase does not state it all by itself."""
        return self.basis != STATED

    @property
    def points(self) -> bool:
        """Whether it points to a time of the calendar, known or not: no length, no repetition, no mere "recently"."""
        return self.type in ("DATE", "TIME") and not (self.value or "").endswith("_REF")
