"""The built-in guides, read from ``resources/guides`` when first asked for."""

import tomllib
from functools import cached_property
from pathlib import Path

from app.domain.guides import Guide, parse_guide
from app.errors import NotFoundError
from app.paths import resource


class GuideService:
    """The guides that ship with the program."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource("guides")

    def all(self) -> tuple[Guide, ...]:
        """Every guide, in the order of the file names: the Strategiegespräch stands first."""
        return tuple(sorted(self._guides.values(), key=lambda guide: guide.key, reverse=True))

    def get(self, key: str) -> Guide:
        """One guide. Raises ``NotFoundError``."""
        if key not in self._guides:
            raise NotFoundError("guide_not_found", reference=key)
        return self._guides[key]

    def find(self, key: str) -> Guide | None:
        """One guide; None if this version has none of that key."""
        return self._guides.get(key)

    @cached_property
    def _guides(self) -> dict[str, Guide]:
        guides = [
            parse_guide(tomllib.loads(path.read_text(encoding="utf-8")), source=path.name)
            for path in sorted(self._folder.glob("*.toml"))
        ]
        return {guide.key: guide for guide in guides}
