"""Runs commands inside the test process, on project files in a folder of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests import builders
from tradeoff_app.analysis.evidence import evidence_from_table
from tradeoff_app.analysis.table import make_source
from tradeoff_app.cli.command_line import run
from tradeoff_app.storage.project_file import write_project


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one document on stdout."""
        found: dict[str, Any] = json.loads(self.out)
        return found


Tradeoff = Callable[..., Ran]


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's data folder for one test."""
    folder = tmp_path / "appdata"
    monkeypatch.setenv("TRADEOFF_DATA", str(folder))
    return folder


@pytest.fixture
def tradeoff(capsys: pytest.CaptureFixture[str]) -> Tradeoff:
    """`tradeoff("evaluate", path, "--json")`."""

    def call(*words: object) -> Ran:
        capsys.readouterr()
        code = run([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def support_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The support bot's project file, made once."""
    path = tmp_path_factory.mktemp("support") / "bot.tradeoff"
    seen, decided = builders.support_bot()
    source = make_source(seen, decided)
    write_project(path, builders.with_hashes(decided, evidence_from_table(source, decided)), source)
    return path.read_bytes()


@pytest.fixture
def support(tmp_path: Path, support_bytes: bytes) -> Path:
    """The support bot's project file."""
    path = tmp_path / "bot.tradeoff"
    path.write_bytes(support_bytes)
    return path


@pytest.fixture
def csv_pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two small result files of the same forty items, in two tiers."""
    paths = tmp_path / "before.csv", tmp_path / "after.csv"
    for arm, path in enumerate(paths):
        lines = ["item_id,query_tier,task_done,irrelevant"]
        for item in range(40):
            done = (item + arm) % 4 != 0
            lines.append(f"q{item:02d},{'tail' if item % 2 else 'head'},{int(done)},{int(item % 10 == arm)}")
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return paths


def write_setup(path: Path, **fields: Any) -> Path:
    """A setup file."""
    path.write_text(json.dumps({"schema": "tradeoff/setup@1", **fields}), encoding="utf-8")
    return path
