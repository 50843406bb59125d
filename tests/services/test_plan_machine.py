"""Whatever is edited and decided, in whatever order: the times of the plan keep their promises."""

import datetime as dt
import tempfile
from contextlib import ExitStack
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.bootstrap import open_workspace
from app.clockwork import Clockwork
from app.domain.catching_up import Way, WayKind, minutes_over, ways
from app.domain.incoming.plan import PlanItemChanges, PlanItemDraft
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.plan import PlanItemView
from app.domain.schedule import Progress, Schedule, lay_out, progress
from app.domain.vocabulary import PlanItemKind
from tests.domain.plan_promises import check_progress, check_schedule, check_way

BEGIN = dt.datetime(2026, 11, 22, 16, tzinfo=dt.UTC)
NUMBERS = st.integers(0, 30)
TIMES = st.builds(dt.time, st.integers(16, 22), st.integers(0, 59))
MINUTES = st.integers(0, 40)
CHANGES = st.one_of(
    st.builds(PlanItemChanges, minutes=MINUTES),
    st.builds(PlanItemChanges, min_minutes=MINUTES),
    st.builds(PlanItemChanges, pinned_start=st.one_of(st.none(), TIMES)),
    st.builds(PlanItemChanges, protected=st.booleans()),
    st.builds(PlanItemChanges, optional=st.booleans()),
)


class Planning(RuleBasedStateMachine):
    """The plan of one session, prepared and led through the services, on one real file."""

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        folder = Path(self._open.enter_context(tempfile.TemporaryDirectory()))
        self.now = BEGIN
        clock = Clockwork(lambda: self.now, lambda: 0.0)
        self.services = open_workspace(folder / "workspace.db", clock=clock)
        self._open.callback(self.services.close)
        draft = SessionDraft(date=dt.date(2026, 11, 22), start_time=dt.time(17))
        self.uid = self.services.sessions.create(draft)

    @property
    def items(self) -> tuple[PlanItemView, ...]:
        return self.services.views.plan_items(self.uid)

    def _pick(self, number: int) -> PlanItemView:
        return self.items[number % len(self.items)]

    def _schedule(self) -> Schedule:
        session = self.services.views.session(self.uid)
        return lay_out(
            self.items,
            date=session.date,
            start=session.start_time,
            end=session.agreed_end or session.end_time,
            zone=session.time_zone,
        )

    def _situation(self) -> tuple[Progress, Schedule, dt.datetime] | None:
        """How the session stands and when it has to be over; None before it began."""
        schedule = self._schedule()
        state = progress(self.items, schedule, self.now)
        deadline = schedule.end_of_slot or schedule.end
        return (state, schedule, deadline) if state and deadline else None

    @initialize(late=st.one_of(st.none(), st.integers(0, 40)), number=st.integers(0, 13))
    def begin(self, late: int | None, number: int) -> None:
        """Half of the sessions run from the first, at any item and mostly behind their plan."""
        if late is not None:
            item = self._pick(number)
            planned = self._schedule().slot(item.uid).start
            assert planned is not None
            self.now = planned.astimezone(dt.UTC) + dt.timedelta(minutes=late)
            self.services.plan.start(item.uid)

    # -- preparing --------------------------------------------------------------------------

    @rule(number=NUMBERS, changes=CHANGES)
    def change(self, number: int, changes: PlanItemChanges) -> None:
        self.services.plan.update(self._pick(number).uid, changes)

    @rule(number=NUMBERS, after=NUMBERS)
    def move(self, number: int, after: int) -> None:
        item, other = self._pick(number), self._pick(after)
        if item.uid != other.uid:
            self.services.plan.move(item.uid, after=other.uid)

    @rule(after=NUMBERS, minutes=MINUTES, kind=st.sampled_from(PlanItemKind))
    def add(self, after: int, minutes: int, kind: PlanItemKind) -> None:
        draft = PlanItemDraft(kind=kind, title="Neu", minutes=minutes)
        self.services.plan.add(self.uid, draft, after=self._pick(after).uid)

    @rule(number=NUMBERS)
    def remove(self, number: int) -> None:
        if len(self.items) > 1:
            self.services.plan.remove(self._pick(number).uid)

    @rule(number=NUMBERS, other=st.one_of(st.none(), NUMBERS))
    def join(self, number: int, other: int | None) -> None:
        partner = None if other is None else self._pick(other).uid
        self.services.plan.join(self._pick(number).uid, partner)

    @rule(end=st.one_of(st.none(), TIMES))
    def end(self, end: dt.time | None) -> None:
        self.services.sessions.update(self.uid, SessionChanges(end_time=end))

    # -- leading ----------------------------------------------------------------------------

    @rule(minutes=st.integers(0, 30), seconds=st.integers(0, 59))
    def wait(self, minutes: int, seconds: int) -> None:
        self.now += dt.timedelta(minutes=minutes, seconds=seconds)

    @rule(number=NUMBERS)
    def start(self, number: int) -> None:
        self.services.plan.start(self._pick(number).uid)

    @rule(number=NUMBERS)
    def pause_or_resume(self, number: int) -> None:
        item = self._pick(number)
        plan = self.services.plan
        (plan.resume if item.is_paused else plan.pause)(item.uid)

    @rule(number=NUMBERS, minutes=st.integers(-10, 10))
    def give(self, number: int, minutes: int) -> None:
        self.services.plan.give(self._pick(number).uid, minutes)

    @rule(number=NUMBERS)
    def catch_up(self, number: int) -> None:
        """Time runs over and one of the ways is taken: afterwards it is as its line said."""
        situation = self._situation()
        found: tuple[Way, ...] = ()
        for _ in range(6):
            situation = self._situation()
            found = ways(*situation) if situation else ()
            if not situation or found:
                break
            self.now += dt.timedelta(minutes=10)
        if not situation or not found:
            return
        way = found[number % len(found)]
        end = way.end.astimezone(ZoneInfo(situation[1].zone)).time()
        agreed = end if way.kind is WayKind.LATER else None
        self.services.plan.catch_up(
            self.uid, way.minutes, in_writing=way.in_writing, agreed_end=agreed
        )
        after = self._situation()
        assert after is not None
        state, _, deadline = after
        if way.kind is WayKind.LATER:
            assert state.expected_end <= deadline == way.end
        else:
            assert state.expected_end == way.end
            assert minutes_over(state.expected_end, deadline) == way.over

    # -- what holds -------------------------------------------------------------------------

    @invariant()
    def promises_hold(self) -> None:
        check_schedule(self._schedule(), self.items)
        situation = self._situation()
        if situation is not None:
            state, schedule, deadline = situation
            check_progress(state, schedule)
            for way in ways(state, schedule, deadline):
                check_way(way, state, schedule, deadline)

    def teardown(self) -> None:
        self._open.close()


TestPlanning = Planning.TestCase
TestPlanning.settings = settings(
    max_examples=15, stateful_step_count=25, suppress_health_check=list(HealthCheck)
)
