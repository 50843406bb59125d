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
    text, shift = _excerpt(flat, marks[0][0] if marks else 0)
    inside = tuple(
        (a + shift, min(b + shift, len(text))) for a, b in marks if a + shift < len(text)
    )
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


def _excerpt(text: str, first: int) -> tuple[str, int]:
    """The part around the first hit, from the beginning of a word; by how much positions moved."""
    start = 0
    if len(text) > SHOWN and first > BEFORE:
        start = text.rfind(" ", 0, min(first - BEFORE // 2, len(text) - SHOWN)) + 1
    end = min(len(text), start + SHOWN)
    if end < len(text):
        end = max(text.rfind(" ", start, end), first + 1)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return f"{before}{text[start:end].rstrip()}{after}", len(before) - start
