"""Whole ways through the real program, with the keyboard alone."""
