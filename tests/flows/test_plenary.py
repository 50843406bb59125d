"""A day of 1,536 statements and 87 people: read in, opened, written to, searched, printed.

How long the window stays still is measured by ``python -m tests.bench``. Here stands why it does
not: long work runs beside it, and lists lay out what can be seen and not what they hold.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QListView

from app.services.documents import DocumentService
from app.services.minutes import MinutesService
from app.services.search import SearchService
from tests.support.generator import PLENARY_STATEMENTS, plenary, write
from tests.support.keyboard import press, type_text
from tests.support.real_window import child, services_of, settle, wait_until
from tests.support.word import words_of
from ui.minutes.paper_view import PaperView
from ui.program import Program
from ui.search.popup import SearchPopup
from ui.widgets.statement_delegates import CardDelegate
from ui.widgets.statement_list import StatementCards

P = ParamSpec("P")
R = TypeVar("R")

SAID = "Nach langem Zuhören: Wir brauchen eine Stelle, die bleibt."
SCREENFUL = 40
"""More rows than stand on a screen, with those just above and below it."""


class Threads:
    """Where methods ran."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self.on_window: list[str] = []
        self.beside: list[str] = []

    def watch(self, owner: type, name: str) -> None:
        """Note the thread of every call."""
        self._patch.setattr(owner, name, self._noting(getattr(owner, name), name))

    def _noting(self, method: Callable[P, R], name: str) -> Callable[P, R]:
        def noting(*args: P.args, **kwargs: P.kwargs) -> R:
            is_window = threading.current_thread() is threading.main_thread()
            (self.on_window if is_window else self.beside).append(name)
            return method(*args, **kwargs)

        return noting


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> Threads:
    """Watches everything that takes long."""
    watched = Threads(monkeypatch)
    for owner, names in (
        (DocumentService, ("preview", "read")),
        (MinutesService, ("proposed", "write", "note")),
        (SearchService, ("page", "count")),
    ):
        for name in names:
            watched.watch(owner, name)
    return watched


def test_a_plenary_from_file_to_word(program: Program, threads: Threads, tmp_path: Path) -> None:
    read_in(program, write(plenary(), tmp_path / "plenum.session.json"))
    say_something(program)
    search(program)
    path = tmp_path / "plenum.docx"
    print_it(program, path)
    assert SAID in words_of(path)
    wait_until(lambda: "note" in threads.beside)
    settle(program)
    assert not threads.on_window
    assert {"preview", "read", "page", "proposed", "write", "note"} <= set(threads.beside)


def test_work_in_the_window_is_noticed(program: Program, threads: Threads) -> None:
    services_of(program).search.count("Quartier")
    assert threads.on_window == ["count"]


def test_a_new_statement_is_laid_out_alone(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read_in(program, write(plenary(), tmp_path / "plenum.session.json"))
    press("Ctrl+2")
    settle(program)
    cards = child(program, StatementCards)
    assert cards.model().rowCount() > 200
    measured = measuring(monkeypatch)
    say_something(program)
    assert 0 < len(measured) <= SCREENFUL


def test_a_list_that_lays_out_everything_is_noticed(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read_in(program, write(plenary(), tmp_path / "plenum.session.json"))
    press("Ctrl+2")
    settle(program)
    cards = child(program, StatementCards)
    measured = measuring(monkeypatch)
    naive = QListView()
    naive.setItemDelegate(cards.itemDelegate())
    naive.setModel(cards.model())
    naive.show()
    settle(program)
    assert len(measured) > SCREENFUL
    naive.close()


def measuring(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The uid of every row whose text is laid out from now on."""
    measured: list[str] = []
    height = CardDelegate.height

    def noting(delegate: CardDelegate, row: object, width: int) -> int:
        measured.append(row.uid)  # type: ignore[attr-defined]
        return height(delegate, row, width)  # type: ignore[arg-type]

    monkeypatch.setattr(CardDelegate, "height", noting)
    return measured


def read_in(program: Program, path: Path) -> None:
    press("Ctrl+O")
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    type_text(str(path))
    press("Return")
    wait_until(lambda: bool(program.frame.session_uid))
    settle(program)


def say_something(program: Program) -> None:
    press("Ctrl+2")
    settle(program)
    type_text(SAID)
    press("Return")
    settle(program)
    texts = [s.text for s in services_of(program).views.statements(program.frame.session_uid)]
    assert len(texts) == PLENARY_STATEMENTS + 1
    assert SAID in texts


def search(program: Program) -> None:
    press("Ctrl+K")
    type_text("Zuhören")
    settle(program)
    popup = child(program, SearchPopup)
    wait_until(lambda: popup.model.rowCount() > 0)
    press("Return")
    settle(program)
    assert not popup.isVisible()


def print_it(program: Program, path: Path) -> None:
    press("Ctrl+4")
    settle(program)
    press("Down")
    settle(program)
    wait_until(lambda: child(program, PaperView).is_complete)
    press("Ctrl+S")
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    press("Ctrl+A")
    type_text(str(path))
    press("Return")
    wait_until(path.exists)
    settle(program)
