"""The clock of a session: suspend counts, setting the wall clock does not."""

import datetime as dt

from app.clockwork import Clockwork, seconds_awake_or_asleep, wall_now

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


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


def test_it_goes_on_with_the_machine_also_through_its_sleep() -> None:
    machine = Machine()
    clock = clock_of(machine)
    machine.work(1800)
    assert clock() == NOON + dt.timedelta(minutes=30)


def test_setting_the_wall_clock_changes_nothing() -> None:
    machine = Machine()
    clock = clock_of(machine)
    for hours in (1, -3):
        machine.set_wall(hours)
        machine.work(60)
    assert clock() == NOON + dt.timedelta(minutes=2)
    assert machine.wall != clock(), "the wall clock itself would have said something else"


def test_a_new_start_reads_the_wall_again() -> None:
    machine = Machine()
    clock_of(machine)
    machine.set_wall(1)
    assert clock_of(machine)() == NOON + dt.timedelta(hours=1)


def test_on_this_machine() -> None:
    before, first = wall_now(), seconds_awake_or_asleep()
    assert Clockwork()() >= before
    assert seconds_awake_or_asleep() >= first
