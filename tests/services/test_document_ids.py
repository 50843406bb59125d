"""What a session document says about who is who: ids that may be here already, or may not."""

import json
from pathlib import Path

import pytest

from app.bootstrap import Services
from app.domain.changes import Entity
from app.errors import BadInputError
from app.texts import Texts
from tests.support.small_document import row_id, small_document, write
from tests.support.tables import everything

GERMAN = Texts("de")


def test_ids_of_another_session_are_refused(services: Services, tmp_path: Path) -> None:
    services.documents.read(write(tmp_path / "a.session.json", small_document()))
    other = small_document()
    other["session"]["id"] = row_id(102)
    before = everything(services.workspace.path)
    with pytest.raises(BadInputError) as caught:
        services.documents.read(write(tmp_path / "b.session.json", other))
    assert caught.value.code == "document_foreign_id"
    assert everything(services.workspace.path) == before


def test_ids_of_another_kind_are_refused(services: Services, tmp_path: Path) -> None:
    """Every id of the second file in turn, as every kind of row of the first one."""
    first = small_document()
    first["extensions"] = {"quartiersdialog": {"next_step": [{"id": row_id(8), "text": "x"}]}}
    services.documents.read(write(tmp_path / "a.session.json", first))
    before = everything(services.workspace.path)
    new = json.loads(json.dumps(first).replace("-8000-", "-9000-"))
    for number, kind in ((1, 3), (2, 3), (3, 6), (4, 2), (6, 3), (7, 8), (8, 4), (8, 7)):
        clashing = json.dumps(new).replace(row_id(number).replace("-8000-", "-9000-"), row_id(kind))
        with pytest.raises(BadInputError) as caught:
            services.documents.read(write(tmp_path / "b.session.json", json.loads(clashing)))
        assert caught.value.code == "document_foreign_id"
        assert caught.value.values["found"] == row_id(kind)
        assert everything(services.workspace.path) == before
    assert not services.documents.read(write(tmp_path / "b.session.json", new)).known


def test_ids_of_another_kind_in_the_same_session_are_refused(
    services: Services, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.session.json", small_document())
    services.documents.read(path)
    later = small_document()
    later["participants"].append({"id": row_id(6), "name": "Eva Kern"})
    del later["statements"][0]
    with pytest.raises(BadInputError) as caught:
        services.documents.read(write(path, later))
    assert "participants[1].id: Die Kennung" in GERMAN.error(caught.value)
    assert "gehört in diesem Gespräch schon zu etwas anderem" in GERMAN.error(caught.value)
    one = small_document()
    one["extensions"] = {"quartiersdialog": {"next_step": [{"id": row_id(6), "text": "x"}]}}
    with pytest.raises(BadInputError) as caught:
        services.documents.read(write(path, one))
    assert caught.value.code == "document_other_kind"


def test_a_known_session_in_another_series_is_refused_with_both(
    services: Services, tmp_path: Path
) -> None:
    services.documents.read(write(tmp_path / "a.session.json", small_document()))
    other = {**small_document(), "series": {"id": row_id(101), "title": "Andere Reihe"}}
    before = everything(services.workspace.path)
    with pytest.raises(BadInputError) as caught:
        services.documents.read(write(tmp_path / "b.session.json", other))
    said = GERMAN.error(caught.value)
    assert said.startswith(f"b.session.json: series.id: „{row_id(101)}“ gefunden (Reihe „Andere ")
    assert f"erwartet „{row_id(1)}“ (Reihe „Reihe“): Das Gespräch „Gespräch“ gehört hier" in said
    assert everything(services.workspace.path) == before
    other["session"]["id"] = row_id(102)
    other |= {"participants": [], "questions": [], "statements": []}
    services.documents.read(write(tmp_path / "b.session.json", other))


def test_questions_keep_their_identity_across_sessions(services: Services, tmp_path: Path) -> None:
    first = services.documents.read(write(tmp_path / "a.session.json", small_document()))
    other = json.loads(json.dumps(small_document()).replace("-8000-", "-9000-"))
    other["series"] = small_document()["series"]
    other["questions"][0]["text"] = "WAS IST NEU?"
    second = services.documents.read(write(tmp_path / "b.session.json", other))
    identities = [
        {item.text.lower(): item.identity for item in services.views.plan_items(report.session_uid)}
        for report in (first, second)
    ]
    assert identities[0] == identities[1]
    assert len(set(identities[0].values())) == 2


def test_people_are_never_matched_by_name(services: Services, tmp_path: Path) -> None:
    services.documents.read(write(tmp_path / "a.session.json", small_document()))
    other = json.loads(json.dumps(small_document()).replace("-8000-", "-9000-"))
    other["series"] = small_document()["series"]
    report = services.documents.read(write(tmp_path / "b.session.json", other))
    assert report.new[Entity.PERSON] == 1
