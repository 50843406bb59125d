"""The kind of the statement being written: the kinds of the question first, then all others."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from app.domain.vocabulary import StatementKind
from app.texts import Texts
from ui.icons import KIND_ICONS
from ui.theme import Theme


class KindCombo(QComboBox):
    """Shows icon and word, in a narrow window the icon only. ``chosen`` carries the kind."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self._kinds: list[StatementKind | None] = []
        self._compact = False
        self.setProperty("field", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(len(StatementKind) + 1)
        self.activated.connect(self._choose)
        theme.changed.connect(self._repaint_icons)

    def show_kinds(self, offered: Sequence[StatementKind], current: StatementKind) -> None:
        """Offer every kind, those of the question first, and show ``current``."""
        others = [kind for kind in StatementKind if kind not in offered]
        kinds = [*offered, *([None] if offered else []), *others]
        if kinds != self._kinds:
            self._kinds = kinds
            self.clear()
            for number, kind in enumerate(kinds):
                if kind is None:
                    self.insertSeparator(number)
                else:
                    self.addItem(self._texts.heading(kind))
            self._repaint_icons()
        self.show_kind(current)

    def show_kind(self, kind: StatementKind) -> None:
        """Show a kind without choosing it."""
        if self.kind() is not kind:
            self.setCurrentIndex(self._kinds.index(kind))
            self._fit()

    def kind(self) -> StatementKind | None:
        """What is shown; None before the first ``show_kinds``."""
        number = self.currentIndex()
        return self._kinds[number] if 0 <= number < len(self._kinds) else None

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon only."""
        self._compact = compact
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as what is shown, not as the longest word."""
        words = "" if self._compact else self.currentText()
        text = self.fontMetrics().horizontalAdvance(words) + (self._theme.gap(8) if words else 0)
        arrow = self._theme.px(34)
        width = self._theme.px(18) + text + arrow + self._theme.gap(6)
        return QSize(width, self._theme.px(34))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change the kind."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the word out when there is no room for it."""
        if not self._compact:
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _choose(self, number: int) -> None:
        kind = self._kinds[number]
        if kind is not None:
            self._fit()
            self.chosen.emit(kind)

    def _fit(self) -> None:
        """Another word, another width; without the word a tooltip."""
        self.setToolTip(self.currentText() if self._compact else "")
        self.updateGeometry()

    def _repaint_icons(self) -> None:
        size = self._theme.px(18)
        self.setIconSize(QSize(size, size))
        for number, kind in enumerate(self._kinds):
            if kind is not None:
                icon = self._theme.icon(KIND_ICONS[kind], "ink2")
                self.setItemData(number, icon, Qt.ItemDataRole.DecorationRole)
        self.updateGeometry()
