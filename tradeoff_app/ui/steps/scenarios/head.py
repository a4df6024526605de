"""The head of a scenario's column: its name, whether it is in force, and a menu of what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.theme import colour, font, line_height
from tradeoff_app.ui.widgets.menu_button import MenuButton
from tradeoff_app.ui.widgets.text import set_tool_tip

EDGE, LEFT = 8, 4
CONTENT = 43
"""A name on one line, its remark, and what is below."""
ACTIONS = (
    ("use", QT_TR_NOOP("Use this scenario")),
    ("duplicate", QT_TR_NOOP("Duplicate")),
    ("rename", QT_TR_NOOP("Rename…")),
    ("delete", QT_TR_NOOP("Delete")),
)


class ScenarioHead(MenuButton):
    """Painted like a column's head and worked like a menu. `asked` carries what to do and the scenario's id."""

    asked = Signal(str, str)

    def __init__(self, scenario: str, parent: QWidget | None = None) -> None:
        super().__init__("", "head", parent=parent)
        self.scenario = scenario
        self._remark = ""
        self._edge = EDGE
        self._menu = QMenu(self)
        self._actions = {}
        for what, text in ACTIONS:
            action = self._menu.addAction(tr(text))
            action.setData(what)
            self._actions[what] = action
        self._menu.triggered.connect(self._taken)
        self.open_with(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, name: str, remark: str, *, is_current: bool, is_only: bool) -> None:
        """Show the name and what it is; the last scenario can't be deleted."""
        self._remark = remark
        self.set_text(name, f"{name}, {remark}" if remark else name)
        self._actions["use"].setEnabled(not is_current)
        self._actions["delete"].setEnabled(not is_only)
        set_tool_tip(self, name)
        self.update()

    def set_edge(self, edge: int) -> None:
        """Stand as far from the column's right edge as the numbers below do."""
        self._edge = edge

    def lines_in(self, width: int) -> int:
        """How many lines the name takes in a column of this width: one, or two."""
        metrics = QFontMetrics(font("strong"))
        return 1 if metrics.horizontalAdvance(self._name()) <= width - LEFT - self._edge else 2

    def sizeHint(self) -> QSize:
        """As wide as its column."""
        return QSize(96, 47)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name over remark, flush with the numbers below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect().adjusted(LEFT, 4, -self._edge, -4)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("text", 0.05))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, -2), 4, 4)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.setFont(font("strong"))
        painter.setPen(colour("text"))
        lines = in_two_lines(self._name(), QFontMetrics(painter.font()), room.width())
        room.setTop(max(4, self.height() - CONTENT - line_height("strong") * (len(lines) - 1)))
        for line in lines:
            painter.drawText(room, side, line)
            room.setTop(room.top() + (line_height("strong") if line is not lines[-1] else 0))
        painter.setFont(font("small"))
        painter.setPen(colour("muted"))
        painter.drawText(room.adjusted(0, 21, -14, 0), side, self._remark)
        painter.setPen(QPen(colour("muted"), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = room.right() - 4, room.top() + 29
        painter.drawPolyline([QPointF(x - 3, y - 1), QPointF(x, y + 2), QPointF(x + 3, y - 1)])

    def _name(self) -> str:
        return self.text().replace("&&", "&")

    def _taken(self, action: object) -> None:
        self.asked.emit(str(action.data()), self.scenario)  # type: ignore[attr-defined]


def in_two_lines(name: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The name on one line, else on two that break between words; what is longer still is cut in its middle."""
    if metrics.horizontalAdvance(name) <= width:
        return [name]
    words = name.split(" ")
    fitting = [at for at in range(1, len(words)) if metrics.horizontalAdvance(" ".join(words[:at])) <= width]
    if not fitting:
        return [metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)]
    rest = " ".join(words[fitting[-1] :])
    return [" ".join(words[: fitting[-1]]), metrics.elidedText(rest, Qt.TextElideMode.ElideMiddle, width)]
