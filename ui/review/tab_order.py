"""Putting controls that come later into their place in the order of the Tab key."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def put_between(before: QWidget, controls: Iterable[QWidget], after: QWidget) -> None:
    """Let Tab lead from ``before`` through these, in order, to ``after``.

    The neighbours have to be known: whoever asks Qt for them (``previousInFocusChain``) makes
    PySide believe that one widget owns the other, and both go when one is deleted.
    """
    for first, second in pairwise((before, *controls, after)):
        QWidget.setTabOrder(first, second)
