"""Weight templates: what comes along can be read, a line fits one metric, what is kept comes back the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.test_trade_offs import _project
from tradeoff_app.app import weight_templates
from tradeoff_app.app.weight_templates import (
    SHIPPED,
    TemplateLine,
    WeightTemplate,
    fitting,
    list_templates,
    save_template,
    with_template,
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(weight_templates, "own_folder", lambda: tmp_path)
    return tmp_path


def test_that_every_shipped_template_can_be_read() -> None:
    assert len([item for item in list_templates() if not item.is_own]) == len(list(SHIPPED.glob("*.json"))) > 0


def test_that_a_line_serves_one_metric_and_a_whole_name_wins_over_a_part() -> None:
    template = WeightTemplate("t", (TemplateLine(("done",), 100), TemplateLine(("wrong", "wait"), 50)))
    found = fitting(template, _project({}, {}))
    assert found["done"].points == 100
    assert len(found) == 2


def test_that_metrics_without_a_line_lose_their_points_and_ranges_stay() -> None:
    project = _project({}, {"done": 30.0, "wait": 70.0})
    weighed = with_template(project, WeightTemplate("t", (TemplateLine(("done",), 90),)), {})
    swings = weighed.scenario().swing
    assert (swings["done"].points, swings["wait"].points) == (90.0, 0.0)
    assert swings["wait"].worst == 20.0


def test_that_kept_weights_come_back_on_another_project() -> None:
    assert save_template(_project({}, {"done": 30.0, "wait": 70.0}), "Spring / release")
    (own,) = [item for item in list_templates() if item.is_own]
    weighed = with_template(_project({}, {}), own, {}).scenario().swing
    assert own.title == "Spring / release"
    assert {key: swing.points for key, swing in weighed.items()} == {"done": 30.0, "wait": 70.0}
    assert (weighed["wait"].worst, weighed["wait"].best) == (20.0, 0.0)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"title": 3, "metrics": []}', '{"title": "x", "metrics": [{"points": "a"}]}']
)
def test_that_a_file_that_is_no_template_is_passed_over(own_folder: Path, text: str) -> None:
    (own_folder / "bad.json").write_text(text, encoding="utf-8")
    assert [item for item in list_templates() if item.is_own] == []
