from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.bootstrap import Services, workspace
from app.domain.text import matches
from app.storage import search
from tests.support.room import Room

TEXTS = (
    "Bürgerbeteiligung im Quartier",
    "Die Straße ist für alle da",
    "STRASSENFEST am Samstag",
    "Cafe\u0301 Lindenblüte öffnet",
    "50% mehr * Räume [im Haus] ?",
    "Kita Sonnenschein + Pfarrei: Lesepaten",
    "zu",
)


def _found(services: Services, query: str) -> set[str]:
    return {hit.text for hit in services.search.page(query)}


def test_search_finds_what_a_folded_scan_finds(tmp_path: Path) -> None:
    with workspace(tmp_path / "w.db") as services:
        room = Room(services)
        for each in TEXTS:
            room.say(each)
        for query in (
            "beteiligung",
            "strasse",
            "straße",
            "STRAßE",
            "café",
            "CAFE",
            "öff",
            "%",
            "* räu",
            "[im",
            "?",
            "zu",
            "ü",
            '"für alle"',
            "„alle für“",
            "paten kita",
            "nichts",
        ):
            expected = {each for each in TEXTS if matches(query, each)}
            assert _found(services, query) == expected, query
            assert services.search.count(query) == len(expected), query


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="aäßbsSß *?[]\"'%_\u0301\u00ad", max_size=6))
def test_any_query_means_the_same_as_a_scan(tmp_path: Path, query: str) -> None:
    path = tmp_path / "any.db"
    with workspace(path) as services:
        if not services.views.sessions():
            room = Room(services)
            for each in (*TEXTS, "aßb sS [a] *b", "a%b_ä"):
                room.say(each)
        stored = {hit.text for hit in services.search.page("a", limit=99)} | set(TEXTS)
        assert _found(services, query) == {each for each in stored if matches(query, each)}


def test_deleted_restored_and_edited_statements(tmp_path: Path) -> None:
    with workspace(tmp_path / "w.db") as services:
        room = Room(services)
        said = room.say("Lesepaten")
        services.capture.delete([said.uid])
        assert _found(services, "lesepaten") == set()
        services.history.undo(room.uid)
        assert _found(services, "lesepaten") == {"Lesepaten"}
        assert services.workspace.check().problems == ()


def test_the_check_notices_a_missing_trigger_and_opening_repairs_it(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with workspace(path) as services:
        room = Room(services)
        with services._database.write() as connection:
            connection.execute(text("DROP TRIGGER statement_search_insert"))
        room.say("Unsichtbar")
        assert _found(services, "unsichtbar") == set()
        assert [code for code, _ in services.workspace.check().problems] == ["check_search"]
    with workspace(path) as services:
        assert _found(services, "unsichtbar") == {"Unsichtbar"}
        assert services.workspace.check().problems == ()


def _plan(services: Services, query: str, session: str = "") -> list[str]:
    found = search.matching(query, in_session=bool(session))
    sql = f"SELECT * FROM {found.source} WHERE {found.condition} ORDER BY {found.key} DESC"
    with services._database.read() as connection:
        rows = connection.execute(
            text(f"EXPLAIN QUERY PLAN {sql}"), {**found.values, "session": session}
        ).fetchall()
    return [str(row[3]) for row in rows]


def test_words_from_three_characters_on_use_the_index_and_come_newest_first(
    tmp_path: Path,
) -> None:
    """Nothing is sorted: the first page of a frequent word does not read all its hits."""
    with workspace(tmp_path / "w.db") as services:
        Room(services)
        plan = _plan(services, "lesep haus x")
        assert "VIRTUAL TABLE INDEX" in plan[0]
        assert plan[0].endswith("G0G0")
        assert "SEARCH s USING INTEGER PRIMARY KEY" in plan[1]
        assert not any("TEMP B-TREE" in step for step in plan)


def test_in_a_session_only_its_statements_are_read(tmp_path: Path) -> None:
    with workspace(tmp_path / "w.db") as services:
        room = Room(services)
        plan = _plan(services, "lesepaten", session=room.uid)
        assert "ix_statement_session" in plan[0]


def test_a_search_in_one_session_finds_nothing_of_another(tmp_path: Path) -> None:
    with workspace(tmp_path / "w.db") as services:
        one, other = Room(services), Room(services)
        for room, name in ((one, "eins"), (other, "zwei")):
            room.say(f"Lesepaten {name}")
            room.say("zu")
        for query, count in (("lesepaten", 1), ("zu", 1), ('"paten zwei"', 0), ("paten eins", 1)):
            hits = services.search.page(query, session_uid=one.uid)
            assert len(hits) == services.search.count(query, session_uid=one.uid) == count, query
            assert {hit.session_uid for hit in hits} <= {one.uid}


def test_pages_go_on_where_the_last_one_ended(tmp_path: Path) -> None:
    with workspace(tmp_path / "w.db") as services:
        room = Room(services)
        for number in range(7):
            room.say(f"Beitrag {number}")
        first = services.search.page("beitrag", limit=3)
        second = services.search.page("beitrag", limit=3, before=first[-1].key)
        assert [hit.text for hit in first + second] == [f"Beitrag {n}" for n in range(6, 0, -1)]
        assert services.search.page("beitrag", session_uid="x" * 36) == ()
