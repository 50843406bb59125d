"""Session documents as files: readable UTF-8 JSON, written atomically."""

import json
from pathlib import Path
from typing import Any, BinaryIO

from app.errors import BadInputError
from app.export.target import replace_file

SUFFIX = ".session.json"


def write_document(content: dict[str, Any], path: Path) -> None:
    """Write ``content`` to ``path``, which ends in ``.session.json``.

    Raises:
        UserError: the target cannot be written; an existing file stays as it was.
    """
    if not path.name.lower().endswith(SUFFIX):
        raise BadInputError("not_a_session_target", path=path)

    def write(file: BinaryIO) -> None:
        encoder = json.JSONEncoder(ensure_ascii=False, indent=1)
        file.writelines(part.encode("utf-8") for part in encoder.iterencode(content))
        file.write(b"\n")

    replace_file(path, write)
