"""Session documents as files: readable UTF-8 JSON, written whole or not at all."""

import json
from pathlib import Path
from typing import IO, Any

from app.domain.document import LISTS
from app.domain.document_stream import members
from app.errors import BadInputError
from app.export.files import replaced_file

SUFFIX = ".session.json"


def write_document(content: dict[str, Any], path: Path) -> None:
    """Write ``content`` to ``path``, which ends in ``.session.json``.

    Raises:
        UserError: the target cannot be written; an existing file stays as it was.
    """
    if not path.name.lower().endswith(SUFFIX):
        raise BadInputError("not_a_session_target", path=path)
    encoder = json.JSONEncoder(ensure_ascii=False, indent=1)
    with replaced_file(path, check=_unreadable) as file:
        for part in encoder.iterencode(content):
            file.write(part.encode("utf-8"))
        file.write(b"\n")


def _unreadable(file: IO[bytes]) -> str:
    """What is wrong with a file just written, or nothing."""
    try:
        for _ in members(file, LISTS):
            pass
    except ValueError as error:
        return str(error)
    return ""
