"""Where what is typed while reading back waits: a draft for each result and answer."""

from app.domain.vocabulary import Outcome

ANSWER = "reading_back:"
"""How the slots of these drafts begin."""


def answer_slot(outcome: Outcome, uid: str) -> str:
    """The slot of what is typed for this answer to the result ``uid``."""
    return f"{ANSWER}{outcome}:{uid}"
