from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.formats.documents import FORMATS, codes, document, inspect, mean, refusal
from tests.readers.formats.test_parquet_table import write_parquet
from tests.readers.samples import needs_shared
from tradeoff_app.readers import open_files

DOC = """{{'query': 'question ' || i, 'choices': ['A', 'B'], 'gold_index': i % 2, 'id': 'S' || i,
 'task_name': '{task}', 'specific': {{'persona': ['new', 'old'][i % 2 + 1]}}}} AS doc"""
ANSWER = "{'input': 'x', 'text': ['answer ' || i], 'output_tokens': [[4, 5]]} AS model_response"


def details(
    path: Path, metric: str = "{'em': (i % 4 = 0)::DOUBLE, 'f1': 0.5}", rows: int = 8, task: str = "t|0"
) -> Path:
    return write_parquet(path, f"SELECT {DOC.format(task=task)}, {metric} AS metric, {ANSWER} FROM range({rows}) r(i)")


def test_that_objects_become_unit_metrics_segments_and_answers(tmp_path: Path) -> None:
    before = details(tmp_path / "details_t|0.parquet")
    after = details(tmp_path / "b.parquet", "{'em': 1.0, 'f1': 0.5}")
    found = inspect(before, after)
    assert (found["unit_column"], found["units"]["in_both"]) == ("id", 8)
    assert (mean(found, "em"), mean(found, "em", "after")) == (0.25, 1.0)
    assert set(found["metrics"]) == {"em", "f1"}
    assert found["segments"]["persona"]["baseline"] == {"new": 4, "old": 4}
    assert open_files([before]).outputs["baseline"]["S3"] == "answer 3"


def test_that_details_from_before_there_was_a_document_are_read(tmp_path: Path) -> None:
    topics = "{'topic': ['x', 'y'][i % 2 + 1]} AS specifics"
    columns = "'question ' || i AS example, 'Answer: question ' || i AS full_prompt, ['text ' || i] AS predictions"
    scores = "{'em': (i < 3)::DOUBLE} AS metrics"
    path = write_parquet(tmp_path / "old.parquet", f"SELECT {columns}, {scores}, {topics} FROM range(4) r(i)")
    found = inspect(path)
    assert (found["files"][0]["format"], found["units"]["baseline"], mean(found, "em")) == ("lighteval", 4, 0.75)
    assert found["segments"]["topic"]["baseline"] == {"x": 2, "y": 2}


def test_that_a_long_footer_is_recognised(tmp_path: Path) -> None:
    wide = ", ".join(f"'v' || i AS column_with_a_long_name_{number}" for number in range(400))
    first = f"{ANSWER}, {DOC.format(task='t')}, {{'em': 1.0}} AS metric"
    path = write_parquet(tmp_path / "a.parquet", f"SELECT {first}, {wide} FROM range(2000) r(i)")
    assert int.from_bytes(path.read_bytes()[-8:-4], "little") > 16 << 10
    assert inspect(path)["files"][0]["format"] == "lighteval"


def test_that_documents_of_another_content_are_noticed(tmp_path: Path) -> None:
    before = details(tmp_path / "a.parquet")
    query = f"SELECT {DOC.format(task='t')}, {{'em': 1.0}} AS metric, {ANSWER} FROM range(8) r(i)"
    after = write_parquet(tmp_path / "b.parquet", query.replace("'question '", "'another '"))
    assert "items_differ" in codes(inspect(before, after))


def test_that_files_without_metrics_and_averages_are_refused(tmp_path: Path) -> None:
    path = write_parquet(
        tmp_path / "a.parquet", f"SELECT {DOC.format(task='t')}, NULL AS metric, {ANSWER} FROM range(3) r(i)"
    )
    assert "no metric of a document" in refusal(path)
    averages = {"config_general": {"model_name": "bot"}, "results": {"t|0": {"em": 0.5}}}
    assert "only averages" in refusal(document(tmp_path, "results.json", averages))


@needs_shared
def test_that_the_shared_pair_is_read() -> None:
    paths = sorted((FORMATS / "lighteval" / "v0.13.0").glob("*/details_*.parquet"))
    found = inspect(*paths)
    assert (found["unit_column"], found["units"]["in_both"]) == ("id", 120)
    assert mean(found, "em") == pytest.approx(0.8333333)
    assert mean(found, "f1") == pytest.approx(0.85)
    assert {"persona", "query_tier"} <= set(found["segments"])
