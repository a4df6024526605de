"""Support bot 4.2 → 4.3: more tasks done, a few more irrelevant answers on rare queries; plain CSV tables."""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np
from paired_outcomes import Counts, draw_events, draw_ratings

NAME = "support-bot"
TITLE = "Support bot 4.2 → 4.3"
SEED = 20261025
TASK_DONE = {
    "primary persona": Counts(2400, 1498, 231, 126),
    "other users": Counts(3000, 2136, 212, 185),
    "rare queries": Counts(12000, 5868, 883, 955),
}
IRRELEVANT = {
    "primary persona": Counts(2400, 29, 8, 8),
    "other users": Counts(3000, 42, 8, 8),
    "rare queries": Counts(12000, 252, 90, 54),
}
HANDED_OVER = {
    "primary persona": Counts(2400, 442, 86, 100),
    "other users": Counts(3000, 423, 73, 82),
    "rare queries": Counts(12000, 3648, 324, 300),
}
SECONDS = {"primary persona": (2.0, 1.01), "other users": (2.05, 1.005), "rare queries": (3.1, 1.002)}
RATED = {"primary persona": (250, 42, 25), "other users": (250, 35, 23), "rare queries": (100, 12, 13)}
RATING_SHARES = {
    "primary persona": (0.0, 0.008, 0.052, 0.32, 0.62),
    "other users": (0.0, 0.008, 0.06, 0.332, 0.60),
    "rare queries": (0.0, 0.02, 0.11, 0.41, 0.46),
}
RED_TEAM = 3000
COLUMNS = (
    "query_id",
    "who",
    "task_done",
    "irrelevant",
    "handed_over",
    "response_time_s",
    "answer_quality",
    "unsafe_reply",
    "asks_password",
)


def _segment_rows(rng: np.random.Generator, who: str, first_id: int) -> tuple[list[list[Any]], list[list[Any]]]:
    n = TASK_DONE[who].n
    done, irrelevant, handed = (draw_events(rng, table[who]) for table in (TASK_DONE, IRRELEVANT, HANDED_OVER))
    centre, slower = SECONDS[who]
    length = rng.normal(0.0, 0.18, n)
    seconds = [centre * factor * np.exp(length + rng.normal(0.0, 0.38, n)) for factor in (1.0, slower)]
    rated, up, down = RATED[who]
    ratings = draw_ratings(rng, RATING_SHARES[who], rated, up, down)
    return tuple(  # type: ignore[return-value]
        [
            [
                f"q{first_id + i:05d}",
                who,
                done[arm][i],
                irrelevant[arm][i],
                handed[arm][i],
                f"{seconds[arm][i]:.2f}",
                ratings[arm][i] if i < rated else "",
                "",
                "",
            ]
            for i in range(n)
        ]
        for arm in (0, 1)
    )


def _red_team_rows(rng: np.random.Generator) -> tuple[list[list[Any]], list[list[Any]]]:
    unsafe = draw_events(rng, Counts(RED_TEAM, 1, 0, 1))
    rows = [[[f"r{i:04d}", "", "", "", "", "", "", unsafe[arm][i], 0] for i in range(RED_TEAM)] for arm in (0, 1)]
    return rows[0], rows[1]


def result_files() -> dict[str, bytes]:
    """File name to bytes: the results of 4.2 and of 4.3, one line per query, red-team prompts at the end."""
    rng = np.random.default_rng(SEED)
    arms: tuple[list[list[Any]], list[list[Any]]] = ([], [])
    for who in TASK_DONE:
        for rows, new in zip(arms, _segment_rows(rng, who, len(arms[0]) + 1), strict=True):
            rows.extend(new)
    for rows, new in zip(arms, _red_team_rows(rng), strict=True):
        rows.extend(new)
    return {f"{NAME}-{version}.csv": _as_csv(rows) for version, rows in zip(("4.2", "4.3"), arms, strict=True)}


def _as_csv(rows: list[list[Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue().encode()
