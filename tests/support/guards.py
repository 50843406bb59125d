"""Watches over every test: nothing goes to the network, nothing unexpected to the log."""

import logging
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_ADDRESSED = {"socket.bind", "socket.connect", "socket.sendmsg", "socket.sendto"}
_LOOKED_UP = {"socket.getaddrinfo", "socket.gethostbyaddr", "socket.gethostbyname"}
_NETWORK = {socket.AF_INET, socket.AF_INET6}

_attempts: list[str] = []


class NetworkUsedError(AssertionError):
    """Something tried to reach the network or to listen on it."""


def forbid_network() -> None:
    """Refuse TCP, UDP and name look-ups for the rest of the process; local sockets stay."""
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, args: tuple[Any, ...]) -> None:
    if event in _LOOKED_UP or (event in _ADDRESSED and args[0].family in _NETWORK):
        _attempts.append(f"{event} {args[1:] if event in _ADDRESSED else args}")
        raise NetworkUsedError(_attempts[-1])


def network_attempts() -> list[str]:
    """What was refused since the last call, also if the exception was swallowed."""
    found = _attempts.copy()
    _attempts.clear()
    return found


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@contextmanager
def log_warnings() -> Iterator[list[str]]:
    """Collect everything from warning upwards that is logged inside."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    try:
        yield collector.messages
    finally:
        logging.getLogger().removeHandler(collector)
