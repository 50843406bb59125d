"""Settings: colours, text size, language. Everything takes effect at once, the language later."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QWidget

from app.texts import LANGUAGES
from ui.dialogs.form_dialog import FormDialog, field
from ui.settings import SPELLING, TYPOGRAPHY, Settings
from ui.spelling import Speller
from ui.style.fonts import Role
from ui.theme import SCALES, Theme, ThemeChoice
from ui.widgets.frames import column, row
from ui.widgets.labels import label, wrapped

_LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}


class SettingsDialog(FormDialog):
    """A few choices. There is nothing to confirm: the filled button closes."""

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        language: str,
        speller: Speller | None = None,
        *,
        parent: QWidget,
    ) -> None:
        title = QCoreApplication.translate("SettingsDialog", "Settings")
        close = QCoreApplication.translate("SettingsDialog", "Close")
        super().__init__(theme, title, close, parent=parent)
        self.cancel.hide()
        self._settings = settings
        self._add_colours()
        self.scale = self._add_scale()
        self.language = self._add_language(language)
        self.typography = self._add_typography()
        self._speller = speller
        self.spelling = self._add_spelling()
        self._later = wrapped("", Role.CAPTION)
        self._later.hide()
        self.body.addWidget(self._later)

    def _add_colours(self) -> None:
        names = {
            ThemeChoice.SYSTEM: self.tr("As on this computer"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        block = column(spacing=6)
        block.addWidget(label(self.tr("Colours"), Role.LABEL))
        line = row(spacing=16)
        self._group = QButtonGroup(self)
        for choice, name in names.items():
            option = QRadioButton(name)
            option.setAccessibleDescription(self.tr("Colours"))
            option.setChecked(self.theme.choice is choice)
            option.clicked.connect(partial(self._choose_colours, choice))
            self._group.addButton(option)
            line.addWidget(option)
        line.addStretch()
        block.addLayout(line)
        self.body.addLayout(block)

    def _add_scale(self) -> QComboBox:
        box = QComboBox()
        for percent in SCALES:
            box.addItem(self.tr("%1 %").replace("%1", str(percent)), percent)
        box.setCurrentIndex(SCALES.index(self.theme.scale))
        box.activated.connect(self._choose_scale)
        field(self.body, self.tr("Text size"), box)
        self.body.addWidget(wrapped(self.tr("Also with Ctrl and Plus or Minus"), Role.CAPTION))
        return box

    def _add_language(self, language: str) -> QComboBox:
        box = QComboBox()
        for code in LANGUAGES:
            box.addItem(_LANGUAGE_NAMES[code], code)
        box.setCurrentIndex(LANGUAGES.index(language))
        box.activated.connect(self._choose_language)
        field(self.body, self.tr("Language"), box)
        return box

    def _add_typography(self) -> QCheckBox:
        box = QCheckBox(self.tr("Set quotation marks and dashes while typing"))
        box.setChecked(self._settings.flag(TYPOGRAPHY, default=True))
        box.toggled.connect(partial(self._settings.put, TYPOGRAPHY))
        self.body.addWidget(box)
        return box

    def _add_spelling(self) -> QCheckBox:
        box = QCheckBox(self.tr("Mark wrongly spelled words (German)"))
        box.setChecked(self._settings.flag(SPELLING, default=True))
        box.toggled.connect(self._choose_spelling)
        self._no_dictionary = wrapped(
            self.tr("There is no dictionary on this computer: nothing is marked."), Role.CAPTION
        )
        self._no_dictionary.hide()
        self.body.addWidget(box)
        self.body.addWidget(self._no_dictionary)
        if self._speller is not None:
            self._speller.changed.connect(self._show_dictionary)
            self._speller.probe()
            self._show_dictionary()
        return box

    def _choose_spelling(self, on: bool) -> None:
        if self._speller is None:
            self._settings.put(SPELLING, on)
        else:
            self._speller.set_enabled(enabled=on)

    def _show_dictionary(self) -> None:
        speller = self._speller
        missing = speller is not None and speller.enabled and speller.missing
        if missing == self._no_dictionary.isHidden():
            self._no_dictionary.setVisible(missing)
            self.resize(self.sizeHint())

    def _choose_colours(self, choice: ThemeChoice, _checked: bool = False) -> None:
        self.theme.set_choice(choice)
        self._settings.put("theme", choice.value)

    def _choose_scale(self, index: int) -> None:
        self.theme.set_scale(SCALES[index])
        self._settings.put("text_scale", SCALES[index])
        self.resize(self.sizeHint())

    def _choose_language(self, index: int) -> None:
        self._settings.put("language", LANGUAGES[index])
        self._later.setText(self.tr("The language changes with the next start."))
        self._later.show()
        self.resize(self.sizeHint())
