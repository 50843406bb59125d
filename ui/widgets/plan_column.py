"""The left column while leading and in the review: the plan, and the step's conclusion below it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QIcon, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QSizePolicy, QToolTip, QWidget

from ui.models.plan_model import PlanModel, PlanWords
from ui.theme import Role, Theme
from ui.widgets.buttons import show_text
from ui.widgets.frames import column, row
from ui.widgets.labels import label
from ui.widgets.plan_delegate import PlanDelegate
from ui.widgets.row_list import RowList

_LEAST_LETTERS = 12
"""What must be left of a text that gives way to another: as "Weiter: Vorst…"."""

WIDTH = 292
SLIM_WIDTH = 64
_ARRIVING = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""Ways of the keyboard into the list. A click has its own row, and a menu that closes keeps it."""


def plan_words() -> PlanWords:
    """The words around the plan in the language of the window."""
    translate = QCoreApplication.translate
    return PlanWords(
        minutes=translate("PlanColumn", "%1 min"),
        running=translate("PlanColumn", "running"),
        in_writing=translate("PlanColumn", "in writing later"),
        left_out=translate("PlanColumn", "left out"),
        done=translate("PlanColumn", "done"),
        belongs_here=translate("PlanColumn", "Your line belongs here"),
        result=translate("PlanColumn", "1 result"),
        results=translate("PlanColumn", "%1 results"),
        no_result=translate("PlanColumn", "no result yet"),
        statement=translate("PlanColumn", "1 statement"),
        statements=translate("PlanColumn", "%1 statements"),
        question=translate("PlanColumn", "Question %1"),
    )


class PlanList(RowList):
    """The items. ``item_activated``: Enter or a click on one."""

    item_activated = Signal(str)
    left = Signal()
    """Esc: back to where the work is."""

    def __init__(self, theme: Theme, *, review: bool, parent: QWidget | None = None) -> None:
        self._plan = PlanDelegate(theme, review=review)
        self._review = review
        super().__init__(self._plan, spacing=0, parent=parent)
        self.setViewportMargins(0, 0, 0, 0)
        self.setAccessibleName(QCoreApplication.translate("PlanColumn", "Plan"))
        theme.changed.connect(self._on_theme)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """A ``PlanModel``."""
        super().setModel(model)
        self.selectionModel().currentChanged.connect(self._on_current)

    def plan(self) -> PlanModel:
        """The model."""
        model = self.model()
        assert isinstance(model, PlanModel)  # noqa: S101 – nothing else is shown here
        return model

    def show_item(self, uid: str) -> None:
        """Put the cursor on an item and bring it into view, without activating it."""
        index = self.plan().index_of(uid)
        if index.isValid():
            self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(False)
            self.scrollTo(index)

    def keep_running_in_view(self) -> None:
        """Scroll so that the running item can be seen."""
        index = self.plan().index_of(self.plan().running_uid())
        if index.isValid():
            self.scrollTo(index)

    def set_slim(self, *, slim: bool) -> None:
        """Badges only, with tooltips."""
        self._plan.slim = slim
        self.measure_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter activates, Esc leaves; in the review the arrows show an item at once."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.item_activated.emit(self.plan().row_at(index.row()).uid)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click activates."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and not self._review:
            self.item_activated.emit(self.plan().row_at(index.row()).uid)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips while there are only badges."""
        if isinstance(event, QHelpEvent) and self._plan.slim:
            index = self.indexAt(event.pos())
            text = self.plan().row_at(index.row()).accessible if index.isValid() else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A larger text or a band above leave less room: what runs stays in view."""
        super().resizeEvent(event)
        self.keep_running_in_view()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the running item, whichever was looked at before."""
        rows, running = self.plan().rows(), self.plan().running_uid()
        if running and event.reason() in _ARRIVING:
            self.show_item(running)
        elif rows and not self.currentIndex().isValid():
            self.show_item(running or rows[0].uid)
        super().focusInEvent(event)

    def _on_theme(self) -> None:
        self.measure_again()
        self.keep_running_in_view()

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._review and now.isValid():
            self.item_activated.emit(self.plan().row_at(now.row()).uid)


class PlanColumn(QFrame):
    """Heading, the list of items, and the step's own conclusion bottom left."""

    def __init__(
        self, theme: Theme, *, review: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slim = False
        self._texts: dict[QPushButton, str] = {}
        self.setProperty("surface", "sunk")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._heading = QWidget()
        head = row(margins=(20, 12, 16, 6))
        self._heading.setLayout(head)
        head.addWidget(label(self.tr("Plan"), Role.SECTION))
        head.addStretch()
        head.addWidget(label(self.tr("Statements"), Role.META))
        self.list = PlanList(theme, review=review)
        self.model = PlanModel(self)
        self.list.setModel(self.model)
        self.footer = row(spacing=8)
        layout = column(spacing=0)
        self.setLayout(layout)
        layout.addWidget(self._heading)
        layout.addWidget(self.list, 1)
        layout.addLayout(self.footer)
        theme.changed.connect(self._resize)
        self._resize()

    def add_button(self, target: QPushButton, stretch: int = 0) -> None:
        """Put a button into the foot; the filled one comes last and stretches. Needs an icon."""
        target.setProperty("buttonSize", "conclusion")
        self._texts[target] = target.text()
        self.footer.addWidget(target, stretch)
        self._fit()

    def set_button_text(self, target: QPushButton, text: str) -> None:
        """Change what a button of the foot says; without room it says it in the tooltip."""
        self._texts[target] = text
        self._fit()

    def set_slim(self, *, slim: bool) -> None:
        """64 pixels of badges in windows below 720."""
        if slim == self._slim:
            return
        self._slim = slim
        self._heading.setVisible(not slim)
        self.list.set_slim(slim=slim)
        self._resize()

    def _resize(self) -> None:
        slim = self._slim
        self.setFixedWidth(self._theme.px(SLIM_WIDTH) if slim else self._theme.gap(WIDTH))
        left, right = (8, 8) if slim else (16, 11)
        self.footer.setContentsMargins(left, 8, right, 16)
        direction = QBoxLayout.Direction
        self.footer.setDirection(direction.TopToBottom if slim else direction.LeftToRight)
        self._fit()

    def _fit(self) -> None:
        """Show the texts of the buttons. Words stay as long as icons and letters can give way."""
        for target in self._texts:
            self._show_whole(target, shown=not self._slim)
        targets = [target for target in self._texts if not _was_hidden(target)]
        if self._slim or not targets:
            return
        first, last = targets[0], targets[-1]
        for shorten in (
            partial(last.setIcon, QIcon()),
            partial(first.setIcon, QIcon()),
            partial(self._elide, last, targets, _LEAST_LETTERS),
            partial(self._show_whole, last, shown=True),
            partial(self._show_whole, first, shown=first is last),
            partial(self._elide, last, targets, 1),
        ):
            if self._missing(targets) <= 0:
                return
            shorten()

    def _show_whole(self, target: QPushButton, *, shown: bool) -> None:
        """Icon and text, or only the icon, which then says it in the tooltip."""
        show_text(target, self._theme, self._texts[target], shown=shown)
        name, tone = target.property("iconName"), target.property("iconTone")
        self._theme.set_icon(target, name, tone or "")

    def _missing(self, targets: Sequence[QPushButton]) -> int:
        """How many pixels the buttons are too wide for the foot."""
        margins = self.footer.contentsMargins()
        room = self.contentsRect().width() - margins.left() - margins.right()
        gaps = self.footer.spacing() * (len(targets) - 1)
        return sum(target.sizeHint().width() for target in targets) + gaps - room

    def _elide(self, target: QPushButton, targets: Sequence[QPushButton], least: int) -> None:
        """Let the end of a text give way, unless too few letters would be left to read."""
        text, metrics = self._texts[target], target.fontMetrics()
        room = metrics.horizontalAdvance(text) - self._missing(targets)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if len(elided) > least:
            target.setText(elided)
            target.setToolTip(text)
            target.setAccessibleName(text)


def _was_hidden(target: QWidget) -> bool:
    """Whether somebody hid it: what was only just added counts as hidden, too, for Qt."""
    return target.isHidden() and target.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
