"""One call of the command line: what every command needs of it, and the way to stdout."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.config import DATABASE_VARIABLE, WindowRequest, database_path
from app.errors import UserError, reason
from app.texts import Texts

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.export.blocks import Document
    from app.services.workspace import CheckReport

Draw = Callable[["Document"], bytes]
"""Makes a PDF file of a document."""
OpenWindow = Callable[[WindowRequest], int]
AddCommand = Callable[..., argparse.ArgumentParser]


class Call:
    """One call of the program: its options, its words, its database."""

    def __init__(
        self,
        options: argparse.Namespace,
        texts: Texts,
        window: OpenWindow,
        draw: Draw | None = None,
    ) -> None:
        self.options = options
        self.texts = texts
        self.open_window = window
        self.draw = draw

    @property
    def database(self) -> Path:
        """The database named by option, by environment or by default."""
        return database_path(self.options.database)

    @property
    def may_create(self) -> bool:
        """What only reads creates the user's own database, but none whose name was mistyped."""
        return not (self.options.database or os.environ.get(DATABASE_VARIABLE))

    @contextmanager
    def services(self, *, writing: bool) -> Iterator[Services]:
        """The services on that database."""
        from app.bootstrap import workspace  # not before the window has painted

        silent_log()
        create, language = writing or self.may_create, self.texts.language
        with workspace(self.database, language=language, writing=writing, create=create) as opened:
            yield opened

    def check(self) -> CheckReport:
        """What is wrong with that database."""
        from app.bootstrap import check_workspace

        return check_workspace(self.database, create=self.may_create)

    def say(self, key: str, **values: object) -> None:
        """One line on stdout."""
        print_lines(self.texts.get(f"command_line.{key}", **values))

    def note(self, key: str, **values: object) -> None:
        """One line on stderr."""
        print(self.texts.get(f"command_line.{key}", **values), file=sys.stderr)


def print_json(value: object) -> None:
    """Print a value as JSON on stdout."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:  # escapes instead of question marks
        text = json.dumps(value, indent=2)
    print_lines(text)


def print_lines(*lines: str, flush: bool = False) -> None:
    """Print on stdout, the only place that does.

    Raises:
        BrokenPipeError: nobody reads any more.
        UserError: it leads into a file that cannot be written.
    """
    try:
        print(*lines, sep="\n", end="\n" if lines else "", flush=flush)
    except OSError as error:
        # What is left would be tried again at the end, and Python would complain in English.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise UserError("output_failed", reason=reason(error)) from error


def silent_log() -> None:
    """Without any handler Python prints warnings, with tracebacks, on stderr."""
    import logging

    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())
