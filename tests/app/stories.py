"""The support bot's project as an open document, and as a file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tests import builders
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.app.document import Document
from tradeoff_app.model.project import Project
from tradeoff_app.storage.project_file import write_project


@lru_cache(maxsize=1)
def story() -> tuple[Project, Evidence]:
    """Project and evidence, computed once for all tests."""
    seen, project = builders.support_bot()
    return project.change(replicates=400), builders.evidence(seen, project.change(replicates=400))


def open_story() -> Document:
    """The story as it is after opening its file."""
    project, evidence = story()
    document = Document()
    document.open(project, evidence.source, evidence, is_saved=True)
    return document


def write_story(path: Path) -> Path:
    """The story as a project file."""
    project, evidence = story()
    write_project(path, project, evidence.source)
    return path
