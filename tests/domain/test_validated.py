"""What comes in with half a character in it is taken without, and never refused for it."""

import pytest
from pydantic import ValidationError

from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.statements import StatementChanges, StatementDraft
from app.domain.statements import Actor, StatementDetails


def test_half_a_character_is_left_out_wherever_it_stands() -> None:
    draft = StatementDraft(plan_item_uid="x", text="a\ud83db", themes=("Räume\udc00",))
    assert (draft.text, draft.themes) == ("ab", ("Räume",))
    changes = StatementChanges(
        actors=(Actor(name="\ud800Verein"),),
        details=StatementDetails(place="\udfffhier"),
    )
    assert changes.details
    assert (changes.actors[0].name, changes.details.place) == ("Verein", "hier")
    assert ParticipantDraft(name="Karin\ud83d").name == "Karin"


def test_only_the_fields_that_were_given_count_as_given() -> None:
    assert StatementChanges(text="a\ud83d").model_fields_set == {"text"}


def test_whole_characters_and_other_faults_stay() -> None:
    assert ParticipantDraft(name="Käthe 👩‍👧").name == "Käthe 👩‍👧"
    with pytest.raises(ValidationError, match="name"):
        ParticipantDraft(name=5)  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="extra"):
        ParticipantDraft(name="a\ud83d", unknown="")  # type: ignore[call-arg]
