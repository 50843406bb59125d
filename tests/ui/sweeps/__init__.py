"""Sweeps over the whole program: what has to hold for every page and dialog, also for new ones."""
