"""What is said quietly above the entry line, about what stands in it or was just recorded."""

from PySide6.QtCore import QCoreApplication

from app.domain.plan import PlanItemView
from app.domain.shorthand import ParsedLine
from ui.keys import key_text
from ui.live.live_session import LiveSession


def stayed_text(odd: str) -> str:
    """A sign that was not understood."""
    translate = QCoreApplication.translate
    text = translate(
        "EntryDesk", "“%1” was not understood and stayed text. %2 takes the statement back."
    )
    return text.replace("%1", odd).replace("%2", key_text("F8"))


def recorded_elsewhere(session: LiveSession, item: PlanItemView) -> str:
    """Where it went, and where the next line belongs."""
    translate, words = QCoreApplication.translate, session.words
    text = translate("EntryDesk", "Recorded: %1").replace("%1", words.target(item))
    following = session.standing.written_to
    if following is None or following.uid == item.uid:
        return text
    onward = translate("EntryDesk", "Next line: %1").replace("%1", words.target(following))
    return f"{text} · {onward}"


def doubt(parsed: ParsedLine) -> str:
    """What the line says that cannot be."""
    if not parsed.no_such_day:
        return ""
    translate = QCoreApplication.translate
    text = translate("EntryDesk", "There is no such day: %1. It stays part of the text.")
    return text.replace("%1", parsed.no_such_day)
