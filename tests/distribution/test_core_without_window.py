"""``app`` is the product without a window: nothing of Qt is loaded by any of its modules."""

import pkgutil
import sys

import app
from tests.support.programs import output_of

LOADED = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted(name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6', 'ui')))
"""


def _core_modules() -> list[str]:
    """All but the scripts that only Alembic can run."""
    names = [found.name for found in pkgutil.walk_packages(app.__path__, "app.")]
    return ["app", *(name for name in names if ".migrations." not in name)]


def _window_modules_after_importing(*names: str) -> list[str]:
    return output_of(sys.executable, "-c", LOADED, *names).split()


def test_no_module_of_the_core_loads_qt() -> None:
    assert "app.texts" in _core_modules()
    assert _window_modules_after_importing(*_core_modules()) == []


def test_the_proof_would_notice() -> None:
    assert "PySide6.QtCore" in _window_modules_after_importing("app", "PySide6.QtCore")
