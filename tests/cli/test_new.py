"""`tradeoff inspect`, `preview` and `new`: from files to a project, with what a PM states in a setup."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from pathlib import Path

import pytest

from tests.cli.conftest import Tradeoff, write_setup
from tradeoff_app.cli.arguments import make_parser
from tradeoff_app.cli.documents import InspectDocument
from tradeoff_app.cli.mapping_options import add_mapping_options, read_mapping
from tradeoff_app.model.mapping import ColumnMapping, LongColumns, MetricColumn
from tradeoff_app.storage.archive import read_archive
from tradeoff_app.storage.project_file import read_project

Pair = tuple[Path, Path]
FORMATS = Path(__file__).parents[2] / ".." / "shared" / "data" / "formats"


def parse(*words: str) -> ColumnMapping:
    """The mapping that these words mean."""
    parser = make_parser("inspect", "looks")
    add_mapping_options(parser)
    options: Namespace = parser.parse_args(words)
    return read_mapping(options)


def test_that_every_mapping_option_reaches_the_mapping() -> None:
    words = "--unit id --arm-column arm --baseline old --cluster user --segment tier --segment market --lookup s.csv"
    words += " --long name,value --run baseline=a --run candidate=b --ignore x --sheet S --decimal , --encoding latin-1"
    words += " --errors as-missing --pairing paired --repeat epoch --rater who --weight w --den ctr=views"
    assert parse(*words.split(), "--metric", "a:b:ordinal:lower") == ColumnMapping(
        unit="id",
        arm_column="arm",
        baseline="old",
        cluster="user",
        segments=("tier", "market"),
        metrics=(MetricColumn(column="a:b", type="ordinal", better="lower"),),
        long=LongColumns(metric="name", value="value"),
        lookup="s.csv",
        runs={"baseline": "a", "candidate": "b"},
        ignore=("x",),
        sheet="S",
        decimal=",",
        encoding="latin-1",
        errors="as-missing",
        pairing="paired",
        repeat="epoch",
        rater="who",
        weight="w",
        denominators={"ctr": "views"},
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("score", MetricColumn(column="score")),
        ("score:binary", MetricColumn(column="score", type="binary")),
        ("score:binary:lower", MetricColumn(column="score", type="binary", better="lower")),
        ("score::lower", MetricColumn(column="score", better="lower")),
        ("safety:pii", MetricColumn(column="safety:pii")),
        ("safety:pii:binary", MetricColumn(column="safety:pii", type="binary")),
    ],
)
def test_that_a_metric_is_read_from_its_end(text: str, expected: MetricColumn) -> None:
    assert parse("--metric", text).metrics == (expected,)


def test_that_inspect_says_what_is_in_two_files(tradeoff: Tradeoff, csv_pair: Pair) -> None:
    document = tradeoff("inspect", *csv_pair, "--json").document
    assert document["schema"] == "tradeoff/inspect@1"
    assert document["units"]["in_both"] == 40
    assert set(document["metrics"]) == {"task_done", "irrelevant"}
    assert document["metrics"]["task_done"]["paired"]["units"] == 40
    assert document["segments"]["query_tier"]["baseline"] == {"head": 20, "tail": 20}
    assert "metric task_done (binary): before 0.75 (n = 40)" in tradeoff("inspect", *csv_pair).out


def test_that_preview_is_one_line_whatever_the_file(tradeoff: Tradeoff, csv_pair: Pair, tmp_path: Path) -> None:
    ran = tradeoff("preview", csv_pair[0], "--json")
    assert ran.out.count("\n") == 1
    assert ran.document["outcome"] == "opens"
    assert (ran.document["rows"], len(ran.document["head"]), len(ran.document["tail"])) == (40, 40, 5)
    broken = tmp_path / "x.csv"
    broken.write_bytes(b"%PDF-1.7")
    ran = tradeoff("preview", broken, "--json")
    assert (ran.code, ran.document["outcome"]) == (3, "error")
    assert ran.err.startswith("tradeoff: x.csv: ")


def test_that_a_project_is_made_and_evaluates_the_same_as_its_archive(
    tradeoff: Tradeoff, csv_pair: Pair, tmp_path: Path
) -> None:
    plain, archive = tmp_path / "p.tradeoff", tmp_path / "p.tradeoffz"
    for path in (plain, archive):
        assert tradeoff("new", *csv_pair, "-o", path).code == 0
    effects = [tradeoff("evaluate", path, "--json").document["effects"] for path in (plain, archive)]
    assert effects[0] == effects[1]
    assert read_archive(archive.read_bytes(), "p").observations.units[0] == "q00"
    text = plain.read_text(encoding="utf-8")
    assert "q00" not in text
    assert read_project(plain).project.sources["before.csv"].units == 40


def test_that_a_setup_names_measures_and_gates_what_the_files_hold(
    tradeoff: Tradeoff, csv_pair: Pair, tmp_path: Path
) -> None:
    answer = {"metric": "off topic", "segment": "rare", "accepted_up_to": 0.5}
    setup = write_setup(
        tmp_path / "s.json",
        title="Bot",
        metrics=[{"id": "off topic", "source": "irrelevant", "better": "lower"}],
        segments=[{"id": "rare", "where": {"query_tier": ["tail"]}, "protected": True}],
        gates=[{"id": "g", "metric": "off topic", "segment": "rare", "rule": "non_inferiority", "margin": 0.4}],
        scenarios=[{"id": "base", "regressions": [answer]}],
    )
    ran = tradeoff("new", *csv_pair, "-o", tmp_path / "p.tradeoff", "--setup", setup, "--json")
    assert ran.document["metrics"] == ["task_done", "off topic"]
    project = read_project(tmp_path / "p.tradeoff").project
    assert (project.title, list(project.segments)) == ("Bot", ["rare", "head"])
    assert project.is_assumed("segments/head")
    assert not project.is_assumed("segments/rare")
    document = tradeoff("evaluate", tmp_path / "p.tradeoff", "--json").document
    assert project.scenarios["base"].regressions["off topic|rare"].evidence_hash
    assert [gate["segment"] for gate in document["gates"] if gate["id"] == "g"] == ["rare"]


def test_that_error_rows_count_as_the_flag_says(tradeoff: Tradeoff, tmp_path: Path) -> None:
    paths = tmp_path / "a.csv", tmp_path / "b.csv"
    for path in paths:
        lines = ["id,done,error", *(f"{item},{item % 2},{'timeout' if item < 4 else ''}" for item in range(40))]
        path.write_text("\n".join(lines))
    counted = {}
    for choice in ("as-failure", "as-missing"):
        tradeoff("new", *paths, "-o", tmp_path / "p.tradeoff", "--errors", choice)
        (effect,) = tradeoff("evaluate", tmp_path / "p.tradeoff", "--json").document["effects"]
        counted[choice] = (effect["n_baseline"], effect["baseline"])
    assert counted == {"as-failure": (40, 18 / 40), "as-missing": (36, 18 / 36)}


def test_that_one_version_alone_is_refused_with_what_to_do(tradeoff: Tradeoff, csv_pair: Pair, tmp_path: Path) -> None:
    ran = tradeoff("new", csv_pair[0], "-o", tmp_path / "p.tradeoff")
    assert ran.code == 2
    assert "--arm-column" in ran.err
    assert not (tmp_path / "p.tradeoff").exists()


def test_that_a_file_that_can_not_be_read_leaves_no_project(tradeoff: Tradeoff, csv_pair: Pair, tmp_path: Path) -> None:
    ran = tradeoff("new", csv_pair[0], tmp_path / "none.csv", "-o", tmp_path / "p.tradeoff", "--json")
    assert ran.code == 3
    assert ran.document["file"] == "none.csv"
    assert not (tmp_path / "p.tradeoff").exists()


@pytest.mark.skipif(not FORMATS.is_dir(), reason="the shared result files are not beside this checkout")
@pytest.mark.parametrize(
    "folder",
    [
        "plain/wide_two_files/*.csv",
        "promptfoo/v0.121.20_two_files/*.json",
        "inspect_ai/v0.3.285_eval_zstd_2epochs/*/*.eval",
    ],
)
def test_that_real_files_become_a_verdict_and_a_briefing(tradeoff: Tradeoff, tmp_path: Path, folder: str) -> None:
    files = sorted(FORMATS.glob(folder))
    assert len(files) == 2
    project = tmp_path / "p.tradeoff"
    assert tradeoff("new", *files, "-o", project).code == 0
    document = tradeoff("evaluate", project, "--json").document
    assert document["verdict"]["recommendation"]
    assert document["evidence"]["grade"] == "paired_replay"
    assert tradeoff("brief", project, "-o", tmp_path / "b.md").code == 0
    assert json.loads(project.read_text(encoding="utf-8"))["format"] == "tradeoff/project"


def test_that_inspect_prints_what_its_schema_says(tradeoff: Tradeoff, csv_pair: Pair) -> None:
    for files in (csv_pair, csv_pair[:1]):
        document = tradeoff("inspect", *files, "--json").document
        assert InspectDocument.model_validate(document)


def test_that_results_are_never_written_over(tmp_path: Path, tradeoff: Tradeoff) -> None:
    rows = "id,ok\n" + "".join(f"u{number},{number % 2}\n" for number in range(20))
    before, after = tmp_path / "before.tradeoff", tmp_path / "after.csv"
    before.write_text(rows)
    after.write_text(rows.replace("u1,1", "u1,0"))
    ran = tradeoff("new", before, after, "-o", before)
    assert (ran.code, "one of the result files" in ran.err) == (2, True)
    assert before.read_text() == rows


def test_that_a_file_name_of_another_encoding_still_makes_a_project(tmp_path: Path, tradeoff: Tradeoff) -> None:
    rows = "id,ok\n" + "".join(f"u{number},{number % 2}\n" for number in range(20))
    strange = tmp_path / os.fsdecode(b"old\xff.csv")
    try:
        strange.write_text(rows)
    except OSError:
        pytest.skip("this file system knows no such names")
    after = tmp_path / "new.csv"
    after.write_text(rows.replace("u1,1", "u1,0"))
    project = tmp_path / "p.tradeoff"
    assert tradeoff("new", strange, after, "-o", project).code == 0
    assert tradeoff("evaluate", project, "--json").document["project"]["title"] == "old\ufffd → new"


def test_that_one_unit_and_one_metric_are_said_in_the_singular(tmp_path: Path, tradeoff: Tradeoff) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("id,done\nq1,1\n", encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.csv", "b.csv")]
    said = tradeoff("new", *files, "-o", str(tmp_path / "p.tradeoff"), "--unit", "id", "--metric", "done:binary:higher")
    assert said.out.strip().endswith(": 1 unit, 1 metric")


def test_that_a_name_longer_than_the_system_allows_is_refused_in_words(csv_pair: Pair, tradeoff: Tradeoff) -> None:
    before, after = csv_pair
    endless = before.with_name("x" * 300 + ".csv")
    assert tradeoff("new", endless, after, "-o", before.with_name("p.tradeoff")).code == 3
    ran = tradeoff("new", before, after, "-o", before.with_name("x" * 300 + ".tradeoff"))
    assert ran.code == 5
    assert "can't be written" in ran.err


def test_that_a_warning_has_no_place_where_there_is_none(tmp_path: Path, tradeoff: Tradeoff) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,ok\n" + "".join(f"u{number},{number % 2}\n" for number in range(20)))
    ran = tradeoff("new", path, path, "-o", tmp_path / "p.tradeoff")
    assert "the same file" in ran.err
    assert ": :" not in ran.err


def test_that_a_project_that_is_written_over_is_said_and_kept(
    tmp_path: Path, tradeoff: Tradeoff, csv_pair: Pair
) -> None:
    target = tmp_path / "p.tradeoff"
    first = tradeoff("new", *csv_pair, "-o", target, "--json")
    assert "replaced" not in first.err
    before = target.read_bytes()
    again = tradeoff("new", *csv_pair, "-o", target, "--json")
    assert again.code == 0
    assert "an earlier project of this name was replaced" in again.err
    kept = again.err.split("It is kept as ")[1].split("\n")[0].rstrip(".")
    assert Path(kept).read_bytes() == before
    target.write_text("no project", encoding="utf-8")
    assert "replaced" not in tradeoff("new", *csv_pair, "-o", target).err
