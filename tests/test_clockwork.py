"""The clock of a session: suspend counts, setting the wall clock does not."""

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import clockwork
from app.bootstrap import Services, open_workspace
from app.clockwork import Clockwork, seconds_awake_or_asleep, wall_now
from app.domain.vocabulary import Presence
from tests.support.room import Room
from tests.support.traces import traces

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
QUARTER = dt.timedelta(minutes=15)


class Machine:
    """A wall clock that can be set, and a counter that only goes on."""

    def __init__(self) -> None:
        self.wall = NOON
        self.count = 1000.0

    def work(self, seconds: float) -> None:
        self.wall += dt.timedelta(seconds=seconds)
        self.count += seconds

    def set_wall(self, hours: float) -> None:
        self.wall += dt.timedelta(hours=hours)


def clock_of(machine: Machine) -> Clockwork:
    return Clockwork(lambda: machine.wall, lambda: machine.count)


def held(machine: Machine) -> Clockwork:
    """The clock while a session runs."""
    clock = clock_of(machine)
    clock.hold(True)
    return clock


def test_it_goes_on_with_the_machine_also_through_its_sleep() -> None:
    machine = Machine()
    clock = held(machine)
    machine.work(1800)
    assert clock() == NOON + dt.timedelta(minutes=30)


def test_setting_the_wall_clock_changes_nothing() -> None:
    machine = Machine()
    clock = held(machine)
    for hours in (1, -3):
        machine.set_wall(hours)
        machine.work(60)
    assert clock() == NOON + dt.timedelta(minutes=2)
    assert machine.wall != clock(), "the wall clock itself would have said something else"


def test_holding_what_is_held_reads_no_wall() -> None:
    machine = Machine()
    clock = held(machine)
    machine.set_wall(1)
    clock.hold(True)
    assert clock() == NOON


def test_before_and_after_a_session_the_wall_counts() -> None:
    """A laptop without a battery for its clock: set right after the program was started."""
    machine = Machine()
    clock = clock_of(machine)
    machine.set_wall(1)
    assert clock() == NOON + dt.timedelta(hours=1)
    clock.hold(True)
    machine.set_wall(1)
    clock.hold(False)
    assert clock() == NOON + dt.timedelta(hours=2)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="only Linux has this counter")
def test_on_linux_the_counter_is_the_one_that_goes_on_in_sleep() -> None:
    assert clockwork._COUNTER == time.CLOCK_BOOTTIME


def test_on_this_machine() -> None:
    before, first = wall_now(), seconds_awake_or_asleep()
    assert Clockwork()() >= before
    assert seconds_awake_or_asleep() >= first


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def services(tmp_path: Path, machine: Machine) -> Iterator[Services]:
    opened = open_workspace(tmp_path / "workspace.db", clock=clock_of(machine))
    yield opened
    opened.close()


def moments(services: Services, machine: Machine) -> dict[str, dt.datetime | None]:
    """A quarter of an hour after the begin the clock is set back; then something is written."""
    room = Room(services)
    services.plan.start(room.question(1).uid)
    machine.work(QUARTER.total_seconds())
    machine.set_wall(-1)
    said = room.say("Gesagt")
    services.check_in.mark(room.people[0], Presence.PRESENT)
    services.speakers.request(room.uid, room.people[1])
    services.speakers.give_floor(room.uid)
    services.plan.start(room.question(2).uid)
    (person,) = (p for p in services.views.participants(room.uid) if p.uid == room.people[0])
    speaking = services.views.speakers(room.uid).speaking
    return {
        "said": said.recorded_at,
        "came": person.attendance.arrived_at,
        "spoke": speaking.started_at if speaking else None,
        "ended": room.question(1).ended_at,
        "began": room.question(2).started_at,
    }


def test_everything_that_is_written_has_the_time_of_one_clock(
    services: Services, machine: Machine
) -> None:
    services.clock.hold(True)
    assert set(moments(services, machine).values()) == {NOON + QUARTER}


def test_a_clock_that_follows_the_wall_would_be_noticed(
    services: Services, machine: Machine
) -> None:
    found = moments(services, machine)
    assert found["said"] == NOON - dt.timedelta(minutes=45), "before the session began"


def test_after_the_clock_was_set_back_a_removal_still_reaches_the_backups(
    services: Services, machine: Machine
) -> None:
    """Backups have the time of the wall, which says now that they are older than what was said."""
    secret = "Der Kassenwart zahlt es aus eigener Tasche"
    machine.wall = wall_now() + dt.timedelta(hours=2)
    services.clock.hold(True)
    room = Room(services)
    said = room.say(secret)
    services.backups.make("gesagt")
    folder = services.workspace.path.parent
    assert any(name.startswith("workspace_") for name in traces(folder, secret))
    services.erasure.erase(room.uid, [said.uid])
    services.erasure.settle()
    assert traces(folder, secret) == []
