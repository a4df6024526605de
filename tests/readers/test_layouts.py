"""Tables of in-house tools in every layout: each reads as a careful person reads it, and says what was assumed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.samples import table, workbook, write
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import inspect_files

COUNT = 40
BEFORE = [round(1 + 0.05 * number, 2) for number in range(COUNT)]
AFTER = [round(1.5 + 0.05 * (number % 33), 2) for number in range(COUNT)]
PASSED = [number % 4 != 0 for number in range(COUNT)]
BETTER = [number % 5 != 0 for number in range(COUNT)]


def mean(values: list[float] | list[bool]) -> float:
    return sum(values) / len(values)


def means(document: dict[str, Any], name: str) -> tuple[float, float]:
    metric = document["metrics"][name]
    return metric["before"]["mean"], metric["after"]["mean"]


def codes(document: dict[str, Any]) -> set[str]:
    return {problem["code"] for problem in document["problems"] if problem["level"] != "info"}


def two_files(folder: Path, header: str, rows: tuple[list[str], list[str]]) -> dict[str, Any]:
    files = [
        write(folder, f"{name}.csv", header + "\n" + "".join(lines)) for name, lines in zip("ab", rows, strict=True)
    ]
    return inspect_files(files)


def scored(folder: Path, write_score: Any, header: str = "id;score") -> dict[str, Any]:
    rows = tuple([f"u{n};{write_score(value)}\n" for n, value in enumerate(values)] for values in (BEFORE, AFTER))
    return two_files(folder, header, rows)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{}_before", "{}_after"),
        ("Before {}", "After {}"),
        ("{}Before", "{}After"),
        ("{} - Current", "{} - Proposed"),
        ("{}_prod", "{}_staging"),
        ("{}.v1", "{}.v2"),
        ("{}_4.2", "{}_4.3"),
        ("v4.2 {}", "v4.3 {}"),
        ("{}_gpt4", "{}_gpt5"),
        ("{}__model_a", "{}__model_b"),
        ("{}_x", "{}_y"),
    ],
)
def test_that_pairs_of_columns_are_two_arms_however_they_are_named(tmp_path: Path, before: str, after: str) -> None:
    header = ["id", *(tag.format(name) for name in ("score", "done") for tag in (before, after))]
    rows = [[f"u{n}", BEFORE[n], AFTER[n], PASSED[n], BETTER[n]] for n in range(COUNT)]
    document = inspect_files([write(tmp_path, "a.csv", table(header, rows))])
    assert means(document, "score") == pytest.approx((mean(BEFORE), mean(AFTER)))
    assert means(document, "done") == pytest.approx((mean(PASSED), mean(BETTER)))
    assert document["units"]["in_both"] == COUNT


def test_that_before_beside_after_is_a_metric_without_a_name(tmp_path: Path) -> None:
    rows = list(zip((f"u{n}" for n in range(COUNT)), BEFORE, AFTER, strict=True))
    document = inspect_files([write(tmp_path, "a.csv", table(["id", "Before", "After"], rows))])
    assert means(document, "value") == pytest.approx((mean(BEFORE), mean(AFTER)))


@pytest.mark.parametrize("tags", [("_p50", "_p95"), ("_rater1", "_rater2"), ("_at1", "_at5"), ("_turn1", "_turn2")])
def test_that_percentiles_raters_and_turns_are_no_arms(tmp_path: Path, tags: tuple[str, str]) -> None:
    header = ["id", *(name + tag for name in ("latency", "recall") for tag in tags)]
    rows = [[f"u{n}", BEFORE[n], AFTER[n], BEFORE[n], AFTER[n]] for n in range(COUNT)]
    document = inspect_files([write(tmp_path, "a.csv", table(header, rows))])
    assert document["units"]["candidate"] is None


def test_that_a_numbered_variant_column_makes_arms(tmp_path: Path) -> None:
    rows = [(f"u{n}", arm, values[n]) for n in range(COUNT) for arm, values in ((0, BEFORE), (1, AFTER))]
    document = inspect_files([write(tmp_path, "a.csv", table(["id", "variant", "score"], rows))])
    assert means(document, "score") == pytest.approx((mean(BEFORE), mean(AFTER)))
    assert "baseline_assumed" in codes(document)


@pytest.mark.parametrize(("whole", "part"), [("document", "question"), ("conversation_id", "turn")])
def test_that_two_columns_together_are_the_unit_where_neither_is_alone(tmp_path: Path, whole: str, part: str) -> None:
    counted = part == "turn"
    rows = tuple(
        [f"d{n // 5},{n % 5 if counted else f'q{n % 5}'},{value}\n" for n, value in enumerate(values)]
        for values in (BEFORE, AFTER)
    )
    document = two_files(tmp_path, f"{whole},{part},score", rows)  # type: ignore[arg-type]
    assert document["units"]["in_both"] == COUNT
    assert set(document["metrics"]) == {"score"}
    assert document["unit_column"] == f"{whole} + {part}"
    assert "composite_unit" in codes(document)
    files = [tmp_path / "a.csv", tmp_path / "b.csv"]
    again = inspect_files(files, ColumnMapping(unit=f"{whole} + {part}"))
    assert again["units"] == document["units"]
    assert inspect_files(files, ColumnMapping(unit=whole))["units"]["in_both"] == COUNT // 5


def test_that_numbered_rows_of_one_item_stay_repeats(tmp_path: Path) -> None:
    rows = tuple([f"d{n // 5},{n % 5},{value}\n" for n, value in enumerate(values)] for values in (BEFORE, AFTER))
    document = two_files(tmp_path, "item,temperature,score", rows)  # type: ignore[arg-type]
    assert document["units"]["in_both"] == COUNT // 5


def test_that_names_of_columns_match_however_they_are_written(tmp_path: Path) -> None:
    first = write(tmp_path, "a.csv", table(["ID", "Task Done"], list(enumerate(BEFORE, 101))))
    second = write(tmp_path, "b.csv", table(["id", "task_done"], list(enumerate(AFTER, 101))))
    document = inspect_files([first, second])
    assert means(document, "Task Done") == pytest.approx((mean(BEFORE), mean(AFTER)))
    assert document["units"]["in_both"] == COUNT


@pytest.mark.parametrize("change", [str.upper, lambda text: f"{text} ", lambda text: f"0{text}"])
def test_that_ids_in_another_spelling_are_named(tmp_path: Path, change: Any) -> None:
    ids = [f"{n}-item" for n in range(1, COUNT + 1)]
    first = write(tmp_path, "a.csv", table(["id", "score"], list(zip(ids, BEFORE, strict=True))))
    second = write(tmp_path, "b.csv", table(["id", "score"], list(zip(map(change, ids), AFTER, strict=True))))
    problems = inspect_files([first, second])["problems"]
    assert any(f": {COUNT} (e.g. " in problem["text"] for problem in problems)


def test_that_matching_by_the_order_of_rows_is_warned_about(tmp_path: Path) -> None:
    rows = tuple([f"{n},{value}\n" for n, value in enumerate(values)] for values in (BEFORE, AFTER))
    assert "weak_unit_column" in codes(two_files(tmp_path, "row,score", rows))  # type: ignore[arg-type]


@pytest.mark.parametrize("row", [",ms,USD", "[-],[ms],[USD]", "string,float,float"])
def test_that_units_and_types_under_the_names_are_no_results(tmp_path: Path, row: str) -> None:
    rows = "".join(f"u{n},{value},{value}\n" for n, value in enumerate(BEFORE))
    document = inspect_files([write(tmp_path, "a.csv", f"id,latency,cost\n{row}\n{rows}")])
    assert document["units"]["baseline"] == COUNT
    assert "units_row" in codes(document)


def test_that_units_under_the_names_of_a_sheet_are_no_results(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["id", "latency"], [None, "ms"], *([f"u{n}", value] for n, value in enumerate(BEFORE))]
    document = inspect_files([workbook(tmp_path / "a.xlsx", {"Results": rows})])
    assert document["units"]["baseline"] == COUNT


def test_that_a_markdown_table_is_a_table(tmp_path: Path) -> None:
    rows = "".join(f"| u{n} | {value} |\n" for n, value in enumerate(BEFORE))
    document = inspect_files([write(tmp_path, "a.md", f"| id | score |\n|---|---:|\n{rows}")])
    assert document["units"]["baseline"] == COUNT


@pytest.mark.parametrize("word", ["Suma", "Итого", "合計", "平均", "Overall average", "Std dev", "n", "Mean (n=40)"])
def test_that_sums_are_left_out_in_every_language(tmp_path: Path, word: str) -> None:
    rows = "".join(f"u{n},{value}\n" for n, value in enumerate(BEFORE))
    document = inspect_files([write(tmp_path, "a.csv", f"id,score\n{rows}\n{word},999\n")])
    assert document["metrics"]["score"]["before"]["mean"] == pytest.approx(mean(BEFORE))
    assert "summary_row_dropped" in codes(document)


def test_that_ids_that_begin_like_a_sum_stay(tmp_path: Path) -> None:
    rows = "".join(f"n{n},{value}\n" for n, value in enumerate(BEFORE))
    assert inspect_files([write(tmp_path, "a.csv", f"id,score\n{rows}")])["units"]["baseline"] == COUNT


@pytest.mark.parametrize("written", ["{} EUR", "USD {}", "CHF {}", "US${}", "{} zł"])
def test_that_codes_of_currencies_are_money(tmp_path: Path, written: str) -> None:
    document = scored(tmp_path, written.format)
    assert means(document, "score") == pytest.approx((mean(BEFORE), mean(AFTER)))
    assert document["metrics"]["score"]["type"] == "money"


@pytest.mark.parametrize(("written", "factor"), [("{} s", 1), ("{:.0f}ms", 0.001), ("{} Sek", 1)])
def test_that_times_with_their_unit_are_seconds(tmp_path: Path, written: str, factor: float) -> None:
    document = scored(tmp_path, lambda value: written.format(value / factor))
    assert means(document, "score") == pytest.approx((mean(BEFORE), mean(AFTER)))
    assert document["metrics"]["score"]["type"] == "duration"
    assert "unit_in_cells" in codes(document)


def test_that_points_out_of_the_same_highest_are_numbers(tmp_path: Path) -> None:
    assert means(scored(tmp_path, "{}/5".format), "score") == pytest.approx((mean(BEFORE), mean(AFTER)))


def test_that_points_out_of_different_highest_are_no_numbers(tmp_path: Path) -> None:
    document = scored(tmp_path, lambda value: f"{value}/{5 if value < 2 else 10}")
    assert "score" not in document["metrics"]
    assert any("'score' holds text such as" in problem["text"] for problem in document["problems"])


@pytest.mark.parametrize(
    "write_cell",
    [
        lambda value: json.dumps({"acc": value, "note": "x"}),
        lambda value: repr({"acc": value, "ok": True, "none": None}),
        lambda value: f"{{'acc': np.float64({value}), 'other': nan}}",
        lambda value: json.dumps([{"name": "acc", "value": value}, {"name": "tone", "value": 3}]),
    ],
)
def test_that_objects_in_cells_become_columns(tmp_path: Path, write_cell: Any) -> None:
    def quote(value: float) -> str:
        return '"' + str(write_cell(value)).replace('"', '""') + '"'

    document = scored(tmp_path, quote, "id;scores")
    assert means(document, "scores.acc") == pytest.approx((mean(BEFORE), mean(AFTER)))


def test_that_one_broken_cell_does_not_hide_the_others(tmp_path: Path) -> None:
    def cell(value: float) -> str:
        return '"{oops"' if value == BEFORE[3] else f'"{{""acc"": {value}, ""b"": 1}}"'

    document = scored(tmp_path, cell, "id;scores")
    assert document["metrics"]["scores.acc"]["before"]["scored_units"] == COUNT - 1
    assert any("line 5" in problem["text"] for problem in document["problems"] if problem["code"] == "broken_cells")


def test_that_numbers_as_numpy_shows_them_are_numbers(tmp_path: Path) -> None:
    assert means(scored(tmp_path, "np.float64({})".format), "score") == pytest.approx((mean(BEFORE), mean(AFTER)))


def test_that_lists_of_names_and_values_are_metrics(tmp_path: Path) -> None:
    files = []
    for name, values in (("a", BEFORE), ("b", AFTER)):
        rows = [{"id": f"u{n}", "scores": [{"name": "acc", "value": value}]} for n, value in enumerate(values)]
        files.append(write(tmp_path, f"{name}.jsonl", "".join(json.dumps(row) + "\n" for row in rows)))
    assert means(inspect_files(files), "scores.acc") == pytest.approx((mean(BEFORE), mean(AFTER)))


def test_that_an_object_of_two_lists_holds_two_arms(tmp_path: Path) -> None:
    runs = {
        name: [{"id": f"u{n}", "score": value} for n, value in enumerate(values)]
        for name, values in (("candidate", AFTER), ("baseline", BEFORE))
    }
    document = inspect_files([write(tmp_path, "a.json", json.dumps(runs))])
    assert means(document, "score") == pytest.approx((mean(BEFORE), mean(AFTER)))


@pytest.mark.parametrize(
    ("yes", "no"),
    [("VERDADERO", "FALSO"), ("WAAR", "ONWAAR"), ("ИСТИНА", "ЛОЖЬ"), ("예", "아니오"), ("对", "错"), ("👍", "👎")],
)
def test_that_truth_values_of_localised_spreadsheets_are_scores(tmp_path: Path, yes: str, no: str) -> None:
    document = scored(tmp_path, lambda value: yes if round(value * 100) % 2 else no)
    assert set(document["metrics"]) == {"score"}


def test_that_codes_of_languages_are_no_truth_values(tmp_path: Path) -> None:
    rows = tuple([f"u{n},{('da', 'no')[n % 2]},{v}\n" for n, v in enumerate(values)] for values in (BEFORE, AFTER))
    document = two_files(tmp_path, "id,language,score", rows)  # type: ignore[arg-type]
    assert set(document["segments"]["language"]["baseline"]) == {"da", "no"}


def test_that_a_letter_alone_is_no_truth_value(tmp_path: Path) -> None:
    rows = tuple([f"u{n},t,{v}\n" for n, v in enumerate(values)] for values in (BEFORE, AFTER))
    assert set(two_files(tmp_path, "id,tags,score", rows)["metrics"]) == {"score"}  # type: ignore[arg-type]


def test_that_a_word_beside_the_title_is_no_header(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Report"], [], [None] * 7 + ["generated"], [], [None, None, None, "id", "score"]]
    rows += [[None, None, None, f"u{n}", value] for n, value in enumerate(BEFORE)]
    document = inspect_files([workbook(tmp_path / "a.xlsx", {"Results": rows})])
    assert (document["units"]["baseline"], list(document["metrics"])) == (COUNT, ["score"])


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_that_a_summary_table_below_the_results_is_left_out(tmp_path: Path, kind: str) -> None:
    rows: list[list[Any]] = [
        ["id", "tier", "score"],
        *([f"u{n}", "ab"[n % 2], value] for n, value in enumerate(BEFORE)),
    ]
    below: list[list[Any]] = [[], [], ["metric", "value"], ["mean", 2.5], ["sd", 0.5]]
    if kind == "xlsx":
        file = workbook(tmp_path / "a.xlsx", {"Results": rows + below})
    else:
        file = write(tmp_path, "a.csv", "\n".join(",".join(map(str, row)) for row in rows + below))
    document = inspect_files([file])
    assert document["units"]["baseline"] == COUNT
    assert document["metrics"]["score"]["before"]["mean"] == pytest.approx(mean(BEFORE))
    assert "second_table" in codes(document)


def test_that_models_that_judge_are_raters(tmp_path: Path) -> None:
    rows = tuple([f"i{n // 2},{'xy'[n % 2]},{v}\n" for n, v in enumerate(values)] for values in (BEFORE, AFTER))
    document = two_files(tmp_path, "item,judge_model,score", rows)  # type: ignore[arg-type]
    assert (document["units"]["in_both"], document["unit_column"]) == (COUNT // 2, "item")


def test_that_lengths_of_prompts_are_no_ids(tmp_path: Path) -> None:
    rows = tuple([f"{1000 + 3 * n},question {n},{v}\n" for n, v in enumerate(values)] for values in (BEFORE, AFTER))
    assert two_files(tmp_path, "prompt_tokens,question,score", rows)["unit_column"] == "question"  # type: ignore[arg-type]


def test_that_a_table_on_its_side_is_warned_about(tmp_path: Path) -> None:
    names = ",".join(f"u{n}" for n in range(COUNT))
    lines = [",".join(map(str, values)) for values in (BEFORE, AFTER)]
    document = inspect_files([write(tmp_path, "a.csv", f"metric,{names}\nacc,{lines[0]}\ntone,{lines[1]}\n")])
    assert "transposed" in codes(document)


def sheets(values: list[float], names: tuple[str, str], *, is_shared: bool = False) -> dict[str, list[list[Any]]]:
    half = COUNT // 2
    return {
        name: [
            ["id", "score"],
            *([f"u{n if is_shared else n + part * half}", values[n + part * half]] for n in range(half)),
        ]
        for part, name in enumerate(names)
    }


def test_that_a_sheet_per_segment_is_one_run(tmp_path: Path) -> None:
    files = [
        workbook(tmp_path / f"{name}.xlsx", sheets(values, ("Rare", "Frequent")))
        for name, values in (("a", BEFORE), ("b", AFTER))
    ]
    document = inspect_files(files)
    assert document["units"]["in_both"] == COUNT
    assert means(document, "score") == pytest.approx((mean(BEFORE), mean(AFTER)))
    assert document["segments"]["sheet"]["candidate"] == {"Frequent": 20, "Rare": 20}
    assert "sheets_joined" in codes(document)


@pytest.mark.parametrize(("names", "is_shared"), [(("Rare", "Frequent"), True), (("before", "after"), False)])
def test_that_sheets_with_the_same_items_or_names_of_arms_are_arms(
    tmp_path: Path, names: tuple[str, str], is_shared: bool
) -> None:
    file = workbook(tmp_path / "a.xlsx", sheets(BEFORE, names, is_shared=is_shared))
    assert inspect_files([file])["units"]["candidate"] == COUNT // 2
