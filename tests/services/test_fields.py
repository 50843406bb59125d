"""Fields and values in words."""

import datetime as dt

import pytest

from app.domain.changes import Entity
from app.services.document_merge import UPDATED
from app.services.fields import field_word, is_shown, value_words
from app.storage.journal_codec import TABLES
from app.texts import Texts

DE = Texts("de")
NOT_COMPARED = {
    "id",
    "uid",
    "created_at",
    "updated_at",
    "deleted_at",
    "order_key",
    "details_offered",
}


@pytest.mark.parametrize(
    ("entity", "field", "value", "words"),
    [
        (Entity.SESSION, "date", dt.date(2026, 3, 9), "09.03.2026"),
        (Entity.SESSION, "start_time", dt.time(17, 5), "17:05 Uhr"),
        (Entity.SESSION, "confidential", True, "ja"),
        (Entity.SESSION, "naming", "organisation", "nur Organisation"),
        (Entity.SESSION, "facilitators", ["Anna", "Tom"], "Anna, Tom"),
        (Entity.SESSION, "place", "", ""),
        (Entity.SESSION, "end_time", None, ""),
        (Entity.PLAN_ITEM, "minutes", 20, "20 min"),
        (Entity.PLAN_ITEM, "kind", "break", "Pause"),
        (Entity.PLAN_ITEM, "kinds_offered", ["reason", "goal"], "Anlass/Beweggrund, Ziel"),
        (Entity.STATEMENT, "kind", "question", "offene Frage"),
        (Entity.PARTICIPANT, "on_attendance_list", False, "nein"),
        (Entity.PLAN_ITEM, "started_at", dt.datetime(2026, 3, 9, tzinfo=dt.UTC), ""),
    ],
)
def test_values_stand_in_words(entity: Entity, field: str, value: object, words: str) -> None:
    assert value_words(DE, entity, field, value) == words


def test_every_field_that_is_brought_up_to_date_has_a_word() -> None:
    for entity in UPDATED:
        for column in TABLES[entity].columns:
            if column.name in NOT_COMPARED or not is_shown(column.name) or column.foreign_keys:
                continue
            if column.name in ("started_at", "ended_at", "state"):
                continue  # moments say nothing without their zone; the state is never compared
            other = DE.get("fields.other")
            assert field_word(DE, entity, column.name) != other, (entity, column.name)


def test_a_field_without_a_word_is_some_other_detail() -> None:
    assert field_word(DE, Entity.PLAN_ITEM, "started_at") == "Weitere Angaben"
