"""Plays the script in the real window: with keys alone, and with a clock that goes as it says."""

import datetime as dt
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from functools import singledispatchmethod
from pathlib import Path
from zoneinfo import ZoneInfo

import sqlcipher3.dbapi2 as sqlite
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from app.clockwork import Clockwork
from app.domain.plan import PlanItemView
from app.domain.vocabulary import NamingLevel, Outcome
from app.paths import lock_file, own_files
from tests.evening import actions as act
from tests.evening.actions import Action, Event, Guest, clock_time
from tests.support.keyboard import focus, press, type_text
from tests.support.real_window import child, real_window, services_of, settle, wait_until
from tests.support.traces import traces
from ui.checkin.dialog import CheckInDialog
from ui.dialogs.removal import RemovalDialog
from ui.in_the_room.hands_dialog import HandsDialog
from ui.in_the_room.reading_back import ReadingBackDialog
from ui.live.speakers_board import SpeakersBoard
from ui.program import Program
from ui.room.screens import Screens
from ui.room.window import RoomWindow
from ui.widgets.clock_card import ClockCard
from ui.widgets.statement_entry import StatementEntry

ZONE = ZoneInfo("Europe/Berlin")
_LEVELS = (None, *NamingLevel)
_MOST_TABS = 60
_ANSWERS = {Outcome.CONFIRMED: "B", Outcome.CHANGED: "G", Outcome.DISPUTED: "S"}
LAPTOP, PROJECTOR = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)


class Machine:
    """The clocks of a computer: one on the wall that can be set, one that counts its seconds."""

    def __init__(self, date: dt.date) -> None:
        self._midnight = dt.datetime.combine(date, dt.time(), ZONE)
        self._set = 0
        self.seconds = 0
        """Since midnight, whatever the wall says."""

    def clock(self) -> Clockwork:
        """As a program that starts now makes it."""
        return Clockwork(self._wall, lambda: float(self.seconds))

    def go_to(self, seconds: int) -> None:
        """It is so late now."""
        self.seconds = seconds

    def set_wall(self, minutes: int) -> None:
        """The clock on the wall is set, forward or back."""
        self._set += minutes * 60

    def _wall(self) -> dt.datetime:
        moment = self._midnight + dt.timedelta(seconds=self.seconds + self._set)
        return moment.astimezone(dt.UTC)


class Evening:
    """A window on a database, and somebody who presses its keys."""

    def __init__(self, folder: Path, date: dt.date, windows: ExitStack) -> None:
        self.machine = Machine(date)
        self.program: Program
        self.screens: tuple[QRect, ...] = (LAPTOP,)
        self._date = date
        self._folder = folder
        self._windows = windows
        self._starts = 0
        self._start(self._database())

    # -- before and after -------------------------------------------------------------------

    def prepare(self, place: str, guests: tuple[Guest, ...], tables: tuple[str, ...]) -> None:
        """A new session, its people, and tables at the fourth question."""
        press("Return")
        self._settle()
        type_text(f"{self._date:%d.%m.%Y}")
        press("Tab", "Tab")
        type_text(place)
        press("Return")
        self._settle()
        tab_to("Person hinzufügen: Name, Organisation")
        for guest in guests:
            type_text(guest.invitation)
            press("Return")
        tab_to("Ablauf")
        press("Home", *["Down"] * self._row("Kooperationen"), "F2")
        tab_to("Tische, je Zeile: Name, Minuten")
        for line in tables:
            type_text(line)
            press("Return")
        tab_to("Speichern")
        press("Return")
        self._settle()

    def save(self, path: Path, *, kind: str, choices: tuple[str, ...] = ()) -> None:
        """Choose a kind of minutes and what goes in, and save them."""
        press("Ctrl+4")
        self._settle()
        tab_to("Ergebnisprotokoll", "Kurzprotokoll", "Verlaufsprotokoll", "Ergebnisblatt")
        press_until("Down", kind)
        for choice in choices:
            tab_to(choice)
            press("Space")
        press("Ctrl+S")
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        press("Ctrl+A")
        type_text(str(path))
        press("Return")
        wait_until(path.exists)
        self._settle()

    # -- the evening ------------------------------------------------------------------------

    def play(self, event: Event) -> None:
        """Let it be that late, and something happen."""
        self.machine.go_to(event.at)
        self._do(event.do)

    @singledispatchmethod
    def _do(self, action: Action) -> None:
        raise NotImplementedError(action)

    @_do.register
    def _(self, action: act.CheckIn) -> None:
        press("Ctrl+Shift+A")
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), CheckInDialog))
        for guest in action.here:
            type_text(guest.surname)
            press("Return")
            self._answers(guest)
        for guest in action.walk_ins:
            type_text(guest.invitation)
            press("Return", "Return")
            self._answers(guest)
        for guests, key in ((action.excused, "Alt+E"), (action.leave, "Alt+W")):
            for guest in guests:
                type_text(guest.surname)
                press(key, "Esc")
        press("Esc")
        self._settle()

    def _answers(self, guest: Guest) -> None:
        """What the person says about list and naming; the keys are for who was marked last."""
        if guest.listed:
            press("Alt+1")
        if guest.naming is not None:
            press("Alt+N")
            press(*["Down"] * _LEVELS.index(guest.naming), "Return")
            press("Shift+Tab")
            tab_to("Eine Person finden oder aufnehmen")

    @_do.register
    def _(self, _action: act.Begin) -> None:
        tab_to("Gespräch beginnen")
        press("Return")
        self._settle()

    @_do.register
    def _(self, action: act.GoOn) -> None:
        press("Ctrl+PgDown")
        assert self.running().title == action.to

    @_do.register
    def _(self, action: act.GoBack) -> None:
        press("Ctrl+PgUp")
        assert self.running().title == action.to

    @_do.register
    def _(self, _action: act.Finish) -> None:
        press("Ctrl+PgDown")
        self._settle()

    @_do.register
    def _(self, action: act.Ask) -> None:
        press("Alt+R")
        type_text(action.who.initials)
        assert self._entry().edit.hasFocus()

    @_do.register
    def _(self, action: act.Floor) -> None:
        press("F9")
        speaker = child(self.program, SpeakersBoard).speaker
        shown = "" if speaker.isHidden() else speaker.name.text()
        assert shown == (action.who.name if action.who else "")

    @_do.register
    def _(self, action: act.Say) -> None:
        if action.has_floor:
            press("Tab")
        elif action.who is not None:
            type_text(f"{action.who.initials}: ")
        marks = "* " * action.result + "! " * action.assent + '"' * action.quote
        type_text(marks + action.text.removeprefix(action.begun))
        self._record()

    @_do.register
    def _(self, _action: act.Nod) -> None:
        type_text("!")
        self._record()

    @_do.register
    def _(self, action: act.Agree) -> None:
        press("Alt+-" if action.against else "Alt++")

    @_do.register
    def _(self, action: act.Hands) -> None:
        press("Alt+H")
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), HandsDialog))
        type_text(action.wording)
        for number in (action.agree, action.disagree, action.undecided):
            press("Tab")
            type_text(str(number))
        press("Return")
        self._settle()

    @_do.register
    def _(self, action: act.Park) -> None:
        type_text(action.text)
        press("Alt+L")
        assert self._entry().is_empty()

    @_do.register
    def _(self, action: act.ReadBack) -> None:
        press("Ctrl+Shift+B")
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), ReadingBackDialog))
        for answer in action.answers:
            press(_ANSWERS[answer.outcome])
            if answer.outcome is not Outcome.CONFIRMED:
                press("Ctrl+A")
                type_text(answer.text)
                press("Return")
        press("Esc")
        self._settle()

    @_do.register
    def _(self, action: act.OffRecord) -> None:
        type_text(action.typing)
        wait_until(lambda: action.typing in _drafts_on_disk(self._path), "the draft")
        assert self.files_with(action.typing)
        press("Alt+O")
        self._settle()
        assert self.files_with(action.typing) == []
        type_text("Das hört niemand")
        press("Return")
        assert self._entry().is_empty()

    @_do.register
    def _(self, _action: act.OnRecord) -> None:
        press("Alt+O")
        assert self._entry().edit.hasFocus()

    @_do.register
    def _(self, action: act.Remove) -> None:
        said = services_of(self.program).views.statements(self.session_uid, self.running().uid)
        texts = [each.text for each in said[-action.statements :]]
        assert self.files_with(*texts)
        press("Alt+Shift+O")
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), RemovalDialog))
        press(str(action.statements), "Return")
        self._settle()
        assert self.files_with(*texts) == []

    @_do.register
    def _(self, _action: act.Unnamed) -> None:
        press("Alt+U")

    @_do.register
    def _(self, action: act.Projector) -> None:
        self.screens = (LAPTOP, PROJECTOR) if action.plugged else (LAPTOP,)
        for screens in self.program.window.findChildren(Screens):
            screens.changed.emit()
        self._settle()

    @_do.register
    def _(self, action: act.Wall) -> None:
        wait_until(lambda: bool(_walls()) == bool(action.shows), action.shows or "a dark wall")
        seen = " ".join(text for wall in _walls() for text in wall.stage.board.texts())
        assert action.shows in " ".join(seen.split())

    @_do.register
    def _(self, action: act.Step) -> None:
        type_text(f"> {action.who.initials}: {action.text} bis {action.due}")
        self._record()

    @_do.register
    def _(self, action: act.TableReports) -> None:
        press("Alt+T")
        assert self._entry().target_text() == (action.name and f"{action.name} berichtet")

    @_do.register
    def _(self, action: act.CatchUp) -> None:
        press("Alt+Z")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (line,) = (a.text() for a in menu.actions() if a.text().startswith(f"&{action.digit}"))
        assert action.says in line, [a.text() for a in menu.actions()]
        press(action.digit)

    @_do.register
    def _(self, action: act.Press) -> None:
        press(action.key)

    @_do.register
    def _(self, action: act.Sees) -> None:
        card = child(self.program, ClockCard)
        wanted: tuple[tuple[str, Callable[[], str]], ...] = (
            (action.face, card.face.text),
            (action.word, card.face.word),
            (action.status, card.status._text.text),
        )
        for text, shown in wanted:
            wait_until(lambda text=text, shown=shown: text in ("", shown()), text)  # type: ignore[misc]

    @_do.register
    def _(self, action: act.SetClock) -> None:
        self.machine.set_wall(action.minutes)

    @_do.register
    def _(self, action: act.Crash) -> None:
        type_text(action.typing)
        before = self.running()
        self._crash(action.typing)
        self.machine.go_to(self.machine.seconds + action.seconds)
        press("Return")  # the session that still runs is the first on the start page
        self._settle()
        running = self.running()
        assert running == before
        clock = running.time_given * 60 - (self.machine.seconds - began(running))
        self._do(act.Sees(face=f"{clock // 60:02}:{clock % 60:02}", word="noch"))
        assert self._entry().typed().line.text == action.typing

    # -- what is there ----------------------------------------------------------------------

    @property
    def session_uid(self) -> str:
        """The one session."""
        (summary,) = services_of(self.program).views.sessions()
        return summary.uid

    def running(self) -> PlanItemView:
        """The item that runs."""
        items = services_of(self.program).views.plan_items(self.session_uid)
        (found,) = (item for item in items if item.is_running)
        return found

    def files_with(self, *texts: str) -> list[str]:
        """The files of this evening in which one of these texts stands in any form."""
        return traces(self._folder, *texts)

    def _record(self) -> None:
        press("Return")
        assert self._entry().is_empty(), focus()

    def _entry(self) -> StatementEntry:
        return child(self.program, StatementEntry)

    def _row(self, title: str) -> int:
        items = services_of(self.program).views.plan_items(self.session_uid)
        return [item.title for item in items].index(title)

    def _settle(self) -> None:
        settle(self.program)

    # -- windows ----------------------------------------------------------------------------

    def _database(self) -> Path:
        self._starts += 1
        folder = self._folder / f"start-{self._starts}"
        folder.mkdir()
        return folder / "workspace.db"

    def _start(self, database: Path) -> None:
        self._path = database
        window = real_window(database, clock=self.machine.clock())
        self.program = self._windows.enter_context(window)

    def _crash(self, typing: str) -> None:
        """What the disk held at that moment is all the next window has; the old one writes on."""
        wait_until(lambda: typing in _drafts_on_disk(self._path), "the draft")
        left = self._database()
        for file in own_files(self._path):
            if file.exists() and file != lock_file(self._path):
                shutil.copy(file, left.parent)
        self._windows.close()
        self._start(left)


def _walls() -> list[RoomWindow]:
    """What can be seen on a projector."""
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if isinstance(each, RoomWindow) and each.isVisible()]


def began(item: PlanItemView) -> int:
    """When an item began, in seconds since midnight."""
    assert item.started_at is not None
    return clock_time(f"{item.started_at.astimezone(ZONE):%H:%M:%S}")


def _drafts_on_disk(database: Path) -> list[str]:
    connection = sqlite.connect(str(database))
    try:
        return [text for (text,) in connection.execute("SELECT text FROM draft")]
    finally:
        connection.close()


def tab_to(*names: str) -> None:
    """Press Tab until something called so has the focus."""
    seen: list[str] = []
    while name_of(focus()) not in names:
        seen.append(name_of(focus()))
        assert len(seen) <= _MOST_TABS, f"no {names} among {seen}"
        press("Tab")


def press_until(key: str, name: str) -> None:
    """Press a key until something called so has the focus."""
    seen: list[str] = []
    while name_of(focus()) != name:
        seen.append(name_of(focus()))
        assert len(seen) <= _MOST_TABS, f"no {name} among {seen}"
        press(key)


def name_of(widget: QWidget) -> str:
    """As a screen reader says it."""
    return widget.accessibleName() or str(widget.property("text") or "")
