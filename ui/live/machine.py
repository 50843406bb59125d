"""What the machine must do and say while a session is led: stay awake, and how its battery is.

Everything here may fail – a machine without a battery, a desktop that takes no requests – and then
fails quietly: it is a help, never a condition.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

LOW = 20
"""Per cent below which the battery is worth a word."""

_POWER_SUPPLIES = Path("/sys/class/power_supply")
_DISCHARGING = "discharging"
_HELPERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "darwin": (("caffeinate", "-d", "-i", "-w", "{pid}"),),
    "linux": (
        ("gnome-session-inhibit", "--inhibit", "idle:suspend", "--reason", "{why}", "cat"),
        ("systemd-inhibit", "--what=idle:sleep", "--who=Quartiersdialog", "--why={why}", "cat"),
    ),
}
"""Programs that keep the machine awake as long as they run. ``cat`` ends when we do."""
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002


class Awake(Protocol):
    """Keeps computer and screen awake between ``hold`` and ``release``; both may come twice."""

    def hold(self) -> None:
        """A session runs."""

    def release(self) -> None:
        """It runs no longer."""


class NoAwake:
    """For a machine that cannot be asked."""

    def hold(self) -> None:
        """Nothing."""

    def release(self) -> None:
        """Nothing."""


class WindowsAwake:
    """Asks Windows, by ``set_state`` of its kernel."""

    def __init__(self, set_state: Callable[[int], object]) -> None:
        self._set_state = set_state

    def hold(self) -> None:
        """Neither sleep nor a dark screen."""
        self._set_state(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def release(self) -> None:
        """As before."""
        self._set_state(_CONTINUOUS)


class HelperAwake:
    """Runs the helpers of ``commands`` that there are, as long as it holds."""

    def __init__(self, commands: Sequence[Sequence[str]]) -> None:
        self._commands = commands
        self._running: list[subprocess.Popen[bytes]] = []

    def hold(self) -> None:
        """Start them."""
        if self._running:
            return
        for command in self._commands:
            try:
                self._running.append(_quietly(command))
            except OSError:
                continue

    def release(self) -> None:
        """End them."""
        for process in self._running:
            if process.stdin is not None:
                process.stdin.close()
            process.terminate()
            process.wait()
        self._running.clear()


def awake_here(why: str, platform: str = sys.platform) -> Awake:
    """What keeps this machine awake; ``why`` is shown by desktops that list it."""
    if platform == "win32":
        windows = _windows_kernel()
        return WindowsAwake(windows.SetThreadExecutionState) if windows else NoAwake()
    filled = [
        [part.format(pid=os.getpid(), why=why) for part in command]
        for command in _HELPERS.get(platform, ())
    ]
    found = [command for command in filled if shutil.which(command[0])]
    return HelperAwake(found) if found else NoAwake()


def battery_here(platform: str = sys.platform) -> int | None:
    """Per cent of charge while running on battery; None: plugged in, or nobody knows."""
    try:
        if platform == "win32":
            return _windows_battery()
        if platform == "darwin":
            return mac_battery(
                subprocess.run(
                    ["/usr/bin/pmset", "-g", "batt"],
                    capture_output=True,
                    text=True,
                    timeout=2,
                    check=False,
                ).stdout
            )
        return linux_battery(_POWER_SUPPLIES)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def linux_battery(folder: Path) -> int | None:
    """The lowest charge of the batteries under ``folder`` that are in use."""
    charges = [
        int((supply / "capacity").read_text(encoding="ascii"))
        for supply in folder.glob("BAT*")
        if (supply / "status").read_text(encoding="ascii").strip().lower() == _DISCHARGING
    ]
    return min(charges, default=None)


def _quietly(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - programs of the system with fixed arguments
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def mac_battery(said: str) -> int | None:
    """What ``pmset -g batt`` says: "Now drawing from 'Battery Power' … 17%; discharging"."""
    if "Battery Power" not in said or "%" not in said:
        return None
    return int(said.partition("%")[0].split()[-1])


def _windows_kernel() -> Any:  # noqa: ANN401 - only Windows knows its type
    loader = getattr(ctypes, "windll", None)
    return loader.kernel32 if loader else None


class _PowerStatus(ctypes.Structure):
    _fields_ = (
        ("plugged_in", ctypes.c_ubyte),
        ("flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("seconds_left", ctypes.c_ulong),
        ("seconds_full", ctypes.c_ulong),
    )


def _windows_battery() -> int | None:
    kernel, status = _windows_kernel(), _PowerStatus()
    if kernel is None or not kernel.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    unknown = 255
    return None if status.plugged_in or status.percent == unknown else int(status.percent)
