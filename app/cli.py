"""The command line: the same services as the window, and no Qt except to open it.

``main`` gets the ways to open a window and to draw from outside, so that ``app`` never reaches
``ui``.
Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 expected error (one clear
line), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__, answering, exporting, preparing, rescue, templating
from app.calls import AddCommand, Call, OpenWindow, print_json, print_lines
from app.config import PAGES, THEMES, WindowRequest
from app.domain.changes import Entity
from app.errors import UserError
from app.texts import LANGUAGES, Texts
from app.usage import Parser, count

if TYPE_CHECKING:
    from app.calls import Draw
    from app.services.documents import ImportReport

SESSION_SUFFIX = ".session.json"
DEFAULT_LIMIT = 50
FIELDS_SHOWN = 5
NUMBERS_SHOWN = 20


def main(
    argv: Sequence[str] | None = None, *, open_window: OpenWindow, draw: Draw | None = None
) -> int:
    """Run one command; returns the exit code. ``draw`` writes PDF files."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _forgiving_streams()
    texts = Texts(_language(arguments))
    options = _parser(texts).parse_args(_with_command(arguments))
    try:
        code = int(options.run(Call(options, texts, open_window, draw)))
        print_lines(flush=True)
    except UserError as error:
        print(texts.error(error), file=sys.stderr)
    except BrokenPipeError:
        pass  # whoever read the output has gone
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - a bug: say so in words, keep the details in the log
        say_bug(error, texts)
    else:
        return code
    return 1


def say_bug(error: BaseException, texts: Texts) -> None:
    """Say that something unexpected happened and where the details are."""
    from app.log import log_bug

    log = log_bug(error)
    known = {"log": log} if log else {}
    print(texts.get(f"command_line.bug{'' if log else '_unlogged'}", **known), file=sys.stderr)


def _window(call: Call) -> int:
    options = call.options
    return call.open_window(
        WindowRequest(
            database=call.database,
            language=options.language,
            theme=options.theme,
            session=getattr(options, "session", None),
            page=getattr(options, "page", None),
            files=tuple(getattr(options, "files", ())),
        )
    )


def _open(call: Call) -> int:
    # A wrong name is said here, where the user looks, and not in a window.
    with call.services(writing=False) as services:
        call.options.session = services.views.find_session(call.options.session)
    return _window(call)


def _import(call: Call) -> int:
    failed = False
    with call.services(writing=True) as services:
        try:
            services.backups.make_if_changed("import")
        except UserError as error:  # reading in adds, and is whole or nothing
            call.note("backup_skipped", reason=call.texts.error(error))
        for path in call.options.files:
            try:
                _report(call, path.name, services.documents.read(path))
            except UserError as error:
                print(call.texts.error(error), file=sys.stderr)
                failed = True
    return int(failed)


def _report(call: Call, source: str, report: ImportReport) -> None:
    call.say(
        "imported",
        title=report.title,
        new=report.new_rows,
        statements=report.new.get(Entity.STATEMENT, 0),
        unchanged=sum(report.unchanged.values()),
        different=sum(report.different.values()),
    )
    if report.newer_schema is not None:
        from app.domain.document import SCHEMA

        call.note("newer_schema", source=source, found=report.newer_schema, known=SCHEMA)
    if report.cleaned:
        call.note("cleaned", source=source, count=report.cleaned)
    if report.taken_numbers:
        numbers = _first(report.taken_numbers, NUMBERS_SHOWN)
        call.note("taken_numbers", source=source, count=len(report.taken_numbers), numbers=numbers)
    if report.warnings:
        fields = _first(report.warnings, FIELDS_SHOWN)
        call.note("ignored", source=source, count=len(report.warnings), fields=fields)


def _first(names: Sequence[str], limit: int) -> str:
    """``names`` in one line, which ends where it becomes too long to be read."""
    return ", ".join(names[:limit]) + (" …" if len(names) > limit else "")


def _sessions(call: Call) -> int:
    with call.services(writing=False) as services:
        summaries = services.views.sessions()
    if call.options.json:
        print_json(
            [
                {
                    "uid": each.uid,
                    "date": each.date.isoformat(),
                    "title": each.title,
                    "state": each.state.value,
                    "questions": each.question_count,
                    "participants": each.participant_count,
                    "statements": each.statement_count,
                }
                for each in summaries
            ]
        )
        return 0
    if not summaries:
        call.note("no_sessions")
    for each in summaries:
        call.say(
            "session",
            date=f"{each.date:%d.%m.%Y}",
            title=each.title,
            state=call.texts.word(each.state),
            statements=each.statement_count,
            uid=each.uid,
        )
    return 0


def _search(call: Call) -> int:
    with call.services(writing=False) as services:
        hits = services.search.page(call.options.text, limit=call.options.limit)
    if call.options.json:
        print_json(
            [
                {
                    "session": hit.session_uid,
                    "question": hit.plan_item_uid,
                    "statement": hit.statement_uid,
                    "text": hit.text,
                }
                for hit in hits
            ]
        )
        return 0
    if not hits:
        call.note("no_hits", text=call.options.text)
    for hit in hits:
        call.say(
            "hit",
            date=f"{hit.date:%d.%m.%Y}",
            session=hit.session_title,
            item=hit.plan_item_title,
            text=hit.text.replace("\n", " "),
        )
    return 0


def _check(call: Call) -> int:
    report = call.check()
    problems = [call.texts.error(UserError(code, **values)) for code, values in report.problems]
    if call.options.json:
        print_json({**asdict(report), "path": str(report.path), "problems": problems})
    else:
        outcome = "checked_problems" if problems else "checked"
        call.say(outcome, path=report.path, schema=report.schema, count=len(problems))
        for name, value in {**report.pragmas, **report.counts}.items():
            print_lines(f"  {name}: {value}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return int(bool(problems))


def _parser(texts: Texts) -> argparse.ArgumentParser:
    Parser.speak(texts)

    def word(key: str) -> str:
        return texts.get(f"command_line.help.{key}")

    parser = Parser(prog="quartiersdialog", description=word("program"), allow_abbrev=False)
    parser.set_defaults(run=_window)
    version = f"%(prog)s {__version__}"
    parser.add_argument("--version", action="version", version=version, help=word("version"))
    parser.add_argument("--database", metavar="FILE", help=word("database"))
    parser.add_argument("--language", choices=LANGUAGES, help=word("language"))
    parser.add_argument("--theme", choices=THEMES, help=word("theme"))
    commands = parser.add_subparsers(metavar="COMMAND", title=word("commands"))

    def command(name: str, run: Callable[[Call], int]) -> argparse.ArgumentParser:
        says = word(name)
        sub = commands.add_parser(name, help=says, description=says, allow_abbrev=False)
        sub.set_defaults(run=run)
        return sub

    _add_session_commands(command, word)
    _add_data_commands(command, word)
    exporting.add_commands(command, word)
    preparing.add_commands(command, word)
    rescue.add_commands(command, word)
    templating.add_commands(command, word)
    answering.add_commands(command, word)
    return parser


def _add_session_commands(command: AddCommand, word: Callable[[str], str]) -> None:
    window = command("window", _window)
    window.add_argument("files", nargs="*", type=Path, metavar="FILE", help=word("files"))
    opening = command("open", _open)
    opening.add_argument("session", metavar="SESSION", help=word("session"))
    opening.add_argument("--page", choices=PAGES, help=word("page"))
    sessions = command("sessions", _sessions)
    sessions.add_argument("--json", action="store_true", help=word("json"))


def _add_data_commands(command: AddCommand, word: Callable[[str], str]) -> None:
    reading = command("import", _import)
    reading.add_argument("files", nargs="+", type=Path, metavar="FILE", help=word("files"))
    search = command("search", _search)
    search.add_argument("text", metavar="TEXT", help=word("text"))
    search.add_argument(
        "--limit", type=count, default=DEFAULT_LIMIT, metavar="N", help=word("limit")
    )
    search.add_argument("--json", action="store_true", help=word("json"))
    check = command("check", _check)
    check.add_argument("--json", action="store_true", help=word("json"))


def _with_command(arguments: list[str]) -> list[str]:
    """Put ``window`` before files, which is how a double click on one calls the program."""
    position = 0
    while position < len(arguments) and arguments[position].startswith("--"):
        has_value = arguments[position] in ("--database", "--language", "--theme")
        position += 2 if has_value else 1
    rest = arguments[position:]
    if rest and rest[0].lower().endswith(SESSION_SUFFIX):
        return [*arguments[:position], "window", *rest]
    return arguments


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, known before the parser so that its help speaks it too."""
    for option, value in zip(arguments, [*arguments[1:], ""], strict=False):
        chosen = value if option == "--language" else option.removeprefix("--language=")
        if option.startswith("--language") and chosen in LANGUAGES:
            return chosen
    return LANGUAGES[0]


def _forgiving_streams() -> None:
    """Never fail on a character the terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
