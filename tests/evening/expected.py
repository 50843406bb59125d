"""What has to stand in the minutes of a script, worked out without the program."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from app.domain.vocabulary import NamingLevel, Outcome
from tests.evening import actions as act
from tests.evening.actions import Event, Guest


@dataclass(frozen=True)
class Said:
    """A statement as it is stored and printed. ``by`` is printed: nothing is for nobody."""

    text: str
    name: str
    by: str
    at: int
    result: bool = False
    quote: bool = False
    assent: int = 0
    dissent: int = 0
    outcome: Outcome | None = None


@dataclass
class Item:
    """What happened while an item ran, in seconds since midnight."""

    began: int
    ended: int = 0
    held: int = 0
    """Seconds without pauses and without the time in which another item ran."""
    said: list[Said] = field(default_factory=list)
    hands: list[tuple[int, act.Hands]] = field(default_factory=list)
    """With the moments they were counted."""
    passages: list[tuple[int, int]] = field(default_factory=list)
    """From when to when nothing was taken down, for those that began here."""


@dataclass
class Expected:
    """What a script comes to."""

    items: dict[str, Item] = field(default_factory=dict)
    steps: list[act.Step] = field(default_factory=list)
    parked: list[tuple[str, str]] = field(default_factory=list)
    """Topics with the items they belong to."""
    present: list[Guest] = field(default_factory=list)
    excused: list[Guest] = field(default_factory=list)
    came_later: dict[str, int] = field(default_factory=dict)
    """By name, those who chose to stand on the list; under "" how many others."""
    left_earlier: dict[str, int] = field(default_factory=dict)


_PAUSE = "Alt+P"
_BEGIN = "Begrüßung"
_READING_BACK = "Rückspiegelung"
RECOMMENDING = "Empfehlungen"
"""The item whose statements are results without a star."""
_LATE_AFTER = 10 * 60


class Reader:
    """Reads a script event by event."""

    def __init__(self) -> None:
        self.expected = Expected()
        self._running = ""
        self._since = 0
        self._paused = False
        self._begun = 0
        self._off_record: tuple[Item, int] | None = None

    def read(self, events: Iterable[Event]) -> Expected:
        """What these events come to."""
        for event in events:
            self._read(event.at, event.do)
        return self.expected

    def _read(self, at: int, action: act.Action) -> None:
        match action:
            case act.Begin():
                self._begun = at
                self._run(_BEGIN, at)
            case act.GoOn(to) | act.GoBack(to):
                self._stop(at)
                self._run(to, at)
            case act.Finish():
                self._stop(at)
            case act.Press(key) if key == _PAUSE:
                self._hold(at)
                self._paused = not self._paused
            case act.CheckIn():
                self._check_in(action, at)
            case _:
                self._said(at, action)

    def _said(self, at: int, action: act.Action) -> None:
        """What leaves nothing in the minutes is passed over."""
        match action:
            case act.Say():
                self._item.said.append(_said(action, at))
            case act.Nod() | act.Agree(against=False):
                self._count(assent=1)
            case act.Agree(against=True):
                self._count(dissent=1)
            case act.Hands():
                self._item.hands.append((at, action))
            case act.Park(text):
                self.expected.parked.append((text, self._running))
            case act.ReadBack(answers):
                self._read_back(answers, at)
            case act.Step():
                self.expected.steps.append(action)
            case _:
                self._on_request(at, action)

    def _on_request(self, at: int, action: act.Action) -> None:
        """What somebody does not want to have in the minutes."""
        match action:
            case act.Remove(statements):
                del self._item.said[-statements:]
            case act.Unnamed():
                self._item.said[-1] = replace(self._item.said[-1], by="")
            case act.OffRecord():
                self._off_record = (self._item, at)
            case act.OnRecord() if self._off_record:
                item, since = self._off_record
                item.passages.append((since, at))

    def _check_in(self, action: act.CheckIn, at: int) -> None:
        expected, late = self.expected, self._begun and at - self._begun > _LATE_AFTER
        come = (*action.here, *action.walk_ins)
        expected.present += come
        expected.excused += action.excused
        for times, guests in (
            (expected.came_later, come if late else ()),
            (expected.left_earlier, action.leave),
        ):
            for guest in guests:
                times[guest.name if guest.listed else ""] = at

    def _count(self, assent: int = 0, dissent: int = 0) -> None:
        said = self._item.said
        last = said[-1]
        said[-1] = replace(last, assent=last.assent + assent, dissent=last.dissent + dissent)

    def _read_back(self, answers: Iterable[act.Answer], at: int) -> None:
        """Changed words stand instead; what is said against a result is a statement of its own."""
        places = [
            (item, number)
            for title, item in self.expected.items.items()
            for number, said in enumerate(item.said)
            if title != _READING_BACK and (said.result or title == RECOMMENDING)
        ]
        for (item, number), answer in zip(places, answers, strict=False):
            said = replace(item.said[number], outcome=answer.outcome)
            if answer.outcome is Outcome.CHANGED:
                said = replace(said, text=answer.text)
            if answer.outcome is Outcome.DISPUTED:
                text = f"Zu {answer.to}: {answer.text}"
                against = Said(text, name="", by="", at=at, result=True)
                self.expected.items[_READING_BACK].said.append(against)
            item.said[number] = said

    @property
    def _item(self) -> Item:
        return self.expected.items[self._running]

    def _run(self, title: str, at: int) -> None:
        self._running, self._since, self._paused = title, at, False
        self.expected.items.setdefault(title, Item(at))

    def _stop(self, at: int) -> None:
        self._hold(at)
        self._item.ended = at

    def _hold(self, at: int) -> None:
        """Whatever runs or stands still changes now."""
        if not self._paused:
            self._item.held += at - self._since
        self._since = at


def _said(action: act.Say, at: int) -> Said:
    who = action.who
    return Said(
        text=action.text,
        name=who.name if who else "",
        by=printed(who) if who else action.source,
        at=at,
        result=action.result,
        quote=action.quote,
        assent=action.assent,
    )


def printed(guest: Guest) -> str:
    """How somebody is named in a session that names the organisation."""
    if guest.naming is NamingLevel.NAME:
        return f"{guest.name} ({guest.organisation})"
    return "" if guest.naming is NamingLevel.ANONYMOUS else guest.organisation


def hidden(guests: Iterable[Guest], steps: Iterable[act.Step]) -> Iterator[str]:
    """The names that stand nowhere: nobody chose them, neither for the list nor for a step.

    Whoever takes a step on without another wish is named with it.
    """
    doers = {step.who for step in steps if step.who.naming is not NamingLevel.ANONYMOUS}
    for guest in guests:
        if guest.naming is not NamingLevel.NAME and not guest.listed and guest not in doers:
            yield guest.name
