"""Drafts and changes: what comes in from a window, a file or the command line, and is checked.

Apart from the views, for two reasons. Who reads this program finds in one place what may be
written, with its limits; and pydantic, which checks it, takes a fifth of a start: what shows a
session, and the entry line, must not wait for it. Nothing imports from here before the first key.
"""
