"""Nachbereiten at work: brings plan, statements, summary and the right column together.

What happens to the list, the summary and the next steps stands in their desks; here is what they
share – which item is shown, and what the frame asks of a step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.actors import read_line
from app.domain.changes import ChangeSet, Entity
from app.domain.completeness import Gap, Missing, missing
from app.domain.incoming.statements import StatementChanges
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.vocabulary import PlanItemKind, Reading, SessionState
from ui.dialogs.close_session import CloseSessionDialog
from ui.histories import show_history
from ui.keys import key_text
from ui.models.plan_model import PlanRows
from ui.pages import Extent, Step, Toolbox
from ui.photos.desk import PhotoDesk
from ui.photos.sources import Source
from ui.review.changes import Changes
from ui.review.in_the_room import InTheRoom
from ui.review.list_desk import ListDesk
from ui.review.page import ReviewPage
from ui.review.passages import PassagesDesk
from ui.review.review_session import ReviewSession
from ui.review.side import STATEMENT, STEPS
from ui.review.step_desk import StepDesk
from ui.review.summary_desk import SummaryDesk
from ui.widgets.plan_column import plan_words

_PLAN_ENTITIES = (Entity.SESSION, Entity.PLAN_ITEM, Entity.STATEMENT)
_PEOPLE_ENTITIES = (Entity.PARTICIPANT, Entity.PERSON, Entity.ORGANISATION)
_STEP_ENTITIES = (
    *(Entity.NEXT_STEP, Entity.STATEMENT, Entity.SESSION),
    *(Entity.PARTICIPANT, Entity.PERSON),
)
_LANGUAGE = "protocol_language"
"""The setting: whether what minutes avoid is underlined."""
_STATES: Mapping[SessionState, tuple[str, str]] = {
    SessionState.PLANNED: ("calendar-plus", "ink2"),
    SessionState.RUNNING: ("player-play", "ink2"),
    SessionState.REVIEW: ("clipboard-check", "ink2"),
    SessionState.CLOSED: ("lock", "settled"),
}


class ReviewController(QObject):
    """The place of the step "Nachbereiten"."""

    def __init__(self, page: ReviewPage, tools: Toolbox) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools
        self._session: ReviewSession | None = None
        self._item_uid = ""
        self._plan_rows = PlanRows(tools.texts, plan_words())
        self.changes = Changes(tools, self)
        self.statements = ListDesk(page.list, page.filters, tools, self.changes, self)
        self.summary = SummaryDesk(page.summary, tools, self)
        self.steps = StepDesk(tools, self.changes, self)
        self.photos = PhotoDesk(page.photos, tools, self)
        self.in_the_room = InTheRoom(page, tools, self.statements, self)
        self.passages = PassagesDesk(page, tools, self)
        self._connect_page()
        page.side_made.connect(self._on_side_made)

    # -- the frame's calls ------------------------------------------------------------------

    @property
    def page(self) -> QWidget:
        """The widget the frame stacks."""
        return self._page

    def open_session(self, session_uid: str) -> None:
        """Show a session, with what was being typed; first the item with something in it."""
        session = ReviewSession(self._tools.services, self._tools.texts, session_uid)
        self._tools.speller.set_session(session_uid)
        self._tools.blocks.set_session(session_uid)
        self._session, self._item_uid = session, ""
        kept = self._tools.services.drafts.load(session.uid)
        self.statements.open(session, kept)
        self.summary.open(session, kept)
        self.steps.open(session, kept)
        self.in_the_room.open(session)
        self.photos.open()
        self.passages.open(session)
        first = session.item(self.statements.has_kept_edit()) or session.first_item()
        self._show_plan()
        self._show_state()
        self.show_item(first.uid if first else "")
        if self._page.has_side:
            self._page.side.show_tab(STATEMENT)
            self._fill_side()

    def leave(self) -> None:
        """Save everything that is being typed."""
        self.statements.finish_edit()
        self.summary.save()
        self._flush_side()

    def refresh(self, change_set: ChangeSet) -> None:
        """Something was committed, here or elsewhere."""
        session = self._session
        if session is None or change_set.session_uid not in (session.uid, None):
            return
        if any(change_set.uids(entity) for entity in _PEOPLE_ENTITIES):
            session.reload_people()
            self._take_people()
        if change_set.uids(Entity.SESSION):
            session.reload_head()
            self._take_people()
            self._show_state()
        if change_set.uids(Entity.THEME):
            session.reload_themes()
        if change_set.uids(Entity.SERIES):
            session.reload_release()
        if any(change_set.uids(entity) for entity in _PLAN_ENTITIES):
            session.reload_plan()
            self._show_plan()
            self._show_shown_item()
        if any(change_set.uids(entity) for entity in _STEP_ENTITIES):
            self.steps.show()
        self.statements.refresh(change_set)
        self.photos.refresh(change_set)
        self.passages.refresh(change_set)
        if change_set.uids(Entity.SESSION):
            self._show_current()

    def focus_main(self) -> None:
        """The list, or the editor in it; without statements the plan."""
        view = self._page.list
        shown = view.isVisibleTo(self._page)
        ((view.editor() or view) if shown else self._page.plan.list).setFocus()

    def set_extent(self, extent: Extent) -> None:
        """Another size class."""
        self._page.set_extent(extent)

    def columns(self) -> tuple[QWidget, ...]:
        """Plan, statements, right column."""
        page = self._page
        centre = page.list if page.list.isVisibleTo(page) else page.summary
        return (page.plan.list, centre, page.side.first_control())

    def reveal(self, plan_item_uid: str, statement_uid: str) -> bool:
        """Show a statement; with an empty one its item."""
        session = self._session
        if session is None or session.item(plan_item_uid) is None:
            return False
        self.show_item(plan_item_uid)
        self._page.plan.list.show_item(plan_item_uid)
        self._page.show_list()
        if statement_uid and not self.statements.reveal(statement_uid):
            return False
        self.focus_main()
        return True

    def item_at_work(self) -> str:
        """The item that is shown."""
        return self._item_uid

    def show_statement(self, statement_uid: str) -> bool:
        """Show a statement wherever it is."""
        found = self._tools.services.views.statements_by_uid([statement_uid])
        return bool(found) and self.reveal(found[0].plan_item_uid, statement_uid)

    def add_photos(self, sources: Sequence[Source]) -> None:
        """Photos that were dropped or pasted: they belong to the item that is shown."""
        if self._session is not None:
            self._page.show_list()
            self.photos.add(sources)

    def ask_for_photos(self) -> None:
        """Choose files; a closed session takes none."""
        if self._page.photo_button.isEnabled():
            self._page.show_list()
            self.photos.ask()

    def open_cards(self) -> None:
        """The stack of cards of the shown item; a closed session takes none."""
        session, item = self._session, self._item()
        if session is not None and item is not None and not session.is_closed:
            self.statements.finish_edit()
            from ui.cards.dialog import CardsDialog

            CardsDialog(self._tools, session.uid, item, parent=self._page.window()).show_over()

    # -- showing ----------------------------------------------------------------------------

    def show_item(self, uid: str) -> None:
        """Another item of the plan."""
        if uid != self._item_uid:
            self._flush_side()
            self._item_uid = uid
            self._show_shown_item()
            self._page.plan.list.show_item(uid)

    def _item(self) -> PlanItemView | None:
        return self._session.item(self._item_uid) if self._session else None

    def _show_shown_item(self) -> None:
        session, item = self._session, self._item()
        if session is None:
            return
        if item is None and session.items:
            self.show_item(session.items[0].uid)
            return
        question = item is not None and item.kind is PlanItemKind.QUESTION
        heading = item.heading if item else ""
        self._page.show_head(self._overline(session, item), heading, with_summary=question)
        self.summary.show_item(item)
        self.statements.show_item(item)
        self.passages.show_item(item.uid if item else "")
        self.photos.show_item(session.uid, item.uid if item else "", closed=session.is_closed)
        for adding in (self._page.photo_button, self._page.cards_button):
            adding.setEnabled(item is not None and not session.is_closed)

    def _overline(self, session: ReviewSession, item: PlanItemView | None) -> str:
        if item is None:
            return ""
        if item.number is None:
            number, count = session.items.index(item) + 1, len(session.items)
            text = self.tr("Item %1 of %2")
        else:
            number, count = item.number, session.questions
            text = self.tr("Question %1 of %2")
        return text.replace("%1", str(number)).replace("%2", str(count))

    def _show_plan(self) -> None:
        if self._session is not None:
            rows = self._plan_rows.review(self._session.items)
            self._page.plan.model.set_rows(rows)

    def _show_state(self) -> None:
        session = self._session
        if session is None:
            return
        state = session.view.state
        icon, tone = _STATES[state]
        action = self.tr("Open again") if session.is_closed else self.tr("Close …")
        self._page.show_state(icon, self._tools.texts.word(state), tone, action)

    def _show_current(self) -> None:
        session, statement = self._session, self.statements.current()
        if session is None:
            return
        self._page.menu_button.setEnabled(statement is not None and not session.is_closed)
        if not self._page.has_side:
            return
        side = self._page.side
        if side.statement_uid != (statement.uid if statement else ""):
            side.flush()
        side.show_statement(session, self._item(), statement)
        side.show_language(statement if self._page.language.isChecked() else None)
        side.show_reading_of(self._item(), self.statements.statements())

    def _switch_language(self, on: bool) -> None:
        """Underline what minutes avoid, or stop it, and remember that."""
        self._tools.settings.put(_LANGUAGE, on)
        self._page.list.show_language(shown=on)
        self._show_current()

    def _show_counts(self, shown: int, total: int) -> None:
        if shown:
            self._page.show_empty("", filtered=False)
        elif total:
            self._page.show_empty(self.tr("Nothing with this filter"), filtered=True)
        else:
            self._page.show_empty(self.tr("Nothing was recorded here."), filtered=False)

    def _show_selected(self) -> None:
        count = len(self._page.list.selectionModel().selectedRows())
        closed = self._session is None or self._session.is_closed
        self._page.show_selected(count, closed=closed)

    # -- the right column -------------------------------------------------------------------

    def _on_side_made(self) -> None:
        self._connect_side()
        self._fill_side()

    def _fill_side(self) -> None:
        self._take_people()
        self.steps.show()
        self._show_current()

    def _take_people(self) -> None:
        if self._session is not None and self._page.has_side:
            self._page.side.facts.set_session(self._session)

    def _flush_side(self) -> None:
        """Save what is being typed in the right column."""
        if self._page.has_side:
            self._page.side.flush()

    def _change(self, changes: object) -> None:
        statement = self._shown_statement()
        if statement is not None and isinstance(changes, StatementChanges):
            self.changes.update([statement.uid], changes)

    def _change_actors(self, actors: object) -> None:
        self._change(StatementChanges.model_validate({"actors": actors}))

    def _change_detail(self, name: str, value: object) -> None:
        statement = self._shown_statement()
        if statement is not None:
            details = replace(statement.details, **{name: value})  # type: ignore[arg-type]
            self._change(StatementChanges(details=details))

    def _shown_statement(self) -> StatementView | None:
        """The statement of the right column, which may just have been left in the list."""
        uid = self._page.side.statement_uid
        return next((s for s in self.statements.statements() if s.uid == uid), None)

    def confirm(self) -> None:
        """It was read right; the next one that nobody has looked at yet."""
        statement, session = self.statements.current(), self._session
        if statement is None or session is None or session.is_closed:
            return
        self._page.side.flush()
        if self.changes.update([statement.uid], StatementChanges(reading_confirmed=True)):
            self.go_to_unread()

    def go_to_unread(self) -> None:
        """The next statement that nobody has looked at yet; the focus follows."""
        side = self._page.side
        if self.statements.next_unread() and side.reading.confirm.isVisibleTo(side):
            side.reading.confirm.setFocus()
        else:
            self._page.list.setFocus()

    def read_again(self) -> None:
        """Read the text anew, as if it had just been typed."""
        statement, item, session = self.statements.current(), self._item(), self._session
        if statement is None or session is None:
            return
        reading = item.reading if item and item.reading is not Reading.NONE else Reading.COOPERATION
        read = read_line(statement.text, reading, session.organisation_names())
        changed = {"actors": read.actors, "reading_confirmed": False}
        if read.purpose:
            changed["details"] = replace(statement.details, purpose=read.purpose)
        self._change(StatementChanges.model_validate(changed))

    # -- state ------------------------------------------------------------------------------

    def change_state(self) -> None:
        """Close the session after a question, or open it again."""
        session = self._session
        if session is None:
            return
        if session.is_closed:
            self._set_state(SessionState.REVIEW)
            return
        views = self._tools.services.views
        found = missing(
            session.view,
            session.items,
            session.people.values(),
            views.statements(session.uid),
            views.next_steps(session.uid),
        )
        dialog = CloseSessionDialog(self._tools.theme, found, parent=self._page.window())
        dialog.jump_wanted.connect(self._go_to_missing)
        dialog.accepted.connect(self._close)
        dialog.show_over()

    def _go_to_missing(self, missing: Missing) -> None:
        """Where what is missing can be filled in."""
        if missing.statement_uid:
            self.show_statement(missing.statement_uid)
        elif missing.gap is Gap.NEXT_STEPS:
            self._focus_steps()
        else:
            self._tools.frame.go_to(Step.PREPARE)
            self._tools.actions.get(f"prepare.go_{missing.gap}").trigger()

    def _close(self) -> None:
        session = self._session
        if session is None:
            return
        self.leave()
        if session.view.state is SessionState.RUNNING:
            self.changes.attempt(partial(self._tools.services.plan.finish, session.uid))
        self._set_state(SessionState.CLOSED)

    def _set_state(self, state: SessionState) -> None:
        if self._session is not None:
            uid = self._session.uid
            self.changes.attempt(partial(self._tools.services.sessions.set_state, uid, state))

    def _say_missed(self, splits: bool) -> None:
        """Which statement the key is for; the list has the focus then, not the plan."""
        choose = self.tr("Choose a statement in the list first.")
        edit = self.tr("Open the statement with Enter first: F7 splits it at the cursor.")
        self._tools.messages.warn(edit if splits else choose)
        if self._page.plan.list.hasFocus():
            self.focus_main()

    # -- wiring -----------------------------------------------------------------------------

    def _connect_page(self) -> None:
        page, get = self._page, self._tools.actions.get
        page.plan.list.item_activated.connect(self.show_item)
        page.plan.list.left.connect(self.focus_main)
        page.on.clicked.connect(self._go_on)
        page.state_button.clicked.connect(self.change_state)
        page.summary.left.connect(self.focus_main)
        page.language.setChecked(self._tools.settings.flag(_LANGUAGE, default=False))
        page.list.show_language(shown=page.language.isChecked())
        page.language.toggled.connect(self._switch_language)
        page.menu_button.clicked.connect(self.statements.open_menu)
        page.clear_filter.clicked.connect(page.filters.clear)
        page.list.left.connect(page.list.clearSelection)
        page.statement_missed.connect(self._say_missed)
        page.bulk.chosen.connect(self.statements.change_selected)
        page.list.selectionModel().selectionChanged.connect(self._show_selected)
        self.statements.current_changed.connect(self._show_current)
        self.statements.shown.connect(self._show_counts)
        self.statements.themes_wanted.connect(self._focus_themes)
        self.statements.time_wanted.connect(self._focus_time)
        self.statements.memo_wanted.connect(self._focus_memo)
        self.statements.history_wanted.connect(self._show_history)
        page.photo_button.clicked.connect(self.ask_for_photos)
        self.photos.shown.connect(page.show_photo_count)
        self.photos.left.connect(self.focus_main)
        page.cards_button.clicked.connect(self.open_cards)
        page.feedback_button.clicked.connect(get("session.feedback").trigger)
        get("review.cards").triggered.connect(self.open_cards)
        get("review.photos").triggered.connect(self.ask_for_photos)
        get("session.right_column").triggered.connect(self._toggle_right)
        get("review.confirm").triggered.connect(self.confirm)
        get("review.next_steps").triggered.connect(self._focus_steps)
        get("review.summary").triggered.connect(self._focus_summary)
        self._show_selected()

    def _connect_side(self) -> None:
        side = self._page.side
        confirm = self._tools.actions.get("review.confirm").shortcut()
        side.reading.confirm.setToolTip(key_text(confirm.toString()))
        side.left.connect(self._back_to_list)
        side.next.clicked.connect(self.go_to_unread)
        side.facts.changed.connect(self._change)
        side.detail_changed.connect(self._change_detail)
        side.reading.actors_changed.connect(self._change_actors)
        side.reading.confirmed.connect(self.confirm)
        side.reading.read_again.connect(self.read_again)
        self.steps.attach(side)

    def _go_on(self) -> None:
        self._tools.frame.go_to(Step.MINUTES)

    def _toggle_right(self) -> None:
        """F11 reaches every step; only the one that is shown answers."""
        if self._page.isVisible():
            self._page.toggle_right()

    def _back_to_list(self) -> None:
        self._page.show_list()
        self.focus_main()

    def _focus_themes(self) -> None:
        self._page.show_side(STATEMENT)
        self._page.side.facts.themes.setFocus()

    def _focus_time(self) -> None:
        self._page.show_side(STATEMENT)
        self._page.side.facts.time.setFocus()

    def _focus_memo(self) -> None:
        self._page.show_side(STATEMENT)
        self._page.side.facts.memo.setFocus()

    def _show_history(self, uid: str) -> None:
        if self._session is not None:
            window = self._page.window()
            show_history(self._tools, self.changes, uid, self._session.view, window)

    def _focus_steps(self) -> None:
        self._page.show_side(STEPS)
        self._page.side.steps.form.text.setFocus()

    def _focus_summary(self) -> None:
        self._page.show_list()
        if self._page.summary.isVisibleTo(self._page):
            self._page.summary.setFocus()
