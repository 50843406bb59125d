"""The preview: white pages on the ground of the window, scrolled and zoomed.

A new paper is built a slice at a time and shown as soon as it reaches the place the reader looks
at; until then the old one stays. The place is kept by the nearest heading above it.
"""

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from ui.print import HEIGHT, WIDTH, Paper
from ui.theme import Theme

SLICE = 0.012
"""Seconds of building between two looks at what the user does."""
ZOOMS = (50, 60, 75, 90, 100, 110, 125, 150, 175, 200)
_WIDEST_FIT = 1.5
_GAP = 16
_SIDE = 30
_READER_LINE = 0.3
"""The part of the window above the line that counts for "Seite 2 von 5"."""
_FIT = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: so far below a heading (empty: below the top of the first page)."""

    anchor: str = ""
    below: float = 0.0


class PaperView(QAbstractScrollArea):
    """Shows a ``Paper``. Pages in its signal count from 1."""

    page_changed = Signal(int, int)
    zoom_changed = Signal(int)
    """In percent of the paper's real size."""
    completed = Signal()
    """The last page of the newest paper is there."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paper: Paper | None = None
        self._coming: Paper | None = None
        self._place = Place()
        self._percent = _FIT
        self._scale = 1.0
        self._reported = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build_on)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._report)
        theme.changed.connect(self.viewport().update)

    # -- papers -----------------------------------------------------------------------------

    @property
    def paper(self) -> Paper | None:
        """What is shown now."""
        return self._paper

    @property
    def is_complete(self) -> bool:
        """True when nothing is being built any more."""
        return self._paper is not None and self._coming is None

    def show_paper(self, paper: Paper, *, from_top: bool = False) -> None:
        """Build and show another paper, at the same place unless ``from_top``."""
        self._place = Place() if from_top else self.place()
        if from_top:
            self._paper = None
        self._coming = paper
        self._timer.start()
        self._build_on()

    def clear(self) -> None:
        """Show nothing."""
        self._timer.stop()
        self._paper = self._coming = None
        self._fit_ranges()
        self.viewport().update()

    def _build_on(self) -> None:
        paper = self._coming
        if paper is None:
            self._timer.stop()
            return
        done = paper.build(SLICE)
        if self._paper is not paper and (done or self._reaches_place(paper)):
            self._paper = paper
            self._fit_ranges()
            self.go_to(self._place)
        elif self._paper is paper:
            self._fit_ranges()
        if done:
            self._coming = None
            self._timer.stop()
            self.go_to(self._place)
        self._report()
        self.viewport().update()
        if done:
            self.completed.emit()

    def _reaches_place(self, paper: Paper) -> bool:
        """Whether enough of it is there to stand still while the rest comes."""
        top = paper.top_of(self._place.anchor) if self._place.anchor else 0.0
        if top is None:
            return False
        seen = self.viewport().height() / self._scale
        return paper.page_count * HEIGHT > top + self._place.below + seen + 2 * HEIGHT

    # -- place ------------------------------------------------------------------------------

    def place(self) -> Place:
        """Where the reader is, in words that hold for the next paper too."""
        paper = self._paper
        if paper is None:
            return self._place
        offset = self._offset_of(self.verticalScrollBar().value())
        tops = [(paper.top_of(anchor) or 0.0, anchor) for anchor in paper.anchors]
        number = bisect_right([top for top, _ in tops], offset + 1)
        if number == 0:
            return Place("", offset)
        top, anchor = tops[number - 1]
        return Place(anchor, offset - top)

    def go_to(self, place: Place) -> None:
        """Bring a place to the upper edge; a heading that is gone leaves the view as it is."""
        paper = self._paper
        if paper is None:
            return
        top = paper.top_of(place.anchor) if place.anchor else 0.0
        if top is None:
            return
        following = [t for a in paper.anchors if (t := paper.top_of(a) or 0.0) > top]
        below = place.below
        if place.anchor and following:
            below = min(below, following[0] - top)
        self.verticalScrollBar().setValue(self._value_of(top + below))

    def go_to_heading(self, anchor: str) -> None:
        """Show the part that begins with a heading."""
        self.go_to(Place(anchor, -20 / self._scale))

    def _value_of(self, offset: float) -> int:
        if offset <= 0:
            return 0  # the ground above the first page belongs to it
        page = int(offset // HEIGHT)
        return round(_GAP + page * self._step() + (offset - page * HEIGHT) * self._scale)

    def _offset_of(self, value: int) -> float:
        page, inside = divmod(max(0, value - _GAP), self._step())
        return page * HEIGHT + min(inside / self._scale, HEIGHT)

    def _step(self) -> float:
        return HEIGHT * self._scale + _GAP

    # -- zoom -------------------------------------------------------------------------------

    @property
    def percent(self) -> int:
        """The zoom as the user reads it."""
        return round(self._scale * 100)

    def zoom_in(self) -> None:
        """The next larger step."""
        self._set_percent(next((zoom for zoom in ZOOMS if zoom > self.percent), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """The next smaller step."""
        self._set_percent(next((z for z in reversed(ZOOMS) if z < self.percent), ZOOMS[0]))

    def fit_width(self) -> None:
        """As wide as there is room."""
        self._set_percent(_FIT)

    def _set_percent(self, percent: int) -> None:
        place = self.place()
        self._percent = percent
        self._fit_ranges()
        self.go_to(place)
        self.viewport().update()

    def _fitting_scale(self) -> float:
        if self._percent:
            return self._percent / 100
        room = self.viewport().width() - 2 * _SIDE
        return min(max(room / WIDTH, ZOOMS[0] / 100), _WIDEST_FIT)

    # -- geometry ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another zoom as long as the width is to be filled."""
        super().resizeEvent(event)
        place = self.place()
        self._fit_ranges()
        self.go_to(place)

    def _fit_ranges(self) -> None:
        before, self._scale = self.percent, self._fitting_scale()
        pages = self._paper.page_count if self._paper else 0
        height = round(_GAP + pages * self._step())
        size = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, height - size.height()))
        down.setPageStep(round(size.height() * 0.9))
        down.setSingleStep(self._theme.px(40))
        across.setRange(0, max(0, round(WIDTH * self._scale) + 2 * _GAP - size.width()))
        across.setPageStep(size.width())
        if self.percent != before:
            self.zoom_changed.emit(self.percent)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Pages are painted anew."""
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """About a page."""
        return QSize(round(WIDTH * 0.9), round(HEIGHT * 0.6))

    # -- keys and wheel ---------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.zoom_in()
        elif event.angleDelta().y() < 0:
            self.zoom_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages scroll, Home and End lead to the first and the last page."""
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
        }
        key = Qt.Key(event.key())
        if key in steps:
            bar.setValue(steps[key])
        elif event.text() == "+":
            self.zoom_in()
        elif event.text() == "-":
            self.zoom_out()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page in front shows that it has the keys."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And no longer."""
        super().focusOutEvent(event)
        self.viewport().update()

    # -- painting ---------------------------------------------------------------------------

    def current_page(self) -> int:
        """The page the reader looks at, from 0."""
        value = self.verticalScrollBar().value() + self.viewport().height() * _READER_LINE
        pages = self._paper.page_count if self._paper else 1
        return min(max(0, int((value - _GAP) // self._step())), pages - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in sight."""
        if self._paper is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start = self.verticalScrollBar().value() + event.rect().top() - _GAP
        last = start + event.rect().height() + _GAP
        for number in range(self._paper.page_count):
            top = number * self._step()
            if top <= last and top + self._step() >= start:
                self._paint_page(painter, number)

    def _paint_page(self, painter: QPainter, number: int) -> None:
        paper = self._paper
        corner = self.corner_of(number)
        box = QRectF(corner, QSize(round(WIDTH * self._scale), round(HEIGHT * self._scale)))
        focused = self.hasFocus() and number == self.current_page()
        tokens = self._theme.tokens
        painter.setPen(QPen(tokens.focus if focused else tokens.line, 2 if focused else 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(box.adjusted(-1, -1, 1, 1))
        painter.save()
        painter.translate(QPointF(corner))
        painter.scale(self._scale, self._scale)
        if paper is not None:
            paper.paint_page(painter, number)
        painter.restore()

    def corner_of(self, number: int) -> QPoint:
        """Where a page (from 0) lies in the viewport."""
        spare = self.viewport().width() - WIDTH * self._scale
        left = max(float(_GAP), spare / 2) - self.horizontalScrollBar().value()
        top = _GAP + number * self._step() - self.verticalScrollBar().value()
        return QPoint(round(left), round(top))

    def _report(self) -> None:
        if self._paper is None:
            return
        now = (self.current_page() + 1, self._paper.page_count)
        if now != self._reported:
            self._reported = now
            self.page_changed.emit(*now)
            self.setAccessibleDescription(self._paper.text_of(now[0] - 1))
