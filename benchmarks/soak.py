"""Works the real window at random for thousands of actions: nothing may abort, no error may escape, memory stays.

    python benchmarks/soak.py --actions 50000 --seed 1

Prints the actions by kind, the errors that reached the last hook, the warnings of Qt, and the memory (RSS) after a
tenth of the actions, when everything has been shown once, and at the end, both times at rest: same size, same page,
nothing running. `series` holds RSS, memory of our own (anonymous pages), widgets and widgets without a parent on the
way. Exit code 1 where an error escaped, Qt warned or memory grew by a tenth.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections import Counter

from monkey import Monkey
from worked_window import SAMPLES, answer_file_dialogs, close_for_good, hear_qt, memory_at_rest, state_of

from tradeoff_app.ui.start import make_application, open_window

GROWTH_ALLOWED = 0.10
SERIES = 25
"""How often memory and widgets are noted on the way."""


def main() -> int:
    """0 where nothing escaped and memory stayed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    warnings: list[str] = []
    hear_qt(warnings)
    app = make_application()
    window = open_window(app, [str(SAMPLES / "support-bot.tradeoff")])
    monkey = Monkey(app, window, options.seed)
    answer_file_dialogs(monkey.rng)
    began = time.monotonic()
    warm, series = _work(monkey, options.actions)
    end = memory_at_rest(app, window)
    growth = end / warm - 1
    said = {
        "actions": options.actions,
        "seed": options.seed,
        "seconds": round(time.monotonic() - began, 1),
        "by_kind": dict(monkey.counts),
        "errors": len(monkey.errors),
        "distinct_errors": sorted({text.strip().splitlines()[-1] for text in monkey.errors})[:20],
        "qt_warnings": dict(Counter(warnings).most_common(20)),
        "series": series,
        "memory_mb": {"after_a_tenth": round(warm, 1), "end": round(end, 1), "growth": round(growth, 3)},
    }
    print(json.dumps(said) if options.json else json.dumps(said, indent=1))
    for text in list(dict.fromkeys(monkey.errors))[:5]:
        sys.stderr.write(text)
    close_for_good(window)
    return 1 if monkey.errors or warnings or growth > GROWTH_ALLOWED else 0


def _work(monkey: Monkey, actions: int) -> tuple[float, list[dict[str, float]]]:
    """Take the actions; memory at rest after a tenth of them, and the figures on the way."""
    warm, series = 0.0, []
    sys.excepthook = lambda kind, error, trace: monkey.errors.append(
        "".join(traceback.format_exception(kind, error, trace))
    )
    hook = sys.excepthook
    for number in range(actions):
        try:
            monkey.act()
        except RuntimeError as gone:  # the widget went away under the mouse
            if "already deleted" not in str(gone):
                hook(type(gone), gone, gone.__traceback__)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
            hook(type(error), error, error.__traceback__)
        if number == actions // 10:
            warm = memory_at_rest(monkey.app, monkey.window)
        if number % max(1, actions // SERIES) == 0:
            series.append({"after": number, **state_of(monkey.app)})
    return warm, series


if __name__ == "__main__":
    sys.exit(main())
