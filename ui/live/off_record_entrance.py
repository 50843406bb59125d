"""The way off the record and to removing on request: imported when somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.changes import ChangeSet, Entity

if TYPE_CHECKING:
    from ui.live.clock_desk import ClockDesk
    from ui.live.entry_desk import EntryDesk
    from ui.live.live_session import LiveSession
    from ui.live.off_record_bar import OffRecordBar
    from ui.live.off_record_desk import OffRecordDesk
    from ui.live.page import LivePage
    from ui.live.statement_desk import StatementDesk
    from ui.pages import Toolbox


class OffRecordEntrance(QObject):
    """Whether the session is off the record says ``LiveSession.off_record``.

    ``changed`` says that it is now, or is not any more. ``left``: the keyboard goes back to where
    work goes on.
    """

    changed = Signal(bool)
    left = Signal()

    def __init__(
        self,
        page: LivePage,
        tools: Toolbox,
        clock: ClockDesk,
        entry: EntryDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._tools = tools
        self._clock = clock
        self._entry = entry
        self._session: LiveSession | None = None
        self._statements: StatementDesk | None = None
        self._desk: OffRecordDesk | None = None
        get = tools.actions.get
        get("live.off_record").triggered.connect(self.toggle)
        get("live.remove_said").triggered.connect(self.remove)
        get("live.unnamed").triggered.connect(self.unname)
        page.off_record.clicked.connect(self.toggle)

    @property
    def desk(self) -> OffRecordDesk:
        """What does it, made now if this is the first time."""
        if self._desk is None:
            from ui.live.off_record_desk import OffRecordDesk

            self._desk = OffRecordDesk(self._page, self._tools, self._clock, self._entry, self)
            self._desk.left.connect(self.left)
            if self._session is not None and self._statements is not None:
                self._desk.open(self._session, self._statements)
        return self._desk

    @property
    def bar(self) -> OffRecordBar | None:
        """The bar, while the session is off the record."""
        off = self._session is not None and self._session.off_record
        return self.desk.bar if off else None

    def open(self, session: LiveSession, statements: StatementDesk) -> None:
        """Another session; one that was off the record when the program ended still is."""
        self._session, self._statements = session, statements
        if self._desk is not None:
            self._desk.open(session, statements)
        elif session.off_record:
            self.desk.show()

    def refresh(self, change_set: ChangeSet) -> None:
        """Something was committed, here or elsewhere. Before anything else is shown anew."""
        session = self._session
        if session is None or not change_set.uids(Entity.OFF_RECORD_PASSAGE):
            return
        before = session.off_record
        session.reload_off_record()
        if session.off_record or self._desk is not None:
            self.desk.show()
        if session.off_record != before:
            self.changed.emit(session.off_record)

    def toggle(self) -> None:
        """Off the record, or on it again; a closed session is neither."""
        if self._session is not None and not self._session.is_closed:
            self.desk.toggle()

    def remove(self) -> None:
        """Ask which of the last statements are to be gone."""
        if self._session is not None and not self._session.is_closed:
            self.desk.remove()

    def unname(self) -> None:
        """The line, or the statement chosen or recorded last, without a name."""
        if self._session is not None and not self._session.is_closed:
            self.desk.unname()

    def ask_again(self) -> None:
        """Another item began."""
        if self._session is not None and self._session.off_record:
            self.desk.ask_again()
