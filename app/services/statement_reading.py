"""How a line was read: the actors and details that it names, kept with the statement."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from app.domain.actors import read_line
from app.domain.changes import Entity
from app.domain.statements import StatementDetails, stored
from app.domain.vocabulary import Reading, StatementKind
from app.storage.journal_codec import TABLES
from app.storage.queries import people as people_queries
from app.storage.unit_of_work import UnitOfWork

STATEMENT = TABLES[Entity.STATEMENT]
ITEM = TABLES[Entity.PLAN_ITEM]
_AT_ONCE = 500


def read_actors(
    reading: Reading, kind: StatementKind, text: str, known: Sequence[str]
) -> tuple[list[dict[str, Any]] | None, dict[str, Any] | None]:
    """Actors and details that a line under a plan item names, as the columns hold them.

    Only lines of a kind that names actors are read: a Hemmnis under question 4 stays a sentence.
    """
    if reading is Reading.NONE or kind not in (StatementKind.ACTOR, StatementKind.COOPERATION):
        return None, None
    read = read_line(text, reading, known)
    actors = [stored(actor) for actor in read.actors]
    details = stored(StatementDetails(purpose=read.purpose))
    return actors or None, details or None


def read_again(unit: UnitOfWork, uids: Sequence[str]) -> None:
    """Read changed lines anew, but for those of which somebody has confirmed the reading."""
    changes = {}
    for row in _rows(unit, uids):
        reading = Reading(row.reading)
        known = organisation_names(unit, reading)
        actors, read = read_actors(reading, StatementKind(row.kind), row.text, known)
        details = {**(row.details or {}), **(read or {})}
        if not read and "purpose" in details and row.actors and not actors:
            del details["purpose"]
        changes[row.uid] = {"actors": actors, "details": details or None}
    unit.change_many(Entity.STATEMENT, changes)


def _rows(unit: UnitOfWork, uids: Sequence[str]) -> list[Any]:
    columns = ("uid", "kind", "text", "details", "actors")
    query = select(*(STATEMENT.c[name] for name in columns), ITEM.c.reading).join(
        ITEM, ITEM.c.id == STATEMENT.c.plan_item_id
    )
    found: list[Any] = []
    for start in range(0, len(uids), _AT_ONCE):
        these = STATEMENT.c.uid.in_(uids[start : start + _AT_ONCE])
        found += unit.connection.execute(query.where(these, ~STATEMENT.c.reading_confirmed))
    return found


def organisation_names(unit: UnitOfWork, reading: Reading) -> tuple[str, ...]:
    """Names that help to split a line; only asked where lines are read at all."""
    if reading is Reading.NONE:
        return ()
    return tuple(organisation.name for organisation in people_queries.organisations(unit.driver))
