"""The real program in a process of its own on a real X server, as a user and a screen reader do."""
