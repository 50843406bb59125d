"""Entry point: the command line, which opens the window through ``open_window``."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.config import WindowRequest


def main() -> int:
    """Run the program with the arguments of the process."""
    from app.cli import main as run

    return run(sys.argv[1:], open_window=open_window)


def open_window(request: "WindowRequest") -> int:
    """Open the window and stay until it is closed; Qt is imported only now."""
    from ui.main import run_window

    return run_window(request)


if __name__ == "__main__":
    sys.exit(main())
