"""The frame at work: opens sessions and steps, undoes, says what was saved, moves the focus.

It is what places know as ``tools.frame``. The window is handed in; so are the ways to make places,
so that the frame imports none of them.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.changes import ChangeSet, Entity
from app.domain.sessions import SessionView
from app.domain.vocabulary import MinutesKind, SessionState
from ui.action_spec import Context
from ui.actions import Actions
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.pages import (
    Extent,
    ItemPlace,
    KindPlace,
    PhotoPlace,
    PlaceFactory,
    SessionPlace,
    StartPlace,
    Step,
    TemplatePlace,
    Toolbox,
)
from ui.places import Places
from ui.settings import Settings
from ui.theme import Theme
from ui.undoing import Undoing

_FIRST_STEP: Mapping[SessionState, Step] = {
    SessionState.PLANNED: Step.PREPARE,
    SessionState.RUNNING: Step.LIVE,
    SessionState.REVIEW: Step.REVIEW,
    SessionState.CLOSED: Step.MINUTES,
}

_CONTEXTS: Mapping[Step, Context] = {
    Step.PREPARE: Context.PREPARE,
    Step.LIVE: Context.LIVE,
    Step.REVIEW: Context.REVIEW,
    Step.MINUTES: Context.MINUTES,
}


class FrameController(QObject):
    """Moves between start page and steps. Signals are for ``ui.main``, which wires the rest."""

    search_wanted = Signal(bool, str)
    """Everywhere (or in the open session), with this text in the field."""
    dialog_wanted = Signal(str)
    files_wanted = Signal()
    """Ask for session files."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        settings: Settings,
        actions: Actions,
        messages: Messages,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._settings = settings
        self._actions = actions
        self._start: StartPlace | None = None
        self._places: Places | None = None
        self._undoing: Undoing | None = None
        self._zone: dt.tzinfo | None = None
        """Of the open session; the computer's own before one was opened."""
        self._tools: Toolbox | None = None
        self._connect_window(messages)
        self._connect_actions()
        actions.set_enabled(Context.SESSION, enabled=False)

    # -- wiring -----------------------------------------------------------------------------

    def start_with(self, make: Callable[[], StartPlace]) -> None:
        """How the start page is made, when it is first shown."""
        self._make_start = make

    def show_start(self) -> None:
        """Show the start page, also before there are any services."""
        start = self._start or self._new_start()
        self._window.show_page(start.page, in_session=False)
        start.focus_main()

    def _new_start(self) -> StartPlace:
        start = self._make_start()
        self._start = start
        start.set_extent(self._window.extent)
        self._actions.attach(Context.START, start.page)
        if self._tools is not None:
            start.attach(self._tools)
        return start

    def attach(self, tools: Toolbox, factories: Mapping[Step, PlaceFactory]) -> None:
        """The services have arrived."""
        self._tools = tools
        places = Places(tools, factories, self)
        places.added.connect(self._on_place_added)
        places.set_extent(self._window.extent)
        self._places = places
        self._undoing = Undoing(tools, places, self)
        if self._start is not None:
            self._start.attach(tools)

    def _connect_window(self, messages: Messages) -> None:
        window, bar = self._window, self._window.session_bar
        window.extent_changed.connect(self._on_extent)
        window.closing.connect(self.leave)
        bar.home_wanted.connect(self.go_home)
        bar.steps.chosen.connect(self.go_to)
        bar.search_wanted.connect(partial(self.open_search, everywhere=True))
        bar.room_wanted.connect(self._actions.get("live.room_menu").trigger)
        bar.saved.help_wanted.connect(self._explain_unsaved)
        window.start_bar.search_wanted.connect(partial(self.open_search, everywhere=True))
        window.start_bar.settings_wanted.connect(partial(self.open_dialog, "settings"))
        window.start_bar.help_wanted.connect(partial(self.open_dialog, "keys"))
        messages.notice.connect(window.band.show_notice)
        messages.cleared.connect(window.band.clear)
        window.band.focus_lost.connect(self._focus_main)
        messages.saving_failed.connect(bar.saved.show_failed)

    def _connect_actions(self) -> None:
        for context in (Context.WINDOW, Context.SESSION):
            self._actions.attach(context, self._window)
        slots: dict[str, Callable[[], object]] = {
            "app.home": self.go_home,
            "app.read_files": self.read_files,
            "app.search": partial(self.open_search, everywhere=True),
            "app.keys": partial(self.open_dialog, "keys"),
            "app.settings": partial(self.open_dialog, "settings"),
            "app.larger": partial(self._scale, 1),
            "app.smaller": partial(self._scale, -1),
            "app.normal_size": partial(self._scale, 0),
            "app.next_column": partial(self._move_column, 1),
            "app.previous_column": partial(self._move_column, -1),
            "app.quit": self._window.close,
            "session.search": partial(self.open_search, everywhere=False),
            "session.undo": self.undo,
            "session.redo": self.redo,
            "session.result_sheet": self._show_result_sheet,
            **{f"session.{step.name.lower()}": partial(self.go_to, step) for step in Step},
        }
        for name, slot in slots.items():
            self._actions.get(name).triggered.connect(_without_arguments(slot))

    def _on_place_added(self, step: Step, place: SessionPlace) -> None:
        self._window.pages.addWidget(place.page)
        self._actions.attach(_CONTEXTS[step], place.page)

    def _on_extent(self, extent: Extent) -> None:
        if self._places is not None:
            self._places.set_extent(extent)
        if self._start is not None:
            self._start.set_extent(extent)

    # -- moving -----------------------------------------------------------------------------

    @property
    def session_uid(self) -> str:
        """The open session, or empty."""
        return self._places.session_uid if self._places else ""

    def open_session(self, session_uid: str, step: Step | None = None) -> None:
        """Open a session at a step, or at the one its state asks for."""
        if self._tools is None or self._places is None:
            return
        session = self._tools.services.views.session(session_uid)
        if step is None:
            step = _FIRST_STEP[session.state]
        self._window.band.clear()
        returning = self.session_uid == session_uid and self._places.holds(session_uid, step)
        place = self._places.show(session_uid, step)
        self._zone = ZoneInfo(session.time_zone)
        self._show_title(session, step)
        self._show_saved(session_uid)
        self._window.session_bar.steps.set_step(step)
        self._window.session_bar.set_leading(leading=step is Step.LIVE)
        self._window.show_page(place.page, in_session=True)
        self._actions.set_enabled(Context.SESSION, enabled=True)
        focus = place.page.focusWidget() if returning and step is not Step.LIVE else None
        if focus is not None and focus.isEnabled() and focus.isVisibleTo(place.page):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            place.focus_main()

    def go_to(self, step: Step) -> None:
        """Another step of the open session; nothing happens if it is shown already."""
        places, session_uid = self._places, self.session_uid
        if places is None or not session_uid or step is places.step:
            return
        before: object = places.current
        begins = step is Step.REVIEW and not places.holds(session_uid, step)
        item_uid = before.item_at_work() if begins and isinstance(before, ItemPlace) else ""
        self.open_session(session_uid, step)
        if item_uid and places.current is not None:
            places.current.reveal(item_uid, "")

    def go_home(self) -> None:
        """The start page."""
        if self._places is not None:
            self._places.close_session()
        self._window.band.outdate()
        self._actions.set_enabled(Context.SESSION, enabled=False)
        if self._start is not None:
            self._start.refresh(None)
        self.show_start()

    def reveal(self, session_uid: str, plan_item_uid: str, statement_uid: str) -> None:
        """Show a statement: on the step that is open if it can, else in the review."""
        places = self._places
        if places is None:
            return
        step = places.step if session_uid == self.session_uid else None
        for candidate in dict.fromkeys((step, Step.REVIEW)):
            if candidate is None or candidate not in places.steps():
                continue
            self.open_session(session_uid, candidate)
            if places.current and places.current.reveal(plan_item_uid, statement_uid):
                return

    def leave(self) -> None:
        """Drafts are handed over; the window is about to close."""
        if self._places is not None:
            self._places.leave()

    # -- what places ask for ----------------------------------------------------------------

    def show_head(self, title: str, subline: str) -> None:
        """Title and sub-line of the bar."""
        self._window.session_bar.set_head(title, subline)

    def open_search(self, *, everywhere: bool, text: str = "") -> None:
        """The search popup."""
        self.search_wanted.emit(everywhere or not self.session_uid, text)

    def open_dialog(self, name: str) -> None:
        """A dialog of the frame."""
        self.dialog_wanted.emit(name)

    def read_files(self) -> None:
        """Ask for session files and read them in."""
        self.files_wanted.emit()

    def add_photos(self, paths: Sequence[Path]) -> None:
        """Photos that were dropped go to the item that is shown."""
        place: object = self._places.current if self._places is not None else None
        if isinstance(place, PhotoPlace):
            place.add_photos(paths)
        elif self._tools is not None:
            text = self.tr(
                "Photos belong to an item of the plan. Drop them while leading or reviewing."
            )
            self._tools.messages.warn(text)

    def look_at_template(self, file: Path) -> None:
        """A Word file that was dropped may become the template of the minutes."""
        place: object = self._places.current if self._places is not None else None
        if isinstance(place, TemplatePlace):
            place.look_at_template(file)
        elif self._tools is not None:
            text = self.tr(
                "A Word file can become the template of the minutes. Drop it on the step “Minutes”."
            )
            self._tools.messages.warn(text)

    # -- undo -------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last change of the open session and say which."""
        if self._undoing is not None and self.session_uid:
            self._undoing.undo()

    def redo(self) -> None:
        """Do again what undo took back last."""
        if self._undoing is not None and self.session_uid:
            self._undoing.redo()

    # -- changes ----------------------------------------------------------------------------

    def on_changed(self, change_set: ChangeSet) -> None:
        """Something was committed: say so and refresh what shows it."""
        now = dt.datetime.now(self._zone)
        self._window.session_bar.saved.show_saved(f"{now:%H:%M:%S}")
        if change_set.session_uid in (None, self.session_uid):
            self._window.band.outdate()
        if self._places is None or self._tools is None:
            return
        deleted = change_set.uids(Entity.SESSION, "deleted")
        for uid in (*deleted, *change_set.uids(Entity.SESSION, "created")):
            self._places.forget(uid)
        if self.session_uid in deleted:
            self.go_home()
        elif change_set.session_uid == self.session_uid and self._places.step is not None:
            session = self._tools.services.views.session(self.session_uid)
            self._show_title(session, self._places.step)
        self._places.refresh(change_set)
        if self._start is not None:
            self._start.refresh(change_set)

    def _show_title(self, session: SessionView, step: Step) -> None:
        if self._tools is None:
            return
        parts = [_short_date(session.date)]
        count = 0
        if step in (Step.REVIEW, Step.MINUTES):
            items = self._tools.services.views.plan_items(session.uid)
            count = sum(item.statement_count for item in items)
        if count == 1:
            parts.append(self.tr("1 statement"))
        elif count:
            parts.append(self.tr("%1 statements").replace("%1", QLocale().toString(count)))
        else:
            parts.append(self._tools.texts.word(session.state))
        self.show_head(session.title, " · ".join(parts))

    def _show_saved(self, session_uid: str) -> None:
        """When the session was last written, also before this start; a failure stays said."""
        saved = self._window.session_bar.saved
        if self._tools is None or saved.failed:
            return
        moment = self._tools.services.views.last_saved(session_uid)
        if moment is None:
            saved.show_ready()
            return
        local = moment.astimezone(self._zone)
        today = local.date() == dt.datetime.now(self._zone).date()
        saved.show_saved(f"{local:%H:%M:%S}" if today else f"{local:%d.%m.%Y}")

    def _explain_unsaved(self) -> None:
        if self._tools is not None:
            self._tools.messages.warn(
                self.tr(
                    "The last change could not be written to the disk. What you typed is still "
                    "there. Check the free space, then try again."
                )
            )

    def _show_result_sheet(self) -> None:
        """The one page people take with them, from wherever the session is."""
        self.go_to(Step.MINUTES)
        place: object = self._places.current if self._places is not None else None
        if isinstance(place, KindPlace):
            place.choose_kind(MinutesKind.RESULTS)

    # -- small things -----------------------------------------------------------------------

    def _scale(self, steps: int) -> None:
        if steps:
            self._theme.step_scale(steps)
        else:
            self._theme.set_scale(100)
        self._settings.put("text_scale", self._theme.scale)

    def _move_column(self, direction: int) -> None:
        """F6: the focus goes to the column beside the one it is in."""
        columns = [column for column in self._columns() if column.isVisible()]
        if columns:
            now = _column_of(QApplication.focusWidget(), columns)
            target = columns[(now + direction) % len(columns)]
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_main(self) -> None:
        """The focus is nowhere any more: it goes to where work begins."""
        place = self._places.current if self._places is not None else None
        if place is not None:
            place.focus_main()
        elif self._start is not None:
            self._start.focus_main()

    def _columns(self) -> Sequence[QWidget]:
        if self._places is not None and self._places.current is not None:
            return self._places.current.columns()
        return self._start.columns() if self._start is not None else ()


def _column_of(focus: QWidget | None, columns: Sequence[QWidget]) -> int:
    """The column the focus is in, else the one whose middle is nearest."""
    if focus is None:
        return -1
    for number, column in enumerate(columns):
        if column is focus or column.isAncestorOf(focus):
            return number
    middle = _middle(focus)
    return min(range(len(columns)), key=lambda number: abs(_middle(columns[number]) - middle))


def _middle(widget: QWidget) -> int:
    return widget.mapToGlobal(widget.rect().center()).x()


def _short_date(date: dt.date) -> str:
    """As in the top bar: "Fr 20. November 2026"."""
    locale = QLocale()
    day = QDate(date.year, date.month, date.day)
    weekday = locale.toString(day, "ddd").rstrip(".")
    form = "d. MMMM yyyy" if locale.language() == QLocale.Language.German else "d MMMM yyyy"
    return f"{weekday} {locale.toString(day, form)}"


def _without_arguments(slot: Callable[[], object]) -> Callable[..., object]:
    """A slot that ignores what ``triggered`` carries."""
    return partial(_call, slot)


def _call(slot: Callable[[], object], *_ignored: object) -> None:
    slot()
