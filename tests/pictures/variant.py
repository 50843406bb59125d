"""All pictures of one language, theme and scale; a process of its own, for Qt scales once."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import time_machine
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.pictures.camera import Camera
from tests.pictures.documents import EXAMPLE, Evening, read_evening
from tests.pictures.scenes import GROUPS, Group, World
from tests.pictures.stage import Stage
from tests.support.real_window import real_window


def main(arguments: Sequence[str] | None = None) -> int:
    """Render what the arguments say; prints how many pictures there are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("variant")
    parser.add_argument("out", type=Path)
    parser.add_argument("--session", type=Path, default=EXAMPLE)
    parser.add_argument("--only", default="")
    options = parser.parse_args(arguments)
    app = QApplication(sys.argv[:1])
    camera = Camera(options.out, options.variant, options.only)
    evening = read_evening(options.session)
    for world, group in GROUPS:
        _perform(app, world, group, camera, evening)
    print(len(camera.taken))
    return 0


def _perform(
    app: QApplication, world: World, group: Group, camera: Camera, evening: Evening
) -> None:
    language, theme, _scale = camera.variant.split("-")
    screen: QSize = app.primaryScreen().size()
    moment = time_machine.travel(evening.moment, tick=False)
    with TemporaryDirectory() as scratch, moment as clock:
        database = Path(scratch, "workspace.db")
        session = world(database, evening, clock)
        size = (screen.width(), screen.height())
        with real_window(database, language=language, theme=theme, size=size) as program:
            group(Stage(program, camera, evening, Path(scratch), session))


if __name__ == "__main__":
    sys.exit(main())
