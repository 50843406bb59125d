"""Search over all statements: the popup and what feeds it."""
