"""The one application-wide style sheet, generated from the tokens and the text size.

Widgets choose by dynamic property, never by a sheet of their own:

``role``     on labels: a ``Role`` ("title", "caption", "question", …)
``tone``     on labels: a colour name ("ink2", "settled", "open", "error", "primary")
``variant``  on buttons: "primary", "outlined" (default), "flat", "link", "pill"
``buttonSize`` on buttons: "small" 34, default 36, "conclusion" 40, "large" 52 – at 100 % text size
``surface``  on frames: "paper", "card", "today" (card with a primary border), "sunk", "bar",
             "tint", and "open", "error", "settled" for coloured bands
``flush``    "right": a link whose text ends at its edge, above a card that ends there
``field``    "plain": a text field without border and ground, inside a frame that has them;
             "row": close around its text, which stands where the row had painted it

A property changed later needs ``repolish`` from ``ui.theme``. Focus never changes a box: the ring
is drawn outside by ``FocusRing``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ui.style.fonts import FAMILY, TYPES
from ui.style.tokens import Chip, Tokens, Tone


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths at a text size: ``text`` grows fully with it, ``space`` half as fast."""

    scale: int

    def text(self, pixels: float) -> int:
        """A length that follows the text: fonts, icons, minimum heights."""
        return max(1, round(pixels * self.scale / 100))

    def space(self, pixels: float) -> int:
        """Padding and gaps: at 200 % half as much again, so that more text fits."""
        return max(1, round(pixels * (100 + (self.scale - 100) / 2) / 100))


def build_sheet(tokens: Tokens, measures: Measures, images: Mapping[str, str]) -> str:
    """The style sheet. ``images`` maps names of ``IMAGES`` to files in the theme's colours."""
    parts: tuple[Callable[[Tokens, Measures], str], ...] = (
        _base,
        _labels,
        _frames,
        _buttons,
        _button_variants,
        _pills,
        _lists,
        _fields,
        _menus,
        _file_dialog,
        _scroll_bars,
        _steps,
    )
    plain = "\n".join(part(tokens, measures) for part in parts)
    return plain + _pictures(tokens, measures, images)


IMAGES: Mapping[str, tuple[str, str]] = {
    "arrow": ("chevron-down", "ink2"),
    "arrow-disabled": ("chevron-down", "disabled"),
    "up": ("chevron-up", "ink2"),
    "check": ("check", "on_primary"),
    "submenu": ("chevron-right", "ink2"),
    "menu-check": ("check", "primary"),
    "back": ("chevron-left", "ink"),
    "forward": ("chevron-right", "ink"),
    "parent": ("chevron-up", "ink"),
}
"""Pictures the sheet needs as files: name → icon and colour."""


def _base(t: Tokens, m: Measures) -> str:
    return f"""
QWidget {{ font-family: "{FAMILY}"; font-size: {m.text(14)}px; color: {t.ink.name()}; }}
QMainWindow, QDialog, QWidget[surface="paper"] {{ background: {t.paper.name()}; }}
QToolTip {{
  background: {t.ink.name()}; color: {t.paper.name()}; border: none;
  padding: {m.space(5)}px {m.space(8)}px; font-size: {m.text(13)}px;
}}
QPushButton, QToolButton, QCheckBox, QRadioButton {{ outline: none; }}
QSplitter::handle {{ background: {t.line.name()}; }}
"""


def _labels(t: Tokens, m: Measures) -> str:
    rules = [
        f'*[role="{role}"] {{ font-size: {m.text(kind.size)}px; font-weight: {kind.weight};'
        f" color: {t.color(kind.color).name()}; }}"
        for role, kind in TYPES.items()
    ]
    rules += [
        f'QLabel[tone="{name}"] {{ color: {t.color(name).name()}; }}'
        for name in ("ink", "ink2", "ink3", "primary", "on_primary", "settled", "open", "error")
    ]
    rules.append(f"QLabel:disabled {{ color: {t.disabled.name()}; }}")
    return "\n".join(rules)


def _frames(t: Tokens, _m: Measures) -> str:
    line, surface = t.line.name(), t.surface.name()
    plain = f"""
QFrame[surface="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: 11px; }}
QFrame[surface="today"] {{
  background: {surface}; border: 2px solid {t.primary.name()}; border-radius: 12px;
}}
QFrame[surface="sunk"] {{
  background: {t.sunk.name()}; border: none; border-right: 1px solid {line};
}}
QFrame[surface="bar"] {{
  background: {surface}; border: none; border-bottom: 1px solid {line};
}}
QFrame[surface="tint"] {{ background: {t.tint.name()}; border: none; border-radius: 10px; }}
QFrame[surface="rule"] {{ background: {line}; border: none; }}
"""
    bands = {"open": Tone.OPEN, "error": Tone.ERROR, "settled": Tone.SETTLED}
    return plain + "".join(_band(name, t.chip(tone)) for name, tone in bands.items())


def _band(name: str, chip: Chip) -> str:
    ink, ground = chip.ink.name(), chip.ground.name()
    return f"""
QFrame[surface="{name}"] {{ background: {ground}; border: none; border-radius: 10px; }}
QFrame[surface="{name}"][band="true"] {{ border-radius: 0; }}
QFrame[surface="{name}"] QLabel {{ color: {ink}; }}
"""


def _buttons(t: Tokens, m: Measures) -> str:
    inner = m.text(18)
    return f"""
QPushButton {{
  background: {t.surface.name()}; color: {t.ink.name()}; border: 1px solid {t.control.name()};
  border-radius: 8px; font-weight: 500; min-height: {inner}px;
  padding: {m.space(8)}px {m.space(13)}px;
}}
QPushButton:hover {{ background: {t.sunk.name()}; border-color: {t.ink3.name()}; }}
QPushButton:pressed, QPushButton:open {{ background: {t.tint.name()}; }}
QPushButton:disabled {{ color: {t.disabled.name()}; border-color: {t.line.name()}; }}
QPushButton:checked {{
  background: {t.tint.name()}; color: {t.primary.name()}; border-color: {t.primary.name()};
}}
QPushButton[buttonSize="small"] {{
  padding: {m.space(6)}px {m.space(11)}px; min-height: {m.text(20)}px;
}}
QPushButton[buttonSize="conclusion"] {{ padding: {m.space(9)}px {m.space(11)}px;
  min-height: {m.text(20)}px; font-weight: 600; }}
QPushButton[buttonSize="large"] {{
  padding: {m.space(12)}px {m.space(22)}px; min-height: {m.text(26)}px;
  font-size: {m.text(16)}px; font-weight: 600;
}}
QPushButton[iconOnly="true"] {{
  padding: {m.space(8)}px {m.space(8) - 2}px; min-height: {inner}px;
}}
QPushButton[iconOnly="true"][buttonSize="conclusion"] {{
  padding: {m.space(9)}px {m.space(9) - 2}px; min-height: {m.text(20)}px;
}}
QPushButton::menu-indicator {{ width: 0; image: none; }}
"""


def _button_variants(t: Tokens, m: Measures) -> str:
    primary, hover = t.primary.name(), t.hover.name()
    return f"""
QPushButton[variant="primary"] {{
  background: {primary}; color: {t.on_primary.name()}; border-color: {primary}; font-weight: 600;
}}
QPushButton[variant="primary"]:hover, QPushButton[variant="primary"]:pressed {{
  background: {hover}; border-color: {hover};
}}
QPushButton[variant="primary"]:disabled {{
  background: {t.line.name()}; color: {t.ink3.name()}; border-color: {t.line.name()};
}}
QPushButton[variant="flat"] {{
  background: transparent; border-color: transparent; color: {t.ink2.name()};
  padding-left: {m.space(8)}px; padding-right: {m.space(8)}px;
}}
QPushButton[variant="flat"]:hover, QPushButton[variant="flat"]:pressed {{
  background: {t.tint.name()}; color: {t.ink.name()};
}}
QPushButton[variant="flat"]:disabled {{ color: {t.disabled.name()}; }}
QPushButton[variant="link"] {{
  background: transparent; border-color: transparent; color: {primary};
  padding: {m.space(4)}px {m.space(4)}px;
}}
QPushButton[variant="link"][flush="right"] {{ border-right-width: 0; padding-right: 0; }}
QPushButton[variant="link"]:hover, QPushButton[variant="link"]:pressed {{
  color: {hover}; text-decoration: underline;
}}
QPushButton[variant="link"]:disabled {{ color: {t.disabled.name()}; }}
QPushButton[variant="menu"] {{
  background: {t.tint.name()}; color: {primary}; border-color: {t.tint.name()}; font-weight: 600;
}}
"""


def _pills(t: Tokens, m: Measures) -> str:
    height = m.text(17) + 2 * m.space(6) + 2
    return f"""
QPushButton[variant="pill"] {{
  border-radius: {height // 2}px; padding: {m.space(6)}px {m.space(11)}px;
  min-height: {m.text(17)}px; font-size: {m.text(13)}px; color: {t.ink.name()};
}}
QPushButton[variant="pill"]:checked {{
  background: {t.tint.name()}; color: {t.primary.name()}; border-color: {t.primary.name()};
  font-weight: 600;
}}
"""


def _fields(t: Tokens, m: Measures) -> str:
    entry = "QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox"
    focus = ", ".join(f"{name.strip()}:focus" for name in entry.split(","))
    disabled = ", ".join(f"{name.strip()}:disabled" for name in entry.split(","))
    return f"""
{entry} {{
  background: {t.surface.name()}; color: {t.ink.name()}; border: 1px solid {t.control.name()};
  border-radius: 8px; padding: {m.space(8)}px {m.space(11)}px;
  selection-background-color: {t.primary.name()}; selection-color: {t.on_primary.name()};
  placeholder-text-color: {t.ink3.name()};
}}
QLineEdit, QAbstractSpinBox, QComboBox {{ min-height: {m.text(18)}px; }}
QLineEdit, QAbstractSpinBox, QComboBox {{ padding-bottom: {m.space(8) - 1}px; }}
QPlainTextEdit, QTextEdit {{ padding: {m.space(5) - 1}px {m.space(8)}px; }}
{focus} {{ border-color: {t.primary.name()}; }}
{disabled} {{
  color: {t.ink3.name()}; border-color: {t.line.name()}; background: {t.paper.name()};
}}
QLineEdit[readOnly="true"] {{ background: {t.sunk.name()}; }}
*[field="plain"], *[field="plain"]:focus {{
  background: transparent; border: none; padding: 0; min-height: 0;
}}
QPlainTextEdit[field="row"] {{ padding: 1px 4px; }}
QComboBox {{ padding-right: 0; }}
QComboBox:on {{ border-color: {t.primary.name()}; }}
QComboBox::drop-down {{
  subcontrol-origin: padding; subcontrol-position: center right; border: none;
  width: {m.text(34)}px;
}}
QAbstractSpinBox {{ padding-right: {m.space(24)}px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{
  border: none; padding: 0; min-height: 0; background: transparent;
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
  border: none; width: {m.text(24)}px; background: transparent;
}}
QCheckBox, QRadioButton {{ spacing: {m.space(10)}px; background: transparent; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.disabled.name()}; }}
"""


def _lists(t: Tokens, m: Measures) -> str:
    return f"""
QAbstractScrollArea {{ background: transparent; border: none; }}
QAbstractItemView {{
  background: transparent; border: none; outline: none; color: {t.ink.name()};
  selection-background-color: {t.tint.name()}; selection-color: {t.ink.name()};
}}
QAbstractItemView[surface="card"] {{
  background: {t.surface.name()}; border: 1px solid {t.line.name()}; border-radius: 11px;
}}
QComboBox QAbstractItemView {{
  background: {t.surface.name()}; border: 1px solid {t.control.name()}; border-radius: 8px;
  padding: {m.space(4)}px;
}}
QComboBox QAbstractItemView::item {{
  min-height: {m.text(32)}px; padding: 0 {m.space(8)}px; border-radius: 6px;
}}
QComboBox QAbstractItemView::item:selected {{
  background: {t.tint.name()}; color: {t.primary.name()};
}}
"""


def _menus(t: Tokens, m: Measures) -> str:
    return f"""
QMenu {{
  background: {t.surface.name()}; border: 1px solid {t.control.name()}; border-radius: 8px;
  padding: {m.space(5)}px;
}}
QMenu::item {{
  padding: {m.space(7)}px {m.space(28)}px {m.space(7)}px {m.space(12)}px; border-radius: 6px;
  background: transparent;
}}
QMenu::item:selected {{ background: {t.tint.name()}; color: {t.primary.name()}; }}
QMenu::item:disabled {{ color: {t.disabled.name()}; }}
QMenu::icon {{ padding-left: {m.space(10)}px; }}
QMenu::separator {{ height: 1px; background: {t.line.name()}; margin: {m.space(4)}px; }}
"""


def _file_dialog(t: Tokens, m: Measures) -> str:
    """Qt's own dialog for files: its header and tool buttons are nowhere else in the program.

    Without a rule of its own the header inherits "transparent" and Fusion paints it black.
    """
    return f"""
QListWidget#offered {{
  background: {t.surface.name()}; border: 1px solid {t.line.name()}; border-radius: 8px;
  padding: 3px;
}}
QListWidget#offered::item {{ min-height: {m.text(30)}px; padding: 0 8px; border-radius: 6px; }}
QListWidget#offered::item:selected {{
  background: {t.tint.name()}; color: {t.primary.name()};
}}
QFileDialog QListView, QFileDialog QTreeView {{
  background: {t.surface.name()}; border: 1px solid {t.line.name()}; border-radius: 8px;
}}
QFileDialog QListView#sidebar {{ background: transparent; border: none; }}
QFileDialog QAbstractItemView::item {{ min-height: {m.text(24)}px; }}
QFileDialog QAbstractItemView::item:selected {{
  background: {t.tint.name()}; color: {t.primary.name()};
}}
QHeaderView {{ background: {t.surface.name()}; border: none; }}
QHeaderView::section {{
  background: {t.surface.name()}; color: {t.ink2.name()}; border: none;
  border-bottom: 1px solid {t.line.name()}; padding: {m.space(5)}px {m.space(6)}px;
  font-size: {m.text(13)}px; font-weight: 500;
}}
QToolButton {{
  background: transparent; border: 1px solid transparent; border-radius: 6px;
  padding: {m.space(5)}px;
}}
QToolButton:hover {{ background: {t.tint.name()}; }}
QToolButton:pressed, QToolButton:checked {{
  background: {t.tint.name()}; border-color: {t.primary.name()};
}}
"""


def _scroll_bars(t: Tokens, m: Measures) -> str:
    width = 10
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {width}px; }}
QScrollBar:horizontal {{ height: {width}px; }}
QScrollBar::handle {{ background: {t.control.name()}; border-radius: 3px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:hover {{ background: {t.ink3.name()}; }}
QScrollBar::handle:vertical {{ min-height: {m.text(32)}px; margin: 0 2px; }}
QScrollBar::handle:horizontal {{ min-width: {m.text(32)}px; margin: 2px 0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _steps(t: Tokens, m: Measures) -> str:
    return f"""
QPushButton[variant="step"] {{
  background: transparent; border: none; border-radius: 0; color: {t.ink2.name()};
  border-top: 3px solid transparent; border-bottom: 3px solid transparent;
  font-weight: 600; padding: {m.space(4)}px {m.space(4)}px; min-height: {m.text(20)}px;
}}
QPushButton[variant="step"]:hover {{ color: {t.primary.name()}; }}
QPushButton[variant="step"]:checked {{
  color: {t.primary.name()}; background: transparent; border-bottom-color: {t.primary.name()};
}}
QPushButton[variant="step"]:disabled {{ color: {t.disabled.name()}; }}
"""


def _pictures(t: Tokens, m: Measures, images: Mapping[str, str]) -> str:
    box, dot = m.text(16), m.text(8)
    hollow = m.text(18) - 2
    ring = (hollow - dot) // 2
    return f"""
QComboBox::down-arrow {{ image: url("{images["arrow"]}"); width: {box}px; height: {box}px; }}
QComboBox::down-arrow:disabled {{ image: url("{images["arrow-disabled"]}"); }}
QAbstractSpinBox::up-arrow {{ image: url("{images["up"]}"); width: {m.text(12)}px; }}
QAbstractSpinBox::down-arrow {{ image: url("{images["arrow"]}"); width: {m.text(12)}px; }}
QCheckBox::indicator {{
  width: {box}px; height: {box}px; border: 1px solid {t.control.name()}; border-radius: 4px;
  background: {t.surface.name()};
}}
QCheckBox::indicator:hover {{ border-color: {t.primary.name()}; }}
QCheckBox::indicator:checked {{
  background: {t.primary.name()}; border-color: {t.primary.name()};
  image: url("{images["check"]}");
}}
QCheckBox::indicator:disabled {{ border-color: {t.line.name()}; }}
QCheckBox::indicator:checked:disabled {{ background: {t.disabled.name()}; }}
QRadioButton::indicator {{
  width: {hollow}px; height: {hollow}px; border: 1px solid {t.control.name()};
  border-radius: {(hollow + 2) // 2}px; background: {t.surface.name()};
}}
QRadioButton::indicator:hover {{ border-color: {t.primary.name()}; }}
QRadioButton::indicator:checked {{
  border-color: {t.primary.name()};
  background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
    stop:0 {t.primary.name()}, stop:{dot / hollow:.3f} {t.primary.name()},
    stop:{min(0.99, dot / hollow + 0.06):.3f} {t.surface.name()}, stop:1 {t.surface.name()});
}}
QFileDialog {{
  backward-icon: url("{images["back"]}");
  forward-icon: url("{images["forward"]}");
  filedialog-parent-directory-icon: url("{images["parent"]}");
}}
QHeaderView::down-arrow {{ image: url("{images["arrow"]}"); width: {box}px; height: {box}px; }}
QHeaderView::up-arrow {{ image: url("{images["up"]}"); width: {box}px; height: {box}px; }}
QMenu::right-arrow {{ image: url("{images["submenu"]}"); width: {box}px; height: {box}px;
  padding-right: {ring}px; }}
QMenu::indicator:checked {{
  image: url("{images["menu-check"]}"); width: {box}px; height: {box}px;
}}
"""
