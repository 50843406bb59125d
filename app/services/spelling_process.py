"""The dictionary in a process of its own: what ``app.services.spelling`` asks.

The library holds Python's one lock while it loads the dictionary (a quarter of a second, on an old
laptop a whole one) and while it looks for suggestions (half a second): in a thread it would stop
every key. Lines of JSON come in and go out; the end of the input ends the process.
"""

import json
import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TextIO

from app.domain.spelling import Known, is_right
from app.paths import resource

ARGUMENT = "--spelling-process"
"""How a built program, which has no Python to start, is asked to be this process."""

LANGUAGE = "de_DE"
_REMEMBERED = 50_000
_SUGGESTIONS = 5


def main() -> int:
    """Answer until nobody asks any more."""
    serve(sys.stdin, sys.stdout)
    return 0


def serve(questions: Iterable[str], answers: TextIO) -> None:
    """Say whether there is a dictionary; then one answer per question."""
    dictionary = _load()
    _say(answers, dictionary is not None)
    if dictionary is None:
        return
    known = _known(dictionary)
    for line in questions:
        question = json.loads(line)
        own = frozenset(question["own"])
        if "suggest" in question:
            _say(answers, _suggestions(dictionary, question["suggest"], own))
        else:
            _say(answers, [is_right(word, known, own) for word in question["check"]])


def _load() -> Any:
    """The dictionary if it is there and sound, which one right and one wrong word tell."""
    folder = resource("dictionaries")
    try:
        import hunspell

        found = hunspell.Hunspell(LANGUAGE, hunspell_data_dir=str(folder), system_encoding="UTF-8")
        sound = found.spell("Nachbarschaften") and not found.spell("Nachbraschaften")
    except (ImportError, OSError, UnicodeError):
        return None
    return found if sound else None


def _known(dictionary: Any) -> Known:
    terms = _terms()

    @lru_cache(_REMEMBERED)
    def known(word: str) -> bool:
        return word in terms or bool(dictionary.spell(word))

    return known


def _terms() -> frozenset[str]:
    """The words of the field that the dictionary does not have."""
    path = resource("dictionaries", "fachwoerter.txt")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return frozenset()
    return frozenset(line.strip() for line in lines if not line.startswith("#"))


def _suggestions(dictionary: Any, word: str, own: Iterable[str]) -> list[str]:
    """Similar words, those of the series before the others."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(own), n=2, cutoff=0.8)
    return list(dict.fromkeys([*near, *dictionary.suggest(word)]))[:_SUGGESTIONS]


def _say(answers: TextIO, value: object) -> None:
    answers.write(json.dumps(value) + "\n")
    answers.flush()


if __name__ == "__main__":
    sys.exit(main())
