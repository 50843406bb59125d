"""Leading by key: pause, a minute more, catching up, questions run together, thresholds."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.tables import parse_tables
from tests.support.keyboard import press
from tests.ui.live.conftest import Live
from ui.live.controller import LiveController
from ui.live.page import LivePage


@pytest.fixture
def evening(live: Live) -> Live:
    """Question 4 began at its time in a plan of three hours, and has just begun."""
    start = live.clock.moment.astimezone(ZoneInfo("Europe/Berlin")).replace(second=0, microsecond=0)
    live.services.sessions.update(
        live.room.uid,
        SessionChanges(
            date=start.date(),
            start_time=(start - dt.timedelta(minutes=80)).time(),
            end_time=(start + dt.timedelta(minutes=100)).time(),
        ),
    )
    live.clock.moment = start
    live.run(4)
    return live


def later(live: Live, **time: float) -> None:
    live.clock.go_on(**time)
    live.place.clock.tick()


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def lines() -> list[str]:
    return [action.text() for action in menu().actions()]


def test_pause_by_key_stops_the_digits_and_goes_on(evening: Live) -> None:
    card = evening.page.side.clock
    later(evening, minutes=2)
    press("Alt+P")
    assert (card.face.text(), card.face.word()) == ("13:00", "angehalten")
    assert card.pause.text() == "Weiter"
    later(evening, minutes=5)
    assert card.face.text() == "13:00"
    press("Alt+P")
    later(evening, minutes=1)
    assert (card.face.text(), card.face.word(), card.pause.text()) == ("12:00", "noch", "Pause")


def test_one_minute_more_by_key(evening: Live) -> None:
    later(evening, minutes=14)
    press("Alt+M", "Alt+M")
    card = evening.page.side.clock
    assert (card.face.text(), card._planned.text()) == ("03:00", "von 17 min")
    assert card.status._text.text() == "2 min hinter dem Plan"
    assert evening.room.question(4).minutes == 15, "what was planned is still known"
    evening.desk.frame.undo()
    assert card.face.text() == "02:00"


def test_catching_up_is_offered_only_when_the_end_is_in_danger(evening: Live) -> None:
    card = evening.page.side.clock
    assert not card.catch_up.isVisible()
    later(evening, minutes=27)
    assert card.catch_up.isVisible()


def test_the_ways_are_lines_and_a_digit_takes_one(evening: Live) -> None:
    later(evening, minutes=27)
    end = (evening.clock.moment + dt.timedelta(minutes=73)).astimezone(ZoneInfo("Europe/Berlin"))
    press("Alt+Z")
    first, *_, last = lines()
    assert first.startswith("&1  Pause 10, alle etwas kürzer – Ende ")
    assert first.endswith("Leitfrage 8 behält 20 min")
    assert f"Ende {end:%H:%M}" in first
    assert "Später enden: " in last
    evening.desk.press("1", to=menu())
    assert evening.page.side.clock.status._text.text() == "Im Plan"
    assert not evening.page.side.clock.catch_up.isVisible()
    assert evening.room.question(8).time_given == 20
    rows = evening.page.plan.model.rows()
    assert sum(row.detail.endswith(" min") for row in rows) > 0
    evening.desk.frame.undo()
    assert evening.page.side.clock.catch_up.isVisible()


def test_a_later_end_is_kept_and_ends_the_hurry(evening: Live) -> None:
    later(evening, minutes=27)
    press("Alt+Z")
    evening.desk.press(str(len(lines())), to=menu())
    session = evening.services.views.session(evening.room.uid)
    assert session.agreed_end is not None
    assert session.end_time != session.agreed_end
    assert not evening.page.side.clock.catch_up.isVisible()


def test_on_time_there_is_nothing_to_catch_up(evening: Live) -> None:
    press("Alt+Z")
    assert QApplication.activePopupWidget() is None
    notice = evening.desk.window.band.notice
    assert notice is not None
    assert notice.text.startswith("Nichts muss kürzer werden: So wie es steht, endet das Gespräch")
    assert ", vereinbart ist " in notice.text


def test_a_question_in_writing_is_passed_over(evening: Live) -> None:
    evening.services.plan.catch_up(evening.room.uid, {}, in_writing=evening.room.question(5).uid)
    row = next(row for row in evening.page.plan.model.rows() if row.number == "5")
    assert row.detail == "schriftlich"
    press("Ctrl+PgDown", "Ctrl+PgDown")
    running = evening.place._session
    assert running is not None
    assert running.standing.running == evening.room.question(6)


def test_nothing_is_locked_at_zero(evening: Live) -> None:
    later(evening, minutes=40)
    assert evening.page.side.clock.face.word() == "darüber"
    evening.enter("Trotzdem gesagt")
    assert evening.shown() == ["Trotzdem gesagt"]


def test_a_block_runs_as_one(evening: Live) -> None:
    for number in (5, 7):
        evening.services.plan.join(evening.room.question(number).uid, evening.room.question(4).uid)
    evening.place.start(evening.room.question(4).uid)
    page = evening.page
    assert page.heading._overline.text() == "Leitfragen 4, 5 und 7 zusammen"
    later(evening, minutes=5)
    assert page.side.clock.face.text() == "30:00"
    evening.enter("Zu vier")
    press("Alt+5")
    assert page.heading.question.text() == evening.room.question(5).text
    evening.enter("Zu fünf")
    evening.enter("Auch zu fünf")
    assert [s.text for s in evening.statements(5)] == ["Zu fünf", "Auch zu fünf"]
    assert page.side.clock.face.text() == "30:00", "the clock is that of the block"
    assert page.side.next._title.text() == "Pause"
    press("Ctrl+PgDown", "Ctrl+PgDown")
    assert [item.number for item in evening.room.items if item.is_running] == [6]
    press("Ctrl+PgDown")
    assert [item.number for item in evening.room.items if item.is_running] == [8]


def test_thresholds_are_said_once_each_and_seconds_never(evening: Live) -> None:
    said: list[str] = []
    evening.place.clock.announce = said.append
    for _ in range(20):
        later(evening, minutes=1)
        later(evening, seconds=1)
    assert said == ["Leitfrage 4: bald um", "Leitfrage 4: Die Zeit ist um"]


def test_after_a_crash_the_item_and_its_time_come_back(evening: Live) -> None:
    later(evening, minutes=3)
    press("Alt+P")
    controller = LiveController(
        LivePage(evening.desk.theme, evening.services.texts), evening.desk.tools
    )
    controller.clock.now = evening.clock
    later(evening, minutes=9)
    controller.open_session(evening.room.uid)
    assert isinstance(controller.page, LivePage)
    evening.desk.qtbot.addWidget(controller.page)
    card = controller.page.side.clock
    assert (card.face.text(), card.face.word()) == ("12:00", "angehalten")


def test_f11_moves_the_minutes_beside_the_question(evening: Live) -> None:
    press("F11")
    assert evening.page.heading.clock_text() == "noch 15:00"
    press("Alt+P")
    assert evening.page.heading.clock_text() == "angehalten, noch 15:00"


def test_a_method_card_stands_in_the_cockpit(evening: Live) -> None:
    item = evening.room.question(4).uid
    evening.services.plan.update(item, PlanItemChanges(method="murmelgruppe"))
    texts = evening.page.side.notes.texts()
    assert "Murmelgruppe" in texts
    assert any("zu zweit oder zu dritt" in text for text in texts)
    assert any(text.startswith("1. ") for text in texts)


def with_tables(live: Live) -> None:
    for number, text in ((4, "Tisch 1, 10\nTisch 2"), (5, "Tisch 2")):
        changes = PlanItemChanges(tables=parse_tables(text))
        live.services.plan.update(live.room.question(number).uid, changes)


def test_one_key_says_which_table_reports(evening: Live) -> None:
    with_tables(evening)
    press("Alt+T", "Alt+T")
    assert evening.page.entry.target_text() == "Tisch 2 berichtet"
    evening.enter("Wir treffen uns monatlich")
    evening.enter("Es fehlt ein Raum")
    press("Alt+T")
    assert evening.page.entry.target_text() == ""
    evening.enter("Ohne Tisch")
    assert [s.source for s in evening.statements(4)] == ["Tisch 2", "Tisch 2", ""]
    assert [row.name for row in evening.place.statements.model.rows()][:1] == ["Tisch 2"]


def test_a_person_that_is_named_wins_over_the_table(evening: Live) -> None:
    with_tables(evening)
    press("Alt+T")
    evening.enter("kw: Nur ich")
    (said,) = evening.statements(4)
    assert (said.source, said.participant_uid) == ("", evening.room.people[0])


def test_tables_end_by_their_own_clock(evening: Live) -> None:
    with_tables(evening)
    started = evening.clock.moment.astimezone(ZoneInfo("Europe/Berlin"))
    texts = evening.page.side.notes.texts()
    assert f"Tisch 1: bis {started + dt.timedelta(minutes=10):%H:%M}" in texts
    assert f"Tisch 2: bis {started + dt.timedelta(minutes=15):%H:%M}" in texts


def test_without_tables_the_key_says_so(evening: Live) -> None:
    press("Alt+T")
    assert "keine Tische geplant" in evening.page.quiet.text()


def test_prompts_and_notes_of_an_item_stand_in_the_cockpit(evening: Live) -> None:
    changes = PlanItemChanges(prompts=("Wer noch?",), notes="Zeit lassen")
    evening.services.plan.update(evening.room.question(4).uid, changes)
    assert "Zeit lassen" in evening.page.side.notes.texts()
    assert evening.page.heading.prompts.text() == "Wer noch?"
