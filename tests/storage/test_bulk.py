"""The quick ways write and read what the ordinary ones do."""

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.dialects import sqlite
from sqlmodel.sql.sqltypes import UTCDateTime

from app.bootstrap import workspace
from app.domain.changes import Entity
from app.storage.bulk import BulkInsert
from app.storage.journal_codec import TABLES
from app.storage.moments import aware, stored
from app.storage.tables.base import new_uid
from tests.support.room import Room

STATEMENT = TABLES[Entity.STATEMENT]
UTC_TYPE = UTCDateTime()
DIALECT = sqlite.dialect()
WRITE = UTC_TYPE.dialect_impl(DIALECT).bind_processor(DIALECT)
READ = UTC_TYPE.dialect_impl(DIALECT).result_processor(DIALECT, None)

moments = st.datetimes(
    min_value=dt.datetime(2, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=dt.datetime(9998, 1, 1),  # noqa: DTZ001
    timezones=st.just(dt.UTC) | st.timezones(),
)


@given(moments)
def test_moments_are_stored_as_the_column_stores_them(moment: dt.datetime) -> None:
    assert WRITE is not None
    assert READ is not None
    text = stored(moment)
    assert text == WRITE(moment)
    assert aware(text) == READ(text)
    assert aware(text).tzinfo is dt.UTC


def test_bulk_rows_are_those_of_an_insert(tmp_path: Path) -> None:
    with workspace(tmp_path / "w.db") as services:
        room = Room(services)
        room.say("Vorlage")
        with services._database.write() as connection:
            row = dict(connection.execute(STATEMENT.select()).mappings().one())
            row.update(
                addressees=["federal"],
                details={"year": "2020"},
                actors=[],
                is_result=True,
                naming="role",
            )
            named = {key: row[key] for key in ("text", "folded", "recorded_at", "addressees")}
            for way in ("insert", "bulk"):
                row["uid"], row["id"] = new_uid(), row["id"] + 1
                if way == "insert":
                    connection.execute(insert(STATEMENT), row)
                else:
                    BulkInsert(connection, STATEMENT, row).write([named])
            raw = connection.exec_driver_sql("SELECT * FROM statement ORDER BY id").fetchall()
        plain, bulk = (tuple(row)[2:] for row in raw[1:])
        assert plain == bulk
        assert services.search.count("vorlage") == 3
