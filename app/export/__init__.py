"""Views become documents: neutral blocks, and the writers that turn them into files."""
