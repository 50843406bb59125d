"""A series: its name, how many sessions are planned, and the sessions it holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QSpinBox, QWidget
from shiboken6 import isValid

from app.domain.incoming.series import SeriesChanges
from app.domain.vocabulary import MinutesKind
from app.errors import UserError
from ui.dialogs.form_dialog import FormDialog
from ui.prepare.labeled_field import LabeledField, TextField
from ui.start.content import Content
from ui.start.list_view import ListView
from ui.start.series_minutes import SeriesMinutes
from ui.theme import Role
from ui.widgets.frames import card, row
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import label

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.domain.series import SeriesView
    from app.domain.sessions import SessionSummary
    from ui.pages import Toolbox
    from ui.start.upkeep import Upkeep
    from ui.tasks import Task


class SeriesDialog(FormDialog):
    """Sessions open with Enter or a click; the filled button keeps what was changed."""

    def __init__(self, tools: Toolbox, upkeep: Upkeep, series_uid: str, *, parent: QWidget) -> None:
        super().__init__(tools.theme, self.tr("Series"), self.tr("Save"), width=680, parent=parent)
        self._tools = tools
        self._upkeep = upkeep
        self._content = Content(tools.texts, self)
        self._sessions: tuple[SessionSummary, ...] = ()
        self._series = tools.services.views.series(series_uid)
        self.title = TextField(tools.theme, self.tr("Title"))
        self.planned = QSpinBox()
        self.purpose = GrowEdit(min_lines=2, max_lines=4)
        self.counts = label("", Role.SECTION)
        self.list = ListView(tools.theme, self.tr("Sessions of the series"), fits=False)
        self._build()
        self._fill()
        upkeep.done.connect(self.load)
        self.load()

    def load(self) -> None:
        """Read the sessions anew, beside the window."""
        work = partial(_read, self._tools.services, self._series.uid)
        self._tools.tasks.run(work, done=self._loaded)

    def _loaded(self, read: tuple[SeriesView, tuple[SessionSummary, ...]]) -> None:
        if isValid(self):
            series, self._sessions = read
            self.list.show_rows([self._content.session_row(s) for s in self._sessions])
            self.counts.setText(self._content.series_row(series, None).detail)

    def accept(self) -> None:
        """Write what is different and close."""
        if not self.title.text():
            self.title.show_problem(self.tr("A series needs a title."))
            self.title.line.setFocus()
            return
        values: dict[str, object] = {
            "title": self.title.text(),
            "planned_sessions": self.planned.value() or None,
            "purpose": self.purpose.text().strip(),
        }
        different = {k: v for k, v in values.items() if v != getattr(self._series, k)}
        try:
            if different:
                changes = SeriesChanges.model_validate(different)
                self._tools.services.series.update(self._series.uid, changes)
        except UserError as error:
            self.title.show_problem(self._tools.texts.error(error))
            return
        super().accept()

    def _build(self) -> None:
        self.planned.setRange(0, 1000)
        self.planned.lineEdit().setTextMargins(self.theme.gap(9), 0, 0, 0)
        self.planned.setSpecialValueText(self.tr("not set"))
        self.title.line.setMaxLength(500)
        line = row(spacing=12)
        line.addWidget(self.title, 3)
        planned = LabeledField(self.theme, self.tr("Planned sessions"), self.planned)
        line.addWidget(planned, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.body.addWidget(LabeledField(self.theme, self.tr("Purpose"), self.purpose))
        self.body.addWidget(self.counts)
        frame, inner = card(padding=1, spacing=0)
        inner.addWidget(self.list, 1)
        self.body.addWidget(frame, 1)
        self.list.setMinimumHeight(self.theme.px(250))
        self.list.opened.connect(self._open)
        self.list.menu_wanted.connect(self._show_menu)

        self.minutes = self.add_button(self.tr("Minutes of all sessions …"), icon="file-text")
        self.minutes.clicked.connect(self._offer_minutes)

    def _offer_minutes(self) -> None:
        """The kinds as a menu above the button."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind in MinutesKind:
            name = f"{self._tools.texts.word(kind)} …"
            menu.addAction(name).triggered.connect(partial(self._write_minutes, kind))
        menu.popup(self.minutes.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        menu.setActiveAction(menu.actions()[0])

    def _write_minutes(self, kind: MinutesKind, _checked: bool = False) -> None:
        """Closes the dialog: the progress stands in the window below it."""
        self.accept()
        owner = self.parentWidget()
        if self.result() and owner is not None:
            SeriesMinutes(self._tools, owner, self._series.uid).ask(kind)

    def _fill(self) -> None:
        self.title.set_text(self._series.title)
        self.planned.setValue(self._series.planned_sessions or 0)
        self.purpose.setPlainText(self._series.purpose)
        self.list.setFocus()

    def _open(self, session_uid: str) -> None:
        self.accept()
        if self.result():
            self._tools.frame.open_session(session_uid)

    def _show_menu(self, wanted: tuple[str, QPoint]) -> None:
        session = next(s for s in self._sessions if s.uid == wanted[0])
        self._upkeep.show_menu(session, wanted[1])


def _read(
    services: Services, uid: str, _task: Task
) -> tuple[SeriesView, tuple[SessionSummary, ...]]:
    sessions = tuple(s for s in services.views.sessions() if s.series_uid == uid)
    return services.views.series(uid), sessions
