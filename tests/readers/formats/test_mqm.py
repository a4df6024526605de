from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.readers.formats.documents import FORMATS, codes, inspect, mean, refusal
from tests.readers.samples import needs_shared, write
from tradeoff_app.readers import open_files
from tradeoff_app.readers.formats.mqm import weigh

HEADER = ("system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity", "comment")
OK = ("No-error", "No-error")


def ratings(folder: Path, name: str, errors: Sequence[tuple[str, int, str, str, str]]) -> Path:
    rows = [
        (system, f"talk.{unit % 2}", "1", str(unit), rater, 'he said "yes', f"<v>target</v> {unit}", kind, level, "")
        for system, unit, rater, kind, level in errors
    ]
    return write(folder, name, "".join("\t".join(row) + "\n" for row in (HEADER, *rows)))


def test_that_errors_are_summed_per_segment_and_rater(tmp_path: Path) -> None:
    errors = [
        ("new", 1, "r1", "Accuracy/Mistranslation", "Major"),
        ("new", 1, "r1", "Fluency/Punctuation", "Minor"),
        ("new", 1, "r2", *OK),
        ("new", 2, "r1", "Style/Awkward", "Minor"),
        ("old", 1, "r2", "Non-translation!", "Major"),
        ("old", 2, "r1", *OK),
    ]
    found = inspect(ratings(tmp_path, "a.tsv", errors))
    assert (found["arms"], found["unit_column"], found["units"]["in_both"]) == (["old", "new"], "seg_id", 2)
    assert mean(found, "mqm_score") == -12.5
    assert mean(found, "mqm_score", "after") == pytest.approx((-5.1 / 2 - 1) / 2)
    assert mean(found, "major_errors", "after") == 0.25
    assert found["metrics"]["mqm_score"]["better"] == "higher"
    assert found["metrics"]["mqm_score"]["tier"] == "human"
    assert found["files"][0]["rows"] == 5
    assert "mqm_weights" in codes(found)


def test_that_weights_are_the_published_ones() -> None:
    assert [weigh("Fluency/Punctuation", level) for level in ("Major", "Minor", "Neutral")] == [5.0, 0.1, 0.0]
    assert weigh("Accuracy/Omission", "minor") == 1.0
    assert weigh("Accuracy/Omission", "Catastrophe") is None


def test_that_an_unknown_severity_leaves_the_score_open(tmp_path: Path) -> None:
    found = inspect(ratings(tmp_path, "a.tsv", [("s", 1, "r1", "Other", "Critical"), ("s", 2, "r1", *OK)]))
    assert found["metrics"]["mqm_score"]["before"]["scored_units"] == 1
    assert "unknown_severity" in codes(found)


def test_that_averages_with_mixed_delimiters_are_read(tmp_path: Path) -> None:
    text = "system mqm_avg_score seg_id\n" + "".join(
        f"{name}\t{value} {unit}\n" for name, value in (("old", "-2.0"), ("new", "-1.0")) for unit in range(1, 6)
    )
    found = inspect(write(tmp_path, "a.tsv", text + "new\tNone 6\n"))
    assert (found["arms"], found["units"]["in_both"]) == (["old", "new"], 5)
    assert found["metrics"]["mqm_avg_score"]["paired"]["mean_difference"] == 1.0


def test_that_broken_lines_are_named(tmp_path: Path) -> None:
    text = "\t".join(HEADER) + "\n"
    assert "0 rows" in refusal(write(tmp_path, "a.tsv", text))
    assert "line 2: this line is cut off" in refusal(write(tmp_path, "b.tsv", text + "sys\tdoc\t1\t1\tr1\tso"))
    assert "line 2: 12 values" in refusal(write(tmp_path, "c.tsv", text + "x\t" * 11 + "x\n"))
    averages = "system mqm_avg_score seg_id\nsys\t-1.0\n"
    assert "line 2: 2 values" in refusal(write(tmp_path, "d.tsv", averages))
    assert "'bad' is no score" in refusal(write(tmp_path, "e.tsv", averages.replace("-1.0", "bad 1")))


@needs_shared
def test_that_the_sums_are_the_published_averages() -> None:
    folder = FORMATS / "wmt_mqm"
    errors = inspect(folder / "mqm_ted_ende.two_systems.tsv")
    assert (errors["arms"], errors["units"]["in_both"]) == (["Facebook-AI", "Online-W"], 223)
    assert [file["rows"] for file in errors["files"]] == [446]
    published = segment_scores(folder / "mqm_ted_ende.avg_seg_scores.tsv", "mqm_avg_score")
    summed = segment_scores(folder / "mqm_ted_ende.two_systems.tsv", "mqm_score")
    assert {key: pytest.approx(published[key], abs=1e-6) for key in summed} == summed


def segment_scores(path: Path, metric: str) -> dict[tuple[str, str], float]:
    observed = open_files([path])
    rows = observed.rows
    chosen = (rows.metric == observed.metric_index(metric)) & ~np.isnan(rows.value)
    codes = zip(rows.arm[chosen].tolist(), rows.unit[chosen].tolist(), rows.value[chosen].tolist(), strict=True)
    return {(observed.arms[arm], observed.units[unit]): value for arm, unit, value in codes}
