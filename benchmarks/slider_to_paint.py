"""Moves a value slider in the real window and measures the CPU time until everything visible is painted."""

from __future__ import annotations

import argparse
import json
import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does, but here numpy comes first

import numpy as np
from PySide6.QtWidgets import QApplication

from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.observations import Categories, MeasuredMetric, Observations, Rows
from tradeoff_app.analysis.proposal import propose_project
from tradeoff_app.analysis.table import make_source
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money
from tradeoff_app.model.segment import Exposure
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.plots.figure_view import FigureView
from tradeoff_app.ui.start import make_application, open_window
from tradeoff_app.ui.widgets.value_slider import ValueSlider


def make_observations(units: int, metrics: int, segments: int) -> Observations:
    """Paired rates for `units` units, `metrics` metrics and `segments` segments, from a fixed seed."""
    rng = np.random.default_rng(7)
    count = units * metrics * 2
    index = np.arange(count)
    unit, metric, arm = index % units, index // units % metrics, index // (units * metrics)
    value = (rng.random(count) < 0.6 + 0.03 * arm).astype(float)
    names = tuple(f"u{i:08d}" for i in range(units))
    zeros = np.zeros(count, dtype=np.int64)
    return Observations(
        arms=("baseline", "candidate"),
        units=names,
        metrics=tuple(MeasuredMetric(f"metric {m}", "binary", "higher", (0.0, 1.0)) for m in range(metrics)),
        rows=Rows(arm, unit, zeros, zeros - 1, metric, value, zeros),
        dimensions={"who": Categories(tuple(f"segment {s:02d}" for s in range(segments)), np.arange(units) % segments)},
    )


def with_values(project: Project) -> Project:
    """Every metric priced and every segment with a volume, so that the slider moves everything."""
    segments = {
        key: segment.model_copy(
            update={"exposure": (Exposure(basis="unit", per_month=Range(low=9e4, base=1e5, high=1.1e5)),)}
        )
        for key, segment in project.segments.items()
    }
    money = {f"{key}|*": Money(metric=key, per_unit=Range(low=1.0, base=2.0, high=3.0)) for key in project.metrics}
    scenario = project.scenario().model_copy(update={"money": money})
    return project.change(segments=segments, scenarios={scenario.id: scenario})


def main() -> None:
    """Print the median and 95th percentile of CPU milliseconds per move, and how many plots were visible."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--metrics", type=int, default=10)
    parser.add_argument("--segments", type=int, default=12)
    parser.add_argument("--replicates", type=int, default=4000)
    parser.add_argument("--moves", type=int, default=200)
    options = parser.parse_args()
    app, window = open_benchmark(options.rows, options.metrics, options.segments, options.replicates)
    slider = find_slider(app, window)
    spent = [move(app, slider, step) for step in range(options.moves)]
    plots = sum(view.isVisible() for view in window.findChildren(FigureView))
    median, p95 = (float(np.quantile(spent, q)) for q in (0.5, 0.95))
    window.document.close()
    if options.json:
        print(json.dumps({"cpu_ms": {"median": median, "p95": p95}, "visible_plots": plots}))
    else:
        print(f"slider to paint: median {median:.1f} ms, 95 % within {p95:.1f} ms of CPU, {plots} plots visible")


def open_benchmark(rows: int, metrics: int, segments: int, replicates: int) -> tuple[QApplication, MainWindow]:
    """The real window on a project of this size, at rest."""
    app = make_application()
    window = open_window(app)
    window.resize(1440, 900)
    seen = make_observations(max(200, rows // (2 * metrics)), metrics, segments)
    project = with_values(propose_project(seen, "Benchmark", "benchmark")).change(replicates=replicates)
    window.document.open(project, make_source(seen, project), build_evidence(seen, project), observations=seen)
    settle(app)
    return app, window


def find_slider(app: QApplication, window: MainWindow) -> ValueSlider:
    """A slider of the Value step, which is shown."""
    assert window.workspace is not None
    window.workspace.show_step("value")
    settle(app)
    return next(s for s in window.findChildren(ValueSlider) if s.isVisible() and "best guess" in s.accessibleName())


def settle(app: QApplication, seconds: float = 1.5) -> None:
    """Let everything that waits happen."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)


def move(app: QApplication, slider: ValueSlider, step: int) -> float:
    """CPU milliseconds from a move of the slider until everything visible is painted."""
    slider.setSliderDown(True)
    low, high = slider.minimum(), slider.maximum()
    start = time.process_time()
    slider.setValue(low + (high - low) * (20 + step % 60) // 100)
    app.processEvents()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
