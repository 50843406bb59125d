"""Off the record at work, and what somebody asks for about something already said.

The line being typed goes at once: whoever says "that is not for the minutes" is right, and there is
no asking back. What was recorded before goes after a question that says it cannot be undone.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.domain.off_record import MOST_BACK, REMIND_EVERY
from app.domain.statements import StatementView
from app.domain.vocabulary import NamingLevel
from app.errors import UserError
from ui.dates import span
from ui.live.off_record_bar import OffRecordBar
from ui.removing import Removing

if TYPE_CHECKING:
    from ui.live.clock_desk import ClockDesk
    from ui.live.entry_desk import EntryDesk
    from ui.live.live_session import LiveSession
    from ui.live.page import LivePage
    from ui.live.statement_desk import StatementDesk
    from ui.pages import Toolbox

_REMINDER = REMIND_EVERY // dt.timedelta(minutes=1)


class OffRecordDesk(QObject):
    """Between the bar and the services. ``left``: the entry line takes statements again."""

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
        self._asks = False
        self._hint = ""
        self._reminded = 0
        self._removing = Removing(tools, self)
        self.bar = OffRecordBar(tools.theme)
        self.bar.hide()
        page.add_bar(self.bar, self.bar.stops())
        self.bar.end.clicked.connect(self.end)
        self.bar.remove.clicked.connect(self.remove)
        self.bar.stayed.connect(self._stay)
        self.bar.typed.connect(self._say_typed)
        clock.ticked.connect(self._tick)

    # -- showing --------------------------------------------------------------------------------

    def open(self, session: LiveSession, statements: StatementDesk) -> None:
        """Another session."""
        self._session, self._statements = session, statements
        self.show()

    def show(self) -> None:
        """A passage began or ended, or the program was started again while one goes on."""
        session = self._session
        off = session is not None and session.off_record
        if off and self.bar.isHidden():
            self._asks, self._hint, self._reminded = False, "", self._minutes() // _REMINDER
        self.bar.setVisible(off)
        self._page.set_barred(barred=off)
        self._say()

    def ask_again(self) -> None:
        """Another item began: perhaps it is forgotten that nothing is taken down."""
        self._asks = True
        self._say()
        self.bar.stay.setFocus()
        self._clock.announce(f"{self.bar.text.text()} {self.bar.hint.text()}")

    def _stay(self) -> None:
        self._asks = False
        self._say()
        self.bar.setFocus()

    def _tick(self) -> None:
        if self._session is None or not self._session.off_record:
            return
        count = self._minutes() // _REMINDER
        if count > self._reminded:
            self._reminded = count
            self._hint = self.tr("Is that still right?")
            QApplication.alert(self._page.window())
            self._say()
            self._clock.announce(f"{self.bar.text.text()} {self._hint}")
        else:
            self._say()

    def _say_typed(self) -> None:
        self._hint = self.tr("What you type goes nowhere.")
        self._say()
        self._clock.announce(self._hint)

    def _say(self) -> None:
        session = self._session
        if session is None or not session.off_record:
            return
        minutes = self._minutes()
        text = self.tr("Off the record")
        if minutes:
            text = self.tr("Off the record for %1 min").replace("%1", str(minutes))
        hint = self._hint or self.tr("Nothing is taken down.")
        if self._asks:
            text = self.tr("Stay off the record?")
            hint = self.tr("Another item has begun.")
        self.bar.say(text, hint, asks=self._asks)

    def _minutes(self) -> int:
        passage = self._session.passage if self._session else None
        return passage.minutes(self._clock.now()) if passage else 0

    # -- off and on -----------------------------------------------------------------------------

    def toggle(self) -> None:
        """The key."""
        if self._session is not None and self._session.off_record:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """The line is gone for good, and nothing is taken down from now on."""
        session = self._session
        item = session.standing.shown if session else None
        if session is None or item is None:
            return
        if not self._page.entry.is_empty() and not self._take_line(session):
            return
        try:
            self._tools.services.off_record.begin(item.uid, at=self._clock.now(), initiator=self)
        except UserError as error:
            self._tools.messages.unsaved(error)
            return
        self.bar.setFocus()

    def end(self) -> None:
        """Statements are taken down again; the minutes may leave out that they were not."""
        session = self._session
        passage = session.passage if session else None
        if session is None or passage is None:
            return
        now = self._clock.now()
        try:
            self._tools.services.off_record.end(session.uid, at=now, initiator=self)
        except UserError as error:
            self._tools.messages.unsaved(error)
            return
        words = session.words
        lasted = span(words.time(passage.started_at), words.time(now))
        text = self.tr("The minutes will say: exchange off the record, %1.").replace("%1", lasted)
        leave_out = partial(self._leave_out, passage.uid)
        self._tools.messages.done(text, self.tr("Leave that out"), leave_out, lasting=True)
        self.left.emit()

    def _leave_out(self, uid: str) -> None:
        self._tools.services.off_record.set_printed(uid, printed=False, initiator=self)
        self._tools.messages.done(self.tr("The minutes will not mention it."))

    def _take_line(self, session: LiveSession) -> bool:
        taken = tuple(filter(None, (self._entry.taken_uid,)))
        if not self._removing.remove_line(session.uid, taken, self._entry.begun):
            return False
        self._entry.forget_line()
        return True

    # -- what was said before -------------------------------------------------------------------

    def remove(self) -> None:
        """Ask which of the last statements are to be gone."""
        session = self._session
        if session is None:
            return
        said = self._latest(session)
        if not said:
            self._page.show_quiet(self.tr("There is no statement to remove."))
            return
        rows = [session.rows.row(statement) for statement in said]
        self._removing.ask(session.uid, rows, self._page.window())

    def _latest(self, session: LiveSession) -> list[StatementView]:
        said = self._tools.services.views.statements(session.uid)
        return sorted(said, key=lambda each: each.recorded_at)[-MOST_BACK:][::-1]

    def unname(self) -> None:
        """The line; without one the statement chosen in the list, or the one recorded last."""
        session = self._session
        if session is None:
            return
        if not self._page.entry.is_empty() and not self._page.list.hasFocus():
            self._entry.toggle_unnamed()
            return
        chosen = self._statements.chosen() if self._statements else None
        latest = self._latest(session)
        statement = chosen or (latest[0] if latest else None)
        if statement is None:
            self._page.show_quiet(self.tr("There is no statement to leave the name out of."))
            return
        self._leave_name_out(session, statement)

    def _leave_name_out(self, session: LiveSession, statement: StatementView) -> None:
        from app.domain.incoming.statements import StatementChanges

        time = session.words.time(statement.recorded_at)
        if statement.naming is NamingLevel.ANONYMOUS:
            text = self.tr("The statement of %1 has no name in the minutes already.")
            self._page.show_quiet(text.replace("%1", time))
            return
        changes = StatementChanges(naming=NamingLevel.ANONYMOUS)
        try:
            self._tools.services.capture.update([statement.uid], changes, initiator=self)
        except UserError as error:
            self._tools.messages.unsaved(error)
            return
        undo = self._tools.actions.get("session.undo")
        text = self.tr("The statement of %1 has no name in the minutes now.")
        self._tools.messages.done(text.replace("%1", time), self.tr("Undo"), undo.trigger)
