"""Vorbereiten: head, plan and participants of a session, checked and handed on."""
