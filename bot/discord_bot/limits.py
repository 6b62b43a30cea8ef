"""How many questions a minute are answered for one user, in one channel and in one server."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from bot.settings import Limits

WINDOW = 60.0  # seconds
SWEEP = 1000  # as many questions as are counted before those who have stopped asking are forgotten


@dataclass(frozen=True, slots=True)
class Refusal:
    """Whose limit is reached ("user", "channel" or "server"), and in how many seconds the next question is answered."""

    whose: str
    seconds: int


class Limiter:
    """Counts questions of the last minute in memory. `clock` gives seconds that only grow."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = {"user": limits.user, "channel": limits.channel, "server": limits.server}
        self._clock = clock
        self._asked: dict[tuple[str, int], deque[float]] = {}
        self._counted = 0

    def take(self, *, user: int, channel: int | None, server: int | None) -> Refusal | None:
        """Count a question, or say why it is not answered now; what is refused does not count."""
        now = self._clock()
        ids = {"user": user, "channel": channel, "server": server}
        keys = [(whose, id_) for whose, id_ in ids.items() if id_ is not None and self._most[whose]]
        for whose, id_ in keys:
            asked = self._recent((whose, id_), now)
            if len(asked) >= self._most[whose]:
                return Refusal(whose, max(1, ceil(asked[0] + WINDOW - now)))
        for key in keys:
            self._asked.setdefault(key, deque()).append(now)
        self._counted += 1
        if self._counted % SWEEP == 0:
            self._sweep(now)
        return None

    def _recent(self, key: tuple[str, int], now: float) -> deque[float]:
        asked = self._asked.get(key, deque())
        while asked and asked[0] <= now - WINDOW:
            asked.popleft()
        return asked

    def _sweep(self, now: float) -> None:
        self._asked = {key: asked for key in list(self._asked) if (asked := self._recent(key, now))}
