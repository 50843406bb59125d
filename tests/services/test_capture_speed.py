"""What saving and opening cost, counted in statements of SQL: time would depend on the machine."""

import datetime as dt
from collections.abc import Callable

import pytest

from app.bootstrap import Services
from app.domain.drafts import DraftPayload
from app.domain.incoming.statements import StatementDraft
from app.domain.vocabulary import StatementKind
from tests.support.room import Room
from tests.support.sql import first_words, statements_of_sql


def test_saving_reads_once_and_writes_statement_operation_entry_and_draft(
    services: Services, room: Room
) -> None:
    item = room.question(1).uid
    revision = services.drafts.keep(room.uid, "entry", DraftPayload("Text"))
    services.drafts.flush()
    draft = StatementDraft(
        plan_item_uid=item,
        text="Text",
        participant_uid=room.people[0],
        draft_revision=revision,
    )
    with statements_of_sql(services) as found:
        services.capture.record(draft)
    assert first_words(found) == [
        "SELECT",
        "INSERT",
        "INSERT",
        "INSERT",
        "INSERT",
    ]
    written = [sql.split()[2].partition("(")[0] for sql in found[1:]]
    assert written == ["statement", "draft", "operation", "journal_entry"]


def _plain(room: Room) -> StatementDraft:
    return StatementDraft(plan_item_uid=room.question(1).uid, text=" Viele leben allein.\r\n")


def _of_somebody_with_themes(room: Room) -> StatementDraft:
    return StatementDraft(
        plan_item_uid=room.question(2).uid,
        text="Es gab einen Anlass.",
        participant_uid=room.people[1],
        themes=("Wohnen", "Lastenräder", "Engagement"),
        is_result=True,
        verbatim=True,
        kind=StatementKind.EXPERIENCE,
    )


def _read_as_cooperation(room: Room) -> StatementDraft:
    return StatementDraft(
        plan_item_uid=room.question(4).uid, text="Kita Regenbogen + Stadtteilschule: Lesepaten"
    )


def _recommendation_from_a_table(room: Room) -> StatementDraft:
    zone = dt.timezone(dt.timedelta(hours=2))
    return StatementDraft(
        plan_item_uid=room.question(8).uid,
        text="Dauerhaft fördern",
        source="Tisch 2",
        person_unclear="SB",
        recorded_at=dt.datetime(2026, 11, 22, 19, 30, tzinfo=zone),
    )


@pytest.mark.parametrize(
    "make", [_plain, _of_somebody_with_themes, _read_as_cooperation, _recommendation_from_a_table]
)
def test_what_saving_returns_is_what_was_written(
    services: Services, room: Room, make: Callable[[Room], StatementDraft]
) -> None:
    """The view is built without reading it back; it must not differ in anything."""
    said = services.capture.record(make(room))
    assert said == services.views.statement(said.uid)
    assert repr(said) == repr(services.views.statement(said.uid))
