"""The screen of the tests: the smallest laptop the program is made for, without a window system."""

from pathlib import Path

_LAPTOP = Path(__file__).with_name("laptop.json")
PLATFORM = f"offscreen:configfile={_LAPTOP}"


def platform(asked: str | None) -> str:
    """What ``QT_QPA_PLATFORM`` has to be, for what somebody has set.

    "offscreen" without a screen of its own would be one of another size; anything else, as "xcb",
    is meant: somebody wants to watch.
    """
    return PLATFORM if (asked or "offscreen") == "offscreen" else str(asked)
