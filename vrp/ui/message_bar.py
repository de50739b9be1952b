"""The bar that tells: one message at a time, the most severe first, each with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from vrp.ui import names
from vrp.ui.announcing import announce
from vrp.ui.icons import icon, pixmap
from vrp.ui.theme import GRID, colours


class Severity(IntEnum):
    """Ordered: a higher one is shown before a lower one."""

    INFO = 0
    SUCCESS = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class MessageAction:
    """A button of a message. Pressing it closes the message."""

    text: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class MessageMenu:
    """A button of a message that opens a menu; what is chosen there closes the message.

    ``choices`` is asked each time it opens; ``none`` is what it says where there are none.
    """

    text: str
    choices: Callable[[], Sequence[MessageAction]]
    none: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A newer message of the same ``key`` takes the place of the older. ``timeout_ms`` counts while shown; 0: stays.

    ``lasting``: it tells of a state (no microphone), and any message about something that happened goes before it.

    ``details``: all that there is to know of an error, shown when it is asked for.

    ``closed`` runs when the person closes it or its time is over, and not when an action was chosen.
    """

    key: str
    severity: Severity
    text: str
    actions: tuple[MessageAction | MessageMenu, ...] = ()
    timeout_ms: int = 0
    code: str = ""
    details: str = ""
    closed: Callable[[], None] | None = None
    lasting: bool = False

    @property
    def rank(self) -> tuple[bool, Severity]:
        return not self.lasting, self.severity


MAX_WAITING: Final = 20
_BESIDE: Final = 18 * GRID  # of the text and the buttons: the sign, how many wait, the cross
_LINES: Final = 3  # of text that may stand beside the buttons


class MessageBar(QWidget):
    """Hidden while there is nothing to say."""

    posted = Signal(object)  # Message; it may be shown only when others are closed
    details_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.MESSAGE_BAR)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._waiting: list[Message] = []
        self.current: Message | None = None
        self._sign = QLabel(self)
        self.text = QLabel(self)
        self.text.setObjectName(names.MESSAGE_TEXT)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = QLabel(self)
        self._more.setProperty("muted", True)
        self._close = QToolButton(self)
        self._close.setObjectName(names.MESSAGE_CLOSE)
        self._close.setProperty("flat", True)
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close message"))
        self._close.setIconSize(QSize(16, 16))
        self._close.clicked.connect(self.dismiss)
        self._buttons: list[QPushButton] = []
        self._lay_out()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    def _lay_out(self) -> None:
        self._button_row = QHBoxLayout()
        self._button_row.setSpacing(GRID)
        self._button_row.addStretch(1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(GRID)
        self._middle.addWidget(self.text, 1)
        self._middle.addLayout(self._button_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2 + 2, GRID, GRID // 2 + 2)
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addLayout(self._middle, 1)
        row.addWidget(self._more)
        row.addWidget(self._close)

    @property
    def first(self) -> QWidget:
        """What takes the focus when somebody goes to the bar by a key."""
        return self._buttons[0] if self._buttons else self._close

    # --- what others call ---

    def post(self, message: Message) -> None:
        self._waiting = [one for one in self._waiting if one.key != message.key]
        if self.current is not None and self.current.key == message.key:
            self.current = None
        elif self.current is not None and self.current.rank <= message.rank:
            self._waiting.append(self.current)
            self.current = None
        self._waiting.append(message)
        del self._waiting[:-MAX_WAITING]
        self._show_next()
        self.posted.emit(message)

    def clear(self, key: str) -> None:
        """Take back a message whose cause is over."""
        self._waiting = [one for one in self._waiting if one.key != key]
        if self.current is not None and self.current.key == key:
            self.current = None
        self._show_next()

    def dismiss(self) -> None:
        """Close the message that is shown, as the person or its timeout does."""
        message, self.current = self.current, None
        if message is not None and message.closed is not None:
            message.closed()
        self._show_next()

    # --- showing ---

    def _show_next(self) -> None:
        if self.current is None and self._waiting:
            latest = max(range(len(self._waiting)), key=lambda place: (self._waiting[place].rank, place))
            self.current = self._waiting.pop(latest)
            self._show(self.current)
        count = len(self._waiting)
        self._more.setText(self.tr("+{count} more").format(count=count) if count else "")
        self.setVisible(self.current is not None)
        if self.current is None:
            self._timer.stop()

    def _show(self, message: Message) -> None:
        self.text.setText(message.text)
        self.text.setToolTip(message.code)
        self.setAccessibleName(message.text)
        self.setProperty("severity", message.severity.name.lower())
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw()
        self._make_buttons(message)
        self._timer.stop()
        if message.timeout_ms:
            self._timer.start(message.timeout_ms)
        self._announce(message)

    def _make_buttons(self, message: Message) -> None:
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = []
        for number, action in enumerate(message.actions):
            button = self._add_button(action.text, f"{names.MESSAGE_ACTION}{number}")
            if isinstance(action, MessageMenu):
                self._give_menu(button, action)
            else:
                button.clicked.connect(lambda _checked=False, action=action: self._choose(action))
        if message.details:
            button = self._add_button(self.tr("Details"), names.MESSAGE_DETAILS)
            button.clicked.connect(lambda _checked=False: self.details_wanted.emit(message.details))
        before = self._close.previousInFocusChain() or self
        for button in self._buttons:
            self.setTabOrder(before, button)  # else Tab would come to what is made late after all the window
            before = button
        self._fold()

    def _add_button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        self._button_row.addWidget(button)
        self._buttons.append(button)
        return button

    def _give_menu(self, button: QPushButton, offer: MessageMenu) -> None:
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu, offer))
        button.setMenu(menu)
        button.setToolTip(offer.hint)
        button.setAccessibleDescription(offer.hint)

    def _fill(self, menu: QMenu, offer: MessageMenu) -> None:
        menu.clear()
        choices = offer.choices()
        for choice in choices:
            item = menu.addAction(choice.text.replace("&", "&&"))
            item.triggered.connect(lambda _checked=False, choice=choice: self._choose(choice))
        if not choices:
            menu.addAction(offer.none).setEnabled(False)

    def _fold(self) -> None:
        """The buttons go under a text that would be a narrow column beside them."""
        room = self.width() - _BESIDE - sum(one.sizeHint().width() + GRID for one in self._buttons)
        lines = self.text.fontMetrics().horizontalAdvance(self.text.text()) / max(room, 1)
        below = bool(self._buttons) and lines > _LINES
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _choose(self, action: MessageAction) -> None:
        self.current = None
        self._show_next()
        action.run()

    def _announce(self, message: Message) -> None:
        """Tell assistive software, at once where it matters."""
        announce(self, message.text, urgent=message.severity >= Severity.WARNING)

    def _draw(self) -> None:
        table = colours()
        self._close.setIcon(icon("close", table.muted))
        if self.current is not None:
            name = self.current.severity.name.lower()
            colour = {"info": table.accent, "success": table.quiet, "warning": table.loud, "error": table.clip}[name]
            self._sign.setPixmap(pixmap(name, colour, 20, self.devicePixelRatioF()))
            self._sign.setAccessibleName(self._severity_name(self.current.severity))

    def _severity_name(self, severity: Severity) -> str:
        return {
            Severity.INFO: self.tr("Note"),
            Severity.SUCCESS: self.tr("Done"),
            Severity.WARNING: self.tr("Warning"),
            Severity.ERROR: self.tr("Error"),
        }[severity]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_timer"):
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
