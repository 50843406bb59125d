"""What holds for every test: no network, no user data, no screen, German, an unusual time zone."""

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QLocale

from tests.support.guards import forbid_network, log_warnings, network_attempts
from tests.support.screen import platform
from ui.garbage import collect_what_is_due

# Before Qt starts. Somebody who wants to watch sets QT_QPA_PLATFORM=xcb.
os.environ["QT_QPA_PLATFORM"] = platform(os.environ.get("QT_QPA_PLATFORM"))
os.environ["LC_ALL"] = "C.UTF-8"
# Far from Berlin on the other side of UTC: who confuses the machine's zone with the session's is
# found out.
os.environ["TZ"] = "America/St_Johns"
if hasattr(time, "tzset"):
    time.tzset()
forbid_network()
# A slow machine is not a failure.
hypothesis.settings.register_profile("quartiersdialog", deadline=None, print_blob=True)
hypothesis.settings.load_profile("quartiersdialog")

_USER_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


# In workers it would destroy widgets, see ``ui.garbage``.
gc.disable()
gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Garbage is looked for between the tests, on the thread of the widgets."""
    collect_what_is_due()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--no-skips", action="store_true", help="fail if a test was skipped (for .ci/run)"
    )


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if reporter and skipped and session.config.getoption("--no-skips"):
        reporter.write_line(f"\n{len(skipped)} skipped, which --no-skips forbids", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def _own_user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever looks for the user's data, settings or logs finds folders of the test."""
    user = tmp_path / ".user"
    for name in _USER_FOLDERS:
        monkeypatch.setenv(name, str(user / name.lower()))
    monkeypatch.setenv("QUARTIERSDIALOG_DATABASE", str(user / "workspace.db"))


@pytest.fixture(autouse=True)
def _german() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """A refused attempt fails the test, even if somebody swallowed the exception."""
    yield
    attempts = network_attempts()
    if attempts:
        pytest.fail(f"used the network: {attempts}")


@pytest.fixture(autouse=True)
def _no_warnings_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    with log_warnings() as messages:
        yield
    if messages and not request.node.get_closest_marker("logs_warnings"):
        pytest.fail(f"logged: {messages}")
