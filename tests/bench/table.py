"""The lines of the table: what was measured beside what, as a ratio with its goal."""

from collections.abc import Iterable
from dataclasses import dataclass

_WIDTHS = (2, 52, 40, 33, 14)
_HEAD = ("", "what", "side by side with", "measured", "goal", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``reached`` None: not measured."""

    part: str
    what: str
    beside: str
    found: str
    goal: str
    reached: bool | None

    def __str__(self) -> str:
        result = {True: "ok", False: "MISSED", None: ""}[self.reached]
        return _row((self.part, self.what, self.beside, self.found, self.goal, result))


def head() -> str:
    """The head of the table."""
    return f"{_row(_HEAD)}\n{'-' * (sum(_WIDTHS) + 2 * len(_WIDTHS) + 6)}"


def at_most_times(
    part: str, what: str, beside: str, *, ours: float, other: float, goal: float
) -> Line:
    """Ours may take ``goal`` times as long as the other (both in seconds)."""
    ratio = ours / other
    found = f"{ratio:.2f} ×  ({_time(ours)} : {_time(other)})"
    return Line(part, what, beside, found, f"≤ {goal:g} ×", ratio <= goal)


def times_faster(
    part: str, what: str, beside: str, *, ours: float, other: float, goal: float
) -> Line:
    """The other must take at least ``goal`` times as long as ours (both in seconds)."""
    ratio = other / ours
    found = f"{ratio:.1f} × faster  ({_time(ours)} : {_time(other)})"
    return Line(part, what, beside, found, f"≥ {goal:g} × faster", ratio >= goal)


def at_most(part: str, what: str, *, found: float, limit: float, unit: str) -> Line:
    """A plain limit."""
    return Line(part, what, "–", f"{found:.1f} {unit}", f"≤ {limit:g} {unit}", found <= limit)


def exactly(part: str, what: str, beside: str, *, found: object, wanted: object) -> Line:
    """Something that is right or wrong."""
    return Line(part, what, beside, str(found), str(wanted), found == wanted)


def not_measured(part: str, what: str, beside: str, why: str) -> Line:
    """A line this machine cannot measure."""
    return Line(part, what, beside, f"not measured: {why}", "", None)


def summary(lines: Iterable[Line]) -> str:
    """How many goals were reached."""
    results = [line.reached for line in lines]
    missed, skipped = results.count(False), results.count(None)
    return f"{results.count(True)} reached, {missed} missed, {skipped} not measured"


def _row(cells: tuple[str, ...]) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=False)]
    return "  ".join([*padded, *cells[len(_WIDTHS) :]]).rstrip()


def _time(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    if seconds >= 0.01:
        return f"{seconds * 1e3:.0f} ms"
    return f"{seconds * 1e3:.2f} ms"
