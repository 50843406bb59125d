"""Alembic's folder: one file per schema that was ever released. See ``app.storage.upgrade``."""
