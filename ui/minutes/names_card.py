"""Protected names in texts: where they stand, and one key that puts the allowed form there.

A proposal can be left as it stands: a surname may be an ordinary word, or the name may belong
there. The list shows some at a time; what is settled makes room for the next.
"""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.minutes_names import NameInText, TextPlace
from app.domain.names.model import Closeness
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import wrapped

SHOWN = 5
_MARKED = '<span style="font-weight:600">%1</span>'
"""The heaviest weight that ships; of a bolder one the letters would run into each other."""
_LINK_PADDING = 8
"""How far the words of a link lie inside it."""
_AROUND = 28
"""Characters of the text before and behind a name: enough to recognise the place."""


class NamesList(QWidget):
    """The content of the card; ``controls`` are in the order of the Tab key."""

    replace_wanted = Signal(object)
    """Notes (a tuple) whose form is to stand in the text."""
    leave_wanted = Signal(object)
    """A note that is not to be shown any more."""
    jump_wanted = Signal(str, str)

    def __init__(self, theme: Theme, names: Sequence[NameInText], *, closed: bool) -> None:
        super().__init__()
        self._theme = theme
        self.controls: list[QWidget] = []
        layout = column(spacing=4)
        self.setLayout(layout)
        for number, note in enumerate(names[:SHOWN]):
            layout.addLayout(self._row(number, note, closed=closed))
        if len(names) > SHOWN:
            more = self.tr("and %1 more").replace("%1", str(len(names) - SHOWN))
            rest = wrapped(more, Role.META)
            rest.setContentsMargins(_LINK_PADDING, 0, 0, 0)
            layout.addWidget(rest)
        sure = tuple(note for note in names if _is_sure(note))
        if len(sure) > 1 and not closed:
            text = self.tr("Replace all %1").replace("%1", str(len(sure)))
            all_sure = self._link("replace-all", text, partial(self._replace, sure))
            tip = self.tr("All that are surely meant, as one step that can be undone.")
            all_sure.setToolTip(tip)
            layout.addWidget(all_sure, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, number: int, note: NameInText, *, closed: bool) -> QVBoxLayout:
        block = column(spacing=0, margins=(0, 0, 0, 8))
        text = wrapped("", Role.META)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setText(self._told(note, escape, _MARKED).replace("\n", "<br>"))
        told = self._told(note, str, "%1")
        text.setAccessibleName(told)
        text.setContentsMargins(_LINK_PADDING, 0, 0, 0)
        block.addWidget(text)
        links: list[tuple[str, str, Callable[..., object]]] = []
        if note.can_be_replaced and not closed:
            links.append(("replace", self.tr("Replace"), partial(self._replace, (note,))))
            links.append(("leave", self.tr("Leave"), partial(self._leave, note)))
        if note.item is not None:
            links.append(("look", self.tr("Show"), partial(self._look, note)))
        side_by_side = row(spacing=0)
        for name, said, slot in links:
            link = self._link(f"name-{number}-{name}", said, slot)
            link.setAccessibleDescription(told)
            side_by_side.addWidget(link)
        side_by_side.addStretch(1)
        block.addLayout(side_by_side)
        return block

    def _told(self, note: NameInText, dressed: Callable[[str], str], name: str) -> str:
        """Where it stands, the words around it, and what may stand there."""
        before, after = _around(note)
        named = name.replace("%1", dressed(note.name))
        line = f"{dressed(self.place_text(note))}: {dressed(before)}{named}{dressed(after)}"
        return f"{line}\n→ {dressed(note.form)}" if note.can_be_replaced else line

    def place_text(self, note: NameInText) -> str:
        """Where the text stands, in words."""
        head = {
            TextPlace.TITLE: self.tr("title of the session"),
            TextPlace.SERIES: self.tr("title of the series"),
            TextPlace.OCCASION: self.tr("occasion"),
            TextPlace.DISTRIBUTION: self.tr("distribution list"),
            TextPlace.NEXT_STEPS: self.tr("next steps"),
            TextPlace.PARKING_LOT: self.tr("topics put off"),
        }
        if note.place in head:
            return head[note.place]
        assert note.item is not None  # noqa: S101 - the only place with one
        if note.item.number is None:
            return note.item.title
        return self.tr("question %1").replace("%1", str(note.item.number))

    def _link(self, name: str, text: str, slot: Callable[..., object]) -> QPushButton:
        result = button(self._theme, text, variant="link")
        result.setObjectName(name)
        result.clicked.connect(slot)
        self.controls.append(result)
        return result

    def _replace(self, notes: tuple[NameInText, ...], _checked: bool = False) -> None:
        self.replace_wanted.emit(notes)

    def _leave(self, note: NameInText, _checked: bool = False) -> None:
        self.leave_wanted.emit(note)

    def _look(self, note: NameInText, _checked: bool = False) -> None:
        assert note.item is not None  # noqa: S101 - offered only with one
        self.jump_wanted.emit(note.item.uid, note.statement_uid)


def _is_sure(note: NameInText) -> bool:
    return note.can_be_replaced and note.closeness is not Closeness.SIMILAR


def _around(note: NameInText) -> tuple[str, str]:
    """Some words before and behind the name."""
    text = note.typed.text
    before, after = text[: note.start], text[note.end :]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return before.replace("\n", " "), after.replace("\n", " ")
