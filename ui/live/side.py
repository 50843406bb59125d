"""The right column while leading: the clock, what comes next, and what helps to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.live.read_area import ReadArea
from ui.live.speakers_card import SpeakersCard
from ui.photos.card import PhotosCard
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.clock_card import ClockCard
from ui.widgets.frames import row
from ui.widgets.labels import label, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.methods import MethodCard

WIDTH = 266


class NextCard(QFrame):
    """What the facilitator can announce: the next item with its time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = "clock"
        self.setProperty("surface", "card")
        self._icon = QLabel()
        self._title = wrapped("", Role.STRONG)
        self._when = label("", Role.META)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._when)
        line = row(spacing=10)
        line.addWidget(self._icon)
        line.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(17, 12, 17, 13)
        layout.setSpacing(7)
        layout.addWidget(label(self.tr("After that"), Role.SECTION))
        layout.addLayout(line)
        theme.changed.connect(self._repaint)

    def show_next(self, title: str, when: str, icon: str) -> None:
        """Another item is next; without a title there is none."""
        self.setVisible(bool(title))
        self._title.setText(title)
        self._when.setText(when)
        if icon:  # Without a next item the old one stays, hidden: a theme asks for it again.
            self._icon_name = icon
            self._repaint()

    def _repaint(self) -> None:
        color = self._theme.color("ink2")
        self._icon.setPixmap(pixmap(self._icon_name, color, self._theme.px(20)))


class NotesCard(QFrame):
    """All prompts of the item and the facilitator's own notes, to read at a glance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(17, 12, 17, 14)
        self._layout.setSpacing(6)
        self._shown: tuple[object, ...] = ((), "", None, ())
        self.hide()

    def show_notes(
        self,
        prompts: Sequence[str],
        notes: str,
        method: MethodCard | None = None,
        tables: Sequence[str] = (),
    ) -> None:
        """Prompts, method, tables and notes of an item; without any the card hides."""
        if (tuple(prompts), notes, method, tuple(tables)) == self._shown:
            return
        self._shown = (tuple(prompts), notes, method, tuple(tables))
        while self._layout.count():
            taken = self._layout.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.deleteLater()
        if prompts:
            self._add(self.tr("Prompts"), prompts)
        if method is not None:
            steps = [f"{number}. {step}" for number, step in enumerate(method.steps, 1)]
            self._add(method.title, [f"{method.size} · {method.time}", *steps])
        if tables:
            self._add(self.tr("Tables"), tables)
        if notes:
            self._add(self.tr("For the facilitator"), notes.strip().splitlines())
        self.setVisible(bool(prompts or notes or method or tables))

    def texts(self) -> tuple[str, ...]:
        """Everything that is shown, in order."""
        return tuple(child.text() for child in self.findChildren(QLabel))

    def _add(self, heading: str, lines: Sequence[str]) -> None:
        if self._layout.count():
            self._layout.addSpacing(4)
        self._layout.addWidget(label(heading, Role.SECTION))
        for line in lines:
            self._layout.addWidget(wrapped(line, Role.BODY, "ink2"))


class Side(QWidget):
    """Clock, speakers, next item, notes and photos, one below the other; scrolls if need be.

    ``room`` is the place of the preview, empty until the room view is wanted.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock = ClockCard(theme)
        self.speakers = SpeakersCard(theme)
        self.next = NextCard(theme)
        self.notes = NotesCard()
        self.photos = PhotosCard(theme)
        self.room = QFrame()
        self.room_stops: Sequence[QWidget] = ()
        """Where the tab key stops in the preview."""
        self.room.hide()
        content = QWidget()
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(0, 20, 20, 16)
        self._layout.setSpacing(12)
        self._layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.area = ReadArea(content, self.tr("Clock and notes"))
        outer.addWidget(self.area)
        self.take_back()

    def put_room(self, card: QWidget, stops: Sequence[QWidget]) -> None:
        """The preview of the room view, which shows and hides itself."""
        layout = QVBoxLayout(self.room)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.room_stops = stops
        self.room.show()

    def take_back(self) -> None:
        """The cards may have stood elsewhere; they stand here again."""
        parts = (self.clock, self.speakers, self.room, self.next, self.notes, self.photos)
        for number, part in enumerate(parts):
            self._layout.insertWidget(number, part)
