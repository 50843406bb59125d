"""F: lists beside uniform row heights and QTextDocument, and how long the window stands still.

Every figure is taken in a process of its own, which prints it as JSON.
"""

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.bootstrap import workspace
from app.domain.vocabulary import MinutesKind
from tests.bench import keystrokes
from tests.bench.setting import Setting
from tests.bench.table import Line, at_most_times, times_faster
from tests.bench.timing import BETWEEN_KEYS_MS, seconds, waited
from tests.support import cards, generator
from tests.support.keyboard import press, type_text
from tests.support.real_window import child, real_window, run_events, settle, wait_until
from ui.minutes.page import MinutesPage
from ui.minutes.paper_view import PaperView
from ui.models.row_model import ROW_ROLE
from ui.models.statement_model import RowMaker, StatementModel, StatementRow
from ui.pages import Step
from ui.program import Program
from ui.search.popup import SearchPopup
from ui.theme import Theme, ThemeChoice
from ui.widgets.statement_delegates import CardDelegate
from ui.widgets.statement_entry import StatementEntry
from ui.widgets.statement_list import StatementCards, row_words

LISTED, OPENED = 400, 10_000
APPENDS, OPENINGS, SLOW_OPENINGS = 60, 9, 3
EVENINGS = 3
SPEAKERS = 5
STILL_MS = 100
SIZE = (744, 700)
SAID = "Nach langem Zuhören: Wir brauchen eine Stelle, die bleibt."
PHASES = (
    "stands on the start page",
    "opens",
    "takes one",
    "completes names of 87",
    "lists 87 speakers",
    "is searched",
    "is exported",
)

AnyIndex = QModelIndex | QPersistentModelIndex


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of part F."""
    yield from _lists(setting)
    yield from _still(setting)
    yield _previewing(setting)
    yield from keystrokes.measure(setting)


def _lists(setting: Setting) -> Iterator[Line]:
    found: dict[str, list[float]] = json.loads(setting.child("lists", "lists"))
    ours, other = found["append"]
    what = f"append a statement to a list of {LISTED}, painted"
    yield at_most_times("F", what, "uniform row heights", ours=ours, other=other, goal=2)
    ours, other, documents = found["open"]
    what = f"open a list of {OPENED:,} statements, painted"
    yield at_most_times("F", what, "uniform row heights", ours=ours, other=other, goal=2)
    beside = "one-pass QTextDocument delegate"
    yield times_faster("F", what, beside, ours=ours, other=documents, goal=20)


def _still(setting: Setting) -> Iterator[Line]:
    """Of each part of the evening the largest gap, the median of some evenings."""
    document = setting.folder / "plenary.session.json"
    generator.write(generator.plenary(), document)
    evenings = []
    for number in range(EVENINGS):
        path = setting.folder / f"plenary-{number}.db"
        with workspace(path) as services:
            services.documents.read(document)
        evenings.append(json.loads(setting.child("lists", "evening", path)))
    for phase in PHASES:
        what = f"longest gap, 1,536 statements: it {phase}"
        own, all_in_all = (
            median(column) * 1e3
            for column in zip(*(evening[phase] for evening in evenings), strict=True)
        )
        found = f"{own:.0f} ms  (with waiting {all_in_all:.0f} ms)"
        yield Line("F", what, "–", found, f"≤ {STILL_MS} ms", own <= STILL_MS)


def _previewing(setting: Setting) -> Line:
    """Every kind of minutes chosen in turn: the paper follows, the window never stands still."""
    document = setting.folder / "evening.session.json"
    path = setting.folder / "previewed.db"
    with workspace(path) as services:
        services.documents.read(generator.write(generator.evening(1, LISTED), document))
    own, all_in_all = json.loads(setting.child("lists", "previews", path))
    found = f"{own * 1e3:.0f} ms  (with waiting {all_in_all * 1e3:.0f} ms)"
    what = f"longest gap, {LISTED} statements: the preview follows"
    return Line("F", what, "–", found, f"≤ {STILL_MS} ms", own * 1e3 <= STILL_MS)


# -- lists ------------------------------------------------------------------------------------


class _UniformDelegate(CardDelegate):
    """Paints as the program does; asked for one height only, the view takes it for all rows."""


class _DocumentDelegate(QStyledItemDelegate):
    """The way most answers on the web give: a document for each row, laid out to measure it."""

    def _document(self, row: StatementRow, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setHtml(f"<b>{row.name}</b> {row.time}<br>{row.text}")
        document.setTextWidth(width)
        return document

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view: Any = self.parent()
        width = view.viewport().width()
        document = self._document(index.data(ROW_ROLE), width)
        return QSize(width, round(document.size().height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        box: Any = option
        rect = box.rect
        document = self._document(index.data(ROW_ROLE), rect.width())
        painter.save()
        painter.translate(rect.topLeft())
        document.drawContents(painter, QRectF(0, 0, rect.width(), rect.height()))
        painter.restore()


class _Shown:
    """One list in a window of its own. ``card``: the delegate whose cache is to be emptied."""

    def __init__(self, view: QListView, card: CardDelegate | None) -> None:
        self.view = view
        self.model = StatementModel(view)
        self._card = card
        view.resize(*SIZE)
        view.setModel(self.model)
        view.show()
        wait_until(view.isVisible)
        self.paint()

    def paint(self) -> None:
        """Lay out and paint at once what has changed, and only that."""
        QApplication.processEvents()
        QCoreApplication.sendEvent(self.view.window(), QEvent(QEvent.Type.UpdateRequest))

    def append(self, row: StatementRow) -> None:
        self.model.append(row)
        self.view.scrollToBottom()
        self.paint()

    def fill(self, rows: Sequence[StatementRow]) -> None:
        """A model of its own, as when another session opens; nothing was measured yet."""
        if self._card is not None:
            self._card.refresh()
        before, self.model = self.model, StatementModel(self.view)
        self.model.set_rows(rows)
        self.view.setModel(self.model)
        before.deleteLater()

    def open(self) -> None:
        """Show the rows it was filled with."""
        self.view.setModel(self.model)
        self.paint()

    def time_to_open(self, rows: Sequence[StatementRow]) -> float:
        """From an empty list to painted rows."""
        self.fill(())
        self.paint()
        self.model = StatementModel(self.view)
        self.model.set_rows(rows)
        gc.collect()
        return seconds(self.open)


def _ours(theme: Theme) -> _Shown:
    view = StatementCards(theme, row_words(), "Beiträge")
    card = view.itemDelegate()
    assert isinstance(card, CardDelegate)
    return _Shown(view, card)


def _uniform(theme: Theme) -> _Shown:
    view = _plain_list()
    card = _UniformDelegate(theme, row_words())
    card.setParent(view)
    view.setItemDelegate(card)
    view.setUniformItemSizes(True)
    return _Shown(view, card)


def _documents() -> _Shown:
    view = _plain_list()
    view.setItemDelegate(_DocumentDelegate(view))
    return _Shown(view, None)


def _plain_list() -> QListView:
    view = QListView()
    view.setSpacing(4)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    return view


def _rows(count: int) -> list[StatementRow]:
    """Rows of generated statements."""
    make: RowMaker = cards.maker()
    texts = [row["text"] for row in generator.evening(1, count)["statements"]]
    return [make.row(cards.statement(f"n{n}", text)) for n, text in enumerate(texts)]


def _measure_lists() -> dict[str, list[float]]:
    app = QApplication(sys.argv[:1])
    theme = Theme(app, ThemeChoice.LIGHT)
    rows = _rows(OPENED)
    ours, uniform, documents = _ours(theme), _uniform(theme), _documents()
    return {
        "append": _appending((ours, uniform), rows),
        "open": [
            *_opening((ours, uniform), rows, OPENINGS),
            *_opening((documents,), rows, SLOW_OPENINGS),
        ],
    }


def _appending(lists: Sequence[_Shown], rows: Sequence[StatementRow]) -> list[float]:
    """In turns; the row goes again each time, so that the lists stay at their length."""
    times: list[list[float]] = [[] for _ in lists]
    for shown in lists:
        shown.fill(rows[:LISTED])
        shown.view.scrollToBottom()
        shown.paint()
    for row in rows[LISTED : LISTED + APPENDS]:
        for shown, found in zip(lists, times, strict=True):
            start = time.perf_counter()
            shown.append(row)
            found.append(time.perf_counter() - start)
            shown.model.remove(row.uid)
            shown.view.scrollToBottom()
            shown.paint()
    return [median(found) for found in times]


def _opening(lists: Sequence[_Shown], rows: Sequence[StatementRow], rounds: int) -> list[float]:
    for shown in lists:
        shown.time_to_open(rows[:LISTED])
    times = [[shown.time_to_open(rows) for shown in lists] for _ in range(rounds)]
    return [median(column) for column in zip(*times, strict=True)]


# -- the window -------------------------------------------------------------------------------


class _Heartbeat(QObject):
    """Notes the largest time between two moments at which the interface thread was free.

    Also without the time in which the system gave the processor to other programs, where it says
    so: a busy machine makes every program wait, whatever it does.
    """

    def __init__(self) -> None:
        super().__init__()
        self._last, self._last_waited = time.perf_counter(), waited()
        self._largest = self._largest_own = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def during(self, task: Callable[[], None]) -> tuple[float, float]:
        """The largest gap while this goes on: the program's own, and with all waiting."""
        run_events(BETWEEN_KEYS_MS)
        self._largest = self._largest_own = 0.0
        task()
        run_events(BETWEEN_KEYS_MS)
        return self._largest_own, self._largest

    def _beat(self) -> None:
        now, waiting = time.perf_counter(), waited()
        gap = now - self._last
        self._largest = max(self._largest, gap)
        self._largest_own = max(self._largest_own, gap - (waiting - self._last_waited))
        self._last, self._last_waited = now, waiting


def _press(key: str) -> None:
    press(key)
    run_events(BETWEEN_KEYS_MS)


def _type(text: str) -> None:
    for sign in text:
        type_text(sign)
        run_events(BETWEEN_KEYS_MS)


def _measure_evening(path: Path) -> dict[str, tuple[float, float]]:
    """The plenary in the real window."""
    app = QApplication(sys.argv[:1])
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    with real_window(path) as program:
        assert program.services is not None
        (session,) = program.services.views.sessions()
        tasks: tuple[Callable[[], None], ...] = (
            lambda: _get_ready(program),
            lambda: _open(program, session.uid),
            lambda: _say(program),
            lambda: _complete(program),
            lambda: _lead(program),
            lambda: _search(program),
            lambda: _export(program, path.with_suffix(".docx")),
        )
        heart = _Heartbeat()
        return {name: heart.during(task) for name, task in zip(PHASES, tasks, strict=True)}


def _get_ready(program: Program) -> None:
    """What the program does beside the start page before anybody has found a session there."""
    wait_until(lambda: program.window.pages.count() > 1, "the page of Durchführen")
    settle(program)


def _open(program: Program, session_uid: str) -> None:
    program.frame.open_session(session_uid, Step.LIVE)
    settle(program)
    _press("Ctrl+3")
    settle(program)
    _press("Ctrl+2")
    settle(program)


def _measure_previews(path: Path) -> tuple[float, float]:
    """The medians of the largest gaps while one kind after the other is chosen."""
    QApplication(sys.argv[:1])
    with real_window(path) as program:
        assert program.services is not None
        (session,) = program.services.views.sessions()
        program.frame.open_session(session.uid, Step.MINUTES)
        settle(program)
        heart, kinds = _Heartbeat(), child(program, MinutesPage).choices.kinds
        gaps = [
            heart.during(partial(_choose, program, kind)) for _ in range(EVENINGS) for kind in kinds
        ]
    own, all_in_all = (median(column) for column in zip(*gaps, strict=True))
    return own, all_in_all


def _choose(program: Program, kind: MinutesKind) -> None:
    child(program, MinutesPage).choices.kinds[kind].click()
    settle(program)
    wait_until(lambda: child(program, PaperView).is_complete)


def _say(program: Program) -> None:
    _type(SAID)
    _press("Return")
    settle(program)
    assert child(program, StatementEntry).is_empty()


def _complete(program: Program) -> None:
    """Every letter proposes names; some are taken."""
    for letters in ("a", "bjö", "emi", "l"):
        _type(f"@{letters}")
        _press("Tab")
        _type("sagt auch")
        _press("Ctrl+A")
        _press("Del")
        assert child(program, StatementEntry).is_empty()


def _lead(program: Program) -> None:
    """Everybody wants to speak, some of them do, and somebody more is found by name."""
    assert program.services is not None
    services, session_uid = program.services, program.frame.session_uid
    people = services.views.participants(session_uid)
    for person in people:
        services.speakers.request(session_uid, person.uid)
        run_events(BETWEEN_KEYS_MS)
    for _ in range(SPEAKERS):
        _press("F9")
    for person in people[:SPEAKERS]:
        _press("Alt+R")
        _type(person.name[:4])
        _press("Return")
    assert len(services.views.speakers(session_uid).waiting) == len(people)


def _search(program: Program) -> None:
    _press("Ctrl+K")
    _type("Zuhören")
    settle(program)
    popup = child(program, SearchPopup)
    wait_until(lambda: popup.model.rowCount() > 0)
    _press("Return")
    settle(program)


def _export(program: Program, path: Path) -> None:
    _press("Ctrl+4")
    settle(program)
    _press("Down")
    settle(program)
    wait_until(lambda: child(program, PaperView).is_complete)
    _press("Ctrl+S")
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    _press("Ctrl+A")
    _type(str(path))
    _press("Return")
    wait_until(path.exists)
    settle(program)


def _main(what: str, *arguments: str) -> object:
    if what == "lists":
        return _measure_lists()
    if what == "previews":
        return _measure_previews(Path(arguments[0]))
    return _measure_evening(Path(arguments[0]))


if __name__ == "__main__":
    print(json.dumps(_main(*sys.argv[1:])))
