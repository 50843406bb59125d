"""Hits of a search as ready rows: the part of the text with the words, and where it was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.text import fold, parse_query
from ui.models.row_model import RowModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.search import SearchHit

BEFORE = 60
"""Characters shown before the first word that was found."""
SHOWN = 190
"""Characters shown of a statement: about two lines."""

Mark = tuple[int, int]
"""Where a word that was found begins and ends."""


@dataclass(frozen=True, slots=True)
class HitRow:
    """One statement that was found. ``marks`` are start and end of each word in ``text``."""

    uid: str
    text: str
    marks: tuple[tuple[int, int], ...]
    where: str
    accessible: str
    hit: SearchHit


class HitModel(RowModel[HitRow]):
    """The hits so far, newest first."""


def hit_row(hit: SearchHit, query: str) -> HitRow:
    """The ready row of a hit."""
    flat = " ".join(hit.text.split())
    marks = find_marks(query, flat)
    text, inside = _excerpt(flat, marks)
    where = f"{hit.session_title} · {hit.date:%d.%m.%Y} · {hit.plan_item_title}"
    return HitRow(
        uid=hit.statement_uid,
        text=text,
        marks=inside,
        where=where,
        accessible=f"{text}, {where}",
        hit=hit,
    )


def find_marks(query: str, text: str) -> list[tuple[int, int]]:
    """Where the words of a query stand in a text, merged and in order.

    Folding can change the number of characters (ß → ss); each folded one knows where it came from.
    """
    sources: list[int] = []
    folded: list[str] = []
    for number, character in enumerate(text):
        for part in fold(character):
            folded.append(part)
            sources.append(number)
    whole = "".join(folded)
    found = sorted(
        (sources[start], sources[start + len(term) - 1] + 1)
        for term in parse_query(query)
        for start in _places(term, whole)
    )
    return _merged(found)


def _places(term: str, text: str) -> Iterator[int]:
    start = text.find(term) if term else -1
    while start >= 0:
        yield start
        start = text.find(term, start + len(term))


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _excerpt(text: str, marks: list[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """The part around the first hit, and where the words that were found stand in it."""
    start, end = _part(text, marks)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    body = text[start:end].rstrip()
    shift, last = len(before) - start, len(before) + len(body)
    inside = tuple((a + shift, min(b + shift, last)) for a, b in marks if a + shift < last)
    return f"{before}{body}{after}", inside


def _part(text: str, marks: list[Mark]) -> Mark:
    """Where the part begins and ends: between words where it can, never inside a hit that fits."""
    if len(text) <= SHOWN:
        return 0, len(text)
    first, last = marks[0] if marks else (0, 0)
    start = _beginning(text, first, last)
    end = min(len(text), start + SHOWN)
    if end < len(text):
        space = text.rfind(" ", start, end + 1)
        end = space if space >= max(last, start + 1) else end
    for a, b in marks[1:]:
        if a < end < b:
            space = text.rfind(" ", start, a)
            end = space if space >= last else a
    return start, end


def _beginning(text: str, first: int, last: int) -> int:
    """The earliest good place: the text's own, that of a word, that of the hit."""
    wanted = max(0, min(first - BEFORE // 2, len(text) - SHOWN))
    places = (
        0 if first <= BEFORE else text.rfind(" ", 0, wanted) + 1,
        wanted,  # inside a word without end, as an address
        text.rfind(" ", 0, first + 1) + 1,
    )
    return next((place for place in places if last - place <= SHOWN), first)
