"""Tables of other tools and countries: each must give what a careful person reads in it, or a warning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.samples import workbook, write
from tradeoff_app.readers import inspect_files

COUNT = 40


def scores(document: dict[str, Any]) -> dict[str, float]:
    return {name: metric["before"]["mean"] for name, metric in document["metrics"].items()}


def codes(document: dict[str, Any]) -> set[str]:
    return {problem["code"] for problem in document["problems"] if problem["level"] != "info"}


def pair(folder: Path, before: str, after: str, names: tuple[str, str] = ("a.csv", "b.csv")) -> dict[str, Any]:
    return inspect_files([write(folder, names[0], before), write(folder, names[1], after)])


def column(name: str, cells: list[str]) -> str:
    return f"id;{name}\n" + "".join(f"u{number};{cell}\n" for number, cell in enumerate(cells))


@pytest.mark.parametrize(
    ("yes", "no"),
    [("да", "нет"), ("tak", "nie"), ("ja", "nee"), ("是", "否"), ("はい", "いいえ"), ("True", "0"), ("yes", "0")],
)
def test_that_yes_and_no_are_scores_in_every_language(tmp_path: Path, yes: str, no: str) -> None:
    text = column("ok", [no if number % 4 == 0 else yes for number in range(COUNT)])
    assert scores(inspect_files([write(tmp_path, "a.csv", text)])) == {"ok": 0.75}


def test_that_losses_in_brackets_are_not_left_out(tmp_path: Path) -> None:
    text = column("profit", ["(3.5)" if number % 8 == 0 else "1.5" for number in range(COUNT)])
    document = inspect_files([write(tmp_path, "a.csv", text)])
    assert scores(document) == {"profit": 0.875}
    assert "bracketed_numbers" in codes(document)


def test_that_days_as_eight_digits_are_no_metric(tmp_path: Path) -> None:
    rows = "".join(f"u{number},202601{number % 28 + 1:02d},{number % 5}\n" for number in range(COUNT))
    assert set(scores(inspect_files([write(tmp_path, "a.csv", "id,date,score\n" + rows)]))) == {"score"}


def test_that_percent_beside_plain_numbers_is_shown_with_both_values(tmp_path: Path) -> None:
    text = column("rate", ["85%" if number % 2 else "85" for number in range(COUNT)])
    document = inspect_files([write(tmp_path, "a.csv", text)])
    assert any("'85%' was read as 0.85, '85' as 85" in problem["text"] for problem in document["problems"])


@pytest.mark.parametrize("factor", [100, 1000])
def test_that_another_unit_in_one_arm_is_asked_about(tmp_path: Path, factor: int) -> None:
    before = column("rate", [str((number % 9 + 1) / 20) for number in range(COUNT)])
    after = column("rate", [str((number % 9 + 1) / 20 * factor) for number in range(COUNT)])
    assert "scales_differ" in codes(pair(tmp_path, before, after))
    assert "scales_differ" not in codes(pair(tmp_path, before, before))


def test_that_true_and_false_compare_with_one_and_zero(tmp_path: Path) -> None:
    before = column("ok", [str(number % 2) for number in range(COUNT)])
    after = column("ok", ["true" if number % 4 else "false" for number in range(COUNT)])
    assert pair(tmp_path, before, after)["metrics"]["ok"]["paired"]["mean_difference"] == 0.25


def test_that_numbers_beside_words_are_warned_about(tmp_path: Path) -> None:
    before = column("grade", [str(number % 2) for number in range(COUNT)])
    after = column("grade", ["high" if number % 2 else "low" for number in range(COUNT)])
    assert "mixed_types" in codes(pair(tmp_path, before, after))


@pytest.mark.parametrize(("first", "second", "is_odd"), [("after", "before", True), ("before", "after", False)])
def test_that_files_in_the_wrong_order_are_asked_about(tmp_path: Path, first: str, second: str, is_odd: bool) -> None:
    cells = column("ok", [str(number % 2) for number in range(COUNT)])
    document = pair(tmp_path, cells, cells.replace("u1;1", "u1;0"), (f"{first}.csv", f"{second}.csv"))
    assert ("arms_swapped" in codes(document)) == is_odd


def test_that_every_metric_of_a_long_table_has_a_type_of_its_own(tmp_path: Path) -> None:
    rows = [
        f"u{number},{metric},{(str(number % 5), 'yes' if number % 2 else 'no', '85%')[place]}"
        for number in range(30)
        for place, metric in enumerate(("stars", "ok", "rate"))
    ]
    document = inspect_files([write(tmp_path, "a.csv", "id,metric,value\n" + "\n".join(rows) + "\n")])
    assert scores(document) == {"stars": 2.0, "ok": 0.5, "rate": pytest.approx(0.85)}


@pytest.mark.parametrize("shape", ["by id", "by row", "by column", "one line"])
def test_that_objects_of_objects_are_records(tmp_path: Path, shape: str) -> None:
    records = {f"q{number}": {"ok": number % 2 == 1, "score": number % 5} for number in range(COUNT)}
    values: Any = records
    if shape == "by row":
        values = {str(row): {"id": key, **record} for row, (key, record) in enumerate(records.items())}
    if shape == "by column":
        names = ("ok", "score")
        values = {name: {str(row): record[name] for row, record in enumerate(records.values())} for name in names}
        values["id"] = {str(row): key for row, key in enumerate(records)}
    text = json.dumps(values, indent=None if shape == "one line" else 1)
    document = inspect_files([write(tmp_path, "a.json", text)])
    assert (scores(document), document["unit_column"]) == ({"ok": 0.5, "score": 2.0}, "id")
    assert document["units"]["baseline"] == COUNT


@pytest.mark.parametrize("written", ["{}", "{},5", "{}.5"])
def test_that_numbers_written_as_text_are_scores_and_not_labels(tmp_path: Path, written: str) -> None:
    cells = [[f"{number:03d}", written.format(number % 5)] for number in range(COUNT)]
    book = inspect_files([workbook(tmp_path / "a.xlsx", {"Results": [["id", "score"], *cells]})])
    records = [{"id": key, "score": score} for key, score in cells]
    for document in (book, inspect_files([write(tmp_path, "a.json", json.dumps(records))])):
        assert scores(document) == {"score": 2.0 if written == "{}" else 2.5}
        assert "numbers_as_text" in {problem["code"] for problem in document["problems"]}
        assert document["units"]["baseline"] == COUNT


def test_that_codes_written_as_text_stay_labels(tmp_path: Path) -> None:
    records = [{"id": f"u{n}", "plan_tier": str(n % 3), "zip": f"0{n % 3}123", "score": n % 5} for n in range(COUNT)]
    document = inspect_files([write(tmp_path, "a.json", json.dumps(records))])
    assert set(document["segments"]) == {"plan_tier", "zip"}
    assert set(document["metrics"]) == {"score"}


@pytest.mark.parametrize("label", ["[EU]", "{{x}}", "=1+1", "NA", "None", "-", "n.a.", "null"])
def test_that_odd_labels_are_segments_like_any_other(tmp_path: Path, label: str) -> None:
    rows = "".join(f"u{n},{(label, 'plain', 'other')[n % 3]},{n % 5}\n" for n in range(30))
    document = inspect_files([write(tmp_path, "a.csv", "id,market,score\n" + rows)])
    assert document["segments"]["market"]["baseline"] == {label: 10, "plain": 10, "other": 10}


def sample(number: int, value: Any, epoch: int = 1) -> dict[str, Any]:
    return {"id": number, "epoch": epoch, "input": "q", "scores": {"s": {"value": value}}}


def log(folder: Path, name: str, samples: list[dict[str, Any]], created: str = "2026-01-01T00:00:00+00:00") -> Path:
    about = {"task": "t", "model": "m", "created": created, "eval_id": "e", "dataset": {}, "config": {}}
    text = json.dumps({"version": 2, "status": "success", "eval": about, "plan": {}, "samples": samples})
    return write(folder, name, text)


def test_that_samples_logged_twice_are_named(tmp_path: Path) -> None:
    samples = [sample(number, 1) for number in range(20)]
    document = inspect_files([log(tmp_path, "a.json", samples + samples[:3])])
    assert "duplicate_keys" in codes(document)
    assert "duplicate_keys" not in codes(inspect_files([log(tmp_path, "b.json", samples)]))


def test_that_free_text_in_the_place_of_a_score_makes_no_metrics(tmp_path: Path) -> None:
    document = inspect_files([log(tmp_path, "a.json", [sample(n, f"{n} {'x' * 3000}") for n in range(20)])])
    assert not document["metrics"] or max(map(len, document["metrics"])) < 200
    assert "no_scores" in codes(document)


def test_that_a_score_that_holds_only_lists_is_named(tmp_path: Path) -> None:
    assert "metric_empty" in codes(inspect_files([log(tmp_path, "a.json", [sample(n, [1, 0]) for n in range(20)])]))


def test_that_a_candidate_older_than_the_baseline_is_asked_about(tmp_path: Path) -> None:
    newer = log(tmp_path, "a.json", [sample(n, n % 2) for n in range(20)], "2026-03-01T00:00:00+00:00")
    older = log(tmp_path, "b.json", [sample(n, 1) for n in range(20)])
    assert "candidate_older" in codes(inspect_files([newer, older]))
    assert "candidate_older" not in codes(inspect_files([older, newer]))


def test_that_odd_cells_among_numbers_with_a_point_are_named(tmp_path: Path) -> None:
    rows = "".join(f"u{number},{'1None.0' if number == 3 else f'{number}.0'}\n" for number in range(COUNT))
    document = inspect_files([write(tmp_path, "a.csv", "id,score\n" + rows)])
    assert any("'1None.0' is no number" in problem["text"] for problem in document["problems"])
