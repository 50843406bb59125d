"""Texts of every class of code points through the services, Word and a session document.

Nothing raises, every file is valid, and the text is the normal form of what was typed. Control:
without the cleaning it must not go well.
"""

import json
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.endurance.characters import classes, texts
from tests.endurance.processes import child, run
from tests.endurance.setting import Setting, alone, figure, side_by_side
from tests.endurance.table import Line

AT_ONCE = 400
"""Texts in one session."""


def measure(setting: Setting) -> Iterator[Line]:
    """The line of this harness."""
    place = setting.place("hostile")
    each = (20, 2_000, None)[setting.size]
    all_texts = list(texts(each))
    parts = [all_texts[start : start + AT_ONCE] for start in range(0, len(all_texts), AT_ONCE)]
    found = sum(side_by_side(partial(_spoken, place, ""), list(enumerate(parts))), Counter[str]())
    weak = _spoken(place, "cleaning", (-1, parts[0]))
    signs = len(set("".join(all_texts)))
    yield Line(
        "hostile",
        "every class of code points, out and in",
        f"{figure(signs)} code points of {len(classes())} classes: "
        f"{found['exception']} exceptions, {found['changed']} texts changed",
        "0 exceptions, 0 changed",
        not found["exception"] and not found["changed"] and weak["exception"] > 0,
        f"no cleaning: {weak['exception']} exceptions",
    )


def _spoken(place: Path, without: str, job: tuple[int, list[str]]) -> Counter[str]:
    number, part = job
    folder = place / f"part-{number}"
    folder.mkdir()
    (folder / "texts.json").write_text(json.dumps(part), encoding="ascii")
    ended = run(child("speaker", folder, without), folder / "home", patience=600)
    found = Counter(line.partition(" ")[0] for line in ended.out.splitlines())
    if ended.code:
        found["exception"] += 1
    return found


if __name__ == "__main__":
    alone(measure)
