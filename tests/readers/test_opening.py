from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.readers.samples import table, write
from tradeoff_app.analysis.observations import STATUSES, Observations
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import ReadError, inspect_files, open_files


def pair(folder: Path, columns: list[str], before: list[list[Any]], after: list[list[Any]]) -> list[Path]:
    return [write(folder, "a.csv", table(columns, before)), write(folder, "b.csv", table(columns, after))]


def open_pair(folder: Path, columns: list[str], before: list[list[Any]], after: list[list[Any]]) -> Observations:
    return open_files(pair(folder, columns, before, after))


def codes(observed: Observations) -> set[str]:
    return {problem.code for problem in observed.problems}


def test_that_the_unit_is_found_by_overlap_not_by_name(tmp_path: Path) -> None:
    before = [[f"run1-{n}", f"tell me about {n}", n % 2] for n in range(20)]
    after = [[f"run2-{n}", f"tell me about {n}", (n + 1) % 2] for n in reversed(range(20))]
    observed = open_pair(tmp_path, ["sample_id", "question", "score"], before, after)
    assert observed.unit_column == "question"
    assert not {"unmatched_units", "no_shared_units"} & codes(observed)


def test_that_row_numbers_lose_against_a_real_key(tmp_path: Path) -> None:
    before = [[n, f"case-{n}", n % 2] for n in range(20)]
    after = [[n, f"case-{19 - n}", n % 2] for n in range(20)]
    assert open_pair(tmp_path, ["", "case", "score"], before, after).unit_column == "case"


def test_that_rows_without_any_key_are_never_paired_by_position(tmp_path: Path) -> None:
    rows = [["ab"[n % 2], n % 3 % 2] for n in range(40)]
    observed = open_pair(tmp_path, ["persona", "score"], rows, rows)
    assert observed.unit_column is None
    assert {"no_unit_column", "no_shared_units"} <= codes(observed)
    assert len(observed.units) == 80


def test_that_ids_match_across_text_numbers_and_data_frames(tmp_path: Path) -> None:
    numbers = write(tmp_path, "a.csv", table(["id", "score"], [[100 + n, 0.5] for n in range(9)]))
    floats = write(tmp_path, "b.csv", table(["id", "score"], [[f"{100 + n}.0", 0.25] for n in range(9)]))
    texts = write(tmp_path, "c.json", json.dumps([{"id": str(100 + n), "score": 0.75} for n in range(9)]))
    for other in (floats, texts):
        assert inspect_files([numbers, other])["units"]["in_both"] == 9


def test_that_repeats_named_and_unnamed_are_averaged_per_unit(tmp_path: Path) -> None:
    rows = [[f"q{unit}", epoch, (unit + epoch) % 2] for unit in range(10) for epoch in (1, 2)]
    named = open_pair(tmp_path, ["id", "epoch", "score"], rows, rows)
    assert len(named.units) == 10
    assert [metric.name for metric in named.metrics] == ["score"]
    unnamed = open_pair(
        tmp_path, ["id", "score"], [[row[0], row[2]] for row in rows], [[row[0], row[2]] for row in rows]
    )
    assert np.array_equal(named.rows.repeat, unnamed.rows.repeat)
    assert "repeats_found" in codes(unnamed)


def test_that_a_few_doubles_are_a_warning(tmp_path: Path) -> None:
    rows = [[f"q{unit}", unit % 2] for unit in range(20)]
    assert "duplicate_keys" in codes(open_pair(tmp_path, ["id", "score"], [*rows, rows[3]], rows))


def test_that_raters_are_kept_apart_and_make_a_human_metric(tmp_path: Path) -> None:
    rows = [[f"c{unit}", rater, (unit + len(rater)) % 5 + 1] for unit in range(12) for rater in ("ann", "robert")]
    observed = open_pair(tmp_path, ["conversation", "annotator", "empathy"], rows, rows)
    assert observed.raters == ("ann", "robert")
    assert observed.metrics[0].tier == "human"
    assert (observed.metrics[0].type, observed.metrics[0].scale) == ("ordinal", (1.0, 5.0))


def test_that_error_rows_keep_value_and_status(tmp_path: Path) -> None:
    rows: list[list[Any]] = [[f"q{unit}", unit % 2, 30, ""] for unit in range(20)]
    rows[3][1:] = [0, 30000, "timed out after 30 s"]
    rows[4][1:] = ["", "", "model returned 500"]
    observed = open_pair(tmp_path, ["id", "ok", "latency_ms", "error"], rows, rows)
    statuses = {STATUSES[code] for code in observed.rows.status.tolist()}
    assert statuses == {"ok", "timeout", "model_error"}
    assert np.isfinite(observed.rows.value[observed.rows.status == STATUSES.index("timeout")]).all()
    document = inspect_files([tmp_path / "a.csv"])
    assert document["files"][0]["error_rows"] == 2
    assert document["metrics"]["ok"]["before"]["scored_rows"] == 18
    scored = inspect_files([tmp_path / "a.csv"], ColumnMapping(errors="as-scored"))
    assert scored["metrics"]["ok"]["before"]["scored_rows"] == 19
    failed = inspect_files([tmp_path / "a.csv"], ColumnMapping(errors="as-failure"))
    assert failed["metrics"]["ok"]["before"]["scored_rows"] == 20


def test_that_labels_become_shares_and_attributes_segments(tmp_path: Path) -> None:
    before = [[f"q{n}", "good" if n % 3 else "cold", "ab"[n % 2], f"m-{1}", n % 4 / 3] for n in range(30)]
    after = [[f"q{n}", "good" if n % 2 else "cold", "ab"[n % 2], f"m-{2}", n % 5 / 4] for n in range(30)]
    document = inspect_files(pair(tmp_path, ["id", "tone", "plan", "model", "rouge"], before, after))
    assert document["metrics"]["tone=good"]["before"]["mean"] == pytest.approx(2 / 3)
    assert document["metrics"]["tone=good"]["better"] == "higher"
    assert document["metrics"]["tone=cold"]["better"] == "lower"
    assert list(document["segments"]) == ["plan"]
    assert document["files"][1]["model"] == "m-2"


def test_that_a_segment_on_which_arms_disagree_is_a_problem(tmp_path: Path) -> None:
    before = [[f"q{n}", "ab"[n % 2], n % 4 / 3] for n in range(40)]
    after = [*before[:39], ["q39", "a", 0.5]]
    observed = open_pair(tmp_path, ["id", "plan", "rouge"], before, after)
    conflict = next(problem for problem in observed.problems if problem.code == "segment_conflict")
    assert "q39" in conflict.text
    assert len(observed.dimensions["plan"].codes) == 40


def test_that_a_property_of_the_unit_is_no_metric(tmp_path: Path) -> None:
    before = [[f"q{n}", n % 7 * 100, n % 4 / 3] for n in range(40)]
    after = [[f"q{n}", n % 7 * 100, n % 5 / 4] for n in range(40)]
    observed = open_pair(tmp_path, ["id", "seats", "rouge"], before, after)
    assert [metric.name for metric in observed.metrics] == ["rouge"]
    assert "unit_attribute" in codes(observed)


def test_that_segments_come_from_a_lookup_file(tmp_path: Path) -> None:
    rows = [[f"q{n}", n % 3 / 2] for n in range(20)]
    lookup = write(
        tmp_path, "segments.tsv", table(["query", "tier"], [[f"q{n}", "ht"[n % 2]] for n in range(19)], "\t")
    )
    files = pair(tmp_path, ["id", "rouge"], rows, rows)
    document = inspect_files(files, ColumnMapping(lookup=str(lookup)))
    assert document["segments"]["tier"]["baseline"] == {"h": 10, "t": 9}
    assert any(problem["code"] == "lookup_incomplete" for problem in document["problems"])
    other = write(tmp_path, "other.csv", table(["k", "tier"], [["zz", "h"], ["yy", "t"]]))
    with pytest.raises(ReadError, match=r"other\.csv"):
        open_files(files, ColumnMapping(lookup=str(other)))


def test_that_clusters_weights_and_denominators_are_taken(tmp_path: Path) -> None:
    rows = [[f"q{n}", f"user{n // 2}", 1 + n % 3, n % 4, 10 + n] for n in range(20)]
    chosen = ColumnMapping(cluster="user", weight="share", denominators={"clicks": "views"}, unit="id")
    observed = open_files(pair(tmp_path, ["id", "user", "share", "clicks", "views"], rows, rows), chosen)
    assert observed.cluster is not None
    assert len(observed.cluster.labels) == 10
    assert observed.weight is not None
    assert observed.weight[0] == 1
    assert observed.metrics[0].type == "ratio"
    assert observed.rows.denominator is not None
    assert observed.rows.denominator.tolist()[:2] == [10, 11]


def test_that_the_same_file_and_equal_arms_are_said(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", table(["id", "score"], [[f"q{n}", n % 2] for n in range(9)]))
    assert {"same_file_twice", "identical_arms"} <= codes(open_files([path, path]))


def test_that_units_of_one_arm_only_are_counted(tmp_path: Path) -> None:
    columns = ["id", "score"]
    before, after = [[f"q{n}", n % 2] for n in range(10)], [[f"q{n}", n % 2] for n in range(2, 15)]
    document = inspect_files(pair(tmp_path, columns, before, after))
    assert document["units"] == {"baseline": 10, "candidate": 13, "in_both": 8, "only_baseline": 2, "only_candidate": 5}
    assert document["metrics"]["score"]["paired"]["units"] == 8


def test_that_a_column_nobody_has_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", table(["id", "score"], [["q1", 1], ["q2", 0]]))
    for chosen in (ColumnMapping(unit="nope"), ColumnMapping(segments=("nope",)), ColumnMapping(weight="nope")):
        with pytest.raises(ReadError, match=r"a\.csv: there is no column called 'nope'"):
            open_files([path], chosen)
    with pytest.raises(ReadError, match="no file"):
        open_files([])


def test_that_ignored_columns_are_gone(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", table(["id", "score", "other"], [[f"q{n}", n % 2, n % 3] for n in range(9)]))
    assert [metric.name for metric in open_files([path], ColumnMapping(ignore=("other",))).metrics] == ["score"]


def test_that_progress_grows_to_one(tmp_path: Path) -> None:
    shares: list[float] = []
    path = write(tmp_path, "a.csv", table(["id", "score"], [[f"q{n}", n % 2] for n in range(9)]))
    open_files([path, path], progress=lambda share, _: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize("before", [["ok"] * 6, ["ok"] * 5 + ["infra_error"]])
def test_that_a_status_column_needs_only_one_word_in_one_of_the_files(tmp_path: Path, before: list[str]) -> None:
    after = ["ok", "ok", "ok", "model_error", "timeout", "ok"]
    files = [
        write(tmp_path, name, table(["id", "done", "status"], [[f"q{i}", i % 2, word] for i, word in enumerate(words)]))
        for name, words in (("before.csv", before), ("candidate.csv", after))
    ]
    observed = open_files(files)
    assert [metric.name for metric in observed.metrics] == ["done"]
    assert {STATUSES[code] for code in observed.rows.status.tolist()} == {*before, *after}


def test_that_a_status_that_says_ok_everywhere_is_no_metric(tmp_path: Path) -> None:
    rows = [[f"q{i}", i % 2, "ok"] for i in range(6)]
    files = [write(tmp_path, name, table(["id", "done", "status"], rows)) for name in ("before.csv", "candidate.csv")]
    assert [metric.name for metric in open_files(files).metrics] == ["done"]
