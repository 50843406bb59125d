"""What the review reads out of typed dates and times, and its small widgets on their own."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.people import ParticipantView
from tests.support.keyboard import press, type_text
from ui.review.facts_card import parse_time
from ui.review.flow_layout import FlowLayout
from ui.review.person_box import PersonBox
from ui.review.saved_fields import SavedLine, SavedText


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("17:40", dt.time(17, 40)),
        ("17.40", dt.time(17, 40)),
        ("1740", dt.time(17, 40)),
        ("9:05 Uhr", dt.time(9, 5)),
        ("9 Uhr", dt.time(9)),
        ("25:00", None),
        ("17:61", None),
        ("gleich", None),
        ("", None),
    ],
)
def test_times_as_people_write_them(typed: str, time: dt.time | None) -> None:
    assert parse_time(typed) == time


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def test_a_line_is_saved_once_and_only_when_it_changed(qtbot: QtBot) -> None:
    line = SavedLine()
    saved: list[str] = []
    line.saved.connect(saved.append)
    shown(qtbot, line)
    line.load("alt")
    press("Return")
    assert saved == []
    line.selectAll()
    type_text("neu")
    press("Return")
    line.load("neu")
    press("Return")
    assert saved == ["neu"]


def test_loading_does_not_disturb_somebody_who_types(qtbot: QtBot) -> None:
    line = SavedLine()
    shown(qtbot, line)
    line.load("alt")
    press("End")
    type_text("er")
    line.load("von anderswo")
    assert line.text() == "alter"
    line.load("von anderswo", force=True)
    assert line.text() == "von anderswo"


def test_esc_gives_a_change_up_and_then_leaves(qtbot: QtBot) -> None:
    line = SavedLine()
    left: list[bool] = []
    line.left.connect(lambda: left.append(True))
    shown(qtbot, line)
    line.load("alt")
    type_text("er")
    press("Esc")
    assert (line.text(), left) == ("alt", [])
    press("Esc")
    assert left == [True]


def test_lines_of_text_are_saved_with_enter_and_grow_with_shift_enter(qtbot: QtBot) -> None:
    text = SavedText(min_lines=1, max_lines=4)
    saved: list[str] = []
    text.saved.connect(saved.append)
    shown(qtbot, text)
    height = text.height()
    type_text("eins")
    press("Shift+Return")
    type_text("zwei")
    assert saved == []
    assert text.height() > height
    press("Return")
    assert saved == ["eins\nzwei"]


def person(uid: str, name: str, organisation: str = "") -> ParticipantView:
    return ParticipantView(
        uid=uid,
        person_uid=uid,
        name=name,
        organisation=organisation,
        organisation_kind=None,
        role="",
        naming=None,
        on_attendance_list=None,
        statement_count=0,
    )


@pytest.fixture
def box(qtbot: QtBot) -> PersonBox:
    result = PersonBox()
    people = {
        "k": person("k", "Karin Weiß", "St. Lukas"),
        "m": person("m", "Mehmet Öztürk"),
        "a": person("a", "Änne Zahn"),
    }
    result.set_people(people)
    shown(qtbot, result)
    return result


def test_people_stand_in_the_order_of_the_language(box: PersonBox) -> None:
    names = [box.itemText(n) for n in range(1, box.count())]
    assert names == ["Änne Zahn", "Karin Weiß, St. Lukas", "Mehmet Öztürk"]


@pytest.mark.parametrize(
    ("typed", "chosen"), [("ozturk", ["m"]), ("weiss", ["k"]), ("niemand so", []), ("e", [])]
)
def test_a_typed_name_is_found_or_nothing_changes(
    box: PersonBox, typed: str, chosen: list[str]
) -> None:
    found: list[str] = []
    box.chosen.connect(found.append)
    line = box.lineEdit()
    assert line is not None
    line.setText(typed)
    line.editingFinished.emit()
    assert found == chosen
    if not chosen:
        assert box.currentText() == box.itemText(0)


def test_emptying_the_field_means_nobody(box: PersonBox) -> None:
    box.show_person("k")
    found: list[str] = []
    box.chosen.connect(found.append)
    line = box.lineEdit()
    assert line is not None
    line.clear()
    line.editingFinished.emit()
    assert found == [""]


def test_a_table_of_the_room_is_shown_instead_of_a_person(box: PersonBox) -> None:
    box.show_person("", "Tisch 2")
    assert box.currentText() == "Tisch 2"
    box.show_person("k")
    assert box.currentText() == "Karin Weiß"


def test_a_row_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(spacing=8)
    holder.setLayout(flow)
    buttons = [QPushButton("Ergebnisse") for _ in range(4)]
    for button in buttons:
        flow.addWidget(button)
    wide = sum(button.sizeHint().width() + 8 for button in buttons)
    one_line = flow.heightForWidth(wide)
    assert flow.heightForWidth(wide // 2) > one_line
    buttons[3].hide()
    buttons[2].hide()
    assert flow.heightForWidth(wide // 2) == one_line


def test_what_is_lower_stands_in_the_middle_of_its_line(qtbot: QtBot) -> None:
    holder = QWidget()
    flow = FlowLayout(spacing=8)
    holder.setLayout(flow)
    tall, low, below = QWidget(), QWidget(), QWidget()
    tall.setFixedSize(100, 40)
    low.setFixedSize(100, 20)
    below.setFixedSize(100, 20)
    for part in (tall, low, below):
        flow.addWidget(part)
    holder.resize(220, 200)
    shown(qtbot, holder)
    assert tall.geometry().center().y() == low.geometry().center().y()
    assert below.geometry().top() == 48
    assert flow.heightForWidth(220) == 68
