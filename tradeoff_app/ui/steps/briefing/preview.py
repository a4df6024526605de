"""Pages under each other as they will be printed, on a ground that lets their edges be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QImage,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.steps.briefing.pages import PagePicture
from tradeoff_app.ui.theme import colour

GAP = 16
WIDEST = 820
FIRST_IN_SIGHT = frozenset({0, 1})
"""The pages that are ready at once where none was shown before."""


class PageView(QWidget):
    """One page; as wide as the room, as high as the paper asks. `placed` tells that it may have come into sight."""

    placed = Signal()

    def __init__(self, picture: PagePicture, number: int, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._pixels = b""
        self._image: QImage | None = None
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

    @property
    def is_unpacked(self) -> bool:
        """Whether the picture is ready to be painted: four bytes for each pixel."""
        return self._image is not None

    def unpack(self) -> None:
        """Get ready to be painted."""
        if self._image is None:
            page = self._picture
            self._pixels = page.unpacked()  # the image reads them where they are
            self._image = QImage(self._pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
            self.update()

    def pack(self) -> None:
        """Keep the packed picture alone."""
        self._image, self._pixels = None, b""

    def moveEvent(self, event: QMoveEvent) -> None:
        """Somewhere else."""
        super().moveEvent(event)
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another size."""
        super().resizeEvent(event)
        self.placed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, white paper until it is unpacked, with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
        else:
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
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._look)
        self.verticalScrollBar().valueChanged.connect(self._look)

    def showEvent(self, event: QShowEvent) -> None:
        """What is in sight gets ready."""
        super().showEvent(event)
        self._clock.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More pages may be in sight."""
        super().resizeEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the pages take less room."""
        super().hideEvent(event)
        self._clock.stop()
        self._look()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be asked about a page."""
        self.menu_asked.emit(event.globalPos())

    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._views)

    def unpacked_pages(self) -> int:
        """How many pages are ready to be painted."""
        return sum(view.is_unpacked for view in self._views)

    def wanted_pixels(self) -> int:
        """How many pixels wide a page is on this screen."""
        width = min(WIDEST, max(320, self.viewport().width() - 2 * GAP))
        return round(width * self.devicePixelRatioF())

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show other pages at the same place."""
        place = self.verticalScrollBar().value()
        ready = {at for at, view in enumerate(self._views) if view.is_unpacked} or FIRST_IN_SIGHT
        for view in self._views:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views = [PageView(page, number, len(pages)) for number, page in enumerate(pages, 1)]
        for index, view in enumerate(self._views):
            view.placed.connect(self._clock.start)
            if index in ready:
                view.unpack()
            self._column.insertWidget(index, view)
        self.verticalScrollBar().setValue(place)

    def _look(self, _place: int = 0) -> None:
        """Have the pages in sight ready, and no others."""
        for view in self._views:
            if self.isVisible() and not view.visibleRegion().isEmpty():
                view.unpack()
            else:
                view.pack()
