"""Photos while leading and reviewing: in by file, drop and clipboard, out with Del and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from app.bootstrap import Services
from app.domain.changes import Entity
from app.domain.incoming.photos import PhotoChanges
from app.domain.photos import PhotoView
from app.domain.vocabulary import SessionState
from app.services.photo_files import prepared
from tests.support.desk import Desk
from tests.support.pictures_made import coded, noise, phone_photo, picture
from tests.support.room import Room
from ui.live.controller import LiveController
from ui.live.page import TAB_CLOCK
from ui.pages import Step
from ui.photos.desk import PhotoDesk
from ui.photos.dialog import PhotoDialog
from ui.photos.sources import photos_in
from ui.photos.strip import PhotoStrip
from ui.prepare.controller import PrepareController
from ui.review.controller import ReviewController

pytestmark = pytest.mark.usefixtures("german")
STEPS = [Step.LIVE, Step.REVIEW]


@pytest.fixture
def room(services: Services) -> Room:
    made = Room(services)
    services.plan.start(made.question(2).uid)
    made.say("Vorher gesagt", 2)
    return made


def place(desk: Desk, room: Room, step: Step = Step.LIVE) -> tuple[PhotoDesk, PhotoStrip]:
    """The photos of question 2 at a step."""
    if step is Step.LIVE:
        live = desk.open(room.uid, step, LiveController)
        return live.photos, live._page.side.photos.strip
    review = desk.open(room.uid, step, ReviewController)
    review.show_item(room.question(2).uid)
    return review.photos, review._page.photos


def put(room: Room, count: int = 3) -> tuple[str, ...]:
    photos = [prepared(coded(noise(60 + n, 40), "JPEG"), "x") for n in range(count)]
    return room.services.photos.add(room.question(2).uid, photos)


def found(room: Room) -> list[PhotoView]:
    item = room.question(2).uid
    return [photo for photo in room.services.views.photos(room.uid) if photo.plan_item_uid == item]


def band(desk: Desk) -> str:
    return " ".join(each.text() for each in desk.window.band.findChildren(QLabel))


def dialog_of(desk: Desk) -> PhotoDialog:
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), PhotoDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PhotoDialog)
    desk.settle()
    return dialog


# -- in -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", STEPS)
def test_files_are_chosen(desk: Desk, room: Room, tmp_path: Path, step: Step) -> None:
    _, strip = place(desk, room, step)
    assert not strip.isVisible()
    path = tmp_path / "IMG_1.JPG"
    path.write_bytes(phone_photo())
    desk.press("Ctrl+Shift+P")
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, QFileDialog)
    line = chooser.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(str(path))
    desk.press("Return", to=line)
    desk.wait_for(lambda: strip.rows.rowCount() == 1)
    desk.settle()
    assert strip.isVisible()
    assert not strip.pictures[found(room)[0].sha256].isNull()
    assert "Foto hinzugefügt." in band(desk)


@pytest.mark.parametrize("step", STEPS)
def test_dropped_photos_go_to_the_shown_item(
    desk: Desk, room: Room, tmp_path: Path, step: Step
) -> None:
    place(desk, room, step)
    paths = [tmp_path / f"{n}.png" for n in range(3)]
    for n, path in enumerate(paths):
        path.write_bytes(coded(noise(50 + n, 40), "PNG"))
    desk.frame.add_photos(paths)
    desk.wait_for(lambda: len(found(room)) == 3)
    desk.settle()
    assert [photo.width for photo in found(room)] == [50, 51, 52]
    desk.press("Ctrl+Z", to=desk.window)
    assert found(room) == []


def test_while_preparing_the_way_is_said(desk: Desk, room: Room, tmp_path: Path) -> None:
    desk.open(room.uid, Step.PREPARE, PrepareController)
    desk.frame.add_photos([tmp_path / "a.jpg"])
    assert "gehören zu einem Programmpunkt" in band(desk)


def test_a_picture_is_pasted_into_the_entry_line_and_text_stays_text(
    desk: Desk, room: Room
) -> None:
    live = desk.open(room.uid, Step.LIVE, LiveController)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QApplication.clipboard().setImage(image)
    live.focus_main()
    desk.type("Mitten im ")
    desk.press("Ctrl+V")
    desk.wait_for(lambda: len(found(room)) == 1)
    desk.type("Satz")
    assert live._page.entry.edit.line.text == "Mitten im Satz"
    both = QMimeData()
    both.setImageData(image)
    both.setText("aus einer Tabelle")
    QApplication.clipboard().setMimeData(both)
    desk.press("Ctrl+A", "Ctrl+V")
    assert live._page.entry.edit.line.text == "aus einer Tabelle"
    desk.settle()
    assert len(found(room)) == 1


def test_copied_files_are_pasted_into_the_strip(desk: Desk, room: Room, tmp_path: Path) -> None:
    put(room, 1)
    _, strip = place(desk, room, Step.REVIEW)
    path = tmp_path / "zwei.jpg"
    path.write_bytes(coded(noise(90, 40), "JPEG"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(data)
    strip.setFocus()
    desk.press("Ctrl+V")
    desk.wait_for(lambda: len(found(room)) == 2)


def test_what_is_on_the_clipboard(tmp_path: Path) -> None:
    data = QMimeData()
    assert photos_in(data) == ()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg")), QUrl("https://example.org/b.jpg")])
    assert photos_in(data) == (tmp_path / "a.jpg",)
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.jpg", "b.docx")])
    assert photos_in(data) == ()


def test_of_a_batch_the_good_ones_are_taken_and_the_bad_ones_said(
    desk: Desk, room: Room, tmp_path: Path
) -> None:
    place(desk, room)
    content = {
        "gut.jpg": phone_photo(),
        "kaputt.jpg": phone_photo()[:900],
        "leer.png": b"",
        "bewegt.gif": coded(picture(), "GIF", save_all=True, append_images=[noise(300, 200)]),
    }
    for name, data in content.items():
        (tmp_path / name).write_bytes(data)
    desk.frame.add_photos([tmp_path / name for name in content])
    desk.wait_for(lambda: len(found(room)) == 2)
    desk.settle()
    said = band(desk)
    assert "„kaputt.jpg“ ist beschädigt" in said
    assert "Ein weiteres wurde auch nicht übernommen." in said
    assert "2 Fotos hinzugefügt." in said


def test_a_moving_picture_is_said_and_a_batch_of_bad_ones_writes_nothing(
    desk: Desk, room: Room, tmp_path: Path
) -> None:
    place(desk, room)
    path = tmp_path / "bewegt.gif"
    path.write_bytes(coded(picture(), "GIF", save_all=True, append_images=[noise(300, 200)]))
    desk.frame.add_photos([path])
    desk.wait_for(lambda: len(found(room)) == 1)
    desk.settle()
    assert "Von einem bewegten Bild ist es das erste." in band(desk)
    (tmp_path / "a.jpg").write_bytes(b"%PDF-1.7")
    desk.frame.add_photos([tmp_path / "a.jpg"])
    desk.settle()
    assert "ist ein PDF" in band(desk)
    assert room.services.history.undoable(room.uid) == "photo.add"
    assert len(found(room)) == 1


# -- shown ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", [(1366, 768), (700, 500)])
def test_no_picture_is_cut_off(
    desk: Desk, room: Room, step: Step, scale: int, size: tuple[int, int]
) -> None:
    put(room, 11)
    _, strip = place(desk, room, step)
    desk.theme.set_scale(scale)
    desk.window.resize(*size)
    if step is Step.LIVE:
        live = desk.open(room.uid, step, LiveController)
        live._page.show_tab(TAB_CLOCK)
    desk.settle()
    desk.wait_for(strip.isVisible)
    QApplication.processEvents()
    room_of = strip.viewport().rect()
    boxes = [strip.visualRect(strip.rows.index(n)) for n in range(11)]
    assert all(room_of.contains(box) for box in boxes), (room_of, boxes)
    assert len({(box.x(), box.y()) for box in boxes}) == 11


def test_a_strip_in_one_row_would_be_noticed(desk: Desk, room: Room) -> None:
    put(room, 11)
    _, strip = place(desk, room)
    strip.setWrapping(False)
    QApplication.processEvents()
    boxes = [strip.visualRect(strip.rows.index(n)) for n in range(11)]
    assert not all(strip.viewport().rect().contains(box) for box in boxes)


def test_each_item_has_its_own(desk: Desk, room: Room) -> None:
    put(room, 2)
    review = desk.open(room.uid, Step.REVIEW, ReviewController)
    review.show_item(room.question(1).uid)
    assert review._page.photos.rows.rowCount() == 0
    assert not review._page.photos.isVisible()
    review.show_item(room.question(2).uid)
    assert review._page.photos.rows.rowCount() == 2
    assert review._page.photos.isVisible()


def test_what_a_screen_reader_says(desk: Desk, room: Room) -> None:
    first, *_ = put(room, 2)
    room.services.photos.update(first, PhotoChanges(caption="Karten der Gruppe 1"))
    _, strip = place(desk, room)
    said = [row.accessible for row in strip.rows.rows()]
    assert said == ["Foto 1: Karten der Gruppe 1", "Foto 2"]
    assert strip.accessibleName() == "Fotos"


# -- at work --------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", STEPS)
def test_keys_move_remove_and_bring_back(desk: Desk, room: Room, step: Step) -> None:
    put(room)
    _, strip = place(desk, room, step)
    strip.setFocus()
    desk.press("Right", "Alt+Right")
    assert [photo.width for photo in found(room)] == [60, 62, 61]
    desk.press("Alt+Right", "Alt+Left")
    assert [photo.width for photo in found(room)] == [60, 61, 62]
    desk.press("Del")
    assert [photo.width for photo in found(room)] == [60, 62]
    assert strip.current_uid()
    assert "Foto entfernt." in band(desk)
    desk.press("Ctrl+Z")
    assert [photo.width for photo in found(room)] == [60, 61, 62]
    assert strip.rows.rowCount() == 3
    desk.press("Esc")
    assert QApplication.focusWidget() is not strip


def test_enter_shows_it_large_and_keeps_what_is_said(desk: Desk, room: Room) -> None:
    put(room)
    _, strip = place(desk, room)
    strip.setFocus()
    desk.press("Return")
    dialog = dialog_of(desk)
    assert not dialog.picture._image.isNull()
    assert dialog.picture.rect().contains(dialog.picture.shown_box())
    desk.type("Karten  der Gruppe 1")
    desk.press("Tab")
    desk.type("Viele Karten in drei Spalten")
    desk.press("Tab", "Tab")
    dialog.confirm.click()
    (first, *_) = found(room)
    assert first.caption == "Karten der Gruppe 1"
    assert first.alt_text == "Viele Karten in drei Spalten"
    assert strip.rows.row_at(0).accessible == "Foto 1: Karten der Gruppe 1"
    assert room.services.history.undoable(room.uid) == "photo.update"


def test_nothing_changed_is_no_operation_and_cancelled_nothing_either(
    desk: Desk, room: Room
) -> None:
    uid, *_ = put(room)
    photos, _ = place(desk, room)
    photos.show_large(uid)
    dialog_of(desk).confirm.click()
    photos.show_large(uid)
    dialog = dialog_of(desk)
    dialog.caption.line.setText("verworfen")
    dialog.reject()
    assert room.services.history.undoable(room.uid) == "photo.add"
    assert found(room)[0].caption == ""


def test_it_can_be_removed_where_it_is_large(desk: Desk, room: Room) -> None:
    uid, *_ = put(room)
    photos, strip = place(desk, room)
    photos.show_large(uid)
    dialog_of(desk).remove.click()
    assert len(found(room)) == strip.rows.rowCount() == 2


@pytest.mark.parametrize("step", STEPS)
def test_a_closed_session_is_only_looked_at(desk: Desk, room: Room, step: Step) -> None:
    uid, *_ = put(room)
    room.services.sessions.set_state(room.uid, SessionState.CLOSED)
    photos, strip = place(desk, room, step)
    strip.setFocus()
    desk.press("Del", "Alt+Right", "Ctrl+Shift+P")
    assert not isinstance(QApplication.activeModalWidget(), QFileDialog)
    assert len(found(room)) == 3
    photos.show_large(uid)
    dialog = dialog_of(desk)
    assert dialog.caption.line.isReadOnly()
    assert not dialog.remove.isVisible()
    dialog.confirm.click()


def test_a_photo_whose_content_is_lost_says_so(desk: Desk, room: Room) -> None:
    uid, *_ = put(room, 1)
    with room.services._database.write() as connection:
        connection.exec_driver_sql("DELETE FROM photo_content")
    photos, strip = place(desk, room)
    desk.settle()
    assert strip.rows.rowCount() == 1
    photos.show_large(uid)
    dialog = dialog_of(desk)
    assert "lässt sich nicht zeigen" in dialog.caption.problem
    dialog.reject()


def test_what_is_changed_elsewhere_is_shown(desk: Desk, room: Room) -> None:
    _, strip = place(desk, room)
    (uid,) = put(room, 1)
    assert strip.rows.rowCount() == 1
    changed = room.services.history.undo(room.uid)
    assert changed.uids(Entity.PHOTO, "deleted") == (uid,)
    assert strip.rows.rowCount() == 0
    assert not strip.isVisible()


def test_the_current_picture_has_a_frame_while_the_keys_are_for_it(desk: Desk, room: Room) -> None:
    put(room, 2)
    live = desk.open(room.uid, Step.LIVE, LiveController)
    strip = live._page.side.photos.strip
    focus = desk.theme.tokens.focus.name()

    def framed() -> bool:
        image = strip.grab().toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
        }
        return focus in colours

    live.focus_main()
    assert not framed()
    strip.setFocus()
    assert framed()
