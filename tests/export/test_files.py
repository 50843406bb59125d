"""A file is replaced by a complete new one, or stays as it was."""

import errno
import os
import sys
from pathlib import Path
from typing import IO

import pytest

from app.errors import UserError
from app.export.files import replaced_file


def nothing_wrong(_: IO[bytes]) -> str:
    return ""


def write(path: Path, content: bytes = b"neu") -> None:
    with replaced_file(path, check=nothing_wrong) as file:
        file.write(content)


def write_half(path: Path) -> None:
    with replaced_file(path, check=nothing_wrong) as file:
        file.write(b"halb")
        file.flush()
        raise ZeroDivisionError


def only(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if entry.name != ".user")


def test_a_new_file_appears(tmp_path: Path) -> None:
    write(tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == b"neu"
    assert only(tmp_path) == ["a.docx"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"alt")
    write(tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == b"neu"


def test_an_error_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"alt")
    with pytest.raises(ZeroDivisionError):
        write_half(target)
    assert target.read_bytes() == b"alt"
    assert only(tmp_path) == ["a.docx"]


def test_a_file_that_does_not_stand_the_check_is_not_used(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"alt")
    with (
        pytest.raises(UserError) as raised,
        replaced_file(target, check=lambda _: "word/document.xml") as file,
    ):
        file.write(b"neu")
    assert raised.value.code == "export_not_valid"
    assert raised.value.values["reason"] == "word/document.xml"
    assert target.read_bytes() == b"alt"
    assert only(tmp_path) == ["a.docx"]


def test_the_check_sees_the_file_as_it_was_written(tmp_path: Path) -> None:
    seen: list[bytes] = []

    def check(file: IO[bytes]) -> str:
        seen.append(file.read())
        return ""

    with replaced_file(tmp_path / "a", check=check) as file:
        file.write(b"ganz")
    assert seen == [b"ganz"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        write(tmp_path)
    assert raised.value.code == "is_a_directory"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        write(tmp_path / "gibt es nicht" / "a.docx")
    assert raised.value.code == "target_folder_missing"
    assert raised.value.values["path"] == tmp_path / "gibt es nicht"


def test_a_protected_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"alt")
    target.chmod(0o444)
    with pytest.raises(UserError) as raised:
        write(target)
    assert raised.value.code == "target_is_protected"
    assert target.read_bytes() == b"alt"
    assert only(tmp_path) == ["a.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    """A link may lead to a device; replacing that would harm the whole machine."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.docx").symlink_to(tmp_path / "pipe")
    with pytest.raises(UserError) as raised:
        write(tmp_path / "a.docx")
    assert raised.value.code == "not_a_file"
    assert (tmp_path / "pipe").is_fifo()


def test_names_that_cannot_be_are_said(tmp_path: Path) -> None:
    (tmp_path / "circle.docx").symlink_to(tmp_path / "circle.docx")
    for name in ("x" * 300 + ".docx", "nul\0.docx", "circle.docx"):
        with pytest.raises(UserError) as raised:
            write(tmp_path / name)
        assert raised.value.code == "not_writable"
        assert raised.value.values["reason"] == "errors.reason.name"


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk_full"), (errno.EACCES, "not_writable")]
)
def test_what_the_system_refuses_is_explained(tmp_path: Path, number: int, code: str) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"alt")
    with (
        pytest.raises(UserError) as raised,
        replaced_file(target, check=nothing_wrong),
    ):
        raise OSError(number, os.strerror(number))
    assert raised.value.code == code
    assert target.read_bytes() == b"alt"
    assert only(tmp_path) == ["a.docx"]


def test_a_file_open_in_word_stays_and_the_reason_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that Word has open."""

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Zugriff verweigert", str(target))

    target = tmp_path / "a.docx"
    target.write_bytes(b"alt")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError) as raised:
        write(target)
    assert raised.value.code == "target_is_open"
    assert target.read_bytes() == b"alt"
    assert only(tmp_path) == ["a.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another thing there")
def test_permissions_are_those_of_other_files(tmp_path: Path) -> None:
    write(tmp_path / "new")
    (tmp_path / "plain").write_bytes(b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode
    (tmp_path / "plain").chmod(0o640)
    write(tmp_path / "plain")
    assert (tmp_path / "plain").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="needs rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.docx").write_bytes(b"alt")
    (tmp_path / "link.docx").symlink_to(tmp_path / "real.docx")
    write(tmp_path / "link.docx")
    assert (tmp_path / "link.docx").is_symlink()
    assert (tmp_path / "real.docx").read_bytes() == b"neu"


def test_the_longest_name_is_possible(tmp_path: Path) -> None:
    name = "x" * 250 + ".docx"
    write(tmp_path / name)
    assert only(tmp_path) == [name]
