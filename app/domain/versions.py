"""Versions of minutes (Fassung): when a new one begins, whether it is final, what has changed.

A version holds what minutes of one kind printed when it was first given out, line by line.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.feedback import DifferingView
from app.domain.minutes import (
    MinutesOptions,
    MinutesRecord,
    MinutesState,
    excused,
    on_attendance_list,
    present,
    printed_statements,
)
from app.domain.naming import NamingRules
from app.domain.plan import PlanItemView
from app.domain.presence import Attendance
from app.domain.protection import NameSearch, Protection
from app.domain.sessions import SessionView
from app.domain.statements import NO_DETAILS, StatementView, stored
from app.domain.version_lines import (
    HIDDEN,
    Compared,
    LineChange,
    LinePart,
    PrintedLine,
    changes,
)
from app.domain.vocabulary import MinutesKind, NamingLevel, PlanItemKind, Presence, SessionState

_WITH_HEADING = frozenset({PlanItemKind.QUESTION, PlanItemKind.PRESENTATION})
_ALL_KEPT = "kept"
"""Field of the head of a version that has kept photos, themes and memos whether they were printed
or not. In versions before there were none of them, which must not look as if all were new."""

_NAMING, _NAMED_ANYWAY = "naming", "named "
"""Fields of the head: how all are named where statements say who spoke; how one person is."""


@dataclass(frozen=True, slots=True)
class MinutesVersion:
    """What minutes of one kind printed in one version."""

    number: int
    kind: MinutesKind
    given_on: dt.date
    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """Which version a document is: its number and date, and what is not as in ``since``."""

    number: int
    given_on: dt.date
    is_new: bool
    """Not given out yet: giving this document out begins it."""
    since: int | None = None
    """The version that the changes refer to; None if there is nothing to compare with."""
    changes: tuple[LineChange, ...] = ()


def state_of_minutes(
    *,
    session: SessionState,
    deadline: dt.date | None,
    today: dt.date,
    unreleased: int,
    open_feedback: int,
) -> MinutesState:
    """Whether minutes are still preliminary; this never keeps anybody from giving them out.

    They are until the deadline has passed or everything is settled: the session is closed and no
    feedback waits for a decision. What is not released stays preliminary whatever the date.
    """
    if unreleased or session in {SessionState.PLANNED, SessionState.RUNNING}:
        return MinutesState.PRELIMINARY
    passed = deadline is not None and today > deadline
    settled = session is SessionState.CLOSED and not open_feedback
    return MinutesState.FINAL if passed or settled else MinutesState.PRELIMINARY


def issue_of(
    lines: Sequence[PrintedLine],
    earlier: Sequence[MinutesVersion],
    options: MinutesOptions,
    masked: Callable[[str], str],
) -> Issue:
    """Which version a document of these ``lines`` is, after those that were given out ``earlier``.

    A new one begins when something it prints differs from what the last one printed: in minutes of
    the same kind anything, in others what both print. Other choices alone begin none. ``masked``
    takes protected names out of a text.
    """
    kind, today = options.kind, options.created
    if not earlier:
        return Issue(1, today, is_new=True)

    def compare(version: MinutesVersion) -> Iterator[LineChange]:
        whole, compared = version.kind is kind, _compared(version, options)
        return changes(version.lines, lines, masked, whole=whole, compared=compared)

    last = max(version.number for version in earlier)
    latest = [version for version in earlier if version.number == last]
    is_new = any(next(compare(version), None) is not None for version in latest)
    number = last + 1 if is_new else last
    given_on = today if is_new else min(version.given_on for version in latest)
    before = [v for v in earlier if v.kind is kind and v.number < number]
    if not before:
        return Issue(number, given_on, is_new)
    base = max(before, key=lambda version: version.number)
    return Issue(number, given_on, is_new, base.number, tuple(_once(compare(base))))


def _once(found: Iterable[LineChange]) -> Iterator[LineChange]:
    """That people are named otherwise is said once, whoever it is."""
    is_said = False
    for each in found:
        if each.part is not LinePart.HEAD or not each.key.startswith((_NAMING, _NAMED_ANYWAY)):
            yield each
        elif not is_said:
            is_said = True
            yield replace(each, key=_NAMING)


def _compared(version: MinutesVersion, options: MinutesOptions) -> Compared:
    """What a document with these options can be compared in with an earlier version."""
    has_all = any((line.part, line.key) == (LinePart.HEAD, _ALL_KEPT) for line in version.lines)
    parts = _printed_parts(options)
    if not has_all and version.kind is not MinutesKind.PHOTO:
        parts -= {LinePart.PHOTO}
    has_more = has_all and options.kind is not MinutesKind.RESULTS
    return Compared(parts, has_more and options.themes, has_more and options.memos)


def _printed_parts(options: MinutesOptions) -> frozenset[LinePart]:
    """The parts that a document prints at all."""
    is_whole = options.kind is not MinutesKind.RESULTS
    chosen = {
        LinePart.HANDS: options.hands,
        LinePart.PARKED: options.parking_lot,
        LinePart.PHOTO: options.with_photos and is_whole,
    }
    return frozenset(part for part in LinePart if chosen.get(part, True))


def printed_deadline(session: SessionView, options: MinutesOptions) -> dt.date | None:
    """Until when feedback is taken, as long as the document says so."""
    deadline = session.feedback_deadline
    is_open = deadline is not None and deadline >= options.created
    return deadline if is_open and options.state is MinutesState.PRELIMINARY else None


def _tells_of_deadline(session: SessionView, options: MinutesOptions) -> bool:
    """Whether it means something that a document prints this deadline, or none.

    One that has passed is not printed any more, which is no change.
    """
    is_preliminary = options.state is MinutesState.PRELIMINARY
    return is_preliminary and printed_deadline(session, options) == session.feedback_deadline


def printed_lines(record: MinutesRecord, options: MinutesOptions) -> tuple[PrintedLine, ...]:
    """What a document prints, as later ones are compared with it.

    Hands, topics, photos, themes and memos count whatever was chosen to be printed of them.
    """
    return tuple(_lines(record, options))


def _lines(record: MinutesRecord, options: MinutesOptions) -> Iterator[PrintedLine]:
    for name, value in _head(record, options).items():
        yield PrintedLine(LinePart.HEAD, name, rest=_digest(value))
    people = _People(record, options)
    printed = _printed_parts(options)
    is_whole = options.kind is not MinutesKind.RESULTS  # the sheet has no room for everything
    for item in record.items:
        if item.kind in _WITH_HEADING:
            yield _heading(item)
        below = tuple(_below(record, item, people, options))
        if item.kind not in _WITH_HEADING and any(line.part in printed for line in below):
            yield PrintedLine(LinePart.TITLE, item.uid, text=item.heading)
        yield from below
    for step in record.next_steps:
        rest = _digest((step.who, step.participant_uid, step.due))
        yield PrintedLine(LinePart.STEP, step.uid, step.evidence, step.text, rest)
    for topic in record.parked_topics if is_whole else ():
        rest = _digest((topic.plan_item_uid, topic.settled))
        yield PrintedLine(LinePart.PARKED, topic.uid, text=topic.text, rest=rest)
    if is_whole and _tells_of_deadline(record.session, options):
        deadline = printed_deadline(record.session, options)
        yield PrintedLine(LinePart.DEADLINE, "deadline", rest=_digest(deadline))


def _heading(item: PlanItemView) -> PrintedLine:
    said_by = _digest((item.speaker, item.organisation))
    return PrintedLine(LinePart.HEADING, item.uid, str(item.number or ""), item.heading, said_by)


def _below(
    record: MinutesRecord, item: PlanItemView, people: "_People", options: MinutesOptions
) -> Iterator[PrintedLine]:
    """What stands under the heading of an item."""
    if item.summary.strip():
        number = str(item.number or "")
        yield PrintedLine(LinePart.SUMMARY, item.uid, number, item.summary.strip())
    for said in printed_statements(record, item, options):
        text, who, rest = people.text(said), people.who(said), _digest_of(_rest(said))
        themes = _digest_of("\x1f".join(said.themes)) if said.themes else ""
        memo = _digest_of(said.memo) if said.memo else ""
        yield PrintedLine(
            LinePart.STATEMENT, said.uid, said.evidence, text, rest, who, themes, memo
        )
        if options.kind is not MinutesKind.RESULTS:
            yield from _differing(record, said, people)
    yield from _in_the_room(record, item, options)


def _differing(
    record: MinutesRecord, said: StatementView, people: "_People"
) -> Iterator[PrintedLine]:
    """What others noted under a statement; without words somebody asked to leave it out."""
    for view in record.differing.get(said.uid, ()):
        who, text = people.who_differs(view), people.without_names(said, view.text)
        yield PrintedLine(LinePart.DIFFERING, view.uid, said.evidence, text, who=who)


def _in_the_room(
    record: MinutesRecord, item: PlanItemView, options: MinutesOptions
) -> Iterator[PrintedLine]:
    """What stands under an item beside its statements."""
    for count in record.hands_of(item):
        rest = _digest((item.uid, count.agree, count.disagree, count.undecided))
        yield PrintedLine(LinePart.HANDS, count.uid, text=count.wording, rest=rest)
    if options.kind is not MinutesKind.RESULTS:
        for passage in record.passages_of(item):
            rest = _digest((item.uid, passage.started_at, passage.ended_at))
            yield PrintedLine(LinePart.PASSAGE, passage.uid, rest=rest)
        for photo in record.photos_of(item):
            rest = _digest((item.uid, photo.sha256))
            yield PrintedLine(LinePart.PHOTO, photo.uid, text=photo.caption, rest=rest)


def _head(record: MinutesRecord, options: MinutesOptions) -> dict[str, object]:
    session, series = record.session, record.series
    listed = sorted(person.uid for person in on_attendance_list(record, options))
    head: dict[str, object] = {
        "title": session.title,
        "series": series.title,
        "occasion": session.occasion or series.purpose,
        "date": (session.date, session.start_time, session.end_time),
        "place": session.place,
        "host": session.host,
        "facilitators": session.facilitators,
        "note_takers": session.note_takers,
        "present": len(present(record)),
        "attendance": _attendance(record),
        "funding": series.funding,
        _ALL_KEPT: True,
        **_named_anyway(record),
    }
    if options.distribution:
        head["distribution"] = session.distribution
    if options.attendance_list:
        head["listed"] = listed
    if options.attributed:
        head[_NAMING] = _naming(record)
    return head


def _named_anyway(record: MinutesRecord) -> dict[str, object]:
    """How those are named who stand in minutes without any statement of theirs.

    For what they are going to do, an office or a presentation. Each is a field of its own: whoever
    comes to it or leaves it is named no otherwise than before.
    """
    session = record.session
    rules = NamingRules(session.naming, confidential=session.confidential)
    fields = Protection(rules, record.participants, str)
    typed = {
        *session.facilitators,
        *session.note_takers,
        *(item.speaker for item in record.items),
        *(step.who for step in record.next_steps),
    }
    named = {step.participant_uid for step in record.next_steps}.union(*map(fields.named_in, typed))
    return {
        f"{_NAMED_ANYWAY}{person.uid}": (fields.level(person), person.is_withdrawn)
        for person in record.participants
        if person.uid in named
    }


def _naming(record: MinutesRecord) -> list[tuple[str, NamingLevel]]:
    """How everybody is named.

    It is one thing and not part of each statement: a list of those it touches would bring together
    what somebody said who has just asked not to be named.
    """
    rules = NamingRules(record.session.naming, confidential=record.session.confidential)
    return sorted((person.uid, rules.level(person.agreed)) for person in record.participants)


def _attendance(record: MinutesRecord) -> list[tuple[object, ...]]:
    """Guests, who was excused, who came later or left earlier: all that the head says of it."""
    there = present(record)
    return sorted(
        (person.uid, own.is_guest, str(own.arrived_at), str(own.left_at), person in there)
        for person in (*there, *excused(record))
        if (own := person.attendance) and not _is_usual(own)
    )


def _is_usual(own: Attendance) -> bool:
    is_special = own.is_guest or own.presence is Presence.EXCUSED
    return not (is_special or own.arrived_at or own.left_at)


def _rest(said: StatementView) -> str:
    """What is printed of a statement beside its text and who said it, in one text."""
    details = sorted(stored(said.details).items()) if said.details is not NO_DETAILS else ()
    return "\x1f".join(
        (
            said.plan_item_uid,
            said.kind,
            "verbatim" if said.verbatim else "",
            *said.addressees,
            said.addressee_note,
            *(f"{name}={value}" for name, value in details),
            *said.evidence_also,
            f"{said.assent} {said.dissent} {said.outcome or ''} {said.cluster}",
            f"{said.recorded_at:%Y-%m-%d %H:%M}",
        )
    )


class _People:
    """Who is named with a statement and in it, as the record alone allows."""

    def __init__(self, record: MinutesRecord, options: MinutesOptions) -> None:
        session = record.session
        self._rules = NamingRules(session.naming, confidential=session.confidential)
        self._attributed = options.attributed
        self._people = {person.uid: person for person in record.participants}
        self._who: dict[tuple[str | None, str, NamingLevel | None], str] = {}

    def who(self, said: StatementView) -> str:
        """A digest of who said it, and whether that statement is named more strictly."""
        if not self._attributed:
            return ""
        key = (said.participant_uid, said.source, said.naming)
        known = self._who.get(key)
        if known is None:
            known = self._who[key] = _digest(key)
        return known

    def who_differs(self, view: DifferingView) -> str:
        """A digest of who sees it differently, as of who said something."""
        return _digest(view.participant_uid) if self._attributed else ""

    def text(self, said: StatementView) -> str:
        """The text, without the names of those it speaks about who may not be named."""
        return self.without_names(said, said.text)

    def without_names(self, said: StatementView, text: str) -> str:
        """A text that belongs to a statement, without the names the statement keeps back."""
        if not said.about:
            return text
        people = (self._people[uid] for uid in said.about if uid in self._people)
        names = [
            person.name
            for person in people
            if self._rules.level(person.agreed, said.naming) is not NamingLevel.NAME
        ]
        return NameSearch(names).replaced(text, lambda _name: HIDDEN)


def _digest_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _digest(value: object) -> str:
    return _digest_of(repr(_plain(value)))


def _plain(value: object) -> object:
    """The same in every run and version of Python: enums as their values."""
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, bool | int) else str(value)
