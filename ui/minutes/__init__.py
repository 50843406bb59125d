"""Protokoll: choose the minutes, see the paper, save it as a Word file."""
