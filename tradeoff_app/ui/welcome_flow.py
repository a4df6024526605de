"""What the Welcome page sets going; the page is made when nothing is open, not on the way to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradeoff_app.ui.steps.welcome.page import WelcomePage

if TYPE_CHECKING:
    from tradeoff_app.ui.main_window import MainWindow


def make_welcome(window: MainWindow) -> WelcomePage:
    """The page for this window, with its files, samples and recent files connected."""
    page, files, recents = WelcomePage(), window.files, window.recents

    def pin(path: str, is_pinned: bool) -> None:
        recents.pin(path, is_pinned=is_pinned)
        page.show_recent(recents.files())

    def forget(path: str) -> None:
        recents.remove(path)
        page.show_recent(recents.files())

    page.foot.open_with(window.actions_.menu)
    page.files_dropped.connect(files.take_files)
    page.choose_asked.connect(files.choose_files)
    page.compare_asked.connect(files.compare_files)
    page.sample_chosen.connect(files.open_sample)
    page.recent_chosen.connect(files.open_path)
    page.pin_asked.connect(pin)
    page.forget_asked.connect(forget)
    return page
