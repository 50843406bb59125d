"""A document as a session of its own: every id of its rows made anew, references with them.

Series, questions' identities, people, organisations and themes keep theirs: they are the same
things in every session.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from app.domain.document import EXTENSION

_OWN = ("participants", "questions", "statements")
_OWN_EXTRA = (
    *("session", "participant", "plan_item", "statement"),
    *("next_step", "off_record_passage", "hand_count", "parked_topic", "photo"),
    *("export", "minutes_version", "feedback"),
)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def fresh_ids(data: bytes) -> bytes:
    """The same document with new ids for the session and everything that belongs to it alone."""
    text = data.decode("utf-8")
    fresh = {uid: str(uuid4()) for uid in _own_ids(json.loads(text))}
    return _UUID.sub(lambda match: fresh.get(match[0], match[0]), text).encode("utf-8")


def _own_ids(root: dict[str, Any]) -> Iterator[str]:
    yield root["session"]["id"]
    extensions = root.get("extensions", {}).get(EXTENSION, {})
    lists = [root.get(name, ()) for name in _OWN]
    lists += [extensions.get(name, ()) for name in _OWN_EXTRA]
    for rows in lists:
        for row in rows:
            yield row["id"]
