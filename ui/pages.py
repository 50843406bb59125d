"""What the frame expects of a step and what it gives to it.

A step of a session – Vorbereiten, Durchführen, Nachbereiten, Protokoll – is a *place*: a controller
that owns a page widget. ``ui.main`` makes it by a factory the first time the step is shown::

    def live_place(tools: Toolbox) -> SessionPlace:
        return LiveController(LivePage(tools.theme, tools.texts), tools)

The page is layout only; the controller talks to ``tools.services`` and to the frame through
``tools.frame``. Nobody reaches for ``parent().window()``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.bootstrap import Services
    from app.domain.changes import ChangeSet
    from app.domain.vocabulary import MinutesKind
    from app.texts import Texts
    from ui.actions import Actions
    from ui.messages import Messages
    from ui.photos.sources import Source
    from ui.settings import Settings
    from ui.spelling import Speller
    from ui.tasks import Tasks
    from ui.text_blocks import TextBlocks
    from ui.theme import Theme


class Step(IntEnum):
    """The four steps in order; the value is the digit of its key Ctrl+1 … Ctrl+4."""

    PREPARE = 1
    LIVE = 2
    REVIEW = 3
    MINUTES = 4


PAGE_NAMES = {
    "prepare": Step.PREPARE,
    "live": Step.LIVE,
    "review": Step.REVIEW,
    "minutes": Step.MINUTES,
}
"""Names of the steps on the command line."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much room the window has, at the text size: the widths are divided by it."""

    narrow: bool = False
    """Below 1,000: right column becomes tabs, the steps a menu button."""
    low: bool = False
    """Below 600 high: the question is 20 instead of 25."""
    slim: bool = False
    """Below 720: the plan shrinks to 64 pixels of badges."""


class SessionPlace(Protocol):
    """A step of the open session. The frame calls these, on the GUI thread."""

    @property
    def page(self) -> QWidget:
        """The widget the frame stacks."""

    def open_session(self, session_uid: str) -> None:
        """Show this session; called again only for another session or after a re-import.

        Places of a session are kept while it is open: focus, scroll and drafts stay.
        """

    def leave(self) -> None:
        """Another step, another session or the end comes: hand over every draft now."""

    def refresh(self, change_set: ChangeSet) -> None:
        """Something was committed, in any session, by anybody. Called also while hidden."""

    def focus_main(self) -> None:
        """Put the focus where work begins (live: the entry line).

        Coming back to a step, the frame gives the focus to what had it; on live always to the line.
        """

    def set_extent(self, extent: Extent) -> None:
        """The window changed its size class."""

    def columns(self) -> tuple[QWidget, ...]:
        """Focus targets for F6 and Shift+F6, left to right."""

    def reveal(self, plan_item_uid: str, statement_uid: str) -> bool:
        """Show a statement found by the search; False if this step cannot."""


@runtime_checkable
class ItemPlace(Protocol):
    """A step that works at one item; the next step, opened from it, begins there."""

    def item_at_work(self) -> str:
        """The uid of the item, or empty if there is nothing to go on with."""


@runtime_checkable
class PhotoPlace(Protocol):
    """A step that shows one item, to which photos can be added."""

    def add_photos(self, sources: Sequence[Source]) -> None:
        """Photos that were dropped or pasted."""


@runtime_checkable
class TemplatePlace(Protocol):
    """A step that writes documents, for which a house template can be chosen."""

    def look_at_template(self, file: Path) -> None:
        """A Word file that was dropped."""


@runtime_checkable
class KindPlace(Protocol):
    """The step that makes minutes."""

    def choose_kind(self, kind: MinutesKind) -> None:
        """Show this kind."""


@runtime_checkable
class EndingPlace(Protocol):
    """A step that shows something of the session elsewhere."""

    def end_session(self) -> None:
        """The session is left for the start page."""


class StartPlace(Protocol):
    """The start page: shown before the services exist, filled when they arrive."""

    @property
    def page(self) -> QWidget:
        """The widget the frame stacks."""

    def attach(self, tools: Toolbox) -> None:
        """The services are there now."""

    def refresh(self, change_set: ChangeSet | None) -> None:
        """Something changed, or (None) the page is shown again."""

    def focus_main(self) -> None:
        """Put the focus on the one thing to do now."""

    def set_extent(self, extent: Extent) -> None:
        """The window changed its size class."""

    def columns(self) -> tuple[QWidget, ...]:
        """Focus targets for F6 and Shift+F6, left to right."""


class Frame(Protocol):
    """What places ask of the main window."""

    def open_session(self, session_uid: str, step: Step | None = None) -> None:
        """Open a session; without a step the one its state asks for."""

    def go_to(self, step: Step) -> None:
        """Another step of the open session."""

    def go_home(self) -> None:
        """The start page."""

    def reveal(self, session_uid: str, plan_item_uid: str, statement_uid: str) -> None:
        """Show a statement, or with an empty one its plan item, where it can be changed."""

    def show_head(self, title: str, subline: str) -> None:
        """Title and sub-line of the bar.

        The frame sets title and date itself; a step may give a better sub-line, such as
        "Fr 20. November 2026 · 22 anwesend".
        """

    def open_search(self, *, everywhere: bool, text: str = "") -> None:
        """The search popup, over the open session or everything."""

    def open_dialog(self, name: str) -> None:
        """A dialog of the frame: ``keys`` or ``settings``."""

    def read_files(self) -> None:
        """Ask for session files and read them in (also what dropping files does)."""


@dataclass(frozen=True, slots=True)
class Toolbox:
    """Everything a controller may use, handed to it by constructor.

    F11 is ``actions.get("session.right_column")``: a step with a right column connects it.
    """

    theme: Theme
    texts: Texts
    settings: Settings
    actions: Actions
    messages: Messages
    tasks: Tasks
    services: Services
    frame: Frame
    speller: Speller
    blocks: TextBlocks


PlaceFactory = Callable[[Toolbox], SessionPlace]
