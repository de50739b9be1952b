"""Files that are dragged over the window: it shows that they can be dropped anywhere, or why they cannot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vrp.ui import names
from vrp.ui.icons import pixmap
from vrp.ui.keeping.import_flow import SUFFIXES
from vrp.ui.theme import GRID, LARGE, colours, tabular

_LOOKED_AT = 200  # of very many files the first ones tell enough; the import judges each


class DropTarget(QWidget):
    """Lies over the whole window while something is dragged, and takes what is dropped."""

    dropped = Signal(object)  # list[Path]

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(names.DROP_TARGET)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._refusal = ""
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def text(self) -> str:
        return self._refusal or self.tr("Drop to import into the library")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDragEnterEvent():
                self._enter(event)
                return True
            case QDragMoveEvent():
                event.setAccepted(event.source() is None and not self._refusal)  # the pointer shows a refusal too
                return True
            case QDropEvent():
                self._drop(event)
                return True
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> None:
        """Accepted even where nothing can be imported: only so can the reason be shown. The drop is what refuses."""
        if event.source() is not None:  # our own rows, on their way out
            return
        self._refusal = self._why_not(event.mimeData())
        self.setAccessibleName(self.text)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        event.acceptProposedAction()

    def _why_not(self, data: QMimeData) -> str:
        paths = local_paths(data)
        if not paths:
            return self.tr("Only files and folders of this computer can be imported")
        if not any(path.suffix.lower() in SUFFIXES or path.is_dir() for path in paths[:_LOOKED_AT]):
            return self.tr("These are no audio files that can be imported")
        return ""

    def _drop(self, event: QDropEvent) -> None:
        self.hide()
        if self._refusal:
            event.ignore()
            return
        event.acceptProposedAction()
        self.dropped.emit(local_paths(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        table = colours()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = table.of("base")
            ground.setAlpha(235)
            painter.fillRect(self.rect(), ground)
            colour = table.muted if self._refusal else table.accent
            pen = QPen(QColor(colour), 3)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().adjusted(2 * GRID, 2 * GRID, -2 * GRID, -2 * GRID), GRID, GRID)
            middle = self.rect().center()
            sign = pixmap("error" if self._refusal else "import", colour, 48, self.devicePixelRatioF())
            painter.drawPixmap(middle.x() - 24, middle.y() - 56, sign)
            painter.setPen(table.of("text"))
            painter.setFont(tabular(self.font(), LARGE))
            words = self.rect().adjusted(4 * GRID, 0, -4 * GRID, 0)
            words.setTop(middle.y() + GRID)
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self.text)


def local_paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
