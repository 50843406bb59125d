"""Somebody does not want to be named any more: who it is, and where they were named so far."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.domain.exports import ExportView
from app.domain.people import ParticipantView
from app.services.export_words import in_words
from app.texts import Texts
from ui.dialogs.form_dialog import FormDialog, field
from ui.theme import Role, Theme
from ui.widgets.frames import column
from ui.widgets.labels import label, wrapped


class WithdrawalDialog(FormDialog):
    """The filled button does it for the current person and the dialog stays, to go on.

    ``named_in`` gives what named a participant, by uid.
    """

    withdraw_wanted = Signal(str)
    take_back_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        zone: str,
        named_in: Callable[[str], Sequence[ExportView]],
        *,
        parent: QWidget,
    ) -> None:
        title = self.tr("Do not name any more")
        super().__init__(theme, title, self.tr("Do not name any more"), width=620, parent=parent)
        self._texts = texts
        self._zone = zone
        self._named_in = named_in
        self._people: dict[str, ParticipantView] = {}
        hint = self.tr(
            "From now on this person is not named in anything that is given out, in no session of"
            " the series. What has been given out stays as it is: the list says where."
        )
        self.cancel.setText(self.tr("Close"))
        self.body.addWidget(wrapped(hint, Role.META))
        self.people = QListWidget()
        self.people.setMinimumHeight(theme.px(150))
        field(self.body, self.tr("Participants"), self.people, stretch=1)
        self.body.addWidget(label(self.tr("Named so far in"), Role.LABEL))
        content = QWidget()
        self._named = column(spacing=4)
        content.setLayout(self._named)
        self.add_scrolling(content, name=self.tr("Named so far in")).setMinimumHeight(theme.px(90))
        self.people.currentItemChanged.connect(self._show_current)
        self.people.setFocus()

    @property
    def current(self) -> ParticipantView | None:
        """Who is chosen."""
        item = self.people.currentItem()
        return self._people.get(item.data(Qt.ItemDataRole.UserRole)) if item else None

    def show_people(self, people: Sequence[ParticipantView]) -> None:
        """Show these, the same one chosen as before."""
        row = max(self.people.currentRow(), 0)
        self._people = {person.uid: person for person in people}
        self.people.clear()
        for person in people:
            item = QListWidgetItem(self._line(person))
            item.setData(Qt.ItemDataRole.UserRole, person.uid)
            self.people.addItem(item)
        self.people.setCurrentRow(min(row, len(people) - 1))
        self._show_current()

    def accept(self) -> None:
        """Do it; the list then shows that it is done."""
        person = self.current
        if person is None:
            return
        wanted = self.take_back_wanted if person.is_withdrawn else self.withdraw_wanted
        wanted.emit(person.uid)

    def _line(self, person: ParticipantView) -> str:
        name = ", ".join(part for part in (person.name, person.organisation) if part)
        if person.withdrawn_at is None:
            return name
        since = person.withdrawn_at.astimezone()
        text = self.tr("%1 – not named any more since %2")
        return text.replace("%1", name).replace("%2", f"{since:%d.%m.%Y}")

    def _show_current(self, _now: object = None, _before: object = None) -> None:
        person = self.current
        self.confirm.setEnabled(person is not None)
        withdrawn = person is not None and person.is_withdrawn
        self.confirm.setText(
            self.tr("Name again") if withdrawn else self.tr("Do not name any more")
        )
        while (item := self._named.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in self._lines(person):
            self._named.addWidget(wrapped(line))
        self._named.addStretch(1)

    def _lines(self, person: ParticipantView | None) -> list[str]:
        exports = self._named_in(person.uid) if person else ()
        said = [in_words(export, self._texts, self._zone) for export in exports]
        return [f"{each.what} – {each.details}" for each in said] or [self.tr("in nothing yet")]
