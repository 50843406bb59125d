"""The results in the room view, one at a time in large type, with what the room said to it."""

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.reading_back import ReadResult
from app.domain.room import RoomNames
from app.texts import Texts
from ui.icons import OUTCOME_ICONS
from ui.in_the_room.reading_model import ReadingModel
from ui.in_the_room.words import ANSWER_TONES, InTheRoomWords
from ui.room.lettering import Sizes, cut, fitted
from ui.room.look import HEIGHT, MARGIN, RoomLook
from ui.room.pieces import Icon, Line, Piece, written
from ui.style.fonts import REGULAR, SEMIBOLD

_TOP, _QUESTION, _RESULT, _ANSWER = 72, 132, 290, 930
"""Where overline, question, result and answer begin."""
_GAP = 24
_SIZES = Sizes(112, 64, 6)
_ANSWER_SIZE = 72


class Results(QWidget):
    """Follows ``model``. ``names`` keeps back what the room must not read."""

    def __init__(self, look: RoomLook, model: ReadingModel, texts: Texts, names: RoomNames) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._texts = texts
        self._names = names
        self._words = InTheRoomWords(self)
        self._pieces: list[Piece] = []
        look.changed.connect(self.update)
        model.changed.connect(self._lay_out)
        self._lay_out()

    def texts(self) -> tuple[str, ...]:
        """Every line as it stands there."""
        return tuple(piece.text for piece in self._pieces if isinstance(piece, Line))

    def smallest(self) -> float:
        """The size of the smallest letters, in units."""
        sizes = [p.font.pixelSize() for p in self._pieces if isinstance(p, Line)]
        return min(sizes, default=HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen, perhaps of another shape."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and every piece."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.scale(self._unit(), self._unit())
        for piece in self._pieces:
            piece.paint(painter, self._look)

    def _unit(self) -> float:
        return max(self.height(), 1) / HEIGHT

    def _lay_out(self) -> None:
        result = self._model.current
        self._pieces = self._laid_out(result) if result is not None else []
        self.setAccessibleName(" · ".join(self.texts()))
        self.update()

    def _laid_out(self, result: ReadResult) -> list[Piece]:
        look, width = self._look, self.width() / self._unit()
        left, inner = width * MARGIN, width * (1 - 2 * MARGIN)
        said = self._names.text(result.statement.text, result.statement.naming)
        heading = self._names.text(" ".join(result.item.heading.split()))
        overline = cut(look, self._words.result_place(result), SEMIBOLD, 40, inner, 1)
        question = cut(look, heading, REGULAR, 48, inner, 2)
        pieces = written(overline, left, _TOP, "primary") + written(
            question, left, _QUESTION, "ink2"
        )
        room = _ANSWER - _RESULT - 2 * _GAP
        pieces += written(fitted(look, said, SEMIBOLD, inner, room, _SIZES), left, _RESULT)
        return pieces + self._answer(result, left, inner)

    def _answer(self, result: ReadResult, left: float, inner: float) -> list[Piece]:
        """A word with its icon; nothing as long as nobody has said anything."""
        outcome = result.statement.outcome
        if outcome is None:
            return []
        tone = ANSWER_TONES[outcome]
        word = self._texts.word(outcome)
        lettering = cut(self._look, word, SEMIBOLD, _ANSWER_SIZE, inner, 1)
        beside = left + _ANSWER_SIZE + _GAP
        sign = Icon(OUTCOME_ICONS[outcome], left, _ANSWER + 6, _ANSWER_SIZE, tone)
        return [sign, *written(lettering, beside, _ANSWER, tone)]


def results_in(
    model: ReadingModel, texts: Texts, names: RoomNames
) -> Callable[[RoomLook], QWidget]:
    """What the room view makes its content with."""

    def make(look: RoomLook) -> QWidget:
        return Results(look, model, texts, names)

    return make
