"""The keys of the minutes, for the table in ``ui.actions``."""

from ui.action_spec import Context, Spec
from ui.i18n import QT_TRANSLATE_NOOP

MINUTES: tuple[Spec, ...] = (
    Spec(
        "minutes.save",
        Context.MINUTES,
        QT_TRANSLATE_NOOP("Actions", "Save as a Word file …"),
        ("Ctrl+S",),
        "download",
    ),
    Spec(
        "minutes.save_other",
        Context.MINUTES,
        QT_TRANSLATE_NOOP("Actions", "Save in another form"),
        ("F12",),
        "file-export",
    ),
    Spec("minutes.print", Context.MINUTES, QT_TRANSLATE_NOOP("Actions", "Print …"), ("Ctrl+P",)),
    Spec("minutes.send", Context.MINUTES, QT_TRANSLATE_NOOP("Actions", "Send …"), ("Ctrl+E",)),
    Spec(
        "minutes.withdrawal",
        Context.MINUTES,
        QT_TRANSLATE_NOOP("Actions", "Do not name somebody any more"),
        ("Ctrl+Shift+N",),
    ),
    Spec(
        "minutes.head",
        Context.MINUTES,
        QT_TRANSLATE_NOOP("Actions", "Head and foot of the minutes"),
        ("Ctrl+H",),
    ),
    Spec("minutes.log", Context.MINUTES, QT_TRANSLATE_NOOP("Actions", "Given out"), ("Ctrl+L",)),
)
