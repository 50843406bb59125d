"""What can happen in a session: the words in which its script is written."""

from dataclasses import dataclass

from app.domain.vocabulary import NamingLevel, Outcome


@dataclass(frozen=True)
class Guest:
    """Somebody who was invited. ``naming`` and ``listed``: what they say at the door."""

    name: str
    organisation: str = ""
    naming: NamingLevel | None = None
    listed: bool = False

    @property
    def initials(self) -> str:
        """As they are typed."""
        return "".join(word[0] for word in self.name.split()).lower()

    @property
    def surname(self) -> str:
        """What finds them at the check-in."""
        return self.name.split()[-1]

    @property
    def invitation(self) -> str:
        """As they are typed into the list."""
        return ", ".join(filter(None, (self.name, self.organisation)))


@dataclass(frozen=True)
class CheckIn:
    """The check-in is opened, these are marked, it is closed."""

    here: tuple[Guest, ...] = ()
    excused: tuple[Guest, ...] = ()
    walk_ins: tuple[Guest, ...] = ()
    leave: tuple[Guest, ...] = ()


@dataclass(frozen=True)
class Begin:
    """The session begins with its first item."""


@dataclass(frozen=True)
class GoOn:
    """The next item runs, which is called ``to``."""

    to: str


@dataclass(frozen=True)
class GoBack:
    """The item before runs again."""

    to: str


@dataclass(frozen=True)
class Finish:
    """The last item ends and with it the session."""


@dataclass(frozen=True)
class Ask:
    """Somebody wants to speak."""

    who: Guest


@dataclass(frozen=True)
class Floor:
    """Whoever is next has the floor; None: the turn ends and nobody waits."""

    who: Guest | None


@dataclass(frozen=True)
class Say:
    """A line is typed and recorded.

    ``who`` is taken from the pale suggestion if ``has_floor``, else typed in front. ``begun``
    stands in the line already. ``source``: the table that reports.
    """

    text: str
    who: Guest | None = None
    has_floor: bool = False
    result: bool = False
    quote: bool = False
    assent: int = 0
    begun: str = ""
    source: str = ""


@dataclass(frozen=True)
class Nod:
    """A sign alone in the line: more in the room agree with the last statement."""


@dataclass(frozen=True)
class Agree:
    """One more in the room agrees with the last statement, or (``against``) disagrees, by key."""

    against: bool = False


@dataclass(frozen=True)
class Hands:
    """A show of hands at the item that runs."""

    wording: str
    agree: int
    disagree: int
    undecided: int


@dataclass(frozen=True)
class Park:
    """A topic is typed and put off."""

    text: str


@dataclass(frozen=True)
class Answer:
    """What the room says to a result that is read back; ``text``: as it is changed, or against."""

    outcome: Outcome
    text: str = ""
    to: str = ""
    """What the result is called where somebody speaks against it."""


@dataclass(frozen=True)
class ReadBack:
    """The results are read back from the first on, each with its answer; others stay open."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class OffRecord:
    """Nothing is taken down any more; the line that is being typed goes with it."""

    typing: str


@dataclass(frozen=True)
class OnRecord:
    """Statements are taken down again."""


@dataclass(frozen=True)
class Remove:
    """The last statements, so many, are taken out on request."""

    statements: int


@dataclass(frozen=True)
class Unnamed:
    """The last statement goes without its name."""


@dataclass(frozen=True)
class Projector:
    """The projector is plugged in, or it vanishes."""

    plugged: bool


@dataclass(frozen=True)
class Wall:
    """What the room sees by then; without a text there is nothing on the wall."""

    shows: str = ""


@dataclass(frozen=True)
class Step:
    """A next step, typed as a line."""

    text: str
    who: Guest
    due: str


@dataclass(frozen=True)
class TableReports:
    """The key for tables; ``name`` is the one that reports then, or empty."""

    name: str


@dataclass(frozen=True)
class CatchUp:
    """The ways to end on time are opened; the one with this digit, which says so, is taken."""

    digit: str
    says: str


@dataclass(frozen=True)
class Press:
    """A key that says all there is to say."""

    key: str


@dataclass(frozen=True)
class Sees:
    """What stands in the cockpit by then."""

    face: str = ""
    status: str = ""
    word: str = ""


@dataclass(frozen=True)
class SetClock:
    """Somebody sets the clock of the machine by so many minutes."""

    minutes: int


@dataclass(frozen=True)
class Crash:
    """The program ends without a word while ``typing`` stands in the line, and starts again."""

    typing: str
    seconds: int


Action = (
    CheckIn
    | Begin
    | GoOn
    | GoBack
    | Finish
    | Ask
    | Floor
    | Say
    | Nod
    | Agree
    | Hands
    | Park
    | ReadBack
    | OffRecord
    | OnRecord
    | Remove
    | Unnamed
    | Projector
    | Wall
    | Step
    | TableReports
    | CatchUp
    | Press
    | Sees
    | SetClock
    | Crash
)


@dataclass(frozen=True)
class Event:
    """Something happens at a clock time, in seconds since midnight."""

    at: int
    do: Action


def clock_time(text: str) -> int:
    """Seconds since midnight of "18:12" or "18:12:30"."""
    hours, minutes, *seconds = map(int, text.split(":"))
    return hours * 3600 + minutes * 60 + sum(seconds)
