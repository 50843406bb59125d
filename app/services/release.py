"""Statements are checked and released: Notiz, geprüft, freigegeben.

Nothing waits for it: minutes can be made at any time, and say that they are provisional.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.minutes import MinutesOptions
from app.domain.statement_parts import state_after_change
from app.domain.vocabulary import MinutesKind, StatementState
from app.services import lookup
from app.storage.journal_codec import TABLES
from app.storage.unit_of_work import UnitOfWork, Writer, columns_of

if TYPE_CHECKING:
    from app.services.minutes import MinutesService

STATEMENT = TABLES[Entity.STATEMENT]


class ReleaseService:
    """Brings statements into another state, each time as one undoable step."""

    def __init__(self, writer: Writer, minutes: MinutesService) -> None:
        self._writer = writer
        self._minutes = minutes

    def set_state(
        self,
        session_uid: str,
        uids: Sequence[str],
        state: StatementState,
        *,
        initiator: object | None = None,
    ) -> int:
        """Bring the statements into a state; returns how many were in another one.

        A released statement has an evidence number, also when that is undone: it may have been
        quoted already. Raises ``RefusedError`` if the session is closed.
        """
        return self._set(f"statement.state_{state}", session_uid, uids, state, initiator)

    def release_all(self, session_uid: str, *, initiator: object | None = None) -> int:
        """Check and release every statement of a session; returns how many it concerned."""
        with self._writer.database.read() as connection:
            session = lookup.open_session(connection, uid=session_uid)
            query = select(STATEMENT.c.uid).where(
                STATEMENT.c.session_id == session.id,
                STATEMENT.c.deleted_at.is_(None),
                STATEMENT.c.state != StatementState.RELEASED.value,
            )
            uids = list(connection.execute(query).scalars())
        state = StatementState.RELEASED
        return self._set("statement.release_all", session_uid, uids, state, initiator)

    def _set(
        self,
        name: str,
        session_uid: str,
        uids: Sequence[str],
        state: StatementState,
        initiator: object | None,
    ) -> int:
        with self._writer.database.read() as connection:
            lookup.open_session(connection, uid=session_uid)
            states = columns_of(connection, Entity.STATEMENT, ("state",), uids)
        others = [uid for uid in uids if states[uid][0] != state]
        if not others:
            return 0
        if state is StatementState.RELEASED:
            everything = MinutesOptions(kind=MinutesKind.FULL, created=dt.date.min)
            self._minutes.give_numbers(session_uid, everything, only=frozenset(others))
        with self._writer.operation(name, session_uid=session_uid, initiator=initiator) as unit:
            unit.change_many(Entity.STATEMENT, {uid: {"state": state.value} for uid in others})
        return len(others)


def no_longer_released(unit: UnitOfWork, uids: Sequence[str]) -> None:
    """What was released were other words than those that have just been written."""
    states = columns_of(unit.connection, Entity.STATEMENT, ("state",), uids)
    changed = {
        uid: {"state": after.value}
        for uid, (value,) in states.items()
        if (after := state_after_change(StatementState(value))) is not StatementState(value)
    }
    unit.change_many(Entity.STATEMENT, changed)
