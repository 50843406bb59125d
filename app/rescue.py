"""The commands for bad days: backups, salvage, and the history of a statement.

They work on files and open no database that may be damaged.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from app.calls import AddCommand, Call, print_json, print_lines, silent_log

if TYPE_CHECKING:
    from app.domain.backups import BackupView
    from app.domain.history import HistoryStep
    from app.services.backups import BackupService


def add_commands(command: AddCommand, word: Callable[[str], str]) -> None:
    """Add them to the parser; ``command`` makes one, ``word`` gives its help."""
    backup = command("backup", _backup)
    backup.add_argument("--list", action="store_true", help=word("list"))
    backup.add_argument("--json", action="store_true", help=word("json"))
    restore = command("restore", _restore)
    restore.add_argument("backup", metavar="BACKUP", help=word("backup_name"))
    _to(restore, word)
    salvage = command("salvage", _salvage)
    salvage.add_argument("broken", type=Path, metavar="BROKEN", help=word("broken"))
    _to(salvage, word)
    history = command("history", _history)
    history.add_argument("statement", metavar="STATEMENT", help=word("statement"))
    history.add_argument("--json", action="store_true", help=word("json"))


def _to(command: argparse.ArgumentParser, word: Callable[[str], str]) -> None:
    command.add_argument("--to", type=Path, required=True, metavar="FILE", help=word("to"))


def _backups(call: Call) -> BackupService:
    from app.services.backups import BackupService

    silent_log()
    return BackupService(call.database.expanduser().absolute())


def _backup(call: Call) -> int:
    service = _backups(call)
    if not call.options.list:
        made = service.make()
        if call.options.json:
            print_json({"path": str(made)})
        else:
            print_lines(str(made))
        return 0
    found = list(service.all())
    if call.options.json:
        print_json([_as_json(each) for each in found])
        return 0
    if not found:
        call.note("no_backups", folder=service.folder)
    for each in found:
        call.say(
            "backup_line" if each.ok else "backup_line_damaged",
            moment=f"{each.created_at.astimezone():%d.%m.%Y %H:%M}",
            statements="–" if each.statements is None else each.statements,
            name=each.name,
        )
    return 0


def _as_json(backup: BackupView) -> dict[str, object]:
    return {
        "name": backup.name,
        "path": str(backup.path),
        "created_at": backup.created_at.isoformat(),
        "statements": backup.statements,
        "ok": backup.ok,
    }


def _restore(call: Call) -> int:
    service = _backups(call)
    source = service.find(call.options.backup)
    contents = service.restore_copy(source, call.options.to)
    call.say(
        "restored",
        path=call.options.to,
        sessions=contents.sessions,
        statements=contents.statements,
    )
    return 0


def _salvage(call: Call) -> int:
    placeholder = call.texts.get("command_line.salvaged_place")
    options = call.options
    salvaged = _backups(call).salvage(options.broken, options.to, placeholder=placeholder)
    for table, found in salvaged.found.items():
        call.say("salvaged_table", table=table, found=found, lost=salvaged.lost[table])
    call.say(
        "salvaged",
        path=options.to,
        found=sum(salvaged.found.values()),
        lost=sum(salvaged.lost.values()),
    )
    return 0


def _history(call: Call) -> int:
    with call.services(writing=False) as services:
        uid = services.views.find_statement(call.options.statement)
        steps = services.history.of_statement(uid).steps
    if call.options.json:
        print_json({"statement": uid, "history": [_step_as_json(each) for each in steps]})
        return 0
    for each in steps:
        fields = ", ".join(change.field for change in each.changes)
        call.say(
            "wording" if each.role == "do" else f"wording_{each.role}",
            moment=f"{each.at.astimezone():%d.%m.%Y %H:%M:%S}",
            operation=call.texts.get(f"operations.{each.operation}"),
            fields=f" ({fields})" if fields else "",
            text=each.text.replace("\n", " "),
        )
    if not steps:
        call.note("no_wordings")
    return 0


def _step_as_json(step: HistoryStep) -> dict[str, object]:
    return {
        "at": step.at.isoformat(),
        "operation": step.operation,
        "role": step.role,
        "author": step.author,
        "text": step.text,
        "changes": [asdict(change) for change in step.changes],
    }
