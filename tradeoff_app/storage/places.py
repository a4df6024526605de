"""Where the program keeps its own files on this computer, never in the user's folders."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")
DATA_FOLDER_VARIABLE = "TRADEOFF_DATA"


def data_folder() -> Path:
    """The program's data folder; the environment variable TRADEOFF_DATA puts it elsewhere."""
    stated = os.environ.get(DATA_FOLDER_VARIABLE)
    if stated:
        return Path(stated)
    import platformdirs

    return Path(platformdirs.user_data_dir("tradeoff", appauthor=False))


def history_folder() -> Path:
    """Earlier versions of saved projects."""
    return data_folder() / "history"


def recovery_folder() -> Path:
    """Snapshots of unsaved work."""
    return data_folder() / "recovery"


def safe_name(text: str) -> str:
    """A file name for an id that came from a file: itself where it is plain, else its hash."""
    return text if PLAIN_NAME.fullmatch(text) else hashlib.sha256(text.encode()).hexdigest()[:32]
