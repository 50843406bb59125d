"""A list of participants as a coordinator keeps it, with everything that can be odd in one."""

from pathlib import Path

_ROWS = (
    "Einladungsliste;;;;;;",
    ";;;;;;",
    "Nr.;Titel;Vorname;Nachname;Einrichtung;Funktion;Nennung",
    "1;Dr.;Fatma;Aksoy;Stadt Hallenbrück;Quartiersentwicklung;mit Namen",
    "2;;Jonas;Petersen;Diakonisches Werk;Leitung;nur Organisation",
    "3;;Jonas;Petersen;Diakonisches Werk;;",
    "4;;Marlene;von der Heide;Kita Am Bach;;vielleicht",
    "5;;;;Sportverein 1899;;",
    "6;;Igor;Sokolow;;;",
)


NAME = "gäste.csv"
WORDS = "\n".join((NAME, *_ROWS)).replace(";", "\n")
"""Everything that somebody else wrote and that is never translated."""


def guest_list(folder: Path, name: str = NAME) -> Path:
    """Write it into ``folder`` as Excel does in Germany: four new people, two rows left out."""
    path = folder / name
    path.write_text("\n".join(_ROWS), encoding="cp1252")
    return path
