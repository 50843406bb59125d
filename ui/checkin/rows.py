"""Participants at check-in as ready rows, sorted by the name they are filed under."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCollator, QLocale, QObject

from app.domain.people import ParticipantView
from app.domain.text import fold
from app.domain.vocabulary import ConsentPurpose, Presence
from app.texts import Texts
from ui.models.row_model import RowModel
from ui.prepare.people_rows import filed_name


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """One person. ``given`` are the answers in the order of ``ConsentPurpose``."""

    uid: str
    name: str
    detail: str
    presence: Presence
    notes: tuple[str, ...]
    """What is out of the ordinary: a guest, came later, left."""
    given: tuple[bool | None, ...]
    accessible: str


class CheckInModel(RowModel[CheckInRow]):
    """The people that are shown."""


class CheckInWords(QObject):
    """Puts presence and consents into the words of the window."""

    def __init__(self, texts: Texts, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._zone = ZoneInfo(zone)
        self._answers = {
            None: self.tr("not asked"),
            True: self.tr("given"),
            False: self.tr("refused"),
        }

    def clock(self, moment: dt.datetime | None) -> str:
        """``18:20`` where the session is; empty for nothing."""
        return f"{moment.astimezone(self._zone):%H:%M}" if moment else ""

    def answer(self, given: bool | None) -> str:
        """An answer in one word."""
        return self._answers[given]

    def purpose(self, purpose: ConsentPurpose) -> str:
        """What is asked."""
        return self._texts.word(purpose)

    def state(self, person: ParticipantView) -> str:
        """``anwesend, ab 18:20``."""
        found = person.attendance
        return ", ".join((self._texts.word(found.presence), *self.notes(person)))

    def notes(self, person: ParticipantView) -> tuple[str, ...]:
        """What is out of the ordinary."""
        found = person.attendance
        came = self.tr("from %1").replace("%1", self.clock(found.arrived_at))
        left = self.tr("until %1").replace("%1", self.clock(found.left_at))
        parts = (
            (found.is_guest, self.tr("guest")),
            (found.arrived_at is not None, came),
            (found.left_at is not None, left),
        )
        return tuple(word for holds, word in parts if holds)

    def count(self, people: Sequence[ParticipantView]) -> str:
        """``18 von 24 da · 2 entschuldigt``."""
        here = sum(p.attendance.presence is Presence.PRESENT for p in people)
        excused = sum(p.attendance.presence is Presence.EXCUSED for p in people)
        text = self.tr("%1 of %2 here").replace("%1", str(here)).replace("%2", str(len(people)))
        more = self.tr("%1 excused").replace("%1", str(excused))
        return f"{text} · {more}" if excused else text

    def rows(self, people: Sequence[ParticipantView]) -> list[CheckInRow]:
        """The rows, by surname as the language sorts."""
        collator = QCollator(QLocale(self._texts.language))
        return sorted(map(self._row, people), key=lambda row: collator.sortKey(row.name))

    def _row(self, person: ParticipantView) -> CheckInRow:
        name = filed_name(person.name)
        detail = person.organisation or person.role
        given = tuple(person.attendance.consent(purpose).given for purpose in ConsentPurpose)
        consents = (
            f"{self.purpose(purpose)} {self.answer(answer)}"
            for purpose, answer in zip(ConsentPurpose, given, strict=True)
            if answer is not None
        )
        said = (name, detail, self.state(person), *consents)
        return CheckInRow(
            uid=person.uid,
            name=name,
            detail=detail,
            presence=person.attendance.presence,
            notes=self.notes(person),
            given=given,
            accessible=", ".join(part for part in said if part),
        )


def fitting(rows: Sequence[CheckInRow], text: str) -> list[CheckInRow]:
    """Those in whose name or organisation every typed word begins a word."""
    wanted = fold(text.partition(",")[0]).split()
    return [row for row in rows if all(_begins(word, row) for word in wanted)]


def _begins(word: str, row: CheckInRow) -> bool:
    parts = fold(f"{row.name} {row.detail}").replace(",", " ").replace("-", " ").split()
    return any(part.startswith(word) for part in parts)
