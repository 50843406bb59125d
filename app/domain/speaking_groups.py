"""Groups that take turns on the speakers list, typed one a line: "Nord: kw, Sabine Brandt"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.initials import People, plain_name
from app.domain.people import ParticipantView

_BETWEEN = re.compile(r"[,;]")


@dataclass(frozen=True, slots=True)
class GroupsRead:
    """What was typed: the group of each participant, and what nobody can be found for."""

    groups: Mapping[str, str]
    unknown: tuple[str, ...]
    """Names that are nobody's or several people's, and lines without a colon."""


def read_groups(text: str, people: People) -> GroupsRead:
    """Read groups, one a line. Somebody in two of them is in the last one."""
    groups: dict[str, str] = {}
    unknown = []
    for line in filter(None, map(str.strip, text.splitlines())):
        name, colon, members = line.partition(":")
        if not colon or not name.strip():
            unknown.append(line)
            continue
        for typed in filter(None, map(str.strip, _BETWEEN.split(members))):
            found = people.match(typed)
            if len(found) == 1:
                groups[found[0].uid] = name.strip()
            else:
                unknown.append(typed)
    return GroupsRead(groups, tuple(unknown))


def groups_text(groups: Mapping[str, str], participants: Sequence[ParticipantView]) -> str:
    """The other way round, in the order of the participants."""
    lines: dict[str, list[str]] = {}
    for each in participants:
        if each.uid in groups:
            lines.setdefault(groups[each.uid], []).append(plain_name(each.name))
    return "\n".join(f"{name}: {', '.join(members)}" for name, members in lines.items())
