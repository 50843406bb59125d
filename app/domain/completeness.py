"""What is still missing when a session is to be closed. Nothing here stops anybody."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.sessions import SessionView
from app.domain.statements import NextStepView, StatementView
from app.domain.vocabulary import PlanItemKind, StatementKind


class Gap(StrEnum):
    """What can be missing. Those of the head are named as the fields that are empty."""

    START = "start"
    PLACE = "place"
    FACILITATORS = "facilitators"
    NOTE_TAKERS = "note_takers"
    PARTICIPANTS = "participants"
    """People of whom nobody recorded how they may be named."""
    KIND = "kind"
    """Statements under a question that are only remarks."""
    CLARIFY = "clarify"
    NEXT_STEPS = "next_steps"
    """Next steps without a person or a date."""


HEAD = (Gap.START, Gap.PLACE, Gap.FACILITATORS, Gap.NOTE_TAKERS)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, how often, and the first statement of which it is true."""

    gap: Gap
    count: int = 1
    statement_uid: str = ""


def missing(
    session: SessionView,
    items: Iterable[PlanItemView],
    participants: Iterable[ParticipantView],
    statements: Sequence[StatementView],
    next_steps: Iterable[NextStepView],
) -> tuple[Missing, ...]:
    """Everything that is missing, in the order in which somebody would look at it."""
    questions = {item.uid for item in items if item.kind is PlanItemKind.QUESTION}
    without_kind = [
        s for s in statements if s.kind is StatementKind.REMARK and s.plan_item_uid in questions
    ]
    unnamed = 0 if session.confidential else sum(p.naming is None for p in participants)
    loose = sum(not (step.who.strip() and step.due) for step in next_steps)
    found = [
        *(Missing(gap) for gap in _head(session)),
        Missing(Gap.PARTICIPANTS, unnamed),
        _of(Gap.KIND, without_kind),
        _of(Gap.CLARIFY, [s for s in statements if s.clarify]),
        Missing(Gap.NEXT_STEPS, loose),
    ]
    return tuple(each for each in found if each.count)


def _head(session: SessionView) -> Iterator[Gap]:
    filled = {
        Gap.START: session.start_time is not None,
        Gap.PLACE: bool(session.place.strip()),
        Gap.FACILITATORS: bool(session.facilitators),
        Gap.NOTE_TAKERS: bool(session.note_takers),
    }
    return (gap for gap in HEAD if not filled[gap])


def _of(gap: Gap, statements: Sequence[StatementView]) -> Missing:
    return Missing(gap, len(statements), statements[0].uid if statements else "")
