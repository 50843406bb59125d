"""The start page with sessions: the one for today large, then lists of everything else."""

from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.start.list_view import ListView
from ui.start.promise import PromiseLine
from ui.start.session_card import SessionCard
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import card, column, row
from ui.widgets.labels import ElidedLabel, label, wrapped

_LEFT, _RIGHT = 836, 418
_WIDEST = 1160


class HomePage(QWidget):
    """Two columns, or one below the other when the window is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.overline = ElidedLabel("", Role.OVERLINE)
        self.card = SessionCard(theme)
        self.nothing = self._nothing_near()
        self.sessions_title = label("", Role.TITLE)
        self.all_button = button(theme, "", variant="link")
        self.sessions = ListView(theme, self.tr("Sessions"))
        self.ways = ListView(theme, self.tr("New"))
        self.series_title = label(self.tr("Series"), Role.TITLE)
        self.all_series_button = button(theme, "", variant="link")
        self.series = ListView(theme, self.tr("Series"))
        saved = self.tr("Everything stays on this computer. Every statement recorded is saved.")
        self.promise = PromiseLine(theme, "shield-check", "settled", saved)
        self.backup = PromiseLine(theme, "history", "ink2")
        self.backup.hide()
        self.backups_button = button(theme, self.tr("Backups …"), variant="link")
        self._grid = QGridLayout()
        self._build()
        theme.changed.connect(self._refresh)
        self._refresh()

    def set_narrow(self, *, narrow: bool) -> None:
        """The right column below the left one."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.card.set_narrow(narrow=narrow)
            self._arrange()

    def show_card(self, *, shown: bool) -> None:
        """The large card, or the sentence that nothing is near."""
        self.card.setVisible(shown)
        self.overline.setVisible(shown)
        self.nothing.setVisible(not shown)

    def show_sessions(self, *, shown: bool) -> None:
        """Whether there are sessions beside the one on the card."""
        self.sessions_title.setVisible(shown)
        self._sessions_frame.setVisible(shown)

    def show_series(self, *, shown: bool) -> None:
        """Whether there are any series to show."""
        self.series_title.setVisible(shown)
        self.all_series_button.setVisible(False)
        self._series_frame.setVisible(shown)

    def _nothing_near(self) -> QFrame:
        frame, layout = card(padding=24, spacing=12)
        layout.addWidget(wrapped(self.tr("No session in the next 14 days"), Role.TITLE))
        self.new_button: QPushButton = button(
            self._theme,
            self.tr("Prepare a session"),
            icon="calendar-plus",
            variant="primary",
            size="conclusion",
        )
        line = row()
        line.addWidget(self.new_button)
        line.addStretch(1)
        layout.addLayout(line)
        return frame

    def _build(self) -> None:
        outer = row()
        self.setLayout(outer)
        self._middle = QWidget()
        outer.addStretch(1)
        outer.addWidget(self._middle, 10_000)
        outer.addStretch(1)
        self._middle.setLayout(self._grid)
        self._left = self._left_column()
        self._right = self._right_column()
        self._arrange()

    def _left_column(self) -> QWidget:
        result = QWidget()
        layout = column(spacing=0)
        result.setLayout(layout)
        layout.addWidget(self.overline)
        layout.addSpacing(9)
        layout.addWidget(self.card)
        layout.addWidget(self.nothing)
        layout.addSpacing(16)
        layout.addLayout(_head(self.sessions_title, self.all_button))
        layout.addSpacing(6)
        self._sessions_frame = _in_card(layout, self.sessions)
        layout.addStretch(1)
        return result

    def _right_column(self) -> QWidget:
        result = QWidget()
        layout = column(spacing=0)
        result.setLayout(layout)
        layout.addWidget(label(self.tr("New"), Role.SECTION))
        layout.addSpacing(9)
        _in_card(layout, self.ways)
        layout.addSpacing(26)
        layout.addLayout(_head(self.series_title, self.all_series_button))
        layout.addSpacing(6)
        self._series_frame = _in_card(layout, self.series)
        layout.addSpacing(30)
        layout.addWidget(self.promise)
        layout.addSpacing(16)
        layout.addWidget(self.backup)
        line = row()
        line.addSpacing(self._theme.px(28))  # below the words of the lines above
        line.addWidget(self.backups_button)
        line.addStretch(1)
        layout.addSpacing(4)
        layout.addLayout(line)
        layout.addStretch(1)
        return result

    def _arrange(self) -> None:
        for part in (self._left, self._right):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._left, 0, 0)
        place = (1, 0) if self._narrow else (0, 1)
        self._grid.addWidget(self._right, *place)
        self._grid.setColumnStretch(0, _LEFT)
        self._grid.setColumnStretch(1, 0 if self._narrow else _RIGHT)
        self._refresh()

    def _refresh(self) -> None:
        theme = self._theme
        side = 24 if self._narrow else 40
        self._grid.setContentsMargins(side, 20, side, 12)
        self._grid.setHorizontalSpacing(0 if self._narrow else 32)
        self._grid.setVerticalSpacing(28)
        self._middle.setMaximumWidth(theme.px(_WIDEST + _RIGHT))


def _head(title: QLabel, link: QPushButton) -> QHBoxLayout:
    line = row()
    line.addWidget(title)
    line.addStretch(1)
    line.addWidget(link)
    link.setProperty("flush", "right")
    link.hide()
    return line


def _in_card(layout: QVBoxLayout, content: QWidget) -> QFrame:
    frame, inner = card(padding=0, spacing=0)
    inner.setContentsMargins(1, 1, 1, 1)
    inner.addWidget(content)
    layout.addWidget(frame)
    return frame
