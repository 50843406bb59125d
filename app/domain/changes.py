"""What one committed operation changed. Services return and publish it; models refresh by it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Entity(StrEnum):
    """Kinds of rows that can change; the names stand in the journal and in session documents."""

    SERIES = "series"
    THEME = "theme"
    OWN_WORD = "own_word"
    TEXT_BLOCK = "text_block"
    SESSION = "session"
    PLAN_ITEM = "plan_item"
    PERSON = "person"
    ORGANISATION = "organisation"
    PARTICIPANT = "participant"
    STATEMENT = "statement"
    NEXT_STEP = "next_step"
    PHOTO = "photo"
    HAND_COUNT = "hand_count"
    PARKED_TOPIC = "parked_topic"
    SPEAKING_REQUEST = "speaking_request"
    SPEAKERS_LIST = "speakers_list"
    OFF_RECORD_PASSAGE = "off_record_passage"
    EXPORT = "export"
    MINUTES_VERSION = "minutes_version"
    LOGO = "logo"
    PSEUDONYM = "pseudonym"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Changed:
    """One row that was created, changed or deleted (restoring counts as created)."""

    entity: Entity
    uid: str
    what: str
    """``created``, ``changed`` or ``deleted``."""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which a known row and a file differ, with both values as the columns have them."""

    entity: Entity
    name: str
    """What the row is called: the title of an item, the name of a person."""
    field: str
    here: Any
    in_file: Any


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """A committed operation: its name code (``statement.record``), its session and its rows."""

    operation: str
    session_uid: str | None
    changes: tuple[Changed, ...]
    initiator: object | None = None
    """Whoever asked for it, so that an editor can ignore its own echo."""

    def uids(self, entity: Entity, what: str | None = None) -> tuple[str, ...]:
        """The rows of one kind, optionally only those created, changed or deleted."""
        return tuple(
            c.uid for c in self.changes if c.entity is entity and (what is None or c.what == what)
        )
