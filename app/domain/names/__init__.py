"""Names of a session's own people, organisations and places in running text."""
