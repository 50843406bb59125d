"""Files that something has gone wrong with: whole pages, single bytes, a letter inside a text."""

import random
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

PAGE = 4096


def overwrite_page(path: Path, number: int, seed: int = 1) -> None:
    """Fill a page, counted from 1, with what is no page."""
    content = bytearray(path.read_bytes())
    garbage = random.Random(seed).randbytes(PAGE)
    content[(number - 1) * PAGE : number * PAGE] = garbage
    path.write_bytes(content)


def overwrite_bytes(path: Path, seed: int, count: int = 64) -> None:
    """Change some bytes in one place."""
    rng = random.Random(seed)
    content = bytearray(path.read_bytes())
    at = rng.randrange(len(content) - count)
    for place in range(at, at + count):
        content[place] ^= rng.randrange(1, 256)
    path.write_bytes(content)


def change_letter(path: Path, text: str, other: str) -> None:
    """Put other letters of the same length in the place of a text, wherever it stands last."""
    content = path.read_bytes()
    at = content.rindex(text.encode())
    assert len(text.encode()) == len(other.encode())
    path.write_bytes(content[:at] + other.encode() + content[at + len(text.encode()) :])


def pages_of(path: Path) -> dict[str, list[int]]:
    """The leaf pages of every table and index, found through the roots of a sound file."""
    content = path.read_bytes()
    with closing(sqlite.connect(str(path))) as driver:
        roots = driver.execute(
            "SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"
        ).fetchall()
    return {name: list(_leaves(content, root)) for name, root in [*roots, ("sqlite_master", 1)]}


def _leaves(content: bytes, number: int) -> list[int]:
    page = content[(number - 1) * PAGE : number * PAGE]
    at = 100 if number == 1 else 0
    if page[at] in (0x0D, 0x0A):
        return [number]
    count = int.from_bytes(page[at + 3 : at + 5], "big")
    cells = [int.from_bytes(page[at + 12 + 2 * n : at + 14 + 2 * n], "big") for n in range(count)]
    children = [int.from_bytes(page[cell : cell + 4], "big") for cell in cells]
    children.append(int.from_bytes(page[at + 8 : at + 12], "big"))
    return [leaf for child in children for leaf in _leaves(content, child)]
