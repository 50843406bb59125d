"""What a series wants in its minutes, and which statements the short ones take: kept, handed on."""

import datetime as dt
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.incoming.statements import StatementChanges
from app.domain.minutes_wishes import MinutesWishes
from app.domain.vocabulary import MinutesKind, NamingLevel
from tests.support.room import Room

WISHES = MinutesWishes(
    naming_limit=NamingLevel.ROLE,
    attribution={MinutesKind.SUMMARY: True},
    themes=True,
    signatures=False,
)


def test_nothing_is_wanted_until_somebody_chooses(services: Services, room: Room) -> None:
    assert services.views.minutes_wishes(room.uid) == MinutesWishes()


def test_wishes_hold_for_the_series_and_survive_a_restart(services: Services, room: Room) -> None:
    services.minutes.keep_wishes(room.uid, WISHES)
    with workspace(services.workspace.path, writing=False) as again:
        assert again.views.minutes_wishes(room.uid) == WISHES


def test_undo_takes_back_what_was_done_before_them(services: Services, room: Room) -> None:
    said = room.say("Eins")
    services.minutes.keep_wishes(room.uid, WISHES)
    services.history.undo(room.uid)
    assert said.uid not in [s.uid for s in services.views.statements(room.uid)]
    assert services.views.minutes_wishes(room.uid) == WISHES


def test_both_travel_with_the_session(services: Services, room: Room, tmp_path: Path) -> None:
    first, second, third = (room.say(text) for text in ("Eins", "Zwei", "Drei"))
    services.capture.update([first.uid], StatementChanges(in_short=True))
    services.capture.update([second.uid], StatementChanges(in_short=False))
    services.minutes.keep_wishes(room.uid, WISHES)
    services.documents.write(room.uid, tmp_path / "a.session.json")
    with workspace(tmp_path / "other.db") as other:
        other.documents.read(tmp_path / "a.session.json")
        assert other.views.minutes_wishes(room.uid) == WISHES
        ticks = {s.uid: s.in_short for s in other.views.statements(room.uid)}
    assert ticks == {first.uid: True, second.uid: False, third.uid: None}


def test_a_tick_can_be_undone_and_stands_in_the_history(services: Services, room: Room) -> None:
    said = room.say("Eins")
    services.capture.update([said.uid], StatementChanges(in_short=True))
    assert services.history.undoable(room.uid) == "statement.short"
    services.history.undo(room.uid)
    assert services.views.statement(said.uid).in_short is None


def test_the_first_of_a_theme_is_the_same_from_the_database_and_in_memory(
    services: Services, room: Room
) -> None:
    texts = (("Eins", ()), ("Zwei", ("Räume",)), ("Drei", ("Räume", "Personal")))
    said = [room.say(text) for text, _ in texts]
    for statement, (_, themes) in zip(said, texts, strict=True):
        if themes:
            services.capture.update([statement.uid], StatementChanges(themes=themes))
    record = services.minutes.record(room.uid)
    assert record.theme_openers() == {said[1].uid, said[2].uid}
    assert services.views.theme_openers(room.uid) == record.theme_openers()


def test_wishes_make_the_options_of_each_kind() -> None:
    day = dt.date(2026, 11, 22)
    summary = WISHES.options(MinutesKind.SUMMARY, day)
    assert (summary.attributed, summary.themes, summary.signatures) == (True, True, False)
    assert summary.naming_limit is NamingLevel.ROLE
    assert not WISHES.options(MinutesKind.SHORT, day).attributed
    full = WISHES.options(MinutesKind.FULL, day)
    assert (full.attributed, full.with_times) == (True, True)


def test_merged_statements_are_in_if_one_was_put_in(services: Services, room: Room) -> None:
    first, second = room.say("Eins"), room.say("Zwei")
    services.capture.update([second.uid], StatementChanges(in_short=True))
    services.capture.merge([first.uid, second.uid])
    assert services.views.statement(first.uid).in_short is True


@pytest.mark.parametrize("kind", MinutesKind)
def test_every_kind_can_be_exported_from_the_database(
    kind: MinutesKind, services: Services, room: Room, tmp_path: Path
) -> None:
    room.say("Eins")
    options = MinutesWishes().options(kind, dt.date(2026, 11, 22))
    report = services.minutes.export(room.uid, options, tmp_path / "a.docx")
    assert report.path.exists()
