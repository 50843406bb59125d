"""The next steps at work: added, taken away, and the one being typed kept as a draft.

The form stands in the right column, which is made late and outlives a session; what is being typed
in it belongs to the session. Like any other line it is therefore a draft at each key.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from app.domain.drafts import DraftPayload
from app.domain.incoming.statements import NextStepDraft
from ui.pages import Toolbox
from ui.review.changes import Changes
from ui.review.next_steps import StepTyped
from ui.review.review_session import ReviewSession
from ui.review.side import ReviewSide

_SLOT = "next_step"


class StepDesk(QObject):
    """Between the tab of the next steps and the services."""

    def __init__(self, tools: Toolbox, changes: Changes, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._changes = changes
        self._side: ReviewSide | None = None
        self._session: ReviewSession | None = None
        self._typed = StepTyped()

    def attach(self, side: ReviewSide) -> None:
        """The right column was made."""
        self._side = side
        side.steps.add_wanted.connect(self._add)
        side.steps.remove_wanted.connect(self._remove)
        side.steps.form.changed.connect(self._keep)
        side.steps.form.show_typed(self._typed)

    def open(self, session: ReviewSession, kept: Mapping[str, DraftPayload]) -> None:
        """Another session; a step that was typed and not added stands there again."""
        self._session = session
        payload = kept.get(_SLOT, DraftPayload(""))
        who, due = payload.data.get("who", ""), payload.data.get("due", "")
        self._typed = StepTyped(payload.text, who, due)
        if self._side is not None:
            self._side.steps.form.show_typed(self._typed)

    def show(self) -> None:
        """The steps as they are stored now."""
        session, side = self._session, self._side
        if session is not None and side is not None:
            steps = self._tools.services.views.next_steps(session.uid)
            side.steps.show_steps(steps, read_only=session.is_closed)
            side.set_step_count(len(steps))

    def _keep(self, typed: StepTyped) -> None:
        session, drafts = self._session, self._tools.services.drafts
        if session is None or typed == self._typed:
            return
        self._typed = typed
        if typed.is_empty:
            drafts.discard(session.uid, _SLOT)
            return
        data = {name: text for name, text in (("who", typed.who), ("due", typed.due)) if text}
        drafts.keep(session.uid, _SLOT, DraftPayload(typed.text, len(typed.text), data))

    def _add(self, draft: object) -> None:
        session, capture = self._session, self._tools.services.capture
        if session is None or self._side is None or not isinstance(draft, NextStepDraft):
            return
        draft = _with_participant(draft, session)
        if self._changes.attempt(partial(capture.add_next_step, session.uid, draft)):
            self._side.steps.form.clear()

    def _remove(self, uid: str) -> None:
        remove = partial(self._tools.services.capture.remove_next_step, uid)
        if self._session and not self._session.is_closed and self._changes.attempt(remove):
            undo = self._tools.actions.get("session.undo")
            self._tools.messages.done(
                self.tr("Next step taken away."), self.tr("Undo"), undo.trigger
            )


def _with_participant(draft: NextStepDraft, session: ReviewSession) -> NextStepDraft:
    """Who does it, if the name or the initials fit exactly one of the session."""
    found = session.people_called(draft.who) if draft.who else ()
    if len(found) != 1:
        return draft
    return draft.model_copy(update={"who": found[0].name, "participant_uid": found[0].uid})
