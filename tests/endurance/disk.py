"""A disk as the power leaves it: rebuilt from a log of system calls up to some moment.

What was synced is there. Of everything written since, each sector may be there or not, in any
order; names made, changed or taken away since their folder was synced may be as before. That is
all POSIX promises, and less than most disks do.
"""

import codecs
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
TRACED = (
    *("openat", "rename", "unlink", "pwrite64", "pwritev2", "write", "ftruncate"),
    *("fsync", "fdatasync"),
)
"""``pwritev2`` is how the recorder speaks; what it says is no part of the disk."""

_LINE = re.compile(r"(?P<pid>\d+)\s+(?P<rest>.*)")
_RESUMED = re.compile(r"<\.\.\. \w+ resumed>(?P<rest>.*)")
_CALL = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)\)\s+= (?P<result>-?\d+)")
_FILE = re.compile(r"\d+<(?P<path>[^>]*)>")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """One system call that succeeded. ``begun``: its place in the log when it was started."""

    name: str
    arguments: str
    begun: int

    @property
    def path(self) -> str:
        """The file that its descriptor stands for."""
        found = _FILE.match(self.arguments)
        return found["path"] if found else ""

    @property
    def strings(self) -> list[bytes]:
        """Its texts."""
        return [codecs.escape_decode(text.encode())[0] for text in _STRING.findall(self.arguments)]

    @property
    def numbers(self) -> list[int]:
        """What stands behind its last text or descriptor."""
        return [int(number) for number in re.findall(r", (\d+)(?=,|$)", self.arguments)]


def calls(log: Path, folder: Path) -> Iterator[Call]:
    """The calls on files of a folder, in the order in which they returned.

    From a log of strace with ``-y``; what SQLite shares in memory is made anew at every start.
    """
    waiting: dict[str, tuple[str, int]] = {}
    with log.open(encoding="latin-1") as lines:
        for number, line in enumerate(lines):
            match = _LINE.match(line)
            assert match, f"not a line of strace: {line[:80]}"
            pid, rest = match["pid"], match["rest"]
            begun = number
            if rest.endswith("<unfinished ...>"):
                waiting[pid] = rest.removesuffix("<unfinished ...>").rstrip(), number
                continue
            if resumed := _RESUMED.match(rest):
                before, begun = waiting.pop(pid)
                rest = before + resumed["rest"]
            call = _CALL.match(rest)
            if not call or int(call["result"]) < 0 or "-shm" in call["arguments"][:400]:
                continue
            if str(folder) in call["arguments"][:400]:
                yield Call(call["name"], call["arguments"], begun)


@dataclass(slots=True)
class _Write:
    at: int
    content: bytes
    begun: int

    def sectors(self) -> Iterator["_Write"]:
        for start in range(0, len(self.content), SECTOR):
            yield _Write(self.at + start, self.content[start : start + SECTOR], self.begun)

    def on(self, content: bytearray) -> None:
        content.extend(bytes(max(0, self.at - len(content))))
        content[self.at : self.at + len(self.content)] = self.content


@dataclass(slots=True)
class _Truncation:
    size: int
    begun: int

    def sectors(self) -> Iterator["_Truncation"]:
        yield self

    def on(self, content: bytearray) -> None:
        del content[self.size :]
        content.extend(bytes(self.size - len(content)))


@dataclass(slots=True)
class _File:
    synced: bytearray = field(default_factory=bytearray)
    waiting: list[_Write | _Truncation] = field(default_factory=list)

    def sync(self, begun: int) -> None:
        """What was begun before the sync is safe."""
        for one in self.waiting:
            if one.begun < begun:
                one.on(self.synced)
        self.waiting = [one for one in self.waiting if one.begun >= begun]

    def cut(self, rng: random.Random, share: float) -> bytes:
        """With ``share`` of the sectors that were not synced."""
        content = bytearray(self.synced)
        for one in self.waiting:
            for sector in one.sectors():
                if rng.random() < share:
                    sector.on(content)
        return bytes(content)


class Disk:
    """A folder on a disk, beginning with the files that are in it now, all synced."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        files = [path for path in folder.iterdir() if path.is_file()]
        self._names = {path.name: _File(bytearray(path.read_bytes())) for path in files}
        self._synced_names = dict(self._names)
        self._renamed: list[dict[str, _File]] = []

    def apply(self, call: Call) -> None:
        """One call happens."""
        if call.name in ("rename", "unlink"):
            self._rename(call)
        elif call.name == "openat":
            self._open(call)
        elif call.path == str(self._folder):
            self._synced_names, self._renamed = dict(self._names), []
        elif file := self._file(call.path):
            self._change(file, call)

    def cut(self, rng: random.Random, target: Path) -> None:
        """Write what is there if the power goes now."""
        share = rng.choice((0.0, 0.5, 0.9, 1.0))
        states = [self._synced_names, *self._renamed]
        for name, file in rng.choice(states).items():
            (target / name).write_bytes(file.cut(rng, share))

    def _file(self, path: str) -> _File | None:
        name = Path(path).name
        return self._names.get(name) if path == str(self._folder / name) else None

    def _open(self, call: Call) -> None:
        path = Path(call.strings[0].decode())
        if path.parent != self._folder:
            return
        if "O_CREAT" in call.arguments and path.name not in self._names:
            self._names[path.name] = _File()
            self._renamed.append(dict(self._names))
        if "O_TRUNC" in call.arguments:
            self._names[path.name].waiting.append(_Truncation(0, call.begun))

    def _rename(self, call: Call) -> None:
        paths = [Path(text.decode()) for text in call.strings]
        file = self._names.pop(paths[0].name, None)
        if file and call.name == "rename":
            self._names[paths[1].name] = file
        self._renamed.append(dict(self._names))

    def _change(self, file: _File, call: Call) -> None:
        if call.name in ("fsync", "fdatasync"):
            file.sync(call.begun)
        elif call.name == "ftruncate":
            file.waiting.append(_Truncation(call.numbers[-1], call.begun))
        elif call.name == "pwrite64":
            _size, at = call.numbers[-2:]
            file.waiting.append(_Write(at, call.strings[0], call.begun))
