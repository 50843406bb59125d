"""What somebody should know before minutes are exported. Nothing here stops an export."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.minutes import (
    MinutesOptions,
    MinutesRecord,
    is_in_summary,
    obeying,
    printed_statements,
    questions_without_result,
)
from app.domain.naming import attribution
from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.protection import NameSearch
from app.domain.statements import NO_DETAILS, StatementView
from app.domain.vocabulary import (
    MinutesKind,
    NamingLevel,
    OrganisationKind,
    PlanItemKind,
    StatementKind,
)

_WITH_HEADING = frozenset({PlanItemKind.QUESTION, PlanItemKind.PRESENTATION})
"""Printed even without a statement."""
_TYPED = ("reason", "year", "purpose", "since", "place", "role", "level", "why_missing")
"""Details that are printed as they were typed; who began and who asks are protected."""

FEW_PEOPLE = 3
"""A kind of organisation with fewer people points to somebody."""


class TextPlace(StrEnum):
    """Where a text stands that somebody typed and that is printed as it is."""

    TITLE = "title"
    SERIES = "series"
    OCCASION = "occasion"
    ITEM = "item"
    """Under a plan item: its heading, its summary, a statement."""
    NEXT_STEPS = "next_steps"


@dataclass(frozen=True, slots=True)
class NameInText:
    """A protected name that somebody typed into a text which will be printed.

    ``item`` and ``statement_uid`` say more about a place under a plan item; without a statement it
    is the heading or the summary.
    """

    name: str
    place: TextPlace
    item: PlanItemView | None = None
    statement_uid: str = ""


@dataclass(frozen=True, slots=True)
class FewPeople:
    """A kind of organisation that is printed although only ``people`` of the session are of it."""

    kind: OrganisationKind
    people: int


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
        few_people=_few_people(record, options, printed),
        names_in_texts=names_in_texts(record, options),
        without_person=_without_person(options, printed),
        summaries=sum(bool(item.summary.strip()) for item in record.items),
        statements=len(printed),
        results=sum(map(is_in_summary, printed)),
        recommendations=sum(s.kind is StatementKind.RECOMMENDATION for s in printed),
        next_steps=len(record.next_steps),
    )


def protected_names(record: MinutesRecord, options: MinutesOptions) -> tuple[str, ...]:
    """The names that must not be attributed; in a confidential session organisations too."""
    rules = options.rules(record.session)
    names = [
        person.name
        for person in record.participants
        if rules.level(person.agreed) is not NamingLevel.NAME
    ]
    if record.session.confidential:
        names.extend(person.organisation for person in record.participants)
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def names_in_texts(record: MinutesRecord, options: MinutesOptions) -> tuple[NameInText, ...]:
    """The texts ``options`` print in which somebody typed a protected name, one note for each.

    Printed they are as they stand: only a person can say whether the name belongs there.
    """
    record = obeying(record, options)
    names = protected_names(record, options)
    if not names:
        return ()
    search = NameSearch(names)
    return tuple(
        replace(note, name=name)
        for note, text in _texts(record, options)
        if (name := search.first_in(text))
    )


def _texts(record: MinutesRecord, options: MinutesOptions) -> Iterator[tuple[NameInText, str]]:
    """Every text that is printed as it was typed, with what would be noted of it."""
    yield NameInText("", TextPlace.TITLE), record.session.title
    yield NameInText("", TextPlace.SERIES), record.series.title
    if not record.session.confidential:  # there the head keeps it back by itself
        occasion = record.session.occasion or record.series.purpose
        yield NameInText("", TextPlace.OCCASION), occasion
    people = {person.uid: person for person in record.participants}
    for item in record.items:
        of_item = NameInText("", TextPlace.ITEM, item)
        yield of_item, f"{item.heading if item.kind in _WITH_HEADING else ''}\n{item.summary}"
        for statement in printed_statements(record, item, options):
            group = statement.cluster if options.kind is MinutesKind.FULL else ""
            typed = _typed(statement, people, with_memo=options.memos)
            text = f"{group}\n{typed}" if group else typed
            yield replace(of_item, statement_uid=statement.uid), text
    for step in record.next_steps:
        yield NameInText("", TextPlace.NEXT_STEPS), step.text


def _typed(
    statement: StatementView, people: Mapping[str, ParticipantView], *, with_memo: bool
) -> str:
    """The text and the additions below it that are printed as they are.

    Without the names of those it speaks about, who are printed as they may be named.
    """
    details, text = statement.details, statement.text
    if details is not NO_DETAILS:
        text = "\n".join((text, *(getattr(details, name) for name in _TYPED)))
    if with_memo and statement.memo:
        text = f"{text}\n{statement.memo}"
    about = [people[uid].name for uid in statement.about if uid in people]
    return NameSearch(about).replaced(text, lambda _name: "") if about else text


def _few_people(
    record: MinutesRecord, options: MinutesOptions, printed: Iterable[StatementView]
) -> tuple[FewPeople, ...]:
    if not options.attributed:
        return ()
    rules = options.rules(record.session)
    people = {person.uid: person for person in record.participants}
    counts = Counter(person.organisation_kind for person in record.participants)
    kinds = {
        attribution(person, rules.level(person.agreed, statement.naming)).organisation_kind
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
