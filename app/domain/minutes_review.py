"""What somebody should know before minutes are exported. Nothing here stops an export."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.minutes import (
    MinutesOptions,
    MinutesRecord,
    is_in_summary,
    obeying,
    printed_statements,
    questions_without_result,
)
from app.domain.minutes_names import NameInText, names_in_texts
from app.domain.naming import NamingRules, attribution
from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.protection import Protection
from app.domain.statements import StatementView
from app.domain.vocabulary import (
    NamingLevel,
    OrganisationKind,
    StatementKind,
)

FEW_PEOPLE = 3
"""What stands for fewer people points to somebody."""


class FewPlace(StrEnum):
    """What of a document points to few people."""

    LINES = "lines"
    """Statements under a kind of organisation, or without anybody."""
    CELLS = "cells"
    """Cells of a table."""


@dataclass(frozen=True, slots=True)
class FewPeople:
    """A kind of organisation that is printed although only ``people`` of the session are of it.

    Without a kind: statements of nobody, that only so many people can have said.
    """

    kind: OrganisationKind | None
    people: int
    place: FewPlace = FewPlace.LINES


@dataclass(frozen=True, slots=True)
class MinutesReview:
    """The notes on one document and how much it holds."""

    without_result: tuple[PlanItemView, ...]
    """Questions with statements, but neither summary nor result, if the kind cares."""
    few_people: tuple[FewPeople, ...]
    names_in_texts: tuple[NameInText, ...]
    without_person: int
    """Printed statements that say nobody although statements are attributed."""
    summaries: int
    statements: int
    results: int
    recommendations: int
    next_steps: int


def review(record: MinutesRecord, options: MinutesOptions) -> MinutesReview:
    """Look through everything ``options`` would print."""
    printed = [
        statement
        for item in record.items
        for statement in printed_statements(record, item, options)
    ]
    return MinutesReview(
        without_result=questions_without_result(record, options),
        few_people=few_people(record, options, printed),
        names_in_texts=names_in_texts(record, options),
        without_person=_without_person(options, printed),
        summaries=sum(bool(item.summary.strip()) for item in record.items),
        statements=len(printed),
        results=sum(map(is_in_summary, printed)),
        recommendations=sum(s.kind is StatementKind.RECOMMENDATION for s in printed),
        next_steps=len(record.next_steps),
    )


def few_people(
    record: MinutesRecord, options: MinutesOptions, printed: Iterable[StatementView]
) -> tuple[FewPeople, ...]:
    """All that points to fewer than ``FEW_PEOPLE`` people, as one list.

    ``printed`` are the statements of the document. Where the list names nobody by himself, a reader
    who was there still knows who it was.
    """
    record = obeying(record, options)
    counts = Counter(person.organisation_kind for person in record.participants)
    lines = _few_lines(record, options, printed, counts) if options.attributed else ()
    return (*lines, *_few_cells(record, options, counts))


def _few_lines(
    record: MinutesRecord,
    options: MinutesOptions,
    printed: Iterable[StatementView],
    counts: Mapping[OrganisationKind | None, int],
) -> Iterator[FewPeople]:
    rules = options.rules(record.session)
    people = {person.uid: person for person in record.participants}
    kinds: set[OrganisationKind] = set()
    silent: set[str] = set()
    for statement in printed:
        person = people.get(statement.participant_uid or "")
        if person is None:
            continue
        shown = attribution(person, rules.level(person.agreed, statement.naming))
        if shown.organisation_kind is not None:
            kinds.add(shown.organisation_kind)
        elif shown.level is NamingLevel.ANONYMOUS:
            silent.add(person.uid)
    yield from _few_of(kinds, counts, FewPlace.LINES)
    if silent:
        silent |= {uid for uid, p in people.items() if _is_nobody(p, rules)}
        if len(silent) < FEW_PEOPLE:
            yield FewPeople(None, len(silent))


def _is_nobody(person: ParticipantView, rules: NamingRules) -> bool:
    return attribution(person, rules.level(person.agreed)).level is NamingLevel.ANONYMOUS


def _few_cells(
    record: MinutesRecord,
    options: MinutesOptions,
    counts: Mapping[OrganisationKind | None, int],
) -> Iterator[FewPeople]:
    protection = Protection(options.rules(record.session), record.participants, str)
    people = {person.uid: person for person in record.participants}
    kinds = {
        kind
        for step in record.next_steps
        for kind in protection.kinds_in(step.who, people.get(step.participant_uid or ""))
    }
    yield from _few_of(kinds, counts, FewPlace.CELLS)


def _few_of(
    kinds: Container[OrganisationKind],
    counts: Mapping[OrganisationKind | None, int],
    place: FewPlace,
) -> Iterator[FewPeople]:
    for kind in OrganisationKind:
        if kind in kinds and counts[kind] < FEW_PEOPLE:
            yield FewPeople(kind, counts[kind], place)


def _without_person(options: MinutesOptions, printed: Iterable[StatementView]) -> int:
    if not options.attributed:
        return 0
    return sum(not (statement.participant_uid or statement.source) for statement in printed)
