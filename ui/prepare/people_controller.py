"""The participants at work: added by a line, changed in place, removed with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.incoming.people import ParticipantChanges, ParticipantDraft
from app.domain.people import ParticipantView
from app.domain.person_line import split_person
from app.domain.text import fold
from app.errors import UserError
from ui.prepare.people_reading import PeopleReader
from ui.prepare.people_rows import NamingChoice, PeopleRules, PersonRow, filtered, people_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.sessions import SessionView
    from ui.pages import Toolbox
    from ui.prepare.papers import Papers
    from ui.prepare.people_panel import PeoplePanel

MANY = 8
"""From this many people on the field filters while a name is typed."""
_LONGEST = 500


class PeopleController(QObject):
    """Connects the participants of one session with their list."""

    def __init__(self, panel: PeoplePanel, tools: Toolbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._tools = tools
        self._session: SessionView | None = None
        self._people: tuple[ParticipantView, ...] = ()
        self._rows: list[PersonRow] = []
        self._missing = self.tr("Organisation missing")
        self._reader = PeopleReader(tools, panel)
        self._papers: Papers | None = None
        panel.add_wanted.connect(self._add)
        panel.list_wanted.connect(self._ask_for_list)
        panel.paper_wanted.connect(self._show_papers)
        panel.check_in_wanted.connect(tools.actions.get("session.check_in").trigger)
        panel.add_field.textChanged.connect(self._filter)
        panel.list.naming_chosen.connect(self._set_naming)
        panel.list.edit_wanted.connect(self._edit)
        panel.list.remove_wanted.connect(self._remove)

    def open(self, session: SessionView) -> None:
        """Show another session; what stood in the field belonged to the old one."""
        self._panel.add_field.clear()
        self.load(session)

    def load(self, session: SessionView) -> None:
        """Read the participants anew."""
        self._session = session
        self._people = self._tools.services.views.participants(session.uid)
        rules = PeopleRules(self._tools.texts, session.naming, session.confidential, self._missing)
        self._rows = people_rows(self._people, rules)
        self._panel.show_count(len(self._people))
        self._panel.set_confidential(confidential=session.confidential)
        self._panel.list.set_session_level(session.naming)
        self._filter()

    def _filter(self) -> None:
        """With many people, show those that fit what is being typed."""
        text = self._panel.add_field.text()
        rows = filtered(self._rows, text) if len(self._rows) >= MANY else self._rows
        self._panel.list.show_rows(rows)
        self._panel.show_nobody(shown=bool(self._rows) and not rows)

    def _add(self, text: str) -> None:
        name, organisation = split_person(text)
        if self._session is None or not name:
            return
        draft = ParticipantDraft(name=name[:_LONGEST], organisation=organisation[:_LONGEST])
        twice = any(fold(person.name) == fold(name) for person in self._people)
        add = self._tools.services.people.add
        if not self._try(partial(self._add_and_show, add, draft)):
            return
        if twice:
            said = self.tr("Two people are called “%1” now.").replace("%1", name)
            undo = self._tools.actions.get("session.undo")
            self._tools.messages.warn(said, self.tr("Undo"), undo.trigger, passing=True)

    def _ask_for_list(self) -> None:
        if self._session is not None:
            self._reader.ask(self._session.uid)

    def _show_papers(self) -> None:
        from ui.prepare.papers import Papers

        if self._session is not None:
            self._papers = self._papers or Papers(self._tools, self._panel)
            at = self._panel.paper_button
            self._papers.show_menu(self._session.uid, at.mapToGlobal(at.rect().bottomLeft()))

    def _add_and_show(self, add: Callable[..., str], draft: ParticipantDraft) -> None:
        if self._session is not None:
            uid = add(self._session.uid, draft)
            self._panel.add_field.clear()
            self._panel.list.select(uid)

    def _set_naming(self, choice: NamingChoice) -> None:
        changes = ParticipantChanges(naming=choice.level)
        self._try(partial(self._tools.services.people.update, choice.uid, changes))

    def _edit(self, uid: str) -> None:
        from ui.dialogs.participant import ParticipantDialog

        session = self._session
        if session is not None:
            person = self._person(uid)
            dialog = ParticipantDialog(self._tools, session, person, parent=self._panel)
            dialog.chosen.connect(partial(self._update, uid))
            dialog.show_over()

    def _update(self, uid: str, changes: ParticipantChanges) -> None:
        self._try(partial(self._tools.services.people.update, uid, changes))

    def _remove(self, uid: str) -> None:
        name = self._person(uid).name
        if self._try(partial(self._tools.services.people.remove, uid)):
            text = self.tr("%1 was taken off the list.").replace("%1", name)
            undo = self._tools.actions.get("session.undo")
            self._tools.messages.done(text, self.tr("Undo"), undo.trigger)

    def _person(self, uid: str) -> ParticipantView:
        return next(person for person in self._people if person.uid == uid)

    def _try(self, change: Callable[[], object]) -> bool:
        """Carry a change out; an expected error is said."""
        try:
            change()
        except UserError as error:
            self._tools.messages.error(error)
            return False
        return True
