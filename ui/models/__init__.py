"""Item models over views. One role carries the ready row object, painted by one delegate."""
