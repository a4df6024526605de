"""Tables of groups: read as such in every layout, never as a few units, and refused with what to ask for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.readers.formats.documents import FORMATS, codes, inspect, refusal
from tests.readers.samples import needs_shared, write
from tradeoff_app.model.mapping import ColumnMapping, MetricColumn
from tradeoff_app.readers import open_files
from tradeoff_app.readers.wire import pack_observations, unpack_observations

CONVERSIONS = """segment,variant,visitors,conversions,conversion_rate,uplift,p_value
mobile,control,5000,400,8.00%,,
mobile,treatment,4900,441,9.00%,12.5%,0.08
desktop,control,3000,300,10.00%,,
desktop,treatment,3100,341,11.00%,10%,0.2
All users,control,8000,700,8.75%,,
All users,treatment,8000,782,9.78%,11.7%,0.02
"""


def test_that_conversions_and_visitors_are_a_rate_and_totals_are_not_added_to_their_parts(tmp_path: Path) -> None:
    found = inspect(write(tmp_path, "a.csv", CONVERSIONS))
    metric = found["metrics"]["conversion_rate"]
    assert list(found["metrics"]) == ["conversion_rate"]
    assert metric["type"] == "binary"
    assert metric["before"]["mean"] == pytest.approx(700 / 8000)
    assert metric["after"]["scored_units"] == 8000
    assert found["units"] | {"why": ""} == {
        **dict.fromkeys(("in_both", "only_baseline", "only_candidate")),
        "baseline": 8000,
        "candidate": 8000,
        "why": "",
    }
    assert found["segments"]["segment"]["baseline"] == {"desktop": 3000, "mobile": 5000}
    assert {"aggregates_only", "unused_columns"} <= set(codes(found))


LAYOUTS = {
    "sd": "variant,n,score_mean,score_sd\ncontrol,400,4.0,1.0\ntreatment,400,4.2,1.1\n",
    "variance": "variant,n,score mean,score variance\ncontrol,400,4.0,1.0\ntreatment,400,4.2,1.21\n",
    "error": "variant,n,avg score,score std error\ncontrol,400,4.0,0.05\ntreatment,400,4.2,0.055\n",
    "interval": "variant,n,score,score_ci_low,score_ci_high\ncontrol,400,4.0,3.902,4.098\n"
    "treatment,400,4.2,4.0922,4.3078\n",
    "long": "variant,metric,n,mean,sd\ncontrol,score,400,4.0,1.0\ntreatment,score,400,4.2,1.1\n",
    "german": "variant;n;score_mean;score_sd\ncontrol;400;4,0;1,0\ntreatment;400;4,2;1,1\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_that_a_spread_is_read_whatever_it_is_given_as(tmp_path: Path, layout: str) -> None:
    seen = open_files([write(tmp_path, "a.csv", LAYOUTS[layout])])
    assert seen.are_aggregates
    assert (seen.arms, seen.metrics[0].name, seen.metrics[0].type) == (("control", "treatment"), "score", "continuous")
    assert seen.rows.value.tolist() == [4.0, 4.2]
    assert seen.rows.sd == pytest.approx(np.array([1.0, 1.1]), rel=1e-3)
    assert seen.rows.n is not None
    assert seen.rows.n.tolist() == [400.0, 400.0]


def test_that_columns_of_both_versions_side_by_side_are_two_arms(tmp_path: Path) -> None:
    text = "segment,control_users,control_conversions,treatment_users,treatment_conversions\n"
    found = inspect(write(tmp_path, "a.csv", text + "mobile,5000,400,4900,441\ndesktop,3000,300,3100,341\n"))
    assert found["metrics"]["conversions"]["after"]["mean"] == pytest.approx(782 / 8000)


def test_that_two_files_are_two_arms(tmp_path: Path) -> None:
    head = "segment,n,csat_mean,csat_sd\n"
    before = write(tmp_path, "a.csv", head + "vip,40,4.2,0.9\nbasic,100,3.9,1.1\nOverall,140,3.99,1.06\n")
    after = write(tmp_path, "b.csv", head + "vip,41,4.3,0.9\nbasic,90,3.8,1.1\nOverall,131,3.96,1.06\n")
    found = inspect(before, after)
    assert found["metrics"]["csat"]["after"]["scored_units"] == 131
    assert found["segments"]["segment"]["candidate"] == {"basic": 90, "vip": 41}


def test_that_a_mean_with_the_spread_of_a_rate_is_a_rate(tmp_path: Path) -> None:
    text = "variant,n,solved_mean,solved_sd\nbaseline,100,0.5,0.5025\ncandidate,100,0.6,0.4924\n"
    assert inspect(write(tmp_path, "a.csv", text))["metrics"]["solved"]["type"] == "binary"


def test_that_rates_in_percent_without_the_sign_are_shares(tmp_path: Path) -> None:
    text = "variant,users,conversion_rate\ncontrol,1000,0.9\ntreatment,1000,1.4\n"
    found = inspect(write(tmp_path, "a.csv", text))["metrics"]["conversion_rate"]
    assert (found["before"]["mean"], found["after"]["mean"]) == (pytest.approx(0.009), pytest.approx(0.014))


def test_that_rows_of_several_days_are_put_together_and_said(tmp_path: Path) -> None:
    lines = [f"2026-01-0{day},{arm},100,{10 + day}" for day in (1, 2) for arm in ("control", "treatment")]
    found = inspect(write(tmp_path, "a.csv", "date,variant,users,signups\n" + "\n".join(lines) + "\n"))
    assert found["metrics"]["signups"]["before"] == {
        "mean": pytest.approx(23 / 200),
        "sd": pytest.approx(0.3198, abs=1e-3),
        "scored_units": 200,
        "scored_rows": 2,
    }
    assert "groups_put_together" in codes(found)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("variant,users,avg_order_value\ncontrol,8000,35.2\ntreatment,7900,36.1\n", "standard deviation"),
        ("variant,segment,revenue_mean,revenue_sd\ncontrol,a,35,10\ntreatment,a,36,10\n", "one more column, n"),
        ("variation,visitors,uplift\ncontrol,1200,0.02\ntreatment,1200,0.03\n", "standard deviation"),
    ],
)
def test_that_what_is_missing_is_asked_for_in_one_sentence(tmp_path: Path, text: str, asked: str) -> None:
    assert asked in refusal(write(tmp_path, "a.csv", text))


def test_that_a_total_whose_spread_is_unknown_is_left_out_and_named(tmp_path: Path) -> None:
    text = "variant,users,conversions,revenue\ncontrol,8000,700,12030.5\ntreatment,7900,760,13030.1\n"
    found = inspect(write(tmp_path, "a.csv", text))
    assert list(found["metrics"]) == ["conversions"]
    assert any(problem["code"] == "no_spread" and "revenue" in problem["text"] for problem in found["problems"])


def test_that_rows_of_units_with_means_of_repeats_stay_units(tmp_path: Path) -> None:
    lines = [f"q{unit},0.{unit % 10},0.1,5" for unit in range(12)]
    path = write(tmp_path, "a.csv", "item_id,score_mean,score_sd,runs\n" + "\n".join(lines) + "\n")
    assert not open_files([path]).are_aggregates


@pytest.mark.parametrize("header", ["id,score,count", "id,accuracy,n", "conversation_id,passed,sessions"])
def test_that_rows_of_units_with_a_number_beside_stay_units(tmp_path: Path, header: str) -> None:
    lines = [f"q{unit},{unit % 2},{40 + unit}" for unit in range(30)]
    assert not open_files([write(tmp_path, "a.csv", header + "\n" + "\n".join(lines) + "\n")]).are_aggregates


def test_that_groups_beside_rows_of_units_are_refused(tmp_path: Path) -> None:
    groups = write(tmp_path, "a.csv", "segment,n,score_mean,score_sd\nx,400,4.0,1.0\ny,300,4.0,1.0\n")
    units = write(tmp_path, "b.csv", "id,score\n" + "\n".join(f"q{n},{n % 5}" for n in range(30)) + "\n")
    assert "b.csv holds rows of single units" in refusal(groups, units)


REMARKS = """Segment,Variant,Users,Conversion Rate,95% CI,Significant?,Winner
Mobile,Control,5000,8.00%,"[7.3%, 8.8%]",,
Mobile,Variant B,4900,9.00%,"[8.2%, 9.8%]",no,-
Desktop,Control,3000,10.00%,"[8.9%, 11.0%]",,
Desktop,Variant B,3100,11.00%,"[9.4%, 11.5%]",no,-
Worldwide,Control,8000,8.75%,"[8.1%, 9.4%]",,
Worldwide,Variant B,8000,9.78%,"[8.9%, 10.2%]",yes,Variant B
"""


def test_that_remarks_are_no_segments_and_a_total_has_any_name(tmp_path: Path) -> None:
    found = inspect(write(tmp_path, "a.csv", REMARKS))
    assert found["segments"] == {
        "Segment": {
            "baseline": {"Desktop": 3000, "Mobile": 5000},
            "candidate": {"Desktop": 3100, "Mobile": 4900},
        }
    }
    assert "total_rows" in codes(found)


def test_that_divisions_of_the_same_people_are_not_added_up(tmp_path: Path) -> None:
    rows = [("device", "mobile", 5000), ("device", "desktop", 3000), ("country", "US", 6000), ("country", "DE", 2000)]
    lines = [f"{kind},{value},{arm},{n},{n // 10}" for kind, value, n in rows for arm in ("control", "treatment")]
    found = inspect(write(tmp_path, "a.csv", "dimension,value,variant,users,conversions\n" + "\n".join(lines) + "\n"))
    assert found["units"]["baseline"] == 8000
    assert found["segments"]["value"]["baseline"] == {"desktop": 3000, "mobile": 5000}
    assert "stacked_divisions" in codes(found)


def test_that_totals_within_a_cross_of_segments_are_left_out(tmp_path: Path) -> None:
    lines = [
        f"{country},{device},{arm},{n},5.0,0.2"
        for arm in ("A", "B")
        for country, device, n in (
            *(("US", "mobile", 500), ("US", "desktop", 400), ("US", "All", 900)),
            *(("DE", "mobile", 300), ("DE", "desktop", 200), ("DE", "All", 500), ("All", "All", 1400)),
        )
    ]
    found = inspect(write(tmp_path, "a.csv", "country,device,arm,n,score_mean,score_se\n" + "\n".join(lines) + "\n"))
    assert found["units"]["baseline"] == 1400
    assert found["segments"]["country"]["baseline"] == {"DE": 500, "US": 900}


def test_that_what_is_stated_about_a_metric_holds(tmp_path: Path) -> None:
    stated = ColumnMapping(metrics=(MetricColumn(column="score", type="duration", better="lower"),))
    seen = open_files([write(tmp_path, "a.csv", LAYOUTS["sd"])], stated)
    assert (seen.metrics[0].type, seen.metrics[0].better, seen.metrics[0].assumed) == ("duration", "lower", ())


def test_that_groups_pass_between_processes_unchanged(tmp_path: Path) -> None:
    seen = open_files([write(tmp_path, "a.csv", CONVERSIONS)])
    back = unpack_observations(*pack_observations(seen))
    for name in ("n", "sd", "value", "unit", "arm"):
        assert np.array_equal(getattr(back.rows, name), getattr(seen.rows, name), equal_nan=True)
    assert back.are_aggregates


@needs_shared
def test_that_the_shared_dashboard_has_the_means_of_its_users() -> None:
    folder = FORMATS / "ab_test"
    groups, users = inspect(folder / "dashboard_aggregates.csv"), inspect(folder / "experiment_users.csv")
    assert groups["units"]["baseline"] == users["units"]["baseline"]
    for metric in ("orders", "revenue"):
        assert groups["metrics"][metric]["after"]["mean"] == pytest.approx(
            users["metrics"][metric]["after"]["mean"], abs=1e-5
        )
