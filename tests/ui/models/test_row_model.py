"""The model under every list: what views are told, checked by Qt's own tester."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.models.row_model import ROW_ROLE, RowModel


@dataclass(frozen=True, slots=True)
class Item:
    uid: str
    text: str = ""

    @property
    def accessible(self) -> str:
        return f"{self.uid}: {self.text}"


class Told:
    """A model that is watched: by the tester and by a copy kept up to date from its signals."""

    def __init__(self) -> None:
        self.model: RowModel[Item] = RowModel()
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.copy: list[Item] = []
        self.told: list[str] = []
        self.model.rowsInserted.connect(self._inserted)
        self.model.rowsRemoved.connect(self._removed)
        self.model.dataChanged.connect(self._changed)
        self.model.modelReset.connect(self._reset)

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told.append(f"+{first}-{last}")
        self.copy[first:first] = [self.model.row_at(n) for n in range(first, last + 1)]

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told.append(f"-{first}-{last}")
        del self.copy[first : last + 1]

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.told.append(f"~{first.row()}-{last.row()}")
        for number in range(first.row(), last.row() + 1):
            self.copy[number] = self.model.row_at(number)

    def _reset(self) -> None:
        self.told.append("reset")


def items(text: str) -> list[Item]:
    return [Item(uid) for uid in text]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "abc", ["+0-2"]),
        ("abc", "abcd", ["+3-3"]),
        ("abc", "xabc", ["+0-0"]),
        ("abc", "ac", ["-1-1"]),
        ("abc", "axc", ["-1-1", "+1-1"]),
        ("abc", "", ["-0-2"]),
        ("abc", "abc", []),
    ],
)
def test_only_what_differs_is_told(before: str, after: str, told: list[str], qapp: object) -> None:
    case = Told()
    case.model.set_rows(items(before))
    case.told.clear()
    case.model.set_rows(items(after))
    assert case.told == told
    assert case.copy == items(after)


uids = st.lists(st.sampled_from("abcdefgh"), unique=True)
texts = st.sampled_from(["", "x"])


@given(st.lists(st.lists(st.tuples(st.sampled_from("abcdef"), texts), unique_by=lambda t: t[0])))
def test_views_can_follow_any_change(steps: list[list[tuple[str, str]]]) -> None:
    case = Told()
    for step in steps:
        rows = [Item(*row) for row in step]
        case.model.set_rows(rows)
        assert case.copy == rows
        assert [case.model.number_of(row.uid) for row in rows] == list(range(len(rows)))
    assert "reset" not in case.told


def test_single_rows(qapp: object) -> None:
    case = Told()
    case.model.append(Item("a"))
    case.model.append(Item("b"))
    assert case.model.number_of("b") == 1
    case.model.append(Item("c"))
    assert case.model.number_of("c") == 2
    assert case.model.update_row(Item("b", "neu"))
    assert not case.model.update_row(Item("z"))
    assert case.model.remove("a")
    assert not case.model.remove("a")
    assert case.copy == [Item("b", "neu"), Item("c")]
    assert not case.model.index_of("a").isValid()


def test_a_row_that_is_the_same_is_not_told_again(qapp: object) -> None:
    case = Told()
    case.model.set_rows(items("ab"))
    case.told.clear()
    case.model.update_row(Item("a"))
    assert case.told == []


def test_rows_speak(qapp: object) -> None:
    case = Told()
    case.model.set_rows([Item("a", "Text")])
    index = case.model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "a: Text"
    assert index.data(ROW_ROLE) == Item("a", "Text")
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert case.model.data(QModelIndex(), ROW_ROLE) is None
