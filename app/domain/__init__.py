"""Vocabulary and pure rules. Nothing here knows a database, a file or a window."""
