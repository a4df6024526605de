"""A project of twelve units that has something of everything: odd numbers, several segments, an accepted regression."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.observations import Categories, MeasuredMetric, Observations, Rows, SourceFile
from tradeoff_app.analysis.table import EvidenceSource, Table
from tradeoff_app.model.acceptance import Person, Response
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Scenario
from tradeoff_app.model.segment import Exposure, Segment

UNITS = 12


@dataclass(frozen=True)
class Small:
    """What a save needs."""

    project: Project
    source: EvidenceSource


def make_small() -> Small:
    """The project, and its evidence with missing values, fractions and a negative zero."""
    return Small(make_project(), make_source())


def make_project(project_id: str = "5b0f7b1e-6d0a-4f43-8f0e-0d6b5a7a1c11") -> Project:
    """A project whose maps are not in alphabetical order."""
    money = Money(metric="task_done", per_unit=Range(low=1.1, base=2.2, high=3.3))
    response = Response(
        metric="task_done",
        segment="tail",
        accepted_up_to=0.1,
        accepter=Person(name="Dana", role="VP"),
        accepted_on=date(2026, 11, 1),
    )
    scenario = Scenario(
        id="zeta",
        candidate="candidate",
        money={money.key: money},
        segment_weights={"tail": 1.0, "head": 0.5},
        regressions={response.key: response},
    )
    exposure = Exposure(basis="query", per_month=Range(low=1e3, base=2e3, high=3e3))
    segments = (
        Segment(id="tail", where={"tier": ("tail",)}, exposure=(exposure,), protected=True),
        Segment(id="head", where={"tier": ("head",)}),
    )
    return Project(
        id=project_id,
        title="Kleine Lösung → 4.3",
        partition=("tier",),
        candidates={"candidate": Candidate(id="candidate")},
        metrics={
            "task_done": Metric(id="task_done", type="binary", better="higher"),
            "grade": Metric(id="grade", type="ordinal", better="higher", scale=(1.0, 5.0)),
        },
        segments={segment.id: segment for segment in segments},
        gates={
            "g2": Gate(id="g2", metric="task_done", rule="superiority"),
            "g1": Gate(id="g1", metric="grade", rule="absolute_target", target=4.5),
        },
        scenarios={"zeta": scenario, "alpha": Scenario(id="alpha", candidate="candidate")},
        assumed=("metrics/grade/scale",),
        as_of=date(2026, 11, 23),
    )


def make_source() -> EvidenceSource:
    """Evidence whose columns need different types: whole numbers, thirds, missing values, -0.0."""
    values = np.zeros((2, 2, UNITS))
    values[0, 0] = [1, 0] * 6
    values[0, 1] = [1, 1, 0, np.nan] * 3
    values[1, 0] = np.arange(UNITS) / 3.0
    values[1, 1] = [-0.0, 0.5, 1e-300, 5.0, 70000.0, 2.0, 1.0, np.nan, 3.0, 4.0, 4.5, 0.1]
    present = np.ones((2, UNITS), dtype=np.bool_)
    present[1, 3] = False
    missing = np.isnan(values)
    table = Table(
        arms=("baseline", "candidate"),
        metrics=("task_done", "grade"),
        dimensions={"tier": Categories(("head", "tail"), np.array([0, 1] * 6, dtype=np.int64))},
        cluster=np.array([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 300, 300], dtype=np.int64),
        weight=np.linspace(0.1, 1.3, UNITS),
        values=values,
        status=np.array([[0] * UNITS, [0, 1] * 6], dtype=np.int64),
        present=present,
        missing=missing,
    )
    finding = Finding("status_separate", "info", "task_done", None, {"status": "refusal", "rows": 3})
    return EvidenceSource(table, "paired", False, (finding,))


def make_observations() -> Observations:
    """Rows with raters, clusters and answers, as an archive carries them."""
    count = 2 * UNITS
    rows = Rows(
        arm=np.repeat([0, 1], UNITS).astype(np.int64),
        unit=np.tile(np.arange(UNITS), 2).astype(np.int64),
        repeat=np.zeros(count, dtype=np.int64),
        rater=np.zeros(count, dtype=np.int64),
        metric=np.zeros(count, dtype=np.int64),
        value=np.where(np.arange(count) % 5 == 0, np.nan, np.arange(count) / 7.0),
        status=np.zeros(count, dtype=np.int64),
    )
    file = SourceFile("a.csv", "00", 10, "table", None, "baseline", None, None, UNITS, UNITS, 0, 0)
    return Observations(
        arms=("baseline", "candidate"),
        units=tuple(f"u{unit:02d}" for unit in range(UNITS)),
        metrics=(MeasuredMetric("task_done", "binary", "higher", assumed=("better",)),),
        rows=rows,
        dimensions={"tier": Categories(("head", "tail"), np.array([0, 1] * 6, dtype=np.int64))},
        cluster=Categories(("x", "y"), np.array([0, 1] * 6, dtype=np.int64)),
        weight=np.linspace(0.1, 1.3, UNITS),
        raters=("ann",),
        files=(file,),
        outputs={"baseline": {"u00": "Hallo Ü"}},
        questions={"u00": "Wer da?"},
        unit_column="id",
    )
