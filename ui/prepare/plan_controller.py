"""The plan at work: every change is saved at once, and the times follow it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.incoming.plan import PlanItemChanges, PlanItemDraft
from app.domain.incoming.sessions import SessionChanges
from app.domain.plan import PlanItemView
from app.domain.schedule import Schedule, lay_out
from app.domain.vocabulary import PlanItemKind
from app.errors import UserError
from ui.models.movable_model import Move
from ui.prepare.plan_rows import Minutes, plan_rows, starts, with_minutes
from ui.start.dates import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.sessions import SessionView
    from ui.pages import Toolbox
    from ui.prepare.plan_panel import PlanPanel

_MINUTES = {
    PlanItemKind.OPENING: 10,
    PlanItemKind.INTRODUCTIONS: 15,
    PlanItemKind.PRESENTATION: 10,
    PlanItemKind.QUESTION: 15,
    PlanItemKind.BREAK: 15,
    PlanItemKind.READING_BACK: 10,
    PlanItemKind.CLOSING: 5,
}
_ASKED_FIRST = frozenset({PlanItemKind.QUESTION, PlanItemKind.PRESENTATION})
"""Kinds that are nothing without a text: the dialog opens before they are added."""


class PlanController(QObject):
    """Connects the plan of one session with its list."""

    def __init__(self, panel: PlanPanel, tools: Toolbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._tools = tools
        self._words = panel.words()
        self._session: SessionView | None = None
        self._items: tuple[PlanItemView, ...] = ()
        self._shown: dict[str, dt.datetime | None] = {}
        self._select = ""
        self._connect()

    @property
    def items(self) -> tuple[PlanItemView, ...]:
        """The plan as it is stored."""
        return self._items

    def open(self, session: SessionView) -> None:
        """Show the plan of a session; nothing counts as shifted."""
        self._shown = {}
        self._panel.list.finish_typing()
        self.load(session)
        first = self._items[0].uid if self._items else ""
        self._panel.list.select(first)

    def load(self, session: SessionView) -> None:
        """Read the plan anew, after a change of it or of begin and end."""
        self._session = session
        self._items = self._tools.services.views.plan_items(session.uid)
        if session.guide_title:
            text = self.tr("Guide “%1”").replace("%1", session.guide_title)
            self._panel.guide.setText(text)
        else:
            self._panel.guide.setText("")
        self._show(self._items, keep=True)
        if self._select:
            self._panel.list.select(self._select)
            self._select = ""

    def commit(self) -> None:
        """Keep what is being typed."""
        self._panel.list.finish_typing()

    def _connect(self) -> None:
        plan = self._panel.list
        plan.minutes_typed.connect(self._preview)
        plan.typing_ended.connect(self._show_stored)
        plan.minutes_set.connect(self._set_minutes)
        plan.move_wanted.connect(self._move)
        plan.edit_wanted.connect(self._edit)
        plan.remove_wanted.connect(self._remove)
        plan.add_wanted.connect(self._panel.show_menu)
        self._panel.add_wanted.connect(self._add)
        self._panel.reality.seconds_set.connect(self._set_seconds)

    # -- showing ----------------------------------------------------------------------------

    def _schedule(self, items: Sequence[PlanItemView]) -> Schedule:
        session = self._session
        assert session is not None  # noqa: S101 – nothing is shown before ``load``
        return lay_out(
            items,
            date=session.date,
            start=session.start_time,
            end=session.end_time,
            zone=session.time_zone,
        )

    def _show(self, items: Sequence[PlanItemView], *, keep: bool) -> None:
        """Show a plan; ``keep``: its times are what later ones are compared with."""
        schedule = self._schedule(items)
        self._panel.list.show_rows(plan_rows(items, schedule, self._words, self._shown))
        self._show_sum(schedule)
        if keep:
            self._shown = starts(schedule)
            self._check_reality(items)

    def _show_stored(self) -> None:
        self._show(self._items, keep=True)

    def _preview(self, wanted: Minutes) -> None:
        """While digits are typed: what would follow from them."""
        self._show(with_minutes(self._items, wanted.uid, wanted.minutes), keep=False)

    def _check_reality(self, items: Sequence[PlanItemView]) -> None:
        """Whether those expected can speak at all; said once for the whole plan."""
        from app.domain.reality import reality_check

        session = self._session
        assert session is not None  # noqa: S101 – nothing is shown before ``load``
        services = self._tools.services
        heads = len(services.views.participants(session.uid))
        guide = services.guides.find(session.guide_key) if heads else None
        reality = reality_check(items, heads, session.seconds_each, guide)
        about = (session.uid, heads, session.seconds_each, [(i.kind, i.minutes) for i in items])
        self._panel.reality.show_reality(reality, about)

    def _set_seconds(self, seconds: int) -> None:
        if self._session is not None:
            changes = SessionChanges(seconds_each=seconds)
            update = self._tools.services.sessions.update
            self._try(partial(update, self._session.uid, changes))

    def _show_sum(self, schedule: Schedule) -> None:
        total, room, over = schedule.total_minutes, schedule.slot_minutes, schedule.over_minutes
        end = clock(schedule.end) if schedule.end else ""
        if over is not None and over > 0:
            text = self.tr("%1 min too long, ends at %2")
            self._panel.show_sum(text.replace("%1", str(over)).replace("%2", end), fits=False)
            return
        if room is not None and end:
            text = self.tr("%1 of %2 min, ends at %3").replace("%2", str(room))
        elif end:
            text = self.tr("%1 min, ends at %3")
        else:
            text = self.tr("%1 min")
        fits = all(slot.gap >= 0 for slot in schedule.slots)
        self._panel.show_sum(text.replace("%1", str(total)).replace("%3", end), fits=fits)

    # -- changing ---------------------------------------------------------------------------

    def _set_minutes(self, wanted: Minutes) -> None:
        changes = PlanItemChanges(minutes=wanted.minutes)
        if not self._try(partial(self._tools.services.plan.update, wanted.uid, changes)):
            self._show_stored()

    def _move(self, wanted: Move) -> None:
        self._select = wanted.uid
        self._try(partial(self._tools.services.plan.move, wanted.uid, after=wanted.after))

    def _remove(self, uid: str) -> None:
        title = self._item(uid).title
        if self._try(partial(self._tools.services.plan.remove, uid)):
            text = self.tr("“%1” was taken out of the plan.").replace("%1", title)
            undo = self._tools.actions.get("session.undo")
            self._tools.messages.done(text, self.tr("Undo"), undo.trigger)

    def _add(self, kind: PlanItemKind) -> None:
        """Add an item behind the current one; questions and presentations are asked for first."""
        draft = PlanItemDraft(
            kind=kind,
            title=self._tools.texts.word(kind),
            minutes=_MINUTES[kind],
            min_minutes=10 if kind is PlanItemKind.BREAK else 0,
        )
        after = self._panel.list.current_uid() or None
        if kind not in _ASKED_FIRST:
            self._insert(after, draft)
            return
        from ui.dialogs.plan_item import NewItemDialog

        dialog = NewItemDialog(self._tools, draft, parent=self._panel)
        dialog.chosen.connect(partial(self._insert, after))
        dialog.show_over()

    def _insert(self, after: str | None, draft: PlanItemDraft) -> None:
        if self._session is not None:
            plan = self._tools.services.plan
            self._try(partial(self._add_and_select, plan.add, after, draft))

    def _add_and_select(
        self, add: Callable[..., str], after: str | None, draft: PlanItemDraft
    ) -> None:
        if self._session is not None:
            uid = add(self._session.uid, draft, after=after)
            self._panel.list.select(uid)
            self._panel.list.setFocus()

    def _edit(self, uid: str) -> None:
        from ui.dialogs.plan_item import EditItemDialog

        self._panel.list.finish_typing()
        dialog = EditItemDialog(self._tools, self._item(uid), self._items, parent=self._panel)
        dialog.chosen.connect(partial(self._update, uid))
        dialog.join_chosen.connect(partial(self._join, uid))
        dialog.show_over()

    def _update(self, uid: str, changes: PlanItemChanges) -> None:
        self._try(partial(self._tools.services.plan.update, uid, changes))

    def _join(self, uid: str, other: object) -> None:
        """Let a question run with another one, or alone again."""
        partner = other if isinstance(other, str) else None
        self._try(partial(self._tools.services.plan.join, uid, partner))

    def _item(self, uid: str) -> PlanItemView:
        return next(item for item in self._items if item.uid == uid)

    def _try(self, change: Callable[[], object]) -> bool:
        """Carry a change out; an expected error is said."""
        try:
            change()
        except UserError as error:
            self._tools.messages.error(error)
            return False
        return True
