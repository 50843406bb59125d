"""The board: question, clock and whatever else is wanted, as large as its screen."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.room import RoomScene
from app.domain.schedule import Clock
from ui.room.clock import RoomClock
from ui.room.layout import Sheet, laid_out
from ui.room.look import HEIGHT, RoomLook
from ui.room.pieces import Line
from ui.room.words import BoardText


class Board(QWidget):
    """Painted from a sheet that is laid out anew when words or shape are different."""

    def __init__(self, look: RoomLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = BoardText(RoomScene.TITLE)
        self._sheet = Sheet()
        self.clock = RoomClock(look, self)
        look.changed.connect(self.update)

    def show_text(self, text: BoardText) -> None:
        """Other words; nothing happens if they are the same."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text.said())
            self._lay_out()

    def show_clock(self, clock: Clock | None, minutes: int, above: str, below: str) -> None:
        """The time that is left; only the clock is painted again."""
        self.clock.show_clock(clock, minutes, above, below)

    def texts(self) -> tuple[str, ...]:
        """Every line as it stands there, without the clock."""
        lines = [piece for piece in self._sheet.pieces if isinstance(piece, Line)]
        return tuple(line.text for line in lines if line.text)

    def smallest(self) -> float:
        """The size of the smallest letters, in units."""
        lines = [piece for piece in self._sheet.pieces if isinstance(piece, Line)]
        return min((line.font.pixelSize() for line in lines if line.text), default=HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen, perhaps of another shape."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """A screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and every piece."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.color("surface"))
        unit = self._unit()
        painter.scale(unit, unit)
        for piece in self._sheet.pieces:
            piece.paint(painter, self._look)

    def _unit(self) -> float:
        """How many pixels one unit is."""
        return max(self.height(), 1) / HEIGHT

    def _lay_out(self) -> None:
        unit = self._unit()
        self._sheet = laid_out(self._look, self._text, self.width() / unit)
        self.clock.arrange(self._sheet.clock, unit, in_row=self._sheet.clock_in_row)
        self.update()
