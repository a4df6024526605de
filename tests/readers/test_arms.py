from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.readers.samples import table, write
from tradeoff_app.model.mapping import ColumnMapping, LongColumns, MetricColumn
from tradeoff_app.readers import ReadError, inspect_files, open_files
from tradeoff_app.readers.arms import pick_baseline


def rows_of(versions: Sequence[str], units: int = 12) -> list[list[Any]]:
    return [
        [f"q{unit}", version, (unit + place) % 2] for unit in range(units) for place, version in enumerate(versions)
    ]


@pytest.mark.parametrize(
    ("column", "versions"),
    [
        ("variant", ("control", "treatment")),
        ("Modell", ("Alt", "Neu")),
        ("version", ("v1.9.0", "v1.10.0", "v2.0.0")),
        ("run", ("before", "after")),
        ("model", ("gpt-a", "gpt-b")),
    ],
)
def test_that_the_arm_column_is_found(tmp_path: Path, column: str, versions: Sequence[str]) -> None:
    path = write(tmp_path, "a.csv", table(["id", column, "score"], rows_of(versions)))
    observed = open_files([path])
    assert observed.arms == tuple(versions)
    assert len(observed.units) == 12


def test_that_the_baseline_can_be_chosen_and_a_wrong_one_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", table(["id", "model", "score"], rows_of(("x1", "y2"))))
    chosen = ColumnMapping(arm_column="model", baseline="y2")
    assert open_files([path], chosen).arms == ("y2", "x1")
    with pytest.raises(ReadError, match="no arm called 'z'"):
        open_files([path], chosen.model_copy(update={"baseline": "z"}))
    with pytest.raises(ReadError, match="no column called 'nope'"):
        open_files([path], ColumnMapping(arm_column="nope"))


@pytest.mark.parametrize(
    ("names", "baseline"),
    [
        (["new", "old"], "old"),
        (["bot-baseline", "bot-candidate"], "bot-baseline"),
        (["v10", "v9"], "v9"),
        (["treatment", "control"], "control"),
        (["x", "y"], "x"),
    ],
)
def test_that_the_baseline_is_the_one_called_so(names: list[str], baseline: str) -> None:
    assert pick_baseline(names) == baseline


@pytest.mark.parametrize(
    "headers",
    [
        ["Tone (before)", "Tone (after)"],
        ["tone_old", "tone_new"],
        ["baseline_tone", "candidate_tone"],
        ["tone A", "tone B"],
        ["vorher: tone", "nachher: tone"],
    ],
)
def test_that_column_pairs_are_two_arms(tmp_path: Path, headers: list[str]) -> None:
    rows = [[f"q{unit}", unit % 5 + 1, (unit + 1) % 5 + 1] for unit in range(10)]
    document = inspect_files([write(tmp_path, "a.csv", table(["id", *headers], rows))])
    assert document["arms"] == ["baseline", "candidate"]
    assert [name.lower() for name in document["metrics"]] == ["tone"]
    assert document["units"]["in_both"] == 10


def test_that_unknown_tags_name_their_arms(tmp_path: Path) -> None:
    rows = [[f"q{unit}", unit % 2, unit % 5 + 1, (unit + 1) % 2, 3] for unit in range(10)]
    headers = ["id", "gpt-a: task", "gpt-a: tone", "gpt-b: task", "gpt-b: tone"]
    assert inspect_files([write(tmp_path, "a.csv", table(headers, rows))])["arms"] == ["gpt-a", "gpt-b"]


def test_that_a_judgement_is_no_arm(tmp_path: Path) -> None:
    rows = [[f"what is {unit}", unit % 5 + 1, 4, "A" if unit % 3 else "B"] for unit in range(30)]
    path = write(tmp_path, "a.csv", table(["query", "quality_A", "quality_B", "winner"], rows))
    assert inspect_files([path])["units"]["in_both"] == 30


def test_that_a_long_table_is_widened(tmp_path: Path) -> None:
    rows = [
        [f"s{number}", f"q{unit}", version, metric, (unit * 7 + number) % 5 / 4, "x" if unit % 2 else "y"]
        for unit in range(15)
        for version in ("old", "new")
        for number, metric in enumerate(("rouge", "recall"))
    ]
    columns = ["score_id", "item", "system", "metric", "value", "segment"]
    path = write(tmp_path, "a.csv", table(columns, [[f"{index}", *row[1:]] for index, row in enumerate(rows)]))
    document = inspect_files([path])
    assert document["unit_column"] == "item"
    assert list(document["metrics"]) == ["rouge", "recall"]
    assert document["units"]["in_both"] == 15
    assert list(document["segments"]) == ["segment"]
    stated = inspect_files([path], ColumnMapping(long=LongColumns(metric="metric", value="value"), unit="item"))
    assert stated["metrics"] == document["metrics"]
    with pytest.raises(ReadError, match="columns 'a' and 'b'"):
        open_files([path], ColumnMapping(long=LongColumns(metric="a", value="b")))


def test_that_three_files_are_three_arms(tmp_path: Path) -> None:
    paths = [
        write(
            tmp_path, f"{name}.csv", table(["id", "score"], [[f"q{unit}", (unit + shift) % 3 / 3] for unit in range(9)])
        )
        for shift, name in enumerate("abc")
    ]
    assert open_files(paths).arms == ("baseline", "candidate", "candidate-2")


def test_that_a_trial_is_unpaired_and_randomised(tmp_path: Path) -> None:
    rows = [[f"u{user}", "treatment" if user % 2 else "control", user % 4, user * 1.5] for user in range(80)]
    observed = open_files([write(tmp_path, "a.csv", table(["user_id", "variant", "orders", "revenue"], rows))])
    assert observed.randomised
    assert {metric.name: metric.type for metric in observed.metrics} == {"orders": "count", "revenue": "money"}
    assert {metric.tier for metric in observed.metrics} == {"ab"}
    assert any(problem.code == "randomised_arms" for problem in observed.problems)


def test_that_a_stated_metric_keeps_its_type_and_direction(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.csv", table(["id", "model", "grade"], [[f"q{i}", v, i % 5] for i in range(9) for v in "ab"])
    )
    chosen = ColumnMapping(
        metrics=(MetricColumn(column="grade", type="continuous", better="lower"),), arm_column="model"
    )
    metric = open_files([path], chosen).metrics[0]
    assert (metric.type, metric.better) == ("continuous", "lower")
    assert "better" not in metric.assumed


def test_that_a_base_model_beside_its_tuned_one_are_two_arms(tmp_path: Path) -> None:
    names = ["question", "base_answer", "ft_answer", "base_rouge1", "ft_rouge1", "improvement"]
    rows = [[f"what is {n}?", "long", "short", n / 20, n / 10, n / 20] for n in range(10)]
    found = inspect_files([write(tmp_path, "a.csv", table(names, rows))])
    assert set(found["metrics"]) == {"rouge1"}
    assert found["metrics"]["rouge1"]["before"]["mean"] == pytest.approx(0.225)
    assert found["metrics"]["rouge1"]["after"]["mean"] == pytest.approx(0.45)


@pytest.mark.parametrize("ending", ["", "_answer"])
@pytest.mark.parametrize("models", [("groq", "ollama"), ("baseline", "refinement", "guarded")])
def test_that_versions_beside_each_other_are_said_where_nothing_names_the_baseline(
    tmp_path: Path, models: Sequence[str], ending: str
) -> None:
    answers = [f"{model}{ending}" for model in models]
    measures = [f"{model}_{name}" for model in models for name in ("faithfulness", "toxicity")]
    rows = [[f"what is {n}?", *(f"{model} says" for model in models), *(n / 20 for _ in measures)] for n in range(10)]
    found = inspect_files([write(tmp_path, "a.csv", table(["question", *answers, *measures], rows))])
    said = [problem["text"] for problem in found["problems"] if problem["code"] == "versions_in_columns"]
    assert len(said) == 1
    assert all(repr(model) in said[0] for model in models)
    parts = inspect_files(
        [write(tmp_path, "b.csv", table(["question", *measures], [[r[0], *r[-len(measures) :]] for r in rows]))]
    )
    assert "versions_in_columns" not in {problem["code"] for problem in parts["problems"]}


def test_that_a_value_called_baseline_names_the_arms_where_no_single_column_is_the_unit(tmp_path: Path) -> None:
    rows = [
        [talk, turn, agent, 300 + talk + turn + 50 * place]
        for talk in range(5)
        for turn in range(1, 6)
        for place, agent in enumerate(("Baseline", "Decoupled"))
    ]
    found = inspect_files([write(tmp_path, "a.csv", table(["conversation", "turn", "agent", "tokens"], rows))])
    assert found["arms"] == ["Baseline", "Decoupled"]
    assert found["metrics"]["tokens"]["before"]["mean"] == pytest.approx(305)
    assert found["metrics"]["tokens"]["after"]["mean"] == pytest.approx(355)
