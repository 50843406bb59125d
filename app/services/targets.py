"""What an export may replace: any file but those the program itself lives from.

Every service that writes a file for the user asks here first. A database may have any name, that
of a Word file too, and a link may lead to it.
"""

from pathlib import Path

from app.errors import UserError
from app.export.files import checked_target
from app.paths import own_files


def refuse_own_files(path: Path, database: Path) -> None:
    """Raise ``UserError`` if writing to ``path`` would cost the database or what belongs to it.

    Also if it is already clear that nothing can be written there.
    """
    target = checked_target(path)
    if any(_is_same(target, own) for own in own_files(database)):
        raise UserError("target_is_ours", path=path)


def _is_same(target: Path, own: Path) -> bool:
    """One file, be it under two names."""
    try:
        return target == own or target.samefile(own)
    except OSError:  # one of them is not there
        return False
