from __future__ import annotations

from pathlib import Path

from tests.readers.formats.documents import document, refusal


def test_that_files_without_results_are_refused_by_name(tmp_path: Path) -> None:
    averages = {"score": 0.8, "score:std": 0.4, "chars": 900.1, "chars:std": 80.0}
    assert "simple-evals, which holds only averages" in refusal(document(tmp_path, "a.json", averages))
    described = {"name": "run", "scenario_spec": {}, "adapter_spec": {}}
    assert "HELM run description" in refusal(document(tmp_path, "b.json", described))
