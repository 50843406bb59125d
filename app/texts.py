"""Texts that also appear without a window: errors, command line, documents, vocabulary.

One TOML file per topic and language in ``resources/i18n/<language>/``; a key is the file's name
and the path inside it: ``errors.session_not_found``. Values are ``str.format`` templates.
"""

import tomllib
from collections.abc import Mapping
from functools import cache

from app.errors import TextKey, UserError
from app.paths import resource

LANGUAGES = ("de", "en")
TOPICS = ("errors", "vocabulary", "command_line", "documents", "operations", "fields")

_GROUPED_FROM = 10_000
_GROUPS = {"de": ".", "en": ","}


class Texts:
    """The texts of one language. Raises ``KeyError`` for a key that does not exist."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = _topics(language)

    def get(self, key: str, **values: object) -> str:
        """The text for ``key`` with ``values`` filled in."""
        template = self._texts[key]
        return template.format(**values) if values else template

    def find(self, key: str) -> str:
        """The text for ``key``, or empty."""
        try:
            return self._texts[key]
        except KeyError:
            return ""

    def error(self, error: UserError) -> str:
        """What to tell the user about an expected error."""
        values = {name: self._told(value) for name, value in error.values.items()}
        return self.get(f"errors.{error.code}", **values)

    def _told(self, value: object) -> object:
        """A value as a reader takes it in: 2.002.000 rather than 2002000."""
        if isinstance(value, TextKey):
            return self.get(value)
        if isinstance(value, int) and abs(value) >= _GROUPED_FROM:
            return f"{value:,}".replace(",", _GROUPS[self.language])
        return value

    def word(self, value: object, form: str = "") -> str:
        """The word for a member of the vocabulary, e.g. ``NamingLevel.ROLE`` → "mit Funktion".

        ``form`` picks another form of the word, as ``printed`` for kinds of organisation.
        """
        enum = type(value).__name__
        return self._texts[f"vocabulary.{enum}{'.' + form if form else ''}.{value}"]

    def heading(self, value: object) -> str:
        """The word where it stands alone, as on a chip or in a list: with a capital."""
        word = self.word(value)
        return word[:1].upper() + word[1:]


class _Topics(dict[str, str]):
    """The texts of one language. A topic is read when the first of its texts is asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._read: set[str] = set()

    def __missing__(self, key: str) -> str:
        topic = key.partition(".")[0]
        if topic in TOPICS and topic not in self._read:
            path = resource("i18n", self._language, f"{topic}.toml")
            _flatten(topic, tomllib.loads(path.read_text(encoding="utf-8")), self)
            self._read.add(topic)  # only now: another thread may ask meanwhile
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found


@cache
def _topics(language: str) -> _Topics:
    return _Topics(language)


def _flatten(prefix: str, table: Mapping[str, object], into: dict[str, str]) -> None:
    for key, value in table.items():
        if isinstance(value, Mapping):
            _flatten(f"{prefix}.{key}", value, into)
        else:
            into[f"{prefix}.{key}"] = str(value)
