"""Where the one typeface of window and briefing lies, and which cut serves which weight."""

from __future__ import annotations

from pathlib import Path

FAMILY = "Source Sans 3"
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
CUTS = {
    "regular": FOLDER / "SourceSans3-Regular.ttf",
    "italic": FOLDER / "SourceSans3-It.ttf",
    "medium": FOLDER / "SourceSans3-Medium.ttf",
    "semibold": FOLDER / "SourceSans3-Semibold.ttf",
    "bold": FOLDER / "SourceSans3-Bold.ttf",
}
