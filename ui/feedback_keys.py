"""The keys of the feedback dialog, for the table in ``ui.actions``: name, text, key."""

from ui.i18n import QT_TRANSLATE_NOOP

FEEDBACK: tuple[tuple[str, str, str], ...] = (
    ("adopted", QT_TRANSLATE_NOOP("Actions", "Adopt the feedback"), "1"),
    ("noted", QT_TRANSLATE_NOOP("Actions", "Note it as a differing view"), "2"),
    ("declined", QT_TRANSLATE_NOOP("Actions", "Decline the feedback"), "3"),
    ("remove", QT_TRANSLATE_NOOP("Actions", "Remove feedback entered by mistake"), "Del"),
    ("enter", QT_TRANSLATE_NOOP("Actions", "Enter feedback by hand …"), "Ins"),
    ("read", QT_TRANSLATE_NOOP("Actions", "Read in a form that came back …"), "Ctrl+O"),
    ("write", QT_TRANSLATE_NOOP("Actions", "Write a feedback form …"), "Ctrl+S"),
    ("undo", QT_TRANSLATE_NOOP("Actions", "Take the last step back"), "Ctrl+Z"),
)
