"""What the window remembers between two starts: look, language, size, last folder.

One small JSON file; a missing or broken one means the defaults, never an error. It holds nothing
that people said.
"""

import json
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from app.paths import settings_file

Value = str | int | bool
SPELLING = "spelling"
"""Whether wrongly spelled words are marked."""
TYPOGRAPHY = "typography"
"""Whether quotation marks and dashes are set as they are typed."""


class Settings:
    """Values by name, written at once when one changes."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or settings_file()
        self._values: dict[str, Value] = _read(self._path)

    @property
    def path(self) -> Path:
        """Where they are kept."""
        return self._path

    def text(self, name: str, default: str = "") -> str:
        """A text, or the default when it is missing or something else."""
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: int) -> int:
        """A whole number, or the default."""
        value = self._values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else default

    def flag(self, name: str, *, default: bool) -> bool:
        """Yes or no, or the default."""
        value = self._values.get(name)
        return value if isinstance(value, bool) else default

    def put(self, name: str, value: Value) -> None:
        """Remember a value. A folder that cannot be written loses settings, never work."""
        if self._values.get(name) != value:
            self._values[name] = value
            with suppress(OSError):
                _write(self._path, self._values)


def _read(path: Path) -> dict[str, Value]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {name: value for name, value in values.items() if isinstance(value, str | int | bool)}


def _write(path: Path, values: dict[str, Value]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        json.dump(values, file, ensure_ascii=False, indent=1)
    Path(file.name).replace(path)
