"""The commands for house templates: what is in one, and a sample to start from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from app.calls import AddCommand, Call, print_json, print_lines
from app.errors import BadInputError


def add_commands(command: AddCommand, word: Callable[[str], str]) -> None:
    """Add them to the parser; ``command`` makes one, ``word`` gives its help."""
    check = command("template-check", _check)
    check.add_argument("file", type=Path, metavar="FILE", help=word("template_file"))
    check.add_argument("--json", action="store_true", help=word("json"))
    sample = command("template-sample", _sample)
    sample.add_argument("--out", type=Path, required=True, metavar="FILE", help=word("out"))


def _check(call: Call) -> int:
    from app.services.house_templates import examine, read_template, sentences

    path = call.options.file
    try:
        report = examine(read_template(path))
    except BadInputError as error:
        if call.options.json:
            refusal = {"code": error.code, "text": call.texts.error(error)}
            print_json({"name": path.name, "usable": False, "refusal": refusal})
        raise
    if call.options.json:
        print_json({"usable": True, "refusal": None, **asdict(report)})
    else:
        print_lines(*sentences(report, call.texts))
    return 0


def _sample(call: Call) -> int:
    from app.services.house_templates import write_sample

    write_sample(call.options.out, call.texts)
    call.say("saved", path=call.options.out)
    return 0
