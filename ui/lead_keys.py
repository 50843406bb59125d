"""Keys of what stands beside the entry line, for ``ui.actions``: room view and speakers list."""

from ui.action_spec import Context, Spec
from ui.i18n import QT_TRANSLATE_NOOP

ROOM: tuple[Spec, ...] = (
    *(
        Spec(f"live.{name}", Context.LIVE, text, (key,), icon)
        for name, text, key, icon in (
            (
                "room",
                QT_TRANSLATE_NOOP("Actions", "Room view on the projector, or away"),
                "F5",
                "presentation",
            ),
            ("room_menu", QT_TRANSLATE_NOOP("Actions", "What the room sees …"), "Shift+F5", ""),
            ("room_black", QT_TRANSLATE_NOOP("Actions", "Room view black, or back"), "Alt+B", ""),
            (
                "room_message",
                QT_TRANSLATE_NOOP("Actions", "Message to the room, or away with it"),
                "Ctrl+F5",
                "",
            ),
            (
                "cover",
                QT_TRANSLATE_NOOP("Actions", "Blur notes and names in the cockpit"),
                "F4",
                "eye-off",
            ),
        )
    ),
    Spec(
        "room.black",
        Context.ROOM,
        QT_TRANSLATE_NOOP("Actions", "Black, or back"),
        ("B",),
        typed=True,
    ),
    Spec(
        "room.menu",
        Context.ROOM,
        QT_TRANSLATE_NOOP("Actions", "What the room sees …"),
        ("Return",),
        typed=True,
        shown=QT_TRANSLATE_NOOP("Actions", "Enter"),
    ),
)

SPEAKERS: tuple[Spec, ...] = (
    *(
        Spec(f"live.{name}", Context.LIVE, text, (key,), icon, typed=name == "unheard")
        for name, text, key, icon in (
            (
                "speak",
                QT_TRANSLATE_NOOP("Actions", "Somebody wants to speak"),
                "Alt+R",
                "hand-stop",
            ),
            ("next_speaker", QT_TRANSLATE_NOOP("Actions", "Next speaker"), "F9", "microphone"),
            ("unheard", QT_TRANSLATE_NOOP("Actions", "While held: who was not heard"), "F12", ""),
        )
    ),
    *(
        Spec(f"speakers.{name}", Context.SPEAKERS, text, (key,), typed=True, shown=shown)
        for name, text, key, shown in (
            (
                "give",
                QT_TRANSLATE_NOOP("Actions", "Give the floor to this person, whoever is proposed"),
                "Return",
                QT_TRANSLATE_NOOP("Actions", "Enter"),
            ),
            ("move_up", QT_TRANSLATE_NOOP("Actions", "Earlier on the list"), "Alt+Up", ""),
            ("move_down", QT_TRANSLATE_NOOP("Actions", "Later on the list"), "Alt+Down", ""),
            ("withdraw", QT_TRANSLATE_NOOP("Actions", "Take off the list"), "Del", ""),
            ("back", QT_TRANSLATE_NOOP("Actions", "Back to the entry line"), "Esc", ""),
        )
    ),
)
