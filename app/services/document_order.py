"""Where the items of a later version stand among those that are here."""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence

from app.domain.order import between, spread

Keys = Mapping[str, str]
"""Order keys by uid."""


def in_order(keys: Keys) -> list[str]:
    """The uids as they stand: by key, equal ones by uid."""
    return sorted(keys, key=lambda uid: (keys[uid], uid))


def is_other_order(here: Keys, in_file: Sequence[str]) -> bool:
    """Whether the rows that are here follow each other differently in the file."""
    both = frozenset(here).intersection(in_file)
    return [uid for uid in in_order(here) if uid in both] != [u for u in in_file if u in both]


def placed(here: Keys, in_file: Sequence[str]) -> dict[str, str]:
    """Keys for what is new in the file: each behind the row it follows there."""
    taken = sorted(here.values())
    last: str | None = None
    new = {}
    for uid in in_file:
        if uid in here:
            last = here[uid]
            continue
        at = bisect_right(taken, last) if last is not None else 0
        last = between(last, taken[at] if at < len(taken) else None)
        insort(taken, last)
        new[uid] = last
    return new


def as_in_file(here: Keys, in_file: Sequence[str]) -> dict[str, str]:
    """Keys for all rows in the order of the file; what only stands here keeps its neighbour."""
    order = list(in_file)
    neighbour: str | None = None
    for uid in in_order(here):
        if uid not in order:
            order.insert(order.index(neighbour) + 1 if neighbour else 0, uid)
        neighbour = uid
    return dict(zip(order, spread(len(order)), strict=True))
