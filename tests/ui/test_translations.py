"""Every text of the window has its German, and Qt's own buttons speak German too."""

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.paths import resources_root
from ui.i18n import install_translators

ROOT = resources_root().parent


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "translations", ROOT / "packaging" / "translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


def test_no_text_waits_for_its_german(tool: ModuleType) -> None:
    assert list(tool.unfinished()) == []


def test_no_text_of_the_code_is_missing_from_the_files(tool: ModuleType, tmp_path: Path) -> None:
    for path in tool.TS_FOLDER.glob("*.ts"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert tool.update(tmp_path) == []


def test_a_new_text_would_be_noticed(tool: ModuleType, tmp_path: Path) -> None:
    source = (tool.TS_FOLDER / "frame.ts").read_text(encoding="utf-8")
    cut = source.replace("<translation>Beenden</translation>", '<translation type="unfinished"/>')
    assert cut != source
    (tmp_path / "frame.ts").write_text(cut, encoding="utf-8")
    assert any("Quit" in line for line in tool.unfinished(tmp_path))


def hidden_texts(source: str) -> list[str]:
    """Texts in a replacement field of an f-string, where the collecting tool does not look."""
    strings = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr))
    parts = (node for string in strings for node in ast.walk(string))
    calls = (node for node in parts if isinstance(node, ast.Call))
    return [
        ast.unparse(call)
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("tr", "translate")
    ]


def test_no_text_hides_in_an_f_string() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "ui").rglob("*.py"))
    assert [text for source in sources for text in hidden_texts(source)] == []


def test_a_hidden_text_would_be_noticed() -> None:
    source = """names = [f"{self.tr('Photos')} ({suffixes})", self.tr("All files (*)")]"""
    assert hidden_texts(source) == ["self.tr('Photos')"]


def underlined(text: str) -> bool:
    """Whether a label would show a letter underlined, as Fusion does without Alt being held."""
    return re.search(r"&(?!amp;|lt;|gt;|quot;|apos;)", text.replace("&amp;", "&")) is not None


def test_no_letter_stands_underlined(tool: ModuleType) -> None:
    for path in tool.TS_FOLDER.glob("*.ts"):
        assert not underlined(path.read_text(encoding="utf-8")), path.name
    assert underlined("<source>&amp;Summary</source>")


def test_every_folder_of_the_window_has_its_file(tool: ModuleType) -> None:
    assert set(tool.sources()) <= {path.stem for path in tool.TS_FOLDER.glob("*.ts")}


def test_placeholders_stand_in_both_languages(tool: ModuleType) -> None:
    import xml.etree.ElementTree as ET

    for path in tool.TS_FOLDER.glob("*.ts"):
        for message in ET.parse(path).getroot().iter("message"):
            source = message.findtext("source") or ""
            german = "".join(message.find("translation").itertext())  # type: ignore[union-attr]
            for mark in ("%1", "%2", "%3"):
                assert source.count(mark) == german.count(mark), (path.stem, source)


def test_no_class_has_texts_in_two_files(tool: ModuleType, tmp_path: Path) -> None:
    """Qt knows the name only: of two classes the texts of one would be dropped."""
    assert list(tool.shared_contexts()) == []
    for name in ("live", "review"):
        text = (
            f"<TS><context><name>Side</name></context><context><name>{name}</name></context></TS>"
        )
        (tmp_path / f"{name}.ts").write_text(text, encoding="utf-8")
    assert list(tool.shared_contexts(tmp_path)) == ["Side: live, review"]


def test_building_says_nothing(tool: ModuleType, tmp_path: Path) -> None:
    """Whoever starts the program reads what Qt's tool has to say."""
    said = subprocess.run(
        [*tool.release_command(tmp_path / "built.qm")], check=True, capture_output=True, text=True
    )
    assert (said.stdout, said.stderr) == ("", "")
    assert (tmp_path / "built.qm").stat().st_size > 0


def test_german_texts_follow_german_typography(tool: ModuleType) -> None:
    import xml.etree.ElementTree as ET

    for path in tool.TS_FOLDER.glob("*.ts"):
        for element in ET.parse(path).getroot().iter("translation"):
            text = "".join(element.itertext())
            # The sign that marks assent stands in front of an example.
            assert "!" not in text.removeprefix("! "), text
            assert "..." not in text, text
            assert "Sitzung" not in text, text
            assert " - " not in text, text


def test_qts_own_buttons_are_german(qtbot: QtBot, german: None) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") == "Abbrechen"
    assert QCoreApplication.translate("StartBar", "Settings") == "Einstellungen"


def test_without_translators_they_are_english(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") == "Cancel"


def test_a_language_without_a_file_is_said(qapp: QCoreApplication) -> None:
    with pytest.raises(FileNotFoundError):
        install_translators(qapp, "fr")
    # Nothing of it stays, not even Qt's part.
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
