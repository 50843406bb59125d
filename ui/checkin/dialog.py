"""Check-in at the door: a few letters and Enter a head, keys for everything else.

Every key is written at once, so closing the dialog needs no answer. Ctrl+Z takes back what was
done since it was opened, and nothing from before.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.incoming.people import ParticipantDraft
from app.domain.people import ParticipantView
from app.domain.person_line import split_person
from app.domain.vocabulary import ConsentPurpose, NamingLevel, Presence, SessionState
from app.errors import UserError
from ui.action_spec import Context
from ui.actions import SPECS
from ui.checkin.information import InformationDialog
from ui.checkin.people_list import CheckInList, FilterLine
from ui.checkin.person_panel import PersonPanel
from ui.checkin.rows import CheckInWords, fitting
from ui.dialogs.form_dialog import Fitting, FormDialog
from ui.keys import key_text
from ui.theme import Role
from ui.widgets.frames import card, column, row
from ui.widgets.labels import label, tabular, wrapped

if TYPE_CHECKING:
    import datetime as dt

    from app.services.check_in import CheckInService
    from ui.pages import Toolbox

_WIDTH = 980
_NEXT = {None: True, True: False, False: None}
"""Asking again goes from not asked to given, refused and back."""
_LONGEST = 500


class CheckInDialog(FormDialog):
    """The participants of one session."""

    def __init__(self, tools: Toolbox, session_uid: str, *, parent: QWidget) -> None:
        super().__init__(
            tools.theme, self.tr("Check-in"), self.tr("Done"), width=_WIDTH, parent=parent
        )
        self._tools = tools
        self._session = tools.services.views.session(session_uid)
        self._people: dict[str, ParticipantView] = {}
        self._steps = 0
        self._unknown = ""
        self._words = CheckInWords(tools.texts, self._session.time_zone, self)
        self.field = FilterLine()
        self.list = CheckInList(tools.theme)
        self.count = tabular(label("", Role.BODY, "ink2"))
        self.nobody = wrapped("", Role.BODY, "ink2")
        self.problem = wrapped("", Role.CHIP, "error")
        self.person = PersonPanel(tools.theme, tools.texts, self._words, _keys())
        self._build()
        self._connect()
        self._load()

    # -- one person ---------------------------------------------------------------------------

    def toggle_present(self) -> None:
        """Space: the current person is here, or is expected again."""
        person = self._current()
        if person is not None:
            here = person.attendance.presence is Presence.PRESENT
            self._mark(Presence.EXPECTED if here else Presence.PRESENT)

    def enter(self, take_in: bool = False) -> None:
        """Enter: who was found is here, on to the next. An unknown name, twice, is taken in."""
        text = " ".join(self.field.text().split())
        person = self._current()
        if text and (take_in or person is None):
            self._take_in(text, asked=take_in or self._unknown == text)
        elif person is not None:
            if person.attendance.presence is not Presence.PRESENT:
                self._mark(Presence.PRESENT)
            self.field.clear()
            self.list.select(person.uid)

    def next_answer(self, purpose: ConsentPurpose) -> None:
        """Not asked, given, refused, and again."""
        person = self._current()
        if person is not None and self.person.consents[purpose].isVisibleTo(self):
            given = _NEXT[person.attendance.consent(purpose).given]
            self._try(partial(self._check_in.answer, person.uid, purpose, given))

    def undo(self) -> None:
        """Take the last step of this check-in back."""
        if self._steps:
            self._steps -= 1
            self._try(partial(self._tools.services.history.undo, self._session.uid), steps=0)

    def _mark(self, presence: Presence) -> None:
        self._change(self._check_in.mark, presence)

    def _toggle_excused(self) -> None:
        self.person.excused.click()

    def _toggle_guest(self) -> None:
        person = self._current()
        if person is not None:
            guest = not person.attendance.is_guest
            self._try(partial(self._check_in.set_guest, person.uid, guest=guest))

    def _leave(self) -> None:
        if self.person.leaves.isEnabled():
            self._change(self._check_in.leaves)

    def _came(self, time: dt.time | None) -> None:
        self._change(self._check_in.arrived, time)

    def _left(self, time: dt.time | None) -> None:
        self._change(self._check_in.left, time)

    def _name(self, level: NamingLevel | None) -> None:
        self._change(self._check_in.choose_naming, level)

    def _reach(self, text: str) -> None:
        self._change(self._check_in.keep_contact, text)

    def _take_in(self, text: str, *, asked: bool) -> None:
        name, organisation = split_person(text)
        if not asked:
            self._unknown = text
            form = self.tr("Nobody of this name. Enter again takes “%1” in as present.")
            self.nobody.setText(form.replace("%1", name))
            return
        draft = ParticipantDraft(name=name[:_LONGEST], organisation=organisation[:_LONGEST])
        added: list[str] = []

        def walk_in() -> None:
            added.append(self._check_in.walk_in(self._session.uid, draft))

        if self._try(walk_in):
            self.field.clear()
            self.list.select(added[0])

    @property
    def _check_in(self) -> CheckInService:
        return self._tools.services.check_in

    def _change(self, change: Callable[..., None], *values: object) -> None:
        uid = self.list.current_uid()
        if uid:
            self._try(partial(change, uid, *values))

    def _try(self, change: Callable[[], object], *, steps: int = 1) -> bool:
        """Carry a change out and show it; an expected error is said, and what is stored shown."""
        try:
            change()
        except UserError as error:
            self._say(self._tools.texts.error(error))
            self._show_current()
            return False
        self._say("")
        self._steps += steps
        self._load()
        return True

    # -- showing ------------------------------------------------------------------------------

    def _load(self) -> None:
        people = self._tools.services.views.participants(self._session.uid)
        self._people = {person.uid: person for person in people}
        self._rows = self._words.rows(people)
        self.count.setText(self._words.count(people))
        self._filter()

    def _filter(self) -> None:
        self._unknown = ""
        rows = fitting(self._rows, self.field.text())
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nobody.setVisible(not rows)
        nobody = self.tr("Nobody of this name. Enter takes the person in.")
        empty = self.tr("Nobody is on the list yet. Type a name, then Enter twice.")
        self.nobody.setText(nobody if self._rows else empty)
        self._show_current()

    def _show_current(self, _uid: str = "") -> None:
        self.person.show_person(self._current(), self._session)

    def _current(self) -> ParticipantView | None:
        return self._people.get(self.list.current_uid())

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _type(self, letter: str) -> None:
        self.field.setFocus()
        self.field.insert(letter)

    def _read_out(self) -> None:
        InformationDialog(self._tools, self._session.uid, parent=self).show_over()

    def _choose_naming(self) -> None:
        if self.person.naming.isVisible():
            self.person.naming.setFocus()
            self.person.naming.showPopup()

    def _build(self) -> None:
        self.cancel.hide()
        self.confirm.setDefault(False)
        self.confirm.setAutoDefault(False)
        read_out = self.tr("Read the information out …")
        self.information = self.add_button(f"{read_out}   {_keys()['information']}")
        self.field.setPlaceholderText(self.tr("First letters, Enter: is here"))
        self.field.setAccessibleName(self.tr("Find a person or take somebody in"))
        self.field.setMaxLength(2 * _LONGEST)
        left = column(spacing=8)
        head = row(spacing=8)
        head.addWidget(self.field, 1)
        head.addWidget(self.count)
        left.addLayout(head)
        frame, inner = card(padding=1, spacing=0)
        self.nobody.setContentsMargins(14, 14, 14, 14)
        inner.addWidget(self.nobody)
        inner.addWidget(self.list, 1)
        inner.addStretch(0)
        left.addWidget(frame, 1)
        columns = row(spacing=20)
        columns.addLayout(left, 5)
        columns.addWidget(Fitting(self.person, ""), 5)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.problem)
        self.problem.hide()
        self.list.setMinimumHeight(self.theme.px(180))
        self.field.setFocus()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._filter)
        self.field.entered.connect(self.enter)
        self.field.moved.connect(self.list.step)
        self.field.toggled.connect(self.toggle_present)
        self.list.toggled.connect(self.toggle_present)
        self.list.typed.connect(self._type)
        self.list.current_changed.connect(self._show_current)
        self.information.clicked.connect(self._read_out)
        person = self.person
        person.presence_wanted.connect(self._mark)
        person.guest_wanted.connect(self._toggle_guest)
        person.leave_wanted.connect(self._leave)
        person.came_wanted.connect(self._came)
        person.left_wanted.connect(self._left)
        person.naming_wanted.connect(self._name)
        person.consent_wanted.connect(self.next_answer)
        person.contact_wanted.connect(self._reach)
        self._connect_keys()
        editable = self._session.state is not SessionState.CLOSED
        for part in (self.field, self.person):
            part.setEnabled(editable)

    def _connect_keys(self) -> None:
        ways: dict[str, Callable[[], None]] = {
            "excused": self._toggle_excused,
            "guest": self._toggle_guest,
            "leaves": self._leave,
            "naming": self._choose_naming,
            "information": self._read_out,
            "undo": self.undo,
        }
        for number, purpose in enumerate(ConsentPurpose, start=1):
            ways[f"consent_{number}"] = partial(self.next_answer, purpose)
        for spec in SPECS:
            name = spec.id.partition(".")[2]
            if spec.context is Context.CHECK_IN and name in ways:
                QShortcut(QKeySequence(spec.keys[0]), self).activated.connect(ways[name])


def _keys() -> dict[str, str]:
    """How the keys are written, by the second part of the action's id."""
    return {
        spec.id.partition(".")[2]: key_text(spec.keys[0])
        for spec in SPECS
        if spec.context is Context.CHECK_IN
    }
