"""The keys for what somebody does not want to have in the minutes."""

from ui.action_spec import Context, Spec
from ui.i18n import QT_TRANSLATE_NOOP

OFF_RECORD: tuple[Spec, ...] = tuple(
    Spec(f"live.{name}", Context.LIVE, text, (key,), icon)
    for name, text, key, icon in (
        (
            "off_record",
            QT_TRANSLATE_NOOP("Actions", "Off the record, the line is gone; again: on the record"),
            "Alt+O",
            "hand-stop",
        ),
        (
            "remove_said",
            QT_TRANSLATE_NOOP("Actions", "Remove the last statements on request …"),
            "Alt+Shift+O",
            "trash",
        ),
        (
            "unnamed",
            QT_TRANSLATE_NOOP("Actions", "This statement, or the last one, without a name"),
            "Alt+U",
            "user",
        ),
    )
)
