"""The left column of Vorbereiten: what stands at the head of the session, and what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QPushButton, QWidget

from app.domain.vocabulary import NamingLevel
from app.texts import Texts
from ui.prepare.labeled_field import LabeledField, TextField
from ui.theme import Role, Theme, repolish
from ui.widgets.buttons import button
from ui.widgets.frames import card, column, row, scrolling
from ui.widgets.labels import wrapped

WIDTH = 292
_WIDEST = 560


class Conclusion(QWidget):
    """The two buttons bottom left; one of them is filled."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hand_on = button(
            theme, self.tr("Hand on the session …"), icon="file-export", size="conclusion"
        )
        self.begin = button(
            theme,
            self.tr("Begin the session"),
            icon="player-play",
            variant="primary",
            size="conclusion",
        )
        self._layout = column(spacing=8, margins=(16, 8, 16, 16))
        self.setLayout(self._layout)
        self._layout.addWidget(self.hand_on)
        self._layout.addWidget(self.begin)

    def set_flat(self, *, flat: bool) -> None:
        """Side by side, below the tabs of a narrow window."""
        self._layout.setDirection(
            self._layout.Direction.RightToLeft if flat else self._layout.Direction.TopToBottom
        )
        self._layout.setAlignment(Qt.AlignmentFlag.AlignLeft if flat else Qt.AlignmentFlag(0))

    def show_begin(self, text: str, icon: str) -> None:
        """What the button for going on is called."""
        self.begin.setText(text)
        self._theme.set_icon(self.begin, icon)

    def fill(self, filled: QPushButton) -> None:
        """Give one of the two the weight."""
        for one in (self.hand_on, self.begin):
            variant = "primary" if one is filled else "outlined"
            if one.property("variant") != variant:
                one.setProperty("variant", variant)
                repolish(one)
                self._theme.set_icon(one, one.property("iconName"))


class SessionForm(QFrame):
    """The fields. ``column_width`` is kept while the window is wide."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.setProperty("surface", "sunk")
        self.closed, self.reopen = self._closed_note()
        self.title = TextField(theme, self.tr("Title"))
        self.date = TextField(theme, self.tr("Date"))
        self.start = TextField(theme, self.tr("Begin"))
        self.end = TextField(theme, self.tr("End"))
        self.place = TextField(theme, self.tr("Place"), placeholder=self.tr("still open"))
        open_ = self.tr("still open")
        self.facilitators = TextField(theme, self.tr("Facilitation"), placeholder=open_)
        self.note_takers = TextField(theme, self.tr("Notes"), placeholder=open_)
        self.naming = QComboBox()
        self.naming.addItems([texts.word(level) for level in NamingLevel])
        self.naming_field = LabeledField(theme, self.tr("Statements are named"), self.naming)
        self.naming_hint = wrapped(
            self.tr("Holds for all. Exceptions stand on the right beside the person."),
            Role.CAPTION,
        )
        self.confidential = QCheckBox(self.tr("Confidential session"))
        self.confidential_hint = wrapped(self.tr("Chatham House Rule"), Role.CAPTION)
        self.conclusion = Conclusion(theme)
        for field in (self.facilitators, self.note_takers):
            field.line.setToolTip(self.tr("Several names are divided by semicolons"))
        self._build()
        theme.changed.connect(self._refresh)
        self._refresh()

    def fields(self) -> dict[str, TextField]:
        """The text fields by the name of what they change."""
        return {
            "title": self.title,
            "date": self.date,
            "start_time": self.start,
            "end_time": self.end,
            "place": self.place,
            "facilitators": self.facilitators,
            "note_takers": self.note_takers,
        }

    def set_editable(self, *, editable: bool) -> None:
        """A closed session only shows its fields."""
        for field in self.fields().values():
            field.line.setReadOnly(not editable)
        for part in (self.naming, self.confidential):
            part.setEnabled(editable)
        self.closed.setVisible(not editable)

    def set_narrow(self, *, narrow: bool) -> None:
        """As a tab it takes the width it gets."""
        self._narrow = narrow
        self._refresh()

    def _closed_note(self) -> tuple[QFrame, QPushButton]:
        frame, layout = card(padding=12, spacing=8, kind="settled")
        text = self.tr("This session is closed. Nothing changes any more.")
        layout.addWidget(wrapped(text))
        again = button(self._theme, self.tr("Reopen"), size="small")
        layout.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        frame.hide()
        return frame, again

    def _build(self) -> None:
        outer = column(spacing=0)
        self.setLayout(outer)
        content = QWidget()
        self._content = content
        fields = column(spacing=8, margins=(20, 16, 20, 12))
        content.setLayout(fields)
        times = row(spacing=8)
        times.addWidget(self.date, 108)
        times.addWidget(self.start, 68)
        times.addWidget(self.end, 68)
        for field in (self.date, self.start, self.end):
            times.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.closed)
        fields.addWidget(self.title)
        fields.addLayout(times)
        for field in (self.date, self.start, self.end):
            fields.addWidget(field.below)
        for part in (self.place, self.facilitators, self.note_takers, self.naming_field):
            fields.addWidget(part)
        fields.addWidget(self.naming_hint)
        fields.addSpacing(2)
        fields.addWidget(self.confidential)
        fields.addWidget(self.confidential_hint)
        fields.addStretch(1)
        area = scrolling(content)
        # The column's own ground shows through.
        content.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        outer.addWidget(area, 1)
        self.bottom = outer
        outer.addWidget(self.conclusion)

    def _refresh(self) -> None:
        theme = self._theme
        self.confidential_hint.setContentsMargins(theme.px(28), 0, 0, 0)
        for field in (self.start, self.end):
            field.line.setMinimumWidth(theme.px(64))
        if self._narrow:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self._content.setMaximumWidth(theme.px(_WIDEST))
        else:
            self._content.setMaximumWidth(16_777_215)
            self.setFixedWidth(theme.gap(WIDTH))
