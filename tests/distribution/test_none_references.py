"""PySide6 6.12.0 takes a reference too many from ``None`` and in the end aborts on Python 3.11.

A smoke test does not notice: the process dies after some hundred to some thousand calls. The pin
keeps below 6.12; this test tells whether a newer version can be trusted.
"""

import sys

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

ROUNDS = 500


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_binding_calls_leave_the_references_to_none_alone(qtbot: QtBot) -> None:
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(ROUNDS):
        timer.start(1000)
        timer.stop()
    assert abs(sys.getrefcount(None) - before) < ROUNDS // 10
