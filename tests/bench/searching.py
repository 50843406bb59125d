"""D: searching the whole archive beside a scan with LIKE, that nothing is missed, and the size."""

from collections.abc import Iterator

import sqlcipher3.dbapi2 as sqlite3

from app.bootstrap import Services, workspace
from app.domain.text import fold, parse_query
from tests.bench.setting import Setting, raw
from tests.bench.table import Line, exactly, times_faster
from tests.bench.timing import take_turns
from tests.support.german import RARE_WORD

PAGE = 50
GOALS_ARE_FOR = 1_000_000
"""Statements in the archive."""
NO_HIT = "Xylophonquartett"
FREQUENT = "Garten"
QUERIES = (
    *(RARE_WORD, RARE_WORD.upper(), NO_HIT, FREQUENT, "STRASSE", "Straße", "strasse", "müll"),
    *("Mull", "MÜLL", "ÄLTERE", "cafés", '"rund um die Kirche"', "Kirche Träger", "ße"),
    *("gartenküchen lindenplatz", "e. V.", "%", "*", "[", "weil Räume fehlen", "ü"),
)
"""Words and phrases with umlauts, ß, capitals and signs that mean something to a database."""

_LIKE = """SELECT s.id, d.uid, d.title, d.date, p.uid, p.title, s.uid, s.text, s.recorded_at
    FROM statement s JOIN plan_item p ON p.id = s.plan_item_id
    JOIN dialogue_session d ON d.id = s.session_id AND d.deleted_at IS NULL
    WHERE s.deleted_at IS NULL AND s.folded LIKE ? ORDER BY s.id DESC LIMIT ?"""


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of part D."""
    path = setting.archive(setting.rows)
    with workspace(path, writing=False) as services, raw(path) as connection:
        # A scan takes longer the more there is, the index does not.
        no_hit = 100 * setting.rows / GOALS_ARE_FOR
        yield _beside_like(services, connection, NO_HIT, "no hit", no_hit, setting.rows)
        yield _beside_like(services, connection, RARE_WORD, "a rare word", 5, setting.rows)
        yield _frequent(services, connection)
        yield _recall(services, connection)
        yield _size(connection)


def _beside_like(
    services: Services, connection: sqlite3.Connection, word: str, name: str, goal: float, rows: int
) -> Line:
    ours, other = _times(services, connection, word)
    what = f"search of {rows:,}, first {PAGE}: {name}"
    return times_faster("D", what, "LIKE '%…%'", ours=ours, other=other, goal=goal)


def _frequent(services: Services, connection: sqlite3.Connection) -> Line:
    """A word that every third statement holds: LIKE need not look far for the first page."""
    ours, other = _times(services, connection, FREQUENT)
    what = "the same: a frequent word"
    found = f"{ours * 1e3:.2f} ms : {other * 1e3:.2f} ms"
    return Line("D", what, "LIKE '%…%'", found, "≤ 20 ms", ours <= 0.02)


def _times(services: Services, connection: sqlite3.Connection, word: str) -> list[float]:
    pattern = f"%{fold(word)}%"
    return take_turns(
        15,
        lambda: services.search.page(word, limit=PAGE),
        lambda: connection.execute(_LIKE, (pattern, PAGE)).fetchall(),
    )


def _recall(services: Services, connection: sqlite3.Connection) -> Line:
    """Every hit of every query, beside a scan that folds each text anew."""
    expected: dict[str, set[int]] = {query: set() for query in QUERIES}
    terms = {query: parse_query(query) for query in QUERIES}
    for key, text in connection.execute("SELECT id, text FROM statement WHERE deleted_at IS NULL"):
        folded = fold(text)
        for query, words in terms.items():
            if all(word in folded for word in words):
                expected[query].add(key)
    wrong = [query for query in QUERIES if _all_hits(services, query) != expected[query]]
    hits = sum(map(len, expected.values()))
    return exactly(
        "D",
        f"recall of {len(QUERIES)} queries, {hits:,} hits",
        "a folded substring scan",
        found=f"differs: {', '.join(wrong)}" if wrong else "equal",
        wanted="equal",
    )


def _all_hits(services: Services, query: str) -> set[int]:
    found: set[int] = set()
    before = None
    while page := services.search.page(query, before=before, limit=20_000):
        found.update(hit.key for hit in page)
        before = page[-1].key
    return found


def _size(connection: sqlite3.Connection) -> Line:
    """All tables of the index and the folded text it stands on, beside the text."""
    index = sum(
        connection.execute(f"SELECT coalesce(sum({length}), 0) FROM {table}").fetchone()[0]
        for table, length in (
            ("statement_search_data", "length(block) + 8"),
            ("statement_search_idx", "length(term) + 12"),
            ("statement_search_docsize", "length(sz) + 8"),
            ("statement", "length(CAST(folded AS BLOB))"),
        )
    )
    query = "SELECT sum(length(CAST(text AS BLOB))) FROM statement"
    text = connection.execute(query).fetchone()[0]
    ratio = index / text
    found = f"{ratio:.2f} ×  ({index / 1e6:.1f} MB : {text / 1e6:.1f} MB)"
    return Line("D", "size of the index", "the text", found, "≤ 3 ×", ratio <= 3)
