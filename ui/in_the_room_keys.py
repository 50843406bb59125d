"""The keys for what happens in the room, for the table in ``ui.actions``."""

from ui.action_spec import Context, Spec
from ui.i18n import QT_TRANSLATE_NOOP

READING_BACK: tuple[Spec, ...] = tuple(
    Spec(f"reading_back.{name}", Context.READING_BACK, text, keys, icon, typed=True)
    for name, text, keys, icon in (
        ("confirmed", QT_TRANSLATE_NOOP("Actions", "Confirmed"), ("B", "1"), "circle-check"),
        ("changed", QT_TRANSLATE_NOOP("Actions", "Changed: type it as it is to be"), ("G", "2"),
         "pencil"),
        ("disputed", QT_TRANSLATE_NOOP("Actions", "Disputed: type the dissent"), ("S", "3"),
         "scale"),
        ("open", QT_TRANSLATE_NOOP("Actions", "Take the answer back"), ("Del",), ""),
        ("next", QT_TRANSLATE_NOOP("Actions", "Next result"), ("Down",), ""),
        ("previous", QT_TRANSLATE_NOOP("Actions", "Previous result"), ("Up",), ""),
        ("sheet", QT_TRANSLATE_NOOP("Actions", "To the result sheet"), ("Ctrl+Shift+E",),
         "file-text"),
        ("undo", QT_TRANSLATE_NOOP("Actions", "Take the last step back"), ("Ctrl+Z",), ""),
    )
)  # fmt: skip
"""Of the dialog in which results are read back."""

IN_THE_ROOM: tuple[Spec, ...] = (
    *(
        Spec(f"live.{name}", Context.LIVE, text, keys, icon)
        for name, text, keys, icon in (
            (
                "agree",
                QT_TRANSLATE_NOOP("Actions", "One more agrees: last or selected statement"),
                ("Alt++", "Alt+="),
                "check",
            ),
            (
                "disagree",
                QT_TRANSLATE_NOOP("Actions", "One more disagrees: last or selected statement"),
                ("Alt+-",),
                "x",
            ),
            (
                "park",
                QT_TRANSLATE_NOOP("Actions", "Put what is typed off: into the parking lot"),
                ("Alt+L",),
                "clock",
            ),
            ("hands", QT_TRANSLATE_NOOP("Actions", "Count hands …"), ("Alt+H",), "hand-stop"),
        )
    ),
    *(
        Spec(f"{context}.{name}", context, text, (key,), icon)
        for context in (Context.LIVE, Context.REVIEW)
        for name, text, key, icon in (
            (
                "room_lists",
                QT_TRANSLATE_NOOP("Actions", "Topics put off and shows of hands …"),
                "Ctrl+Shift+L",
                "hand-stop",
            ),
            (
                "reading_back",
                QT_TRANSLATE_NOOP("Actions", "Read the results back …"),
                "Ctrl+Shift+B",
                "repeat",
            ),
        )
    ),
    *READING_BACK,
)


def reading_back_keys() -> dict[str, tuple[str, ...]]:
    """The keys of that dialog by the second part of the action's id."""
    return {spec.id.partition(".")[2]: spec.keys for spec in READING_BACK}
