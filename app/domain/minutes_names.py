"""Names in the texts that minutes print as they were typed: where they stand, and who is meant.

Printed they are as they stand: only a person can say whether the name belongs there. Each is noted
with the form in which it may stand instead.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.changes import Entity
from app.domain.minutes import MinutesOptions, MinutesRecord, obeying, printed_statements
from app.domain.names.finder import NameFinder
from app.domain.names.model import Closeness, Named, NamedKind, NameFound
from app.domain.naming import NamingRules, attribution
from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.protection import NameSearch
from app.domain.sessions import SessionView
from app.domain.statements import NO_DETAILS, StatementView
from app.domain.vocabulary import MinutesKind, NamingLevel, OrganisationKind, PlanItemKind

_WITH_HEADING = frozenset({PlanItemKind.QUESTION, PlanItemKind.PRESENTATION})
"""Printed even without a statement."""
_TYPED = ("reason", "year", "purpose", "since", "place", "role", "level", "why_missing")
"""Details that are printed as they were typed; who began and who asks are protected."""


class TextPlace(StrEnum):
    """Where a text stands that somebody typed and that is printed as it is."""

    TITLE = "title"
    SERIES = "series"
    OCCASION = "occasion"
    DISTRIBUTION = "distribution"
    ITEM = "item"
    """Under a plan item: its heading, its summary, a statement."""
    NEXT_STEPS = "next_steps"
    PARKING_LOT = "parking_lot"


@dataclass(frozen=True, slots=True)
class TypedText:
    """A text that is printed as it was typed, and where it is kept.

    ``item`` and ``statement_uid`` say more about a place under a plan item; without a statement it
    is the heading or the summary. ``row`` and ``column`` say what to change; ``details.purpose``
    is a part of a column.
    """

    place: TextPlace
    entity: Entity
    row: str
    column: str
    text: str
    item: PlanItemView | None = None
    statement_uid: str = ""


@dataclass(frozen=True, slots=True)
class NameInText:
    """A protected name that somebody typed into a text which will be printed."""

    typed: TypedText
    start: int
    end: int
    named: tuple[Named, ...]
    closeness: Closeness
    genitive: bool = False
    form: str = field(default="", compare=False)
    """What may stand there instead."""

    @property
    def name(self) -> str:
        """The words as they stand in the text."""
        return self.typed.text[self.start : self.end]

    @property
    def place(self) -> TextPlace:
        """Where the text stands."""
        return self.typed.place

    @property
    def item(self) -> PlanItemView | None:
        """The plan item it stands under, if any."""
        return self.typed.item

    @property
    def statement_uid(self) -> str:
        """The statement it stands in, or empty."""
        return self.typed.statement_uid

    @property
    def can_be_replaced(self) -> bool:
        """Not in the series: it belongs to other sessions too."""
        return self.typed.entity is not Entity.SERIES


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words for those of whom nothing else may be said."""

    kind: Callable[[OrganisationKind], str]
    person: str
    organisation: str
    place: str


class ProtectedNames:
    """Which names must be kept back under ``rules``, and what may stand instead."""

    def __init__(
        self, session: SessionView, participants: Sequence[ParticipantView], rules: NamingRules
    ) -> None:
        self._rules = rules
        self._people = {person.uid: person for person in participants}
        self._confidential = session.confidential
        self.all = tuple(named_in(session, participants))

    @classmethod
    def of(cls, record: MinutesRecord, options: MinutesOptions) -> "ProtectedNames":
        """Those of minutes as ``options`` print them."""
        record = obeying(record, options)
        return cls(record.session, record.participants, options.rules(record.session))

    @property
    def any(self) -> bool:
        """Whether anything is protected at all."""
        return any(map(self.protects, self.all))

    def protects(self, named: Named) -> bool:
        """Whether this name may not be printed: of people as agreed, of others if confidential."""
        if named.kind is not NamedKind.PERSON:
            return self._confidential
        return self._level(named) is not NamingLevel.NAME

    def form(self, named: Sequence[Named], words: NameWords) -> str:
        """What may stand instead: of several people the form of the one protected most."""
        first = max(named, key=self._strictness)
        if first.kind is NamedKind.PLACE:
            return words.place
        if first.kind is NamedKind.ORGANISATION:
            return words.organisation
        person = self._people.get(first.uid)
        if person is None:
            return words.person
        return attribution(person, self._level(first)).printed(words.kind) or words.person

    def _strictness(self, named: Named) -> int:
        return self._level(named).strictness if self.protects(named) else -1

    def _level(self, named: Named) -> NamingLevel:
        person = self._people.get(named.uid)
        return self._rules.level(person.agreed if person else None)


def named_in(session: SessionView, participants: Sequence[ParticipantView]) -> Iterator[Named]:
    """The session's own people, organisations and places.

    Facilitators and note-takers hold offices: only a confidential session keeps them back.
    """
    for person in participants:
        yield Named(NamedKind.PERSON, person.uid, person.name)
    if not session.confidential:
        return
    for name in (*session.facilitators, *session.note_takers):
        who, _, organisation = name.partition(",")
        yield Named(NamedKind.PERSON, f"office {who}", who)
        yield Named(NamedKind.ORGANISATION, organisation, organisation.strip())
    organisations = [person.organisation for person in participants]
    for name in dict.fromkeys([*organisations, session.host]):
        yield Named(NamedKind.ORGANISATION, name, name)
    for part in session.place.split(","):
        yield Named(NamedKind.PLACE, part, part.strip())


def gives_away(record: MinutesRecord) -> Callable[[str], bool]:
    """Whether a text of the head names somebody or an organisation of a confidential session.

    What only hints ("Stuberwiesen", if a "Seniorenrat Stuberwiesen" took part) is left to a person.
    """
    if not record.session.confidential:
        return lambda _text: False
    names = named_in(record.session, record.participants)
    finder = NameFinder(name for name in names if name.kind is not NamedKind.PLACE)

    def surely(text: str) -> bool:
        return any(found.closeness is Closeness.FULL for found in finder.find(text))

    return surely


def protected_names(record: MinutesRecord, options: MinutesOptions) -> tuple[str, ...]:
    """The names that must not be attributed; in a confidential session organisations too."""
    protected = ProtectedNames.of(record, options)
    names = (named.name for named in protected.all if protected.protects(named))
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def names_in_texts(
    record: MinutesRecord, options: MinutesOptions, finder: NameFinder | None = None
) -> tuple[NameInText, ...]:
    """Each protected name in the texts ``options`` print, in the order of the document.

    ``finder`` is one made for the same lists, which knows the words of these texts already.
    """
    record = obeying(record, options)
    protected = ProtectedNames.of(record, options)
    if not protected.any:
        return ()
    finder = finder or NameFinder(protected.all)
    people = {person.uid: person for person in record.participants}
    return tuple(
        _note(typed, found)
        for typed, about in _texts(record, options)
        for found in _without(finder.find(typed.text), typed.text, about, people)
        if any(map(protected.protects, found.named))
    )


def with_forms(
    notes: Sequence[NameInText], protected: ProtectedNames, words: NameWords
) -> tuple[NameInText, ...]:
    """The same with what may stand there instead."""
    return tuple(replace(note, form=protected.form(note.named, words)) for note in notes)


def _note(typed: TypedText, found: NameFound) -> NameInText:
    return NameInText(typed, found.start, found.end, found.named, found.closeness, found.genitive)


def _without(
    found: list[NameFound],
    text: str,
    about: Sequence[str],
    people: Mapping[str, ParticipantView],
) -> list[NameFound]:
    """Without the full names of those it speaks about, who are printed as they may be named."""
    if not found or not about:
        return found
    search = NameSearch(people[uid].name for uid in about if uid in people)
    chosen = search.places(text)
    return [f for f in found if not any(f.start < end and start < f.end for start, end in chosen)]


def _texts(
    record: MinutesRecord, options: MinutesOptions
) -> Iterator[tuple[TypedText, Sequence[str]]]:
    """Every text that is printed as it was typed, and those it is known to speak about."""
    session, series = record.session, record.series
    head = TypedText(TextPlace.TITLE, Entity.SESSION, session.uid, "title", session.title)
    of_series = replace(head, place=TextPlace.SERIES, entity=Entity.SERIES, row=series.uid)
    hidden = gives_away(record)  # the head keeps this back by itself
    for titled in (head, replace(of_series, text=series.title)):
        if not hidden(titled.text):
            yield titled, ()
    if not session.confidential:
        given_to = replace(head, place=TextPlace.DISTRIBUTION, column="distribution")
        yield replace(given_to, text=session.distribution), ()
        occasion = replace(head, place=TextPlace.OCCASION, column="occasion")
        if session.occasion:
            yield replace(occasion, text=session.occasion), ()
        else:
            yield (
                replace(of_series, place=TextPlace.OCCASION, column="purpose", text=series.purpose),
                (),
            )
    for item in record.items:
        yield from _texts_of_item(record, item, options)
    for step in record.next_steps:
        place, entity = TextPlace.NEXT_STEPS, Entity.NEXT_STEP
        yield TypedText(place, entity, step.uid, "text", step.text), ()
    if options.parking_lot and options.kind is not MinutesKind.RESULTS:
        for topic in record.parked_topics:
            place, entity = TextPlace.PARKING_LOT, Entity.PARKED_TOPIC
            yield TypedText(place, entity, topic.uid, "text", topic.text), ()


def _texts_of_item(
    record: MinutesRecord, item: PlanItemView, options: MinutesOptions
) -> Iterator[tuple[TypedText, Sequence[str]]]:
    of_item = TypedText(TextPlace.ITEM, Entity.PLAN_ITEM, item.uid, "summary", item.summary, item)
    if item.kind in _WITH_HEADING:
        column = "text" if item.text else "title"
        yield replace(of_item, column=column, text=item.heading), ()
    yield of_item, ()
    for statement in printed_statements(record, item, options):
        of_statement = replace(
            of_item,
            entity=Entity.STATEMENT,
            row=statement.uid,
            statement_uid=statement.uid,
            column="text",
            text=statement.text,
        )
        yield of_statement, statement.about
        for column, text in _additions(statement, options):
            yield replace(of_statement, column=column, text=text), ()
    for count in record.hands_of(item) if options.hands else ():
        of_count = replace(of_item, entity=Entity.HAND_COUNT, row=count.uid)
        yield replace(of_count, column="wording", text=count.wording), ()


def _additions(statement: StatementView, options: MinutesOptions) -> Iterator[tuple[str, str]]:
    if statement.cluster and options.kind is MinutesKind.FULL:
        yield "cluster", statement.cluster
    if options.memos and statement.memo:
        yield "memo", statement.memo
    details = statement.details
    if details is not NO_DETAILS:
        for name in _TYPED:
            if text := getattr(details, name):
                yield f"details.{name}", text
