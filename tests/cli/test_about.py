"""The commands about the program itself, and the schemas that can't drift from the documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tradeoff
from tradeoff_app import __version__
from tradeoff_app.__main__ import main
from tradeoff_app.cli.catalogue import COMMANDS
from tradeoff_app.cli.command_line import names_window
from tradeoff_app.cli.schema import DOCUMENTS


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_every_document_has_a_schema(tradeoff: Tradeoff, name: str) -> None:
    document = tradeoff("schema", name).document
    assert document["$schema"].startswith("https://json-schema.org/")
    assert document["type"] == "object"
    if name != "project":
        assert document["properties"]["schema"]["const"] == f"tradeoff/{name}@1"


def test_that_a_printed_document_has_the_names_of_its_schema(tradeoff: Tradeoff, support: Path) -> None:
    document, schema = tradeoff("evaluate", support, "--json").document, tradeoff("schema", "evaluate").document
    check_names(document, schema, schema["$defs"])


def check_names(value: Any, schema: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Every object has exactly the names that its schema requires."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    if isinstance(value, dict) and "properties" in schema:
        assert set(value) == set(schema["properties"])
        for name, inner in schema["properties"].items():
            check_names(value[name], inner, definitions)
    if isinstance(value, list) and "items" in schema:
        for item in value:
            check_names(item, schema["items"], definitions)


def test_that_the_version_is_said(tradeoff: Tradeoff) -> None:
    assert tradeoff("--version").out == f"tradeoff {__version__}\n"


def test_that_help_lists_every_command_and_each_has_its_own(tradeoff: Tradeoff) -> None:
    overview = tradeoff("--help").out
    for command in COMMANDS:
        assert command.name in overview
        ran = tradeoff(command.name, "--help")
        assert ran.code == 0
        assert ran.out.startswith(f"usage: tradeoff {command.name}")


def test_that_formats_and_metrics_are_listed(tradeoff: Tradeoff) -> None:
    assert {"promptfoo", "inspect"} <= {known["id"] for known in tradeoff("formats", "--json").document["formats"]}
    assert "binary" in {kind["id"] for kind in tradeoff("metrics", "--json").document["types"]}
    assert "ordinal" in tradeoff("metrics").out
    assert "promptfoo" in tradeoff("formats").out


def test_that_the_doctor_names_what_is_missing(tradeoff: Tradeoff, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    checks = {check["name"]: check for check in tradeoff("doctor", "--json").document["checks"]}
    assert checks["Display"]["level"] == "warning"
    assert checks["Packages"]["level"] == "ok"
    assert tradeoff("doctor").code == 0


def test_that_the_doctor_knows_the_pair_that_crashes(tradeoff: Tradeoff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _: "6.12.0")
    monkeypatch.setattr("sys.version_info", (3, 11, 7))
    checks = {check["name"]: check for check in tradeoff("doctor", "--json").document["checks"]}
    assert checks["Qt"]["level"] == "missing"


def test_that_without_a_display_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("sys.argv", ["tradeoff"])
    assert main() == 2
    assert capsys.readouterr().err.startswith("tradeoff: display: there is none")


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ([], True),
        (["x.tradeoff"], True),
        (["./folder/x"], True),
        (["evaluate"], False),
        (["evaluat"], False),
        (["--version"], False),
        (["x.tradeoff", "y.tradeoff"], True),
        (["compare", "x.tradeoff"], False),
        (["x.tradeoff", "--json"], False),
    ],
)
def test_that_a_file_or_nothing_opens_the_window(words: list[str], opens: bool) -> None:
    assert names_window(words) is opens
