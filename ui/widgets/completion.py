"""Proposals for what is being typed: at most five rows above the entry line.

The popup is an ordinary widget, never a window of its own: it cannot take the focus and no key is
lost to it. The entry line moves its cursor, takes a row with Tab and hides it with Esc.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QListView,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from app.domain.entry import Completion, Sign
from app.domain.initials import initials
from app.domain.proposals import MAX_PROPOSALS
from app.domain.text import fold
from app.domain.vocabulary import StatementKind
from ui.icons import KIND_ICONS, paint_icon
from ui.models.row_model import Row, RowModel
from ui.style.fonts import Role
from ui.theme import Theme, tone_of
from ui.widgets.badges import Badges
from ui.widgets.row_list import RowDelegate

_ROW = 44
_WIDTH = 430
_PADDING = 5
_ABOVE = 12
"""Empty room above the rows, so that they do not touch what lies above."""
_ICONS = {Sign.PERSON: "user-plus", Sign.BLOCK: "notes"}
_SIGNS = "@#/;"


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal; ``typed`` is how much of its label stands in the line already."""

    completion: Completion
    typed: int
    detail: str
    key: str
    """The name of the key that takes it, shown at the current row."""

    @property
    def uid(self) -> str:
        """The sign and its value."""
        return f"{self.completion.what}:{self.completion.value}"

    @property
    def accessible(self) -> str:
        """Label and detail in words."""
        return ", ".join(filter(None, (self.completion.label, self.detail)))


class ProposalDelegate(RowDelegate):
    """Avatar or icon, the label with the typed part bold, the organisation behind it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._badges = Badges(theme)
        theme.changed.connect(self._badges.refresh)

    def estimate(self, row: Row, width: int) -> int:
        """All rows are equally high."""
        return self.height(row, width)

    def height(self, _row: Row, _width: int) -> int:
        """All rows are equally high."""
        return self._theme.px(_ROW)

    def paint_row(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """Paint a proposal."""
        assert isinstance(row, ProposalRow)  # noqa: S101 – nothing else is shown here
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tokens.tint)
            painter.drawRoundedRect(QRectF(box), 7, 7)
        self._paint_sign(painter, box, row.completion)
        left: float = box.left() + self._theme.px(46)
        right: float = box.right() - self._theme.gap(12)
        if current:
            right = self._paint_key(painter, box, row.key, right)
        self._paint_words(painter, box, row, left, right)

    def _paint_sign(self, painter: QPainter, box: QRect, completion: Completion) -> None:
        size = self._theme.px(28)
        middle = box.top() + box.height() / 2
        left = box.left() + self._theme.px(8)
        if completion.what is Sign.PERSON and not completion.is_new:
            ring = QRectF(left, middle - size / 2, size, size)
            self._badges.paint_avatar(painter, ring, initials(completion.label), size=12)
            return
        icon, color = self._icon(completion)
        side = self._theme.px(18)
        paint_icon(painter, icon, color, left + (size - side) / 2, middle - side / 2, side)

    def _icon(self, completion: Completion) -> tuple[str, QColor]:
        tokens = self._theme.tokens
        if completion.what is not Sign.KIND:
            return _ICONS.get(completion.what, "tag"), tokens.ink2
        kind = StatementKind(completion.value)
        return KIND_ICONS[kind], tokens.chip(tone_of(kind)).ink

    def _paint_key(self, painter: QPainter, box: QRect, key: str, right: float) -> float:
        font = self._theme.font(Role.CHIP)
        painter.setFont(font)
        painter.setPen(self._theme.tokens.ink2)
        width = QFontMetricsF(font).horizontalAdvance(key)
        self._write(painter, box, right - width, key)
        return right - width - self._theme.gap(10)

    def _paint_words(
        self, painter: QPainter, box: QRect, row: ProposalRow, left: float, right: float
    ) -> None:
        tokens, label = self._theme.tokens, row.completion.label
        parts = (
            (label[: row.typed], Role.STRONG, tokens.ink),
            (label[row.typed :], Role.BODY, tokens.ink),
            (f"  {row.detail}" if row.detail else "", Role.META, tokens.ink2),
        )
        for text, role, color in parts:
            font = self._theme.font(role)
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, right - left))
            painter.setFont(font)
            painter.setPen(color)
            self._write(painter, box, left, shown)
            left += metrics.horizontalAdvance(shown)

    def _write(self, painter: QPainter, box: QRect, x: float, text: str) -> None:
        middle = box.top() + box.height() / 2
        baseline = round(middle + painter.fontMetrics().capHeight() / 2)
        painter.drawText(QPointF(x, baseline), text)


class CompletionPopup(QFrame):
    """The proposals of the moment; hidden while there are none.

    ``room`` tells how high it may become, so that a low window shows fewer rows. ``chosen``
    carries the ``Completion`` that was clicked.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        room: Callable[[], int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room = room
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Proposals"))
        self._model: RowModel[ProposalRow] = RowModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        delegate = ProposalDelegate(theme)
        delegate.setParent(self._list)
        self._list.setItemDelegate(delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setAccessibleName(self.tr("Proposals"))
        self._list.clicked.connect(self._click)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _ABOVE + _PADDING, _PADDING, _PADDING)
        layout.addWidget(self._list)
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(22)
        self._shadow.setOffset(0, 5)
        self._shadow.setColor(QColor(0, 0, 0, 46))
        self.setGraphicsEffect(self._shadow)
        theme.changed.connect(self._resize)
        self.hide()

    def show_proposals(self, proposals: Sequence[Completion], line: str) -> None:
        """Show these, the first one current; none hides the popup."""
        if not proposals and self.isHidden():
            return
        fitting = self._fitting() if proposals else 0
        rows = [self._row(proposal, line) for proposal in proposals[:fitting]]
        if [row.uid for row in rows] != [row.uid for row in self._model.rows()]:
            self._model.set_rows(rows)
            self._set_current(0)
        else:
            for row in rows:
                self._model.update_row(row)
        self.setVisible(bool(rows))
        self._resize()

    def proposals(self) -> tuple[Completion, ...]:
        """What is shown."""
        return tuple(row.completion for row in self._model.rows()) if self.isVisible() else ()

    def is_open(self) -> bool:
        """Whether there is something to choose."""
        return not self.isHidden() and self._model.rowCount() > 0

    def close_proposals(self) -> None:
        """Hide it."""
        self._model.set_rows([])
        self.hide()

    def current(self) -> Completion | None:
        """The proposal Tab would take."""
        index = self._list.currentIndex()
        return self._model.row_at(index.row()).completion if index.isValid() else None

    def go(self, steps: int) -> None:
        """Move up or down, from the last to the first too."""
        count = self._model.rowCount()
        if count:
            self._set_current((self._list.currentIndex().row() + steps) % count)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        rows = self._model.rowCount()
        return QSize(self._theme.px(_WIDTH), rows * self._theme.px(_ROW) + _ABOVE + 2 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        """The rows are never cut."""
        return QSize(self._theme.px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with a border that can be seen on paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.tokens.control)
        painter.setBrush(self._theme.tokens.surface)
        box = QRectF(self.rect()).adjusted(0.5, _ABOVE + 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 10, 10)

    def _row(self, proposal: Completion, line: str) -> ProposalRow:
        typed = line[proposal.start : proposal.end].lstrip(_SIGNS)
        fits = fold(proposal.label).startswith(fold(typed))
        detail = self._detail(proposal)
        return ProposalRow(proposal, len(typed) if fits else 0, detail, self.tr("Tab"))

    def _detail(self, proposal: Completion) -> str:
        if not proposal.is_new:
            return proposal.detail
        if proposal.what is not Sign.PERSON:
            return self.tr("new theme")
        return " · ".join(filter(None, (proposal.detail, self.tr("add to the session"))))

    def _fitting(self) -> int:
        """How many rows there is room for; at least one."""
        if self._room is None:
            return MAX_PROPOSALS
        return max(1, (self._room() - _ABOVE - 2 * _PADDING) // self._theme.px(_ROW))

    def _set_current(self, number: int) -> None:
        self._list.setCurrentIndex(self._model.index(number))

    def _resize(self) -> None:
        self.setMaximumWidth(self._theme.px(_WIDTH))
        self.setFixedHeight(self.sizeHint().height())

    def _click(self) -> None:
        current = self.current()
        if current is not None:
            self.chosen.emit(current)
