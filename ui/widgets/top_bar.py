"""The bar at the top: of a session with its steps, and of the start page."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.icons import pixmap
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.buttons import button, icon_button, show_text
from ui.widgets.frames import column, row
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.saved_indicator import SavedIndicator
from ui.widgets.steps_bar import StepsBar

HEIGHT = 60


class _Bar(QFrame):
    """What both bars share: ground and height."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("surface", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.setFixedHeight(self.theme.gap(HEIGHT))


class SessionBar(_Bar):
    """Home, title, the four steps, the saved indicator, the room view while leading, search."""

    home_wanted = Signal()
    room_wanted = Signal()
    search_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.home = icon_button(theme, "home", self.tr("Start page"))
        self.home.clicked.connect(self.home_wanted)
        self.title = ElidedLabel("", Role.TITLE)
        self.subline = ElidedLabel("", Role.META)
        self.steps = StepsBar(theme)
        self.saved = SavedIndicator(theme)
        self.search = button(theme, self.tr("Search"), icon="search")
        self.search.clicked.connect(self.search_wanted)
        self.room = button(theme, self.tr("Projector"), icon="presentation")
        self.room.clicked.connect(self.room_wanted)
        self.room.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the line
        self.room.hide()
        self._row = row(spacing=12, margins=(16, 0, 16, 0))
        self.setLayout(self._row)
        self._row.addWidget(self._left(), 1)
        self._row.addWidget(self.steps)
        self._row.addWidget(self._right(), 1)

    def set_head(self, title: str, subline: str) -> None:
        """Title and what stands below it."""
        self.title.setText(title)
        self.subline.setText(subline)

    def set_narrow(self, *, narrow: bool) -> None:
        """One menu for the steps, search as an icon; the saved indicator stays whole."""
        self._row.setStretch(0, 3 if narrow else 1)  # the title takes what the steps leave
        self.steps.set_narrow(narrow=narrow)
        show_text(self.search, self.theme, self.tr("Search"), shown=not narrow)
        show_text(self.room, self.theme, self.tr("Projector"), shown=not narrow)

    def set_leading(self, *, leading: bool) -> None:
        """The room view belongs to leading."""
        self.room.setVisible(leading)

    def _left(self) -> QWidget:
        side = QWidget()
        words = column(spacing=2)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self.subline)
        words.addStretch()
        layout = row(spacing=12)
        side.setLayout(layout)
        layout.addWidget(self.home)
        layout.addLayout(words, 1)
        return side

    def _right(self) -> QWidget:
        side = QWidget()
        layout = row(spacing=18)
        side.setLayout(layout)
        layout.addStretch()
        layout.addWidget(self.saved)
        layout.addWidget(self.room)
        layout.addWidget(self.search)
        return side


class StartBar(_Bar):
    """Logo and name, search, settings, help."""

    search_wanted = Signal()
    settings_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._logo = QLabel()
        self.search = button(theme, self.tr("Search"), icon="search")
        self.settings = button(theme, self.tr("Settings"), icon="settings", variant="flat")
        self.help = button(theme, self.tr("Help  F1"), icon="help-circle", variant="flat")
        self.search.clicked.connect(self.search_wanted)
        self.settings.clicked.connect(self.settings_wanted)
        self.help.clicked.connect(self.help_wanted)
        layout = row(spacing=8, margins=(20, 0, 16, 0))
        self.setLayout(layout)
        layout.addWidget(self._logo)
        layout.addSpacing(4)
        layout.addWidget(label("Quartiersdialog", Role.TITLE))
        layout.addStretch()
        for item in (self.search, self.settings, self.help):
            layout.addWidget(item)
        theme.changed.connect(self._draw_logo)
        self._draw_logo()

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only."""
        texts = (self.tr("Search"), self.tr("Settings"), self.tr("Help  F1"))
        for item, text in zip((self.search, self.settings, self.help), texts, strict=True):
            show_text(item, self.theme, text, shown=not narrow)

    def _draw_logo(self) -> None:
        self._logo.setPixmap(logo(self.theme, self.theme.px(30)))


def logo(theme: Theme, size: int) -> QPixmap:
    """The sign of the program: two speech bubbles on a primary square."""
    ratio = 2.0
    result = QPixmap(round(size * ratio), round(size * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens.primary)
    radius = size * 0.26
    painter.drawRoundedRect(QRectF(0, 0, size, size), radius, radius)
    inner = round(size * 0.6)
    sign = pixmap("messages", theme.tokens.on_primary, inner, ratio)
    painter.drawPixmap(QPointF((size - inner) / 2, (size - inner) / 2), sign)
    painter.end()
    return result
