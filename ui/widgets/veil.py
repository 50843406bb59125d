"""What lies over the window while files are dragged across it: "Hier einlesen"."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.icons import paint_icon
from ui.theme import Role, Theme


class Veil(QWidget):
    """A tint over everything, with one sentence in the middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Read in here"))
        self.hide()

    def cover(self) -> None:
        """Lie over the whole parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint, a frame, icon and sentence."""
        tokens, theme = self._theme.tokens, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.tint.toRgb()
        ground.setAlphaF(0.93)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(tokens.primary, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 12, 12)
        size, middle = theme.px(40), self.rect().center()
        paint_icon(
            painter, "file-import", tokens.primary, middle.x() - size / 2, middle.y() - size, size
        )
        painter.setFont(theme.font(Role.QUESTION))
        painter.setPen(tokens.primary)
        below = self.rect().adjusted(0, theme.px(60), 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.tr("Read in here"))
