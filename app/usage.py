"""How a wrong call is explained: argparse in the user's language.

argparse takes the few words of its own from gettext. They come from ``command_line.toml`` here,
as everything else the command line says.
"""

import argparse
import datetime as dt
import sys
from contextlib import suppress
from typing import NoReturn

from app.texts import Texts

_WORDS = {
    "usage: ": "usage",
    "positional arguments": "positional",
    "options": "options",
    "show this help message and exit": "show_help",
    "the following arguments are required: %s": "required",
    "unrecognized arguments: %s": "unrecognized",
    "argument %(argument_name)s: %(message)s": "argument",
    "expected one argument": "one_value",
    "expected at least one argument": "some_values",
    "invalid choice: %(value)r (choose from %(choices)s)": "choice",
    "ignored explicit argument %r": "no_value",
}
"""argparse's own words; one it does not have in some version of Python stays English."""


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in the user's language."""

    _texts: Texts

    @classmethod
    def speak(cls, texts: Texts) -> None:
        """Use these texts from now on."""
        cls._texts = texts
        vars(argparse)["_"] = cls._word

    @classmethod
    def _word(cls, message: str) -> str:
        key = _WORDS.get(message)
        return cls._texts.get(f"command_line.argparse.{key}") if key else message

    def error(self, message: str) -> NoReturn:
        """Explain and exit with code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, self._texts.get("command_line.usage_error", message=message) + "\n")


def count(text: str) -> int:
    """A whole number from 1, as the value of an option."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise _wrong("not_a_count", text)
    return min(int(text), sys.maxsize)


def day(text: str) -> dt.date:
    """A day as the value of an option: 2026-12-10 or 10.12.2026."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        with suppress(ValueError):
            return dt.datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
    raise _wrong("not_a_day", text)


def _wrong(key: str, value: str) -> argparse.ArgumentTypeError:
    text = Parser._texts.get(f"command_line.{key}", value=value)  # noqa: SLF001
    return argparse.ArgumentTypeError(text)
