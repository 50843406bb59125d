"""Quartiersdialog without a window: everything the program can do, a script can do with ``app``."""

__version__ = "0.1.0"
