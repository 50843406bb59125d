"""The page as a whole: room, names, order of the tab key, clock, freed at the end."""

import gc
import weakref
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.vocabulary import PlanItemKind
from app.texts import Texts
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.support.look import clipped, nameless
from tests.support.room import Room
from tests.ui.live.conftest import Live
from ui.live.heading import Heading
from ui.live.page import TAB_CLOCK, TAB_PROMPTS, TAB_SUMMARY, LivePage
from ui.live.side import Side
from ui.pages import Extent, Step
from ui.review.controller import ReviewController
from ui.review.page import ReviewPage
from ui.style.fonts import Role
from ui.theme import Theme

LONG = (
    "Welche Hinweise aus Ihren Aktivitäten lassen sich empfehlen, in die Bundes-Engagementstrategie"
    " einzubringen, und was müsste sich an Förderung, Haftung, Räumen und Zuständigkeiten ändern,"
    " damit Nachbarschaften, Kirchengemeinden und Wohlfahrtspflege im ländlichen Raum ebenso wie in"
    " der Großstadt dauerhaft zusammenarbeiten können, ohne dass jedes Jahr neu um die Finanzierung"
    " gebangt werden muss?"
)


def test_everything_that_can_be_reached_has_a_name(running: Live) -> None:
    running.enter("Eins")
    assert nameless(running.page) == []


@pytest.mark.parametrize(
    ("width", "scale"), [(1366, 100), (1366, 150), (1366, 200), (911, 100), (911, 150), (700, 100)]
)
def test_no_button_is_cut_off(running: Live, width: int, scale: int) -> None:
    running.desk.window.resize(width, 768)
    running.desk.theme.set_scale(scale)
    for _ in range(3):
        QApplication.processEvents()
    buttons = [text for text in clipped(running.page) if not text.startswith("QLabel")]
    running.desk.theme.set_scale(100)
    assert buttons == []


def test_the_tab_key_goes_left_centre_right_and_around(running: Live) -> None:
    running.enter("Eins")
    page = running.page
    page.plan.list.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(24):
        seen.append(QApplication.focusWidget())
        press("Tab")
    wanted: list[QWidget] = [
        page.plan.list,
        page.heading.prompts.next,
        page.summary,
        page.list,
        page.entry.edit,
        page.entry.kind,
        page.entry.record,
        page.off_record,
        page.keys,
        page.back,
        page.on,
    ]
    places = [seen.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_f6_goes_from_column_to_column(running: Live) -> None:
    running.page.entry.edit.setFocus()
    press("F6")
    assert running.page.plan.list.hasFocus()
    press("F6")
    assert running.page.entry.edit.hasFocus()


def test_escape_leads_back_from_the_plan(running: Live) -> None:
    running.page.plan.list.setFocus()
    press("Esc")
    assert running.page.entry.edit.hasFocus()


def test_f11_hides_the_right_column_and_the_minutes_move(running: Live) -> None:
    assert running.page.side.isVisible()
    press("F11")
    assert not running.page.side.isVisible()
    assert running.page.heading.clock_text().startswith("noch ")
    assert running.page.heading._clock.isVisible()
    press("F11")
    assert running.page.side.isVisible()
    assert not running.page.heading._clock.isVisible()


def test_a_narrow_window_has_tabs_and_keeps_the_line(running: Live) -> None:
    page = running.page
    type_text("Halb")
    running.desk.window.resize(911, 512)
    assert page.tabs.isVisible()
    assert not page.side.isVisible()
    assert not page.heading.prompts.isVisible()
    page.show_tab(TAB_CLOCK)
    assert page.side.clock.isVisible()
    page.show_tab(TAB_PROMPTS)
    assert page.side.notes.isVisible()
    page.show_tab(TAB_SUMMARY)
    assert page.summary.isVisible()
    assert running.line == "Halb"
    assert page.entry.record.text() == ""
    assert page.entry.record.accessibleName() == "Festhalten"
    assert page.entry.kind.toolTip() == "Kooperation"
    running.desk.window.resize(1366, 768)
    QApplication.processEvents()
    assert page.side.clock.isVisible()
    assert page.summary.isVisible()
    assert page.list.isVisible() or page.empty.isVisible()
    assert page.entry.record.text() == "Festhalten"


def test_up_shows_the_list_from_another_tab(running: Live) -> None:
    running.enter("Eins")
    running.desk.window.resize(911, 512)
    running.page.show_tab(TAB_CLOCK)
    running.page.entry.edit.setFocus()
    press("Up")
    assert running.page.list.hasFocus()


def test_a_very_narrow_window_shows_badges_only(running: Live) -> None:
    running.place.set_extent(Extent(narrow=True, slim=True))
    assert running.page.plan.width() < 100


@pytest.mark.parametrize("size", [(1366, 768), (911, 512), (700, 460)])
def test_proposals_cover_nothing(running: Live, size: tuple[int, int]) -> None:
    for name in ("Anna Voss", "Bernd Roth", "Cem Ay", "Doris Kahl"):
        running.services.people.add(running.room.uid, ParticipantDraft(name=name))
    for number in range(12):
        running.enter(f"Beitrag {number}")
    running.desk.window.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    type_text("@")
    QApplication.processEvents()
    page = running.page
    assert 1 <= len(page.popup.proposals()) <= 5
    end = page.popup.mapTo(page, page.popup.rect().bottomLeft()).y()
    assert end < page.entry.mapTo(page, page.entry.rect().topLeft()).y()
    top = page.popup.mapTo(page, page.popup.rect().topLeft()).y()
    bottom = page.list.mapTo(page, page.list.rect().bottomLeft()).y()
    assert page.popup.isVisible()
    assert bottom <= top
    bar = page.list.verticalScrollBar()
    assert bar.value() == bar.maximum()


# -- heading and right column ------------------------------------------------------------------


@pytest.fixture
def heading(qtbot: QtBot, theme: Theme) -> Heading:
    made = Heading(theme)
    qtbot.addWidget(made)
    made.resize(744, 120)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_question_is_as_large_as_it_fits(heading: Heading) -> None:
    label = heading.question._label
    heading.question.set_text("Was war der Anlass?")
    assert label.property("role") == Role.QUESTION
    heading.question.set_text(LONG[:190])
    assert label.property("role") == Role.QUESTION_SMALL
    assert label.text() == LONG[:190]
    assert not heading.question.more.isVisible()


def test_the_longest_question_ends_in_more_and_can_be_opened(heading: Heading) -> None:
    heading.question.set_text(LONG)
    label, more = heading.question._label, heading.question.more
    assert label.text() != LONG
    assert label.accessibleName() == LONG
    assert more.isVisible()
    more.click()
    assert label.text() == LONG
    more.click()
    assert label.text() != LONG


def test_a_low_window_makes_the_question_smaller(heading: Heading) -> None:
    heading.question.set_text("Was war der Anlass?")
    heading.question.set_low(low=True)
    assert heading.question._label.property("role") == Role.QUESTION_SMALL


def test_prompts_go_round(running: Live) -> None:
    prompts = running.room.question(4).prompts
    shown = running.page.heading.prompts
    assert shown.text() == prompts[0]
    press("Alt+N")
    assert shown.text() == prompts[1]
    press("Alt+N", "Alt+N")
    assert shown.text() == prompts[0]


def test_the_right_column_helps_to_ask_and_announces_what_comes(running: Live) -> None:
    side: Side = running.page.side
    assert set(running.room.question(4).prompts) <= set(side.notes.texts())
    assert side.next._title.text() == "Pause"
    opening = running.room.items[0]
    running.place.start(opening.uid)
    assert opening.notes.splitlines()[0] in side.notes.texts()


def test_a_presentation_names_who_speaks(live: Live) -> None:
    item = next(item for item in live.room.items if item.title == "Impulse")
    live.services.plan.update(
        item.uid, PlanItemChanges(speaker="Ilse Hartung", organisation="Bürgerstiftung")
    )
    live.place.start(item.uid)
    assert live.page.heading._speaker.text() == "Ilse Hartung, Bürgerstiftung"


def test_the_clock_of_the_running_item(running: Live) -> None:
    face = running.page.side.clock.face
    started = running.room.question(4).started_at
    assert started is not None
    running.clock.moment = started
    running.clock.go_on(minutes=4, seconds=7)
    running.place.clock.tick()
    assert (face.text(), face.word()) == ("10:53", "noch")
    running.clock.go_on(minutes=9)
    running.place.clock.tick()
    assert face.word() == "noch, bald um"
    running.clock.go_on(minutes=3, seconds=13)
    running.place.clock.tick()
    assert (face.text(), face.word()) == ("+01:20", "darüber")


def test_behind_the_plan_in_words_with_the_expected_end(live: Live) -> None:
    start = live.clock.moment.astimezone(ZoneInfo("Europe/Berlin"))
    live.services.sessions.update(
        live.room.uid, SessionChanges(date=start.date(), start_time=start.time())
    )
    live.place.start(live.room.items[0].uid)
    begun = live.room.items[0].started_at
    assert begun is not None
    live.clock.moment = begun
    live.clock.go_on(minutes=100)
    live.place.clock.tick()
    status = live.page.side.clock.status
    assert status._text.text() == "1 h 30 min hinter dem Plan"
    assert status._end.text().startswith("Ende etwa ")


class _Painted(QObject):
    """Which widgets of a page were painted."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self.names: set[str] = set()
        for widget in (root, *root.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.names.add(type(watched).__name__)
        return False


_QUIET = {"StatementCards", "EntryEdit", "PlanList", "ElidedLabel", "QLabel", "StatementEntry"}


def test_a_tick_paints_the_clock_and_nothing_else(running: Live) -> None:
    running.enter("Eins")
    running.page.plan.list.setFocus()  # no blinking cursor
    running.clock.moment = running.room.question(4).started_at or running.clock.moment
    running.place.clock._timer.stop()
    running.place.clock.tick()
    for _ in range(5):
        QApplication.processEvents()
    painted = _Painted(running.page)
    for _ in range(3):
        running.clock.go_on(seconds=1)
        running.place.clock.tick()
        QApplication.processEvents()
    assert "ClockFace" in painted.names
    assert not painted.names & _QUIET
    running.page.heading.show_item("Anders", "jetzt", "Frage", "")
    QApplication.processEvents()
    assert painted.names & _QUIET


def test_the_clock_rests_while_the_page_is_hidden(running: Live) -> None:
    timer = running.place.clock._timer
    assert timer.isActive()
    running.desk.frame.go_to(Step.MINUTES)
    assert not timer.isActive()
    running.desk.frame.go_to(Step.LIVE)
    assert timer.isActive()


def test_times_are_those_of_the_session(live: Live) -> None:
    """The machine of the tests stands in Newfoundland, the session in Berlin."""
    live.run(4)
    started = live.room.question(4).started_at
    assert started is not None
    berlin = started.astimezone(ZoneInfo("Europe/Berlin"))
    assert live.page.heading._since.text() == f"läuft seit {berlin:%H:%M} Uhr"


# -- from here to the review -------------------------------------------------------------------


def review_title(live: Live) -> str:
    """The item the review has under its cursor."""
    live.desk.frame.go_to(Step.REVIEW)
    place = live.desk._places[Step.REVIEW]
    assert isinstance(place, ReviewController)
    assert isinstance(place.page, ReviewPage)
    plan = place.page.plan
    return plan.model.row_at(plan.list.currentIndex().row()).title


def test_the_review_begins_at_the_question_that_is_led(running: Live) -> None:
    assert review_title(running) == running.room.question(4).title
    running.desk.frame.go_to(Step.LIVE)
    running.run(6)
    assert review_title(running) == running.room.question(4).title, "later it stays where it was"


def test_during_a_break_the_review_begins_as_ever(live: Live) -> None:
    pause = next(item for item in live.room.items if item.kind is PlanItemKind.BREAK)
    live.place.start(pause.uid)
    assert review_title(live) != pause.title


# -- size and end ------------------------------------------------------------------------------


def test_opening_a_long_item_lays_out_only_what_is_seen(desk: Desk, room: Room) -> None:
    for number in range(300):
        room.say(f"Beitrag {number}", question=4)
    live = Live(desk, room)
    live.run(4)
    assert len(live.shown()) == 300
    measured = sum(live.page.list._exact)
    assert 0 < measured < 100


def test_the_page_is_freed_with_its_window(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    desk = Desk(qtbot, services, tmp_path)
    live = Live(desk, Room(services))
    live.run(4)
    live.enter("Eins")
    press("Up", "Return", "Esc")
    gone = weakref.ref(live.page)
    desk.window.drop_page(live.page)
    assert desk.frame._places is not None
    desk.frame._places._made.clear()
    desk._places.clear()
    live.place = None  # type: ignore[assignment]
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
    assert gone() is None


def test_a_page_somebody_holds_is_noticed(theme: Theme, texts: Texts) -> None:
    """The control of the test above."""
    page = LivePage(theme, texts)
    gone = weakref.ref(page)
    held = [page]
    page.deleteLater()
    del page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is not None
    held.clear()


def test_a_larger_text_does_no_harm_at_the_last_item(qtbot: QtBot, theme: Theme) -> None:
    side = Side(theme)
    qtbot.addWidget(side)
    side.next.show_next("Pause", "18:35", "coffee")
    side.next.show_next("", "", "")
    theme.set_scale(125)
    assert side.next.isHidden()
