"""What the shorthand of the entry line can mean in the open session.

Beside the participants, a table of the room can speak: ``tisch 2:`` gives the source "Tisch 2"
instead of a person. For the line both are somebody with a name; ``speaker_of`` tells them apart.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.initials import People, Person
from app.domain.people import ParticipantView
from app.domain.series import ThemeView
from app.domain.shorthand import EntryContext
from app.domain.text_blocks import TextBlockView
from app.domain.vocabulary import StatementKind
from app.texts import Texts

_TABLE = re.compile(
    r"(tisch|gruppe|kleingruppe|table|group)[ \u00a0]?(\d{1,2}|[a-z])", re.IGNORECASE
)
_SOURCE = "source:"


class Voices(People):
    """The participants, and the tables of the room by their name."""

    __slots__ = ()

    def match(self, typed: str) -> tuple[Person, ...]:
        """Everybody called so; a table only if nobody is."""
        found = super().match(typed)
        table = None if found else _TABLE.fullmatch(typed.strip())
        if table is None:
            return found
        name = f"{table[1].capitalize()} {table[2].upper()}"
        return (Person(f"{_SOURCE}{name}", name),)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: a participant, or a source such as "Tisch 2"; both empty for nobody."""

    participant_uid: str | None = None
    source: str = ""


def speaker_of(value: str | None) -> Speaker:
    """What the person chip of a line stands for."""
    if value and value.startswith(_SOURCE):
        return Speaker(source=value.removeprefix(_SOURCE))
    return Speaker(participant_uid=value)


def chip_value(speaker: Speaker) -> str:
    """The other way round, for a line that is put together from a statement."""
    return f"{_SOURCE}{speaker.source}" if speaker.source else speaker.participant_uid or ""


def voices(participants: Iterable[ParticipantView]) -> Voices:
    """Everybody of a session who can be named."""
    return Voices(Person(p.uid, p.name, p.organisation) for p in participants)


def shorthand_context(
    texts: Texts,
    people: People,
    *,
    previous: Sequence[str],
    offered: Sequence[StatementKind],
    themes: Iterable[ThemeView],
    blocks: Sequence[TextBlockView],
    today: dt.date,
) -> EntryContext:
    """The context of the line under a plan item that offers these kinds."""
    return EntryContext(
        people=people,
        previous=tuple(previous),
        kinds={kind: (texts.heading(kind), texts.word(kind, "slash")) for kind in StatementKind},
        offered=tuple(offered),
        themes=tuple(theme.name for theme in themes),
        blocks=tuple(blocks),
        today=today,
    )
