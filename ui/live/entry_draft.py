"""What stands in the entry line as drafts for the services."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.entry import Sign
from app.domain.in_the_room import MAX_TOPIC
from app.domain.shorthand import ParsedLine, ParsedStep
from app.domain.statements import MAX_STEP, MAX_TEXT, StatementView
from app.domain.vocabulary import NamingLevel, StatementKind
from app.errors import BadInputError
from ui.live.shorthand_context import speaker_of
from ui.widgets.statement_entry import Typed

if TYPE_CHECKING:
    from app.domain.incoming.in_the_room import TopicDraft
    from app.domain.incoming.statements import NextStepDraft, StatementChanges, StatementDraft


@dataclass(frozen=True, slots=True)
class Kept:
    """What belongs to the line and cannot be seen: the draft it is kept as, and a moment of old."""

    revision: int | None
    recorded_at: dt.datetime | None = None
    table: str = ""
    """The table that reports: the source of what nobody is named for."""
    unnamed: bool = False
    """Whoever said it is not to be named."""


def statement_draft(item_uid: str, typed: Typed, kept: Kept) -> "StatementDraft":
    """A statement under this item. Raises ``BadInputError`` if the text is too long."""
    from app.domain.incoming.statements import StatementDraft

    parsed = typed.parsed
    _check(parsed.text, MAX_TEXT)
    speaker = speaker_of(parsed.participant_uid)
    return StatementDraft(
        plan_item_uid=item_uid,
        text=parsed.text,
        kind=parsed.kind or typed.kind,
        participant_uid=speaker.participant_uid,
        source=speaker.source or ("" if speaker.participant_uid else kept.table),
        verbatim=parsed.verbatim,
        is_result=parsed.is_result,
        themes=parsed.themes,
        person_unclear=parsed.person_unclear,
        assent=parsed.assent,
        clarify=parsed.clarify,
        about=tuple(uid for each in parsed.about if (uid := speaker_of(each).participant_uid)),
        naming=NamingLevel.ANONYMOUS if kept.unnamed else None,
        recorded_at=kept.recorded_at,
        draft_revision=kept.revision,
    )


def step_draft(parsed: ParsedLine, step: ParsedStep, kept: Kept) -> "NextStepDraft":
    """A next step. Raises ``BadInputError`` if the text is too long."""
    from app.domain.incoming.statements import NextStepDraft

    _check(parsed.text, MAX_STEP)
    return NextStepDraft(
        text=parsed.text,
        who=step.who,
        participant_uid=speaker_of(step.participant_uid).participant_uid,
        due=step.due,
        draft_revision=kept.revision,
    )


def topic_draft(item_uid: str, parsed: ParsedLine, kept: Kept) -> "TopicDraft":
    """A topic to put off. Raises ``BadInputError`` if the text is too long."""
    from app.domain.incoming.in_the_room import TopicDraft

    _check(parsed.text, MAX_TOPIC)
    return TopicDraft(text=parsed.text, plan_item_uid=item_uid, draft_revision=kept.revision)


def marked(statement: StatementView, sign: Sign) -> "StatementChanges":
    """What a sign alone in the line says of the statement before: one more agrees, each time."""
    from app.domain.incoming.statements import StatementChanges

    if sign is Sign.ASSENT:
        return StatementChanges(assent=statement.assent + 1)
    if sign is Sign.CLARIFY:
        return StatementChanges(clarify=True)
    if sign is Sign.VERBATIM:
        return StatementChanges(verbatim=True)
    return StatementChanges(is_result=True)


def _check(text: str, limit: int) -> None:
    if len(text) > limit:
        raise BadInputError("text_too_long", length=len(text), limit=limit)


def kind_of(value: object) -> StatementKind | None:
    """The kind that a kept line names."""
    return next((kind for kind in StatementKind if kind == value), None)


def moment_of(value: object) -> dt.datetime | None:
    """The moment that a kept line names."""
    try:
        moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None
