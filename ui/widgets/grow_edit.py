"""A field for several lines that grows with its text, up to a limit."""

from math import ceil

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from ui.style.fonts import Role
from ui.widgets.typesetting import Typesetting

_PROBE = 1000


class GrowEdit(QPlainTextEdit):
    """Plain text, as high as its lines between ``min_lines`` and ``max_lines``.

    Tab leaves the field. ``field="plain"`` (see the style sheet) takes frame and ground away.
    """

    height_changed = Signal()

    def __init__(
        self,
        *,
        min_lines: int = 1,
        max_lines: int = 6,
        role: Role = Role.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = (min_lines, max_lines)
        self.typesetting: Typesetting | None = None
        """Sets typographic signs where minutes are written; None in other fields."""
        self.setProperty("role", role.value)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key, and the sign it turns into."""
        setting = self.typesetting
        if setting is not None and setting.take_back(event):
            return
        super().keyPressEvent(event)
        if setting is not None:
            setting.typed(event)

    def text(self) -> str:
        """The text, paragraphs divided by line feeds."""
        return self.toPlainText()

    def fit(self) -> None:
        """Take the height of the text."""
        low, high = self._lines
        count = round(self.document().size().height())
        lines = min(max(count, low), high)
        # A bar that comes while the field still grows takes width, and with it another line.
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if count > high else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        # Qt lays out lines of whole pixels. One more, or it believes that the last line does not
        # fit and shows a scroll bar.
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        height = round(lines * line + self._around()) + 1
        if height != self.height():
            self.setFixedHeight(height)
            self.height_changed.emit()

    def text_inset(self) -> int:
        """How far the text lies inside the left edge."""
        return round(self.viewport().x() + self.document().documentMargin())

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower field may need more lines."""
        super().resizeEvent(event)
        self.fit()

    def _around(self) -> float:
        """Border and padding above and below, as the style sheet has them."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, _PROBE, _PROBE)
        inner = self.style().subElementRect(QStyle.SubElement.SE_ShapedFrameContents, option, self)
        return _PROBE - inner.height() + 2 * self.document().documentMargin()
