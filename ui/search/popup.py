"""The search popup: a field, the hits below it. It lies over the window until Esc or Enter."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QFrame, QLineEdit, QWidget

from ui.search.delegate import HitDelegate
from ui.search.hits import HitModel, HitRow
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.buttons import PillButton
from ui.widgets.frames import column, row, surface
from ui.widgets.labels import label
from ui.widgets.row_list import RowList

DEBOUNCE_MS = 120
_WIDTH = 760
_FORWARDED = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class SearchPopup(QWidget):
    """Says what is searched for; the controller fills ``model`` and the count.

    ``queried`` carries text and whether everywhere, after a pause in typing.
    """

    queried = Signal(str, bool)
    more_wanted = Signal()
    chosen = Signal(object)
    """The ``HitRow`` to jump to; the popup is closed already."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._return_to: QWidget | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self._query)
        self.model = HitModel(self)
        self._build()
        parent.installEventFilter(self)
        self.hide()

    # -- for the controller -----------------------------------------------------------------

    def open(self, *, everywhere: bool, in_session: bool, text: str = "") -> None:
        """Show the popup; without an open session there is only one place to search."""
        if not self.isVisible():
            window = self.window()
            self._return_to = window.focusWidget()
        self._scope.setVisible(in_session)
        (self.everywhere if everywhere or not in_session else self.here).setChecked(True)
        if text:
            self.field.setText(text)
        self._fill_parent()
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()
        self._query()

    def close_popup(self) -> None:
        """Away again; the focus goes back to where it was."""
        self._pause.stop()
        if self._return_to is not None:
            self._return_to.setFocus()
            self._return_to = None
        self.hide()
        self.closed.emit()

    def show_count(self, text: str) -> None:
        """How many there are, in words."""
        self.count.setText(text)

    def show_hits(self, rows: list[HitRow]) -> None:
        """Replace the hits; the first one is the one Enter opens."""
        self.model.set_rows(rows)
        self.hits.verticalScrollBar().setValue(0)
        if rows:
            self.hits.setCurrentIndex(self.model.index(0))
        self._fill_parent()

    def add_hits(self, rows: list[HitRow]) -> None:
        """A further page."""
        self.model.set_rows([*self.model.rows(), *rows])

    # -- events -----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window changes its size; arrows in the field move in the list."""
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._fill_parent()
        elif watched is self.field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in _FORWARDED:
                self.hits.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Enter jumps."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_popup()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_popup()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""
        stops = [w for w in (self.field, self.here, self.everywhere, self.hits) if w.isVisible()]
        if not stops:  # Qt asks while the popup is being hidden
            return super().focusNextPrevChild(forward)
        now = self.window().focusWidget()
        at = stops.index(now) if now in stops else -1
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the card."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window a little."""
        shade = (
            self._theme.tokens.ink if not self._theme.tokens.is_dark else self._theme.tokens.sunk
        )
        painter = QPainter(self)
        painter.setOpacity(0.28 if not self._theme.tokens.is_dark else 0.7)
        painter.fillRect(self.rect(), shade)

    # -- inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._card: QFrame = surface("card", self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Words from a statement, “a phrase” in quotes"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setProperty("role", Role.ENTRY.value)
        self._sign = QAction(self.field)
        self._theme.set_icon(self._sign, "search", size=20)
        self.field.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.field.setClearButtonEnabled(False)
        self.field.textChanged.connect(self._pause.start)
        self.field.installEventFilter(self)
        self.here = PillButton(self._theme, self.tr("This session"))
        self.everywhere = PillButton(self._theme, self.tr("Everywhere"))
        self._group = QButtonGroup(self)
        for pill in (self.here, self.everywhere):
            self._group.addButton(pill)
        self._group.buttonToggled.connect(self._pause.start)
        self.count = label("", Role.META)
        self.hits = RowList(HitDelegate(self._theme), spacing=2)
        self.hits.setAccessibleName(self.tr("Hits"))
        self.hits.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.hits.setModel(self.model)
        self.hits.clicked.connect(self._choose)
        self.hits.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = column(spacing=10, margins=(16, 16, 8, 12))
        self._card.setLayout(layout)
        above = row(margins=(0, 0, 8, 0))
        above.addWidget(self.field)
        layout.addLayout(above)
        line = row(spacing=8, margins=(0, 0, 8, 0))
        self._scope = QWidget()
        pills = row(spacing=8)
        self._scope.setLayout(pills)
        pills.addWidget(self.here)
        pills.addWidget(self.everywhere)
        line.addWidget(self._scope)
        line.addStretch()
        line.addWidget(self.count)
        layout.addLayout(line)
        layout.addWidget(self.hits, 1)
        self.hits.setMinimumHeight(1)  # without hits the card ends below the pills

    def _fill_parent(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
            self._place()

    def _place(self) -> None:
        """The card: as wide as reads well, as high as the hits need."""
        width = min(self._theme.px(_WIDTH), self.width() - 32)
        top = self._theme.gap(72)
        rows = sum(self.hits.box_of(n).height() + 2 for n in range(min(8, self.model.rowCount())))
        others = self._card.sizeHint().height() - self.hits.sizeHint().height()
        height = min(others + rows + 4, self.height() - top - 24)
        self._card.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def _query(self) -> None:
        self._pause.stop()
        self.queried.emit(self.field.text().strip(), self.everywhere.isChecked())

    def _scrolled(self, value: int) -> None:
        bar = self.hits.verticalScrollBar()
        if bar.maximum() and value > bar.maximum() - self.hits.height():
            self.more_wanted.emit()

    def _choose(self) -> None:
        index = self.hits.currentIndex()
        if index.isValid():
            chosen = self.model.row_at(index.row())
            self._return_to = None
            self.close_popup()
            self.chosen.emit(chosen)
