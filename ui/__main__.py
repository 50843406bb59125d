"""Entry point: the window at once if nothing else is asked for, else the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app.config import WindowRequest, plain_start

if TYPE_CHECKING:
    from app.services.paper import Document


def main() -> int:
    """Run the program with the arguments of the process."""
    arguments = sys.argv[1:]
    if arguments == ["--spelling-process"]:  # a built program has no other Python to start
        from app.services.spelling_process import main as answer

        return answer()
    request = plain_start(arguments)
    if request is not None:
        return _open_plainly(request)
    from app.cli import main as run

    return run(arguments, open_window=open_window, draw=draw)


def open_window(request: WindowRequest) -> int:
    """Open the window and stay until it is closed; Qt is imported only now."""
    from ui.main import run_window

    return run_window(request)


def draw(document: Document) -> bytes:
    """A document as a PDF file; Qt is imported only now and needs no screen."""
    from ui.drawing import draw_without_window

    return draw_without_window(document)


def _open_plainly(request: WindowRequest) -> int:
    try:
        return open_window(request)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - a bug, said as the command line says it
        from app.cli import say_bug
        from app.texts import LANGUAGES, Texts

        say_bug(error, Texts(LANGUAGES[0]))
        return 1


if __name__ == "__main__":
    sys.exit(main())
