"""The keys of the check-in, for the table in ``ui.actions``."""

from ui.action_spec import Context, Spec
from ui.i18n import QT_TRANSLATE_NOOP

CONSENTS = range(1, 5)
_KEYS: tuple[tuple[str, str, str, str], ...] = (
    ("present", QT_TRANSLATE_NOOP("Actions", "Present, or expected again"), "Space", ""),
    (
        "enter",
        QT_TRANSLATE_NOOP(
            "Actions", "Whoever was found is present; an unknown name, twice: take in"
        ),
        "Return",
        "",
    ),
    (
        "take_in",
        QT_TRANSLATE_NOOP("Actions", "Take in a second person of the same name"),
        "Ctrl+Return",
        "",
    ),
    ("excused", QT_TRANSLATE_NOOP("Actions", "Excused"), "Alt+E", ""),
    ("guest", QT_TRANSLATE_NOOP("Actions", "Guest or not"), "Alt+G", ""),
    ("leaves", QT_TRANSLATE_NOOP("Actions", "Leaves now"), "Alt+W", ""),
    ("naming", QT_TRANSLATE_NOOP("Actions", "Choose how the person is named"), "Alt+N", ""),
    *(
        (
            f"consent_{number}",
            QT_TRANSLATE_NOOP(
                "Actions", "Consent to list, naming, photo, contact: given, refused, not asked"
            ),
            f"Alt+{number}",
            QT_TRANSLATE_NOOP("Actions", "Alt+1 … Alt+4"),
        )
        for number in CONSENTS
    ),
    ("information", QT_TRANSLATE_NOOP("Actions", "Read the information out"), "Alt+I", ""),
    ("undo", QT_TRANSLATE_NOOP("Actions", "Take the last step back"), "Ctrl+Z", ""),
)
"""Name, text, key, and how it is shown if one line stands for several."""
CHECK_IN: tuple[Spec, ...] = tuple(
    Spec(
        f"check_in.{name}",
        Context.CHECK_IN,
        text,
        (key,),
        typed=True,
        shown=shown,
        listed=not shown or name.endswith("1"),
    )
    for name, text, key, shown in _KEYS
)
