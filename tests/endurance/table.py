"""One line per harness: what was done, what came of it, what must come of it, what a control did.

A control is the same with a protection of the program switched off. One that goes unnoticed means
that the harness is blind, which counts as missed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

_WIDTHS = (10, 40, 74, 62)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``reached`` None: not measured."""

    name: str
    what: str
    figures: str
    goal: str
    reached: bool | None
    control: str = ""
    """What was switched off and what the harness then found."""

    def __str__(self) -> str:
        result = {True: "ok", False: "MISSED", None: ""}[self.reached]
        control = f"  (control: {self.control})" if self.control else ""
        return (
            f"{_row((self.name, self.what, self.figures, self.goal))}  {result}{control}".rstrip()
        )


def head() -> str:
    """The head of the table."""
    line = _row(("harness", "what", "figures", "goal"))
    return f"{line}\n{'-' * (len(line) + 8)}"


def not_measured(name: str, what: str, why: str) -> Line:
    """A line that this machine cannot measure."""
    return Line(name, what, f"not measured: {why}", "", None)


def summary(lines: Iterable[Line]) -> str:
    """How many goals were reached."""
    results = [line.reached for line in lines]
    missed, skipped = results.count(False), results.count(None)
    return f"{results.count(True)} reached, {missed} missed, {skipped} not measured"


def _row(cells: tuple[str, ...]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True))
