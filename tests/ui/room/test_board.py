"""The board: readable from the last row at every shape of screen, and never cut without a sign."""

import datetime as dt
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from app.domain.room import RoomScene
from app.domain.schedule import Clock, Phase
from ui.room.board import Board
from ui.room.layout import Sheet, laid_out
from ui.room.look import HEIGHT, SMALLEST, RoomLook
from ui.room.pieces import Bar, Line
from ui.room.words import BoardText
from ui.theme import Theme

FOOT = 940
SHAPES = {"16:9": 1920.0, "16:10": 1728.0, "4:3": 1440.0, "wide": 2560.0}
EVERY_SHAPE = pytest.mark.parametrize("width", SHAPES.values(), ids=SHAPES)
SHORT = BoardText(
    RoomScene.ITEM,
    overline="Leitfrage 4 von 8",
    title="Strategiegespräch Lindenviertel",
    heading="Welche Kooperationen sind Sie eingegangen?",
    coming="Pause um 17:53 Uhr",
    coming_icon="coffee",
    clock=True,
)
EIGHTH = (
    "Welche Hinweise aus Ihren Aktivitäten lassen sich empfehlen, in die Bundes-Engagementstrategie"
    " einzubringen?"
)
FULL = replace(
    SHORT,
    heading=EIGHTH,
    prompt="Was davon kann der Bund entscheiden – und woran würden Sie es merken, wenn er es täte?",
    statements_label="Zuletzt festgehalten",
    statements=("Gästewohnung für pflegende Angehörige, gemeinsam mit der Genossenschaft. " * 4,)
    * 2,
    speaking="Mehrgenerationenhaus Alte Mühle in der Stuberwiesenstraße",
    waiting="danach Kirchengemeinde St. Lukas, Nachbarschaftsverein Stuberwiesen e. V. + 7 weitere",
)


@pytest.fixture
def look(theme: Theme) -> RoomLook:
    return RoomLook()


def lines(sheet: Sheet) -> list[Line]:
    return [piece for piece in sheet.pieces if isinstance(piece, Line) and piece.text]


def box(line: Line) -> QRectF:
    """Where the letters of a line can be."""
    metrics = QFontMetricsF(line.font)
    height = metrics.capHeight()
    return QRectF(line.x, line.y - height, metrics.horizontalAdvance(line.text), height)


def heading_size(sheet: Sheet) -> int:
    return max(line.font.pixelSize() for line in lines(sheet))


@EVERY_SHAPE
@pytest.mark.parametrize("text", [SHORT, FULL, replace(SHORT, heading=EIGHTH)])
def test_everything_has_its_place(look: RoomLook, text: BoardText, width: float) -> None:
    sheet = laid_out(look, text, width)
    boxes = [box(line) for line in lines(sheet)]
    assert min(line.font.pixelSize() for line in lines(sheet)) >= SMALLEST
    for each in boxes:
        assert each.left() >= 0
        assert each.right() <= width
        assert each.top() >= 0
        assert each.bottom() <= HEIGHT
        assert sheet.clock is None or not each.intersects(sheet.clock)
    assert [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])] == []
    assert sheet.clock is not None
    assert sheet.clock.bottom() <= FOOT


@EVERY_SHAPE
def test_a_short_question_is_large(look: RoomLook, width: float) -> None:
    assert heading_size(laid_out(look, SHORT, width)) >= 120


@EVERY_SHAPE
def test_beside_statements_it_keeps_three_lines_at_most(look: RoomLook, width: float) -> None:
    text = replace(SHORT, heading=EIGHTH, statements_label="Zuletzt", statements=("Ein Beitrag",))
    sheet = laid_out(look, text, width)
    size = heading_size(sheet)
    assert 64 <= size <= 96
    assert len([line for line in lines(sheet) if line.font.pixelSize() == size]) <= 3


def test_its_lines_are_of_much_the_same_length(look: RoomLook) -> None:
    sheet = laid_out(look, SHORT, 1920)
    size = heading_size(sheet)
    said = [line.text for line in lines(sheet) if line.font.pixelSize() == size]
    assert said == ["Welche Kooperationen", "sind Sie eingegangen?"]


def test_nearly_square_the_clock_stands_below_the_question(look: RoomLook) -> None:
    text = replace(SHORT, statements_label="Zuletzt festgehalten", statements=("Ein Beitrag",))
    wide, square = laid_out(look, text, 1920), laid_out(look, text, 1440)
    beside = next(line for line in lines(wide) if line.text == "Ein Beitrag")
    below = next(line for line in lines(square) if line.text == "Ein Beitrag")
    assert wide.clock is not None
    assert square.clock is not None
    assert wide.clock.top() < beside.y < wide.clock.bottom()
    assert below.y > square.clock.bottom()


def test_what_is_too_long_says_so(look: RoomLook) -> None:
    sheet = laid_out(look, replace(SHORT, heading=EIGHTH * 30), 1920)
    said = " ".join(line.text for line in lines(sheet))
    assert "…" in said
    assert heading_size(sheet) <= 128
    assert "…" not in " ".join(line.text for line in lines(laid_out(look, SHORT, 1920)))


def test_black_has_nothing_on_it(look: RoomLook) -> None:
    assert laid_out(look, BoardText(RoomScene.BLACK), 1920) == Sheet()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    heading=st.text(alphabet="ab ÄW–-\n…mi", min_size=1, max_size=600),
    statements=st.lists(st.text(alphabet="ab ÄWm", min_size=1, max_size=400), max_size=2),
    width=st.sampled_from(sorted(SHAPES.values())),
    clock=st.booleans(),
)
def test_no_text_leaves_the_board(
    theme: Theme, heading: str, statements: list[str], width: float, clock: bool
) -> None:
    text = replace(SHORT, heading=heading, clock=clock)
    if statements:
        text = replace(text, statements_label="Zuletzt", statements=tuple(statements))
    sheet = laid_out(RoomLook(), text, width)
    for line in lines(sheet):
        assert line.x + QFontMetricsF(line.font).horizontalAdvance(line.text.strip()) <= width
        assert line.y < HEIGHT


def test_the_preview_is_the_same_picture(qtbot: QtBot, look: RoomLook) -> None:
    large, small = Board(look), Board(look)
    for board, size in ((large, (1920, 1080)), (small, (240, 135))):
        qtbot.addWidget(board)
        board.resize(*size)
        board.show_text(FULL)
        board.show()
    assert large.texts() == small.texts()


def _grounds(board: Board) -> set[str]:
    """The colours of the four corners."""
    picture = board.grab().toImage()
    right, bottom = picture.width() - 1, picture.height() - 1
    places = ((0, 0), (right, 0))
    return {picture.pixelColor(x, min(y, bottom)).name() for x, y in places}


def test_white_in_both_themes_and_dark_on_request(qtbot: QtBot, look: RoomLook) -> None:
    board = Board(look)
    qtbot.addWidget(board)
    board.resize(640, 360)
    board.show_text(SHORT)
    assert _grounds(board) == {"#ffffff"}
    look.set_dark(dark=True)
    assert _grounds(board) == {"#1b2429"}


def test_the_clock_fills_the_bar(qtbot: QtBot, look: RoomLook) -> None:
    board = Board(look)
    qtbot.addWidget(board)
    board.resize(960, 540)
    board.show_text(SHORT)
    board.show()
    shares = []
    for minutes in (1, 7, 14):
        gone = dt.timedelta(minutes=minutes)
        left = Clock(gone, dt.timedelta(minutes=15) - gone, Phase.NORMAL)
        board.show_clock(left, 15, "noch", "von 15 Minuten")
        picture = board.clock.grab().toImage()
        y = picture.height() // 2
        row = [picture.pixelColor(x, y).name() for x in range(picture.width() // 2)]
        shares.append(row.count("#0b5563"))
    assert shares == sorted(set(shares))


def test_bars_stand_beside_each_statement(look: RoomLook) -> None:
    bars = [p for p in laid_out(look, FULL, 1920).pieces if isinstance(p, Bar)]
    assert sum(bar.tone == "primary" for bar in bars) == 2
