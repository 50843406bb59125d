"""The right side of the check-in: the current person, every answer with its key."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from app.domain.people import MAX_CONTACT, ParticipantView
from app.domain.sessions import SessionView
from app.domain.vocabulary import ConsentPurpose, NamingLevel, Presence
from app.texts import Texts
from ui.checkin.rows import CheckInWords
from ui.prepare.entries import parse_time
from ui.prepare.labeled_field import LabeledField, TextField
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import ElidedLabel, label

_ICONS = {None: "help-circle", True: "check", False: "x"}
_NAMED = (ConsentPurpose.ATTENDANCE_LIST, ConsentPurpose.NAMING)
"""What a confidential session does not ask, for it names nobody."""


class ValueField(TextField):
    """A line that is kept with Enter or when it is left. ``settled``: it has another value."""

    settled = Signal(str)

    def __init__(self, theme: Theme, text: str, placeholder: str) -> None:
        super().__init__(theme, text, placeholder=placeholder)
        self._kept = ""
        self.line.editingFinished.connect(self._settle)

    def show_kept(self, text: str) -> None:
        """Show what is stored."""
        self._kept = text
        self.set_text(text)

    def _settle(self) -> None:
        if self.text() != self._kept:
            self.settled.emit(self.text())


class PersonPanel(QWidget):
    """Shows one person. Its signals are wishes; nothing is changed here.

    Signals:
        presence_wanted(object): a ``Presence``.
        guest_wanted(), leave_wanted().
        came_wanted(object), left_wanted(object): a clock time, or None.
        naming_wanted(object): a ``NamingLevel``, or None.
        consent_wanted(object): a ``ConsentPurpose``: the next answer.
        contact_wanted(str).
    """

    presence_wanted = Signal(object)
    guest_wanted = Signal()
    leave_wanted = Signal()
    came_wanted = Signal(object)
    left_wanted = Signal(object)
    naming_wanted = Signal(object)
    consent_wanted = Signal(object)
    contact_wanted = Signal(str)

    def __init__(
        self, theme: Theme, texts: Texts, words: CheckInWords, keys: dict[str, str]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._texts = texts
        self._words = words
        self._keys = keys
        self.name = ElidedLabel("", Role.STRONG)
        self.state = label("", Role.META)
        self.present = self._button(self.tr("Present"), "present")
        self.excused = self._button(self.tr("Excused"), "excused")
        self.guest = self._button(self.tr("Guest"), "guest")
        self.leaves = self._button(self.tr("Leaves now"), "leaves")
        for each in (self.present, self.excused, self.guest):
            each.setCheckable(True)
        self.came = ValueField(theme, self.tr("Came at"), self.tr("from the begin"))
        self.left = ValueField(theme, self.tr("Left at"), self.tr("to the end"))
        self.naming = QComboBox()
        self._levels: tuple[NamingLevel | None, ...] = (None, *NamingLevel)
        self.consents: dict[ConsentPurpose, QPushButton] = {
            purpose: button(theme, "", icon="help-circle", size="small")
            for purpose in ConsentPurpose
        }
        self.contact = ValueField(
            theme, self.tr("Contact"), self.tr("only with consent: e-mail or telephone")
        )
        self.contact.line.setMaxLength(MAX_CONTACT)
        self._build()
        self._connect()

    def show_person(self, person: ParticipantView | None, session: SessionView) -> None:
        """Show somebody, or that there is nobody."""
        self.setVisible(person is not None)
        if person is None:
            return
        found = person.attendance
        parts = (person.name, person.organisation, person.role)
        self.name.setText(" · ".join(part for part in parts if part))
        self.state.setText(self._words.state(person))
        self.present.setChecked(found.presence is Presence.PRESENT)
        self.excused.setChecked(found.presence is Presence.EXCUSED)
        self.guest.setChecked(found.is_guest)
        self.leaves.setEnabled(found.presence is Presence.PRESENT and found.left_at is None)
        self.came.show_kept(self._words.clock(found.arrived_at))
        self.left.show_kept(self._words.clock(found.left_at))
        self._show_naming(person, session)
        for purpose, target in self.consents.items():
            target.setVisible(not session.confidential or purpose not in _NAMED)
            self._show_consent(person, purpose)
        self.contact.show_kept(found.contact)
        self.contact.setEnabled(bool(found.consent(ConsentPurpose.CONTACT).given))

    def _show_naming(self, person: ParticipantView, session: SessionView) -> None:
        word = self._texts.word
        common = self.tr("as for all (%1)").replace("%1", word(session.naming))
        if person.naming is None and person.agreed is NamingLevel.ANONYMOUS:
            common = self.tr("anonymous until asked")
        self.naming.blockSignals(True)
        self.naming.clear()
        self.naming.addItems([word(level) if level else common for level in self._levels])
        self.naming.setCurrentIndex(self._levels.index(person.naming))
        self.naming.blockSignals(False)
        self._naming_field.setVisible(not session.confidential)

    def _show_consent(self, person: ParticipantView, purpose: ConsentPurpose) -> None:
        answer = person.attendance.consent(purpose)
        target, given = self.consents[purpose], answer.given
        text = f"{self._words.purpose(purpose)}: {self._words.answer(given)}"
        if answer.at is not None:
            text += f", {self._words.clock(answer.at)}"
        number = 1 + list(ConsentPurpose).index(purpose)
        target.setText(f"{text}   {self._keys[f'consent_{number}']}")
        target.setAccessibleName(text)
        self._theme.set_icon(target, _ICONS[given], "settled" if given else "ink2")

    def _button(self, text: str, name: str) -> QPushButton:
        result = button(self._theme, f"{text}   {self._keys[name]}", size="small")
        result.setAccessibleName(text)
        return result

    def _build(self) -> None:
        layout = column(spacing=8)
        self.setLayout(layout)
        layout.addWidget(self.name)
        layout.addWidget(self.state)
        for pair in ((self.present, self.excused), (self.guest, self.leaves)):
            line = row(spacing=8)
            for each in pair:
                line.addWidget(each, 1)
            layout.addLayout(line)
        times = row(spacing=8)
        times.addWidget(self.came, 1, Qt.AlignmentFlag.AlignTop)
        times.addWidget(self.left, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(times)
        named = self.tr("Is named in the minutes")
        self._naming_field = LabeledField(
            self._theme, f"{named}   {self._keys['naming']}", self.naming
        )
        layout.addWidget(self._naming_field)
        layout.addWidget(label(self.tr("Consents: not asked counts as no"), Role.LABEL))
        for target in self.consents.values():
            layout.addWidget(target)
        layout.addWidget(self.contact)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.present.clicked.connect(self.toggle_present)
        self.excused.clicked.connect(self.toggle_excused)
        self.guest.clicked.connect(self.guest_wanted.emit)
        self.leaves.clicked.connect(self.leave_wanted.emit)
        self.came.settled.connect(self._came)
        self.left.settled.connect(self._left)
        self.naming.activated.connect(self._name)
        for target in self.consents.values():
            target.clicked.connect(self._ask)
        self.contact.settled.connect(self.contact_wanted.emit)

    def toggle_present(self) -> None:
        """Here, or expected again."""
        here = self.present.isChecked()
        self.presence_wanted.emit(Presence.PRESENT if here else Presence.EXPECTED)

    def toggle_excused(self) -> None:
        """Excused, or expected again."""
        away = self.excused.isChecked()
        self.presence_wanted.emit(Presence.EXCUSED if away else Presence.EXPECTED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field keeps its value; it must not press a button of the dialog."""
        in_line = isinstance(self.focusWidget(), QLineEdit)
        if not (in_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)

    def _came(self, text: str) -> None:
        self._time(self.came, text, self.came_wanted)

    def _left(self, text: str) -> None:
        self._time(self.left, text, self.left_wanted)

    def _time(self, place: ValueField, text: str, signal: object) -> None:
        time: dt.time | None = parse_time(text)
        if text and time is None:
            place.show_problem(self.tr("Please enter a time like 18:20."))
            return
        place.show_problem("")
        signal.emit(time)  # type: ignore[attr-defined]  # a bound signal has no type of its own

    def _name(self, index: int) -> None:
        self.naming_wanted.emit(self._levels[index])

    def _ask(self) -> None:
        sender = self.sender()
        purpose = next(each for each, target in self.consents.items() if target is sender)
        self.consent_wanted.emit(purpose)
