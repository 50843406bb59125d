"""Nachbereiten: go through the questions one by one until nothing is open."""
