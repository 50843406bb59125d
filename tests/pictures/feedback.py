"""Feedback for the pictures: a form that went out, came back and is being decided about."""

from pathlib import Path

from app.bootstrap import Services
from app.domain.incoming.feedback import FeedbackDraft
from app.domain.vocabulary import FeedbackAnswer, FeedbackWay
from tests.support.feedback import AGREE, CHANGE, LEAVE_OUT, TODAY, Said, filled, form_of


def returned_form(services: Services, session: str, folder: Path) -> Path:
    """A form with some answers, as it came back."""
    path = form_of(services, session, folder / "Rückmeldebogen.docx", until=TODAY)
    numbers = [s.evidence for s in services.views.statements(session) if s.evidence]
    texts = {s.evidence: s.text for s in services.views.statements(session)}
    first, second, third, fourth, fifth = numbers[:5]
    changed = texts[first].replace(" ", " heute ", 1)
    said = {
        first: Said(CHANGE, changed),
        second: Said(AGREE),
        third: Said(LEAVE_OUT),
        fourth: Said(text=f"{texts[fourth]} Das war schon immer so."),
        fifth: Said("nur halb richtig"),
    }
    person = services.views.participants(session)[1]
    return filled(path, said, name=person.name)


def some_feedback(services: Services, session: str, folder: Path) -> None:
    """The form read in, and a call."""
    forms = services.feedback_forms
    forms.take(session, forms.look_at(session, returned_form(services, session, folder)))
    numbers = [s.evidence for s in services.views.statements(session) if s.evidence]
    draft = FeedbackDraft(
        evidence=numbers[6],
        who="Frau Albers",
        way=FeedbackWay.PHONE,
        given_on=TODAY,
        answer=FeedbackAnswer.CHANGE,
        comment="Bittet um einen milderen Ton.",
    )
    services.feedback.add(session, draft)
