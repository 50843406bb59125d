"""Vorbereiten: form, plan and participants side by side, or as tabs in a narrow window."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from app.texts import Texts
from ui.pages import Extent
from ui.prepare.form import SessionForm
from ui.prepare.people_panel import PeoplePanel
from ui.prepare.plan_panel import PlanPanel
from ui.theme import Theme
from ui.widgets.frames import column, row, surface
from ui.widgets.tab_row import TabRow

FORM, PLAN, PEOPLE = range(3)
_PEOPLE_WIDTH = 406
_STRETCH = (60, 45)
"""How plan and people share what the form leaves, up to the width of the people."""


class PreparePage(QWidget):
    """Layout only; ``columns`` are the three parts in their order."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.form = SessionForm(theme, texts)
        self.plan = PlanPanel(theme, texts)
        self.people = PeoplePanel(theme, texts)
        names = (self.tr("Details"), self.tr("Plan"), self.tr("Participants"))
        self.tabs = TabRow(names)
        self.tabs.chosen.connect(self._show_tab)
        self._foot = surface("sunk")
        self._foot_layout = row()
        self._foot.setLayout(self._foot_layout)
        self._build()
        theme.changed.connect(self._refresh)
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether the columns are tabs."""
        return self._narrow

    def set_extent(self, extent: Extent) -> None:
        """Follow the size of the window."""
        if extent.narrow != self._narrow:
            self._narrow = extent.narrow
            self._arrange()

    def bring_forward(self, part: int) -> None:
        """In a narrow window, show the tab of a part."""
        if self._narrow:
            self.tabs.set_current(part)
            self._show_tab(part)

    def _build(self) -> None:
        outer = column(spacing=0)
        self.setLayout(outer)
        outer.addWidget(self.tabs)
        self._columns = row(spacing=0)
        outer.addLayout(self._columns, 1)
        outer.addWidget(self._foot)
        self._parts: tuple[QWidget, ...] = (self.form, self.plan, self.people)
        for part in self._parts:
            self._columns.addWidget(part)

    def _arrange(self) -> None:
        narrow = self._narrow
        self.tabs.setVisible(narrow)
        self._foot.setVisible(narrow)
        self.form.set_narrow(narrow=narrow)
        self.form.conclusion.set_flat(flat=narrow)
        home = self._foot_layout if narrow else self.form.bottom
        home.addWidget(self.form.conclusion)
        if narrow:
            self._show_tab(self.tabs.current)
        else:
            for part in self._parts:
                part.show()
        self._order_tabs()
        self._refresh()

    def _order_tabs(self) -> None:
        """Left, centre, right, and the conclusion last, wherever it stands."""
        form, conclusion = self.form, self.form.conclusion
        stops = [
            form.reopen,
            *(field.line for field in form.fields().values()),
            form.naming,
            form.confidential,
            self.plan.reality.seconds,
            self.plan.reality.close_button,
            self.plan.list,
            self.plan.add_button,
            self.plan.break_button,
            self.people.read_button,
            self.people.add_field,
            self.people.list,
            self.people.check_in_button,
            self.people.paper_button,
            conclusion.hand_on,
            conclusion.begin,
        ]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _show_tab(self, number: int) -> None:
        for at, part in enumerate(self._parts):
            part.setVisible(at == number)

    def _refresh(self) -> None:
        narrow, gap = self._narrow, self._theme.gap
        left, right = (24, 24) if narrow else (24, 20)
        self._margins(self.plan, left, 0 if not narrow else right)
        self._margins(self.people, left if narrow else 20, right)
        for number, stretch in enumerate((0, *_STRETCH) if not narrow else (1, 1, 1)):
            self._columns.setStretch(number, stretch)
        widest = 16_777_215 if narrow else gap(_PEOPLE_WIDTH) + 40
        self.people.setMaximumWidth(widest)

    def _margins(self, part: QWidget, left: int, right: int) -> None:
        layout = part.layout()
        if layout is not None:
            layout.setContentsMargins(left, 14, right, 16)
