"""A line in progress, kept independently of any commit."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class DraftPayload:
    """What stands in an editor. ``data`` holds what else belongs to it (item, chips) as JSON."""

    text: str
    cursor: int = 0
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to bring back."""
        return not self.text and not self.data
