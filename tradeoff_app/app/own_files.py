"""Small JSON files of the program itself: settings and lists, in folders that the user can find."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tradeoff_app.storage.atomic import sweep, write
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.storage.places import data_folder, history_folder, recovery_folder

CONFIG_FOLDER_VARIABLE = "TRADEOFF_CONFIG"


def config_folder() -> Path:
    """The folder of readable settings; the environment variable TRADEOFF_CONFIG puts it elsewhere."""
    stated = os.environ.get(CONFIG_FOLDER_VARIABLE)
    if stated:
        return Path(stated)
    import platformdirs

    return Path(platformdirs.user_config_dir("tradeoff", appauthor=False))


def read_json(path: Path) -> dict[str, Any]:
    """What the file holds; empty where there is none or it can't be read: settings are never worth a failed start."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_json(path: Path, content: dict[str, Any]) -> bool:
    """Write it whole; False where that was not possible, which is nobody's emergency."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())
    except (StorageError, OSError):
        return False
    return True


def sweep_left_files(projects: Iterable[str] = ()) -> int:
    """Remove what killed saves left in our own folders and beside these project files; how many. Never raises.

    Folders on a network are left alone: only looking would already send the user's name there.
    """
    local = [path for path in projects if not path.startswith(("\\\\", "//"))]
    folders = {data_folder(), config_folder(), recovery_folder(), *(Path(path).parent for path in local)}
    with contextlib.suppress(OSError):  # nothing was saved twice yet
        folders |= {folder for folder in history_folder().iterdir() if folder.is_dir()}
    return sum(sweep(folder) for folder in folders)
