"""Composing minutes without writing them. Apart from ``paper``, because it loads more."""

from app.export.minutes import compose, suggested_file_name

__all__ = ["compose", "suggested_file_name"]
