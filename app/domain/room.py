"""What the room may see of a session (Beamer-Ansicht): worked out here, shown as it is.

A ``RoomView`` holds nothing that must not stand on the wall: no notes, no memos, no shares, no
names above the agreed level, nothing while the talk is off the record. Statements stand in it
without the persons who made them, and names in running text as they may be named.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.minutes_names import NameWords, ProtectedNames
from app.domain.names.finder import NameFinder
from app.domain.names.replacing import all_replaced
from app.domain.naming import NamingRules, attribution
from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.protection import Protection
from app.domain.sessions import SessionView
from app.domain.speakers import Proposal
from app.domain.statements import StatementView
from app.domain.vocabulary import NamingLevel, PlanItemKind, SessionState

MAX_MESSAGE = 200
STATEMENTS = 2
"""So many stand on the wall, the latest last."""
WAITING = 3
"""So many of those who wait are named."""


class RoomScene(StrEnum):
    """What the room view shows."""

    TITLE = "title"
    """Before the begin and after the end: what this is."""
    ITEM = "item"
    BREAK = "break"
    MESSAGE = "message"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class RoomWishes:
    """What the facilitator wants the room to see; as it is here at the begin."""

    clock: bool = True
    prompt: bool = False
    speakers: bool = False
    statements: bool = False
    black: bool = False
    message: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """The next item, to be announced."""

    item: PlanItemView
    start: dt.datetime | None


@dataclass(frozen=True, slots=True)
class RoomSource:
    """What is known of a session at a moment; not all of it is for the room."""

    session: SessionView
    running: tuple[PlanItemView, ...] = ()
    """What runs: mostly one item, of a block all of them in order."""
    question_count: int = 0
    prompt: str = ""
    """The prompt that is shown in the cockpit."""
    statements: Sequence[StatementView] = ()
    """Those of what runs, in order."""
    speaking: str | None = None
    """The participant who has the floor."""
    waiting: Sequence[Proposal] = ()
    coming: Coming | None = None
    ends: dt.datetime | None = None
    """When the running item will be over; None if nobody knows."""
    off_record: bool = False


@dataclass(frozen=True, slots=True)
class RoomView:
    """What is shown, in texts that may be read by everybody.

    ``numbers`` are those of the questions that run. ``speaking`` and ``waiting`` are empty unless
    they are wanted; so are ``prompt`` and ``statements``. ``more_waiting`` counts those not named.
    """

    scene: RoomScene
    title: str = ""
    begins: dt.time | None = None
    kind: PlanItemKind | None = None
    numbers: tuple[int, ...] = ()
    question_count: int = 0
    heading: str = ""
    presenter: str = ""
    prompt: str = ""
    statements: tuple[str, ...] = ()
    speaking: str = ""
    waiting: tuple[str, ...] = ()
    more_waiting: int = 0
    next_kind: PlanItemKind | None = None
    next_number: int | None = None
    next_title: str = ""
    next_start: dt.datetime | None = None
    ends: dt.datetime | None = None
    clock: bool = False
    message: str = ""


class RoomNames:
    """How people are named in front of the room: as agreed, like in minutes.

    Made once for the participants of a session; ``words`` are for those of whom nothing else may
    be said.
    """

    def __init__(
        self, session: SessionView, participants: Sequence[ParticipantView], words: NameWords
    ) -> None:
        self._rules = NamingRules(session.naming, confidential=session.confidential)
        self._words = words
        self._people = {person.uid: person for person in participants}
        self._protected = {
            limit: ProtectedNames(session, participants, replace(self._rules, limit=limit))
            for limit in NamingLevel
        }
        self._finder = NameFinder(self._protected[NamingLevel.NAME].all)
        self._protection = Protection(self._rules, participants, words.kind)

    def who(self, participant_uid: str) -> str:
        """Somebody on the speakers list: whoever may be named without the organisation."""
        person = self._people.get(participant_uid)
        if person is None:
            return self._words.person
        allowed = attribution(person, self._rules.level(person.agreed))
        return allowed.name or allowed.printed(self._words.kind) or self._words.person

    def presenter(self, speaker: str, organisation: str) -> str:
        """Whoever gives a presentation; empty if nothing may be said."""
        if not speaker.strip() and not organisation.strip():
            return ""
        allowed = self._protection.presenter(speaker, organisation)
        return allowed.printed(self._words.kind)

    def text(self, text: str, naming: NamingLevel | None = None) -> str:
        """A text with the names in it as they may be named; ``naming`` is its own limit."""
        protected = self._protected[naming or NamingLevel.NAME]
        return all_replaced(
            text,
            (
                (found.start, found.end, protected.form(found.named, self._words), found.genitive)
                for found in self._finder.find(text)
                if any(map(protected.protects, found.named))
            ),
        )


def room_view(source: RoomSource, wishes: RoomWishes, names: RoomNames) -> RoomView:
    """What the room sees now."""
    if wishes.black:
        return RoomView(RoomScene.BLACK)
    title = names.text(source.session.title)
    if wishes.message:
        return RoomView(RoomScene.MESSAGE, title=title, message=wishes.message)
    coming = _announced(source, names)
    if not source.running:
        planned = source.session.state is SessionState.PLANNED
        begins = source.session.start_time if planned else None
        return replace(coming, scene=RoomScene.TITLE, title=title, begins=begins)
    item = source.running[0]
    view = replace(
        coming,
        scene=RoomScene.BREAK if item.kind is PlanItemKind.BREAK else RoomScene.ITEM,
        title=title,
        kind=item.kind,
        numbers=tuple(sorted(each.number for each in source.running if each.number)),
        question_count=source.question_count,
        heading="\n".join(names.text(each.heading) for each in source.running),
        ends=source.ends,
        clock=wishes.clock,
    )
    if view.scene is RoomScene.BREAK:
        return view
    return _with_wishes(view, item, source, wishes, names)


def _announced(source: RoomSource, names: RoomNames) -> RoomView:
    """The next item, on an empty view."""
    if source.coming is None:
        return RoomView(RoomScene.TITLE)
    item = source.coming.item
    return RoomView(
        RoomScene.TITLE,
        next_kind=item.kind,
        next_number=item.number,
        next_title=names.text(item.title),
        next_start=source.coming.start,
    )


def _with_wishes(
    view: RoomView, item: PlanItemView, source: RoomSource, wishes: RoomWishes, names: RoomNames
) -> RoomView:
    """With what has to be switched on."""
    view = replace(view, presenter=names.presenter(item.speaker, item.organisation))
    if wishes.prompt:
        view = replace(view, prompt=names.text(source.prompt))
    if wishes.statements and not source.off_record:
        latest = source.statements[-STATEMENTS:]
        view = replace(view, statements=tuple(names.text(s.text, s.naming) for s in latest))
    if wishes.speakers:
        view = replace(
            view,
            speaking=names.who(source.speaking) if source.speaking else "",
            waiting=tuple(names.who(p.request.participant_uid) for p in source.waiting[:WAITING]),
            more_waiting=max(0, len(source.waiting) - WAITING),
        )
    return view
