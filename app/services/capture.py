"""Recording what people say, and correcting it afterwards."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.changes import Entity
from app.domain.incoming.statements import NextStepDraft, StatementChanges, StatementDraft
from app.domain.statement_parts import continued
from app.domain.statements import MAX_TEXT, StatementView
from app.domain.text import clean, clean_line, fold
from app.domain.vocabulary import Reading, StatementKind, StatementState
from app.errors import BadInputError, NotFoundError, RefusedError
from app.services import lookup
from app.services import statement_parts as parts
from app.services.drafts import end_draft
from app.services.release import no_longer_released
from app.services.statement_reading import organisation_names, read_actors, read_again
from app.services.statement_themes import set_themes
from app.services.values import cleaned, column_values
from app.storage.journal_codec import TABLES
from app.storage.queries import statements as queries
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer

STATEMENT = TABLES[Entity.STATEMENT]
ITEM = TABLES[Entity.PLAN_ITEM]
SESSION = TABLES[Entity.SESSION]
PARTICIPANT = TABLES[Entity.PARTICIPANT]


class CaptureService:
    """The statements and next steps of a session."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def record(self, draft: StatementDraft, *, initiator: object | None = None) -> StatementView:
        """Record a statement at the end of its plan item: on disk when this returns.

        Raises:
            BadInputError: nothing is left of the text after cleaning.
            RefusedError: the session is closed.
        """
        text = clean(draft.text).text.strip()
        if not text:
            raise BadInputError("text_empty")
        with self._writer.operation("statement.record", initiator=initiator) as unit:
            view = recorded(unit, draft, text)
            _end_draft(unit, draft.draft_revision)
        return view

    def record_lines(
        self, draft: StatementDraft, texts: Sequence[str], *, initiator: object | None = None
    ) -> tuple[StatementView, ...]:
        """Record one statement for each of ``texts``, all like ``draft``; one step to undo.

        Raises:
            BadInputError: nothing is left of the texts after cleaning.
            RefusedError: the session is closed.
        """
        kept = [text for each in texts if (text := clean(each).text.strip())]
        if not kept:
            raise BadInputError("text_empty")
        with self._writer.operation("statement.record_lines", initiator=initiator) as unit:
            views = tuple(recorded(unit, draft, text) for text in kept)
            _end_draft(unit, draft.draft_revision)
        return views

    def go_on(self, draft: StatementDraft, *, initiator: object | None = None) -> StatementView:
        """Add the text to the last statement of its plan item; themes and a kind come along.

        Raises:
            BadInputError: nothing is left of the text, or both together are too long.
            RefusedError: there is no statement yet, or the session is closed.
        """
        more = clean(draft.text).text.strip()
        if not more:
            raise BadInputError("text_empty")
        with self._writer.operation("statement.continue", initiator=initiator) as unit:
            place = lookup.recording_place(unit.connection, draft.plan_item_uid, None)
            unit.session_uid = place.session.uid
            last = queries.last_in_item(unit.driver, place.item["id"])
            if last is None:
                raise RefusedError("nothing_to_continue")
            text = continued(last.text, more)
            if len(text) > MAX_TEXT:
                raise BadInputError("text_too_long", length=len(text), limit=MAX_TEXT)
            _check_about(unit, place.session, draft.about)
            values: dict[str, Any] = {
                "text": text,
                "folded": fold(text),
                "kind": (draft.kind or last.kind).value,
                "about": list(dict.fromkeys((*last.about, *draft.about))) or None,
            }
            if draft.naming:
                values["naming"] = draft.naming.value
            unit.change(Entity.STATEMENT, last.uid, values)
            no_longer_released(unit, [last.uid])
            if draft.themes:
                key = lookup.row(unit.connection, Entity.STATEMENT, last.uid)["id"]
                themes = (*last.themes, *draft.themes)
                set_themes(unit, place.session.series_id, key, last.uid, themes)
            read_again(unit, [last.uid])
            _end_draft(unit, draft.draft_revision)
        with self._writer.database.look() as driver:
            (view,) = queries.by_uids(driver, [last.uid])
        return view

    def update(
        self,
        uids: Sequence[str],
        changes: StatementChanges,
        *,
        initiator: object | None = None,
    ) -> None:
        """Write the fields that are set into every named statement, as one undoable step."""
        values = column_values(changes)
        themes = values.pop("themes", None)
        values = cleaned(values)
        if "text" in values:
            if not values["text"]:
                raise BadInputError("text_empty")
            values["folded"] = fold(values["text"])
        if "participant_uid" in values:
            values["participant_id"] = values.pop("participant_uid")
        name = _update_name(changes)
        with self._operation(name, uids, initiator) as unit:
            session = _session_of(unit.connection, uids)
            if values.get("participant_id"):
                values["participant_id"] = _participant_key(
                    unit.connection, session, values["participant_id"]
                )
            _check_about(unit, session, values.get("about") or ())
            if values:
                unit.change_many(Entity.STATEMENT, dict.fromkeys(uids, values))
            if "text" in values:
                no_longer_released(unit, uids)
            if themes is not None:
                for uid in uids:
                    row = lookup.row(unit.connection, Entity.STATEMENT, uid)
                    set_themes(unit, session.series_id, row["id"], uid, changes.themes)
            if values.keys() & {"text", "kind"} and "actors" not in values:
                read_again(unit, uids)

    def delete(self, uids: Sequence[str], *, initiator: object | None = None) -> None:
        """Delete statements; undo brings them back."""
        with self._operation("statement.delete", uids, initiator) as unit:
            unit.delete_many(Entity.STATEMENT, uids)

    def move(self, uid: str, *, after: str | None, initiator: object | None = None) -> None:
        """Put a statement behind another one of its plan item (None: to the top)."""
        with self._operation("statement.move", [uid], initiator) as unit:
            row = lookup.row(unit.connection, Entity.STATEMENT, uid)
            key = lookup.order_key_after(
                unit, Entity.STATEMENT, "plan_item_id", row["plan_item_id"], after, uid
            )
            unit.change(Entity.STATEMENT, uid, {"order_key": key})

    def move_to_item(
        self, uids: Sequence[str], plan_item_uid: str, *, initiator: object | None = None
    ) -> None:
        """Put statements at the end of another plan item of the same session, in their order."""
        with self._operation("statement.move_to_item", uids, initiator) as unit:
            session = _session_of(unit.connection, uids)
            item = lookup.row(unit.connection, Entity.PLAN_ITEM, plan_item_uid)
            if item["session_id"] != session.id:
                raise NotFoundError("plan_item_not_found", reference=plan_item_uid)
            ordered = [statement.uid for statement in queries.by_uids(unit.driver, uids)]
            keys = lookup.order_keys_last(
                unit.connection, Entity.STATEMENT, "plan_item_id", item["id"], len(ordered)
            )
            unit.change_many(
                Entity.STATEMENT,
                {
                    uid: {"plan_item_id": item["id"], "order_key": key}
                    for uid, key in zip(ordered, keys, strict=True)
                },
            )
            read_again(unit, ordered)

    def split(
        self, uid: str, first: str, second: str, *, initiator: object | None = None
    ) -> StatementView:
        """Make two statements of one: it keeps ``first``, a new one right behind gets ``second``.

        Both say the same of person, kind, time, themes and marks; memo and evidence number stay
        with the first. Returns the new one.

        Raises:
            BadInputError: nothing is left of one of the two texts.
        """
        texts = (clean(first).text.strip(), clean(second).text.strip())
        if not all(texts):
            raise BadInputError("split_empty")
        with self._operation("statement.split", [uid], initiator) as unit:
            made = parts.split(unit, uid, *texts)
        with self._writer.database.look() as driver:
            (view,) = queries.by_uids(driver, [made])
        return view

    def merge(self, uids: Sequence[str], *, initiator: object | None = None) -> StatementView:
        """Make one statement of several, in their order; returns the first, which stays.

        What is said of it is in ``domain.statement_parts.merged``.

        Raises:
            BadInputError: fewer than two, or the text would be too long.
        """
        with self._operation("statement.merge", uids, initiator) as unit:
            found = queries.by_uids(unit.driver, uids)
            if len(found) == 1:
                raise BadInputError("merge_one")
            parts.merge(unit, found)
        with self._writer.database.look() as driver:
            (view,) = queries.by_uids(driver, [found[0].uid])
        return view

    def restore_wording(self, uid: str, text: str, *, initiator: object | None = None) -> None:
        """Give a statement a wording back that it had before; everything else stays."""
        values = {"text": text, "folded": fold(text)}
        with self._operation("statement.restore", [uid], initiator) as unit:
            unit.change(Entity.STATEMENT, uid, values)
            no_longer_released(unit, [uid])
            read_again(unit, [uid])

    def take_back_last(
        self, session_uid: str, *, initiator: object | None = None
    ) -> StatementView | None:
        """Delete the statement recorded last in the session and return it.

        Its text can go back into the entry line. None if there is no statement.
        """
        with self._writer.database.read() as connection:
            uid = connection.execute(
                select(STATEMENT.c.uid)
                .join(SESSION, SESSION.c.id == STATEMENT.c.session_id)
                .where(SESSION.c.uid == session_uid, STATEMENT.c.deleted_at.is_(None))
                .order_by(STATEMENT.c.recorded_at.desc(), STATEMENT.c.id.desc())
                .limit(1)
            ).scalar_one_or_none()
        if uid is None:
            return None
        with self._writer.database.look() as driver:
            (taken,) = queries.by_uids(driver, [uid])
        with self._operation("statement.take_back", [uid], initiator) as unit:
            unit.delete(Entity.STATEMENT, uid)
        return taken

    def add_next_step(
        self, session_uid: str, draft: NextStepDraft, *, initiator: object | None = None
    ) -> str:
        """Add a next step; returns its uid."""
        uid = new_uid()
        with self._writer.operation(
            "next_step.add", session_uid=session_uid, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            statement_id = None
            if draft.statement_uid:
                statement = lookup.row(unit.connection, Entity.STATEMENT, draft.statement_uid)
                if statement["session_id"] != session.id:
                    raise NotFoundError("statement_not_found", reference=draft.statement_uid)
                statement_id = statement["id"]
            does_it = draft.participant_uid
            participant_id = (
                _participant_key(unit.connection, session, does_it) if does_it else None
            )
            said = {"text": draft.text, "who": draft.who, "due": draft.due}
            values = cleaned(said, required=("text",))
            unit.create(
                Entity.NEXT_STEP,
                {
                    "session_id": session.id,
                    "statement_id": statement_id,
                    "participant_id": participant_id,
                    "order_key": lookup.order_key_last(
                        unit.connection, Entity.NEXT_STEP, "session_id", session.id
                    ),
                    **values,
                },
                uid,
            )
            _end_draft(unit, draft.draft_revision)
        return uid

    def remove_next_step(self, uid: str, *, initiator: object | None = None) -> None:
        """Delete a next step; undo brings it back."""
        with self._writer.database.read() as connection:
            row = lookup.row(connection, Entity.NEXT_STEP, uid)
            session = lookup.open_session(connection, key=row["session_id"])
        with self._writer.operation(
            "next_step.remove", session_uid=session.uid, initiator=initiator
        ) as unit:
            unit.delete(Entity.NEXT_STEP, uid)

    def _operation(self, name: str, uids: Sequence[str], initiator: object | None) -> Any:
        with self._writer.database.read() as connection:
            session = _session_of(connection, uids)
        return self._writer.operation(name, session_uid=session.uid, initiator=initiator)


def recorded(unit: UnitOfWork, draft: StatementDraft, text: str) -> StatementView:
    """Create one statement at the end of its plan item, inside an operation."""
    uid = new_uid()
    place = lookup.recording_place(unit.connection, draft.plan_item_uid, draft.participant_uid)
    unit.session_uid = place.session.uid
    _check_about(unit, place.session, draft.about)
    values = _new_values(unit, place, draft, text)
    _know(unit, place, draft)
    key = unit.create(Entity.STATEMENT, values, uid)
    themes: tuple[str, ...] = ()
    if draft.themes:
        set_themes(unit, place.session.series_id, key, uid, draft.themes)
        themes = queries.theme_names(unit.driver, key)
    # Built from what was written: reading it back would double the time an Enter takes.
    return queries.view_of(values, uid, draft.plan_item_uid, draft.participant_uid, themes)


def _end_draft(unit: UnitOfWork, revision: int | None) -> None:
    """What stood in the entry line is on the disk now."""
    if revision is not None and unit.session_uid is not None:
        end_draft(unit.driver, unit.session_uid, "entry", revision)


def _new_values(
    unit: UnitOfWork, place: lookup.RecordingPlace, draft: StatementDraft, text: str
) -> dict[str, Any]:
    item = place.item
    kind = draft.kind or StatementKind(item["statement_kind"])
    reading = Reading(item["reading"])
    known = organisation_names(unit, reading)
    actors, details = read_actors(reading, kind, text, known)
    recommends = kind is StatementKind.RECOMMENDATION
    return {
        "session_id": place.session.id,
        "plan_item_id": item["id"],
        "participant_id": place.participant_id,
        "order_key": place.order_key,
        "text": text,
        "folded": fold(text),
        "kind": kind.value,
        "recorded_at": (draft.recorded_at or unit.at).astimezone(dt.UTC),
        "source": clean(draft.source).text.strip(),
        "verbatim": draft.verbatim,
        "is_result": draft.is_result,
        "naming": draft.naming.value if draft.naming else None,
        "addressees": (item["default_addressees"] or None) if recommends else None,
        "addressee_note": "",
        "details": details,
        "actors": actors,
        "reading_confirmed": False,
        "person_unclear": clean(draft.person_unclear).text.strip(),
        "evidence": "",
        "memo": clean(draft.memo).text.strip(),
        "clarify": draft.clarify,
        "assent": draft.assent,
        "dissent": draft.dissent,
        "evidence_also": None,
        "about": list(draft.about) or None,
        "cluster": clean_line(draft.cluster).text,
        "in_short": None,
        "outcome": None,
        "state": StatementState.NOTE.value,
    }


def _know(unit: UnitOfWork, place: lookup.RecordingPlace, draft: StatementDraft) -> None:
    unit.know(Entity.SESSION, place.session.id, place.session.uid)
    unit.know(Entity.PLAN_ITEM, place.item["id"], draft.plan_item_uid)
    if place.participant_id is not None and draft.participant_uid is not None:
        unit.know(Entity.PARTICIPANT, place.participant_id, draft.participant_uid)


def _participant_key(connection: Connection, session: lookup.SessionKeys, uid: str) -> int:
    row = lookup.row(connection, Entity.PARTICIPANT, uid)
    if row["session_id"] != session.id:
        raise NotFoundError("participant_not_found", reference=uid)
    return int(row["id"])


def _check_about(unit: UnitOfWork, session: lookup.SessionKeys, uids: Sequence[str]) -> None:
    for uid in uids:
        _participant_key(unit.connection, session, uid)


def _session_of(connection: Connection, uids: Sequence[str]) -> lookup.SessionKeys:
    """The open session that all the named statements belong to."""
    ids = connection.execute(
        select(STATEMENT.c.session_id, func.count())
        .where(STATEMENT.c.uid.in_(uids), STATEMENT.c.deleted_at.is_(None))
        .group_by(STATEMENT.c.session_id)
    ).fetchall()
    if len(ids) != 1 or ids[0][1] != len(set(uids)):
        raise NotFoundError("statement_not_found", reference=", ".join(uids))
    return lookup.open_session(connection, key=ids[0][0])


def _update_name(changes: StatementChanges) -> str:
    fields = changes.model_fields_set
    if len(fields) == 1:
        (field,) = fields
        names = {
            "kind": "kind",
            "participant_uid": "person",
            "is_result": "result",
            "text": "edit",
            "themes": "themes",
            "recorded_at": "time",
            "memo": "memo",
            "clarify": "clarify",
            "cluster": "cluster",
            "in_short": "short",
            "assent": "assent",
            "dissent": "assent",
        }
        return f"statement.{names.get(field, 'update')}"
    return "statement.edit" if "text" in fields else "statement.update"
