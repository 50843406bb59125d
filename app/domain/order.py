"""Order keys: where a row stands among its neighbours, without numbering the others anew.

A key is a base-62 string; keys are compared bytewise (as SQLite's BINARY and Python's ``<`` do),
equal ones by uid. Between two different keys there is always another one, so inserting or moving
writes one row. Equal keys come from files that were written apart; ``place`` untangles them.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from fractional_indexing import (
    FIError,
    generate_key_between,
    generate_n_keys_between,
    validate_order_key,
)

_BASE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_DIGITS = frozenset(_BASE)
_NEXT = dict(pairwise(_BASE))


@dataclass(frozen=True, slots=True)
class Place:
    """A key for a new neighbour, and new keys for rows (by index) that stood in the way."""

    key: str
    moved: dict[int, str]


def is_key(text: str) -> bool:
    """Whether ``text``, which came from elsewhere, is an order key."""
    try:
        validate_order_key(text)
    except (FIError, IndexError):
        return False
    return _DIGITS.issuperset(text)


def between(before: str | None, after: str | None) -> str:
    """A key between two neighbours; None is the start or the end.

    Raises ``ValueError`` unless ``before < after``.
    """
    if before is not None and after is None and _counts_on(before):
        return before[:-1] + _NEXT[before[-1]]
    return spread(1, before, after)[0]


def _counts_on(key: str) -> bool:
    """Whether the next key differs in the last digit only, as most do that come one by one."""
    head = key[:1]
    is_whole = "a" <= head <= "z" and len(key) == ord(head) - ord("a") + 2
    return is_whole and key[-1] in _NEXT and _DIGITS.issuperset(key)


def spread(count: int, before: str | None = None, after: str | None = None) -> tuple[str, ...]:
    """``count`` rising keys, evenly spaced between two neighbours (None: start or end).

    Raises ``ValueError`` unless ``before < after``.
    """
    try:
        if count == 1:
            return (generate_key_between(before, after),)
        return tuple(generate_n_keys_between(before, after, count))
    except (FIError, IndexError) as error:
        raise ValueError(str(error)) from error


def place(keys: Sequence[str], index: int) -> Place:
    """The key for a row inserted at ``index`` among neighbours whose ``keys`` are sorted.

    Where the neighbours have equal keys, those from ``index`` on move a little further back.
    """
    before = keys[index - 1] if index else None
    last = bisect_right(keys, before) if before is not None else index
    tied = range(index, max(index, last))
    after = keys[tied.stop] if tied.stop < len(keys) else None
    key, *moved = spread(1 + len(tied), before, after)
    return Place(key, dict(zip(tied, moved, strict=True)))
