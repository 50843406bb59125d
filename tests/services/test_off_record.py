"""Passages off the record: rows that last, travel and are printed unless they are left out."""

import datetime as dt
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.changes import ChangeSet, Entity
from app.domain.incoming.statements import StatementDraft
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, NamingLevel, SessionState
from app.errors import NotFoundError, RefusedError, UserError
from app.export.plain_text import lines_of
from tests.support.room import Room
from tests.support.tables import everything

START = dt.datetime(2026, 11, 22, 18, 8, tzinfo=dt.UTC)
LATER = dt.timedelta(minutes=4)


def _passage(services: Services, room: Room, question: int = 1) -> str:
    uid = services.off_record.begin(room.question(question).uid, at=START)
    services.off_record.end(room.uid, at=START + LATER)
    return uid


def test_it_begins_once_and_ends(services: Services, room: Room) -> None:
    uid = services.off_record.begin(room.question(1).uid, at=START)
    assert services.off_record.begin(room.question(2).uid, at=START + LATER) == uid
    (passage,) = services.views.off_record(room.uid)
    assert (passage.started_at, passage.ended_at, passage.printed) == (START, None, True)
    assert passage.minutes(START + LATER + LATER) == 8
    assert services.off_record.end(room.uid, at=START + LATER) == uid
    assert services.off_record.end(room.uid, at=START + LATER) is None
    assert services.views.off_record(room.uid)[0].minutes(START + 9 * LATER) == 4


def test_it_lasts_over_a_new_start(tmp_path: Path) -> None:
    with workspace(tmp_path / "w.db") as services:
        room = Room(services)
        services.off_record.begin(room.question(3).uid, at=START)
    with workspace(tmp_path / "w.db") as services:
        (passage,) = services.views.off_record(room.uid)
        assert passage.ended_at is None


def test_a_clock_that_was_put_back_ends_nothing_before_it_began(
    services: Services, room: Room
) -> None:
    services.off_record.begin(room.question(1).uid, at=START)
    services.off_record.end(room.uid, at=START - LATER)
    assert services.views.off_record(room.uid)[0].ended_at == START


def test_closing_the_session_ends_it(services: Services, room: Room) -> None:
    services.off_record.begin(room.question(1).uid, at=START)
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    assert services.views.off_record(room.uid)[0].ended_at is not None
    with pytest.raises(RefusedError):
        services.off_record.begin(room.question(1).uid, at=START)


def test_undo_is_for_what_was_taken_down(services: Services, room: Room) -> None:
    room.say("Gesagt")
    uid = _passage(services, room)
    assert services.history.undoable(room.uid) == "statement.record"
    services.off_record.set_printed(uid, printed=False)
    assert not services.views.off_record(room.uid)[0].printed
    services.history.undo(room.uid)
    assert services.views.off_record(room.uid)[0].printed
    services.history.undo(room.uid)
    assert room.texts() == []
    assert len(services.views.off_record(room.uid)) == 1


def test_an_item_with_a_passage_stays_in_the_plan(services: Services, room: Room) -> None:
    _passage(services, room)
    with pytest.raises(RefusedError, match="item_has_passages"):
        services.plan.remove(room.question(1).uid)
    with pytest.raises(NotFoundError):
        services.off_record.set_printed("nirgends", printed=True)


def test_changes_are_published(services: Services, room: Room) -> None:
    found: list[ChangeSet] = []
    services.changes.subscribe(found.append)
    uid = _passage(services, room)
    assert [each.uids(Entity.OFF_RECORD_PASSAGE) for each in found] == [(uid,)] * 2
    assert {each.session_uid for each in found} == {room.uid}


def test_out_and_in_again_is_the_same(tmp_path: Path) -> None:
    out = tmp_path / "a.session.json"
    with workspace(tmp_path / "hier.db") as services:
        room = Room(services)
        services.off_record.set_printed(_passage(services, room), printed=False)
        services.off_record.begin(room.question(2).uid, at=START + 2 * LATER)
        services.documents.write(room.uid, out)
    with workspace(tmp_path / "dort.db") as services:
        assert services.documents.read(out).new[Entity.OFF_RECORD_PASSAGE] == 2
        assert Entity.OFF_RECORD_PASSAGE not in services.documents.read(out).new
    here, there = (
        everything(tmp_path / name)["off_record_passage"] for name in ("hier.db", "dort.db")
    )
    assert here == there != []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"started_at": "', '"started_at": "vor'),
        ('"plan_item": "', '"plan_item": "0'),
        ('"printed": false', '"printed": "nein"'),
    ],
)
def test_a_faulty_file_is_refused(tmp_path: Path, right: str, wrong: str) -> None:
    out = tmp_path / "a.session.json"
    with workspace(tmp_path / "hier.db") as services:
        room = Room(services)
        services.off_record.set_printed(_passage(services, room), printed=False)
        services.documents.write(room.uid, out)
        head, passages = out.read_text(encoding="utf-8").split('"off_record_passage"')
        assert right in passages
        out.write_text(f'{head}"off_record_passage"{passages.replace(right, wrong)}', "utf-8")
        with pytest.raises(UserError) as refused:
            services.documents.read(out)
    assert "off_record_passage[0]" in str(refused.value.values)


def _minutes(services: Services, room: Room, kind: MinutesKind) -> str:
    options = MinutesOptions(kind, created=dt.date(2026, 11, 22))
    record = services.minutes.proposed(room.uid, options)
    return "\n".join(lines_of(record, options, services.texts))


LINE = "19:08 Uhr bis 19:12 Uhr: Austausch ohne Protokoll."


@pytest.mark.parametrize("kind", [k for k in MinutesKind if k is not MinutesKind.RESULTS])
def test_the_minutes_mention_it_under_its_item(
    services: Services, room: Room, kind: MinutesKind
) -> None:
    uid = _passage(services, room)
    text = _minutes(services, room, kind)
    first, second = (room.question(number).text for number in (1, 2))
    assert LINE in text[text.index(first) : text.index(second)]
    services.off_record.set_printed(uid, printed=False)
    assert "Austausch" not in _minutes(services, room, kind)


def test_the_course_has_it_where_it_was(services: Services, room: Room) -> None:
    item = room.question(1).uid
    for text, minutes in (("Davor", -1), ("Danach", 5)):
        at = START + dt.timedelta(minutes=minutes)
        draft = StatementDraft(plan_item_uid=item, text=text, recorded_at=at)
        services.capture.record(draft)
    _passage(services, room)
    text = _minutes(services, room, MinutesKind.FULL)
    assert text.index("Davor") < text.index(LINE) < text.index("Danach")


def test_one_that_goes_on_has_only_a_beginning(services: Services, room: Room) -> None:
    services.off_record.begin(room.question(1).uid, at=START)
    text = _minutes(services, room, MinutesKind.FULL)
    assert "Ab 19:08 Uhr: Austausch ohne Protokoll." in text


def test_less_than_a_minute_is_one_time(services: Services, room: Room) -> None:
    services.off_record.begin(room.question(1).uid, at=START)
    services.off_record.end(room.uid, at=START + dt.timedelta(seconds=20))
    text = _minutes(services, room, MinutesKind.FULL)
    assert "19:08 Uhr: Austausch ohne Protokoll." in text
    assert "bis 19:08" not in text


def test_a_statement_without_a_name_is_printed_without(services: Services, room: Room) -> None:
    item = room.question(1).uid
    for text, naming in (("Offen gesagt", None), ("Leise gesagt", NamingLevel.ANONYMOUS)):
        services.capture.record(
            StatementDraft(
                plan_item_uid=item, text=text, participant_uid=room.people[0], naming=naming
            )
        )
    printed = _minutes(services, room, MinutesKind.FULL)
    lines = {key: next(x for x in printed.splitlines() if key in x) for key in ("Offen", "Leise")}
    assert "St. Lukas" in lines["Offen"]
    assert "St. Lukas" not in lines["Leise"]
