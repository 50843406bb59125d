"""A clock that nothing disturbs: neither a machine that sleeps nor somebody who sets its time.

The moment it was made is taken from the clock on the wall; from then on it counts the seconds the
machine counts, also those it slept through. Setting the wall clock, by hand or by a time server,
changes nothing until the program is started again.
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
        self._count = count
        self._began = wall()
        self._from = count()

    def __call__(self) -> dt.datetime:
        """The present moment."""
        return self._began + dt.timedelta(seconds=self._count() - self._from)
