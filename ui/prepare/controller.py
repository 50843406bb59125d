"""Vorbereiten at work: one session, its form, its plan, its people."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from app.domain.changes import Entity
from app.domain.vocabulary import SessionState
from ui.pages import Extent, Step
from ui.prepare.beginning import begin
from ui.prepare.form_controller import FormController
from ui.prepare.handing_on import HandOn
from ui.prepare.page import FORM, PEOPLE, PLAN
from ui.prepare.people_controller import PeopleController
from ui.prepare.plan_controller import PlanController
from ui.prepare.unsaved import UnsavedTexts
from ui.start.controller import utc_now
from ui.start.overview import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.sessions import SessionView
    from ui.pages import Toolbox
    from ui.prepare.page import PreparePage

_SHOWN = (
    Entity.SESSION,
    Entity.SERIES,
    Entity.PLAN_ITEM,
    Entity.PARTICIPANT,
    Entity.PERSON,
    Entity.ORGANISATION,
)


class PrepareController(QObject):
    """The step Vorbereiten. ``now`` tells whether the day has come."""

    def __init__(
        self,
        page: PreparePage,
        tools: Toolbox,
        *,
        now: Callable[[], dt.datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._tools = tools
        self._now = now
        self._session: SessionView | None = None
        self.form = FormController(page.form, tools, now, self)
        self.plan = PlanController(page.plan, tools, self)
        self.people = PeopleController(page.people, tools, self)
        lines = {name: field.line for name, field in page.form.fields().items()}
        lines["person"] = page.people.add_field
        self._unsaved = UnsavedTexts(lines, tools.services.drafts, self)
        self._unsaved.brought_back.connect(self.form.explain)
        self.form.saved.connect(self._unsaved.settle)
        self._hand_on = HandOn(tools, page)
        conclusion = page.form.conclusion
        conclusion.begin.clicked.connect(self._conclude)
        conclusion.hand_on.clicked.connect(self.hand_on)
        for field, (part, target) in self._targets().items():
            action = tools.actions.get(f"prepare.go_{field}")
            action.triggered.connect(partial(self._go, part, target))

    @property
    def page(self) -> PreparePage:
        """The widget the frame stacks."""
        return self._page

    def open_session(self, session_uid: str) -> None:
        """Show this session."""
        session = self._tools.services.views.session(session_uid)
        self._unsaved.leave()
        self._show(session)
        self.form.open(session)
        self.plan.open(session)
        self.people.open(session)
        if session.state is not SessionState.CLOSED:
            self._unsaved.open(session_uid)

    def leave(self) -> None:
        """Save what is being typed."""
        if self._session is not None:
            self.form.commit()
            self.plan.commit()

    def refresh(self, change_set: ChangeSet) -> None:
        """Show what was changed, by whomever, in this session."""
        session = self._session
        if session is None or change_set.session_uid not in (None, session.uid):
            return
        if session.uid in change_set.uids(Entity.SESSION, "deleted"):
            self._session = None
        elif any(change.entity in _SHOWN for change in change_set.changes):
            self._load(session.uid)

    def focus_main(self) -> None:
        """Put the focus on the title; on its day on the button that begins."""
        session = self._session
        if session is not None and self._is_due(session):
            self._page.form.conclusion.begin.setFocus()
        else:
            self._page.bring_forward(FORM)
            self._page.form.title.line.setFocus()

    def set_extent(self, extent: Extent) -> None:
        """The window changed its size class."""
        self._page.set_extent(extent)

    def columns(self) -> tuple[QWidget, ...]:
        """Focus targets for F6 and Shift+F6, left to right."""
        page = self._page
        return (page.form.title.line, page.plan.list, page.people.add_field)

    def reveal(self, _plan_item_uid: str, _statement_uid: str) -> bool:
        """Statements are not shown here."""
        return False

    def hand_on(self) -> None:
        """Write the session as one file for somebody else."""
        if self._session is not None:
            self.leave()
            self._hand_on.ask(self._session.uid)

    def _load(self, session_uid: str) -> None:
        session = self._tools.services.views.session(session_uid)
        self._show(session)
        self.form.load(session)
        self.plan.load(session)
        self.people.load(session)

    def _show(self, session: SessionView) -> None:
        self._session = session
        editable = session.state is not SessionState.CLOSED
        self._page.plan.set_editable(editable=editable)
        self._page.people.set_editable(editable=editable)
        self._show_conclusion(session)

    def _show_conclusion(self, session: SessionView) -> None:
        """One filled button: before its day the file for others, then what comes next."""
        conclusion = self._page.form.conclusion
        words = {
            SessionState.PLANNED: (self.tr("Begin the session"), "player-play"),
            SessionState.RUNNING: (self.tr("Back to the session"), "player-play"),
            SessionState.REVIEW: (self.tr("On to the review"), "arrow-right"),
            SessionState.CLOSED: (self.tr("To the minutes"), "arrow-right"),
        }
        conclusion.show_begin(*words[session.state])
        early = session.state is SessionState.PLANNED and not self._is_due(session)
        conclusion.fill(conclusion.hand_on if early else conclusion.begin)

    def _is_due(self, session: SessionView) -> bool:
        """Whether the day of a planned session has come."""
        today = self._now().astimezone(ZoneInfo(session.time_zone)).date()
        return session.state is SessionState.PLANNED and session.date <= today

    def _conclude(self) -> None:
        session = self._session
        if session is None:
            return
        self.leave()
        steps = {
            SessionState.RUNNING: Step.LIVE,
            SessionState.REVIEW: Step.REVIEW,
            SessionState.CLOSED: Step.MINUTES,
        }
        if session.state is SessionState.PLANNED:
            begin(self._tools, session.uid, self._page, now=self._now())
        else:
            self._tools.frame.go_to(steps[session.state])

    def _targets(self) -> dict[Field, tuple[int, QWidget]]:
        form = self._page.form
        return {
            Field.START: (FORM, form.start.line),
            Field.PLACE: (FORM, form.place.line),
            Field.FACILITATORS: (FORM, form.facilitators.line),
            Field.NOTE_TAKERS: (FORM, form.note_takers.line),
            Field.PLAN: (PLAN, self._page.plan.list),
            Field.PARTICIPANTS: (PEOPLE, self._page.people.add_field),
        }

    def _go(self, part: int, target: QWidget, _checked: bool = False) -> None:
        """Bring a field to the front and put the focus there."""
        self._page.bring_forward(part)
        target.setFocus()
