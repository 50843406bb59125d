"""Where the evening is: what runs, what the line is written to, what comes next.

The item that runs and the item written to are two things. Going on never moves a line in progress;
an empty line follows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Self

from app.domain.blocks import folded, leaders, members
from app.domain.plan import PlanItemView
from app.domain.vocabulary import SessionState


class Move(Enum):
    """What the conclusion of the page does."""

    BEGIN = auto()
    GO_ON = auto()
    FINISH = auto()
    REVIEW = auto()
    MINUTES = auto()


class Return(Enum):
    """What the button beside it does."""

    NONE = auto()
    BACK = auto()
    RESUME = auto()
    BEGIN = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """The plan at a moment. ``sent_to`` is the item the line was put to, None: to what runs."""

    items: tuple[PlanItemView, ...] = ()
    state: SessionState = SessionState.PLANNED
    sent_to: str | None = None

    @property
    def is_over(self) -> bool:
        """The session is closed, perhaps without its last item having been ended."""
        return self.state is SessionState.CLOSED

    @property
    def running(self) -> PlanItemView | None:
        """The item with a start and no end; in a closed session nothing runs.

        Of a block the one the line was put to, else its first.
        """
        if self.is_over:
            return None
        sent_to = self.find(self.sent_to)
        if sent_to is not None and sent_to.is_running:
            return sent_to
        return next((item for item in self.items if item.is_running), None)

    @property
    def running_together(self) -> tuple[PlanItemView, ...]:
        """What runs: mostly one item, of a block all."""
        running = self.running
        return members(self.items, running.uid) if running else ()

    @property
    def clocked(self) -> PlanItemView | None:
        """What the clock is about: the item shown, of a block all of it as one."""
        shown = self.shown
        if shown is None:
            return None
        lead = leaders(self.items)[shown.uid]
        return next(item for item in folded(self.items) if item.uid == lead.uid)

    @property
    def shown(self) -> PlanItemView | None:
        """What heading and list show: what runs, else what is written to."""
        return self.running or self.written_to

    @property
    def written_to(self) -> PlanItemView | None:
        """Where the next statement goes."""
        return self.find(self.sent_to) or self.running or self._resting

    @property
    def apart(self) -> PlanItemView | None:
        """The item written to while another one runs; None while they are the same."""
        written, running = self.written_to, self.running
        return written if written and running and written.uid != running.uid else None

    @property
    def next(self) -> PlanItemView | None:
        """What comes after the running item, or after the last one that ran."""
        return self._behind(self._last_touched())

    @property
    def following(self) -> PlanItemView | None:
        """What to announce: the item after the one shown, unless the session is over."""
        if self.running is None and self.state is not SessionState.PLANNED:
            return None
        return self._behind(self._lead_of(self.shown)) if self.shown else None

    @property
    def previous(self) -> PlanItemView | None:
        """What stands before the running item."""
        running = self.running
        at = self._lead_of(running) if running else 0
        before = [item for item in self.items[:at] if self._is_step(item)]
        return before[-1] if before else None

    @property
    def last_touched(self) -> PlanItemView | None:
        """The running item or, when nothing runs, the one that ran last."""
        at = self._last_touched()
        return self.items[at] if at >= 0 else None

    @property
    def question_count(self) -> int:
        """How many questions the plan has."""
        return sum(item.number is not None for item in self.items)

    @property
    def move(self) -> Move:
        """What comes next for the whole session."""
        if self.is_over:
            return Move.MINUTES
        if self.running is None and self.state is SessionState.REVIEW:
            return Move.REVIEW
        if self.last_touched is None:
            return Move.BEGIN
        return Move.GO_ON if self.next else Move.FINISH

    @property
    def way_back(self) -> Return:
        """What the other button does."""
        if self.is_over or not self.items:
            return Return.NONE
        if self.running is not None:
            return Return.BACK if self.previous else Return.NONE
        if self.last_touched is not None:
            return Return.RESUME
        return Return.BEGIN if self.state is SessionState.REVIEW else Return.NONE

    def find(self, uid: str | None) -> PlanItemView | None:
        """An item by its uid."""
        return next((item for item in self.items if item.uid == uid), None)

    def question(self, number: int) -> PlanItemView | None:
        """A question by its number."""
        return next((item for item in self.items if item.number == number), None)

    def sending(self, uid: str | None) -> Self:
        """The line is put to an item; to the running one means that it follows again."""
        running = self.running
        follows = running is not None and running.uid == uid
        return replace(self, sent_to=None if follows else uid)

    def with_plan(
        self, items: Sequence[PlanItemView], state: SessionState, *, typing: bool
    ) -> Self:
        """The plan has changed. A line in progress stays where it is, an empty one follows."""
        before = self.written_to
        after = replace(self, items=tuple(items), state=state)
        if typing and before is not None and after.find(before.uid) is not None:
            return after.sending(before.uid)
        follows = _uid(after.running) != _uid(self.running) or after.find(self.sent_to) is None
        return after.sending(None if follows else self.sent_to)

    def counting(self, uid: str, is_result: bool) -> Self:
        """An item has one statement more."""
        items = tuple(
            replace(
                item,
                statement_count=item.statement_count + 1,
                result_count=item.result_count + is_result,
            )
            if item.uid == uid
            else item
            for item in self.items
        )
        return replace(self, items=items)

    def recorded(self) -> Self:
        """The line was recorded: the next one belongs to what runs, in a block to the same."""
        running = self.running
        if running is None or running.uid == self.sent_to:
            return self
        return replace(self, sent_to=None)

    @property
    def _resting(self) -> PlanItemView | None:
        """What to show while nothing runs."""
        if not self.items:
            return None
        touched = self.last_touched
        if touched is not None or self.state is SessionState.PLANNED:
            return touched or self.items[0]
        return next((item for item in self.items if item.number is not None), self.items[0])

    def _lead_of(self, item: PlanItemView) -> int:
        """Where in the plan an item runs: with its block, where the first of it stands."""
        lead = leaders(self.items)[item.uid]
        return next(at for at, each in enumerate(self.items) if each.uid == lead.uid)

    def _is_step(self, item: PlanItemView) -> bool:
        """Whether going on and back stops here: not at what runs with another, or is left out."""
        if leaders(self.items)[item.uid].uid != item.uid:
            return False
        together = members(self.items, item.uid)
        return item.started_at is not None or not all(each.is_left_out for each in together)

    def _behind(self, at: int) -> PlanItemView | None:
        return next((item for item in self.items[at + 1 :] if self._is_step(item)), None)

    def _last_touched(self) -> int:
        running = self.running
        if running is not None:
            return self._lead_of(running)
        ended = [(self._ended_at(at), at) for at in range(len(self.items))]
        moment, latest = max(ended, default=(0.0, -1))
        return self._lead_of(self.items[latest]) if moment else -1

    def _ended_at(self, at: int) -> float:
        """What was running when the session was closed has ended, nobody knows when."""
        item = self.items[at]
        ended = item.ended_at or (item.started_at if self.is_over else None)
        return ended.timestamp() if ended else 0.0


def _uid(item: PlanItemView | None) -> str | None:
    return item.uid if item else None
