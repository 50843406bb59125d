"""Feedback (Rückmeldung): what somebody answered to a statement, and what becomes of it.

An answer is a proposal: it changes nothing until somebody has decided, and a decision is one step
that can be undone.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.vocabulary import FeedbackAnswer, FeedbackDecision, FeedbackWay

MAX_WHO = 500
MAX_COMMENT = 10_000


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """One answer to one statement."""

    uid: str
    statement_uid: str | None
    """None: the statement is gone."""
    plan_item_uid: str
    evidence: str
    """The number that was answered to."""
    text: str
    """What the statement says now; empty if it is gone."""
    participant_uid: str | None
    who: str
    """The name of the participant, or what was written."""
    is_own: bool
    """Whether whoever answers has said it."""
    way: FeedbackWay
    given_on: dt.date
    answer: FeedbackAnswer
    wording: str
    """What the statement should say instead."""
    comment: str
    tracked: bool
    """Whether the new wording came from changes that Word had tracked."""
    decision: FeedbackDecision | None = None
    reason: str = ""
    decided_at: dt.datetime | None = None
    form: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody has to decide. Who agrees asks for nothing."""
        return self.decision is None and self.answer is not FeedbackAnswer.AGREE


@dataclass(frozen=True, slots=True)
class DifferingView:
    """What minutes print under a statement: somebody sees it differently."""

    uid: str
    """Of the answer it was."""
    participant_uid: str | None
    text: str
    """Empty: only that the statement should not be there."""
    column: str
    """Where the answer has the text."""


def needs_reason(feedback: FeedbackView, decision: FeedbackDecision) -> bool:
    """Whether the decision must be explained: a refusal, and leaving out what another one said."""
    if decision is FeedbackDecision.DECLINED:
        return True
    leaves_out = feedback.answer is FeedbackAnswer.LEAVE_OUT and not feedback.is_own
    return leaves_out and decision is FeedbackDecision.ADOPTED


def differing_views(feedback: Iterable[FeedbackView]) -> Mapping[str, tuple[DifferingView, ...]]:
    """Those that were noted, by statement."""
    found: dict[str, tuple[DifferingView, ...]] = {}
    for each in feedback:
        if each.decision is FeedbackDecision.NOTED and each.statement_uid:
            column = "wording" if each.wording else "comment"
            text = each.wording or each.comment
            view = DifferingView(each.uid, each.participant_uid, text, column)
            found[each.statement_uid] = (*found.get(each.statement_uid, ()), view)
    return found


# -- forms that come back -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of a form that came back, as it stands there."""

    line: int
    """Which row of the table it is, below the head."""
    evidence: str
    text: str
    answer: str
    wording: str
    tracked: bool = False
    is_merged: bool = False
    """It has not the cells that it went out with."""


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """A form that came back."""

    session_uid: str
    form: str
    """Which form it is."""
    participant_uid: str
    """For whom it was made, if for somebody."""
    who: str
    rows: tuple[ReturnedRow, ...]
    comments: int = 0
    """Remarks in the margin, which are not read."""


@dataclass(frozen=True, slots=True)
class FormProblem:
    """Something in a form that a person has to look at.

    ``code`` is a key below ``errors.feedback_problem``.
    """

    code: str
    line: int = 0
    evidence: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class ProposedFeedback:
    """An answer in a form, before it is stored."""

    statement_uid: str
    evidence: str
    before: str
    """What the statement says now."""
    answer: FeedbackAnswer
    wording: str = ""
    comment: str = ""
    tracked: bool = False
    is_known: bool = False
    """It was read before."""


@dataclass(frozen=True, slots=True)
class FormDifferences:
    """What a form says, compared with the session."""

    form: str
    who: str
    participant_uid: str | None
    answers: tuple[ProposedFeedback, ...]
    unanswered: int
    problems: tuple[FormProblem, ...] = field(default=())

    @property
    def new(self) -> tuple[ProposedFeedback, ...]:
        """The answers that were not read before."""
        return tuple(each for each in self.answers if not each.is_known)

    @property
    def to_decide(self) -> tuple[ProposedFeedback, ...]:
        """The new answers that ask for something."""
        return tuple(each for each in self.new if each.answer is not FeedbackAnswer.AGREE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement, and as what a form may have shown it."""

    uid: str
    text: str
    wordings: Sequence[str] = ()
    """Its wordings, also earlier ones: who left the printed text alone changed nothing."""
