"""What has to stand in the minutes of a script, worked out without the program."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from app.domain.vocabulary import NamingLevel
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


@dataclass
class Item:
    """What happened while an item ran, in seconds since midnight."""

    began: int
    ended: int = 0
    held: int = 0
    """Seconds without pauses and without the time in which another item ran."""
    said: list[Said] = field(default_factory=list)


@dataclass
class Expected:
    """What a script comes to."""

    items: dict[str, Item] = field(default_factory=dict)
    steps: list[act.Step] = field(default_factory=list)
    present: list[Guest] = field(default_factory=list)
    excused: list[Guest] = field(default_factory=list)
    came_later: dict[str, int] = field(default_factory=dict)
    """By name, those who chose to stand on the list; under "" how many others."""
    left_earlier: dict[str, int] = field(default_factory=dict)


_PAUSE = "Alt+P"
_BEGIN = "Begrüßung"
_LATE_AFTER = 10 * 60


class Reader:
    """Reads a script event by event."""

    def __init__(self) -> None:
        self.expected = Expected()
        self._running = ""
        self._since = 0
        self._paused = False
        self._begun = 0

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
            case act.Say():
                self._item.said.append(_said(action, at))
            case act.Nod():
                last = self._item.said.pop()
                self._item.said.append(replace(last, assent=last.assent + 1))
            case act.Step():
                self.expected.steps.append(action)
            case act.CheckIn():
                self._check_in(action, at)
            case _:
                pass  # leaves nothing in the minutes

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
