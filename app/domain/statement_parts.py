"""What becomes of a statement that is cut in two, and of several that are put together."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from app.domain.naming import strictest
from app.domain.statements import Actor, StatementDetails, StatementView, details_from, stored
from app.domain.text import fold, quoted
from app.domain.vocabulary import Outcome, StatementState

if TYPE_CHECKING:
    from app.domain.incoming.statements import StatementChanges

_QUOTED = "„{text}“"

_ENDS = (".", "!", "?", "…", ":", ";", ",", "–", "“", '"')


def merged(statements: Sequence[StatementView]) -> "StatementChanges":
    """What the first statement says when the others have gone into it.

    Kind and time are those of the first. A person stays if nobody else was named: words are
    attributed rightly or not at all. It may be named as strictly as the strictest, is a result if
    one was, and a quote if all were; a quote among others gets quotation marks. Of the counts the
    highest stays, for the same people raised their hands.
    """
    from app.domain.incoming.statements import StatementChanges

    people = {s.participant_uid for s in statements if s.participant_uid}
    sources = {s.source for s in statements if s.source}
    alone = len(people) + len(sources) == 1
    levels = [s.naming for s in statements if s.naming]
    # Not checked: a limit for typing is none for what is there already.
    return StatementChanges.model_construct(
        text=_joined_text(statements),
        participant_uid=next(iter(people), None) if alone else None,
        source=next(iter(sources), "") if alone else "",
        person_unclear="" if people or sources else _first(s.person_unclear for s in statements),
        verbatim=all(s.verbatim for s in statements),
        is_result=any(s.is_result for s in statements),
        in_short=_tick(statements),
        naming=strictest(*levels) if levels else None,
        addressees=_union(s.addressees for s in statements),
        addressee_note=_joined((s.addressee_note for s in statements), "; "),
        themes=_union(s.themes for s in statements),
        details=_joined_details([s.details for s in statements]),
        actors=_joined_actors(statements),
        reading_confirmed=all(s.reading_confirmed for s in statements if s.actors)
        and any(s.reading_confirmed for s in statements),
        memo=_joined((s.memo for s in statements), "\n"),
        clarify=any(s.clarify for s in statements),
        assent=max(s.assent for s in statements),
        dissent=max(s.dissent for s in statements),
        about=_union(s.about for s in statements),
        outcome=_outcome(statements),
    )


def _tick(statements: Sequence[StatementView]) -> bool | None:
    """In the short minutes if one was put there; without any choice as proposed."""
    chosen = [s.in_short for s in statements if s.in_short is not None]
    return any(chosen) if chosen else None


def _outcome(statements: Sequence[StatementView]) -> Outcome | None:
    """What the room said, if it said the same to each; else it has not heard this text."""
    said = {s.outcome for s in statements}
    return said.pop() if len(said) == 1 else None


def least_worked_on(states: Iterable[StatementState]) -> StatementState:
    """The state of several statements together: no further than the one that lags behind."""
    order = list(StatementState)
    return min(states, key=order.index)


def state_after_change(state: StatementState) -> StatementState:
    """The state when the words have changed: what was released were other words.

    It is checked all the same, by whoever has just changed it.
    """
    return StatementState.CHECKED if state is StatementState.RELEASED else state


def continued(text: str, more: str) -> str:
    """``text`` with what was said in addition: a sentence goes on in its line, else a new one."""
    goes_on = text.endswith(_ENDS) or more[:1].islower()
    between = " " if goes_on and "\n" not in more else "\n"
    return f"{text}{between}{more}"


def names_differ(statements: Sequence[StatementView]) -> bool:
    """Whether different people said these statements, so that together nobody is named."""
    return len({s.participant_uid or s.source for s in statements} - {""}) > 1


def merged_numbers(statements: Sequence[StatementView]) -> tuple[str, tuple[str, ...]]:
    """The evidence number that stays – the first that was given – and those it stands for too."""
    given = [n for s in statements for n in (s.evidence, *s.evidence_also) if n]
    return (given[0], tuple(given[1:])) if given else ("", ())


def actors_of_parts(
    actors: Iterable[Actor], second: str
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Which confirmed actors stay with the first part and which go with the text ``second``."""
    folded = fold(second)
    going = tuple(actor for actor in actors if fold(actor.name) in folded)
    return tuple(actor for actor in actors if actor not in going), going


def _joined_text(statements: Sequence[StatementView]) -> str:
    """With a space between single lines, else each on lines of its own."""
    mixed = len({s.verbatim for s in statements}) > 1
    texts = [quoted(s.text, _QUOTED) if mixed and s.verbatim else s.text for s in statements]
    return ("\n" if any("\n" in text for text in texts) else " ").join(texts)


def _joined(texts: Iterable[str], between: str) -> str:
    return between.join(dict.fromkeys(filter(None, texts)))


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _union(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for group in groups for value in group))


def _joined_details(details: Sequence[StatementDetails]) -> StatementDetails:
    """Each field as the first has it who has it at all."""
    values: dict[str, str] = {}
    for each in reversed(details):
        values.update(stored(each))
    return details_from(values)


def _joined_actors(statements: Sequence[StatementView]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for actor in (actor for s in statements for actor in s.actors):
        found.setdefault(fold(actor.name), actor)
    return tuple(found.values())
