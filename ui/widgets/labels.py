"""Labels: by role, wrapping, and elided with the whole text in the tooltip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.style.fonts import Role


def label(text: str = "", role: Role = Role.BODY, tone: str = "") -> QLabel:
    """A one-line label of plain text; ``tone`` overrides the colour of the role."""
    result = QLabel(text)
    _dress(result, role, tone)
    return result


def wrapped(text: str = "", role: Role = Role.BODY, tone: str = "") -> QLabel:
    """A label that breaks its lines and takes the height they need."""
    result = label(text, role, tone)
    result.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    result.setSizePolicy(policy)
    return result


def tabular(target: QLabel) -> QLabel:
    """Give a label digits of one width, so that times and counts do not dance."""
    font = target.font()
    font.setFeature(font.Tag("tnum"), 1)
    target.setFont(font)
    return target


class ElidedLabel(QLabel):
    """One line that ends in "…" when there is no room; the tooltip then has the whole text."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        _dress(self, role, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show another text; line breaks become spaces."""
        super().setText(" ".join(text.split()))
        self._update_tooltip()

    def minimumSizeHint(self) -> QSize:
        """A few letters, whatever the text is."""
        shortest = self.fontMetrics().horizontalAdvance("MMM…")
        return QSize(shortest, super().minimumSizeHint().height())

    def elided(self) -> str:
        """What fits now."""
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A tooltip only while something is hidden."""
        super().resizeEvent(event)
        self._update_tooltip()

    def changeEvent(self, event: QEvent) -> None:
        """The font may have grown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._update_tooltip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        painter.drawText(self.contentsRect(), self.alignment(), self.elided())

    def _update_tooltip(self) -> None:
        hidden = self.elided() != self.text()
        self.setToolTip(self.text() if hidden else "")


def _dress(target: QLabel, role: Role, tone: str) -> None:
    target.setTextFormat(Qt.TextFormat.PlainText)
    target.setProperty("role", role.value)
    if tone:
        target.setProperty("tone", tone)
