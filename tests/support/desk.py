"""The window with its places on a real database, wired as the program does it, for tests."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from ui.actions import Actions
from ui.bridge import ChangeBridge
from ui.factories import FACTORIES
from ui.frame import FrameController
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.pages import SessionPlace, Step, Toolbox
from ui.settings import Settings
from ui.spelling import Speller
from ui.tasks import Tasks
from ui.text_blocks import TextBlocks
from ui.theme import Theme, ThemeChoice

PlaceT = TypeVar("PlaceT")


class Desk:
    """A shown window. ``open`` brings a session to a step and gives its place."""

    def __init__(
        self,
        qtbot: QtBot,
        services: Services,
        folder: Path,
        size: tuple[int, int] = (1366, 768),
        *,
        spelling: bool = False,
    ) -> None:
        app = cast(QApplication, QApplication.instance())
        self.qtbot = qtbot
        self.services = services
        self.theme = Theme(app, ThemeChoice.LIGHT)
        self.settings = Settings(folder / "settings.json")
        self.window = MainWindow(self.theme, self.settings)
        self.actions = Actions(self.theme, self.window)
        self.messages = Messages(services.texts, self.window)
        self.tasks = Tasks(self.messages, self.window)
        self.frame = FrameController(
            self.window, self.theme, self.settings, self.actions, self.messages
        )
        self._bridge = ChangeBridge(services.changes, self.window)
        self._bridge.changed.connect(self.frame.on_changed)
        self.settings.put("spelling", spelling)
        self.speller = Speller(
            self.theme, services, self.settings, self.tasks, self.messages, self.window
        )
        self._bridge.changed.connect(self.speller.on_changed)
        self.blocks = TextBlocks(services, self.window)
        self._bridge.changed.connect(self.blocks.on_changed)
        self.actions.get("app.spelling").triggered.connect(self.speller.suggest_here)
        self.tools = Toolbox(
            theme=self.theme,
            texts=services.texts,
            settings=self.settings,
            actions=self.actions,
            messages=self.messages,
            tasks=self.tasks,
            services=services,
            frame=self.frame,
            speller=self.speller,
            blocks=self.blocks,
        )
        self._places: dict[Step, SessionPlace] = {}
        factories = {step: self._keeping(step) for step in FACTORIES}
        self.frame.attach(self.tools, factories)
        qtbot.addWidget(self.window, before_close_func=self._before_close)
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(*size)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()

    def open(self, session_uid: str, step: Step, kind: type[PlaceT]) -> PlaceT:
        """Show a step of a session; ``kind`` is the controller to expect."""
        self.frame.open_session(session_uid, step)
        place = self._places[step]
        assert isinstance(place, kind)
        return place

    def press(self, *keys: str, to: QWidget | None = None) -> None:
        """Press keys where the focus is (or on a widget): "Ctrl+Return", "Del", "a"."""
        for key in keys:
            target = to or QApplication.focusWidget() or self.window
            self.qtbot.keySequence(target, key)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def settle(self) -> None:
        """Wait until nothing runs beside the window."""
        self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=20_000)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Wait for something that comes with an event."""
        self.qtbot.waitUntil(condition, timeout=20_000)

    def _keeping(self, step: Step) -> Callable[[Toolbox], SessionPlace]:
        def make(tools: Toolbox) -> SessionPlace:
            self._places[step] = FACTORIES[step](tools)
            return self._places[step]

        return make

    def _before_close(self, _window: QWidget) -> None:
        self.tasks.wait()
        self._bridge.close()
