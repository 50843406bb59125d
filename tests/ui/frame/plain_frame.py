"""The frame on a real database with plain pages in it, for tests."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.changes import ChangeSet
from app.domain.incoming.statements import StatementDraft
from tests.support.room import Room
from ui.actions import Actions
from ui.bridge import ChangeBridge
from ui.frame import FrameController
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.pages import Extent, SessionPlace, Step, Toolbox
from ui.settings import Settings
from ui.spelling import Speller
from ui.tasks import Tasks
from ui.text_blocks import TextBlocks
from ui.theme import Theme


class PlainPlace:
    """A step with two fields that notes what the frame tells it."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self.told: list[object] = []
        self.can_reveal = step is Step.REVIEW
        self.page = QWidget()
        self.first, self.second = QLineEdit(), QLineEdit()
        layout = QHBoxLayout(self.page)
        for field in (self.first, self.second):
            field.setAccessibleName("Feld")
            layout.addWidget(field)

    def open_session(self, session_uid: str) -> None:
        self.told.append(("open", session_uid))

    def leave(self) -> None:
        self.told.append("leave")

    def refresh(self, change_set: ChangeSet) -> None:
        self.told.append(change_set.operation)

    def focus_main(self) -> None:
        self.first.setFocus()

    def set_extent(self, extent: Extent) -> None:
        self.told.append(extent)

    def columns(self) -> tuple[QWidget, ...]:
        return (self.first, self.second)

    def reveal(self, _plan_item_uid: str, statement_uid: str) -> bool:
        self.told.append(("reveal", statement_uid))
        return self.can_reveal


class PlainStart:
    """A start page with one button."""

    def __init__(self) -> None:
        self.page = QPushButton("Neues Gespräch")
        self.told: list[object] = []

    def attach(self, tools: Toolbox) -> None:
        self.told.append("attach")

    def refresh(self, change_set: ChangeSet | None) -> None:
        self.told.append(change_set.operation if change_set else None)

    def focus_main(self) -> None:
        self.page.setFocus()

    def set_extent(self, extent: Extent) -> None:
        self.told.append(extent)

    def columns(self) -> tuple[QWidget, ...]:
        return (self.page,)


class Case:
    """A window with plain places on a real database."""

    def __init__(self, qtbot: QtBot, theme: Theme, services: Services, folder: Path) -> None:
        self.qtbot, self.services, self.theme = qtbot, services, theme
        self.room = Room(services)
        self.settings = Settings(folder / "settings.json")
        self.window = MainWindow(theme, self.settings)
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(1366, 768)
        self.actions = Actions(theme, self.window)
        self.messages = Messages(services.texts, self.window)
        self.tasks = Tasks(self.messages, self.window)
        self.frame = FrameController(self.window, theme, self.settings, self.actions, self.messages)
        self.start = PlainStart()
        self.places = {step: PlainPlace(step) for step in Step}
        self.bridge = ChangeBridge(services.changes, self.window)
        self.bridge.changed.connect(self.frame.on_changed)
        self.tools = Toolbox(
            theme=theme,
            texts=services.texts,
            settings=self.settings,
            actions=self.actions,
            messages=self.messages,
            tasks=self.tasks,
            services=services,
            frame=self.frame,
            speller=Speller(theme, services, self.settings, self.tasks, self.messages, self.window),
            blocks=TextBlocks(services, self.window),
        )
        qtbot.addWidget(self.window)
        self.frame.start_with(lambda: self.start)
        self.frame.show_start()
        self.frame.attach(self.tools, {step: self._maker(step) for step in Step})
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def _maker(self, step: Step) -> Callable[[Toolbox], SessionPlace]:
        return lambda _tools: self.places[step]

    def press(self, keys: str) -> None:
        self.qtbot.keySequence(QApplication.focusWidget() or self.window, keys)

    def record(self, text: str = "Text") -> str:
        item = self.room.question(4).uid
        return self.services.capture.record(StatementDraft(plan_item_uid=item, text=text)).uid

    @property
    def shown(self) -> QWidget | None:
        return self.window.pages.currentWidget()

    @property
    def saved(self) -> str:
        return self.window.session_bar.saved.text()

    @property
    def band(self) -> str:
        notice = self.window.band.notice
        return notice.text if notice else ""
