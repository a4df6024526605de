"""Makes the sample projects again: result files from seeded generators, then each project from its files and setup."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import drafting_assistant
import search_relevance
import support_bot
from tradeoff_app.cli.new import make_project_file

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
    """Write result files and project of a sample into `folder`; the project's path."""
    results = write_results(sample, folder)
    setup = json.loads((HERE / f"{sample.NAME}.setup.json").read_text(encoding="utf-8"))
    project = folder / f"{sample.NAME}.tradeoff"
    make_project_file(results, project, setup=setup)
    return project


def main() -> None:
    """Make all samples beside this script."""
    for sample in SAMPLES:
        print(make_sample(sample, HERE))


if __name__ == "__main__":
    main()
