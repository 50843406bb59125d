"""Looks at real widgets as a user with a screen reader, large type or only a keyboard does.

Each function returns faults in words; no fault, empty list.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTextEdit,
    QWidget,
)

from tests.support.look import lay_out
from ui.widgets.labels import ElidedLabel

_Role = QAccessible.Role
_ROLES: tuple[tuple[type[QWidget], tuple[QAccessible.Role, ...]], ...] = (
    (QRadioButton, (_Role.RadioButton,)),
    (QCheckBox, (_Role.CheckBox,)),
    (QAbstractButton, (_Role.Button, _Role.ButtonMenu, _Role.CheckBox, _Role.PageTab)),
    (QComboBox, (_Role.ComboBox,)),
    (QAbstractSpinBox, (_Role.SpinBox,)),
    (QAbstractItemView, (_Role.List, _Role.Table, _Role.Tree)),
    (QLineEdit, (_Role.EditableText,)),
    (QPlainTextEdit, (_Role.EditableText,)),
    (QTextEdit, (_Role.EditableText,)),
    (QAbstractScrollArea, (_Role.Client,)),
)
"""What a widget is to a screen reader."""

_TOLERANCE = 4
"""Pixels of padding that may be missing."""
_MEANINGLESS = (None, _Role.NoRole, _Role.Client)


def visible(root: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """All shown widgets of a kind inside ``root``, without those that Qt makes for itself."""
    found = [root, *root.findChildren(kind)] if isinstance(root, kind) else root.findChildren(kind)
    return [each for each in found if each.isVisible() and not _is_inner(each)]


def focusable(root: QWidget) -> list[QWidget]:
    """Everything that Tab reaches."""
    return [each for each in visible(root) if _takes_tab(each)]


def _takes_tab(widget: QWidget) -> bool:
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops and widget.isEnabled() and widget.focusProxy() is None


def name_of(widget: QWidget) -> str:
    """The name a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def nameless(root: QWidget) -> list[str]:
    """What Tab reaches and a screen reader cannot name, or takes for something else."""
    faults = []
    for widget in focusable(root):
        if not name_of(widget):
            faults.append(f"no name: {described(widget)}")
        interface = QAccessible.queryAccessibleInterface(widget)
        role = interface.role() if interface else None
        expected = next((roles for kind, roles in _ROLES if isinstance(widget, kind)), ())
        if role not in expected and (expected or role in _MEANINGLESS):
            faults.append(f"role {role}: {described(widget)}")
    return faults


def clipped(root: QWidget) -> list[str]:
    """Texts that do not fit where they stand, and do not say so with "…" and a tooltip."""
    lay_out(root)
    faults = [
        f"{how}: {described(widget)} in {widget.width()} x {widget.height()}"
        for widget in visible(root)
        if not widget.visibleRegion().isEmpty() and (how := _clipped(widget))
    ]
    return faults + squeezed(root) + overlapping(root) + too_wide(root)


def too_wide(root: QWidget) -> list[str]:
    """What scrolls downwards only and holds more than fits beside each other."""
    faults = []
    for area in visible(root):
        content = area.widget() if isinstance(area, QScrollArea) else None
        if not isinstance(area, QScrollArea) or content is None:
            continue
        downwards = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        missing = content.width() - area.viewport().width()
        if downwards and missing > 0:
            faults.append(f"too wide: {described(area)} by {missing}")
    return faults


def squeezed(root: QWidget) -> list[str]:
    """Controls with less room than they can be drawn in, or outside of the window."""
    faults = []
    for widget in visible(root):
        if not _is_drawn_whole(widget):
            continue
        least, size = widget.minimumSizeHint(), widget.size()
        missing = (least - size).expandedTo(QSize())
        if max(missing.width(), missing.height()) > _TOLERANCE:
            faults.append(
                f"squeezed: {described(widget)}: {size.width()} x {size.height()}"
                f" instead of {least.width()} x {least.height()}"
            )
    return faults + outside(root)


def _is_drawn_whole(widget: QWidget) -> bool:
    """Not a container, nothing that scrolls or wraps, which all can do with less."""
    others = QLabel | QAbstractScrollArea
    return not (isinstance(widget, others) or widget.isWindow() or widget.layout())


def outside(root: QWidget) -> list[str]:
    """Controls that stand partly outside of what holds them and cannot be scrolled to."""
    controls = QAbstractButton | QLineEdit | QComboBox | QLabel
    shown = [each for each in visible(root) if isinstance(each, controls)]
    cut = [f"outside: {described(each)} by {by}" for each in shown if (by := _cut_by(each)) > 1]
    return cut + [f"covered: {described(each)}" for each in shown if _is_covered(each)]


def _is_covered(widget: QWidget) -> bool:
    """Whether something opaque lies over most of it; what is scrolled away is not covered."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return False
        parent = parent.parentWidget()
    seen = sum(box.width() * box.height() for box in widget.visibleRegion())  # type: ignore[attr-defined]
    return bool(seen * 2 < widget.width() * widget.height())


def _cut_by(widget: QWidget) -> int:
    """How many pixels of it some ancestor hides, up to the first one that scrolls."""
    box, cut = widget.rect(), 0
    while not widget.isWindow():
        box.translate(widget.pos())
        parent = widget.parentWidget()
        if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
            break
        inside = box.intersected(parent.rect())
        cut = max(cut, box.width() - inside.width(), box.height() - inside.height())
        widget = parent
    return cut


def overlapping(root: QWidget) -> list[str]:
    """Controls and texts that stand over each other."""
    controls = QAbstractButton | QLineEdit | QComboBox | QLabel
    shown = [
        each
        for each in visible(root)
        if isinstance(each, controls) and not each.visibleRegion().isEmpty()
    ]
    boxes = [each.visibleRegion().boundingRect().translated(_place(each)) for each in shown]
    return [
        f"overlap: {described(one)} and {described(other)}"
        for (one, box), (other, its) in combinations(zip(shown, boxes, strict=True), 2)
        if min(box.intersected(its).width(), box.intersected(its).height()) > _TOLERANCE
        and not (one.isAncestorOf(other) or other.isAncestorOf(one))
    ]


def _place(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint())


def described(widget: QWidget) -> str:
    """Kind and text of a widget, to find it again."""
    text = widget.property("text") or widget.property("placeholderText") or widget.accessibleName()
    parents: list[str] = []
    above: QObject | None = widget.parent()
    while above is not None and len(parents) < 2:
        parents.append(type(above).__name__)
        above = above.parent()
    return f"{type(widget).__name__} “{text or ''}” in {' in '.join(parents)}"


def texts(root: QWidget) -> set[str]:
    """Everything that can be read or heard inside ``root``, apart from rows of lists."""
    return {text for each in visible(root) for text in _texts_of(each) if text.strip()}


def _texts_of(widget: QWidget) -> Iterator[str]:
    names = ("text", "placeholderText", "title", "suffix", "specialValueText")
    for name in names:
        value = widget.property(name)
        if isinstance(value, str) and not (name == "text" and isinstance(widget, QLineEdit)):
            yield value
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    if widget.isWindow():
        yield widget.windowTitle()


def _is_inner(widget: QWidget) -> bool:
    """Scroll bars, viewports, the line of a spin box, the icon in a line belong to their widget."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea):
        return parent.viewport() is not widget or not widget.focusPolicy()
    if isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit):
        return True
    return widget.objectName().startswith("qt_")


def _clipped(widget: QWidget) -> str:
    if isinstance(widget, ElidedLabel):
        return "" if widget.elided() == widget.text() or widget.toolTip() else "elided, no tooltip"
    if isinstance(widget, QAbstractButton):
        return _too_small(widget)
    if isinstance(widget, QLabel):
        return _clipped_label(widget)
    if isinstance(widget, QComboBox):
        return _clipped_combo(widget)
    if isinstance(widget, QLineEdit):
        return _clipped_line(widget)
    return ""


def _too_small(button: QAbstractButton) -> str:
    hint = button.sizeHint()
    if hint.width() > button.width():
        return f"{hint.width()} wide"
    return f"{hint.height()} high" if hint.height() > button.height() else ""


def _clipped_label(label: QLabel) -> str:
    if not label.text():
        return ""
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        widest = max(map(label.fontMetrics().horizontalAdvance, label.text().split()), default=0)
        if widest > room.width():
            return f"a word {widest} wide"
        return f"{needed} high" if needed > label.height() else ""
    width = label.fontMetrics().horizontalAdvance(label.text())
    if width > room.width():
        return f"{width} wide"
    height = label.fontMetrics().ascent()
    return f"{height} high" if height > room.height() else ""


def _clipped_combo(combo: QComboBox) -> str:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        combo,
    )
    width = combo.fontMetrics().horizontalAdvance(combo.currentText())
    return f"{width} wide" if width > field.width() and not combo.toolTip() else ""


def _clipped_line(line: QLineEdit) -> str:
    """Only the hint of an empty field: what somebody typed can be scrolled."""
    if line.text():
        return ""
    width = line.fontMetrics().horizontalAdvance(line.placeholderText())
    return f"{width} wide" if width > line.contentsRect().width() - 8 else ""


def tops() -> Iterable[QWidget]:
    """Every shown window."""
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]
