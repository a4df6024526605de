"""Pages under each other as they will be printed, on a ground that lets their edges be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.steps.briefing.pages import PagePicture
from tradeoff_app.ui.theme import colour

GAP = 16
WIDEST = 820


class PageView(QWidget):
    """One page; as wide as the room, as high as the paper asks."""

    def __init__(self, picture: PagePicture, number: int, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels = picture.pixels
        form = QImage.Format.Format_RGB32
        self._image = QImage(self._pixels, picture.width, picture.height, picture.stride, form)
        self._ratio = picture.height / picture.width
        self.setAccessibleName(tr("Page {number} of {count}", number=number, count=count))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(WIDEST)

    def hasHeightForWidth(self) -> bool:
        """The paper's proportions hold."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the paper asks."""
        return round(min(width, WIDEST) * self._ratio)

    def sizeHint(self) -> QSize:
        """Some readable size."""
        return QSize(600, self.heightForWidth(600))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
        painter.setPen(QPen(colour("rule"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PagePreview(QScrollArea):
    """Shows pages, keeps the place where somebody reads when they change; `menu_asked` carries where on the screen."""

    menu_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Page preview"))
        self.setAccessibleDescription(tr("The pages as they will be printed; the menu key explains the key figures"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or pages would be set for two widths
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ground = QWidget()
        ground.setProperty("ground", "raised")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self.setWidget(ground)
        self._views: list[PageView] = []

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be asked about a page."""
        self.menu_asked.emit(event.globalPos())

    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._views)

    def wanted_pixels(self) -> int:
        """How many pixels wide a page is on this screen."""
        width = min(WIDEST, max(320, self.viewport().width() - 2 * GAP))
        return round(width * self.devicePixelRatioF())

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show other pages at the same place."""
        place = self.verticalScrollBar().value()
        for view in self._views:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views = [PageView(page, number, len(pages)) for number, page in enumerate(pages, 1)]
        for index, view in enumerate(self._views):
            self._column.insertWidget(index, view)
        self.verticalScrollBar().setValue(place)
