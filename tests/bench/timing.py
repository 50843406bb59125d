"""Taking times on a machine that is busy with other things too."""

import gc
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

Task = Callable[[], object]

BETWEEN_KEYS_MS = 15
"""Faster than anybody types."""


def take_turns(rounds: int, *tasks: Task, warm_up: int = 1) -> list[float]:
    """The median time of each task; they take turns, so that a busy moment meets all of them."""
    for _ in range(warm_up):
        for task in tasks:
            task()
    gc.collect()
    times = [[seconds(task) for task in tasks] for _ in range(rounds)]
    return [median(column) for column in zip(*times, strict=True)]


def seconds(task: Task) -> float:
    """How long it takes once."""
    start = perf_counter()
    task()
    return perf_counter() - start


def percentile(times: list[float], share: float) -> float:
    """The time below which this share of them lies."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def peak_memory() -> float:
    """The most memory this process has had so far, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        # getrusage would count what the process had before it became this program.
        (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def waited() -> float:
    """Seconds for which this thread could have run but another program did; Linux counts them."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except OSError:
        return 0.0
