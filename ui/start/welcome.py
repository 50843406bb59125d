"""The start page before the first session: three ways to begin, and what the program promises."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.start.promise import PromiseLine
from ui.theme import Role, Theme
from ui.widgets.badges import Badges
from ui.widgets.buttons import button
from ui.widgets.frames import card, column, row, rule
from ui.widgets.labels import ElidedLabel, label, wrapped

_WIDTH = 1000


class Tile(QWidget):
    """An icon on a rounded tint ground; decoration."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(52)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.tint)
        painter.drawRoundedRect(self.rect(), 10, 10)
        size = self._theme.px(26)
        at = (self.width() - size) / 2
        paint_icon(painter, self._icon, self._theme.tokens.primary, at, at, size)


class NumberRing(QWidget):
    """The number of a step in a ring; decoration."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._badges = Badges(theme)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A circle."""
        side = self._theme.px(30)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ring and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._badges.paint_number(painter, QRectF(self.rect()), str(self._number), filled=False)


class WelcomePage(QWidget):
    """Three cards, the four steps explained, the promise about saving."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slim = False
        self.new_button = button(
            theme, self.tr("New session"), variant="primary", size="conclusion"
        )
        self.read_button = button(theme, self.tr("Choose file …"), size="conclusion")
        self.example_button = button(theme, self.tr("Open example"), size="conclusion")
        self._cards = QGridLayout()
        self._steps = QGridLayout()
        self._card_list = [
            self._make_card("calendar-plus", *self._prepare_texts(), self.new_button),
            self._make_card("file-import", *self._read_texts(), self.read_button),
            self._make_card("school", *self._example_texts(), self.example_button),
        ]
        self._step_list = [
            self._make_step(number, name, what)
            for number, (name, what) in enumerate(self._step_texts(), start=1)
        ]
        self._build()
        self._arrange()

    def set_slim(self, *, slim: bool) -> None:
        """Cards and steps below each other."""
        if slim != self._slim:
            self._slim = slim
            self._arrange()

    def _prepare_texts(self) -> tuple[str, str]:
        return (
            self.tr("Prepare a session"),
            self.tr("Enter date and place, done. The eight questions and the schedule are there."),
        )

    def _read_texts(self) -> tuple[str, str]:
        return (
            self.tr("Open a file from the coordinator"),
            self.tr("You were sent a file? Choose it or drag it into this window."),
        )

    def _example_texts(self) -> tuple[str, str]:
        return (
            self.tr("Try the example"),
            self.tr(
                "An invented evening with more than 60 statements to practise with. "
                "It counts in no evaluation."
            ),
        )

    def _step_texts(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Prepare"), self.tr("schedule and participants")),
            (self.tr("Lead"), self.tr("ask and write down")),
            (self.tr("Review"), self.tr("look through and complete")),
            (self.tr("Minutes"), self.tr("save as a Word file")),
        )

    def _make_card(self, icon: str, title: str, text: str, target: QPushButton) -> QFrame:
        frame, layout = card(padding=24, spacing=0)
        layout.addWidget(Tile(self._theme, icon))
        layout.addSpacing(18)
        layout.addWidget(wrapped(title, Role.TITLE))
        layout.addSpacing(6)
        layout.addWidget(wrapped(text, Role.STATEMENT, "ink2"))
        layout.addSpacing(20)
        layout.addStretch(1)
        layout.addWidget(target)
        target.setAccessibleDescription(text)
        return frame

    def _make_step(self, number: int, name: str, what: str) -> QWidget:
        result = QWidget()
        layout = row(spacing=12)
        result.setLayout(layout)
        words = column(spacing=3)
        words.addWidget(label(name, Role.STRONG))
        words.addWidget(wrapped(what, Role.CAPTION, "ink3"))
        layout.addWidget(NumberRing(self._theme, number), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        return result

    def _build(self) -> None:
        outer = row(margins=(24, 0, 24, 0))
        self.setLayout(outer)
        middle = QWidget()
        middle.setMaximumWidth(self._theme.px(_WIDTH))
        outer.addStretch(1)
        outer.addWidget(middle, 10_000)
        outer.addStretch(1)
        layout = column(margins=(0, 48, 0, 24))
        middle.setLayout(layout)
        self._fill(layout)
        self._theme.changed.connect(self._widen)
        self._middle = middle

    def _fill(self, layout: QVBoxLayout) -> None:
        layout.addWidget(wrapped(self.tr("What would you like to do?"), Role.DISPLAY))
        layout.addSpacing(2)
        promise = self.tr("You need only one of the three. You cannot break anything.")
        layout.addWidget(wrapped(promise, Role.ENTRY, "ink2"))
        layout.addSpacing(20)
        layout.addLayout(self._cards)
        layout.addSpacing(28)
        layout.addWidget(label(self.tr("How it goes"), Role.SECTION))
        layout.addSpacing(6)
        layout.addLayout(self._steps)
        layout.addSpacing(24)
        layout.addWidget(rule())
        layout.addSpacing(12)
        layout.addWidget(self._promise())
        layout.addStretch(1)

    def _promise(self) -> QWidget:
        result = QWidget()
        layout = row(spacing=16)
        result.setLayout(layout)
        saved = self.tr("Everything stays on this computer. Every statement recorded is saved.")
        line = PromiseLine(self._theme, "shield-check", "settled", saved, strong=True)
        line.set_detail(self.tr("No account, no network needed."))
        layout.addWidget(line, 1)
        hint = ElidedLabel(self.tr("Larger text: Ctrl and Plus"), Role.CAPTION)
        layout.addWidget(hint, 0, Qt.AlignmentFlag.AlignTop)
        return result

    def _arrange(self) -> None:
        self._cards.setHorizontalSpacing(17)
        self._cards.setVerticalSpacing(12)
        for number, frame in enumerate(self._card_list):
            place = (number, 0) if self._slim else (0, number)
            self._cards.addWidget(frame, *place)
        for number in range(len(self._card_list)):
            self._cards.setColumnStretch(number, 0 if self._slim and number else 1)
        self._steps.setHorizontalSpacing(16)
        self._steps.setVerticalSpacing(12)
        columns = 2 if self._slim else len(self._step_list)
        for number, step in enumerate(self._step_list):
            self._steps.addWidget(step, number // columns, number % columns)
        for at in range(len(self._step_list)):
            self._steps.setColumnStretch(at, 1 if at < columns else 0)

    def _widen(self) -> None:
        self._middle.setMaximumWidth(self._theme.px(_WIDTH))
