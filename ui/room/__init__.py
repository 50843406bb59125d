"""Beamer-Ansicht: what the room sees on the projector, and how it is led from the cockpit."""
