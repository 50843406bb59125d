"""The one window: bar, band, stacked pages. It lays out and reports, ``FrameController`` acts.

It can be shown before it is built, with the picture of ``ui.opening`` in it. For that reason
everything it consists of is imported where it is built.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QPaintEvent,
        QResizeEvent,
    )
    from PySide6.QtWidgets import QWidget

    from ui.pages import Extent
    from ui.settings import Settings
    from ui.theme import Theme

MINIMUM = (560, 400)
FIRST_SIZE = (1280, 800)
_NARROW, _SLIM, _LOW = 1000, 720, 600


class MainWindow(QMainWindow):
    """Shows either the start page or a step of a session."""

    files_dropped = Signal(object)
    """A tuple of paths."""
    extent_changed = Signal(object)
    closing = Signal()
    """Before the window closes: hand over what is not saved yet."""
    first_painted = Signal()
    """Once, when the window can be seen."""

    def __init__(
        self, theme: Theme | None, settings: Settings, opening: QWidget | None = None
    ) -> None:
        super().__init__()
        self._settings = settings
        self._painted = False
        self._built = False
        self._maximised = False
        self.setWindowTitle("Quartiersdialog")
        self.setMinimumSize(*MINIMUM)
        self._restore()
        if opening is not None:
            self.setCentralWidget(opening)
        if theme is not None:
            self.build(theme)

    def build(self, theme: Theme) -> None:
        """Put everything into the window; once, before anything but ``show`` is asked of it."""
        from PySide6.QtWidgets import QStackedWidget

        from ui.pages import Extent
        from ui.widgets.band import Band
        from ui.widgets.focus_ring import FocusRing
        from ui.widgets.progress_strip import ProgressStrip
        from ui.widgets.top_bar import SessionBar, StartBar
        from ui.widgets.veil import Veil

        self._theme = theme
        self._extent = Extent()
        self.start_bar = StartBar(theme)
        self.session_bar = SessionBar(theme)
        self.band = Band(theme)
        self.progress = ProgressStrip(theme)
        self.pages = QStackedWidget()
        self._bars = QStackedWidget()
        self._veil = Veil(theme, self)
        self._lay_out()
        self.ring = FocusRing(theme, self)
        self._built = True
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self.setAcceptDrops(True)

    def open(self) -> None:
        """Show the window, filling a small screen when it has no place of its own yet."""
        if self._maximised:
            self.showMaximized()
        else:
            self.show()

    @property
    def extent(self) -> Extent:
        """How much room there is now."""
        return self._extent

    def show_page(self, page: QWidget, *, in_session: bool) -> None:
        """Bring a page to the front, with its bar."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self._bars.setCurrentWidget(self.session_bar if in_session else self.start_bar)
        self.pages.setCurrentWidget(page)

    def drop_page(self, page: QWidget) -> None:
        """Take a page away for good."""
        self.pages.removeWidget(page)
        page.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The size class may change."""
        super().resizeEvent(event)
        self._update_extent()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first one says that the rest may follow."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place of the window; nothing typed may be lost."""
        self._settings.put("geometry", _text_of(self.saveGeometry()))
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere."""
        if _files(event.mimeData()):
            self._veil.cover()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Gone again."""
        self._veil.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read them in."""
        self._veil.hide()
        files = _files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _lay_out(self) -> None:
        from PySide6.QtWidgets import QWidget

        from ui.widgets.frames import column

        for bar in (self.start_bar, self.session_bar):
            self._bars.addWidget(bar)
        content = QWidget()
        layout = column(spacing=0)
        content.setLayout(layout)
        for part in (self._bars, self.progress, self.band):
            layout.addWidget(part)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(content)

    def _restore(self) -> None:
        kept = QByteArray.fromBase64(self._settings.text("geometry").encode())
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(*FIRST_SIZE)
            # Not ``self.screen()``: PySide ties the screen to the widget, and a window that Python
            # frees takes it along; the process crashes when the next one is closed.
            screen = QGuiApplication.primaryScreen().availableGeometry()
            if screen.width() <= FIRST_SIZE[0] * 1.1 or screen.height() <= FIRST_SIZE[1]:
                self._maximised = True

    def _on_theme(self) -> None:
        from PySide6.QtGui import QIcon

        from ui.widgets.top_bar import logo

        self._bars.setFixedHeight(self.start_bar.height())
        self.setWindowIcon(QIcon(logo(self._theme, 64)))
        self._update_extent()

    def _update_extent(self) -> None:
        if not self._built:
            return
        from ui.pages import Extent

        scale = self._theme.scale / 100
        width, height = self.width() / scale, self.height() / scale
        extent = Extent(narrow=width < _NARROW, low=height < _LOW, slim=width < _SLIM)
        if extent != self._extent:
            self._extent = extent
            self.session_bar.set_narrow(narrow=extent.narrow)
            self.start_bar.set_narrow(narrow=extent.slim)
            self.extent_changed.emit(extent)


def _files(data: QMimeData) -> Sequence[Path]:
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def _text_of(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()
