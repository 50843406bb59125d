"""The machine stays awake while a session runs; a low battery is said once."""

import sys
from pathlib import Path

import pytest

from tests.ui.live.conftest import Live
from ui.live.guardian import Guardian
from ui.live.machine import (
    HelperAwake,
    NoAwake,
    WindowsAwake,
    awake_here,
    battery_here,
    linux_battery,
    mac_battery,
)
from ui.messages import Messages


class Recorded:
    """Keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self) -> None:
        self.asked.append("hold")

    def release(self) -> None:
        self.asked.append("release")


def test_awake_from_the_first_item_to_the_last(running: Live) -> None:
    awake = Recorded()
    running.place.guardian = Guardian(running.desk.messages, running.place, awake=awake)
    running.place.guardian.watch(running=True)
    running.run(5)
    assert awake.asked == ["hold"]
    running.services.plan.finish(running.room.uid)
    assert awake.asked == ["hold", "release"]


def test_nothing_is_asked_before_something_runs(live: Live) -> None:
    live.place.clock.tick()
    assert live.place.guardian is None
    live.run(1)
    live.place.clock.tick()
    assert live.place.guardian is not None


def test_a_low_battery_is_said_once_until_it_was_charged(live: Live) -> None:
    charge: list[int | None] = [80]
    said: list[str] = []
    messages = Messages(live.services.texts, live.place)
    messages.notice.connect(lambda notice: said.append(notice.text))
    guardian = Guardian(messages, live.place, awake=Recorded(), battery=lambda: charge[0])
    guardian.watch(running=True)
    for now in (20, 19, 18, None, 19):
        charge[0] = now
        guardian.look()
    assert said == ["Der Akku hat noch 19 %. Bitte das Netzteil anschließen."] * 2


def test_a_helper_runs_as_long_as_it_holds() -> None:
    command = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    awake = HelperAwake([["/nowhere/at/all"], command])
    awake.hold()
    awake.hold()
    (process,) = awake._running
    assert process.poll() is None
    awake.release()
    awake.release()
    assert process.poll() is not None


def test_windows_is_asked_and_released() -> None:
    states: list[int] = []
    awake = WindowsAwake(states.append)
    awake.hold()
    awake.release()
    assert states == [0x80000003, 0x80000000]


def test_a_machine_that_cannot_be_asked_is_left_alone() -> None:
    for platform in ("plan9", "win32"):
        awake = awake_here("test", platform)
        assert isinstance(awake, NoAwake)
        awake.hold()
        awake.release()


@pytest.mark.parametrize(
    ("status", "capacity", "charge"),
    [("Discharging", "17", 17), ("Charging", "17", None), ("Full", "100", None)],
)
def test_the_battery_of_linux(
    tmp_path: Path, status: str, capacity: str, charge: int | None
) -> None:
    assert linux_battery(tmp_path) is None
    (tmp_path / "BAT0").mkdir()
    (tmp_path / "BAT0" / "status").write_text(f"{status}\n", encoding="ascii")
    (tmp_path / "BAT0" / "capacity").write_text(f"{capacity}\n", encoding="ascii")
    assert linux_battery(tmp_path) == charge


def test_the_battery_of_other_systems() -> None:
    said = "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t17%; discharging; 1:02"
    assert mac_battery(said) == 17
    assert mac_battery(said.replace("Battery Power", "AC Power")) is None
    assert battery_here("win32") is None
