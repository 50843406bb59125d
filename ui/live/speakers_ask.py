"""The field in which two letters put somebody on the speakers list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QWidget

from app.domain.initials import People, Person
from app.domain.person_line import could_be_somebody
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.frames import column
from ui.widgets.labels import wrapped

_OFFERED = 4
_LETTERS = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Line(QLineEdit):
    """Enter and the arrows are for the offered names, Esc leaves."""

    entered = Signal()
    gone = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything else types."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.entered.emit()
        elif key in _UP_DOWN:
            self.gone.emit(_UP_DOWN[key])
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AskField(QWidget):
    """Offers who may be meant. Initials that can mean only one person need no Enter.

    Whoever is not on the list can be taken in as a guest: the name, then Enter.

    Signals:
        chosen(str): the participant's uid.
        guest_wanted(str): "Name, Organisation" as typed, of somebody who came without being listed.
        left(): Esc, or Enter in the empty field.
    """

    chosen = Signal(str)
    guest_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._people = People()
        self._offered: tuple[Person, ...] = ()
        self._guest = ""
        self.line = _Line()
        self.line.setAccessibleName(self.tr("Who asks for the floor?"))
        self.line.setPlaceholderText(self.tr("Two letters or a name"))
        self.names = QListWidget()
        self.names.setObjectName("offered")
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.setAccessibleName(self.tr("Who may be meant"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint = wrapped("", Role.META)
        layout = column(spacing=4, margins=(0, 4, 0, 4))
        self.setLayout(layout)
        for part in (self.line, self.names, self.hint):
            layout.addWidget(part)
        self.line.textEdited.connect(self._offer)
        self.line.entered.connect(self._enter)
        self.line.gone.connect(self._go)
        self.line.left.connect(self.left)
        self.names.itemClicked.connect(self._enter)
        self.hide()

    def start(self, people: People, hint: str = "") -> None:
        """Ask for one of these; ``hint`` says what for."""
        self._people, self._offered, self._guest = people, (), ""
        self.line.clear()
        self.names.hide()
        self.say(hint)
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, text: str) -> None:
        """Something about what was typed."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _offer(self) -> None:
        typed = self.line.text()
        self._offered = self._people.complete(typed, limit=_OFFERED) if typed.strip() else ()
        clear = self._people.clear(typed) if len(typed) == _LETTERS else None
        if clear is not None:
            self._choose(clear)
            return
        known = not typed.strip() or bool(self._offered)
        self._guest = "" if known or not could_be_somebody(typed.strip()) else typed.strip()
        self._show_names()
        nobody = self.tr("Nobody here is called so. A guest needs the whole name.")
        self.say("" if known or self._guest else nobody)

    def _show_names(self) -> None:
        shown = [_words(person) for person in self._offered]
        if self._guest:
            shown = [self.tr("Take in as a guest")]  # the name stands in the line above
        self.names.clear()
        self.names.addItems(shown)
        self.names.setCurrentRow(0)
        self.names.setVisible(bool(shown))
        margins = self.names.contentsMargins()
        rows = len(shown) * max(self.names.sizeHintForRow(0), 1)
        self.names.setFixedHeight(rows + margins.top() + margins.bottom())

    def _enter(self) -> None:
        if self._offered and self.line.text().strip():
            self._choose(self._offered[max(self.names.currentRow(), 0)])
        elif self._guest:
            self.guest_wanted.emit(self._guest)
        elif not self.line.text().strip():
            self.left.emit()

    def _choose(self, person: Person) -> None:
        self._offered = ()
        self.names.hide()
        self.line.clear()
        self.chosen.emit(person.uid)

    def _go(self, step: int) -> None:
        if self._offered:
            self.names.setCurrentRow((self.names.currentRow() + step) % len(self._offered))


def _words(person: Person) -> str:
    return ", ".join(filter(None, (person.name, person.organisation)))
