from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.formats.documents import document, refusal
from tests.readers.samples import write


def test_that_files_without_results_are_refused_by_name(tmp_path: Path) -> None:
    averages = {"score": 0.8, "score:std": 0.4, "chars": 900.1, "chars:std": 80.0}
    assert "simple-evals, which holds only averages" in refusal(document(tmp_path, "a.json", averages))
    described = {"name": "run", "scenario_spec": {}, "adapter_spec": {}}
    assert "HELM run description" in refusal(document(tmp_path, "b.json", described))
    cells = [{"value": "Llama"}, {"value": 0.5, "run_spec_names": ["bbq:model=llama"]}]
    group = {"title": "Accuracy", "header": [{"value": "Model"}, {"value": "Mean win rate"}], "rows": [cells]}
    assert "HELM's averages per model" in refusal(document(tmp_path, "c.json", group))
    joined = {"_type": "joined-table", "join_key": "id", "table1": "a.table.json", "table2": "b.table.json"}
    assert "Choose the two .table.json files" in refusal(document(tmp_path, "d.table.json", joined))
    parts = {"_type": "partitioned-table", "parts_path": "parts"}
    assert "the folder of its parts" in refusal(document(tmp_path, "e.table.json", parts))
    choice = {"from_name": "sentiment", "to_name": "text", "type": "choices", "value": {"choices": ["Negative"]}}
    task = {"completions": [{"result": [choice]}], "data": {"text": "fine"}, "id": 1}
    assert "before version 1.0" in refusal(document(tmp_path, "f.json", task))
    assert "Export it again" in refusal(document(tmp_path, "g.json", [task, task]))


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.xlsx", "a.parquet"])
def test_that_a_pointer_of_git_lfs_is_told_from_the_file(tmp_path: Path, name: str) -> None:
    text = "version https://git-lfs.github.com/spec/v1\noid sha256:5b38f65703dd\nsize 3968\n"
    assert "git lfs pull" in refusal(write(tmp_path, name, text))
