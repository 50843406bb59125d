"""The speakers list while it is used: who speaks, who waits, who is next and why."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.icons import pixmap
from ui.live.speakers_ask import AskField
from ui.live.speakers_queue import QueueRow, SpeakersQueue
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.badges import Badges
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import column, row
from ui.widgets.labels import ElidedLabel, label, tabular, wrapped


@dataclass(frozen=True, slots=True)
class BoardRows:
    """What the board shows. ``speaking`` empty: nobody has the floor."""

    speaking: str
    initials: str
    waiting: tuple[QueueRow, ...]
    reason: str
    """Why the first one is next; empty where that needs no word."""
    more: str
    """"+ 3 weitere", or empty."""


class SpeakersBoard(QWidget):
    """``ask`` on top while somebody is put on the list, then the speaker, then who waits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = AskField(theme)
        self.speaker = _Speaker(theme)
        self.queue = SpeakersQueue(theme, self.tr("Who waits for the floor"))
        self.more = label("", Role.META)
        self.reason = wrapped("", Role.META)
        self.next = button(theme, self.tr("Next person"), size="small")
        self.report = icon_button(theme, "hand-stop", self.tr("Put somebody on the speakers list"))
        self.report.setProperty("buttonSize", "small")
        self.menu = icon_button(theme, "dots", self.tr("More about the speakers list"))
        self.menu.setProperty("buttonSize", "small")
        buttons = row(spacing=6, margins=(0, 6, 0, 4))
        buttons.addWidget(self.next, 1)
        buttons.addWidget(self.report)
        buttons.addWidget(self.menu)
        layout = column(spacing=2, margins=(0, 6, 0, 0))
        self.setLayout(layout)
        for part in (self.ask, self.speaker, self.queue, self.more, self.reason):
            layout.addWidget(part)
        layout.addLayout(buttons)

    def stops(self) -> list[QWidget]:
        """Where the tab key stops, from top to bottom."""
        return [self.ask.line, self.queue, self.next, self.report, self.menu]

    def show_rows(self, rows: BoardRows) -> None:
        """Show this."""
        self.speaker.show_speaker(rows.speaking, rows.initials)
        self.queue.show_rows(list(rows.waiting))
        for part, text in ((self.more, rows.more), (self.reason, rows.reason)):
            part.setText(text)
            part.setVisible(bool(text))
        self.next.setEnabled(bool(rows.waiting or rows.speaking))


class _Avatar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._badges = Badges(theme)
        self._initials = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._refresh)

    def show_initials(self, initials: str) -> None:
        self._initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(self._theme.px(28), self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The initials."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._badges.paint_avatar(painter, QRectF(self.rect()), self._initials, size=12)

    def _refresh(self) -> None:
        self._badges.refresh()
        self.updateGeometry()


class _Speaker(QFrame):
    """Who has the floor, and since when; each second only the time is painted anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("surface", "tint")
        self._icon = QLabel()
        self._avatar = _Avatar(theme)
        self.name = ElidedLabel("", Role.STRONG)
        self.time = tabular(label("", Role.META))
        line = row(spacing=8, margins=(10, 7, 10, 7))
        self.setLayout(line)
        line.addWidget(self._icon)
        line.addWidget(self._avatar)
        line.addWidget(self.name, 1)
        line.addWidget(self.time, 0, Qt.AlignmentFlag.AlignRight)
        theme.changed.connect(self._repaint)
        self._repaint()
        self.hide()

    def show_speaker(self, name: str, initials: str) -> None:
        """Somebody else has the floor; empty: nobody."""
        self.setVisible(bool(name))
        self.name.setText(name)
        self._avatar.show_initials(initials)
        said = self.tr("%1 has the floor").replace("%1", name)
        self.setAccessibleName(said if name else "")

    def show_time(self, text: str) -> None:
        """How long they have been speaking."""
        if text != self.time.text():
            self.time.setText(text)

    def _repaint(self) -> None:
        color = self._theme.color("primary")
        self._icon.setPixmap(pixmap("microphone", color, self._theme.px(16)))
