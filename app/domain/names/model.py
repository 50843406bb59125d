"""What is looked for in running text, and what was found."""

from dataclasses import dataclass
from enum import StrEnum


class NamedKind(StrEnum):
    """What has a name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


class Closeness(StrEnum):
    """How sure it is that the words are the name."""

    FULL = "full"
    """First name, initial or title with the surname; all words of an organisation."""
    PART = "part"
    """A surname, a first name, or what is special in the name of an organisation."""
    SIMILAR = "similar"
    """One letter is different: perhaps a slip, perhaps another word."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something with a name. ``uid`` is the caller's; nothing is done with it."""

    kind: NamedKind
    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class NameFound:
    """Some characters of a text, by index, that are probably the name of one of ``named``.

    Several, where a surname is that of several people.
    """

    start: int
    end: int
    named: tuple[Named, ...]
    closeness: Closeness
    genitive: bool = False
    """As in "Kellermanns Vorschlag"."""
