"""Reads the rows of a SQLite file page by page, without SQLite, which gives up at the first fault.

Every page that holds rows of a table says so in its first byte and can be read alone; which tables
there are and how their pages hang together need not be known. The write-ahead log beside the file
is read as SQLite would. Nothing is written. (https://www.sqlite.org/fileformat2.html)
"""

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

Value = int | float | str | bytes | None

PAGE_SIZE = 4096
"""Of every file this program has made, for when the header does not tell."""
_LEAF = 0x0D
_INDEX = {0x0A: (8, 0), 0x02: (12, 4)}
"""Pages of indexes: where the places of their entries begin, and what stands before each."""
_HEADER = 100
"""Bytes before the first page's own content."""
_MAX_PAGE = 65536
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LOG_MAGIC = 0x377F0682
_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer by its serial type."""
_FLOAT, _ZERO, _ONE, _BLOB = 7, 8, 9, 12


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in the file; a column that is the row's key stands there as None."""

    key: int
    values: tuple[Value, ...]


class Pages:
    """The pages of a file; ``rows`` reads the leaf pages of its tables. Close when done."""

    def __init__(self, path: Path) -> None:
        """Raises ``OSError`` when the file cannot be read."""
        self._file = path.open("rb")
        header = self._file.read(_HEADER).ljust(_HEADER, b"\0")
        self.size = _page_size(header)
        self._usable = self.size - (header[20] if header[20] < 64 else 0)  # noqa: PLR2004
        length = path.stat().st_size
        self.count = -(-length // self.size)
        self._newer = _log(path.with_name(path.name + "-wal"), self.size)
        self.count = max([self.count, *self._newer])
        self._free = set(self._free_pages())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def rows(self, number: int) -> list[Row | None] | None:
        """The rows of a leaf page of a table (None for one that cannot be read), or None."""
        if number in self._free:
            return None
        page = self._page(number)
        at = _HEADER if number == 1 else 0
        if page[at] != _LEAF:
            return None
        (count,) = struct.unpack_from(">H", page, at + 3)
        if at + 8 + 2 * count > self.size:
            return None
        places = struct.unpack_from(f">{count}H", page, at + 8)
        return [self._row(page, place) for place in places]

    def entries(self, number: int) -> list[tuple[Value, ...]]:
        """What stands in a page of an index: the columns of each entry, the row's key last.

        Entries too long for the page are left out.
        """
        page = self._page(number)
        if number in self._free or number == 1 or page[0] not in _INDEX:
            return []
        begin, before = _INDEX[page[0]]
        (count,) = struct.unpack_from(">H", page, 3)
        if begin + 2 * count > self.size:
            return []
        found = []
        for place in struct.unpack_from(f">{count}H", page, begin):
            with suppress(IndexError, ValueError, struct.error):
                length, at = _varint(page, place + before)
                found.append(tuple(_values(page[at : at + length])))
        return found

    def _page(self, number: int) -> bytes:
        if number in self._newer:
            return self._newer[number]
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size).ljust(self.size, b"\0")

    def _row(self, page: bytes, place: int) -> Row | None:
        try:
            length, place = _varint(page, place)
            key, place = _varint(page, place)
            if length > self.count * self.size:
                return None
            record = self._payload(page, place, length)
            if record is None:
                return None
            return Row(key - (1 << 64) if key >> 63 else key, tuple(_values(record)))
        except (IndexError, ValueError, struct.error):
            return None

    def _payload(self, page: bytes, place: int, length: int) -> bytes | None:
        """The record of a row, what does not fit into its page included."""
        local = self._local(length)
        found = bytearray(page[place : place + local])
        if len(found) < local:
            return None
        if local == length:
            return bytes(found)
        (following,) = struct.unpack_from(">I", page, place + local)
        while len(found) < length and 1 <= following <= self.count:
            more = self._page(following)
            (following,) = struct.unpack_from(">I", more, 0)
            found += more[4 : min(self._usable, 4 + length - len(found))]
        return bytes(found) if len(found) == length else None

    def _local(self, length: int) -> int:
        """How many bytes of a record stand in the page itself."""
        if length <= self._usable - 35:
            return length
        least = (self._usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (self._usable - 4)
        return local if local <= self._usable - 35 else least

    def _free_pages(self) -> Iterator[int]:
        """Pages that are not in use; what stands in them was deleted. Empty where unknown."""
        (trunk,) = struct.unpack_from(">I", self._page(1), 32)
        seen: set[int] = set()
        while 1 < trunk <= self.count and trunk not in seen:
            seen.add(trunk)
            page = self._page(trunk)
            following, count = struct.unpack_from(">II", page)
            if count > self.size // 4 - 2:
                break
            yield trunk
            yield from struct.unpack_from(f">{count}I", page, 8)
            trunk = following


def _page_size(header: bytes) -> int:
    (size,) = struct.unpack_from(">H", header, 16)
    size = _MAX_PAGE if size == 1 else size
    plausible = header.startswith(b"SQLite format 3\0") and size >= 512 and not size & (size - 1)  # noqa: PLR2004
    return size if plausible else PAGE_SIZE


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for at in range(place, place + 8):
        value = value << 7 | data[at] & 0x7F
        if data[at] < 0x80:  # noqa: PLR2004
            return value, at + 1
    return value << 8 | data[place + 8], place + 9


def _values(record: bytes) -> Iterator[Value]:
    """The columns of a record. Raises ``ValueError`` if it is none."""
    end, at = _varint(record, 0)
    if not at <= end <= len(record):
        raise ValueError
    place = end
    while at < end:
        kind, at = _varint(record, at)
        length = _length(kind)
        content = record[place : place + length]
        if len(content) < length:
            raise ValueError
        place += length
        yield _value(kind, content)
    if place != len(record):
        raise ValueError


def _length(kind: int) -> int:
    if kind >= _BLOB:
        return (kind - _BLOB) // 2
    if kind > _ONE:  # reserved
        raise ValueError
    return 8 if kind == _FLOAT else _SIZES.get(kind, 0)


def _value(kind: int, content: bytes) -> Value:
    if kind == 0:
        return None
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind == _FLOAT:
        return float(struct.unpack(">d", content)[0])
    if kind < _BLOB:
        return int.from_bytes(content, "big", signed=True)
    return content.decode(errors="replace") if kind % 2 else content


def _log(path: Path, size: int) -> dict[int, bytes]:
    """The pages of what was written last, as far as it was confirmed."""
    try:
        log = path.read_bytes()
    except OSError:
        return {}
    magic, _, log_size, _, *salts = struct.unpack_from(">6I", log.ljust(_LOG_HEADER, b"\0"))
    if magic & ~1 != _LOG_MAGIC or log_size != size:
        return {}
    order = ">" if magic & 1 else "<"
    sums = _sums(log[:24], (0, 0), order)
    if sums != struct.unpack_from(">II", log, 24):
        return {}
    confirmed: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for at in range(_LOG_HEADER, len(log) - size - _FRAME_HEADER + 1, size + _FRAME_HEADER):
        number, commit, *found = struct.unpack_from(">6I", log, at)
        page = log[at + _FRAME_HEADER : at + _FRAME_HEADER + size]
        sums = _sums(page, _sums(log[at : at + 8], sums, order), order)
        if found != [*salts, *sums]:
            break
        waiting[number] = page
        if commit:
            confirmed.update(waiting)
            waiting.clear()
    return confirmed


def _sums(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """The checksum of the log, which goes on from frame to frame."""
    first, second = sums
    for one, other in struct.iter_unpack(f"{order}II", data):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
