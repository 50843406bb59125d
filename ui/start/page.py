"""The start page: the welcome before the first session, the lists afterwards. Layout only."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from ui.pages import Extent
from ui.start.home import HomePage
from ui.start.welcome import WelcomePage
from ui.theme import Theme
from ui.widgets.frames import scrolling


class StartPage(QStackedWidget):
    """Both faces of the start page; ``show_home`` and ``show_welcome`` choose."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.welcome = WelcomePage(theme)
        self.home = HomePage(theme)
        # As high as its lines are at the width it has: the least height Qt would ask for is that of
        # its narrowest lines, and scrolls where everything fits.
        self.welcome.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._areas = [scrolling(self.welcome), scrolling(self.home)]
        for area in self._areas:
            self.addWidget(area)

    @property
    def shows_home(self) -> bool:
        """Whether there are sessions to show."""
        return self.currentIndex() == 1

    def show_welcome(self) -> None:
        """No session yet."""
        self.setCurrentIndex(0)

    def show_home(self) -> None:
        """Card and lists."""
        self.setCurrentIndex(1)

    def set_extent(self, extent: Extent) -> None:
        """Follow the size of the window."""
        self.welcome.set_slim(slim=extent.slim)
        self.home.set_narrow(narrow=extent.narrow)
