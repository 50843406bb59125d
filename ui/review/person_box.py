"""Who said it: a list to choose from that can also be typed into."""

from collections.abc import Mapping

from PySide6.QtCore import QCollator, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from app.domain.people import ParticipantView
from app.domain.text import fold


class PersonBox(QComboBox):
    """Nobody, then everybody by name. What is typed and nobody's name is put back."""

    chosen = Signal(str)
    """Uid of a participant, or empty for nobody."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uids: list[str] = [""]
        self._names: list[str] = [self.tr("nobody named yet")]
        self._shown = ""
        self._source = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItem(self.tr("nobody named yet"))
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.activated.connect(self._on_activated)
        self._line.editingFinished.connect(self._on_finished)

    def set_people(self, people: Mapping[str, ParticipantView]) -> None:
        """Everybody of the session."""
        key = QCollator().sortKey
        ordered = sorted(people.items(), key=lambda pair: key(pair[1].name))
        self.blockSignals(True)
        self.clear()
        self.addItem(self.tr("nobody named yet"))
        self.addItems([_label(person) for _, person in ordered])
        self._uids = ["", *(uid for uid, _ in ordered)]
        self._names = [self.itemText(0), *(person.name for _, person in ordered)]
        self.blockSignals(False)
        self.show_person(self._shown, self._source)

    def show_person(self, uid: str, source: str = "") -> None:
        """Show who it is; ``source`` instead of a person ("Tisch 2")."""
        self._shown, self._source = uid, source
        at = self._uids.index(uid) if uid in self._uids else 0
        self.setCurrentIndex(at)
        self.setToolTip(self.itemText(at))
        self.setEditText(source if source and not uid else self._names[at])
        self._line.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what was typed."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self.currentText() == self._stored_text():
            self.left.emit()
        self.show_person(self._shown, self._source)

    def _stored_text(self) -> str:
        if not self._shown and self._source:
            return self._source
        return self._names[self._uids.index(self._shown) if self._shown in self._uids else 0]

    def _on_activated(self, index: int) -> None:
        self._choose(self._uids[index])

    def _on_finished(self) -> None:
        """Typed: the one it names, nobody for an empty field, else as it was."""
        typed = fold(self.currentText().strip())
        if typed == fold(self._stored_text()):
            return
        names = [fold(self.itemText(n)) for n in range(self.count())]
        found = [n for n, name in enumerate(names) if typed and typed in name]
        exact = [n for n in found if names[n] == typed or names[n].startswith(f"{typed},")]
        if not typed:
            self._choose("")
        elif len(exact) == 1 or len(found) == 1:
            self._choose(self._uids[(exact or found)[0]])
        else:
            self.show_person(self._shown, self._source)

    def _choose(self, uid: str) -> None:
        if uid != self._shown or self._source:
            self.chosen.emit(uid)
        self.show_person(self._shown, self._source)


def _label(person: ParticipantView) -> str:
    return ", ".join(filter(None, (person.name, person.organisation)))
