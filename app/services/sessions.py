"""Sessions: create from a guide, find, change, close."""

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.guides import Guide
from app.domain.incoming.plan import PlanItemDraft
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.order import spread
from app.domain.sessions import SECONDS_EACH
from app.domain.text import fold
from app.domain.vocabulary import NamingLevel, SessionState
from app.errors import BadInputError
from app.services import lookup
from app.services.guides import GuideService
from app.services.off_record import end_passages
from app.services.plan import insert_item
from app.services.series import insert_codebook, insert_series
from app.services.session_copy import (
    between,
    copy_people,
    copy_plan,
    copy_topics,
    head_of,
    shifted,
)
from app.services.speakers import forget
from app.services.values import cleaned, column_values
from app.storage.journal_codec import TABLES
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer

ITEM = TABLES[Entity.PLAN_ITEM]
SERIES = TABLES[Entity.SERIES]


class SessionService:
    """The sessions of the workspace."""

    def __init__(self, writer: Writer, guides: GuideService) -> None:
        self._writer = writer
        self._guides = guides

    def create(self, draft: SessionDraft, *, initiator: object | None = None) -> str:
        """A new planned session with the guide's plan, or an earlier one's; returns its uid."""
        _check_zone(draft.time_zone)
        if draft.earlier_uid is not None:
            return self._create_from_earlier(draft, draft.earlier_uid, initiator)
        guide = self._guides.get(draft.guide_key)
        uid = new_uid()
        with self._writer.operation(
            "session.create", session_uid=uid, undoable=False, initiator=initiator
        ) as unit:
            series_id = self._series(unit, draft, guide)
            session_id = unit.create(
                Entity.SESSION, {"series_id": series_id, **_guide_head(draft, guide)}, uid
            )
            for item, key in zip(guide.items, spread(len(guide.items)), strict=True):
                plain = PlanItemDraft.model_validate(item.model_dump())
                insert_item(unit, session_id, plain, key)
        return uid

    def _create_from_earlier(
        self, draft: SessionDraft, earlier_uid: str, initiator: object | None
    ) -> str:
        uid = new_uid()
        with self._writer.operation(
            "session.create", session_uid=uid, undoable=False, initiator=initiator
        ) as unit:
            earlier = lookup.row(unit.connection, Entity.SESSION, earlier_uid)
            values = {
                **_head(draft, earlier["guide_title"] or earlier["title"]),
                **head_of(earlier),
            }
            values["series_id"] = earlier["series_id"]
            session_id = unit.create(Entity.SESSION, values, uid)
            moved = between(earlier["start_time"], draft.start_time)
            minutes = copy_plan(unit, earlier["id"], session_id, moved)
            if draft.start_time is not None:
                end = shifted(draft.start_time, dt.timedelta(minutes=minutes))
                unit.change(Entity.SESSION, uid, {"end_time": end})
            if draft.with_participants:
                copy_people(unit, earlier["id"], session_id, NamingLevel(earlier["naming"]))
            if draft.with_topics:
                copy_topics(unit, earlier["id"], session_id)
        return uid

    def update(self, uid: str, changes: SessionChanges, *, initiator: object | None = None) -> None:
        """Write the fields that are set. Refused when the session is closed."""
        values = cleaned(column_values(changes), required=("title",))
        _check_zone(changes.time_zone)
        if "title" in values:
            values["folded_title"] = fold(values["title"])
        with self._writer.operation("session.update", session_uid=uid, initiator=initiator) as unit:
            lookup.open_session(unit.connection, uid=uid)
            unit.change(Entity.SESSION, uid, values)

    def set_state(self, uid: str, state: SessionState) -> None:
        """Move a session on, or reopen it: the only change a closed session takes."""
        with self._writer.operation(
            f"session.{state.value}", session_uid=uid, undoable=False
        ) as unit:
            session = lookup.row(unit.connection, Entity.SESSION, uid)
            unit.change(Entity.SESSION, uid, {"state": state.value})
            if state is SessionState.CLOSED:
                _end_running(unit, session["id"])
                forget(unit, session["id"], uid)
                end_passages(unit, session["id"], unit.at)

    def delete(self, uid: str) -> None:
        """Take a session out of every list. Its rows stay and can be restored from a backup."""
        with self._writer.operation("session.delete", session_uid=uid, undoable=False) as unit:
            lookup.row(unit.connection, Entity.SESSION, uid)
            unit.delete(Entity.SESSION, uid)

    def _series(self, unit: UnitOfWork, draft: SessionDraft, guide: Guide) -> int:
        if draft.series_uid is not None:
            return int(lookup.row(unit.connection, Entity.SERIES, draft.series_uid)["id"])
        found = unit.connection.execute(
            SERIES.select().where(
                SERIES.c.guide_key == guide.key,
                SERIES.c.deleted_at.is_(None),
                ~SERIES.c.is_example,
            )
        ).first()
        if found is not None:
            return int(found.id)
        series_id, _ = insert_series(
            unit,
            {
                "title": guide.series_title,
                "purpose": guide.series_purpose,
                "guide_key": guide.key,
            },
        )
        insert_codebook(unit, series_id, guide.themes)
        return series_id


def _end_running(unit: UnitOfWork, session_id: int) -> None:
    """Nothing runs in a closed session, whoever forgot to end it."""
    running = unit.connection.execute(
        select(ITEM.c.uid).where(
            ITEM.c.session_id == session_id,
            ITEM.c.deleted_at.is_(None),
            ITEM.c.started_at.is_not(None),
            ITEM.c.ended_at.is_(None),
        )
    ).scalars()
    for uid in running.all():
        unit.change(Entity.PLAN_ITEM, uid, {"ended_at": unit.at})


def _guide_head(draft: SessionDraft, guide: Guide) -> dict[str, object]:
    start = draft.start_time
    return {
        **_head(draft, guide.title),
        "end_time": shifted(start, dt.timedelta(minutes=guide.minutes)) if start else None,
        "naming": guide.naming.value,
        "guide_key": guide.key,
        "guide_title": guide.title,
    }


def _head(draft: SessionDraft, called: str) -> dict[str, object]:
    """The head of a new session; ``called`` is the beginning of a title nobody gave."""
    place = str(cleaned({"place": draft.place})["place"])
    title = draft.title.strip() or f"{called} {place.split(',', maxsplit=1)[0]}".strip()
    return cleaned(
        {
            "title": title,
            "folded_title": fold(title),
            "date": draft.date,
            "start_time": draft.start_time,
            "end_time": None,
            "time_zone": draft.time_zone,
            "place": place,
            "host": "",
            "occasion": "",
            "facilitators": [],
            "note_takers": [],
            "distribution": "",
            "naming": NamingLevel.ORGANISATION.value,
            "confidential": False,
            "state": SessionState.PLANNED.value,
            "code": "",
            "licence": "",
            "source": "",
            "guide_key": "",
            "guide_title": "",
            "information": "",
            "agreed_end": None,
            "seconds_each": SECONDS_EACH,
            "feedback_until": None,
            "names_left": None,
        }
    )


def _check_zone(name: str) -> None:
    """Refuse a zone this machine does not know: nothing of the session could be shown."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadInputError("value_invalid", found=name, where="time_zone") from None
