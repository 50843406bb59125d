"""Method cards: how a group works on an item, from Blitzlicht to World-Café.

One readable TOML file per method in ``resources/methods``, with the card in both languages::

    key = "blitzlicht"            # as the file's name; stands at the plan items it is attached to

    [de]
    title = "Blitzlicht"
    size = "bis 25 Personen"
    time = "5 bis 10 min"
    steps = ["Alle sagen reihum einen Satz.", "Niemand kommentiert."]

    [en]
    …
"""

import re
from collections.abc import Mapping

from pydantic import Field, ValidationError

from app.domain.plan import MAX_METHOD
from app.domain.validated import Validated
from app.errors import BadInputError


class MethodCard(Validated):
    """A method in one language."""

    title: str = Field(min_length=1, max_length=100)
    size: str = Field(min_length=1, max_length=100)
    time: str = Field(min_length=1, max_length=100)
    steps: tuple[str, ...] = Field(min_length=1)


class Method(Validated):
    """A method with its card in both languages."""

    key: str = Field(pattern=re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$"), max_length=MAX_METHOD)
    de: MethodCard
    en: MethodCard

    def card(self, language: str) -> MethodCard:
        """The card in a language, "de" or "en"."""
        return self.en if language == "en" else self.de


def parse_method(data: Mapping[str, object], *, source: str) -> Method:
    """The method in ``data`` as read from TOML. Raises ``BadInputError`` naming the file."""
    try:
        return Method.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where, found = ".".join(map(str, first["loc"])), str(first["input"])[:80]
        raise BadInputError("guide_invalid", source=source, where=where, found=found) from error
