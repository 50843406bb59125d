"""Keys are written one way: in the sheet of keys, in menus and on the pages."""

import pytest

from ui.keys import key_text


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("Return", "Enter"),
        ("Alt+Up", "Alt+↑"),
        ("Ctrl+Shift+Down", "Strg+Umschalt+↓"),
        ("Ctrl++", "Strg +"),
        ("Ctrl+-", "Strg −"),
        ("Ctrl+F", "Strg+F"),
        ("Del", "Entf"),
        ("F1", "F1"),
    ],
)
def test_a_key_is_written_as_the_pages_write_it(german: None, keys: str, written: str) -> None:
    assert key_text(keys) == written
