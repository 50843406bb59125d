"""Somebody on one line."""

import pytest

from app.domain.person_line import split_person

_LONG_NAME = "Karl Heinz Müller-Lüdenscheidt"
_LONG_PLACE = "Evangelische Kirchengemeinde, Kiel"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Helene Beck, Kirchengemeinde St. Lukas", ("Helene Beck", "Kirchengemeinde St. Lukas")),
        ("Helene Beck", ("Helene Beck", "")),
        ("Lukas Kern, Sozialverband, Kreis", ("Lukas Kern", "Sozialverband, Kreis")),
        ("  ,  ", ("", "")),
        ("Jansen, Ute, Bürgerin", ("Ute Jansen", "Bürgerin")),
        ("Müller-Lüdenscheidt, Karl Heinz, Verein, Kiel", (_LONG_NAME, "Verein, Kiel")),
        ("Aksoy, Dr. Fatma, Stadt Hallenbrück", ("Dr. Fatma Aksoy", "Stadt Hallenbrück")),
        ("von der Heide, Anna-Lena, Kita", ("Anna-Lena von der Heide", "Kita")),
        ("Yılmaz, Murat, AWO", ("Murat Yılmaz", "AWO")),
        ("Berg, Nikita, ", ("Nikita Berg", "")),
        ("Jansen, Ute", ("Jansen", "Ute")),
        ("Jansen, AWO, Kreis", ("Jansen", "AWO, Kreis")),
        ("Jansen, Heimstatt gGmbH, Kiel", ("Jansen", "Heimstatt gGmbH, Kiel")),
        ("Jansen, Nachbarn e. V., Kiel", ("Jansen", "Nachbarn e. V., Kiel")),
        ("Jansen, Bürgerin, Ottensen", ("Jansen", "Bürgerin, Ottensen")),
        ("Jansen, Kita, Ottensen", ("Jansen", "Kita, Ottensen")),
        ("Jansen, Team 3, Ottensen", ("Jansen", "Team 3, Ottensen")),
        ("Jansen, Evangelische Kirchengemeinde, Kiel", ("Jansen", _LONG_PLACE)),
        ("Ute Jansen, Anna, Verein", ("Ute Jansen", "Anna, Verein")),
    ],
)
def test_a_person_and_where_they_come_from(text: str, person: tuple[str, str]) -> None:
    assert split_person(text) == person
