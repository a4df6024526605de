"""What the words in a column's name suggest; a suggestion only, always shown as assumed."""

from __future__ import annotations

import re
from functools import lru_cache

from tradeoff_app.model.metric import Better

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SPLIT = re.compile(r"[^0-9a-zäöüßàâçéèêëîïôûùñí]+")

BASELINE_WORDS = frozenset(
    [
        "baseline",
        "base",
        "control",
        "before",
        "old",
        "alt",
        "current",
        "prod",
        "production",
        "champion",
        "reference",
        "ref",
        "pre",
        "vorher",
        "avant",
        "previous",
        "prev",
        "a",
        "v1",
        "existing",
        "incumbent",
        "kontrolle",
        "ist",
    ]
)
CANDIDATE_WORDS = frozenset(
    [
        "candidate",
        "after",
        "new",
        "neu",
        "next",
        "challenger",
        "treatment",
        "test",
        "variant",
        "post",
        "nachher",
        "apres",
        "après",
        "b",
        "v2",
        "proposed",
        "experiment",
        "rc",
        "staging",
        "soll",
        "update",
        "updated",
    ]
)
ARM_NAMES = frozenset(
    [
        "run",
        "arm",
        "variant",
        "version",
        "model",
        "modell",
        "modèle",
        "system",
        "experiment",
        "release",
        "branch",
        "provider",
        "condition",
        "treatment",
        "cohort",
        "group",
        "bot",
        "engine",
        "eval",
        "phase",
        "build",
        "side",
        "checkpoint",
        "deployment",
        "config",
    ]
)
REPEAT_NAMES = frozenset(
    [
        "epoch",
        "repeat",
        "repetition",
        "trial",
        "attempt",
        "iteration",
        "replicate",
        "seed",
        "wiederholung",
        "repeat_index",
        "repetition_number",
        "run_index",
        "trial_id",
        "sample_index",
    ]
)
RATER_NAMES = frozenset(
    [
        "rater",
        "annotator",
        "annotator_id",
        "rater_id",
        "reviewer",
        "reviewer_id",
        "grader",
        "grader_id",
        "evaluator",
        "evaluator_id",
        "labeler",
        "labeller",
        "completed_by",
        "rated_by",
        "worker_id",
        "judge",
        "judge_id",
        "judge_model",
        "judge_name",
        "grader_model",
        "evaluator_model",
        "annotator_name",
        "rater_name",
        "reviewer_name",
        "bewerter",
        "expert",
    ]
)
ERROR_NAMES = frozenset(
    ["error", "errors", "error_message", "error_msg", "err", "exception", "failure_reason", "fehler", "errormessage"]
)
POSITION_WORDS = frozenset(
    ["row", "rows", "row number", "row nr", "index", "idx", "unnamed 0", "line", "position", "zeile"]
)
STATUS_NAMES = frozenset(["status", "state", "row_status", "run_status", "outcome", "result_status"])
OUTPUT_NAMES = frozenset(
    [
        "output",
        "outputs",
        "response",
        "answer",
        "completion",
        "prediction",
        "generated",
        "generation",
        "antwort",
        "model_output",
        "reply",
        "model_response",
        "generated_text",
        "assistant_response",
        "output_text",
    ]
)
LABEL_WORDS = frozenset(
    [
        "score",
        "scores",
        "feedback",
        "label",
        "grade",
        "verdict",
        "rating",
        "sentiment",
        "tone",
        "judgement",
        "judgment",
        "assessment",
        "annotation",
        "quality",
    ]
)
ATTRIBUTE_PREFIXES = ("meta.", "metadata.", "inputs.", "input.", "reference.", "doc.", "tags.", "datasource_item.")
METRIC_PREFIXES = ("metrics.", "scores.", "score.", "score_", "feedback.", "eval.", "evals.", "assertions.")

_LOWER = re.compile(
    r"error|irrelevan|unsafe|hallucinat|toxic|latenc|cost|price|durat|elapsed|delay|token|fail|violat|leak|harm|bias"
    r"|refus|complain|\bbad\b|wrong|incorrect|\bmiss|churn|\brisk|\bloss\b|perplex|\bwer\b|\bcer\b|distance|escalat"
    r"|reopen|abandon|bounce|spam|offens|profan|jailbreak|attack|defect|\bbugs?\b|crash|timeout|retr(y|ies)|kosten|zeit"
    r"|dauer|fehler|\btime\b|\bseconds\b|\bms\b|unresolved|unhelpful|inaccura|invalid|breach|overrefusal|contradict"
    r"|repetit|verbos|\bpii\b|fabricat|disagree|negative|regress|asks password"
)
_HIGHER = re.compile(
    r"\bno\b|\bnot\b|\bnon\b|\bwithout\b|\bfree\b|\bok\b|\bsaved\b|savings|reduction|resist|robust|handled|avoid|prevent"
    r"|\bunbiased\b|\bscore\b|detect|recover|\bpass(ed)?\b|compliance|safety"
)
_MONEY = re.compile(r"\b(cost|costs|price|usd|eur|gbp|revenue|spend|kosten|preis|umsatz|charge|profit|sales|dollars)\b")
_EARNED = re.compile(r"\b(revenue|profit|sales|umsatz|margin|income|savings)\b")
_DURATION = re.compile(
    r"\b(latency|duration|ms|seconds|secs|elapsed|time|dauer|delay|minutes|lead time|\w*zeit)\b|latenc"
)
_COUNT = re.compile(
    r"\b(tokens?|count|counts|num|n|calls|steps|turns|retries|messages|words|clicks|orders|sessions|visits|reports"
    r"|errors|characters|chars|length|purchases|tickets|complaints|edits|views|attempts|anzahl)\b"
)
_RATING = re.compile(
    r"\b(score|rating|rated|stars?|likert|grade|quality|helpful\w*|csat|nps|tone|empathy|hilfreich|note)\b"
)
_IDENTIFIER = re.compile(
    r"\b(id|ids|uuid|guid|index|idx|nr|key|hash|seed|timestamp|unix|row|line|position|rank order)$"
)
_MOMENT = re.compile(r"\b(start|end|started|ended|time|created|updated|date|at|ts|timestamp|finished)\b")
_COVARIATE = re.compile(r"\b(covariate|pre experiment|pre period)\b")
_GROUP = re.compile(
    r"\b(tier|type|category|class|group|level|version|kind|status|topic|domain|set|split|length|plan)\b"
)
_SCALE = re.compile(r"\(?\b(\d{1,3})\s*(?:-|–|—|to|bis|\.\.)\s*(\d{1,3})\b\)?")
_UNITS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(ms|millis|milliseconds)\b"), "ms"),
    (re.compile(r"\b(s|sec|secs|seconds|sekunden)\b"), "s"),
    (re.compile(r"\b(min|minutes|minuten)\b"), "min"),
    (re.compile(r"\busd\b|\bdollars\b"), "USD"),
    (re.compile(r"\beur\b|\beuros?\b"), "EUR"),
    (re.compile(r"\bgbp\b"), "GBP"),
    (re.compile(r"\btokens?\b"), "tokens"),
)


@lru_cache(maxsize=4096)
def words_of(name: str) -> str:
    """The name in small words with single spaces: `taskCompleted (before)` gives `task completed before`."""
    return " ".join(part for part in _SPLIT.split(_CAMEL.sub(" ", name).lower()) if part)


def last_part(name: str) -> str:
    """The end of a dotted name in small letters: `outputs.answer` gives `answer`."""
    return name.rpartition(".")[2].strip().lower().replace(" ", "_")


def suggest_better(name: str) -> tuple[Better, bool]:
    """Which way is better, and whether a word said so (False: nothing did, higher is only the usual case)."""
    for words in (words_of(re.split(r"[./]", name)[-1]), words_of(name)):
        if _EARNED.search(words):
            return "higher", True
        if _LOWER.search(words):
            return ("higher", False) if _HIGHER.search(words) else ("lower", True)
    return "higher", False


def suggests_money(name: str) -> bool:
    """Whether the name speaks of money."""
    return _MONEY.search(words_of(name)) is not None


def suggests_duration(name: str) -> bool:
    """Whether the name speaks of time that something takes."""
    return _DURATION.search(words_of(name)) is not None and not suggests_identifier(name)


def suggests_count(name: str) -> bool:
    """Whether the name speaks of things that are counted."""
    return _COUNT.search(words_of(name)) is not None


def suggests_rating(name: str) -> bool:
    """Whether the name speaks of a rating on a scale."""
    return _RATING.search(words_of(name)) is not None


def suggests_identifier(name: str) -> bool:
    """Whether the name speaks of an id, a row number or a moment, not of a measurement."""
    return _IDENTIFIER.search(words_of(name)) is not None


def suggests_position(name: str) -> bool:
    """Whether the name speaks of a row of the table, not of an item."""
    return words_of(name) in POSITION_WORDS or name.strip() in {"#", ""}


def suggests_moment(name: str) -> bool:
    """Whether the name speaks of a point in time."""
    return _MOMENT.search(words_of(name)) is not None


def suggests_covariate(name: str) -> bool:
    """Whether the name speaks of a value from before the experiment."""
    return _COVARIATE.search(words_of(name)) is not None


def suggests_group(name: str) -> bool:
    """Whether the name speaks of what many items share: `query_tier` groups queries."""
    return _GROUP.search(words_of(name)) is not None


def find_scale(name: str) -> tuple[float, float] | None:
    """The scale that a name states, as in `Helpful (1-5)`."""
    found = _SCALE.search(name)
    if found is None or int(found[1]) >= int(found[2]):
        return None
    return float(found[1]), float(found[2])


def find_unit(name: str) -> str | None:
    """The unit that a name states, as in `latency_ms` or `Kosten (EUR)`."""
    words = words_of(name)
    return next((unit for pattern, unit in _UNITS if pattern.search(words)), None)


def has_word(name: str, words: frozenset[str]) -> bool:
    """Whether one of the name's words, or its last dotted part, is among these."""
    return last_part(name) in words or not words.isdisjoint(words_of(name).split())
