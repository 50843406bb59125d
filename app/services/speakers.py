"""The speakers list of a session: ask, give the floor, sort, and forget when the session closes.

Requests stay on this machine. They are no part of session documents, and closing a session empties
them, in their rows and in the journal: how long somebody spoke is nobody's business afterwards.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select, update

from app.domain.changes import Entity
from app.domain.order import spread
from app.domain.speakers import (
    MAX_GROUP_NAME,
    SpeakersList,
    SpeakingRequestView,
    line_up,
    place_for,
)
from app.domain.text import clean_line
from app.domain.vocabulary import RequestKind, SpeakingOrder
from app.errors import BadInputError, NotFoundError
from app.services import lookup
from app.storage.journal_codec import TABLES
from app.storage.queries import speakers as queries
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import DELETED, ENTRY, OPERATION, UnitOfWork, Writer

ITEM = TABLES[Entity.PLAN_ITEM]
PARTICIPANT = TABLES[Entity.PARTICIPANT]
REQUEST = TABLES[Entity.SPEAKING_REQUEST]
LIST = TABLES[Entity.SPEAKERS_LIST]

_OPERATIONS = "speakers."
"""What the names of all operations on the list begin with."""


class SpeakersService:
    """Who waits for the floor and who has it. Read through ``ViewService.speakers``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def request(
        self,
        session_uid: str,
        participant_uid: str,
        kind: RequestKind = RequestKind.CONTRIBUTION,
        *,
        initiator: object | None = None,
    ) -> str:
        """Put somebody on the list; returns the uid of the request.

        Raises:
            BadInputError: they wait already, for the same kind of turn.
            NotFoundError: nobody of this session has this uid.
            RefusedError: the session is closed.
        """
        uid = new_uid()
        with self._operation("speakers.request", session_uid, initiator) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            participant = lookup.row(unit.connection, Entity.PARTICIPANT, participant_uid)
            if participant["session_id"] != session.id:
                raise NotFoundError("participant_not_found", reference=participant_uid)
            speakers = queries.in_session(unit.driver, session_uid)
            _check_new(speakers, participant_uid, kind)
            values = {
                "session_id": session.id,
                "participant_id": participant["id"],
                "plan_item_id": None,
                "started_at": None,
                "ended_at": None,
                "kind": kind.value,
                "order_key": _key_for(unit, session.id, speakers, kind),
            }
            unit.create(Entity.SPEAKING_REQUEST, values, uid)
        return uid

    def give_floor(
        self, session_uid: str, uid: str | None = None, *, initiator: object | None = None
    ) -> SpeakingRequestView | None:
        """End the turn that goes on and begin another: this one, or the one proposed.

        If nobody waits the turn is only ended, and None returned.

        Raises:
            NotFoundError: this request does not wait any more.
            RefusedError: the session is closed.
        """
        with self._operation("speakers.floor", session_uid, initiator) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            speakers = queries.in_session(unit.driver, session_uid)
            chosen = _waiting(speakers, uid) if uid else _proposed(speakers)
            _end_turn(unit, speakers)
            if chosen is not None:
                item = _running_item(unit, session.id)
                values = {"started_at": unit.at, "plan_item_id": item}
                unit.change(Entity.SPEAKING_REQUEST, chosen.uid, values)
        return chosen

    def end_turn(self, session_uid: str, *, initiator: object | None = None) -> None:
        """Nobody has the floor; who waits goes on waiting."""
        with self._operation("speakers.end", session_uid, initiator) as unit:
            lookup.open_session(unit.connection, uid=session_uid)
            _end_turn(unit, queries.in_session(unit.driver, session_uid))

    def withdraw(self, session_uid: str, uid: str, *, initiator: object | None = None) -> None:
        """Take a request off the list; undo brings it back."""
        with self._operation("speakers.withdraw", session_uid, initiator) as unit:
            lookup.open_session(unit.connection, uid=session_uid)
            _waiting(queries.in_session(unit.driver, session_uid), uid)
            unit.delete(Entity.SPEAKING_REQUEST, uid)

    def move(
        self, session_uid: str, uid: str, place: int, *, initiator: object | None = None
    ) -> None:
        """Put a request to this place (from 0) of the order as it is proposed.

        From then on the list goes as it stands: whoever sorts by hand overrules the order.
        """
        with self._operation("speakers.move", session_uid, initiator) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            speakers = queries.in_session(unit.driver, session_uid)
            _waiting(speakers, uid)
            shown = [proposal.request.uid for proposal in line_up(speakers)]
            others = [each for each in shown if each != uid]
            place = max(0, min(place, len(others)))
            wanted = [*others[:place], uid, *others[place:]]
            if wanted != shown:
                _sort(unit, session.id, wanted)
                _set(unit, session.id, {"speaking_order": SpeakingOrder.AS_THEY_COME.value})

    def set_order(
        self, session_uid: str, order: SpeakingOrder, *, initiator: object | None = None
    ) -> None:
        """Propose by another order."""
        with self._operation("speakers.order", session_uid, initiator) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            _set(unit, session.id, {"speaking_order": order.value})

    def set_groups(
        self, session_uid: str, groups: Mapping[str, str], *, initiator: object | None = None
    ) -> None:
        """The groups that take turns, by participant, and that they do.

        Raises:
            NotFoundError: somebody is not of this session.
            RefusedError: the session is closed.
        """
        named = {
            uid: clean_line(name).text[:MAX_GROUP_NAME].strip() for uid, name in groups.items()
        }
        named = {uid: name for uid, name in named.items() if name}
        with self._operation("speakers.groups", session_uid, initiator) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            _check_participants(unit, session.id, named)
            order = SpeakingOrder.QUOTA if named else SpeakingOrder.AS_THEY_COME
            _set(unit, session.id, {"groups": named, "speaking_order": order.value})

    def _operation(self, name: str, session_uid: str, initiator: object | None) -> Any:
        return self._writer.operation(name, session_uid=session_uid, initiator=initiator)


def end_turn_of(unit: UnitOfWork, session_uid: str) -> None:
    """End the turn that goes on, as part of another operation: nobody speaks after the end."""
    _end_turn(unit, queries.in_session(unit.driver, session_uid))


def forget(unit: UnitOfWork, session_id: int, session_uid: str) -> None:
    """Empty the list of a session for good: persons, times, groups, in rows and journal.

    The rows stay without what they said, and their operations cannot be undone any more.
    """
    for entity, table, empty in (
        (Entity.SPEAKING_REQUEST, REQUEST, _NOBODY),
        (Entity.SPEAKERS_LIST, LIST, {"groups": {}}),
    ):
        here = table.c.session_id == session_id
        uids = unit.connection.execute(select(table.c.uid).where(here)).scalars().all()
        unit.connection.execute(update(table).where(here).values(**empty, deleted_at=unit.at))
        written = ENTRY.c.entity_uid.in_(select(table.c.uid).where(here))
        unit.connection.execute(update(ENTRY).where(written).values(before=None, after=None))
        for uid in uids:
            unit.publish(entity, uid, DELETED)
    ours = (OPERATION.c.session_uid == session_uid) & OPERATION.c.name.startswith(_OPERATIONS)
    unit.connection.execute(update(OPERATION).where(ours).values(undoable=False, undone=True))


_NOBODY = {"participant_id": None, "plan_item_id": None, "started_at": None, "ended_at": None}


def _check_new(speakers: SpeakersList, participant_uid: str, kind: RequestKind) -> None:
    for each in speakers.waiting:
        if each.participant_uid == participant_uid and each.kind is kind:
            raise BadInputError("waits_already", name=each.name)


def _waiting(speakers: SpeakersList, uid: str) -> SpeakingRequestView:
    for each in speakers.waiting:
        if each.uid == uid:
            return each
    raise NotFoundError("speaking_request_not_found", reference=uid)


def _proposed(speakers: SpeakersList) -> SpeakingRequestView | None:
    order = line_up(speakers)
    return order[0].request if order else None


def _end_turn(unit: UnitOfWork, speakers: SpeakersList) -> None:
    for each in speakers.requests:
        if each.is_speaking:
            unit.change(Entity.SPEAKING_REQUEST, each.uid, {"ended_at": unit.at})


def _running_item(unit: UnitOfWork, session_id: int) -> int | None:
    found: int | None = unit.connection.execute(
        select(ITEM.c.id).where(
            ITEM.c.session_id == session_id,
            ITEM.c.deleted_at.is_(None),
            ITEM.c.started_at.is_not(None),
            ITEM.c.ended_at.is_(None),
        )
    ).scalar()
    return found


def _key_for(unit: UnitOfWork, session_id: int, speakers: SpeakersList, kind: RequestKind) -> str:
    """The order key of a new request: at the end, unless it goes before others."""
    waiting, place = speakers.waiting, place_for(kind, speakers)
    if place == len(waiting):
        last = (unit.connection, Entity.SPEAKING_REQUEST, "session_id", session_id)
        return lookup.order_key_last(*last)
    after = waiting[place - 1].uid if place else None
    return lookup.order_key_after(unit, Entity.SPEAKING_REQUEST, "session_id", session_id, after)


def _sort(unit: UnitOfWork, session_id: int, uids: Sequence[str]) -> None:
    """Those who wait, in this order."""
    last = unit.connection.execute(
        select(func.max(REQUEST.c.order_key)).where(REQUEST.c.session_id == session_id)
    ).scalar_one()
    keys = zip(uids, spread(len(uids), last), strict=True)
    unit.change_many(Entity.SPEAKING_REQUEST, {uid: {"order_key": key} for uid, key in keys})


def _set(unit: UnitOfWork, session_id: int, values: Mapping[str, Any]) -> None:
    """Change how the list is led; the row for it is made when it is first needed."""
    uid = unit.connection.execute(
        select(LIST.c.uid).where(LIST.c.session_id == session_id, LIST.c.deleted_at.is_(None))
    ).scalar_one_or_none()
    if uid is not None:
        unit.change(Entity.SPEAKERS_LIST, uid, values)
    elif values != {"speaking_order": SpeakingOrder.AS_THEY_COME.value}:
        start = {"speaking_order": SpeakingOrder.AS_THEY_COME.value, "groups": {}}
        unit.create(Entity.SPEAKERS_LIST, {"session_id": session_id, **start, **values})


def _check_participants(unit: UnitOfWork, session_id: int, uids: Mapping[str, str]) -> None:
    here = unit.connection.execute(
        select(PARTICIPANT.c.uid).where(
            PARTICIPANT.c.session_id == session_id, PARTICIPANT.c.deleted_at.is_(None)
        )
    ).scalars()
    strangers = uids.keys() - set(here)
    if strangers:
        raise NotFoundError("participant_not_found", reference=min(strangers))
