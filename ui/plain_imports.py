"""Imports without PySide's look at every module.

PySide reads the source of each module that is imported after it and looks in it for its own name,
because a module may ask for ``snake_case``. None of ours does, and two hundred of them are imported
before the first key. What Python itself does stands in ``builtins`` under another name.
"""

import builtins


def without_looking() -> None:
    """Import as Python does from now on; nothing happens where PySide has changed nothing."""
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
