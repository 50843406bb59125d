"""The method cards that ship with the program, read from ``resources/methods`` when asked for."""

import tomllib
from functools import cached_property
from pathlib import Path

from app.domain.methods import Method, MethodCard, parse_method
from app.paths import resource


class MethodService:
    """The method cards in one language."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self._language = language
        self._folder = folder or resource("methods")

    def all(self) -> dict[str, MethodCard]:
        """Every card by its key, in the order of their titles."""
        cards = {key: method.card(self._language) for key, method in self._methods.items()}
        return dict(sorted(cards.items(), key=lambda pair: pair[1].title.casefold()))

    def card(self, key: str) -> MethodCard | None:
        """One card; None for no method, or one that this version does not know."""
        return self.all().get(key) if key else None

    @cached_property
    def _methods(self) -> dict[str, Method]:
        methods = [
            parse_method(tomllib.loads(path.read_text(encoding="utf-8")), source=path.name)
            for path in sorted(self._folder.glob("*.toml"))
        ]
        return {method.key: method for method in methods}
