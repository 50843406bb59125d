"""The shape of dialogs: heading, content, one filled button. Freed when closed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.frames import column, dress_scrolling, row
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import label, wrapped


class FormDialog(QDialog):
    """A window over the work. ``body`` is the layout for the content.

    Enter presses the filled button (``confirm``), Esc closes. A subclass overrides ``accept`` to
    check what was entered; as long as it does not call the original, the dialog stays.
    """

    def __init__(
        self, theme: Theme, title: str, confirm: str, *, width: int = 460, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._width = width
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(title)
        self._layout = column(spacing=0, margins=(24, 20, 24, 20))
        self.setLayout(self._layout)
        # The size is ours: Qt would ask for the height that the narrowest width needs.
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout.addWidget(wrapped(title, Role.TITLE))
        self._layout.addSpacing(12)
        self.body: QVBoxLayout = column(spacing=12)
        self._layout.addLayout(self.body, 1)
        self._layout.addSpacing(20)
        self.cancel = button(theme, self.tr("Cancel"), size="conclusion")
        self.confirm = button(theme, confirm, variant="primary", size="conclusion")
        self.buttons = row(spacing=8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.confirm)
        self._layout.addLayout(self.buttons)
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self.accept)
        self.confirm.setDefault(True)
        self._ring = FocusRing(theme, self)

    def add_scrolling(self, content: QWidget, *, name: str = "") -> QScrollArea:
        """Content that scrolls on a screen too low for it, so that the buttons stay in sight.

        ``name`` makes it a tab stop, for content without controls.
        """
        area = Fitting(content, name)
        self.body.addWidget(area, 1)
        return area

    def content_room(self) -> int:
        """How wide content can be on this screen."""
        margins = self._layout.contentsMargins()
        return self._room().width() - margins.left() - margins.right()

    def add_button(self, text: str, *, icon: str = "") -> QPushButton:
        """A further outlined button at the left of the row."""
        result = button(self.theme, text, icon=icon, size="conclusion")
        self.buttons.insertWidget(0, result)
        return result

    def show_over(self) -> None:
        """Open over the parent, as large as the content needs and the screen allows."""
        self.open()
        self.activateWindow()

    def sizeHint(self) -> QSize:
        """The usual width, or more if the content needs it, and the height this takes."""
        width = max(self.theme.px(self._width), self._layout.totalMinimumSize().width())
        height = self._layout.totalSizeHint().height()
        if self._layout.hasHeightForWidth():
            height = self._layout.totalHeightForWidth(width)
        return QSize(width, height).boundedTo(self._room().size())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size of the content; stay on the screen."""
        super().showEvent(event)
        self.resize(self.sizeHint())
        # Fields that grow with their text know their width only now.
        for edit in self.findChildren(GrowEdit):
            edit.fit()
        self.resize(self.sizeHint())
        parent = self.parentWidget()
        if parent is not None:
            self._center_at(parent.window().frameGeometry().center())

    def event(self, event: QEvent) -> bool:
        """Content that has become higher gets its room, as far as the screen has it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            wanted = self.sizeHint().height()
            if wanted > self.height():
                middle = self.frameGeometry().center()
                self.resize(self.width(), wanted)
                self._center_at(middle)
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge against the window behind: both may have the same ground."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.theme.tokens.line)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _center_at(self, middle: QPoint) -> None:
        box = QRect(QPoint(), self.frameGeometry().size())
        box.moveCenter(middle)
        room = self._room()
        box.moveRight(min(box.right(), room.right()))
        box.moveBottom(min(box.bottom(), room.bottom()))
        box.moveLeft(max(box.left(), room.left()))
        box.moveTop(max(box.top(), room.top()))
        self.move(box.topLeft())

    def _room(self) -> QRect:
        # Not ``self.screen()``, see ``MainWindow``.
        beside = self.parentWidget() or self
        middle = beside.window().frameGeometry().center()
        screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
        return screen.availableGeometry().adjusted(8, 8, -8, -40)


class Fitting(QScrollArea):
    """Wants the height of its content and makes do with less."""

    def __init__(self, content: QWidget, name: str) -> None:
        super().__init__()
        self._content = content
        dress_scrolling(self, name)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """All of the content, at the width there is."""
        hint = self._content.sizeHint()
        if self._content.hasHeightForWidth() and self.isVisible():
            hint.setHeight(self._content.heightForWidth(self.viewport().width()))
        return hint

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the dialog when the content wants another height."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """As wide as the content and its scroll bar – it does not scroll sideways –, but low."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._content.minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())


class ConfirmDialog(FormDialog):
    """Asks before something that cannot be taken back. The safe button has the focus."""

    def __init__(
        self, theme: Theme, title: str, text: str, confirm: str, *, parent: QWidget
    ) -> None:
        super().__init__(theme, title, confirm, width=440, parent=parent)
        self.body.addWidget(wrapped(text))
        self.setAccessibleDescription(text)
        self.confirm.setDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()


def field(layout: QVBoxLayout, text: str, editor: QWidget, *, stretch: int = 0) -> QVBoxLayout:
    """Put a labelled editor into a layout: the label stands above it and is its buddy."""
    block = column(spacing=4)
    above = label(text, Role.LABEL)
    above.setBuddy(editor)
    editor.setAccessibleName(text)
    block.addWidget(above)
    block.addWidget(editor, stretch)
    layout.addLayout(block, stretch)
    return block
