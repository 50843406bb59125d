"""What somebody should know before minutes are exported. Nothing here stops an export."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.minutes import (
    MinutesOptions,
    MinutesRecord,
    belongs_in_summary,
    printed_statements,
    questions_without_result,
)
from app.domain.naming import attribution
from app.domain.plan import PlanItemView
from app.domain.protection import NameSearch
from app.domain.statements import StatementView
from app.domain.vocabulary import MinutesKind, NamingLevel, OrganisationKind, StatementKind

FEW_PEOPLE = 3
"""A kind of organisation with fewer people points to somebody."""


@dataclass(frozen=True, slots=True)
class NameInText:
    """A protected name that somebody typed into a text which will be printed.

    ``statement_uid`` is None for the summary of the item.
    """

    name: str
    plan_item_uid: str
    statement_uid: str | None


@dataclass(frozen=True, slots=True)
class FewPeople:
    """A kind of organisation that is printed although only ``people`` of the session are of it."""

    kind: OrganisationKind
    people: int


@dataclass(frozen=True, slots=True)
class MinutesReview:
    """The notes on one document and how much it holds."""

    without_result: tuple[PlanItemView, ...]
    """Questions with statements, but neither summary nor result; only the summary minutes care."""
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
    search = NameSearch(protected_names(record, options))
    printed: list[StatementView] = []
    names: list[NameInText] = []
    for item in record.items:
        names.extend(_found(search.first_in(item.summary), item, None))
        for statement in printed_statements(record, item, options):
            printed.append(statement)
            names.extend(_found(search.first_in(statement.text), item, statement))
    is_summary = options.kind is MinutesKind.SUMMARY
    return MinutesReview(
        without_result=questions_without_result(record) if is_summary else (),
        few_people=_few_people(record, options, printed),
        names_in_texts=tuple(names),
        without_person=_without_person(options, printed),
        summaries=sum(bool(item.summary.strip()) for item in record.items),
        statements=len(printed),
        results=sum(belongs_in_summary(kind=s.kind, is_result=s.is_result) for s in printed),
        recommendations=sum(s.kind is StatementKind.RECOMMENDATION for s in printed),
        next_steps=len(record.next_steps),
    )


def protected_names(record: MinutesRecord, options: MinutesOptions) -> tuple[str, ...]:
    """The names that must not be attributed; in a confidential session organisations too."""
    rules = options.rules(record.session)
    names = [
        person.name
        for person in record.participants
        if rules.level(person.naming) is not NamingLevel.NAME
    ]
    if record.session.confidential:
        names.extend(person.organisation for person in record.participants)
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def _found(name: str, item: PlanItemView, statement: StatementView | None) -> Iterable[NameInText]:
    if name:
        yield NameInText(name, item.uid, statement.uid if statement else None)


def _few_people(
    record: MinutesRecord, options: MinutesOptions, printed: Iterable[StatementView]
) -> tuple[FewPeople, ...]:
    if not options.attributed:
        return ()
    rules = options.rules(record.session)
    people = {person.uid: person for person in record.participants}
    counts = Counter(person.organisation_kind for person in record.participants)
    kinds = {
        attribution(person, rules.level(person.naming, statement.naming)).organisation_kind
        for statement in printed
        if (person := people.get(statement.participant_uid or ""))
    }
    return tuple(
        FewPeople(kind, counts[kind])
        for kind in OrganisationKind
        if kind in kinds and counts[kind] < FEW_PEOPLE
    )


def _without_person(options: MinutesOptions, printed: Iterable[StatementView]) -> int:
    if not options.attributed:
        return 0
    return sum(not (statement.participant_uid or statement.source) for statement in printed)
