"""A photo large, with its caption and the text for those who do not see it."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from app.bootstrap import Services
from app.domain.incoming.photos import PhotoChanges
from app.domain.photos import MAX_ALT_TEXT, MAX_CAPTION, PhotoView
from app.errors import UserError
from app.services.photo_files import MAX_SIDE
from ui.dialogs.form_dialog import FormDialog
from ui.icons import paint_icon
from ui.pages import Toolbox
from ui.photos.sources import picture_of
from ui.prepare.labeled_field import LabeledField, TextField
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets.grow_edit import GrowEdit

_WIDTH, _PICTURE = 860, 460


class PhotoDialog(FormDialog):
    """Saves what was changed. ``remove_wanted`` carries the uid, after the dialog has closed."""

    remove_wanted = Signal(str)

    def __init__(self, tools: Toolbox, photo: PhotoView, *, closed: bool, parent: QWidget) -> None:
        self._tools = tools
        self._photo = photo
        title = self.tr("Photo %1").replace("%1", str(photo.number))
        super().__init__(tools.theme, title, self.tr("Save"), width=_WIDTH, parent=parent)
        self.picture = PictureView(tools.theme)
        self.caption = TextField(tools.theme, self.tr("Caption"))
        self.alt_text = GrowEdit(min_lines=1, max_lines=3)
        self._field = LabeledField(
            tools.theme,
            self.tr("Alternative text: what can be seen, for those who cannot see it"),
            self.alt_text,
        )
        self.remove = self.add_button(self.tr("Remove photo"), icon="trash")
        self.body.addWidget(self.picture, 1)
        self.body.addWidget(self.caption)
        self.body.addWidget(self._field)
        self.caption.line.setMaxLength(MAX_CAPTION)
        self.caption.set_text(photo.caption)
        self.alt_text.setPlainText(photo.alt_text)
        self.remove.clicked.connect(self._remove)
        if closed:
            self._only_show()
        self.caption.line.setFocus()
        self._describe()
        work = partial(_picture, tools.services, photo.sha256)
        tools.tasks.run(work, done=self._show)

    def accept(self) -> None:
        """Write what is different and close."""
        said = {"caption": self.caption.text(), "alt_text": self.alt_text.text().strip()}
        if len(said["alt_text"]) > MAX_ALT_TEXT:
            text = self.tr("The text is longer than %1 characters.")
            self._field.show_problem(text.replace("%1", str(MAX_ALT_TEXT)))
            self.alt_text.setFocus()
            return
        different = {name: text for name, text in said.items() if text != self._before(name)}
        try:
            if different:
                changes = PhotoChanges.model_validate(different)
                self._tools.services.photos.update(self._photo.uid, changes)
        except UserError as error:
            self.caption.show_problem(self._tools.texts.error(error))
            return
        super().accept()

    def _before(self, name: str) -> str:
        return str(getattr(self._photo, name))

    def _only_show(self) -> None:
        self.caption.line.setReadOnly(True)
        self.alt_text.setReadOnly(True)
        self.remove.hide()
        self.cancel.hide()
        self.confirm.setText(self.tr("Close"))

    def _remove(self) -> None:
        self.reject()
        self.remove_wanted.emit(self._photo.uid)

    def _show(self, image: QImage) -> None:
        if isValid(self):
            self.picture.show_image(image)
            if image.isNull():
                text = self.tr("This photo cannot be shown: its content is missing or damaged.")
                self.caption.show_problem(text)

    def _describe(self) -> None:
        said = self._photo.alt_text or self._photo.caption or self.windowTitle()
        self.picture.setAccessibleName(said)


class PictureView(QWidget):
    """A picture as large as there is room, in its own shape."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.updateGeometry)

    def show_image(self, image: QImage) -> None:
        """Another picture."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and high, as far as the dialog has room for it."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_PICTURE))

    def minimumSizeHint(self) -> QSize:
        """Enough to see which one it is."""
        return QSize(self._theme.px(160), self._theme.px(90))

    def shown_box(self) -> QRect:
        """Where the picture is."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(0, 0, size.width(), size.height())
        box.moveCenter(self.rect().center())
        return box

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, or until it is there a sign for it."""
        painter = QPainter(self)
        if self._image.isNull():
            painter.fillRect(self.rect(), self._theme.tokens.sunk)
            size, middle = self._theme.px(40), self.rect().center()
            ink = self._theme.tokens.ink3
            paint_icon(painter, "photo", ink, middle.x() - size / 2, middle.y() - size / 2, size)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.shown_box(), self._image)


def _picture(services: Services, sha256: str, _task: Task) -> QImage:
    return picture_of(services.views.photo_content(sha256), MAX_SIDE)
