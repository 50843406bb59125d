"""Small groups: the tables at which an item of the plan is talked about.

In the plan one line stands for each: "Tisch 1" or, with minutes of its own, "Tisch 1, 20". The same
name at several questions is the same table. What a table reports has its name as the source.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MAX_TABLES = 30


@dataclass(frozen=True, slots=True)
class Table:
    """One table. ``minutes`` None: as long as the item."""

    name: str
    minutes: int | None = None

    def ends(self, started: dt.datetime, item_minutes: int) -> dt.datetime:
        """When the table has to come back."""
        whole = item_minutes if self.minutes is None else self.minutes
        return started + dt.timedelta(minutes=whole)


def tables_text(tables: Iterable[Table]) -> str:
    """The tables as they are typed."""
    return "\n".join(
        table.name if table.minutes is None else f"{table.name}, {table.minutes}"
        for table in tables
    )


def tables_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    """Tables as a column holds them."""
    return tuple(Table(row["name"], row.get("minutes")) for row in rows)


def table_names(plan: Iterable[Sequence[Table]]) -> tuple[str, ...]:
    """The names of all tables of a plan, each once, as they come."""
    return tuple(dict.fromkeys(table.name for tables in plan for table in tables))
