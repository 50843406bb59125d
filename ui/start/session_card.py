"""The large card: the session of today, or the next one, with what is still open for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ui.icons import pixmap
from ui.start.overview import Field
from ui.start.plan_band import BandItem, PlanBand
from ui.start.point_button import PointButton
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import ElidedLabel, label

_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class PointText:
    """A finding in words; ``field`` is where an open one leads."""

    text: str
    settled: bool
    field: Field


@dataclass(frozen=True, slots=True)
class CardContent:
    """Everything the card says. Empty texts are left out; ``link`` is the second, quiet way."""

    session_uid: str
    title: str
    detail: str
    times: str
    place: str
    items: tuple[BandItem, ...]
    points: tuple[PointText, ...]
    action: str
    action_icon: str
    link: str


class SessionCard(QFrame):
    """Shows one session.

    Signals:
        main_wanted(str): the large button; the uid of the session.
        prepare_wanted(str): the link below it.
        field_wanted(object): an open point; its ``Field``.
    """

    main_wanted = Signal(str)
    prepare_wanted = Signal(str)
    field_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content: CardContent | None = None
        self._points: list[PointButton] = []
        self._narrow = False
        self.setProperty("surface", "today")
        self.title = ElidedLabel("", Role.QUESTION)
        self.detail = ElidedLabel("", Role.CAPTION)
        self._when, self._clock, self.times = QWidget(), QLabel(), label()
        self._pin, self.place = QLabel(), ElidedLabel()
        self.band = PlanBand(theme)
        self.points_title = label(self.tr("State of the preparation"), Role.SECTION)
        self.main_button = button(theme, "", icon="player-play", variant="primary", size="large")
        self.link = button(theme, "", variant="link")
        self.main_button.clicked.connect(self._emit_main)
        self.link.clicked.connect(self._emit_prepare)
        self._points_grid = QGridLayout()
        self._bottom = QGridLayout()
        self._build()
        theme.changed.connect(self._refresh)
        self._refresh()

    @property
    def content(self) -> CardContent | None:
        """What is shown."""
        return self._content

    def points(self) -> Sequence[PointButton]:
        """The points, as they stand."""
        return tuple(self._points)

    def show_content(self, content: CardContent) -> None:
        """Show a session."""
        self._content = content
        self.title.setText(content.title)
        self.detail.setText(content.detail)
        self.detail.setVisible(bool(content.detail))
        self.times.setText(content.times)
        self._when.setVisible(bool(content.times))
        self.place.setText(content.place)
        self._pin.setVisible(bool(content.place))
        self.band.show_items(content.items)
        self.band.setVisible(bool(content.items))
        self.main_button.setText(content.action)
        self._theme.set_icon(self.main_button, content.action_icon, size=20)
        self.link.setText(content.link)
        self.link.setVisible(bool(content.link))
        self._show_points(content.points)

    def set_narrow(self, *, narrow: bool) -> None:
        """Button below the points instead of beside them."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._place_bottom()

    def _build(self) -> None:
        layout = column(spacing=0)
        self.setLayout(layout)
        facts, when, where = row(spacing=36), row(spacing=10), row(spacing=10)
        for part in (self._clock, self.times):
            when.addWidget(part)
        where.addWidget(self._pin)
        where.addWidget(self.place, 1)
        self._when.setLayout(when)
        facts.addWidget(self._when)
        facts.addLayout(where, 1)
        self._buttons = QWidget()
        buttons = column(spacing=6)
        self._buttons.setLayout(buttons)
        buttons.addWidget(self.main_button)
        buttons.addWidget(self.link)
        self._left = QWidget()
        left = column(spacing=8)
        self._left.setLayout(left)
        left.addWidget(self.points_title)
        left.addLayout(self._points_grid)
        left.addStretch(1)
        self._points_grid.setHorizontalSpacing(24)
        self._points_grid.setVerticalSpacing(4)
        self._bottom.setHorizontalSpacing(24)
        self._bottom.setVerticalSpacing(12)
        layout.addWidget(self.title)
        layout.addSpacing(6)
        layout.addWidget(self.detail)
        layout.addSpacing(10)
        layout.addLayout(facts)
        layout.addSpacing(22)
        layout.addWidget(self.band)
        layout.addSpacing(20)
        layout.addLayout(self._bottom)
        self._place_bottom()

    def _place_bottom(self) -> None:
        for part in (self._left, self._buttons):
            self._bottom.removeWidget(part)
        place = (1, 0) if self._narrow else (0, 1)
        self._bottom.addWidget(self._left, 0, 0)
        self._bottom.addWidget(self._buttons, *place)
        self._bottom.setColumnStretch(0, 1)

    def _show_points(self, points: Sequence[PointText]) -> None:
        for old in self._points:
            self._points_grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._points = [PointButton(self._theme, p.text, settled=p.settled) for p in points]
        for number, (widget, point) in enumerate(zip(self._points, points, strict=True)):
            widget.clicked.connect(partial(self._emit_field, point.field))
            self._points_grid.addWidget(widget, number // _COLUMNS, number % _COLUMNS)
        for at in range(_COLUMNS):
            self._points_grid.setColumnStretch(at, 1)
        self.points_title.setVisible(bool(points))

    def _emit_main(self) -> None:
        if self._content is not None:
            self.main_wanted.emit(self._content.session_uid)

    def _emit_prepare(self) -> None:
        if self._content is not None:
            self.prepare_wanted.emit(self._content.session_uid)

    def _emit_field(self, field: Field, _checked: bool = False) -> None:
        self.field_wanted.emit(field)

    def _refresh(self) -> None:
        theme = self._theme
        pad = theme.gap(26)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(pad, theme.gap(20), pad, theme.gap(14))
        self.main_button.setMinimumWidth(theme.px(246))
        self._clock.setPixmap(self._icon("clock"))
        self._pin.setPixmap(self._icon("map-pin"))

    def _icon(self, name: str) -> QPixmap:
        return pixmap(name, self._theme.color("ink2"), self._theme.px(18))
