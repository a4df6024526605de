"""Result files as records of the open schema."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Tradeoff


def test_that_results_become_records_that_read_back(tradeoff: Tradeoff, tmp_path: Path) -> None:
    rows = "".join(f"q{number},{number % 2}\n" for number in range(20))
    before, after = tmp_path / "before.csv", tmp_path / "after.csv"
    before.write_text(f"item,done\n{rows}", encoding="utf-8")
    after.write_text(f"item,done\n{rows.replace(',0', ',1')}", encoding="utf-8")
    folder = tmp_path / "records"
    ran = tradeoff("convert", str(before), str(after), "-o", str(folder), "--organisation", "Acme", "--json")
    assert (ran.code, ran.document["arms"], len(ran.document["files"])) == (0, ["baseline", "candidate"], 4)
    samples = [folder / name for name in ran.document["files"] if name.endswith(".jsonl")]
    shown = tradeoff("inspect", *map(str, samples), "--json").document
    assert shown["metrics"]["done"]["paired"]["mean_difference"] == 0.5


def test_that_a_folder_that_cannot_be_written_is_said(tradeoff: Tradeoff, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("item,done\nq1,1\nq2,0\n", encoding="utf-8")
    ran = tradeoff("convert", str(path), "-o", str(path / "inside"))
    assert ran.code == 5
    assert "Traceback" not in ran.err
