"""What a screen reader learns about a program: the tree that Qt publishes over AT-SPI."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import Message

LAUNCHERS = (
    Path("/usr/libexec/at-spi-bus-launcher"),
    Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"),
)
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ROOT = "/org/a11y/atspi/accessible/root"
_FOCUSABLE, _FOCUSED, _SHOWING = 1 << 11, 1 << 12, 1 << 25


@dataclass(frozen=True, slots=True)
class Heard:
    """One part of the window as it is said."""

    role: str
    name: str
    text: str
    focusable: bool
    focused: bool


class ScreenReader:
    """A session bus of its own with the accessibility bus on it; ``address`` is for the program."""

    def __init__(self) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        self._bus = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().strip()
        with open_dbus_connection(self.address) as session:
            bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (address,) = _answer(session, new_method_call(bus, "GetAddress"))
        self._connection = open_dbus_connection(str(address))

    def close(self) -> None:
        """End the bus; what was started on it ends with it."""
        self._connection.close()
        self._bus.terminate()
        self._bus.communicate()

    def parts(self) -> list[Heard]:
        """Everything that is shown of all programs on this bus."""
        programs = self._children("org.a11y.atspi.Registry", _ROOT)
        return [part for bus, path in programs for part in self._walk(bus, path)]

    def focused(self) -> list[Heard]:
        """What has the focus: a control, and in a list the row."""
        return [part for part in self.parts() if part.focused]

    def _walk(self, bus: str, path: str) -> Iterator[Heard]:
        try:
            states = cast(list[int], self._call(bus, path, "GetState"))
            state = states[0] | states[1] << 32
            part = self._heard(bus, path, state)
            # The entries of a combo box cannot be reached while it is closed, whatever Qt says.
            children = self._children(bus, path) if part.role != "combo box" else []
        except LookupError:  # it went away while we asked
            return
        if state & _SHOWING:
            yield part
        for child in children:
            yield from self._walk(*child)

    def _heard(self, bus: str, path: str, state: int) -> Heard:
        role = str(self._call(bus, path, "GetRoleName"))
        return Heard(
            role=role,
            name=str(self._property(bus, path, "Name")),
            text=self._text(bus, path) if role in ("text", "paragraph", "entry") else "",
            focusable=bool(state & _FOCUSABLE),
            focused=bool(state & _FOCUSED),
        )

    def _children(self, bus: str, path: str) -> list[tuple[str, str]]:
        return cast(list[tuple[str, str]], self._call(bus, path, "GetChildren"))

    def _text(self, bus: str, path: str) -> str:
        address = DBusAddress(path, bus, "org.a11y.atspi.Text")
        whole = new_method_call(address, "GetText", "ii", (0, -1))
        return str(_answer(self._connection, whole)[0])

    def _call(self, bus: str, path: str, method: str) -> object:
        address = DBusAddress(path, bus, _ACCESSIBLE)
        return _answer(self._connection, new_method_call(address, method))[0]

    def _property(self, bus: str, path: str, name: str) -> object:
        properties = Properties(DBusAddress(path, bus, _ACCESSIBLE))
        return _answer(self._connection, properties.get(name))[0][1]  # type: ignore[index]


def _answer(connection: DBusConnection, message: Message) -> tuple[object, ...]:
    reply = connection.send_and_get_reply(message, timeout=20)
    if reply.header.message_type is MessageType.error:
        raise LookupError(reply.body)
    return cast(tuple[object, ...], reply.body)
