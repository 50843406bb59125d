"""Start: decides what is shown first, and leads to sessions, files and the example."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from ui.pages import Extent, Step
from ui.start.content import EXAMPLE, NEW, READ, Content
from ui.start.overview import Occasion

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.texts import Texts
    from ui.pages import Frame, Toolbox
    from ui.start.loading import StartData
    from ui.start.overview import Field
    from ui.start.page import StartPage
    from ui.start.rows import ListRow
    from ui.start.upkeep import Upkeep

ResultT = TypeVar("ResultT")

ROWS = 5
"""Sessions and series shown before "Alle … ansehen"."""


def utc_now() -> dt.datetime:
    """The present moment."""
    return dt.datetime.now(dt.UTC)


class StartController(QObject):
    """The start page at work. Until ``attach``, wishes are kept and carried out afterwards."""

    def __init__(
        self,
        page: StartPage,
        texts: Texts,
        frame: Frame,
        *,
        now: Callable[[], dt.datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._frame = frame
        self._now = now
        self._content = Content(texts, self)
        self._tools: Toolbox | None = None
        self._upkeep: Upkeep | None = None
        self._data: StartData | None = None
        self._wish: Callable[[], object] | None = None
        self._asked = 0
        self._wants_focus = False
        self._all_series = False
        self._connect()
        page.home.ways.show_rows(self._content.ways())

    @property
    def page(self) -> StartPage:
        """The widget the frame stacks."""
        return self._page

    @property
    def data(self) -> StartData | None:
        """What is shown; None before the first reading."""
        return self._data

    def show_recent(self, rows: Sequence[ListRow]) -> None:
        """Before the services are there: what the last visit remembered."""
        if self._data is None and rows:
            home = self._page.home
            home.sessions.show_rows(list(rows[:ROWS]))
            home.sessions_title.setText(
                self._content.sessions_title(has_card=False, has_planned=False)
            )
            home.all_button.hide()
            home.show_card(shown=False)
            home.nothing.hide()
            home.show_series(shown=False)
            self._page.show_home()

    def attach(self, tools: Toolbox) -> None:
        """The services are there now."""
        from ui.start.upkeep import Upkeep

        self._tools = tools
        self._upkeep = Upkeep(tools, self._page)
        self._read()
        if self._wish is not None:
            wish, self._wish = self._wish, None
            wish()

    def refresh(self, change_set: ChangeSet | None) -> None:
        """Something changed, or (None) the page is shown again."""
        if change_set is None or self._page.isVisible():
            self._read()

    def focus_main(self) -> None:
        """Put the focus on the one thing to do now, as soon as it is known."""
        self._wants_focus = True
        if self._data is not None:
            self._focus()

    def set_extent(self, extent: Extent) -> None:
        """The window changed its size class."""
        self._page.set_extent(extent)

    def columns(self) -> tuple[QWidget, ...]:
        """Focus targets for F6 and Shift+F6, left to right."""
        if not self._page.shows_home:
            return (self._page.welcome.new_button,)
        home = self._page.home
        return (self._main_button(), home.sessions, home.ways)

    # -- showing ----------------------------------------------------------------------------

    def _connect(self) -> None:
        welcome, home = self._page.welcome, self._page.home
        welcome.new_button.clicked.connect(self.new_session)
        welcome.read_button.clicked.connect(self.read_files)
        welcome.example_button.clicked.connect(self.open_example)
        home.new_button.clicked.connect(self.new_session)
        home.ways.opened.connect(self._go)
        home.sessions.opened.connect(self._open)
        home.sessions.menu_wanted.connect(self._show_menu)
        home.backups_button.clicked.connect(partial(self._frame.open_dialog, "backups"))
        home.series.opened.connect(self._open_series)
        home.all_button.clicked.connect(self._show_all)
        home.all_series_button.clicked.connect(self._show_all_series)
        home.card.main_wanted.connect(self._main)
        home.card.prepare_wanted.connect(self._prepare)
        home.card.field_wanted.connect(self._prepare_field)

    def _read(self) -> None:
        """Read everything anew; only the newest answer counts."""
        from ui.start.loading import load

        if self._tools is None:
            return
        self._asked += 1
        services, now = self._tools.services, self._now()
        work = partial(_ignoring_task, partial(load, services, now))
        self._tools.tasks.run(work, done=partial(self._show, self._asked))

    def _show(self, asked: int, data: StartData) -> None:
        if asked != self._asked:
            return
        self._data = data
        if data.sessions:
            self._show_home(data)
            self._page.show_home()
        else:
            self._page.show_welcome()
        if self._wants_focus:
            self._focus()

    def _show_home(self, data: StartData) -> None:
        home, content = self._page.home, self._content
        up = data.card.next_up if data.card else None
        if data.card is not None and up is not None:
            home.overline.setText(content.overline(up, data.now.date()))
            home.card.show_content(content.card(data.card))
        home.show_card(shown=data.card is not None)
        others = [s for s in data.sessions if up is None or s.uid != up.session.uid]
        planned = any(s.date > data.now.date() for s in others[:ROWS])
        title = content.sessions_title(has_card=up is not None, has_planned=planned)
        home.sessions_title.setText(title)
        home.sessions.setAccessibleName(title)
        home.show_sessions(shown=bool(others))
        home.sessions.show_rows([content.session_row(s) for s in others[:ROWS]])
        home.all_button.setText(content.show_all(len(data.sessions)))
        home.all_button.setVisible(len(others) > ROWS)
        home.backup.set_text(content.backup(data.backup, data.now.date()))
        self._show_series_rows(data)

    def _show_series_rows(self, data: StartData) -> None:
        home, content = self._page.home, self._content
        up = data.card.next_up if data.card else None
        shown = data.series if self._all_series else data.series[:ROWS]
        home.series.show_rows([content.series_row(one, up) for one in shown])
        home.show_series(shown=bool(data.series))
        home.all_series_button.setText(content.show_all(len(data.series)))
        home.all_series_button.setVisible(len(data.series) > len(shown))

    def _main_button(self) -> QWidget:
        home = self._page.home
        has_card = self._data is not None and self._data.card is not None
        return home.card.main_button if has_card else home.new_button

    def _focus(self) -> None:
        self._wants_focus = False
        shows_home = self._page.shows_home
        target = self._main_button() if shows_home else self._page.welcome.new_button
        target.setFocus()

    # -- acting -----------------------------------------------------------------------------

    def new_session(self) -> None:
        """Ask for date and place of a new session."""
        self._when_ready(self._new_session)

    def read_files(self) -> None:
        """Ask for files of sessions."""
        self._when_ready(self._frame.read_files)

    def open_example(self) -> None:
        """Open the example, built when there is no untouched one."""
        self._when_ready(self._open_example)

    def _when_ready(self, action: Callable[[], object]) -> None:
        if self._tools is None:
            self._wish = action
        else:
            action()

    def _new_session(self) -> None:
        if self._tools is not None:
            self._tools.actions.get("app.new_session").trigger()

    def _open_example(self) -> None:
        if self._tools is not None:
            services = self._tools.services
            work = partial(_ignoring_task, services.example.ensure)
            title = self._content.building_example()
            self._tools.tasks.run(work, done=self._frame.open_session, title=title)

    def _go(self, way: str) -> None:
        ways = {NEW: self.new_session, READ: self.read_files, EXAMPLE: self.open_example}
        ways[way]()

    def _open(self, session_uid: str) -> None:
        self._when_ready(partial(self._frame.open_session, session_uid))

    def _main(self, session_uid: str) -> None:
        from ui.prepare.beginning import begin

        if self._tools is None or self._data is None or self._data.card is None:
            return
        occasion = self._data.card.next_up.occasion
        if occasion is Occasion.TODAY:
            begin(self._tools, session_uid, self._page, now=self._now())
        else:
            step = Step.LIVE if occasion is Occasion.RUNNING else Step.PREPARE
            self._frame.open_session(session_uid, step)

    def _prepare(self, session_uid: str) -> None:
        self._frame.open_session(session_uid, Step.PREPARE)

    def _prepare_field(self, field: Field) -> None:
        if self._tools is not None and self._data is not None and self._data.card is not None:
            self._frame.open_session(self._data.card.session.uid, Step.PREPARE)
            self._tools.actions.get(f"prepare.go_{field}").trigger()

    def _show_menu(self, wanted: tuple[str, QPoint]) -> None:
        if self._upkeep is not None and self._data is not None:
            uid, place = wanted
            session = next(s for s in self._data.sessions if s.uid == uid)
            self._upkeep.show_menu(session, place)

    def _show_all(self) -> None:
        from ui.dialogs.session_list import SessionListDialog

        if self._tools is not None and self._upkeep is not None:
            dialog = SessionListDialog(self._tools, self._upkeep, parent=self._page)
            dialog.show_over()

    def _show_all_series(self) -> None:
        self._all_series = True
        if self._data is not None:
            self._show_series_rows(self._data)
            self._page.home.series.setFocus()

    def _open_series(self, series_uid: str) -> None:
        from ui.dialogs.series import SeriesDialog

        if self._tools is not None and self._upkeep is not None:
            dialog = SeriesDialog(self._tools, self._upkeep, series_uid, parent=self._page)
            dialog.show_over()


def _ignoring_task(work: Callable[[], ResultT], _task: object) -> ResultT:
    return work()
