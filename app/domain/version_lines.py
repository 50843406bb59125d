"""Lines of versions of minutes, and in what two versions differ.

Lines are language-neutral and no stricter or looser than the record, so that another choice in an
export is no change. What is shown of a difference obeys the rules of the document it is shown in.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

HIDDEN = "…"
"""Stands in a line for a name that may not, and for words left out."""
_AROUND = 3
"""Words on either side of what was changed."""
_LONGEST = 120


class LinePart(StrEnum):
    """What a line of a version is."""

    HEAD = "head"
    HEADING = "heading"
    """Of a question or a presentation."""
    TITLE = "title"
    """Above what was said under any other item."""
    SUMMARY = "summary"
    STATEMENT = "statement"
    DIFFERING = "differing"
    """A differing view noted under a statement."""
    HANDS = "hands"
    PASSAGE = "passage"
    """That for a while nothing was taken down."""
    PHOTO = "photo"
    STEP = "step"
    PARKED = "parked"
    DEADLINE = "deadline"
    """Until when feedback is taken."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One thing that was printed. ``key`` finds it again in another version.

    ``rest`` is a digest of all that belongs to it beside the ``text``; ``who`` of the attribution,
    empty where none was printed; ``themes`` and ``memo`` of what stands with a statement on
    request, empty where there is none.
    """

    part: LinePart
    key: str
    number: str = ""
    """Evidence number of a statement or of the one a view differs from, number of a question."""
    text: str = ""
    rest: str = ""
    who: str = ""
    themes: str = ""
    memo: str = ""


_IN_BOTH = frozenset({LinePart.HEAD, LinePart.TITLE, LinePart.DEADLINE})
"""Parts that are only ever changed: what stands below a new title says that it is new."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What of two versions is compared: what the document prints, and both of them have kept."""

    parts: frozenset[LinePart] = frozenset(LinePart)
    themes: bool = False
    memos: bool = False


class ChangeKind(StrEnum):
    """What happened to a line."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line that is not as it was. Of what was removed no words are said."""

    kind: ChangeKind
    part: LinePart
    key: str
    number: str
    old: str = ""
    new: str = ""


def line_from(values: Mapping[str, str]) -> PrintedLine:
    """A line as it was stored."""
    return PrintedLine(**{**values, "part": LinePart(values["part"])})  # type: ignore[arg-type]


def stored_line(line: PrintedLine) -> dict[str, str]:
    """A line as columns and documents hold it: without what is empty."""
    values = ((field.name, getattr(line, field.name)) for field in fields(line))
    return {name: str(value) for name, value in values if value}


def changes(
    old: Sequence[PrintedLine],
    new: Sequence[PrintedLine],
    masked: Callable[[str], str],
    *,
    whole: bool,
    compared: Compared,
) -> Iterator[LineChange]:
    """The differences in the order of the new lines; without ``whole`` only in what both have."""
    before = {(line.part, line.key): line for line in old if line.part in compared.parts}
    for line in new:
        if line.part not in compared.parts:
            continue
        found = before.pop((line.part, line.key), None)
        if found is None:
            if whole and line.part not in _IN_BOTH:
                text = shortened(masked(line.text))
                yield LineChange(ChangeKind.NEW, line.part, line.key, line.number, new=text)
        elif change := _change(found, line, masked, compared):
            yield change
    if whole:
        gone = (line for line in before.values() if line.part not in _IN_BOTH)
        for line in gone:
            yield LineChange(ChangeKind.REMOVED, line.part, line.key, line.number)


def _change(
    old: PrintedLine, new: PrintedLine, masked: Callable[[str], str], compared: Compared
) -> LineChange | None:
    number = new.number or old.number
    if old.text != new.text:
        words = masked(old.text), masked(new.text)
        if words[0] != words[1]:
            before, after = differing(*words)
            return LineChange(ChangeKind.CHANGED, new.part, new.key, number, before, after)
    if _is_otherwise(old, new, compared):
        return LineChange(ChangeKind.CHANGED, new.part, new.key, number)
    return None


def _is_otherwise(old: PrintedLine, new: PrintedLine, compared: Compared) -> bool:
    """Whether anything beside the text is not as it was."""
    return bool(
        old.rest != new.rest
        or (old.who and new.who and old.who != new.who)
        or (compared.themes and old.themes != new.themes)
        or (compared.memos and old.memo != new.memo)
    )


def differing(old: str, new: str) -> tuple[str, str]:
    """The words in which two texts differ, with a few around them."""
    before, after = old.split(), new.split()
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    first = max(0, start - _AROUND)
    return _part(before, first, end), _part(after, first, end)


def _part(words: Sequence[str], first: int, same_at_end: int) -> str:
    last = min(len(words), len(words) - same_at_end + _AROUND)
    middle = shortened(" ".join(words[first:last]))
    begin = f"{HIDDEN} " if first else ""
    end = f" {HIDDEN}" if last < len(words) and not middle.endswith(HIDDEN) else ""
    return f"{begin}{middle}{end}"


def shortened(text: str) -> str:
    """The beginning of a text, on one line and cut between words."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST].rsplit(' ', 1)[0]} {HIDDEN}"
