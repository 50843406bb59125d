"""Reusable pieces of the window. They know the theme and views, never services."""
