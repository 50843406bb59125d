"""The log: what happened to the program, never what people said.

Entries carry codes, ids and counts. Of an exception only the type and the places in our code are
kept: its message may quote what somebody typed.
"""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.paths import log_folder

FILE_NAME = "quartiersdialog.log"
MAX_BYTES = 1_000_000
KEPT = 3


def start_logging(folder: Path | None = None) -> Path | None:
    """Write warnings and worse of the whole program into a file.

    Returns its path, or None where none can be written: that is no reason not to start.
    """
    path = (folder or log_folder()) / FILE_NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8")
    except OSError:
        logging.getLogger().addHandler(logging.NullHandler())  # else Python prints on stderr
        return None
    handler.setFormatter(_WithoutContent("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    return path


def log_bug(error: BaseException, folder: Path | None = None) -> Path | None:
    """Note an unexpected exception; returns the path of the log, None if none can be written."""
    path = start_logging(folder)
    logging.getLogger("app").error("unexpected %s", describe(error))
    return path


def describe(error: BaseException) -> str:
    """Type and places of an exception, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )
    return f"{type(error).__name__} at {places}"


class _WithoutContent(logging.Formatter):
    """Formats exceptions without their messages."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - the name is logging's
        error = ei[1] if isinstance(ei, tuple) else None
        return describe(error) if isinstance(error, BaseException) else ""
