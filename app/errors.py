"""Expected errors: the user can do something about them. Anything else is a bug.

An error carries a code and its values; the words come from ``errors.toml`` of the language
(``app.texts``), so that window and command line say the same.
"""

import errno


class TextKey(str):
    """A value of an error that is itself the key of a text, to be said in the user's language."""

    __slots__ = ()


class UserError(Exception):
    """An expected error. ``code`` is a key below ``errors``; ``values`` fill its text."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


class NotFoundError(UserError):
    """Something named by the user or a caller does not exist (any more)."""


class AmbiguousError(UserError):
    """A name fits several things; ``matches`` lists them for the message."""

    def __init__(self, code: str, *, matches: tuple[str, ...], **values: object) -> None:
        super().__init__(code, matches="\n".join(matches), **values)
        self.matches = matches


class RefusedError(UserError):
    """A rule forbids it: a closed session, a newer database, a locked file."""


class BadInputError(UserError):
    """Foreign data is not what it should be; the text says where and what was expected."""


_REASONS = {
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "no_folder",
    errno.EEXIST: "no_folder",  # a folder was to be made where a file is
    errno.EISDIR: "directory",
    errno.EROFS: "read_only",
    errno.ENAMETOOLONG: "name",
    errno.ELOOP: "name",
    errno.EIO: "device",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "too_large",
    errno.EBUSY: "busy",
    errno.ETXTBSY: "busy",
}


def reason(error: OSError | ValueError) -> str:
    """Why the system refused a file: in our words where we have some, else in the system's."""
    if not isinstance(error, OSError):  # a NUL or half a character in the name
        return TextKey("errors.reason.name")
    known = _REASONS.get(error.errno or 0)
    return TextKey(f"errors.reason.{known}") if known else error.strerror or str(error)
