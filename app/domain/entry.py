"""The line being typed, and which of its characters may be read as shorthand.

``Line`` is what a text field holds, plus what it cannot know: which ranges were pasted or taken
back and are plain text for good (``literal``), and which chips were chosen from the proposals
(``chosen``; two people may have one name). Every keystroke gives a new line; ``shorthand.parse``
reads it. Positions are indices of characters; ``text.to_utf16`` converts them for Qt.

A field keeps its line up to date like this::

    line = line.edited(at, removed, inserted, pasted=not one_key)  # any change of the document
    line = line.chose(completion)  # Tab: the proposal
    line = line.released(span)  # Backspace behind a chip
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

Range = tuple[int, int]
"""Start and end of some characters."""


class Sign(StrEnum):
    """What a chip stands for."""

    PERSON = "person"
    UNCLEAR = "unclear"
    KIND = "kind"
    THEME = "theme"
    VERBATIM = "verbatim"
    RESULT = "result"
    ASSENT = "assent"
    CLARIFY = "clarify"
    CONTINUES = "continues"
    NEXT_STEP = "next_step"
    DUE = "due"
    ABOUT = "about"
    """Somebody the statement is about; the name stays part of the text."""
    BLOCK = "block"
    """A text block: proposed like the others, and only text once it was taken."""


MARKS = frozenset(
    (
        *(Sign.VERBATIM, Sign.RESULT, Sign.ASSENT, Sign.CLARIFY),
        *(Sign.CONTINUES, Sign.NEXT_STEP),
    )
)
"""Signs of one character, complete at once and without a value."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of the line that are a chip and not part of the text.

    ``value`` is the participant's uid, the unclear initials, the kind, the theme's name, the day
    (ISO) or how many agreed; ``label`` is what the chip says (empty for the marks). The label of
    somebody the statement is about stands in the text. A quote has a second span for its closing
    sign.
    """

    start: int
    end: int
    what: Sign
    value: str = ""
    label: str = ""

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any character of ``start … end`` belongs to it."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Completion:
    """A proposal: ``insert`` replaces the characters from ``start`` to ``end``.

    ``label`` and ``detail`` (the organisation) are shown; ``is_new`` marks a theme that the
    codebook does not have yet, or a person to be added first: ``value`` is then what was typed.
    """

    start: int
    end: int
    insert: str
    what: Sign
    value: str
    label: str
    detail: str = ""
    is_new: bool = False

    @property
    def cursor(self) -> int:
        """Where the cursor stands after choosing: behind the chip and one space."""
        return self.start + len(self.insert) + 1


@dataclass(frozen=True, slots=True)
class Line:
    """The text of the entry line with its plain ranges and chosen chips, both in order."""

    text: str = ""
    literal: tuple[Range, ...] = ()
    chosen: tuple[Span, ...] = ()

    def edited(self, at: int, removed: int, inserted: str, *, pasted: bool = False) -> Self:
        """The line after ``removed`` characters at ``at`` were replaced by ``inserted``.

        ``pasted`` is for everything that was not typed key by key: it is never read as shorthand.
        Text that was pasted stays plain when something is typed into it; a chosen chip that is
        touched is one no more.
        """
        end, shift = at + removed, len(inserted) - removed
        literal = [_shifted(range_, at, end, shift) for range_ in self.literal]
        if pasted and inserted:
            literal.append((at, at + len(inserted)))
        return type(self)(
            self.text[:at] + inserted + self.text[end:],
            _joined(literal) if literal else (),
            tuple(_moved_chips(self.chosen, at, end, shift)) if self.chosen else (),
        )

    def chose(self, completion: Completion) -> Self:
        """The line with a proposal taken over as a chip, followed by a space."""
        start, end = completion.start, completion.end
        space = "" if self.text[end : end + 1].isspace() else " "
        line = self.edited(start, end - start, completion.insert + space)
        stop = start + len(completion.insert)
        span = Span(start, stop, completion.what, completion.value, completion.label)
        others = (other for other in line.chosen if not other.overlaps(start, stop))
        return replace(line, chosen=tuple(sorted((*others, span), key=_start)))

    def released(self, span: Span) -> Self:
        """The line with one chip taken back: its characters stay and are plain text."""
        return replace(
            self,
            literal=_joined((*self.literal, (span.start, span.end))),
            chosen=tuple(c for c in self.chosen if not c.overlaps(span.start, span.end)),
        )

    def without(self, span: Span) -> Self:
        """The line with one chip and its characters removed."""
        return self.edited(span.start, span.end - span.start, "")

    def is_literal(self, start: int, end: int) -> bool:
        """Whether any character of ``start … end`` is plain for good."""
        return any(first < end and start < last for first, last in self.literal)

    def to_data(self) -> dict[str, object]:
        """What a draft keeps beside the text."""
        return {
            "literal": [list(range_) for range_ in self.literal],
            "chosen": [[c.start, c.end, str(c.what), c.value, c.label] for c in self.chosen],
        }

    @classmethod
    def from_data(cls, text: str, data: Mapping[str, object]) -> Self:
        """The line of a draft. Whatever does not fit the text is read as plain text."""
        try:
            literal = [(int(start), int(end)) for start, end in _rows(data, "literal")]
            chosen = [
                Span(int(start), int(end), Sign(what), str(value), str(label))
                for start, end, what, value, label in _rows(data, "chosen")
            ]
        except (TypeError, ValueError):
            return cls(text, literal=((0, len(text)),) if text else ())
        ranges = [*literal, *((c.start, c.end) for c in chosen)]
        if not all(0 <= start < end <= len(text) for start, end in ranges):
            return cls(text, literal=((0, len(text)),) if text else ())
        return cls(text, _joined(literal), tuple(sorted(chosen, key=_start)))


def _start(span: Span) -> int:
    return span.start


def _rows(data: Mapping[str, object], key: str) -> Sequence[Sequence[str]]:
    rows = data.get(key, [])
    if not isinstance(rows, list):
        raise TypeError(key)
    return rows


def _shifted(range_: Range, at: int, end: int, shift: int) -> Range:
    """A plain range after ``at … end`` was replaced: what is typed inside becomes part of it."""
    start, stop = range_
    if end <= start:
        return start + shift, stop + shift
    if stop <= at:
        return range_
    if start < at:
        return start, stop + shift if end < stop else at
    return end + shift, max(stop, end) + shift


def _moved_chips(chips: Iterable[Span], at: int, end: int, shift: int) -> Iterable[Span]:
    for chip in chips:
        if chip.end <= at:
            yield chip
        elif end <= chip.start:
            yield replace(chip, start=chip.start + shift, end=chip.end + shift)


def _joined(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges in order, without empty ones, touching ones as one."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
