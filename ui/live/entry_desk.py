"""The entry line at work: keeps its draft, records it, takes the last statement back.

The line is cleared after the commit and not before. Whatever fails, the text is still there.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.changes import ChangeSet, Entity
from app.domain.drafts import DraftPayload
from app.domain.entry import Completion, Line, Sign
from app.domain.pasting import lines_of
from app.domain.person_line import split_person
from app.domain.shorthand import ParsedLine, ParsedStep, not_read
from app.domain.statements import StatementView
from app.domain.tables import table_names
from app.domain.text import clean
from app.domain.vocabulary import NamingLevel
from app.errors import UserError
from ui.keys import key_text
from ui.live.entry_draft import (
    Kept,
    kind_of,
    marked,
    moment_of,
    statement_draft,
    step_draft,
    topic_draft,
)
from ui.live.entry_words import doubt, recorded_elsewhere, stayed_text
from ui.live.live_session import LiveSession, Now
from ui.live.page import LivePage
from ui.live.paste_desk import PasteDesk
from ui.live.statement_line import line_of
from ui.pages import Toolbox
from ui.widgets.statement_entry import Typed

SLOT = "entry"
RECORD = "statement.record"
"""The operation of a recorded line."""

Written = TypeVar("Written")


class EntryDesk(QObject):
    """Between the entry line and the services. ``moved``: the line belongs elsewhere now."""

    moved = Signal()
    recorded = Signal(object)
    """The ``StatementView`` that is on the disk now."""

    def __init__(self, page: LivePage, tools: Toolbox, now: Now, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._entry = page.entry
        self._tools = tools
        self._now = now
        self._session: LiveSession | None = None
        self._kept: DraftPayload | None = None
        self._revision: int | None = None
        self._recorded_at: dt.datetime | None = None
        self._taken_uid = ""
        """The statement whose text stands in the line again, as long as it is that text."""
        self._unnamed = False
        self._table = ""
        """The table that reports, until the next key."""
        self._pasting = PasteDesk(page, tools, self)
        self._keeping = QTimer(self, singleShot=True, interval=0)
        self._keeping.timeout.connect(self._keep)
        tools.speller.watch(self._entry.edit)
        tools.blocks.watch(self._entry.edit)
        self._entry.submitted.connect(self.submit)
        self._entry.changed.connect(self._keep_soon)
        self._entry.lines_submitted.connect(self.submit_lines)
        self._entry.edit.person_wanted.connect(self._add_person)
        self._entry.edit.undo_wanted.connect(tools.actions.get("session.undo").trigger)
        self._entry.edit.redo_wanted.connect(tools.actions.get("session.redo").trigger)
        page.lines.one_wanted.connect(self.submit)
        page.lines.each_wanted.connect(self.submit_lines)

    # -- opening and leaving --------------------------------------------------------------------

    def open(self, session: LiveSession) -> None:
        """Another session: what stood in its line stands there again."""
        self._session = None
        self._entry.reset()
        self._keeping.stop()
        self._recorded_at, self._taken_uid, self._table = None, "", ""
        self._unnamed = False
        self._page.show_quiet("")
        payload = self._tools.services.drafts.load(session.uid).get(SLOT)
        self._kept = payload
        self._session = session
        if payload is not None and not session.is_closed:
            self._restore(session, payload)

    def hand_over(self) -> None:
        """The page is left: the newest state of the line goes to the drafts."""
        self._keep()

    def refresh(self, change_set: ChangeSet) -> None:
        """A statement taken back into the line exists again: recording it would double it."""
        if self._keeping.isActive():
            self._keep()
        session = self._session
        restored = self._taken_uid in change_set.uids(Entity.STATEMENT, "created")
        if session is not None and self._taken_uid and restored:
            self._discard(session)
            session.standing = session.standing.recorded()

    def show_target(self) -> None:
        """Where the line belongs, what it may be, and whether it takes anything."""
        session = self._session
        if session is None:
            return
        standing, words = session.standing, session.words
        item, apart, running = standing.written_to, standing.apart, standing.running
        way = words.way_to(running) if apart and running else ""
        self._show_place(words.place(apart, self._table), way)
        self._entry.set_source(self._table)
        if item is not None:
            self._entry.set_context(session.context())
            self._entry.offer_kinds(item.kinds_offered, item.statement_kind)
        reason = self.tr("This session is closed. To reopen it: on the start page.")
        silent = self.tr("Off the record: nothing is taken down. %1 takes down again.")
        silent = silent.replace("%1", key_text("Alt+O")) if session.off_record else ""
        had_focus = self._entry.edit.hasFocus()
        self._entry.set_closed(reason if session.is_closed else silent)
        if had_focus and session.is_closed:
            self._page.plan.list.setFocus()

    def _show_place(self, place: str, way: str) -> None:
        unnamed = self.tr("without a name") if self._unnamed else ""
        back = self.tr("%1: with the name as agreed").replace("%1", key_text("Alt+U"))
        self._entry.show_target(
            " · ".join(filter(None, (place, unnamed))), way or (back if unnamed else "")
        )

    # -- on request -----------------------------------------------------------------------------

    @property
    def taken_uid(self) -> str:
        """The statement whose text stands in the line again; empty for any other line."""
        return self._taken_uid

    @property
    def begun(self) -> dt.datetime | None:
        """When the line was begun; None for an empty one."""
        self._keep()
        return moment_of(self._kept.data.get("begun")) if self._kept else None

    def forget_line(self) -> None:
        """The line was taken out for good, with its draft: nothing brings it back."""
        self._clear()

    def toggle_unnamed(self) -> None:
        """Whoever says the line is not to be named, or as agreed after all."""
        self._unnamed = not self._unnamed
        self._keep()
        self.show_target()

    # -- recording ------------------------------------------------------------------------------

    def submit(self) -> None:
        """Enter: do what the line says – mostly record it as a statement."""
        self._keep()
        session = self._session
        if session is None or session.takes_nothing:
            return
        item, typed = session.standing.written_to, self._entry.typed()
        if item is None:
            text = self.tr("The plan is empty. Add an item under Prepare (%1), then Enter records.")
            self._page.show_quiet(text.replace("%1", key_text("Ctrl+1")))
            return
        parsed = typed.parsed
        if parsed.marks_previous is not None:
            self._mark_previous(session, item.uid, parsed.marks_previous)
        elif not parsed.text:
            self._page.show_quiet(self.tr("There is no text yet.") if typed.line.text else "")
        elif parsed.step is not None:
            self._add_step(session, parsed, parsed.step)
        elif parsed.continues:
            self._go_on(session, item.uid, typed)
        else:
            self._record(session, item.uid, typed)

    def submit_lines(self) -> None:
        """Ctrl+Enter: each pasted line is a statement. Without an offer it is like Enter."""
        session = self._session
        item = session.standing.written_to if session else None
        if session is None or item is None or not self._pasting.offers_lines:
            self.submit()
            return
        typed = self._entry.typed()
        texts = lines_of(typed.parsed.text)
        capture = self._tools.services.capture

        def write() -> tuple[StatementView, ...]:
            draft = statement_draft(item.uid, typed, self._kept_with_line)
            return capture.record_lines(draft, texts)

        views = self._written(write)
        if views is not None:
            self._clear()
            session.remember_speakers(views)
            session.standing = session.standing.recorded()
            self._page.show_quiet(self.tr("%1 statements recorded.").replace("%1", str(len(views))))
            self.moved.emit()

    def park(self) -> None:
        """The line goes into the parking lot, with the item it belongs to."""
        self._keep()
        session = self._session
        item = session.standing.written_to if session else None
        if session is None or item is None or session.is_closed:
            return
        parsed = self._entry.typed().parsed
        if not parsed.text:
            self._page.show_quiet(self.tr("Type the topic first, then put it off with this key."))
            return
        park = self._tools.services.in_the_room.park

        def write() -> str:
            return park(session.uid, topic_draft(item.uid, parsed, self._kept_with_line))

        if self._written(write) is not None:
            self._clear()
            session.standing = session.standing.recorded()
            self._page.show_quiet(self.tr("Put off: %1").replace("%1", parsed.text))
            self.moved.emit()

    def take_back(self) -> None:
        """The last statement goes back into the empty line, or is only taken away."""
        session = self._session
        if session is None or session.off_record:
            return
        try:
            taken = self._tools.services.capture.take_back_last(session.uid, initiator=self)
        except UserError as error:
            self._tools.messages.error(error)
            return
        if taken is None:
            self._page.show_quiet(self.tr("There is no statement to take back."))
        elif self._entry.is_empty():
            self._put_back(session, taken)
        else:
            self._page.show_quiet("")
            undo = self._tools.actions.get("session.undo")
            text = self.tr("The last statement was taken back.")
            self._tools.messages.done(text, self.tr("Undo"), undo.trigger)

    def send_to(self, uid: str | None) -> None:
        """The line belongs to this item now."""
        session = self._session
        if session is not None and session.standing.find(uid) is not None:
            session.standing = session.standing.sending(uid)
            self._keep()
            self.moved.emit()

    def next_kind(self) -> None:
        """The next of the kinds that the question offers."""
        item = self._session.standing.written_to if self._session else None
        if item is None or not item.kinds_offered:
            return
        offered = list(item.kinds_offered)
        now = self._entry.kind.kind()
        at = offered.index(now) if now in offered else -1
        self._entry.choose_kind(offered[(at + 1) % len(offered)])

    def next_table(self) -> None:
        """The next table reports, then none: its name is the source of what nobody is named for."""
        session = self._session
        if session is None or session.is_closed:
            return
        names = ("", *table_names(item.tables for item in session.standing.items))
        if len(names) == 1:
            text = self.tr("No tables are planned. They are typed at an item while preparing (F2).")
            self._page.show_quiet(text)
            return
        at = names.index(self._table) if self._table in names else 0
        self._table = names[(at + 1) % len(names)]
        self.show_target()

    @property
    def _kept_with_line(self) -> Kept:
        return Kept(self._revision, self._recorded_at, self._table, self._unnamed)

    def _written(self, write: Callable[[], Written]) -> Written | None:
        """What a service returns; None if it refused, which is said: the line stays as it is."""
        try:
            return write()
        except UserError as error:
            self._tools.messages.unsaved(error)
            return None
        except Exception:
            self._tools.messages.saving_failed.emit()
            raise

    def _record(self, session: LiveSession, item_uid: str, typed: Typed) -> None:
        capture = self._tools.services.capture

        def write() -> StatementView:
            draft = statement_draft(item_uid, typed, self._kept_with_line)
            return capture.record(draft, initiator=self)

        view = self._written(write)
        if view is None:
            return
        elsewhere = session.standing.apart
        removed = clean(typed.parsed.text).removed
        self._clear()
        session.remember_speakers([view])
        session.standing = session.standing.recorded()
        if removed:
            self._pasting.say_cleaned(removed)
        elif odd := not_read(typed.line, typed.parsed):
            self._page.show_quiet(stayed_text(odd))
        elif elsewhere is not None:
            self._page.show_quiet(recorded_elsewhere(session, elsewhere))
        self.recorded.emit(view)
        self.moved.emit()

    def _go_on(self, session: LiveSession, item_uid: str, typed: Typed) -> None:
        """``+``: the text belongs to the statement before."""
        if self._previous(session, item_uid) is None:
            self._page.show_quiet(self.tr("There is no statement before this line to continue."))
            return
        capture = self._tools.services.capture

        def write() -> StatementView:
            return capture.go_on(statement_draft(item_uid, typed, self._kept_with_line))

        if self._written(write) is not None:
            self._clear()
            session.standing = session.standing.recorded()
            self.moved.emit()

    def _add_step(self, session: LiveSession, parsed: ParsedLine, step: ParsedStep) -> None:
        """``>``: a next step, which stands under the review; so it is said what was understood."""
        capture = self._tools.services.capture

        def write() -> str:
            draft = step_draft(parsed, step, self._kept_with_line)
            return capture.add_next_step(session.uid, draft)

        if self._written(write) is not None:
            self._clear()
            session.standing = session.standing.recorded()
            self._page.show_quiet(session.words.step(parsed.text, step))
            self.moved.emit()

    def _add_person(self, completion: Completion) -> None:
        """Somebody new, from the proposal: added to the session, and a chip in the line."""
        from app.domain.incoming.people import ParticipantDraft

        session = self._session
        if session is None or session.is_closed:
            return
        name, organisation = split_person(completion.value)
        people = self._tools.services.people
        draft = ParticipantDraft(name=name, organisation=organisation)
        uid = self._written(partial(people.add, session.uid, draft))
        if uid is not None:
            self._entry.edit.take(replace(completion, value=uid, is_new=False))
            text = self.tr("Added to the session: %1")
            self._page.show_quiet(text.replace("%1", ", ".join(filter(None, (name, organisation)))))

    def _previous(self, session: LiveSession, item_uid: str) -> StatementView | None:
        statements = self._tools.services.views.statements(session.uid, item_uid)
        return statements[-1] if statements else None

    def _mark_previous(self, session: LiveSession, item_uid: str, sign: Sign) -> None:
        previous = self._previous(session, item_uid)
        if previous is None:
            self._page.show_quiet(self.tr("There is no statement before this line to mark."))
            return
        capture = self._tools.services.capture

        def write() -> bool:
            capture.update([previous.uid], marked(previous, sign))
            return True

        if self._written(write):
            self._discard(session)

    def _discard(self, session: LiveSession) -> None:
        """Empty the line without recording it."""
        self._tools.services.drafts.discard(session.uid, SLOT)
        self._clear()

    def _clear(self) -> None:
        """The text is on the disk."""
        self._kept, self._revision, self._recorded_at, self._taken_uid = None, None, None, ""
        self._unnamed = False
        session, self._session = self._session, None
        try:
            self._entry.reset()
        finally:
            self._keeping.stop()
            self._session = session
        self._page.show_quiet("")

    def _put_back(self, session: LiveSession, taken: StatementView) -> None:
        item = session.standing.find(taken.plan_item_uid)
        kind = None if item and taken.kind is item.statement_kind else taken.kind
        self._recorded_at = taken.recorded_at
        self._unnamed = taken.naming is NamingLevel.ANONYMOUS
        session.standing = session.standing.sending(taken.plan_item_uid)
        self.moved.emit()
        self._entry.set_typed(line_of(taken, session.people), kind=kind)
        self._keep()  # another text than before; from here on it is this statement's
        self._taken_uid = taken.uid
        self._keep()
        time = session.words.time(taken.recorded_at)
        text = self.tr("Taken back: statement of %1. Enter records it again.")
        self._page.show_quiet(text.replace("%1", time))
        self._entry.edit.setFocus()

    # -- the draft ------------------------------------------------------------------------------

    def _keep_soon(self) -> None:
        """Behind the paint: a key is seen before its draft is made, some milliseconds earlier."""
        self._keeping.start()

    def _keep(self) -> None:
        self._keeping.stop()
        session = self._session
        if session is None or session.is_closed:
            return
        if self._entry.edit.line.text != _text(self._kept):
            # What was said about the line was said about another text.
            self._taken_uid = ""
            self._page.show_quiet(doubt(self._entry.edit.parsed))
        payload = self._payload(session)
        # A line that was brought back has no revision yet, by which recording would end it.
        if payload == self._kept and (payload is None or self._revision is not None):
            return
        self._kept = payload
        drafts = self._tools.services.drafts
        if payload is None:
            self._recorded_at = None
            self._let_be_named()
            drafts.discard(session.uid, SLOT)
        else:
            self._revision = drafts.keep(session.uid, SLOT, payload)

    def _let_be_named(self) -> None:
        """The line was emptied: what is typed next is another one."""
        if self._unnamed:
            self._unnamed = False
            self.show_target()

    def _payload(self, session: LiveSession) -> DraftPayload | None:
        typed = self._entry.typed()
        item = session.standing.written_to
        if not typed.line.text:
            return None
        data: dict[str, object] = {**typed.line.to_data(), "item": item.uid if item else ""}
        if typed.kind is not None:
            data["kind"] = str(typed.kind)
        if self._recorded_at is not None:
            data["recorded_at"] = self._recorded_at.isoformat()
        if self._taken_uid:
            data["taken"] = self._taken_uid
        if self._unnamed:
            data["naming"] = NamingLevel.ANONYMOUS.value
        now = self._now().isoformat()
        data["begun"] = self._kept.data.get("begun", now) if self._kept else now
        same = self._kept is not None and self._kept.text == typed.line.text
        data["at"] = self._kept.data.get("at") if same and self._kept else now
        return DraftPayload(typed.line.text, typed.cursor, data)

    def _restore(self, session: LiveSession, payload: DraftPayload) -> None:
        """A kept line stands where it stood; the cursor at its end."""
        data = payload.data
        session.standing = session.standing.sending(_known(session, data.get("item")))
        self._recorded_at = moment_of(data.get("recorded_at"))
        self._unnamed = data.get("naming") == NamingLevel.ANONYMOUS
        self._entry.set_context(session.context())
        line = Line.from_data(payload.text, data)
        self._entry.set_typed(line, kind=kind_of(data.get("kind")))
        self._keep()
        self._taken_uid = str(data.get("taken", ""))
        self._keep()
        at = moment_of(data.get("at"))
        if at is None:
            self._page.show_quiet(self.tr("Draft, not recorded yet."))
        else:
            text = self.tr("Draft of %1, not recorded yet.")
            self._page.show_quiet(text.replace("%1", session.words.time(at)))


def _known(session: LiveSession, uid: object) -> str | None:
    return uid if isinstance(uid, str) and session.standing.find(uid) else None


def _text(payload: DraftPayload | None) -> str:
    return payload.text if payload is not None else ""
