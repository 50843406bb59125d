"""Where everything stands on the board: pure, from the words and the shape of the screen.

Lengths are units: the board is ``HEIGHT`` high and as wide as its shape says. The question grows
until its lines fill what the others leave. A nearly square screen (4 : 3) has the clock below the
question, a wide one beside the statements.
"""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from app.domain.room import RoomScene
from ui.room.lettering import Lettering, Sizes, cut, fitted
from ui.room.look import HEIGHT, MARGIN, SMALLEST, RoomLook
from ui.room.pieces import Bar, Icon, Line, Piece, written
from ui.room.words import BoardText
from ui.style.fonts import MEDIUM, REGULAR, SEMIBOLD

_WIDE = 1500
"""Wider than this, statements and clock stand side by side."""
_TOP, _FOOT, _EDGE = 150, 940, 54
_GAP = 40
_CLOCK_WIDTH, _CLOCK_HEIGHT = 580, 380
_ROW_HEIGHT, _LOW_ROW_HEIGHT = 230, 170
_BREAK_WIDTH, _BREAK_HEIGHT = 860, 360
_STATEMENTS = 240
_HEAD, _FOOT_TEXT = 40, 44

_ROOMY = 300
"""From this height on a prompt may have two lines."""
_TITLE_SIZES = Sizes(132, 84, 4)
_MESSAGE_SIZES = Sizes(152, 72, 6)
_LARGE = Sizes(128, 64, 3)
_BESIDE = Sizes(96, 64, 3)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The painted pieces, and where the clock stands, if there is one."""

    pieces: tuple[Piece, ...] = ()
    clock: QRectF | None = None
    clock_in_row: bool = False
    """Bar and words at the left of the digits, instead of around them."""


@dataclass(slots=True)
class _Board:
    """A sheet while it is laid out."""

    look: RoomLook
    text: BoardText
    width: float
    pieces: list[Piece] = field(default_factory=list)

    @property
    def left(self) -> float:
        return self.width * MARGIN

    @property
    def inner(self) -> float:
        return self.width - 2 * self.left

    @property
    def right(self) -> float:
        return self.left + self.inner

    @property
    def has_foot(self) -> bool:
        return bool(self.text.speaking or self.text.waiting or self.text.coming)

    @property
    def bottom(self) -> float:
        return _FOOT - _GAP if self.has_foot else HEIGHT - _EDGE

    def write(self, lettering: Lettering, top: float, tone: str = "ink", x: float = -1) -> float:
        """Put lines there; returns where they end."""
        self.pieces += written(lettering, self.left if x < 0 else x, top, tone)
        return top + lettering.height

    def rule(self, y: float) -> None:
        self.pieces.append(Bar(QRectF(self.left, y, self.inner, 2), "line"))

    def line(self, text: str, y: float, size: int, weight: int, tone: str, width: float) -> Line:
        """One line at the left, cut if it is too long."""
        font = self.look.font(size, weight)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        return Line(shown, self.left, y, font, tone)


def laid_out(look: RoomLook, text: BoardText, width: float) -> Sheet:
    """Everything at its place on a board of this width."""
    board = _Board(look, text, width)
    if text.scene is RoomScene.BLACK:
        return Sheet()
    _head(board)
    if text.scene is RoomScene.BREAK:
        sheet = _break(board)
    elif text.scene is RoomScene.ITEM:
        sheet = _item(board)
    else:
        sheet = _large(board)
    if board.has_foot:
        _foot(board)
    return replace(sheet, pieces=tuple(board.pieces))


def _head(board: _Board) -> None:
    """Which question it is, and what session."""
    text, y = board.text, 112
    over = board.line(text.overline, y, _HEAD, SEMIBOLD, "primary", board.inner)
    used = QFontMetricsF(over.font).horizontalAdvance(over.text)
    board.pieces.append(over)
    title = board.line(text.title, y, SMALLEST, REGULAR, "ink2", board.inner - used - 2 * _GAP)
    title_width = QFontMetricsF(title.font).horizontalAdvance(title.text)
    x = board.right - title_width if text.overline else board.left
    board.pieces.append(replace(title, x=x))


def _large(board: _Board) -> Sheet:
    """A message, or what this session is: in the middle, as large as it fits."""
    sizes = _MESSAGE_SIZES if board.text.scene is RoomScene.MESSAGE else _TITLE_SIZES
    room = board.bottom - _TOP - (2 * _GAP + 60 if board.text.below else 0)
    heading = fitted(board.look, board.text.heading, SEMIBOLD, board.inner, room, sizes)
    used = heading.height + (_GAP + 60 if board.text.below else 0)
    end = board.write(heading, max(_TOP, (HEIGHT - used) / 2))
    if board.text.below:
        board.write(
            cut(board.look, board.text.below, REGULAR, 56, board.inner, 1), end + _GAP, "ink2"
        )
    return Sheet()


def _break(board: _Board) -> Sheet:
    """Its name, the countdown in large digits, and when it goes on."""
    heading = fitted(board.look, board.text.heading, SEMIBOLD, board.inner, 240, Sizes(112, 64, 2))
    board.write(heading, _TOP)
    clock = QRectF(board.left, 400, min(board.inner, _BREAK_WIDTH), _BREAK_HEIGHT)
    if board.text.below:
        below = cut(board.look, board.text.below, SEMIBOLD, 72, board.inner, 1)
        board.write(below, clock.bottom() + _GAP)
    return Sheet(clock=clock if board.text.clock else None)


def _item(board: _Board) -> Sheet:
    """The question above; below it the clock, with the statements beside it or under it."""
    text = board.text
    wide = board.width > _WIDE
    beside = bool(text.statements) and wide
    clock_height = 0
    if text.clock:
        clock_height = _CLOCK_HEIGHT if beside else _ROW_HEIGHT
        clock_height = _LOW_ROW_HEIGHT if text.statements and not wide else clock_height
    low = clock_height if beside or not text.statements else clock_height + _STATEMENTS
    low = max(low, _STATEMENTS if text.statements else 0)
    room = board.bottom - _TOP - (low + 2 * _GAP if low else 0)
    end = _question(board, room, _BESIDE if text.statements else _LARGE)
    if not low:
        return Sheet()
    top = end + _GAP if text.statements else board.bottom - low
    board.rule(top - (0 if text.statements else _GAP))
    top += _GAP if text.statements else 0
    clock = QRectF(board.left, top, board.inner, clock_height)
    if not text.statements:
        return Sheet(clock=clock, clock_in_row=True)
    if beside:
        _statements(board, top, board.inner - (_CLOCK_WIDTH + 2 * _GAP if text.clock else 0))
        clock = QRectF(board.right - _CLOCK_WIDTH, top, _CLOCK_WIDTH, _CLOCK_HEIGHT)
    else:
        _statements(board, clock.bottom() + _GAP / 2, board.inner)
    return Sheet(clock=clock if text.clock else None, clock_in_row=not beside)


def _question(board: _Board, room: float, sizes: Sizes) -> float:
    """The question, who presents, and the prompt; returns where they end."""
    text, look = board.text, board.look
    lines = 2 if room > _ROOMY else 1
    prompt = cut(look, text.prompt, REGULAR, 44, board.inner, lines) if text.prompt else None
    below = cut(look, text.below, REGULAR, 56, board.inner, 1) if text.below else None
    others = sum(each.height + _GAP / 2 for each in (prompt, below) if each)
    paragraphs = text.heading.count("\n") + 1
    sizes = replace(sizes, lines=max(sizes.lines, 2 * paragraphs))
    heading = fitted(look, text.heading, SEMIBOLD, board.inner, room - others, sizes)
    end = board.write(heading, _TOP)
    for lettering in (below, prompt):
        if lettering is not None:
            end = board.write(lettering, end + _GAP / 2, "ink2")
    return end


def _statements(board: _Board, top: float, width: float) -> None:
    """The latest ones, each with a bar at its left."""
    text, look = board.text, board.look
    end = board.write(cut(look, text.statements_label, REGULAR, SMALLEST, width, 1), top, "ink2")
    inside = width - 36
    room = (board.bottom - end) / len(text.statements) - _GAP * 0.7
    lines = max(1, int(room / (44 * 1.18)))
    for statement in text.statements:
        lettering = cut(look, " ".join(statement.split()), REGULAR, 44, inside, lines)
        top = end + _GAP * 0.7
        board.pieces.append(Bar(QRectF(board.left, top, 8, lettering.height), "primary", 4))
        end = board.write(lettering, top, x=board.left + 36)


def _foot(board: _Board) -> None:
    """Who speaks and who is next at the left, the next item at the right."""
    text = board.text
    board.pieces.append(Bar(QRectF(0, _FOOT, board.width, HEIGHT - _FOOT), "sunk"))
    board.pieces.append(Bar(QRectF(0, _FOOT, board.width, 2), "line"))
    middle, y = (_FOOT + HEIGHT) / 2, (_FOOT + HEIGHT) / 2 + 15
    right = board.right
    if text.coming:
        share = 0.45 if text.speaking or text.waiting else 0.9
        coming = board.line(text.coming, y, SMALLEST, REGULAR, "ink2", board.inner * share)
        right -= QFontMetricsF(coming.font).horizontalAdvance(coming.text)
        board.pieces.append(replace(coming, x=right))
        right -= _FOOT_TEXT + 16
        board.pieces.append(Icon(text.coming_icon, right, middle - 22, _FOOT_TEXT, "ink2"))
    if text.speaking or text.waiting:
        _speakers(board, right - _GAP, middle, y)


def _speakers(board: _Board, right: float, middle: float, y: float) -> None:
    text, x = board.text, board.left
    icon = "microphone" if text.speaking else "hand-stop"
    board.pieces.append(Icon(icon, x, middle - 22, _FOOT_TEXT, "primary"))
    x += _FOOT_TEXT + 24
    for said, size, weight, tone in (
        (text.speaking, _FOOT_TEXT, SEMIBOLD, "ink"),
        (text.waiting, SMALLEST, MEDIUM, "ink2"),
    ):
        line = board.line(said, y, size, weight, tone, max(0, right - x))
        if said and line.text:
            board.pieces.append(replace(line, x=x))
            x += QFontMetricsF(line.font).horizontalAdvance(line.text) + 32
