"""What participants answer to the minutes: entered by hand, and decided.

Nothing of an answer reaches a statement before somebody has decided, and a decision is one step to
undo: the statement's words and what was decided go back together.
"""

from collections.abc import Mapping
from typing import Any

from app.domain.answer_drafts import by_hand_slot
from app.domain.changes import Entity
from app.domain.feedback import FeedbackView, needs_reason
from app.domain.incoming.feedback import DecisionDraft, FeedbackDraft
from app.domain.text import clean, fold
from app.domain.vocabulary import FeedbackAnswer, FeedbackDecision
from app.errors import BadInputError, NotFoundError, RefusedError
from app.services import lookup
from app.services.drafts import end_draft
from app.services.release import no_longer_released
from app.services.statement_reading import read_again
from app.services.values import all_values, cleaned
from app.storage.queries import feedback as queries
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer

NOTHING_DECIDED: Mapping[str, Any] = {"decision": None, "reason": "", "decided_at": None}
"""What a new answer says of its decision."""


class FeedbackService:
    """Takes answers in and carries decisions out."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def add(
        self, session_uid: str, draft: FeedbackDraft, *, initiator: object | None = None
    ) -> str:
        """Keep an answer that somebody gave by phone, by mail or in person; returns its uid.

        Raises:
            NotFoundError: no statement of the session has the number.
            RefusedError: the session is closed.
            BadInputError: a change without saying which.
        """
        values = cleaned(all_values(draft))
        values["who"] = clean(draft.who).text.replace("\n", " ").strip()
        if draft.answer is FeedbackAnswer.CHANGE and not (values["wording"] or values["comment"]):
            raise BadInputError("feedback_wording_needed")
        uid = new_uid()
        with self._writer.operation(
            "feedback.add", session_uid=session_uid, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            number, statement = _number_of(unit, session_uid, values.pop("evidence"))
            person, revision = values.pop("participant_uid"), values.pop("draft_revision")
            unit.create(
                Entity.FEEDBACK,
                {
                    **values,
                    "evidence": number,
                    "statement_id": lookup.row(unit.connection, Entity.STATEMENT, statement)["id"],
                    **NOTHING_DECIDED,
                    "session_id": session.id,
                    "participant_id": participant_key(unit, session.id, person),
                    "tracked": False,
                    "form": "",
                },
                uid,
            )
            if revision is not None:
                end_draft(unit.driver, session_uid, by_hand_slot(statement), revision)
        return uid

    def remove(self, session_uid: str, uid: str, *, initiator: object | None = None) -> None:
        """Take an answer away that was entered by mistake; undo brings it back."""
        with self._writer.operation(
            "feedback.remove", session_uid=session_uid, initiator=initiator
        ) as unit:
            lookup.open_session(unit.connection, uid=session_uid)
            _view(unit, session_uid, uid)
            unit.delete(Entity.FEEDBACK, uid)

    def decide(
        self,
        session_uid: str,
        uid: str,
        draft: DecisionDraft,
        *,
        initiator: object | None = None,
    ) -> None:
        """Decide about an answer; adopting it changes the statement or takes it away.

        Raises:
            RefusedError: it was adopted before, its statement is gone, or the session is closed.
            BadInputError: the decision needs a reason, or a wording.
        """
        with self._writer.operation(
            f"feedback.{draft.decision}", session_uid=session_uid, initiator=initiator
        ) as unit:
            lookup.open_session(unit.connection, uid=session_uid)
            found = _view(unit, session_uid, uid)
            reason = clean(draft.reason).text.strip()
            wording = clean(draft.wording).text.strip() or found.wording
            _check(found, draft.decision, reason)
            if draft.decision is FeedbackDecision.ADOPTED:
                _adopt(unit, found, wording)
            values = {"decision": draft.decision.value, "reason": reason, "decided_at": unit.at}
            unit.change(Entity.FEEDBACK, uid, {**values, "wording": wording})


def _check(found: FeedbackView, decision: FeedbackDecision, reason: str) -> None:
    if found.decision is FeedbackDecision.ADOPTED:
        raise RefusedError("feedback_decided", evidence=found.evidence)
    if found.statement_uid is None and decision is not FeedbackDecision.DECLINED:
        raise RefusedError("feedback_statement_gone", evidence=found.evidence)
    if needs_reason(found, decision) and not reason:
        declined = decision is FeedbackDecision.DECLINED
        raise BadInputError("feedback_reason" if declined else "feedback_reason_other")


def _adopt(unit: UnitOfWork, found: FeedbackView, wording: str) -> None:
    uid = str(found.statement_uid)
    if found.answer is FeedbackAnswer.LEAVE_OUT:
        unit.delete(Entity.STATEMENT, uid)
    elif found.answer is FeedbackAnswer.CHANGE:
        if not wording:
            raise BadInputError("feedback_wording_needed")
        unit.change(Entity.STATEMENT, uid, {"text": wording, "folded": fold(wording)})
        no_longer_released(unit, [uid])
        read_again(unit, [uid])


def _view(unit: UnitOfWork, session_uid: str, uid: str) -> FeedbackView:
    for each in queries.in_session(unit.driver, session_uid):
        if each.uid == uid:
            return each
    raise NotFoundError("feedback_not_found", reference=uid)


def _number_of(unit: UnitOfWork, session_uid: str, typed: str) -> tuple[str, str]:
    """A typed number as it was given, whatever the case, and the uid of its statement."""
    wanted = fold(typed.strip())
    for number, uid in queries.numbered(unit.driver, session_uid).items():
        if fold(number) == wanted:
            return number, uid
    raise NotFoundError("feedback_number_unknown", number=typed)


def participant_key(unit: UnitOfWork, session_id: int, uid: str | None) -> int | None:
    """The key of a participant of the session. Raises ``NotFoundError``."""
    if not uid:
        return None
    row = lookup.row(unit.connection, Entity.PARTICIPANT, uid)
    if row["session_id"] != session_id:
        raise NotFoundError("participant_not_found", reference=uid)
    return int(row["id"])
