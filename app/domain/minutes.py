"""Minutes (Protokoll): all a document needs of one session, and which of it a kind prints.

Pure rules: what a record holds is never changed here, only chosen. The words and the look are the
business of ``app.export``.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol, TypeAlias
from zoneinfo import ZoneInfo

from app.domain.evidence import new_numbers
from app.domain.feedback import DifferingView
from app.domain.in_the_room import HandCountView, ParkedTopicView
from app.domain.naming import NamingRules
from app.domain.off_record import OffRecordView
from app.domain.people import ParticipantView
from app.domain.photos import LogoView, PhotoView
from app.domain.plan import PlanItemView
from app.domain.presence import counts_as_present, was_checked
from app.domain.series import SeriesView
from app.domain.sessions import SessionView
from app.domain.statements import NextStepView, StatementView
from app.domain.version_lines import LineChange
from app.domain.vocabulary import MinutesKind, NamingLevel, PlanItemKind, Presence, StatementKind

ALWAYS_IN_SUMMARY = frozenset({StatementKind.AGREEMENT, StatementKind.RECOMMENDATION})
"""Printed in the summary minutes without having been marked as a result."""
PROPOSED_FOR_SHORT = frozenset({StatementKind.AGREEMENT, StatementKind.QUESTION})
"""Proposed for the short minutes, beside quotes and the first statement of each theme."""
_WHOLE = frozenset({MinutesKind.FULL, MinutesKind.PHOTO})
"""Kinds that print every statement."""
_CHOSEN = frozenset({MinutesKind.SHORT, MinutesKind.RESULTS})
"""Kinds in which a question without a result is silent only if nothing else was chosen."""


class StatementSource(Protocol):
    """Gives the statements of one plan item at a time: a long session need not fit into memory.

    Asked again, it gives the same.
    """

    def of(self, plan_item_uid: str) -> Iterable[StatementView]:
        """The statements of the item in their order."""
        ...  # pragma: no cover


class HeldStatements:
    """A source that holds everything, for short sessions and for the preview."""

    def __init__(self, statements: Iterable[StatementView]) -> None:
        self._by_item: dict[str, list[StatementView]] = {}
        for statement in statements:
            self._by_item.setdefault(statement.plan_item_uid, []).append(statement)

    def of(self, plan_item_uid: str) -> Sequence[StatementView]:
        """The statements of the item in their order."""
        return tuple(self._by_item.get(plan_item_uid, ()))


class _Numbered:
    """A source with evidence numbers that are not stored (yet)."""

    def __init__(self, source: StatementSource, numbers: Mapping[str, str]) -> None:
        self._source = source
        self._numbers = numbers

    def of(self, plan_item_uid: str) -> Iterator[StatementView]:
        for statement in self._source.of(plan_item_uid):
            number = self._numbers.get(statement.uid)
            yield replace(statement, evidence=number) if number else statement


class _Openers:
    """The first statement about each theme, looked for when it is asked for."""

    def __init__(self, items: Iterable[PlanItemView], source: StatementSource) -> None:
        self._items = tuple(items)
        self._source = source

    def __call__(self) -> frozenset[str]:
        first: dict[str, str] = {}
        for item in self._items:
            for statement in self._source.of(item.uid):
                for theme in statement.themes:
                    first.setdefault(theme, statement.uid)
        return frozenset(first.values())


PhotoContent: TypeAlias = Callable[[str], bytes | None]
"""Gives the bytes of a photo by the name of its content (``PhotoView.sha256``)."""


def _no_content(_sha256: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class MinutesRecord:
    """One session as the documents see it.

    ``first_at``/``last_at`` are the times (UTC) of the first and the last statement. The counts of
    the items must be those of the source.
    """

    session: SessionView
    series: SeriesView
    items: tuple[PlanItemView, ...]
    participants: tuple[ParticipantView, ...]
    next_steps: tuple[NextStepView, ...]
    statements: StatementSource
    first_at: dt.datetime | None = None
    last_at: dt.datetime | None = None
    photos: tuple[PhotoView, ...] = ()
    photo_content: PhotoContent = _no_content
    off_record: tuple[OffRecordView, ...] = ()
    hand_counts: tuple[HandCountView, ...] = ()
    parked_topics: tuple[ParkedTopicView, ...] = ()
    logos: tuple[LogoView, ...] = ()
    differing: Mapping[str, tuple[DifferingView, ...]] = field(default_factory=dict)
    """What others noted under statements (uids)."""
    theme_openers: Callable[[], frozenset[str]] = frozenset
    """Gives the statements (uids) that are the first of the session about one of its themes."""
    names_left: frozenset[str] = frozenset()
    """Marks of names in texts that may stand as they are; see ``minutes_names``."""
    pseudonyms: Mapping[str, str] = field(default_factory=dict)
    """What stands in a table for participants (uids) in the place of names; empty: names do."""
    unnumbered: int = 0
    """How many statements have no evidence number yet, whether they are printed or not."""
    _answered: dict[tuple[str, MinutesKind], bool] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Whether these minutes print something chosen under an item: it costs reading all of it."""

    @classmethod
    def held(
        cls,
        *,
        session: SessionView,
        series: SeriesView,
        items: Iterable[PlanItemView],
        statements: Iterable[StatementView],
        participants: Iterable[ParticipantView] = (),
        next_steps: Iterable[NextStepView] = (),
        photos: Iterable[PhotoView] = (),
        photo_content: PhotoContent = _no_content,
    ) -> "MinutesRecord":
        """A record that holds all its statements; counts and period are taken from them."""
        items = tuple(items)
        held = HeldStatements(statements)
        counted = []
        moments: list[dt.datetime] = []
        for item in items:
            own = held.of(item.uid)
            results = sum(statement.is_result for statement in own)
            counted.append(replace(item, statement_count=len(own), result_count=results))
            moments.extend(statement.recorded_at for statement in own)
        return cls(
            session=session,
            series=series,
            items=tuple(counted),
            participants=tuple(participants),
            next_steps=tuple(next_steps),
            statements=held,
            first_at=min(moments, default=None),
            last_at=max(moments, default=None),
            photos=tuple(photos),
            photo_content=photo_content,
            theme_openers=_Openers(items, held),
        )

    @property
    def zone(self) -> ZoneInfo:
        """The zone all times are shown in."""
        return ZoneInfo(self.session.time_zone)

    @property
    def spans_days(self) -> bool:
        """True if a time alone would not say when something was said."""
        if self.first_at is None or self.last_at is None:
            return False
        first, last = (moment.astimezone(self.zone).date() for moment in self.period)
        return first != last or first != self.session.date

    @property
    def period(self) -> tuple[dt.datetime, ...]:
        """First and last moment, or nothing without statements."""
        return tuple(moment for moment in (self.first_at, self.last_at) if moment is not None)

    @property
    def questions(self) -> tuple[PlanItemView, ...]:
        """The guiding questions in order."""
        return tuple(item for item in self.items if item.kind is PlanItemKind.QUESTION)

    def photos_of(self, item: PlanItemView) -> tuple[PhotoView, ...]:
        """The photos of an item whose content is there, in order."""
        return tuple(photo for photo in self.photos if photo.plan_item_uid == item.uid)

    def passages_of(self, item: PlanItemView) -> tuple[OffRecordView, ...]:
        """The passages off the record that began at an item and are to be mentioned, in order."""
        own = (each for each in self.off_record if each.plan_item_uid == item.uid)
        return tuple(each for each in own if each.printed)

    def hands_of(self, item: PlanItemView) -> tuple[HandCountView, ...]:
        """The shows of hands at an item, in order."""
        return tuple(count for count in self.hand_counts if count.plan_item_uid == item.uid)

    def numbered(self, numbers: Mapping[str, str]) -> "MinutesRecord":
        """The same with evidence numbers by statement uid, as just given or as a proposal."""
        steps = tuple(
            replace(step, evidence=numbers.get(step.statement_uid or "", step.evidence))
            for step in self.next_steps
        )
        return replace(self, statements=_Numbered(self.statements, numbers), next_steps=steps)


class WithoutResults(StrEnum):
    """What the summary prints for a question with neither summary nor result."""

    STATEMENTS = "statements"
    NOTE = "note"


class MinutesState(StrEnum):
    """Whether the participants can still ask for changes."""

    PRELIMINARY = "preliminary"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class MinutesOptions:
    """How one document is to be made. ``attribution`` None: as usual for the kind."""

    kind: MinutesKind
    created: dt.date
    """The date of this version, as printed and as written into the properties."""
    naming_limit: NamingLevel = NamingLevel.NAME
    attribution: bool | None = None
    times: bool | None = None
    """When a statement was made. None: as usual for the kind."""
    contents: bool = True
    attendance_list: bool = True
    signatures: bool = True
    statement_kinds: bool = True
    """The word before a statement that says its kind."""
    themes: bool = False
    memos: bool = False
    durations: bool = False
    """Planned beside actual minutes."""
    hands: bool = True
    """Shows of hands."""
    answers: bool = True
    """What the room said to a statement: assent, dissent, and when it was read back."""
    parking_lot: bool = True
    distribution: bool = True
    photos: bool = False
    """Photos at their item; the photo minutes have them always."""
    evidence: bool = True
    """Evidence numbers."""
    confidential: bool = False
    """As if the session were a confidential one."""
    paged: bool = True
    """False where there are no pages to refer to."""
    without_results: WithoutResults = WithoutResults.STATEMENTS
    state: MinutesState = MinutesState.PRELIMINARY
    version: int = 1
    given_on: dt.date | None = None
    """When this version was first given out; None: ``created``."""
    since: int | None = None
    """The version that ``changes`` refer to."""
    changes: tuple[LineChange, ...] = ()
    author: str = ""
    """For the file's properties; empty: nobody."""

    @property
    def attributed(self) -> bool:
        """Whether statements say who spoke: in the full minutes, elsewhere only if wanted."""
        if self.attribution is not None:
            return self.attribution
        return self.kind is MinutesKind.FULL

    @property
    def with_times(self) -> bool:
        """Whether statements say when: in the full minutes, elsewhere only if wanted."""
        if self.times is not None:
            return self.times
        return self.kind is MinutesKind.FULL

    @property
    def with_photos(self) -> bool:
        """Whether photos are printed."""
        return self.photos or self.kind is MinutesKind.PHOTO

    def rules(self, session: SessionView) -> NamingRules:
        """The naming rules for a session under these options."""
        return NamingRules(
            default=session.naming, limit=self.naming_limit, confidential=session.confidential
        )


def obeying(record: MinutesRecord, options: MinutesOptions) -> MinutesRecord:
    """The record as the options have it: confidential if they are stricter than the session."""
    if not options.confidential or record.session.confidential:
        return record
    return replace(record, session=replace(record.session, confidential=True))


class Selection(StrEnum):
    """What is printed under one plan item, beside its summary."""

    ALL = "all"
    RESULTS = "results"
    """Results, agreements and recommendations; in the short minutes what was ticked as well."""
    NO_RESULTS = "no_results"
    """The sentence that no results were recorded."""
    EMPTY = "empty"
    """The sentence that nothing at all was recorded."""


def selection(record: MinutesRecord, item: PlanItemView, options: MinutesOptions) -> Selection:
    """What ``options`` print under ``item``; a question is never silently empty."""
    is_question = item.kind is PlanItemKind.QUESTION
    if options.kind in _WHOLE:
        nothing = is_question and not item.statement_count and not item.summary.strip()
        return Selection.EMPTY if nothing else Selection.ALL
    if not is_question or not lacks_result(item):
        return Selection.RESULTS
    return _instead(record, item, options)


def _instead(record: MinutesRecord, item: PlanItemView, options: MinutesOptions) -> Selection:
    """What stands under a question with neither summary nor result."""
    if not item.statement_count:
        return Selection.EMPTY
    if options.kind in _CHOSEN and _has_chosen(record, item, options):
        return Selection.RESULTS
    return Selection.ALL if prints_all_instead(options) else Selection.NO_RESULTS


def _has_chosen(record: MinutesRecord, item: PlanItemView, options: MinutesOptions) -> bool:
    known, key = record._answered, (item.uid, options.kind)  # noqa: SLF001 - of this module
    if key not in known:
        known[key] = next(_results(record, item, options), None) is not None
    return known[key]


def prints_all_instead(options: MinutesOptions) -> bool:
    """Whether a question with neither summary nor result is printed with all its statements."""
    return offers_all(options.kind) and options.without_results is WithoutResults.STATEMENTS


def offers_all(kind: MinutesKind) -> bool:
    """Whether ``without_results`` is a choice at all: one page has no room for everything."""
    return kind is not MinutesKind.RESULTS


def lacks_result(item: PlanItemView) -> bool:
    """True for a question with neither summary nor result."""
    is_question = item.kind is PlanItemKind.QUESTION
    return is_question and not item.summary.strip() and not item.result_count


def questions_without_result(
    record: MinutesRecord, options: MinutesOptions
) -> tuple[PlanItemView, ...]:
    """The questions to ask about before minutes of this kind are exported.

    Those with statements: where nothing was said there is nothing to choose from.
    """
    if options.kind in _WHOLE:
        return ()
    return tuple(
        item
        for item in record.items
        if lacks_result(item)
        and item.statement_count
        and selection(record, item, options) is not Selection.RESULTS
    )


def belongs_in_summary(*, kind: StatementKind, is_result: bool) -> bool:
    """Whether a statement stands in the summary minutes under its question."""
    return is_result or kind in ALWAYS_IN_SUMMARY


def printed_statements(
    record: MinutesRecord, item: PlanItemView, options: MinutesOptions
) -> Iterator[StatementView]:
    """The statements a document prints under ``item``, in order."""
    if not item.statement_count:
        return
    chosen = selection(record, item, options)
    if chosen is Selection.ALL:
        yield from record.statements.of(item.uid)
    elif chosen is Selection.RESULTS:
        yield from _results(record, item, options)


def is_ticked(statement: StatementView, theme_openers: Collection[str]) -> bool:
    """Whether the short minutes print a statement beside the results.

    What somebody chose holds; until then agreements, open questions, quotes and the first statement
    about each theme are proposed.
    """
    if statement.in_short is not None:
        return statement.in_short
    marked = statement.verbatim or statement.kind in PROPOSED_FOR_SHORT
    return marked or statement.uid in theme_openers


def _results(
    record: MinutesRecord, item: PlanItemView, options: MinutesOptions
) -> Iterator[StatementView]:
    """Results, agreements and recommendations, in the short minutes with what is ticked."""
    statements = record.statements.of(item.uid)
    if options.kind is not MinutesKind.SHORT:
        return filter(is_in_summary, statements)
    openers = record.theme_openers()
    return (each for each in statements if is_in_summary(each) or is_ticked(each, openers))


def is_in_summary(statement: StatementView) -> bool:
    """``belongs_in_summary`` of a statement."""
    return belongs_in_summary(kind=statement.kind, is_result=statement.is_result)


def numbers_to_give(
    record: MinutesRecord,
    options: MinutesOptions,
    given: Iterable[str],
    only: Collection[str] | None = None,
) -> dict[str, str]:
    """Evidence numbers for the statements a document prints for the first time, by uid.

    ``given``: every number the session has ever given, those of deleted statements included. A
    document without evidence numbers gives none. ``only``: to these statements, not to others.
    """
    if not options.evidence:
        return {}
    unnumbered = (
        (statement.uid, item.uid)
        for item in record.items
        for statement in printed_statements(record, item, options)
        if not statement.evidence and (only is None or statement.uid in only)
    )
    return new_numbers(
        session_code=record.session.code,
        items=record.items,
        unnumbered=unnumbered,
        given=given,
    )


def presentation_groups(
    items: Sequence[PlanItemView],
) -> Iterator[tuple[PlanItemView, ...]]:
    """The items in order; consecutive presentations come together, all others alone."""
    group: list[PlanItemView] = []
    for item in items:
        if item.kind is PlanItemKind.PRESENTATION:
            group.append(item)
            continue
        if group:
            yield tuple(group)
            group = []
        yield (item,)
    if group:
        yield tuple(group)


def on_attendance_list(
    record: MinutesRecord, options: MinutesOptions
) -> tuple[ParticipantView, ...]:
    """Those who were there and may stand on the list; nobody in a confidential session."""
    if record.session.confidential or not options.attendance_list:
        return ()
    return tuple(person for person in present(record) if person.may_be_listed)


def present(record: MinutesRecord) -> tuple[ParticipantView, ...]:
    """Those who were there, guests among them; without a check-in, all who were not excused."""
    checked = was_checked([person.attendance for person in record.participants])
    return tuple(
        person
        for person in record.participants
        if counts_as_present(person.attendance, checked=checked)
    )


def excused(record: MinutesRecord) -> tuple[ParticipantView, ...]:
    """Those who let the others know that they would not come."""
    return tuple(
        person for person in record.participants if person.attendance.presence is Presence.EXCUSED
    )
