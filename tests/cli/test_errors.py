"""Every failure is one line that names file, place, cause and hint, with the exit code that the contract says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Tradeoff, write_setup
from tradeoff_app.__main__ import main
from tradeoff_app.cli.errors import printable

LINE = re.compile(r"tradeoff: [^\n]+\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["evaluat"], 'Did you mean "evaluate"?'),
        (["merge", "a", "b"], "there is no such command"),
        (["evaluate"], "required"),
        (["evaluate", "x.tradeoff", "--gat"], "unrecognized"),
        (["evaluate", "x.tradeoff", "--as-of", "tomorrow"], "2026-11-23"),
        (["brief", "x.tradeoff"], "required"),
        (["brief", "x.tradeoff", "-o", "x.doc"], ".pdf"),
        (["brief", "x.tradeoff", "-o", "x.pdf", "--paper", "a5"], "--paper"),
        (["new", "a.csv", "b.csv", "-o", "p.json"], ".tradeoff"),
        (["schema", "setpu"], "setup"),
        (["inspect", "a.csv", "--long", "metric"], "METRIC_COL,VALUE_COL"),
        (["inspect", "a.csv", "--run", "baseline"], "baseline=NAME"),
        (["inspect", "a.csv", "--metric", ":binary"], "COL:type"),
        (["inspect", "a.csv", "--decimal", ";"], "--decimal"),
        (["evaluate", "x.tradeoff", "--language", "tlh"], "Choose one of"),
    ],
)
def test_that_wrong_usage_is_one_line_and_exit_2(tradeoff: Tradeoff, words: list[str], said: str) -> None:
    ran = tradeoff(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert LINE.fullmatch(ran.err)
    assert said in ran.err


def test_that_a_type_there_is_not_is_answered_with_the_types_there_are(tradeoff: Tradeoff, tmp_path: Path) -> None:
    before = tmp_path / "before.csv"
    before.write_text("id,solved\n" + "".join(f"q{number},{number % 2}\n" for number in range(40)))
    ran = tradeoff("inspect", before, before, "--metric", "solved:bool")
    assert ran.code == 3
    assert "solved:binary:higher" in ran.err
    assert "ordinal" in ran.err


def test_that_inspect_says_by_what_units_were_matched_and_which_column_tells_versions_apart(
    tradeoff: Tradeoff, tmp_path: Path
) -> None:
    trial = tmp_path / "trial.csv"
    rows = [f"u{number},{'control' if number % 2 else 'treatment'},{number % 3 == 0:d}" for number in range(200)]
    trial.write_text("\n".join(["user_id,variant,converted", *rows]) + "\n")
    ran = tradeoff("inspect", trial)
    assert "units: matched by user_id; baseline 100" in ran.out
    assert "not used" not in ran.out
    assert "variant: variant" not in ran.out


def test_that_a_missing_project_is_named_without_an_empty_place(
    tradeoff: Tradeoff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert tradeoff("evaluate", "none.tradeoff").err.startswith("tradeoff: none.tradeoff: there is no such file.")
    (tmp_path / "table.csv").write_text("id,solved\n1,1\n")
    assert "Make one with: tradeoff new" in tradeoff("evaluate", "table.csv").err


def test_that_with_json_the_error_is_a_document_too(tradeoff: Tradeoff, tmp_path: Path) -> None:
    ran = tradeoff("evaluate", tmp_path / "none.tradeoff", "--json")
    assert ran.code == 3
    assert set(ran.document) == {"schema", "code", "file", "place", "cause", "hint"}
    assert ran.document["schema"] == "tradeoff/error@1"
    assert ran.document["file"] == "none.tradeoff"
    assert LINE.fullmatch(ran.err)


def test_that_a_file_of_another_kind_is_exit_3_and_a_damaged_one_exit_4(
    tradeoff: Tradeoff, tmp_path: Path, support: Path
) -> None:
    other = tmp_path / "other.tradeoff"
    other.write_text("%PDF")
    assert tradeoff("evaluate", other).code == 3
    support.write_bytes(support.read_bytes().replace(b'"base": 4.0', b'"base": 5.0'))
    ran = tradeoff("evaluate", support, "--json")
    assert (ran.code, ran.document["code"]) == (4, "damaged")
    other.rename(tmp_path / "x.tradeoffp")
    assert tradeoff("evaluate", tmp_path / "x.tradeoffp").code == 4


def test_that_an_output_that_can_not_be_written_is_exit_5_and_leaves_nothing(
    tradeoff: Tradeoff, tmp_path: Path, support: Path
) -> None:
    ran = tradeoff("brief", support, "-o", tmp_path / "nowhere" / "x.txt")
    assert ran.code == 5
    assert "create it" in ran.err
    assert not (tmp_path / "nowhere").exists()


def test_that_a_setup_that_is_wrong_names_file_and_place(tradeoff: Tradeoff, tmp_path: Path, support: Path) -> None:
    gate = {"id": "g", "metric": "irelevant", "rule": "superiority"}
    ran = tradeoff("evaluate", support, "--setup", write_setup(tmp_path / "s.json", gates=[gate]))
    assert ran.code == 3
    assert ran.err == 'tradeoff: s.json: gates/g/metric: there is no metric "irelevant". Did you mean "irrelevant"?\n'
    (tmp_path / "s.json").write_text('{"schema": ')
    ran = tradeoff("evaluate", support, "--setup", tmp_path / "s.json")
    assert ran.code == 3
    assert "s.json: line 1, column 12: not JSON" in ran.err


def test_that_a_hostile_file_name_can_not_act_on_the_terminal(tradeoff: Tradeoff) -> None:
    ran = tradeoff("evaluate", "evil\x1b[31m\n\u202etxt.tradeoff", "--json")
    assert LINE.fullmatch(ran.err)
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.out
    assert printable("a\x00\ud800") == "a\\x00\\ud800"


def test_that_a_scenario_that_is_not_there_gets_a_hint(tradeoff: Tradeoff, support: Path) -> None:
    ran = tradeoff("evaluate", support, "--scenario", "bsae")
    assert ran.code == 2
    assert 'Did you mean "base"?' in ran.err


def test_that_an_interruption_is_exit_130(tradeoff: Tradeoff, support: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tradeoff_app.cli.projects.open_case", interrupt)
    ran = tradeoff("evaluate", support)
    assert (ran.code, ran.out, ran.err) == (130, "", "tradeoff: cancelled.\n")


def test_that_a_defect_of_the_program_is_never_taken_for_the_answer_no(
    tradeoff: Tradeoff, support: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tradeoff_app.cli.projects.open_case", lambda *_: 1 / 0)
    ran = tradeoff("evaluate", support, "--gate")
    assert ran.code == 70
    assert "ZeroDivisionError" in ran.err
    assert json.dumps(ran.out) == '""'


def test_that_a_cancelled_command_ends_with_its_code_whatever_it_broke_off(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[int] = []
    monkeypatch.setattr("sys.argv", ["tradeoff", "evaluate", "p.tradeoff"])
    monkeypatch.setattr("tradeoff_app.cli.command_line.run", lambda _: 130)
    monkeypatch.setattr("os._exit", left.append)
    assert main() == 130
    assert left == [130]
