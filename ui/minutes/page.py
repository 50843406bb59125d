"""Protokoll as a page: choices left, the paper in the middle, notes right."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.texts import Texts
from ui.minutes.choices import UNLIMITED, Choices
from ui.minutes.notes import WIDTH as NOTES_WIDTH
from ui.minutes.notes import Notes
from ui.minutes.paper_view import PaperView
from ui.theme import Role, Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import column, row
from ui.widgets.labels import ElidedLabel, label, tabular, wrapped
from ui.widgets.tab_row import TabRow

PREVIEW = 1
"""The tab in the middle, chosen when the window becomes narrow."""


class MinutesPage(QWidget):
    """Layout only. In narrow windows the three columns become three tabs."""

    shown = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self._right_wanted = True
        self.setProperty("surface", "paper")
        self._wide = QWidget(self)
        self.choices = Choices(theme, texts, self._wide)
        self.notes = Notes(theme, texts, self._wide)
        self.paper = PaperView(theme, self.tr("Preview"))
        self.page_label = tabular(ElidedLabel("", Role.META))
        self.zoom_out = icon_button(theme, "zoom-out", self.tr("Smaller"))
        self.zoom_in = icon_button(theme, "zoom-in", self.tr("Larger"))
        self.zoom_button = button(theme, "100 %", variant="flat")
        self.zoom_button.setToolTip(self.tr("Fit to the width"))
        self.template_note = wrapped("", Role.CAPTION)
        self.tabs = TabRow([self.tr("Choices"), self.tr("Preview"), self.tr("Notes")])
        self._title = label(self.tr("Preview"), Role.TITLE)
        self._stack = QStackedWidget()
        self._foot = QWidget()
        self._foot_layout = row(margins=(16, 8, 16, 12))
        self.middle = self._make_middle()
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden can be drawn now."""
        super().showEvent(event)
        self.shown.emit()

    # -- what the controller shows ----------------------------------------------------------

    def show_page_number(self, number: int, count: int) -> None:
        """As in "Seite 1 von 5"."""
        text = self.tr("Page %1 of %2").replace("%1", str(number)).replace("%2", str(count))
        self.page_label.setText(text)

    def show_template(self, name: str) -> None:
        """Which template is used, and that the preview does not show what only it has."""
        self.choices.show_template(name)
        text = self.tr("Letterhead and fonts of “%1” are not shown in the preview.")
        self.template_note.setText(text.replace("%1", name))
        self.template_note.setVisible(bool(name))

    def show_zoom(self, percent: int) -> None:
        """As in "110 %"."""
        text = self.tr("%1 %").replace("%1", str(percent))
        self.zoom_button.setText(text)
        name = self.tr("Zoom %1, fit to the width").replace("%1", text)
        self.zoom_button.setAccessibleName(name)

    def show_note_count(self, count: int) -> None:
        """How many notes wait behind the tab."""
        name = self.tr("Notes")
        self.tabs.set_name(2, f"{name} ({count})" if count else name)

    def show_notes(self) -> None:
        """Bring the right column to the front, also in a narrow window."""
        self._right_wanted = True
        if self._narrow:
            self._show_tab(2)
        else:
            self.notes.show()

    def toggle_right(self) -> None:
        """F11."""
        if not self._narrow:
            self._right_wanted = not self._right_wanted
            self.notes.setVisible(self._right_wanted)

    def set_narrow(self, *, narrow: bool) -> None:
        """Three columns, or three tabs with the conclusion below them."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for part in (self.choices, self.middle, self.notes):
            self._columns.removeWidget(part)
            self._stack.removeWidget(part)
        if narrow:
            self._use_tabs()
        else:
            self._use_columns()
        self._order_tabs()
        self._wide.setVisible(not narrow)
        self._title.setVisible(not narrow)
        for part in (self.tabs, self._stack, self._foot):
            part.setVisible(narrow)

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        layout = column(spacing=0)
        self.setLayout(layout)
        self._columns: QHBoxLayout = row(spacing=0)
        self._wide.setLayout(self._columns)
        self._foot.setLayout(self._foot_layout)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._wide, 1)
        layout.addWidget(self._foot)
        for part in (self.tabs, self._stack, self._foot):
            part.hide()
        self._use_columns()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Left, centre, right, and the conclusion last."""
        tabs = tuple(self.tabs.tab(number) for number in range(3))
        buttons = (self.zoom_out, self.zoom_button, self.zoom_in)
        for before, after in pairwise((*tabs, *self.choices.controls(), *buttons)):
            QWidget.setTabOrder(before, after)
        # From the last to the first: Qt takes the end and the beginning of a page for neighbours
        # and would leave the conclusion at the beginning.
        conclusion = (self.choices.other_button, self.choices.save_button)
        for after in (*reversed(conclusion), self.notes.first_stop, self.paper):
            QWidget.setTabOrder(self.zoom_in, after)
        self.notes.order_tabs()

    def _use_columns(self) -> None:
        self.choices.take_button()
        self.choices.set_framed(framed=True)
        self.notes.setFixedWidth(self._theme.gap(NOTES_WIDTH))
        self._columns.addWidget(self.choices)
        self._columns.addWidget(self.middle, 1)
        self._columns.addWidget(self.notes)
        for part in (self.choices, self.middle):
            part.show()
        self.notes.setVisible(self._right_wanted)

    def _use_tabs(self) -> None:
        self.choices.set_framed(framed=False)
        self.notes.setMinimumWidth(0)
        self.notes.setMaximumWidth(UNLIMITED)
        for part in (self.choices, self.middle, self.notes):
            self._stack.addWidget(part)
        for each in (self.choices.save_button, self.choices.other_button):
            self._foot_layout.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        self._foot_layout.addStretch()
        self._show_tab(PREVIEW)

    def _make_middle(self) -> QWidget:
        result = QWidget()
        layout: QVBoxLayout = column(spacing=0)
        result.setLayout(layout)
        head = row(spacing=8, margins=(16, 12, 16, 8))
        head.addWidget(self._title)
        head.addSpacing(4)
        head.addWidget(self.page_label, 1)
        for part in (self.zoom_out, self.zoom_button, self.zoom_in):
            head.addWidget(part)
        layout.addLayout(head)
        self.template_note.setContentsMargins(16, 0, 16, 8)
        self.template_note.hide()
        layout.addWidget(self.template_note)
        layout.addWidget(self.paper, 1)
        result.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return result

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_tab)
        self.zoom_in.clicked.connect(self.paper.zoom_in)
        self.zoom_out.clicked.connect(self.paper.zoom_out)
        self.zoom_button.clicked.connect(self.paper.fit_width)
        self.paper.page_changed.connect(self.show_page_number)
        self.paper.zoom_changed.connect(self.show_zoom)
        self._theme.changed.connect(self._fit)

    def _show_tab(self, number: int) -> None:
        self.tabs.set_current(number)
        self._stack.setCurrentIndex(number)

    def _fit(self) -> None:
        if not self._narrow:
            self.notes.setFixedWidth(self._theme.gap(NOTES_WIDTH))
