"""Makes the sample projects again: result files from seeded generators, then each project from its files and setup."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from uuid import NAMESPACE_URL, uuid5

import drafting_assistant
import search_relevance
import support_bot

from tradeoff_app.cli.projects import make_case
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import open_files
from tradeoff_app.storage.project_file import write_project

HERE = Path(__file__).resolve().parent
SAMPLES: tuple[ModuleType, ...] = (support_bot, search_relevance, drafting_assistant)


def write_results(sample: ModuleType, folder: Path) -> list[Path]:
    """Write the result files of a sample into `folder`; their paths, before first."""
    paths = []
    for name, content in sample.result_files().items():
        path = folder / name
        path.write_bytes(content)
        paths.append(path)
    return paths


def make_sample(sample: ModuleType, folder: Path) -> Path:
    """Write result files and project of a sample into `folder`; the project's path. The same bytes each time."""
    observations = open_files(write_results(sample, folder))
    setup = HERE / f"{sample.NAME}.setup.json"
    case = make_case(observations, sample.TITLE, str(uuid5(NAMESPACE_URL, sample.NAME)), setup, ColumnMapping())
    project = folder / f"{sample.NAME}.tradeoff"
    project.unlink(missing_ok=True)
    write_project(project, case.project, case.source)
    return project


def main() -> None:
    """Make all samples in the folder that is named, or beside this script."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for sample in SAMPLES:
        print(make_sample(sample, folder))


if __name__ == "__main__":
    main()
