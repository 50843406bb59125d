"""Where what is typed in answer to something waits, each in a draft of its own."""

from app.domain.vocabulary import Outcome

ANSWER = "reading_back:"
"""How the slots begin of what is typed while reading back."""
BY_HAND = "feedback:"
"""How the slots begin of feedback that is being entered by hand."""


def answer_slot(outcome: Outcome, uid: str) -> str:
    """The slot of what is typed for this answer to the result ``uid``."""
    return f"{ANSWER}{outcome}:{uid}"


def by_hand_slot(statement_uid: str) -> str:
    """The slot of feedback about a statement; empty: its number is not known yet."""
    return f"{BY_HAND}{statement_uid}"


def decision_slot(feedback_uid: str) -> str:
    """The slot of what is typed to decide about feedback."""
    return f"decision:{feedback_uid}"
