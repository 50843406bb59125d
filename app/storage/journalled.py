"""Whether the statements still say what was written: SQLite's own checks miss a changed letter.

A recorded statement stands in the journal with its text, so does every later change of it. Of an
import the journal keeps only the ids; beside them stands, for each statement, the beginning of the
SHA-256 of its text. Imports of programs that did not write these cannot be compared.
"""

from collections.abc import Iterable

from app.storage.database import Driver

DIGESTS = "text_digests"
"""Field of the journal entry beside the one with the ids of imported statements."""
IDS = "statements"
LENGTH = 8
"""Hexadecimal digits kept of each: one change in four thousand million would not be noticed."""

_JOURNALLED = """
    WITH last AS (
        SELECT max(id) AS id FROM journal_entry
        WHERE entity = 'statement' AND (field IS NULL OR field = 'text') GROUP BY entity_uid)
    SELECT s.uid FROM last JOIN journal_entry e ON e.id = last.id
    JOIN statement s ON s.uid = e.entity_uid
    WHERE s.text IS NOT
        CASE WHEN e.field IS NULL THEN json_extract(e.after, '$.text')
        ELSE json_extract(e.after, '$') END"""
# What was changed since stands in the journal with its text, and is compared there.
_IMPORTED = f"""
    SELECT s.uid FROM journal_entry ids
    JOIN journal_entry digests ON digests.operation_id = ids.operation_id
        AND digests.id = ids.id + 1 AND digests.field = '{DIGESTS}'
    JOIN json_each(ids.after) each
    JOIN statement s ON s.uid = each.value
    WHERE ids.entity = 'session' AND ids.field = '{IDS}'
        AND digest_of(s.text) != substr(
            json_extract(digests.after, '$'), each.key * {LENGTH} + 1, {LENGTH})
        AND NOT EXISTS (
            SELECT 1 FROM journal_entry e WHERE e.entity_uid = s.uid AND e.field = 'text')"""


def digest_of(text: str) -> str:
    """What is kept of the text of an imported statement."""
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def digests_of(texts: Iterable[str]) -> str:
    """The same of several, one behind the other."""
    return "".join(map(digest_of, texts))


def differing(driver: Driver) -> list[str]:
    """The uids of statements whose text is not the one that was written last."""
    driver.create_function("digest_of", 1, digest_of, deterministic=True)
    return [uid for sql in (_JOURNALLED, _IMPORTED) for (uid,) in driver.execute(sql)]
