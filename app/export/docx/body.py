"""The text of a document as a part of the package, compressed while the next of it is made.

Compressing is a sixth of the work of a long document, and zlib lets go of Python's lock meanwhile.
The contents stand before the text and are known after it. So both become streams of their own,
which one after the other are one: a stream may be joined to another where that was flushed.
"""

import shutil
import zlib
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import repeat
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

COMPRESSION = 1
"""A third of the time of zlib's usual 6, for a file that is a quarter larger."""
_MOST_WAITING = 4
"""So many pieces wait to be compressed before whoever makes them has to wait as well."""
_MOST_HELD = 1 << 20
"""Bytes of compressed text that stay in memory: a session of eight hours."""
_BLOCK = 1 << 18
_READ_AND_WRITE = 0o600 << 16
"""By the owner: what ``ZipFile`` gives every part."""


class _Stream:
    """Bytes, compressed as a zip file has them, with their length and check sum."""

    def __init__(self) -> None:
        self._compressor = zlib.compressobj(COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        self.compressed = SpooledTemporaryFile(_MOST_HELD)  # noqa: SIM115 - closed with the body
        self.length = self.check_sum = 0

    def add(self, content: bytes) -> None:
        self.length += len(content)
        self.check_sum = zlib.crc32(content, self.check_sum)
        self.compressed.write(self._compressor.compress(content))

    def flush(self, mode: int) -> None:
        self.compressed.write(self._compressor.flush(mode))


class Body:
    """Takes the text in pieces. A long one is kept compressed, in a temporary file."""

    def __init__(self) -> None:
        self._start, self._stream = _Stream(), _Stream()
        self._compressing = ThreadPoolExecutor(1, "compressing")
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._compressing.shutdown(cancel_futures=True)
        for stream in (self._start, self._stream):
            stream.compressed.close()

    def write(self, xml: str) -> None:
        """Add a piece of the text."""
        self._waiting.append(self._compressing.submit(self._stream.add, xml.encode()))
        if len(self._waiting) > _MOST_WAITING:
            self._waiting.popleft().result()

    def store(self, package: ZipFile, name: str, before: bytes, after: bytes) -> None:
        """Write the part ``name``, with what stands ``before`` and ``after`` the text."""
        while self._waiting:
            self._waiting.popleft().result()
        self._start.add(before)
        self._start.flush(zlib.Z_FULL_FLUSH)
        self._stream.add(after)
        self._stream.flush(zlib.Z_FINISH)
        part = ZipInfo(name)
        part.compress_type = ZIP_DEFLATED
        part.file_size = self._start.length + self._stream.length
        part.CRC = _joined(self._start.check_sum, self._stream)
        _store(package, part, (self._start.compressed, self._stream.compressed))


def _joined(check_sum: int, stream: _Stream) -> int:
    """The check sum of what has ``check_sum`` and of ``stream`` behind it.

    A check sum is linear: what it begins with changes that of any content of the same length in
    the same way, so it can be seen at zeros.
    """
    whole, rest = divmod(stream.length, _BLOCK)
    blocks = [*repeat(bytes(_BLOCK), whole), bytes(rest)]
    begun, new = check_sum, 0
    for block in blocks:
        begun, new = zlib.crc32(block, begun), zlib.crc32(block, new)
    return begun ^ new ^ stream.check_sum


def _store(package: ZipFile, part: ZipInfo, compressed: Sequence[IO[bytes]]) -> None:
    """Add a part that is compressed already, for which ``ZipFile`` has no method."""
    target: IO[bytes] | None = package.fp
    assert target is not None  # noqa: S101 - it is open
    part.external_attr = _READ_AND_WRITE
    part.compress_size = sum(file.tell() for file in compressed)
    part.header_offset = package.start_dir
    target.seek(package.start_dir)
    target.write(part.FileHeader())
    for file in compressed:
        file.seek(0)
        shutil.copyfileobj(file, target)
    package.start_dir = target.tell()
    package.filelist.append(part)
    package.NameToInfo[part.filename] = part
