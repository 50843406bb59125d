"""What stands in the minutes, line by line."""

import datetime as dt
from dataclasses import replace

import pytest

from app.domain.minutes import MinutesOptions, MinutesState, WithoutResults
from app.domain.plan import PlanItemView
from app.domain.vocabulary import (
    MinutesKind,
    NamingLevel,
    PlanItemKind,
)
from app.export.blocks import Contents, Paragraph, ParagraphRole, Table
from app.export.minutes import compose, suggested_file_name
from app.texts import LANGUAGES, Texts
from tests.support.evening import CREATED, SERIES, SESSION, evening, options, participants
from tests.support.minutes import (
    ENGLISH,
    GERMAN,
    blocks,
    edges,
    lines,
    question,
    session_of,
    statement,
)

SUMMARY, FULL = options(MinutesKind.SUMMARY), options(MinutesKind.FULL)


def test_the_head_says_what_is_known() -> None:
    head = [line.split("\t") for line in lines(evening(), FULL) if line.count("\t") == 1][:11]
    assert dict(head) == {
        "Anlass": "Hinweise aus der Praxis für die Bundes-Engagementstrategie",
        "Datum": "Donnerstag, 12. November 2026, 17:00 Uhr bis 20:00 Uhr",
        "Ort": "Gemeindehaus St. Lukas, Lindenstraße 14, Ebersfurt",
        "Gastgebend": "Kirchengemeinde St. Lukas",
        "Moderation": "Miriam Solbach, Diakonisches Werk Ebersfurt",
        "Protokoll": "Jonas Ferber, Quartiersbüro Stuberwiesen",
        "Anwesend": "12 Teilnehmende (Liste auf Seite people)",
        "Beiträge": "mit Angabe der Organisation, soweit nicht anders gewünscht",
        "Stand": "vorläufig, Fassung 1 vom 13. November 2026",
        "Verteiler": "Teilnehmende, Entschuldigte, Steuerungskreis der Reihe",
        "Förderung": "gefördert durch die Stiftung Gemeinwesen Ebersfurt",
    }


def test_empty_fields_are_left_out_of_the_head() -> None:
    found = lines(edges()["nothing in the head"], replace(FULL, signatures=False))
    labels = {line.partition("\t")[0] for line in found if line.count("\t") == 1}
    assert (
        labels & {"Ort", "Gastgebend", "Moderation", "Protokoll", "Anwesend", "Verteiler"} == set()
    )
    assert "Quelle\tQuelle & <Co.>" in found
    assert "Lizenz\tCC BY 4.0" in found
    assert "Datum\tDonnerstag, 12. November 2026" in found


@pytest.mark.parametrize(
    ("naming", "words"),
    [
        (NamingLevel.NAME, "mit Namen und Organisation"),
        (NamingLevel.ROLE, "mit Funktion und Organisation"),
        (NamingLevel.ORGANISATION, "mit Angabe der Organisation"),
        (NamingLevel.ORGANISATION_KIND, "mit Angabe der Art der Organisation"),
        (NamingLevel.ANONYMOUS, "ohne Zuordnung zu Personen und Organisationen"),
    ],
)
def test_the_head_says_in_words_how_people_are_named(naming: NamingLevel, words: str) -> None:
    record = session_of([statement(1, "So.")], session=replace(SESSION, naming=naming))
    assert f"Beiträge\t{words}" in lines(record, FULL)
    assert "Beiträge\tohne Zuordnung zu Personen und Organisationen" in lines(record, SUMMARY)


def test_several_names_are_divided_so_that_each_can_be_told() -> None:
    several = replace(
        SESSION, facilitators=("Anna Meier, Werk", "Cora Schulz"), note_takers=("A", "B")
    )
    found = lines(session_of([], session=several), FULL)
    assert "Moderation\tAnna Meier, Werk; Cora Schulz" in found
    assert "Protokoll\tA, B" in found


def test_who_refused_the_list_is_not_named_in_the_head_either() -> None:
    led = replace(SESSION, facilitators=("Petra Mendel, Pflegedienst", "Cora Schulz"))
    found = lines(session_of([], session=led, people=participants()), FULL)
    assert "Moderation\tCora Schulz, 1 Person" in found


def test_a_question_without_result_prints_its_statements_and_says_so() -> None:
    found = lines(evening(), SUMMARY)
    at = found.index("5\tWer macht mit?")
    assert found[at + 1] == "Noch ohne Zusammenfassung und Ergebnis; es folgen alle 5 Beiträge."
    assert (
        found[at + 2]
        == "STU-5-1\tMacht mit: Rund 140 Engagierte, neu sind junge Familien und Geflüchtete"
    )


def test_or_the_sentence_that_there_is_none() -> None:
    found = lines(evening(), replace(SUMMARY, without_results=WithoutResults.NOTE))
    at = found.index("5\tWer macht mit?")
    assert found[at + 1] == "Zu dieser Frage sind keine Ergebnisse festgehalten."


def test_a_single_statement_is_not_called_all() -> None:
    assert "Noch ohne Zusammenfassung und Ergebnis; es folgt der einzige Beitrag." in lines(
        session_of([statement(1, "So.")]), SUMMARY
    )


@pytest.mark.parametrize("chosen", [SUMMARY, FULL])
def test_no_question_is_silently_empty(chosen: MinutesOptions) -> None:
    found = blocks(edges()["empty"], chosen)
    headings = [i for i, b in enumerate(found) if _is_question(b)]
    assert len(headings) == 8
    for at in headings:
        below = [b.text for b in found[at + 1 : at + 3] if isinstance(b, Paragraph)]
        assert "Zu dieser Frage ist nichts festgehalten." in below
    assert not any(isinstance(block, Contents) for block in found)


def _is_question(block: object) -> bool:
    if not isinstance(block, Paragraph) or block.role is not ParagraphRole.HEADING:
        return False
    return "\t" in block.text


def test_the_full_minutes_tell_when_and_how_much() -> None:
    found = lines(evening(), FULL)
    at = found.index("1\tWarum ist die Quartiers- und Sozialraumperspektive relevant für Sie?")
    assert found[at + 1] == "17:46 Uhr bis 18:01 Uhr · 9 Beiträge"
    assert found[at + 2].startswith("Für die Anwesenden ist das Quartier der Ort")


def test_an_item_that_was_never_ended_says_only_when_it_began() -> None:
    item = replace(question(), started_at=dt.datetime(2026, 11, 12, 16, tzinfo=dt.UTC))
    assert "ab 17:00 Uhr · 1 Beitrag" in lines(
        session_of([statement(1, "So.")], items=[item]), FULL
    )


def test_presentations_have_sections_of_their_own() -> None:
    found = lines(evening(), FULL)
    at = found.index("Impulse")
    assert found[at + 1] == "17:24 Uhr bis 17:46 Uhr · 2 Impulse · 5 Beiträge"
    assert found[at + 2] == "„Mittagstisch im Gemeindehaus“ – Karin Weiß, Kirchengemeinde St. Lukas"
    assert found[at + 3].startswith("STU-I1-1\tKarin Weiß (Kirchengemeinde St. Lukas), ")


def presentation(**values: str) -> PlanItemView:
    given = replace(question(), kind=PlanItemKind.PRESENTATION, number=None, text="")
    return replace(
        given,
        title=values.get("title", "Impulse"),
        speaker=values.get("speaker", ""),
        organisation=values.get("organisation", ""),
    )


@pytest.mark.parametrize(
    ("item", "heading"),
    [
        (presentation(), []),
        (presentation(title="Mittagstisch"), ["Mittagstisch"]),
        (presentation(speaker="Anna Meier"), ["Anna Meier"]),
        (presentation(organisation="Gemeinde"), ["Gemeinde"]),
        (
            presentation(title="Mittagstisch", speaker="Anna Meier", organisation="Gemeinde"),
            ["„Mittagstisch“ – Anna Meier, Gemeinde"],
        ),
    ],
)
def test_a_presentation_has_a_heading_if_there_is_something_to_say(
    item: PlanItemView, heading: list[str]
) -> None:
    found = blocks(session_of([statement(1, "So.", item)], items=[item]), FULL)
    paragraphs = [b for b in found if isinstance(b, Paragraph)]
    assert [b.text for b in paragraphs if b.role is ParagraphRole.SUBHEADING] == heading
    assert next(b.text for b in paragraphs if b.role is ParagraphRole.HEADING) == "Impulse"


def test_a_planned_presentation_that_nobody_gave_leaves_no_trace() -> None:
    assert "Impulse" not in lines(session_of([], items=[presentation()]), FULL)


def test_the_summary_has_other_items_only_with_results() -> None:
    found = lines(evening(), SUMMARY)
    assert "Abschluss" in found  # an agreement
    assert not {"Vorstellungsrunde", "Impulse", "Rückspiegelung"} & set(found)


def test_a_result_of_a_presentation_stands_in_the_summary() -> None:
    item = presentation(title="Mittagstisch")
    said = replace(statement(1, "Kochen.", item), is_result=True)
    found = lines(session_of([said], items=[item]), SUMMARY)
    at = found.index("Impulse")
    assert found[at + 1 : at + 3] == ["Mittagstisch", "STU-1-1\tHemmnis: Kochen."]


def test_next_steps_are_a_table() -> None:
    (steps, people) = (b for b in blocks(evening(), SUMMARY) if isinstance(b, Table))
    assert [column.title for column in steps.columns] == [
        "Schritt",
        "Verantwortlich",
        "Bis",
        "Beleg",
    ]
    assert steps.rows[0][1:] == ("Leonie Aschauer, Seniorenrat", "4.\u00a0Dezember 2026", "STU-7-5")
    assert steps.caption == "Nächste Schritte"
    assert len(people.rows) == 8
    assert sum(column.width for column in steps.columns) == pytest.approx(16.5)
    assert sum(column.width for column in people.columns) == pytest.approx(16.5)


def test_the_attendance_list_is_sorted_by_surname_and_counts_the_others() -> None:
    found = blocks(evening(), FULL)
    table = [b for b in found if isinstance(b, Table)][-1]
    names = [row[0] for row in table.rows]
    assert names[:3] == ["Leonie Aschauer", "Selin Baran", "Wiebke Dorn"]
    assert names[-2:] == ["Karin Weiß", "Farid Yusufi"]
    assert "Hinzu kommen 4 weitere Personen, die hier nicht aufgeführt sind." in lines(
        evening(), FULL
    )


def test_empty_columns_are_left_out_and_leave_their_room_to_the_first() -> None:
    step = replace(evening().next_steps[0], who="", due=None, evidence="")
    record = replace(evening(), next_steps=(step,), participants=())
    (table,) = (b for b in blocks(record, FULL) if isinstance(b, Table))
    assert [(column.title, column.width) for column in table.columns] == [("Schritt", 16.5)]


def test_without_a_list_the_head_gives_the_count() -> None:
    nobody = [replace(person, on_attendance_list=None) for person in participants()]
    record = replace(evening(), participants=tuple(nobody))
    found = lines(record, FULL)
    assert "Anwesend\t12 Teilnehmende" in found
    assert "Teilnehmende" not in found
    assert "Anwesend\t1 Person" in lines(replace(record, participants=tuple(nobody[:1])), FULL)


def test_signatures_stand_side_by_side() -> None:
    signed = [b for b in blocks(evening(), FULL) if isinstance(b, Paragraph)][-2:]
    assert [b.text for b in signed] == [
        "\t\t\t",
        "Jonas Ferber, Protokoll\tMiriam Solbach, Moderation",
    ]
    assert "Unterschriften" not in lines(evening(), replace(FULL, signatures=False))


def test_three_sign_on_two_rows_and_nobody_known_signs_with_the_office() -> None:
    three = replace(SESSION, note_takers=(), facilitators=("A", "B"))
    found = lines(session_of([], session=three), FULL)
    assert found[-4:] == ["\t\t\t", "Protokoll\tA, Moderation", "\t", "B, Moderation"]


def test_the_contents_can_be_left_out() -> None:
    assert any(isinstance(b, Contents) for b in blocks(evening(), FULL))
    without = blocks(evening(), replace(FULL, contents=False))
    assert not any(isinstance(b, Contents) for b in without)


def test_headers_and_footer_say_which_paper_it_is() -> None:
    page = compose(evening(), replace(FULL, state=MinutesState.FINAL, version=3), GERMAN).page
    assert page.first_header.text.startswith("Diakonisches Werk Ebersfurt")
    assert page.header.text == (
        "Engagement im Quartier, 3.\u00a0Gespräch – Strategiegespräch Quartier Stuberwiesen\t"
        "Verlaufsprotokoll, endgültig"
    )
    assert page.footer.text.startswith("Fassung 3 vom 13.\u00a0November 2026\tSeite\u00a01")


@pytest.mark.parametrize("length", [10, 60, 200, 2000])
def test_a_header_always_fits_on_a_line(length: int) -> None:
    record = evening()
    long_series = replace(SERIES, title=("Wort " * length)[:length])
    long_session = replace(SESSION, title=("Titel " * length)[:length])
    record = replace(record, series=long_series, session=long_session)
    assert len(compose(record, FULL, GERMAN).page.header.text) <= 116


def test_without_a_sender_the_first_page_names_the_series() -> None:
    record = replace(evening(), series=replace(SERIES, sender=""))
    assert compose(record, FULL, GERMAN).page.first_header.text == SERIES.title


def test_several_days_are_told_apart() -> None:
    found = lines(edges()["several days"], FULL)
    assert any("\t12. November 2026, 17:00 Uhr – Hemmnis" in line for line in found)
    assert any("\t15. November 2026, 17:00 Uhr – Hemmnis" in line for line in found)


def test_a_heading_is_one_line_of_text() -> None:
    record = session_of([], items=[question(1, "Was war\nder Anlass?")])
    assert "1\tWas war der Anlass?" in lines(record, FULL)


def test_english_minutes_are_english() -> None:
    found = lines(evening(), replace(SUMMARY, attribution=True), ENGLISH)
    assert found[0] == "Summary minutes"
    assert found[2] == "Series “Engagement im Quartier”, session 3 on 12 November 2026"
    assert "Date\tThursday, 12 November 2026, 17:00 to 20:00" in found
    assert any(
        line.startswith("STU-1-3\tEhrenamt, Kirchengemeinde St. Lukas – Reason: ") for line in found
    )
    assert compose(evening(), FULL, ENGLISH).properties.language == "en-GB"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", [SUMMARY, FULL])
@pytest.mark.parametrize("name", list(edges()))
def test_every_session_can_be_composed(name: str, chosen: MinutesOptions, language: str) -> None:
    assert blocks(edges()[name], chosen, Texts(language))


def test_the_file_name_says_date_kind_and_title() -> None:
    assert suggested_file_name(evening(), SUMMARY, GERMAN) == (
        "2026-11-12 Ergebnisprotokoll Strategiegespräch Quartier Stuberwiesen.docx"
    )
    odd = replace(evening(), session=replace(SESSION, title="Was? / Wer: <alle>"))
    name = suggested_file_name(odd, FULL, GERMAN)
    assert not set('<>:"/\\|?*') & set(name)


def test_the_properties_name_an_author_only_if_wanted() -> None:
    assert compose(evening(), FULL, GERMAN).properties.author == ""
    wanted = replace(FULL, author="Jonas Ferber")
    made = compose(evening(), wanted, GERMAN).properties
    assert (made.author, made.created) == ("Jonas Ferber", CREATED)
