"""The head of the session at work: a field is saved when it is left, as one step to undo.

What is not understood stays as it was typed, with the reason below the field, and is not saved.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.incoming.sessions import SessionChanges
from app.domain.sessions import SessionView
from app.domain.vocabulary import NamingLevel, SessionState
from app.errors import UserError
from ui.prepare.entries import is_no_day, join_names, parse_date, parse_time, split_names
from ui.start.dates import Dates, clock

if TYPE_CHECKING:
    from ui.pages import Toolbox
    from ui.prepare.form import SessionForm

_LONGEST = 500


class Problem(ValueError):  # noqa: N818 – what is said below a field, not an error to handle
    """A text that is not understood; the message says what to enter."""


class FormController(QObject):
    """Connects one session with its fields. ``saved`` names a field whose text is stored now."""

    saved = Signal(str)

    def __init__(
        self,
        form: SessionForm,
        tools: Toolbox,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._tools = tools
        self._now = now
        self._dates = Dates(tools.texts.language)
        self._session: SessionView | None = None
        self._readers: dict[str, Callable[[str], object]] = {
            "title": self._title,
            "date": self._date,
            "start_time": self._time,
            "end_time": self._time,
            "place": str,
            "facilitators": split_names,
            "note_takers": split_names,
        }
        for name, field in form.fields().items():
            field.line.setMaxLength(_LONGEST)
            field.line.editingFinished.connect(partial(self._save, name))
        form.naming.activated.connect(self._save_naming)
        form.confidential.clicked.connect(self._save_confidential)
        form.reopen.clicked.connect(self._reopen)

    def open(self, session: SessionView) -> None:
        """Show another session, with nothing left of the one before."""
        self._session = None
        for field in self._form.fields().values():
            field.line.clear()
            field.line.setModified(False)
            field.show_problem("")
        self.load(session)

    def load(self, session: SessionView) -> None:
        """Show what is stored; what is being typed or not understood stays."""
        self._session = session
        form = self._form
        for name, field in form.fields().items():
            if not field.line.isModified():
                field.set_text(self._shown(session, name))
        form.naming.setCurrentIndex(list(NamingLevel).index(session.naming))
        form.confidential.setChecked(session.confidential)
        form.naming_field.setEnabled(not session.confidential)
        form.naming_hint.setVisible(not session.confidential)
        form.set_editable(editable=session.state is not SessionState.CLOSED)

    def commit(self) -> None:
        """Save what stands in fields that were not left yet."""
        for name, field in self._form.fields().items():
            if field.line.isModified() and not field.problem:
                self._save(name)

    def explain(self, name: str) -> None:
        """Say below a field what is wrong with a text that was brought back."""
        field = self._form.fields().get(name)
        if field is not None:
            try:
                self._readers[name](field.text())
            except Problem as problem:
                field.show_problem(str(problem))

    def _shown(self, session: SessionView, name: str) -> str:
        if name == "date":
            return self._dates.field(session.date)
        value = getattr(session, name)
        if isinstance(value, dt.time):
            return clock(value)
        return join_names(value) if isinstance(value, tuple) else str(value or "")

    def _save(self, name: str) -> None:
        """Write a field that was changed, or say below it why not."""
        field, session = self._form.fields()[name], self._session
        if session is None or not field.line.isModified():
            return
        try:
            value = self._readers[name](field.text())
        except Problem as problem:
            field.show_problem(str(problem))
            return
        field.show_problem("")
        changes = {name: value, **self._that_follows(session, name, value)}
        if value == getattr(session, name) or self._update(changes):
            field.line.setModified(False)
            field.set_text(self._shown(self._session or session, name))
            self.saved.emit(name)

    def _update(self, values: dict[str, object]) -> bool:
        if self._session is None:
            return False
        changes = SessionChanges.model_validate(values)
        try:
            self._tools.services.sessions.update(self._session.uid, changes)
        except UserError as error:
            self._tools.messages.error(error)
            return False
        return True

    def _that_follows(self, session: SessionView, name: str, value: object) -> dict[str, object]:
        """Another begin takes the end along: the session stays as long as it was."""
        start, end = session.start_time, session.end_time
        if name != "start_time" or not isinstance(value, dt.time) or not (start and end):
            return {}
        length = dt.datetime.combine(session.date, end) - dt.datetime.combine(session.date, start)
        later = dt.datetime.combine(session.date, value) + length
        return {"end_time": later.time()}

    def _title(self, text: str) -> str:
        if not text:
            raise Problem(self.tr("A session needs a title."))
        return text

    def _date(self, text: str) -> dt.date:
        today = self._now().date()
        date = parse_date(text, today)
        if date is None and is_no_day(text, today):
            raise Problem(self.tr("There is no such day. Please check day and month."))
        if date is None:
            raise Problem(self.tr("Please enter a date like 20.11.2026."))
        return date

    def _time(self, text: str) -> dt.time | None:
        time = parse_time(text)
        if time is None and text:
            raise Problem(self.tr("Please enter a time like 17:00."))
        return time

    def _save_naming(self, number: int) -> None:
        if not self._update({"naming": list(NamingLevel)[number]}) and self._session:
            self.load(self._session)

    def _save_confidential(self, checked: bool) -> None:
        if not self._update({"confidential": checked}) and self._session:
            self.load(self._session)

    def _reopen(self) -> None:
        if self._session is not None:
            self._tools.services.sessions.set_state(self._session.uid, SessionState.REVIEW)
