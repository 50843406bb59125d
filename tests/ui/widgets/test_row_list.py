"""The list that is quick at ten thousand rows: heights, places, scrolling, hanging."""

import dataclasses
from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from tests.support.cards import LONG, many, rows, statement
from ui.models.row_model import Row
from ui.models.statement_model import StatementModel, StatementRow
from ui.theme import Theme
from ui.widgets.row_list import RowList
from ui.widgets.statement_delegates import CardDelegate
from ui.widgets.statement_list import row_words

GAP = 8


class Counting(CardDelegate):
    """Counts what the list asks for."""

    exact = 0
    guessed = 0

    def height(self, row: Row, width: int) -> int:
        self.exact += 1
        return super().height(row, width)

    def estimates(self, rows: Sequence[Row], width: int) -> list[int]:
        self.guessed += len(rows)
        return super().estimates(rows, width)


class Case:
    def __init__(self, qtbot: QtBot, theme: Theme, *, hangs: bool = False) -> None:
        self.delegate = Counting(theme, row_words())
        self.view = RowList(self.delegate, spacing=GAP, hangs=hangs)
        self.model = StatementModel(self.view)
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal, self.view
        )
        self.view.setModel(self.model)
        qtbot.addWidget(self.view)
        self.view.resize(700, 500)
        self.view.show()
        qtbot.waitExposed(self.view)

    def show(self, new: list[StatementRow]) -> None:
        self.model.set_rows(new)
        QApplication.processEvents()

    @property
    def place(self) -> int:
        return self.view.verticalScrollBar().value()

    def top(self, uid: str) -> int:
        """Where a row begins in the viewport."""
        return self.view.visualRect(self.model.index_of(uid)).top()


@pytest.fixture
def case(qtbot: QtBot, theme: Theme) -> Case:
    return Case(qtbot, theme)


@pytest.fixture
def hanging(qtbot: QtBot, theme: Theme) -> Case:
    return Case(qtbot, theme, hangs=True)


def test_rows_follow_each_other_without_overlap(case: Case) -> None:
    case.show(rows())
    boxes = [case.view.box_of(number) for number in range(len(rows()))]
    assert boxes[0].top() == 0
    for above, below in pairwise(boxes):
        assert below.top() == above.top() + above.height() + GAP
    heights = [case.delegate.height(row, case.view.viewport().width()) for row in rows()]
    assert [box.height() for box in boxes] == heights


def test_one_row_appended_measures_one_row(hanging: Case) -> None:
    hanging.show(many(10_000))
    exact, guessed = hanging.delegate.exact, hanging.delegate.guessed
    hanging.model.append(dataclasses.replace(rows()[0], uid="new"))
    QApplication.processEvents()
    assert hanging.delegate.guessed - guessed == 1
    assert hanging.delegate.exact - exact <= 3
    assert hanging.top("new") + hanging.view.box_of(10_000).height() == 500


def test_opening_many_measures_only_what_is_near(case: Case) -> None:
    case.show(many(10_000))
    assert case.delegate.exact < 60


def test_qts_own_list_would_measure_them_all(qtbot: QtBot, theme: Theme) -> None:
    delegate = Counting(theme, row_words())
    view, model = QListView(), StatementModel()
    view.setItemDelegate(delegate)
    view.setModel(model)
    qtbot.addWidget(view)
    view.show()
    model.set_rows(many(300))
    QApplication.processEvents()
    assert delegate.exact >= 300


def test_few_rows_hang_on_the_lower_edge(hanging: Case) -> None:
    hanging.show(rows()[:2])
    last = hanging.view.visualRect(hanging.model.index(1))
    assert last.bottom() + 1 == hanging.view.viewport().height()
    assert hanging.view.visualRect(hanging.model.index(0)).top() > 0
    hanging.show(many(40))
    assert hanging.place == hanging.view.verticalScrollBar().maximum()


def test_rows_that_do_not_hang_begin_at_the_top(case: Case) -> None:
    case.show(rows()[:2])
    assert case.top("1") == 0


def test_who_reads_further_up_is_not_carried_off(hanging: Case) -> None:
    hanging.show(many(200))
    hanging.view.scrollTo(hanging.model.index_of("n100"))
    before = hanging.top("n100")
    hanging.model.append(dataclasses.replace(rows()[0], uid="new"))
    QApplication.processEvents()
    assert hanging.top("n100") == before
    hanging.view.scroll_to_end()
    assert hanging.place == hanging.view.verticalScrollBar().maximum()


def test_rows_inserted_or_removed_above_do_not_move_what_is_read(case: Case) -> None:
    all_rows = many(200)
    case.show(all_rows)
    case.view.scrollTo(case.model.index_of("n100"))
    case.view.verticalScrollBar().setValue(case.place + 13)
    before = case.top("n100")
    extra = [dataclasses.replace(rows()[0], uid="above")]
    case.show([*all_rows[:5], *extra, *all_rows[5:]])
    assert case.top("n100") == before
    case.show(all_rows)
    assert case.top("n100") == before


def test_scrolling_up_through_guessed_heights_does_not_jump(case: Case) -> None:
    case.show(many(400))
    bar = case.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(40):
        number = case.view.indexAt(QPoint(10, 250)).row()
        if number < 0:
            number = case.view.indexAt(QPoint(10, 250 + GAP)).row()
        top = case.view.box_of(number).top()
        bar.setValue(bar.value() - 37)
        assert case.view.box_of(number).top() == top + 37


def test_every_row_can_be_found_where_it_lies(case: Case) -> None:
    case.show(rows())
    for number in range(len(rows())):
        box = case.view.box_of(number)
        for y in (box.top(), box.center().y(), box.bottom()):
            assert case.view.indexAt(QPoint(20, y)).row() == number
    gap = case.view.box_of(0).bottom() + GAP // 2
    assert not case.view.indexAt(QPoint(20, gap)).isValid()
    assert not case.view.indexAt(QPoint(20, 5000)).isValid()


@pytest.mark.parametrize("uid", ["n0", "n57", "n199"])
def test_any_row_can_be_brought_into_view(case: Case, uid: str) -> None:
    case.show(many(200))
    case.view.scrollTo(case.model.index_of(uid))
    box = case.view.visualRect(case.model.index_of(uid))
    assert case.view.viewport().rect().contains(box)


def test_a_row_higher_than_the_view_shows_its_beginning(case: Case) -> None:
    (long,) = rows([statement("long", LONG * 40)])
    case.show([*many(20), long, *many(5)[:0]])
    case.view.scrollTo(case.model.index_of("long"))
    assert case.top("long") == 0


def test_keys_move_through_the_rows(qtbot: QtBot, case: Case) -> None:
    case.show(many(50))
    case.view.setFocus()
    steps = [
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, 49),
        (Qt.Key.Key_Down, 49),
    ]
    for key, expected in steps:
        qtbot.keyClick(case.view, key)
        assert case.view.currentIndex().row() == expected
    qtbot.keyClick(case.view, Qt.Key.Key_PageUp)
    page = case.view.currentIndex().row()
    assert 40 < page < 49
    assert case.view.viewport().rect().contains(case.view.visualRect(case.view.currentIndex()))


def test_keys_in_an_empty_list_do_nothing(qtbot: QtBot, case: Case) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Home):
        qtbot.keyClick(case.view, key)
    assert not case.view.currentIndex().isValid()


def test_another_width_keeps_the_place_and_measures_anew(case: Case) -> None:
    case.show(many(200))
    case.view.scrollTo(case.model.index_of("n100"))
    case.view.verticalScrollBar().setValue(case.place + 5)
    number = case.view.indexAt(QPoint(5, 0)).row()
    top = case.view.box_of(number).top()
    height = case.view.box_of(150).height()
    case.view.resize(420, 500)
    QApplication.processEvents()
    assert case.view.box_of(number).top() == top
    assert case.view.box_of(150).height() >= height


def test_a_larger_text_makes_higher_rows(case: Case, theme: Theme) -> None:
    case.show(rows())
    before = case.view.box_of(1).height()
    theme.set_scale(150)
    case.view.measure_again()
    assert case.view.box_of(1).height() > before * 1.3


def test_a_rectangle_selects_what_it_touches(case: Case) -> None:
    case.view.setSelectionMode(case.view.SelectionMode.ExtendedSelection)
    case.show(rows())
    first, second = case.view.box_of(0), case.view.box_of(1)
    between = QRect(5, first.center().y(), 10, second.center().y() - first.center().y())
    case.view.setSelection(between, QItemSelectionModel.SelectionFlag.Select)
    chosen = {index.row() for index in case.view.selectedIndexes()}
    assert chosen == {0, 1}
    selection = QItemSelection(case.model.index(0), case.model.index(0))
    assert case.view.visualRegionForSelection(selection).boundingRect() == first


def test_the_scroll_bar_takes_no_width_from_the_rows(case: Case) -> None:
    case.show(rows()[:1])
    width = case.view.viewport().width()
    case.show(many(100))
    assert case.view.viewport().width() == width
    assert case.view.verticalScrollBar().isEnabled()
    case.show(rows()[:1])
    assert not case.view.verticalScrollBar().isEnabled()
