"""Which schema this program writes. Kept apart so that a start needs no Alembic to compare."""

SCHEMA_HEAD = "0017"
"""Revision of the newest migration; revisions are four digits and compare as text."""
