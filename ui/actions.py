"""Every action of the program in one table: id, text, keys, context, icon.

Menus, shortcuts and the sheet behind F1 are made from it. A key in the table is either an action's
shortcut or – ``typed`` – something a widget understands itself (Enter in the entry line); those
stand here for the sheet and for the test that no key means two things in one context.

A place takes its actions with ``actions.attach(Context.LIVE, page)`` and connects
``actions.get("live.next").triggered``. New actions are new lines in ``SPECS``.
"""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.action_spec import Context, Spec
from ui.check_in_keys import CHECK_IN
from ui.feedback_keys import FEEDBACK
from ui.i18n import QT_TRANSLATE_NOOP
from ui.in_the_room_keys import IN_THE_ROOM
from ui.keys import key_text
from ui.lead_keys import ROOM, SPEAKERS
from ui.minutes_keys import MINUTES
from ui.off_record_keys import OFF_RECORD
from ui.theme import Theme


def _window(name: str, text: str, *keys: str, icon: str = "", listed: bool = True) -> Spec:
    return Spec(f"app.{name}", Context.WINDOW, text, keys, icon, listed=listed)


def _session(name: str, text: str, *keys: str, icon: str = "") -> Spec:
    return Spec(f"session.{name}", Context.SESSION, text, keys, icon)


_ITEMS = 8

SPECS: tuple[Spec, ...] = (
    _window("home", QT_TRANSLATE_NOOP("Actions", "Start page"), "Alt+Home", icon="home"),
    _window(
        "new_session",
        QT_TRANSLATE_NOOP("Actions", "Prepare a session"),
        "Ctrl+N",
        icon="calendar-plus",
    ),
    _window(
        "read_files",
        QT_TRANSLATE_NOOP("Actions", "Open or read in a session …"),
        "Ctrl+O",
        icon="file-import",
    ),
    _window("search", QT_TRANSLATE_NOOP("Actions", "Search everywhere"), "Ctrl+K", icon="search"),
    _window("keys", QT_TRANSLATE_NOOP("Actions", "All keys"), "F1", icon="keyboard"),
    _window("settings", QT_TRANSLATE_NOOP("Actions", "Settings"), "Ctrl+,", icon="settings"),
    _window(
        "spelling",
        QT_TRANSLATE_NOOP("Actions", "Wrongly spelled word: suggestions"),
        "Alt+Return",
    ),
    _window("larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), "Ctrl++", "Ctrl+="),
    _window("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "Ctrl+-"),
    _window("normal_size", QT_TRANSLATE_NOOP("Actions", "Normal text size"), "Ctrl+0"),
    _window("next_column", QT_TRANSLATE_NOOP("Actions", "Next column"), "F6"),
    _window("previous_column", QT_TRANSLATE_NOOP("Actions", "Previous column"), "Shift+F6"),
    _window("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", icon="x"),
    _session("prepare", QT_TRANSLATE_NOOP("Actions", "Step: Prepare"), "Ctrl+1"),
    _session("live", QT_TRANSLATE_NOOP("Actions", "Step: Lead"), "Ctrl+2"),
    _session("review", QT_TRANSLATE_NOOP("Actions", "Step: Review"), "Ctrl+3"),
    _session("minutes", QT_TRANSLATE_NOOP("Actions", "Step: Minutes"), "Ctrl+4"),
    _session(
        "result_sheet",
        QT_TRANSLATE_NOOP("Actions", "Result sheet: one page before people leave"),
        "Ctrl+Shift+E",
    ),
    _session("search", QT_TRANSLATE_NOOP("Actions", "Search in this session"), "Ctrl+F"),
    _session("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", icon="arrow-back-up"),
    _session(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        "Ctrl+Shift+Z",
        "Ctrl+Y",
        icon="arrow-forward-up",
    ),
    _session(
        "hand_on",
        QT_TRANSLATE_NOOP("Actions", "Hand on the session …"),
        "Ctrl+Shift+S",
        icon="file-export",
    ),
    _session("words", QT_TRANSLATE_NOOP("Actions", "Words and text blocks …"), "Ctrl+Shift+T"),
    _session(
        "check_in",
        QT_TRANSLATE_NOOP("Actions", "Check-in: who is here …"),
        "Ctrl+Shift+A",
        icon="clipboard-check",
    ),
    _session(
        "feedback",
        QT_TRANSLATE_NOOP("Actions", "Feedback and release …"),
        "Ctrl+Shift+F",
        icon="messages",
    ),
    _session("right_column", QT_TRANSLATE_NOOP("Actions", "Show or hide the right column"), "F11"),
    Spec(
        "live.record",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "Record the line"),
        ("Return",),
        "corner-down-left",
        typed=True,
        shown=QT_TRANSLATE_NOOP("Actions", "Enter"),
    ),
    Spec(
        "live.next",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "Next item of the plan"),
        ("Ctrl+PgDown",),
        "chevron-right",
    ),
    Spec(
        "live.previous",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "Back to the previous item"),
        ("Ctrl+PgUp",),
        "chevron-left",
    ),
    *(
        Spec(
            f"live.to_question_{number}",
            Context.LIVE,
            QT_TRANSLATE_NOOP("Actions", "Send the line to question 1 … 8"),
            (f"Alt+{number}",),
            shown=QT_TRANSLATE_NOOP("Actions", "Alt+1 … Alt+8"),
            listed=number == 1,
        )
        for number in range(1, _ITEMS + 1)
    ),
    *(
        Spec(f"live.{name}", Context.LIVE, text, (key,), icon)
        for name, text, key, icon in (
            (
                "pause",
                QT_TRANSLATE_NOOP("Actions", "Pause the clock or let it go on"),
                "Alt+P",
                "player-pause",
            ),
            (
                "table",
                QT_TRANSLATE_NOOP("Actions", "The next table reports, or none"),
                "Alt+T",
                "users-group",
            ),
            (
                "kind",
                QT_TRANSLATE_NOOP("Actions", "Next kind that the question offers"),
                "Alt+A",
                "",
            ),
            ("prompt", QT_TRANSLATE_NOOP("Actions", "Show the next prompt"), "Alt+N", ""),
            ("give_minute", QT_TRANSLATE_NOOP("Actions", "One minute more"), "Alt+M", "plus"),
            (
                "catch_up",
                QT_TRANSLATE_NOOP("Actions", "Catch up: ways to end on time …"),
                "Alt+Z",
                "clock",
            ),
        )
    ),
    *ROOM,
    *SPEAKERS,
    *OFF_RECORD,
    Spec(
        "live.take_back",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "Take back the last statement"),
        ("F8",),
        "arrow-back-up",
    ),
    Spec(
        "live.summary",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "Write the summary of the question"),
        ("Ctrl+E",),
        "notes",
    ),
    Spec(
        "live.proposal",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "Take the proposal"),
        ("Tab",),
        typed=True,
    ),
    Spec(
        "live.line_break",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "New line in the statement"),
        ("Shift+Return",),
        typed=True,
    ),
    Spec(
        "live.release",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "Behind a chip: make it text again"),
        ("Backspace",),
        typed=True,
    ),
    Spec(
        "live.result",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "Mark the selected statement as a result"),
        ("*",),
        typed=True,
    ),
    Spec(
        "live.last_statement",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "In the empty line: to the last statement"),
        ("Up",),
        typed=True,
    ),
    Spec(
        "live.back_to_line",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "Back to the entry line"),
        ("Esc",),
        typed=True,
    ),
    Spec(
        "live.delete",
        Context.LIVE,
        QT_TRANSLATE_NOOP("Actions", "Delete the selected statement"),
        ("Del",),
        "trash",
        typed=True,
    ),
    *(
        # Without keys: the start page leads to the field that is still open.
        Spec(f"prepare.go_{field}", Context.PREPARE, text, listed=False)
        for field, text in (
            ("start", QT_TRANSLATE_NOOP("Actions", "To the begin")),
            ("place", QT_TRANSLATE_NOOP("Actions", "To the place")),
            ("facilitators", QT_TRANSLATE_NOOP("Actions", "To the facilitation")),
            ("note_takers", QT_TRANSLATE_NOOP("Actions", "To the notes")),
            ("plan", QT_TRANSLATE_NOOP("Actions", "To the plan")),
            ("participants", QT_TRANSLATE_NOOP("Actions", "To the participants")),
        )
    ),
    *(
        Spec(f"prepare.{name}", Context.PREPARE, text, keys, icon, typed=True, shown=shown)
        for name, text, keys, icon, shown in (
            (
                "minutes",
                QT_TRANSLATE_NOOP("Actions", "In the plan: set the minutes"),
                tuple("0123456789"),
                "",
                QT_TRANSLATE_NOOP("Actions", "0 … 9"),
            ),
            ("move_up", QT_TRANSLATE_NOOP("Actions", "Move the item up"), ("Alt+Up",), "", ""),
            (
                "move_down",
                QT_TRANSLATE_NOOP("Actions", "Move the item down"),
                ("Alt+Down",),
                "",
                "",
            ),
            ("add", QT_TRANSLATE_NOOP("Actions", "Add an item to the plan"), ("Ins",), "plus", ""),
            (
                "edit",
                QT_TRANSLATE_NOOP("Actions", "Edit the item or the person"),
                ("F2",),
                "pencil",
                "",
            ),
            (
                "naming",
                QT_TRANSLATE_NOOP("Actions", "Choose how the person is named"),
                ("Space",),
                "",
                "",
            ),
            (
                "remove",
                QT_TRANSLATE_NOOP("Actions", "Remove the item or the person"),
                ("Del",),
                "trash",
                "",
            ),
        )
    ),
    Spec(
        "review.edit",
        Context.REVIEW,
        QT_TRANSLATE_NOOP("Actions", "Edit the statement"),
        ("Return",),
        "pencil",
        typed=True,
        shown=QT_TRANSLATE_NOOP("Actions", "Enter"),
    ),
    *(
        Spec(
            f"review.to_question_{number}",
            Context.REVIEW,
            QT_TRANSLATE_NOOP("Actions", "Move the statement to question 1 … 8"),
            (f"Alt+{number}",),
            typed=True,
            shown=QT_TRANSLATE_NOOP("Actions", "Alt+1 … Alt+8"),
            listed=number == 1,
        )
        for number in range(1, _ITEMS + 1)
    ),
    Spec(
        "review.select",
        Context.REVIEW,
        QT_TRANSLATE_NOOP("Actions", "Select the statement, to change several at once"),
        ("Space",),
        typed=True,
    ),
    Spec(
        "review.delete",
        Context.REVIEW,
        QT_TRANSLATE_NOOP("Actions", "Delete the selected statements"),
        ("Del",),
        "trash",
        typed=True,
    ),
    Spec(
        "review.confirm",
        Context.REVIEW,
        QT_TRANSLATE_NOOP("Actions", "It was read right, on to the next"),
        ("F9",),
        "check",
    ),
    Spec(
        "review.summary",
        Context.REVIEW,
        QT_TRANSLATE_NOOP("Actions", "Write the summary of the question"),
        ("Ctrl+E",),
        "notes",
    ),
    Spec(
        "review.next_steps",
        Context.REVIEW,
        QT_TRANSLATE_NOOP("Actions", "Add a next step"),
        ("Ctrl+L",),
        "plus",
    ),
    *(
        Spec(f"review.{name}", Context.REVIEW, text, keys, typed=True)
        for name, text, keys in (
            ("result", QT_TRANSLATE_NOOP("Actions", "Result or not"), ("*",)),
            ("kind", QT_TRANSLATE_NOOP("Actions", "Another kind"), ("/",)),
            ("person", QT_TRANSLATE_NOOP("Actions", "Another person"), ("@",)),
            ("themes", QT_TRANSLATE_NOOP("Actions", "Change the themes"), ("#",)),
            ("quote", QT_TRANSLATE_NOOP("Actions", "Quote or not"), ('"',)),
            ("time", QT_TRANSLATE_NOOP("Actions", "Change the time"), ("Ctrl+T",)),
            (
                "short",
                QT_TRANSLATE_NOOP("Actions", "Into the short minutes or out of them"),
                ("Ctrl+B",),
            ),
            (
                "state",
                QT_TRANSLATE_NOOP("Actions", "Next state: note, checked, released"),
                ("Ctrl+G",),
            ),
        )
    ),
    *(
        Spec(f"{context}.{name}", context, text, (key,), typed=True)
        for context in (Context.LIVE, Context.REVIEW)
        for name, text, key in (
            ("move_up", QT_TRANSLATE_NOOP("Actions", "Move the statement up"), "Alt+Up"),
            ("move_down", QT_TRANSLATE_NOOP("Actions", "Move the statement down"), "Alt+Down"),
            (
                "merge",
                QT_TRANSLATE_NOOP(
                    "Actions", "Merge with the previous statement, or those selected"
                ),
                "Ctrl+J",
            ),
            (
                "split",
                QT_TRANSLATE_NOOP("Actions", "In the editor: split the statement at the cursor"),
                "F7",
            ),
            ("clarify", QT_TRANSLATE_NOOP("Actions", "Mark the statement: to clarify"), "?"),
            ("assent", QT_TRANSLATE_NOOP("Actions", "One more in the room agrees"), "!"),
            ("dissent", QT_TRANSLATE_NOOP("Actions", "One more in the room disagrees"), "-"),
            ("memo", QT_TRANSLATE_NOOP("Actions", "Write a memo on the statement"), "Ctrl+M"),
            ("history", QT_TRANSLATE_NOOP("Actions", "History of the statement"), "Ctrl+H"),
        )
    ),
    *(
        Spec(f"live.{name}", Context.LIVE, text, (key,), typed=True)
        for name, text, key in (
            (
                "statement_kind",
                QT_TRANSLATE_NOOP("Actions", "Selected statement: another kind"),
                "/",
            ),
            (
                "statement_person",
                QT_TRANSLATE_NOOP("Actions", "Selected statement: another person"),
                "@",
            ),
            ("quote", QT_TRANSLATE_NOOP("Actions", "Selected statement: quote or not"), '"'),
            ("time", QT_TRANSLATE_NOOP("Actions", "Selected statement: change the time"), "Ctrl+T"),
        )
    ),
    *(
        Spec(f"{context}.{name}", context, text, (key,), icon)
        for context in (Context.LIVE, Context.REVIEW)
        for name, text, key, icon in (
            (
                "photos",
                QT_TRANSLATE_NOOP("Actions", "Add photos to the item …"),
                "Ctrl+Shift+P",
                "photo-plus",
            ),
            (
                "cards",
                QT_TRANSLATE_NOOP("Actions", "Type and sort cards …"),
                "Ctrl+Shift+K",
                "cards",
            ),
        )
    ),
    *CHECK_IN,
    *IN_THE_ROOM,
    *MINUTES,
    *(
        Spec(f"feedback.{name}", Context.FEEDBACK, text, (key,), typed=True)
        for name, text, key in FEEDBACK
    ),
)


class Actions(QObject):
    """The actions as ``QAction`` objects, made once for the window."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._specs: Mapping[str, Spec] = {spec.id: spec for spec in SPECS}
        self._actions = {spec.id: self._make(theme, spec) for spec in SPECS if not spec.typed}

    def get(self, name: str) -> QAction:
        """The action with this id."""
        return self._actions[name]

    def all(self) -> Iterable[QAction]:
        """Every action."""
        return self._actions.values()

    def attach(self, context: Context, widget: QWidget) -> None:
        """Let the keys of a context work wherever the focus is inside ``widget``."""
        for name, action in self._actions.items():
            if self._specs[name].context is context:
                widget.addAction(action)

    def set_enabled(self, context: Context, *, enabled: bool) -> None:
        """Switch all actions of a context."""
        for name, action in self._actions.items():
            if self._specs[name].context is context:
                action.setEnabled(enabled)

    def _make(self, theme: Theme, spec: Spec) -> QAction:
        action = QAction(translated(spec.text), self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if spec.icon:
            theme.set_icon(action, spec.icon)
        return action


def translated(text: str) -> str:
    """A text of the table in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def spec_of(name: str) -> Spec:
    """The action with this id."""
    return next(spec for spec in SPECS if spec.id == name)


def keys_text(spec: Spec) -> str:
    """The keys of an action as the user reads them: "Strg+F"."""
    if spec.shown:
        return translated(spec.shown)
    return key_text(spec.keys[0]) if spec.keys else ""
