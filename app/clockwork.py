"""A clock that nothing disturbs: neither a machine that sleeps nor somebody who sets its time.

While something runs it is held: it starts from the clock on the wall and counts the seconds the
machine counts, also those it slept through. Setting the wall clock, by hand or by a time server,
changes nothing then. Before and after it follows the wall, so that a time set right counts at once.

One clock for everything that is written down: were the times of statements taken from another one
than those of the items, setting the clock would tear them apart.
"""

import datetime as dt
import time
from collections.abc import Callable

_COUNTER: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""Linux has the first, macOS the second; both count on in sleep, where ``time.monotonic`` stands
still. On Windows there is neither and ``time.monotonic`` counts on."""


def wall_now() -> dt.datetime:
    """What the clock of the machine says."""
    return dt.datetime.now(dt.UTC)


def seconds_awake_or_asleep() -> float:
    """Seconds since some moment; goes on while the machine sleeps, never jumps."""
    if _COUNTER is None:
        return time.monotonic()
    return time.clock_gettime(_COUNTER)


class Clockwork:
    """Call it for the present moment, aware UTC. ``wall`` and ``count`` are the machine's."""

    def __init__(
        self,
        wall: Callable[[], dt.datetime] = wall_now,
        count: Callable[[], float] = seconds_awake_or_asleep,
    ) -> None:
        self._wall = wall
        self._count = count
        self._held: tuple[dt.datetime, float] | None = None

    def hold(self, held: bool) -> None:
        """Follow the wall clock no longer, or again; may come as often as one likes."""
        if not held:
            self._held = None
        elif self._held is None:
            self._held = (self._wall(), self._count())

    def __call__(self) -> dt.datetime:
        """The present moment."""
        if self._held is None:
            return self._wall()
        began, count = self._held
        return began + dt.timedelta(seconds=self._count() - count)
