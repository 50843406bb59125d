"""The only place that knows SQLModel and SQLite."""
