"""Translations of the window: German from our own file, Qt's buttons from Qt's."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.paths import resource

SOURCE_LANGUAGE = "en"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text of a table for translation; the table's reader translates it."""
    return text


def install_translators(app: QCoreApplication, language: str) -> list[QTranslator]:
    """Let the window speak ``language``; call before the first widget.

    Qt's own file goes in first, so that ours wins. Raises ``FileNotFoundError`` when our file was
    not built (``python packaging/translations.py release``).
    """
    QLocale.setDefault(QLocale(language))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = [f"{folder}/qtbase_{language}.qm"]
    if language != SOURCE_LANGUAGE:
        files.append(str(resource("i18n", language, f"quartiersdialog_{language}.qm")))
    loaded = []
    for file in files:
        translator = QTranslator(app)
        if translator.load(file):
            loaded.append(translator)
        elif file == files[-1] and language != SOURCE_LANGUAGE:
            raise FileNotFoundError(file)
    # Both or none: half a translation would stay behind the error.
    for translator in loaded:
        app.installTranslator(translator)
    return loaded
