"""House templates: what may stand between double braces, and what a look at a template finds."""

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from app.domain.text import fold

TEMPLATE_SUFFIXES = (
    *(".docx", ".dotx"),
    *(".doc", ".dot", ".docm", ".dotm", ".odt", ".ott", ".rtf"),  # refused, but in words
)
"""Names of files that are taken for templates when they are dropped."""


class Placeholder(StrEnum):
    """What a template can ask for, as it is typed: ``{{ titel }}``."""

    MINUTES = "protokoll"
    """The content itself."""
    TITLE = "titel"
    SERIES = "reihe"
    NUMBER = "nummer"
    KIND = "art"
    OCCASION = "anlass"
    DATE = "datum"
    WEEKDAY = "wochentag"
    START = "beginn"
    END = "ende"
    PLACE = "ort"
    HOST = "gastgeber"
    FACILITATORS = "moderation"
    NOTE_TAKERS = "protokollfuehrung"
    PRESENT = "anwesend"
    DISTRIBUTION = "verteiler"
    STATE = "stand"
    VERSION = "fassung"
    SENDER = "absender"
    FUNDING = "foerderung"


class TemplateNote(StrEnum):
    """What deserves a sentence before a template is used; nothing of it prevents that."""

    AT_THE_END = "at_the_end"
    """No place for the content."""
    MISPLACED = "misplaced"
    """The place for the content is in a header, a table or a text box."""
    SEVERAL_PLACES = "several_places"
    NUMBERED_HEADINGS = "numbered_headings"
    NO_PAGE_NUMBER = "no_page_number"
    REVISIONS = "revisions"
    COMMENTS = "comments"
    PROTECTED = "protected"


@dataclass(frozen=True, slots=True)
class UnknownPlaceholder:
    """Something between double braces that means nothing here; ``meant`` is the likeliest."""

    text: str
    meant: Placeholder | None


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What a look at a usable template finds."""

    name: str
    found: tuple[Placeholder, ...] = ()
    unknown: tuple[UnknownPlaceholder, ...] = ()
    nearly: tuple[UnknownPlaceholder, ...] = ()
    """What looks like a placeholder and is none, braces and all."""
    missing: tuple[Placeholder, ...] = ()
    styles_used: tuple[str, ...] = ()
    styles_added: tuple[str, ...] = ()
    notes: tuple[TemplateNote, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseTemplate:
    """A template as it is kept: the name of its file and its bytes."""

    name: str
    data: bytes


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def placeholder(text: str) -> Placeholder | None:
    """The placeholder that is meant; capitals, umlauts and hyphens do not matter."""
    try:
        return Placeholder(_plain(text))
    except ValueError:
        return None


def unknown(text: str) -> UnknownPlaceholder:
    """Something that is no placeholder, with the one it was perhaps meant to be."""
    near = get_close_matches(_plain(text), [each.value for each in Placeholder], n=1, cutoff=0.7)
    return UnknownPlaceholder(text, Placeholder(near[0]) if near else None)


def _plain(text: str) -> str:
    spelled = text.strip().lower().translate(_UMLAUTS)
    return fold(spelled).replace("-", "").replace("_", "").replace(" ", "")
