"""How wide the letters of Calibri are, for counting lines where nobody can ask for a font.

Measured with Carlito, which has the same widths.
"""

from collections.abc import Mapping

_USUAL = 0.5


class Widths(dict[str, float]):
    """Widths of letters as parts of the size; those that are not named have the usual one."""

    def __init__(self, named: Mapping[float, str]) -> None:
        super().__init__((sign, width) for width, signs in named.items() for sign in signs)

    def __missing__(self, sign: str) -> float:
        return _USUAL

    def of(self, text: str) -> float:
        """The width of a text without a break."""
        return sum(map(self.__getitem__, text))


REGULAR = Widths(
    {
        0.221: "'", 0.226: " \u00a0", 0.229: "il", 0.239: "j", 0.25: ",‚‘’", 0.252: "I.",
        0.268: ":;", 0.303: "()", 0.305: "f", 0.306: "-", 0.307: "[]", 0.319: "J", 0.326: "!",
        0.335: "t", 0.349: "r", 0.386: "/", 0.391: "s", 0.395: "z", 0.401: '"', 0.418: "„“”",
        0.42: "L", 0.423: "c", 0.433: "x", 0.452: "v", 0.453: "y", 0.455: "k", 0.459: "FS",
        0.463: "?", 0.468: "Z", 0.471: "g", 0.479: "aä", 0.487: "TY", 0.488: "E",
        0.498: "eé–§+*=•", 0.507: "0123456789€", 0.517: "P", 0.519: "X", 0.52: "K",
        0.525: "bdhnpquü", 0.527: "oöß", 0.533: "C", 0.543: "R", 0.544: "B", 0.567: "V",
        0.579: "AÄ", 0.615: "D", 0.623: "H", 0.631: "G", 0.642: "UÜ", 0.646: "N", 0.662: "OÖ",
        0.673: "Q", 0.682: "&", 0.69: "…", 0.715: "w%", 0.799: "m", 0.855: "M", 0.89: "W",
        0.894: "@", 0.905: "—",
    }
)  # fmt: skip
BOLD = Widths(
    {
        0.226: " \u00a0", 0.233: "'", 0.246: "il", 0.255: "j", 0.258: ",‚‘’", 0.267: "I.",
        0.276: ":;", 0.306: "-", 0.312: "()", 0.316: "f", 0.325: "[]", 0.326: "!", 0.331: "J",
        0.347: "t", 0.355: "r", 0.397: "z", 0.399: "s", 0.418: "c", 0.423: "L", 0.43: "/",
        0.435: "„“”", 0.438: '"', 0.459: "xF", 0.463: "?", 0.473: "vS", 0.474: "gy", 0.478: "Z",
        0.48: "k", 0.488: "E", 0.494: "aä", 0.495: "T", 0.498: "–§+*=•", 0.503: "eé",
        0.507: "0123456789€", 0.52: "Y", 0.529: "C", 0.532: "P", 0.537: "bdhnpquü", 0.538: "oö",
        0.547: "K", 0.551: "X", 0.555: "ß", 0.561: "B", 0.563: "R", 0.591: "V", 0.606: "AÄ",
        0.63: "D", 0.631: "H", 0.637: "G", 0.653: "UÜ", 0.659: "N", 0.676: "OÖ", 0.686: "Q",
        0.705: "&", 0.711: "…", 0.729: "%", 0.745: "w", 0.813: "m", 0.874: "M", 0.898: "@",
        0.905: "—", 0.906: "W",
    }
)  # fmt: skip
