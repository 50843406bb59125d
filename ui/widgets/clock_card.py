"""The clock of the running item and how the session keeps to its plan.

Once a second only ``ClockFace`` repaints: digits of one width, a word, a bar. Everything else on
the card changes when it says something different.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.domain.schedule import SOON_SHARE, Clock, Phase, clock_text
from ui.icons import pixmap
from ui.style.fonts import Role
from ui.theme import Theme, set_tone
from ui.widgets.buttons import button
from ui.widgets.frames import row, rule
from ui.widgets.labels import ElidedLabel, label

_FACE = 89
_BAR = 8
_MARK = QRectF(0, 0, 2, 14)


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """Ahead, behind or on time in words; ``tone`` is ``settled``, ``open`` or ``ink2``."""

    text: str
    tone: str
    icon: str
    end: str = ""
    """"Ende etwa 19:18"; empty if unknown."""


class ClockFace(QWidget):
    """Counts an item down: "noch 10:53", in the last fifth "bald", then "+01:20 darüber"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock: Clock | None = None
        self._minutes = 0
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._resize)
        self._say()

    def show_clock(self, clock: Clock | None, minutes: int) -> None:
        """The time of an item with ``minutes`` planned; without a clock it has not begun."""
        text = clock_digits(clock, minutes)
        before = (self._text, self._minutes, self._phase(), _paused(self._clock))
        repaint = (text, minutes, _phase(clock), _paused(clock)) != before
        self._clock, self._minutes, self._text = clock, minutes, text
        if repaint:
            self._say()
            self.update()

    def text(self) -> str:
        """The digits."""
        return self._text

    def word(self) -> str:
        """The word beside the digits."""
        if self._clock is None:
            return self.tr("planned")
        if self._clock.paused:
            return self.tr("paused")
        if self._clock.remaining is None:
            return self.tr("since")
        words = {
            Phase.NORMAL: self.tr("left"),
            Phase.SOON: self.tr("left, soon over"),
            Phase.OVER: self.tr("over"),
        }
        return words[self._clock.phase]

    def sizeHint(self) -> QSize:
        """As high as its digits and bar."""
        return QSize(self._theme.px(200), self._height())

    def minimumSizeHint(self) -> QSize:
        """Digits shrink when the card is narrow."""
        return QSize(self._theme.px(120), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Word left, digits right, bar below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        baseline = self._theme.px(59)
        word_width = self._paint_words(painter, baseline)
        self._paint_digits(painter, baseline, self.width() - word_width - self._theme.gap(8))
        self._paint_bar(painter)

    def _height(self) -> int:
        return self._theme.px(_FACE - _BAR) + _BAR + 4

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def _phase(self) -> Phase | None:
        return _phase(self._clock)

    def _color(self, normal: str) -> QColor:
        if self._clock is None:
            return self._theme.color("ink3")
        return self._theme.color("error" if self._clock.phase is Phase.OVER else normal)

    def _paint_words(self, painter: QPainter, baseline: float) -> float:
        """The word at the left; in the last fifth "bald" stands above it. Returns the width."""
        over = self._phase() is Phase.OVER
        font = self._theme.font(Role.STRONG if over else Role.CAPTION)
        soon = self._phase() is Phase.SOON and not _paused(self._clock)
        word = self.tr("left") if soon else self.word()
        painter.setFont(font)
        painter.setPen(self._color("ink3"))
        painter.drawText(QPointF(0, baseline), word)
        width = QFontMetricsF(font).horizontalAdvance(word)
        return max(width, self._paint_soon(painter, baseline) if soon else 0)

    def _paint_soon(self, painter: QPainter, baseline: float) -> float:
        font, word = self._theme.font(Role.STRONG), self.tr("soon")
        painter.setFont(font)
        painter.setPen(self._theme.color("open"))
        painter.drawText(QPointF(0, baseline - self._theme.px(20)), word)
        return QFontMetricsF(font).horizontalAdvance(word)

    def _paint_digits(self, painter: QPainter, baseline: float, room: float) -> None:
        font = self._theme.font(Role.CLOCK, tabular=True)
        width = QFontMetricsF(font).horizontalAdvance(self._text)
        if width > room:
            font = QFont(font)
            font.setPixelSize(max(12, int(font.pixelSize() * room / width)))
            width = QFontMetricsF(font).horizontalAdvance(self._text)
        painter.setFont(font)
        painter.setPen(self._color("ink"))
        painter.drawText(QPointF(self.width() - width, baseline), self._text)

    def _paint_bar(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        top = self.height() - _BAR - 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.line)
        painter.drawRoundedRect(QRectF(0, top, self.width(), _BAR), 4, 4)
        share = share_gone(self._clock, self._minutes)
        if share > 0:
            painter.setBrush(self._color("primary"))
            painter.drawRoundedRect(QRectF(0, top, max(_BAR, self.width() * share), _BAR), 4, 4)
        if self._minutes:
            mark = _MARK.translated(round(self.width() * (1 - SOON_SHARE)), top - 3)
            painter.fillRect(mark, tokens.result)

    def _say(self) -> None:
        """For a screen reader: changes with the minute, never with the second."""
        minutes = self._text.partition(":")[0]
        said = self.tr("%1 minutes, %2").replace("%1", minutes).replace("%2", self.word())
        if said != self.accessibleName():
            self.setAccessibleName(said)


class PlanStatusLine(QWidget):
    """Below a rule: "3 min hinter dem Plan" with its icon, and the expected end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._status: PlanStatus | None = None
        self._icon = QLabel()
        self._text = ElidedLabel("", Role.STRONG)
        self._end = label("", Role.META)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(3)
        words.addWidget(self._text)
        words.addWidget(self._end)
        line = row(spacing=8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(11)
        layout.addWidget(rule())
        layout.addLayout(line)
        theme.changed.connect(self._repaint)
        self.hide()

    def show_status(self, status: PlanStatus | None) -> None:
        """Say this; None: nothing is known yet."""
        if status == self._status:
            return
        self._status = status
        self.setVisible(status is not None)
        if status is not None:
            self._text.setText(status.text)
            set_tone(self._text, status.tone)
            self._end.setText(status.end)
            self._end.setVisible(bool(status.end))
        self._repaint()

    def _repaint(self) -> None:
        if self._status is not None:
            color = self._theme.color(self._status.tone)
            self._icon.setPixmap(pixmap(self._status.icon, color, self._theme.px(18)))


class ClockCard(QFrame):
    """What runs and for how long, and whether the evening keeps to its plan."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._title = ElidedLabel("", Role.SECTION)
        self._planned = label("", Role.CAPTION)
        self.face = ClockFace(theme)
        self.pause = button(theme, self.tr("Pause"), icon="player-pause")
        self.more = button(theme, self.tr("1 minute"), icon="plus")
        self.more.setAccessibleName(self.tr("One minute more"))
        self.status = PlanStatusLine(theme)
        self.catch_up = button(theme, self.tr("Catch up …"), icon="clock")
        self._theme = theme
        self._controls = QWidget()
        controls = row(spacing=8, margins=(0, 8, 0, 0))
        controls.addWidget(self.pause, 1)
        controls.addWidget(self.more, 1)
        self._controls.setLayout(controls)
        self._paused: bool | None = None
        head = row()
        head.addWidget(self._title, 1)
        head.addWidget(self._planned)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(17, 14, 17, 16)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.face)
        layout.addWidget(self._controls)
        layout.addWidget(self.status)
        layout.addSpacing(8)
        layout.addWidget(self.catch_up)
        self.show_controls(shown=False)
        self.show_behind(behind=False)

    def show_controls(self, *, shown: bool, paused: bool = False) -> None:
        """Pause and one minute more, while something runs; ``paused``: its clock stands still."""
        self._controls.setVisible(shown)
        if paused is not self._paused:
            self._paused = paused
            self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
            self._theme.set_icon(self.pause, "player-play" if paused else "player-pause")

    def show_behind(self, *, behind: bool) -> None:
        """Catching up is offered only while the session would end too late."""
        if behind is self.catch_up.isHidden():
            self.catch_up.setVisible(behind)

    def show_item(self, title: str, planned: str) -> None:
        """Whose time it is ("Leitfrage 4") and how long that may take ("von 15 min")."""
        self._title.setText(title)
        self._planned.setText(planned)

    def show_status(self, status: PlanStatus | None) -> None:
        """How the session keeps to its plan."""
        self.status.show_status(status)


def clock_digits(clock: Clock | None, minutes: int) -> str:
    """The digits of an item with ``minutes`` planned; without a clock it has not begun."""
    if clock is None:
        return f"{minutes:02}:00" if minutes else "–:–"
    return clock_text(clock.elapsed if clock.remaining is None else clock.remaining)


def share_gone(clock: Clock | None, minutes: int) -> float:
    """How much of the planned time is gone, 0 to 1."""
    if clock is None or not minutes:
        return 0
    return min(1.0, clock.elapsed.total_seconds() / (60 * minutes))


def _paused(clock: Clock | None) -> bool:
    return clock is not None and clock.paused


def _phase(clock: Clock | None) -> Phase | None:
    return clock.phase if clock else None
