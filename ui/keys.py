"""How a key is written for the user: as the pages write it, "Enter" and "Alt+↑", not "Alt+Hoch"."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

_WRITTEN = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Up: "↑",
    Qt.Key.Key_Down: "↓",
    Qt.Key.Key_Left: "←",
    Qt.Key.Key_Right: "→",
    Qt.Key.Key_Plus: " +",
    Qt.Key.Key_Minus: " −",
}
_FORM = QKeySequence.SequenceFormat.NativeText


def key_text(keys: str) -> str:
    """One combination in the language of the window: "Strg+F", "Alt+↑", "Strg +"."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # not in the stubs
    written = _WRITTEN.get(combination.key())
    if written is None:
        return QKeySequence(keys).toString(_FORM)
    modifiers = combination.keyboardModifiers()
    with_letter = QKeySequence(modifiers.value | Qt.Key.Key_A.value).toString(_FORM)
    prefix = with_letter.removesuffix("A")
    if written.startswith(" "):  # a plus behind a plus cannot be read
        return prefix.removesuffix("+") + written if prefix else written.strip()
    return prefix + written
