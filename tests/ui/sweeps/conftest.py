"""Databases as the pages need them, made once, and the real program started on a copy."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pytest
import time_machine
from PySide6.QtWidgets import QApplication

from tests.pictures import worlds
from tests.pictures.documents import Evening, read_evening
from tests.support.real_window import LAPTOP, real_window
from tests.ui.sweeps.places import EMPTY, HOME, LEADING, REVIEWING, World
from ui.program import Program

Open = Callable[..., Program]

_MAKERS = {HOME: worlds.home, LEADING: worlds.leading, REVIEWING: worlds.reviewing}


@pytest.fixture(scope="session")
def evening() -> Evening:
    """The example with the moment in its middle."""
    return read_evening()


@pytest.fixture(scope="session")
def prepared(
    tmp_path_factory: pytest.TempPathFactory, evening: Evening
) -> Callable[[World], tuple[Path, str]]:
    """The folder of a database and the uid of its session; made when first asked for."""
    made: dict[World, tuple[Path, str]] = {EMPTY: (tmp_path_factory.mktemp("empty"), "")}

    def get(world: World) -> tuple[Path, str]:
        if world not in made:
            folder = tmp_path_factory.mktemp(world)
            with time_machine.travel(evening.moment, tick=False) as clock:
                made[world] = (folder, _MAKERS[world](folder / "workspace.db", evening, clock))
        return made[world]

    return get


@pytest.fixture
def start(
    qapp: QApplication,
    tmp_path: Path,
    prepared: Callable[[World], tuple[Path, str]],
    evening: Evening,
) -> Iterator[Open]:
    """Start the program at the moment of the evening; only one runs at a time."""
    with time_machine.travel(evening.moment, tick=False), ExitStack() as stack:

        def open_program(
            world: World, language: str = "de", size: tuple[int, int] = LAPTOP
        ) -> Program:
            stack.close()
            folder, _ = prepared(world)
            target = tmp_path / f"{len(list(tmp_path.iterdir()))}-{world}"
            shutil.copytree(folder, target)
            running: AbstractContextManager[Program] = real_window(
                target / "workspace.db", language=language, size=size
            )
            return stack.enter_context(running)

        yield open_program


@pytest.fixture
def session_of(prepared: Callable[[World], tuple[Path, str]]) -> Callable[[World], str]:
    """The uid of the session that a world is about."""
    return lambda world: prepared(world)[1]
