"""Durchführen at work: brings session, plan, clock, list and entry line together.

What happens to the entry line, the list, the summary and the clock stands in their desks; here is
what they share – which item is shown, going on and back, and what the frame asks of a step.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.domain.changes import ChangeSet, Entity
from app.domain.statements import StatementView
from app.errors import UserError
from ui.live.clock_desk import ClockDesk
from ui.live.draft_watch import DraftWatch
from ui.live.entry_desk import RECORD, EntryDesk
from ui.live.in_the_room import InTheRoom
from ui.live.live_session import LiveSession
from ui.live.off_record_entrance import OffRecordEntrance
from ui.live.page import LivePage
from ui.live.plan_menu import PlanMenu
from ui.live.speakers_entrance import SpeakersEntrance
from ui.live.standing import Move, Return
from ui.live.statement_desk import StatementDesk
from ui.live.summary_desk import SummaryDesk
from ui.models.plan_model import PlanRows
from ui.pages import Extent, Step, Toolbox
from ui.photos.desk import PhotoDesk
from ui.photos.sources import Source
from ui.room.entrance import RoomEntrance
from ui.widgets.plan_column import plan_words

if TYPE_CHECKING:
    from ui.live.guardian import Guardian

_PLAN_ENTITIES = (Entity.SESSION, Entity.PLAN_ITEM, Entity.STATEMENT)
_PEOPLE_ENTITIES = (Entity.PARTICIPANT, Entity.PERSON, Entity.ORGANISATION)
_QUESTION_KEYS = range(1, 9)
_TO_QUESTION = "live.to_question_"


def live_place(tools: Toolbox) -> LiveController:
    """The step Durchführen of a window."""
    return LiveController(LivePage(tools.theme, tools.texts), tools)


class LiveController(QObject):
    """The place behind the step Durchführen."""

    def __init__(self, page: LivePage, tools: Toolbox) -> None:
        super().__init__(page)
        now = tools.services.clock
        self._page = page
        self._tools = tools
        self._session: LiveSession | None = None
        self._shown_uid = ""
        self._plan_rows = PlanRows(tools.texts, plan_words())
        self._plan_menu = PlanMenu(tools, page.plan.list, self)
        self.clock = ClockDesk(page, tools, now, self)
        self.guardian: Guardian | None = None
        self.entry = EntryDesk(page, tools, now, self)
        self.drafts = DraftWatch(page.entry, tools, self)
        self.statements = StatementDesk(page, tools, self)
        self.summary = SummaryDesk(page, tools, self)
        self.speakers = SpeakersEntrance(page, tools, self.clock, self)
        self.off_record = OffRecordEntrance(page, tools, self.clock, self.entry, self)
        self.photos = PhotoDesk(page.side.photos.strip, tools, self)
        self.room = RoomEntrance(page, tools, self.clock, self)
        self.in_the_room = InTheRoom(page, tools, self.entry, self.statements, self.room, self)
        self._connect_page()
        self._connect_actions()

    # -- what the frame asks -------------------------------------------------------------------

    @property
    def page(self) -> QWidget:
        """The page."""
        return self._page

    def open_session(self, session_uid: str) -> None:
        """Show a session, with the lines that were being typed."""
        session = LiveSession(self._tools.services, self._tools.texts, session_uid)
        self._tools.speller.set_session(session_uid)
        self._tools.blocks.set_session(session_uid)
        self._session, self._shown_uid = session, ""
        self._plan_menu.set_session(session)
        self.statements.open(session)
        self.summary.open(session)
        self.photos.open()
        self.speakers.open(session)
        self.in_the_room.open(session)
        self.entry.open(session)
        self.off_record.open(session, self.statements)
        self._show()
        session.remember_speakers(self.statements.statements())
        self.entry.show_target()
        self._page.plan.list.keep_running_in_view()

    def leave(self) -> None:
        """Hand over what is being typed."""
        self.entry.hand_over()
        self.summary.save()

    def end_session(self) -> None:
        """The start page comes: nothing of the session stays on the projector."""
        self.room.end_session()

    def refresh(self, change_set: ChangeSet) -> None:
        """Something was committed, here or elsewhere."""
        session = self._session
        if session is None or change_set.session_uid not in (session.uid, None):
            return
        self.off_record.refresh(change_set)
        if any(change_set.uids(entity) for entity in _PEOPLE_ENTITIES):
            session.reload_people()
        if change_set.uids(Entity.THEME) or change_set.uids(Entity.TEXT_BLOCK):
            session.reload_series()
        if change_set.initiator is self.entry and change_set.operation == RECORD:
            return  # ``_on_recorded`` has the whole statement and asks for nothing again.
        self.entry.refresh(change_set)
        if any(change_set.uids(entity) for entity in _PLAN_ENTITIES):
            session.reload_plan(typing=not self._page.entry.is_empty())
        self.statements.refresh(change_set)
        self.photos.refresh(change_set)
        self.speakers.refresh(change_set)
        self._show()

    def focus_main(self) -> None:
        """The entry line, or a change that stands in its row again; closed: the plan."""
        entry = self._page.list.editor() or self._page.entry.edit
        (entry if entry.isEnabled() else self.off_record.bar or self._page.plan.list).setFocus()

    def set_extent(self, extent: Extent) -> None:
        """The window has another size class."""
        self._page.set_extent(extent)
        self._show_buttons()

    def columns(self) -> tuple[QWidget, ...]:
        """Plan and centre; the right column while it can be scrolled."""
        area = self._page.side.area
        right = (area,) if area.focusPolicy() != Qt.FocusPolicy.NoFocus else ()
        return (self._page.plan.list, self._page.entry.edit, *right)

    def reveal(self, plan_item_uid: str, statement_uid: str) -> bool:
        """Show a statement of the shown item; while nothing runs, of any."""
        session = self._session
        if session is None or session.standing.find(plan_item_uid) is None:
            return False
        if session.standing.running is None and self._page.entry.is_empty():
            self.entry.send_to(plan_item_uid)
        return self.statements.reveal(statement_uid)

    def item_at_work(self) -> str:
        """What is shown, if there is something to review in it."""
        item = self._session.standing.shown if self._session is not None else None
        return item.uid if item and (item.number is not None or item.statement_count) else ""

    def add_photos(self, sources: Sequence[Source]) -> None:
        """Photos that were dropped or pasted: they belong to the item that is shown."""
        if self._session is not None:
            self.photos.add(sources)

    def ask_for_photos(self) -> None:
        """Choose files; a closed session takes none."""
        if self._session is not None and not self._session.is_closed:
            self.photos.ask()

    def open_cards(self) -> None:
        """The stack of cards of the shown item; a closed session takes none."""
        session = self._session
        item = session.standing.shown if session is not None else None
        if session is not None and item is not None and not session.takes_nothing:
            from ui.cards.dialog import CardsDialog

            CardsDialog(self._tools, session.uid, item, parent=self._page.window()).show_over()

    # -- going on and back ---------------------------------------------------------------------

    def go_on(self) -> None:
        """What the filled button says."""
        session = self._session
        if session is None:
            return
        standing = session.standing
        if standing.move is Move.GO_ON and standing.next is not None:
            self.start(standing.next.uid)
        elif standing.move is Move.BEGIN and standing.items:
            self.start(standing.items[0].uid)
        elif standing.move is Move.FINISH:
            self._finish(session)
        elif standing.move is Move.REVIEW:
            self._tools.frame.go_to(Step.REVIEW)
        elif standing.move is Move.MINUTES:
            self._tools.frame.go_to(Step.MINUTES)

    def go_back(self) -> None:
        """What the button beside it says."""
        if self._session is None:
            return
        standing = self._session.standing
        targets = {
            Return.BACK: standing.previous,
            Return.RESUME: standing.last_touched,
            Return.BEGIN: standing.items[0] if standing.items else None,
        }
        target = targets.get(standing.way_back)
        if target is not None:
            self.start(target.uid)

    def start(self, uid: str) -> None:
        """Let an item run."""
        self.statements.finish_edit()
        try:
            self._tools.services.plan.start(uid, at=self.clock.now(), initiator=self)
        except UserError as error:
            self._tools.messages.unsaved(error)
            return
        self._page.plan.list.keep_running_in_view()
        self.off_record.ask_again()

    def _finish(self, session: LiveSession) -> None:
        self.statements.finish_edit()
        try:
            self._tools.services.plan.finish(session.uid, at=self.clock.now(), initiator=self)
        except UserError as error:
            self._tools.messages.unsaved(error)
            return
        review = partial(self._tools.frame.go_to, Step.REVIEW)
        if self._page.entry.is_empty():
            review()
        else:
            text = self.tr("The session is over. Your line holds text that is not recorded yet.")
            self._tools.messages.warn(text, self.tr("To the review"), review)

    def _put_line(self, uid: str) -> None:
        """A click in the plan: the line belongs there; without anything running it is shown."""
        self.entry.send_to(uid)
        self.focus_main()

    def _put_line_to_question(self) -> None:
        """Alt and a digit. The action says which: a partial would keep the page alive."""
        action = self.sender()
        if action is None or self._session is None:
            return
        number = int(action.objectName().removeprefix(_TO_QUESTION))
        item = self._session.standing.question(number)
        if item is not None and not self.statements.move_to_item(item.uid):
            self.entry.send_to(item.uid)

    def _reach_summary(self) -> None:
        if self._page.summary.isVisibleTo(self._page) or self._page.narrow:
            self._page.reach_summary()

    # -- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        """Everything that depends on the plan."""
        session = self._session
        if session is None:
            return
        standing, apart = session.standing, session.standing.apart
        self._tools.services.clock.hold(standing.running is not None)
        written = apart.uid if apart else None
        rows = self._plan_rows.live(
            standing.items,
            session.starts(self.clock.now()),
            written_to=written,
            over=standing.is_over,
        )
        self._page.plan.model.set_rows(rows)
        self._show_item(session)
        self.summary.show_item(standing.shown)
        self.entry.show_target()
        self._show_buttons()
        self._page.show_hints(shown=not session.takes_nothing)
        self.clock.show_session(session)
        self.room.show_session(session)
        if self.guardian is not None:
            self.guardian.watch(running=standing.running is not None)

    def _guard(self) -> None:
        """Once something has run for a second: until then typing waits for nothing more."""
        if self.guardian is None and self._session and self._session.standing.running:
            from ui.live.guardian import Guardian

            self.guardian = Guardian(self._tools.messages, self)
            self.guardian.watch(running=True)

    def _show_item(self, session: LiveSession) -> None:
        item, words = session.standing.shown, session.words
        if item is None:
            return
        self._page.heading.show_item(
            words.overline(session.standing, item),
            words.since(item, session.schedule, over=session.standing.is_over),
            item.heading,
            words.speaker(item),
        )
        self._page.heading.prompts.show_prompts(item.prompts)
        method = self._tools.services.methods.card(item.method) if item.method else None
        self._page.side.notes.show_notes(item.prompts, item.notes, method, words.tables(item))
        readable = bool(item.prompts or item.notes or method or item.tables)
        self._page.set_prompt_count(len(item.prompts), anything=readable)
        if self._shown_uid not in ("", item.uid):
            self._page.show_quiet("")
        self._shown_uid = item.uid
        self.statements.show_item(item.uid)
        self.in_the_room.show_item(item)
        self.photos.show_item(session.uid, item.uid, closed=session.is_closed)
        for link in (self._page.side.photos.add, self._page.side.photos.cards):
            link.setEnabled(not session.is_closed)

    def _show_buttons(self) -> None:
        session, page = self._session, self._page
        if session is None:
            return
        forward = session.words.forward(session.standing)
        backward = session.words.backward(session.standing)
        page.back.setVisible(backward is not None)
        self._tools.theme.set_icon(page.on, forward.icon)
        page.plan.set_button_text(page.on, forward.text)
        if backward is not None:
            self._tools.theme.set_icon(page.back, backward.icon)
            page.plan.set_button_text(page.back, backward.text)

    # -- wiring --------------------------------------------------------------------------------

    def _say_missed(self, splits: bool) -> None:
        """Which statement the key is for; what is typed next belongs into the line."""
        choose = self.tr("Choose a statement first: Up in the empty line goes to the last one.")
        edit = self.tr("Open the statement with Enter first: F7 splits it at the cursor.")
        self._page.show_quiet(edit if splits else choose)
        if self._page.plan.list.hasFocus():
            self.focus_main()

    def _connect_page(self) -> None:
        page = self._page
        page.on.clicked.connect(self.go_on)
        page.back.clicked.connect(self.go_back)
        page.keys.clicked.connect(self._open_keys)
        page.plan.list.item_activated.connect(self._put_line)
        page.plan.list.left.connect(self.focus_main)
        page.summary.finished.connect(self.focus_main)
        page.statement_missed.connect(self._say_missed)
        page.entry.edit.up_wanted.connect(self.statements.select_last)
        self.statements.left.connect(self.focus_main)
        self._plan_menu.start_wanted.connect(self.start)
        self._plan_menu.send_wanted.connect(self._put_line)
        self.entry.moved.connect(self._show)
        self.entry.recorded.connect(self._on_recorded)
        self.clock.ticked.connect(self.drafts.look)
        self.clock.ticked.connect(self._guard)
        page.entry.edit.photos_pasted.connect(self.add_photos)
        page.side.photos.add.clicked.connect(self.ask_for_photos)
        self.photos.shown.connect(page.side.photos.show_count)
        self.photos.added.connect(page.show_photos)
        self.photos.left.connect(self.focus_main)
        self.speakers.left.connect(self.focus_main)
        self.in_the_room.left.connect(self.focus_main)
        self.off_record.left.connect(self.focus_main)

    def _connect_actions(self) -> None:
        get = self._tools.actions.get
        get("live.next").triggered.connect(self.go_on)
        get("live.previous").triggered.connect(self._go_to_previous)
        get("live.take_back").triggered.connect(self.entry.take_back)
        get("live.summary").triggered.connect(self._reach_summary)
        get("live.kind").triggered.connect(self.entry.next_kind)
        get("live.table").triggered.connect(self.entry.next_table)
        get("live.prompt").triggered.connect(self._page.heading.prompts.show_next)
        get("live.cards").triggered.connect(self.open_cards)
        self._page.side.photos.cards.clicked.connect(self.open_cards)
        get("live.photos").triggered.connect(self.ask_for_photos)
        get("session.right_column").triggered.connect(self._toggle_side)
        for number in _QUESTION_KEYS:
            get(f"{_TO_QUESTION}{number}").triggered.connect(self._put_line_to_question)

    def _go_to_previous(self) -> None:
        """The key goes back, but begins nothing."""
        if self._session and self._session.standing.way_back is not Return.BEGIN:
            self.go_back()

    def _open_keys(self) -> None:
        self._tools.frame.open_dialog("keys")

    def _toggle_side(self) -> None:
        """F11 reaches every step; only the one that is shown answers."""
        if self._page.isVisible():
            self._page.toggle_side()

    def _on_recorded(self, statement: StatementView) -> None:
        """One row more and one count more; ``moved`` follows and shows the rest."""
        if self._session is not None:
            self._session.count(statement)
            self.statements.append(statement)
            self._page.list.scroll_to_end()
