"""Protokoll at work: keeps the paper up to date and leads to what is open."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.changes import ChangeSet
from app.domain.exports import LOGGING
from app.domain.minutes import MinutesOptions, WithoutResults
from app.domain.minutes_names import NameInText
from app.domain.minutes_wishes import MinutesWishes
from app.domain.sessions import SessionView
from app.domain.vocabulary import MinutesKind, SessionState
from app.errors import UserError
from app.services.paper import Block, Page
from ui.minutes.choices import Wishes
from ui.minutes.digest import Digest, digest
from ui.minutes.given_desk import GivenDesk
from ui.minutes.page import MinutesPage
from ui.minutes.saving import Job, Saving
from ui.pages import Extent, Toolbox
from ui.print import Paper
from ui.print_pictures import prepare
from ui.tasks import Task

if TYPE_CHECKING:
    from ui.minutes.head_desk import HeadDesk
    from ui.minutes.template_desk import TemplateDesk


_MANY_NAMES = 15
"""More take longer to replace than a blink."""


@dataclass(frozen=True, slots=True)
class _Preview:
    """What the worker made: everything the page shows."""

    number: int
    page: Page
    blocks: tuple[Block, ...]
    digest: Digest


@dataclass(frozen=True, slots=True)
class _Names:
    """What the worker found, and for which paper."""

    number: int
    names: tuple[NameInText, ...]


class MinutesController(QObject):
    """The place of the step "Protokoll"."""

    def __init__(self, page: MinutesPage, tools: Toolbox) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools
        self._uid = ""
        self._session: SessionView | None = None
        self._wishes = Wishes()
        self._number = 0
        self._shown = 0
        self._searched = 0
        self._stale = False
        self._from_top = True
        self._saving = Saving(page, tools, self.job)
        self._saving.template_wanted.connect(self.open_template)
        self._templates: TemplateDesk | None = None
        self._head: HeadDesk | None = None
        self._given = GivenDesk(page, tools, self.options, self._saving.when_noted)
        self._saving.send_wanted.connect(self._given.send)
        self._connect()

    def _connect(self) -> None:
        page, tools = self._page, self._tools
        page.shown.connect(self._on_shown)
        page.choices.changed.connect(self._on_wishes)
        page.choices.save_button.clicked.connect(self._saving.ask_where)
        page.choices.other_button.clicked.connect(self._saving.offer_forms)
        page.choices.template_wanted.connect(self.open_template)
        page.choices.head_wanted.connect(self.open_head)
        page.notes.jump_wanted.connect(self._jump)
        page.notes.without_results_chosen.connect(self._on_without_results)
        tools.actions.get("minutes.save").triggered.connect(self._saving.ask_where)
        tools.actions.get("minutes.save_other").triggered.connect(self._saving.offer_forms)
        tools.actions.get("minutes.send").triggered.connect(self._saving.send)
        tools.actions.get("minutes.withdrawal").triggered.connect(self._given.open_withdrawal)
        tools.actions.get("minutes.head").triggered.connect(self.open_head)
        tools.actions.get("minutes.log").triggered.connect(self._given.open_log)
        tools.actions.get("minutes.print").triggered.connect(self._saving.print_paper)
        page.notes.replace_wanted.connect(self._replace_names)
        page.notes.leave_wanted.connect(self._leave_name)
        tools.actions.get("session.right_column").triggered.connect(self._toggle_right)

    # -- the frame's calls --------------------------------------------------------------------

    @property
    def page(self) -> QWidget:
        """The widget the frame stacks."""
        return self._page

    def open_session(self, session_uid: str) -> None:
        """Show the minutes of this session, from the first page."""
        if session_uid != self._uid:
            self._wishes = Wishes(series=self._tools.services.views.minutes_wishes(session_uid))
            self._page.notes.show_saved(None)
            self._page.notes.show_names((), closed=False)
        self._uid = session_uid
        self._from_top = True
        self._page.paper.clear()
        self._renew()

    def leave(self) -> None:
        """Nothing is typed here; what was just saved goes into the log now."""
        self._saving.note_now()

    def refresh(self, change_set: ChangeSet) -> None:
        """Something was committed: the paper follows, at once if it can be seen."""
        concerns_us = change_set.session_uid in (self._uid, None)
        if not self._uid or not concerns_us or change_set.initiator is self:
            return
        if change_set.operation in LOGGING:  # nothing that is printed
            self._show_given()
        else:
            self._renew()

    def focus_main(self) -> None:
        """On the kinds: the first thing to choose; in a narrow window on the paper."""
        kind = self._page.choices.kinds[self._wishes.kind]
        (kind if kind.isVisible() else self._page.paper).setFocus()

    def set_extent(self, extent: Extent) -> None:
        """Columns or tabs."""
        self._page.set_narrow(narrow=extent.narrow)

    def columns(self) -> tuple[QWidget, ...]:
        """Choices, paper, notes."""
        kind = self._page.choices.kinds[self._wishes.kind]
        notes = self._page.notes.first_control()
        return (kind, self._page.paper, *([notes] if notes else []))

    def reveal(self, plan_item_uid: str, statement_uid: str) -> bool:
        """Statements are shown where they can be changed."""
        return False

    @property
    def is_settled(self) -> bool:
        """Nothing is under way: the paper shows what was chosen last, nothing is being saved."""
        view = self._page.paper
        done = self._shown == self._searched == self._number
        return done and view.is_complete and not self._saving.is_busy

    # -- the paper ----------------------------------------------------------------------------

    def _on_wishes(self, wishes: Wishes) -> None:
        self._from_top = wishes.kind is not self._wishes.kind and self._at_top()
        remembered = self._wishes.series
        self._wishes = wishes
        if wishes.series != remembered:
            self._remember(wishes.series)
        self._renew()

    def _remember(self, wishes: MinutesWishes) -> None:
        """For the other sessions of the series; if that fails, it holds here all the same."""
        try:
            self._tools.services.minutes.keep_wishes(self._uid, wishes, initiator=self)
        except UserError as error:
            self._tools.messages.unsaved(error)

    def choose_kind(self, kind: MinutesKind) -> None:
        """As if it had been chosen in the list; the focus is where the arrows go on from."""
        self._on_wishes(replace(self._wishes, kind=kind))
        self.focus_main()

    def _on_without_results(self, value: WithoutResults) -> None:
        self._on_wishes(replace(self._wishes, without_results=value))

    def _at_top(self) -> bool:
        return self._page.paper.verticalScrollBar().value() == 0

    def _on_shown(self) -> None:
        if self._stale:
            self._renew()

    def _toggle_right(self) -> None:
        if self._page.isVisible():
            self._page.toggle_right()

    def options(self) -> MinutesOptions:
        """The wishes as a document is made from them."""
        wishes = self._wishes
        zone = ZoneInfo(self._session.time_zone) if self._session else dt.UTC
        created = dt.datetime.now(zone).date()
        return wishes.series.options(wishes.kind, created, without_results=wishes.without_results)

    def job(self) -> Job | None:
        """What would be saved now; None without a session."""
        return Job(self._uid, self.options()) if self._uid else None

    def _renew(self) -> None:
        """Have the document composed beside the window; a newer wish overtakes an older one."""
        self._number += 1
        self._stale = not self._page.isVisible()
        if self._stale:
            return
        self._session = self._tools.services.views.session(self._uid)
        self._page.choices.show_wishes(self._wishes, confidential=self._session.confidential)
        series = self._tools.services.views.series(self._session.series_uid)
        self._page.show_template(series.template)
        self._show_given()
        work = partial(self._compose, self._number, self._uid, self.options())
        self._tools.tasks.run(work, done=self._show)

    def _show_given(self) -> None:
        if self._session is not None:
            self._given.show(self._uid, self._session.time_zone)

    def _compose(self, number: int, uid: str, options: MinutesOptions, _task: Task) -> _Preview:
        from app.services.preview import compose  # loaded beside the window

        services = self._tools.services
        record = services.minutes.proposed(uid, options)
        options = services.minutes.as_issued(record, options)
        document = compose(record, options, services.texts)
        blocks = tuple(document.blocks)
        prepare(blocks)
        return _Preview(number, document.page, blocks, digest(record, options))

    def _show(self, preview: _Preview) -> None:
        if preview.number != self._number:
            return
        page, self._shown = self._page, preview.number
        page.paper.show_paper(Paper(preview.page, preview.blocks), from_top=self._from_top)
        self._from_top = False
        page.notes.show_digest(preview.digest, self._wishes.kind, self._wishes.without_results)
        page.show_note_count(page.notes.note_count())
        # After the paper: the dictionary that is asked may have to be read first.
        work = partial(self._search_names, self._number, self._uid, self.options())
        self._tools.tasks.run(work, done=self._show_names)

    # -- names --------------------------------------------------------------------------------

    def _search_names(self, number: int, uid: str, options: MinutesOptions, _task: Task) -> _Names:
        services = self._tools.services
        record = services.minutes.record(uid)
        return _Names(number, services.names.in_minutes(record, options))

    def _show_names(self, found: _Names) -> None:
        if found.number != self._number or self._session is None:
            return
        self._searched = found.number
        notes = self._page.notes
        notes.show_names(found.names, closed=self._session.state is SessionState.CLOSED)
        self._page.show_note_count(notes.note_count())

    def _replace_names(self, names: tuple[NameInText, ...]) -> None:
        if len(names) > _MANY_NAMES:
            title = self.tr("Replacing names")
            work = partial(self._replace_beside, self._uid, names)
            self._tools.tasks.run(work, done=self._replaced, failed=self._not_replaced, title=title)
            return
        try:
            self._tools.services.names.replace(self._uid, names)
        except UserError as error:
            self._not_replaced(error)

    def _replace_beside(self, uid: str, names: tuple[NameInText, ...], _task: Task) -> None:
        self._tools.services.names.replace(uid, names)

    def _replaced(self, _nothing: None) -> None:
        """The commit has told the paper already."""

    def _not_replaced(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._tools.messages.error(error)
        self._renew()

    def _leave_name(self, note: NameInText) -> None:
        """Not asked again as long as its text is the same; the others are shown at once."""
        try:
            self._tools.services.names.leave(self._uid, (note,), initiator=self)
        except UserError as error:
            self._tools.messages.error(error)
            return
        names = (each for each in self._page.notes.names if each.mark != note.mark)
        self._show_names(_Names(self._number, tuple(names)))

    def _jump(self, plan_item_uid: str, statement_uid: str) -> None:
        self._tools.frame.reveal(self._uid, plan_item_uid, statement_uid)

    # -- the template -------------------------------------------------------------------------

    def open_template(self) -> None:
        """Show the template of the series, to be looked at or changed."""
        self._open_template(None)

    def open_head(self) -> None:
        """Show what stands in head and foot, to be changed."""
        from ui.minutes.head_desk import HeadDesk

        if self._uid:
            self._head = self._head or HeadDesk(self._tools, self._page)
            self._head.open(self._uid)

    def look_at_template(self, file: Path) -> None:
        """A Word file that was dropped."""
        self._open_template(file)

    def _open_template(self, file: Path | None) -> None:
        from ui.minutes.template_desk import TemplateDesk

        if self._session is not None:
            self._templates = self._templates or TemplateDesk(self._tools, self._page)
            self._templates.open(self._session.series_uid, file)
