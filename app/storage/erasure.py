"""Taking what was said out of a database for good: rows, journal, drafts, search.

Works on any connection – inside the one operation in which somebody asked for it, and on backups,
also of an older schema. Rows stay where they are, empty: keys of rows that are gone would look like
a loss, and an earlier session document must not bring them back. The journal keeps that there was
something and when it went; undo passes over such entries.
"""

import json
from collections.abc import Iterable, Sequence

from app.domain.erasure import Wish
from app.storage.database import Driver
from app.storage.journalled import DIGESTS, IDS, LENGTH, digest_of
from app.storage.moments import aware

REMOVED = "removed"
"""Field of a journal entry of which nothing is left."""
MANY = 20
"""``unit_of_work`` takes more texts than these out of the index in a way that leaves pieces."""

_THESE = "IN (SELECT value FROM json_each(?))"
_EMPTY: dict[str, dict[str, object]] = {
    "statement": {
        **dict.fromkeys(
            ("text", "folded", "source", "addressee_note", "person_unclear", "memo", "cluster"), ""
        ),
        **dict.fromkeys(
            ("participant_id", "naming", "addressees", "details", "actors", "evidence_also")
        ),
        **dict.fromkeys(("about", "in_short", "outcome")),
        **dict.fromkeys(
            ("verbatim", "is_result", "reading_confirmed", "clarify", "assent", "dissent"), 0
        ),
        "kind": "remark",
        "state": "note",
    },
    "next_step": {"text": "", "who": "", "due": None, "participant_id": None},
    "feedback": {
        **dict.fromkeys(("who", "wording", "comment", "reason", "form"), ""),
        **dict.fromkeys(("participant_id", "decision", "decided_at")),
    },
}
"""What the columns of a row say that says nothing."""
_WORDINGS = ("text", "folded", "actors", "details")
"""What of a statement changes with its text."""


# -- finding --------------------------------------------------------------------------------


def wish_for(driver: Driver, session_uid: str, uids: Sequence[str], since: str) -> Wish:
    """All that has to go with these statements; ``since`` is when the line was begun.

    A statement was perhaps taken back into the line and recorded anew, split or merged: then its
    text stands in other rows too, or in what the journal says of them.
    """
    wanted = set(uids)
    family = _family(driver, wanted)
    gone = sorted(wanted | {uid for uid in family if _is_deleted(driver, uid)})
    steps = driver.execute(
        f"""SELECT n.uid FROM next_step n JOIN statement s ON s.id = n.statement_id
            WHERE s.uid {_THESE}""",
        (json.dumps(gone),),
    )
    (first,) = driver.execute(
        f"SELECT min(created_at) FROM statement WHERE uid {_THESE}",
        (json.dumps(sorted(family)),),
    ).fetchone()
    return Wish(
        session_uid=session_uid,
        since=aware(min(filter(None, (first, since)))),
        statements=tuple(gone),
        next_steps=tuple(uid for (uid,) in steps),
        answers=tuple(_answers(driver, gone)),
        related=tuple(sorted(family - set(gone))),
        rebuild=_left_pieces(driver, gone),
    )


def _family(driver: Driver, uids: Iterable[str]) -> set[str]:
    """The statements and all that were once one with them."""
    found: set[str] = set()
    coming = set(uids)
    while coming:
        found |= coming
        asked = json.dumps(sorted(coming))
        joined = driver.execute(
            f"""SELECT other.entity_uid FROM journal_entry e
                JOIN operation o ON o.id = e.operation_id
                JOIN journal_entry other ON other.operation_id = o.id
                WHERE e.entity = 'statement' AND e.entity_uid {_THESE}
                AND o.name IN ('statement.split', 'statement.merge')
                AND other.entity = 'statement'""",
            (asked,),
        ).fetchall()
        # Recorded anew it keeps its moment.
        taken_back = driver.execute(
            f"""SELECT old.uid FROM statement s JOIN statement old
                ON old.session_id = s.session_id AND old.recorded_at = s.recorded_at
                JOIN journal_entry e ON e.entity_uid = old.uid
                JOIN operation o ON o.id = e.operation_id
                WHERE s.uid {_THESE} AND old.deleted_at IS NOT NULL
                AND o.name = 'statement.take_back'""",
            (asked,),
        ).fetchall()
        coming = {uid for (uid,) in (*joined, *taken_back)} - found
    return found


def _is_deleted(driver: Driver, uid: str) -> bool:
    row = driver.execute("SELECT deleted_at FROM statement WHERE uid = ?", (uid,)).fetchone()
    return row is not None and row[0] is not None


def _left_pieces(driver: Driver, uids: Sequence[str]) -> bool:
    (found,) = driver.execute(
        f"""SELECT EXISTS (
            SELECT 1 FROM journal_entry e WHERE e.entity = 'statement' AND e.entity_uid {_THESE}
            AND e.field IN ('folded', 'deleted_at') AND {MANY} < (
                SELECT count(*) FROM journal_entry many
                WHERE many.operation_id = e.operation_id AND many.field = e.field))""",
        (json.dumps(list(uids)),),
    ).fetchone()
    return bool(found)


def holds(driver: Driver, wish: Wish) -> bool:
    """Whether a database has any of it in its rows."""
    (found,) = driver.execute(
        f"""SELECT EXISTS (SELECT 1 FROM statement WHERE uid {_THESE} AND text != '')
            OR EXISTS (
                SELECT 1 FROM draft WHERE session_uid = ? AND slot {_THESE}
                AND (text != '' OR data IS NOT NULL))""",
        (json.dumps(wish.statements), wish.session_uid, json.dumps(wish.slots)),
    ).fetchone()
    return bool(found)


# -- removing -------------------------------------------------------------------------------


def erase(driver: Driver, wish: Wish, moment: str, slots: Iterable[str]) -> None:
    """Carry out a wish in the rows, inside a transaction.

    ``moment`` as the columns hold it; ``slots`` are the drafts to be emptied.
    """
    _forget_links(driver, wish)
    _empty(driver, "statement", wish.statements, moment)
    _empty(driver, "next_step", wish.next_steps, moment)
    _forget_entries(driver, "statement", wish.statements)
    _forget_entries(driver, "next_step", wish.next_steps)
    answers = _forget_feedback(driver, wish, moment)
    _forget_versions(driver, wish, answers)
    for uid in wish.related:
        _forget_wordings(driver, uid)
    _forget_digests(driver, wish)
    _keep_from_undo(driver, (*wish.statements, *wish.next_steps, *wish.related, *answers))
    driver.execute(
        f"""UPDATE draft SET text = '', cursor = 0, data = NULL
            WHERE session_uid = ? AND slot {_THESE}""",
        (wish.session_uid, json.dumps(list(slots))),
    )


def _forget_links(driver: Driver, wish: Wish) -> None:
    driver.execute(
        f"""DELETE FROM statement_theme WHERE statement_id IN (
            SELECT id FROM statement WHERE uid {_THESE})""",
        (json.dumps(wish.statements),),
    )


def _empty(driver: Driver, table: str, uids: Sequence[str], moment: str) -> None:
    """Empty rows and mark them as deleted; a column that the schema does not have is left out."""
    has = {name for _, name, *_ in driver.execute(f"PRAGMA table_info({table})")}
    empty = {name: value for name, value in _EMPTY[table].items() if name in has}
    values = ", ".join(f"{name} = ?" for name in empty)
    driver.execute(
        f"""UPDATE {table} SET {values}, updated_at = ?, deleted_at = coalesce(deleted_at, ?)
            WHERE uid {_THESE}""",
        (*empty.values(), moment, moment, json.dumps(list(uids))),
    )


def _forget_versions(driver: Driver, wish: Wish, answers: Iterable[str]) -> None:
    """What minutes that were given out printed of it; that there was a line stays."""
    found = "SELECT 1 FROM sqlite_master WHERE name = 'minutes_version'"
    if driver.execute(found).fetchone() is None:  # the schema is older than the table
        return
    gone = {*wish.statements, *wish.next_steps, *wish.related, *answers}
    rows = driver.execute(
        """SELECT v.id, v.lines FROM minutes_version v
            JOIN dialogue_session d ON d.id = v.session_id WHERE d.uid = ?""",
        (wish.session_uid,),
    ).fetchall()
    for key, printed in rows:
        lines = json.loads(printed)
        kept = [_without_words(line) if line["key"] in gone else line for line in lines]
        if kept != lines:
            values = (json.dumps(kept), key)
            driver.execute("UPDATE minutes_version SET lines = ? WHERE id = ?", values)


def _without_words(line: dict[str, str]) -> dict[str, str]:
    """A line that minutes printed: what it was, not what it said, nor who said it."""
    return {name: line[name] for name in ("part", "key", "number") if name in line}


def _forget_entries(driver: Driver, entity: str, uids: Sequence[str]) -> None:
    driver.execute(
        f"""UPDATE journal_entry SET field = '{REMOVED}', before = 'null', after = 'null'
            WHERE entity = ? AND entity_uid {_THESE}""",
        (entity, json.dumps(list(uids))),
    )


def _forget_wordings(driver: Driver, uid: str) -> None:
    """The journal says of a statement that stays only how it reads now."""
    row = driver.execute(
        f"SELECT {', '.join(_WORDINGS)} FROM statement WHERE uid = ?", (uid,)
    ).fetchone()
    if row is None:
        return
    text, folded, actors, details = row
    driver.execute(
        f"""UPDATE journal_entry SET field = '{REMOVED}', before = 'null', after = 'null'
            WHERE entity = 'statement' AND entity_uid = ? AND field {_THESE}""",
        (uid, json.dumps(_WORDINGS)),
    )
    driver.execute(
        """UPDATE journal_entry SET after = json_set(after, '$.text', ?, '$.folded', ?,
                '$.actors', json(coalesce(?, 'null')), '$.details', json(coalesce(?, 'null')))
            WHERE entity = 'statement' AND entity_uid = ? AND field IS NULL""",
        (text, folded, actors, details, uid),
    )


def _forget_digests(driver: Driver, wish: Wish) -> None:
    """Of an imported statement the journal has the beginning of a hash of its text."""
    rows = driver.execute(
        """SELECT ids.after, digests.id, digests.after FROM journal_entry ids
            JOIN journal_entry digests ON digests.operation_id = ids.operation_id
                AND digests.id = ids.id + 1 AND digests.field = ?
            WHERE ids.entity = 'session' AND ids.entity_uid = ? AND ids.field = ?""",
        (DIGESTS, wish.session_uid, IDS),
    ).fetchall()
    touched = {*wish.statements, *wish.related}
    for ids, key, digests in rows:
        digest = json.loads(digests)
        for place, uid in enumerate(json.loads(ids)):
            if uid in touched:
                text = driver.execute("SELECT text FROM statement WHERE uid = ?", (uid,)).fetchone()
                at = place * LENGTH
                digest = digest[:at] + digest_of(text[0] if text else "") + digest[at + LENGTH :]
        if digest != json.loads(digests):
            driver.execute(
                "UPDATE journal_entry SET after = ? WHERE id = ?", (json.dumps(digest), key)
            )


def _forget_feedback(driver: Driver, wish: Wish, moment: str) -> list[str]:
    """What was answered to the statements says again what they said; returns these answers.

    A backup of an older schema knows none.
    """
    if driver.execute("PRAGMA table_info(feedback)").fetchone() is None:
        return []
    uids = _answers(driver, wish.statements)
    _empty(driver, "feedback", uids, moment)
    _forget_entries(driver, "feedback", uids)
    return uids


def _answers(driver: Driver, statements: Sequence[str]) -> list[str]:
    rows = driver.execute(
        f"""SELECT f.uid FROM feedback f JOIN statement s ON s.id = f.statement_id
            WHERE s.uid {_THESE}""",
        (json.dumps(statements),),
    )
    return [uid for (uid,) in rows.fetchall()]


def _keep_from_undo(driver: Driver, uids: Sequence[str]) -> None:
    """What nothing is left of can be neither undone nor done again; the others stay as they are."""
    touched = json.dumps(list(uids))
    driver.execute(
        f"""UPDATE operation SET undoable = 0, undone = 1 WHERE id IN (
                SELECT operation_id FROM journal_entry
                WHERE entity_uid {_THESE} AND field = '{REMOVED}')
            AND NOT EXISTS (
                SELECT 1 FROM journal_entry e WHERE e.operation_id = operation.id
                AND e.field IS NOT '{REMOVED}')""",
        (touched,),
    )


# -- the file -------------------------------------------------------------------------------


def clean_file(driver: Driver, *, rebuild: bool) -> None:
    """Write the file anew: pages keep copies of rows that once stood in them.

    ``secure_delete`` clears what is deleted, but not what was left where a row was moved from.
    """
    if rebuild:
        driver.execute("INSERT INTO statement_search(statement_search) VALUES ('rebuild')")
    driver.execute("VACUUM")
