"""What an explanation is: the quantity it is about, its formula, its working, its sources and its assumptions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote, unquote

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.model.project import Project
from tradeoff_app.wording.cells import signed
from tradeoff_app.wording.paths import parse
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.voice import Voice


@dataclass(frozen=True)
class Quantity:
    """The address of a number: a kind of the catalogue, of what (`metric|segment`, a path, an id), in which scenario.

    Without a scenario it is the number of the scenario in force.
    """

    kind: str
    key: str = ""
    scenario: str = ""

    @classmethod
    def of_cell(cls, kind: str, metric: str, segment: str = "*") -> Self:
        """A quantity of one metric in one segment."""
        return cls(kind, f"{metric}|{segment}")

    @classmethod
    def parse(cls, address: str) -> Self:
        """The quantity that `address` names: `effect:task_done|primary`, `effect@careful:task_done|primary`."""
        head, _, key = address.partition(":")
        kind, _, scenario = head.partition("@")
        return cls(kind, key, unquote(scenario))

    @property
    def address(self) -> str:
        """The quantity as text, for places that can only keep text."""
        head = f"{self.kind}@{quote(self.scenario)}" if self.scenario else self.kind
        return f"{head}:{self.key}" if self.key else head

    @property
    def input_path(self) -> str:
        """The key of an input as the value names it: `money/x|*` for `scenarios/base/money/x|*`, `exposure/tail`."""
        parsed = parse(self.key)
        return "/".join(part for part in (parsed.kind, parsed.key, parsed.field) if part)


@dataclass(frozen=True)
class Line:
    """One line of a working: what it is, its numbers, what they come to; `more` explains that number in turn."""

    name: str
    value: str
    working: str = ""
    more: Quantity | None = None
    is_total: bool = False


@dataclass(frozen=True)
class Assumption:
    """An input that a number rests on: its path, in words with its value, and whether nobody confirmed it yet."""

    path: str
    text: str
    is_assumed: bool


@dataclass(frozen=True)
class Explanation:
    """Everything that the window shows about a number, as plain text with ordinary spaces.

    `formula` is in words, `lines` hold its actual values; `units` names the metric and segment whose rows it was
    counted from.
    """

    quantity: Quantity
    title: str
    value: str
    formula: str
    span: str = ""
    lines: tuple[Line, ...] = ()
    remarks: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    units: tuple[str, str] | None = None
    rests_on: tuple[Assumption, ...] = ()

    def as_text(self) -> str:
        """The explanation as lines of text, for the clipboard."""
        head = f"{self.title}: {self.value}" + (f" ({self.span})" if self.span else "")
        lines = [
            f"  {line.name}: {line.value} ({line.working})" if line.working else f"  {line.name}: {line.value}"
            for line in self.lines
        ]
        rests = [f"  {item.text}" for item in self.rests_on]
        return "\n".join(text for text in (head, self.formula, *lines, *self.remarks, *self.sources, *rests) if text)


@dataclass(frozen=True)
class Subject:
    """What explanations are made from: one outcome and the voice that says its numbers."""

    outcome: Outcome
    speaker: Speaker

    @property
    def voice(self) -> Voice:
        """The voice of the project."""
        return self.speaker.voice

    @property
    def project(self) -> Project:
        """The project that the outcome is of."""
        return self.speaker.project

    @property
    def reading(self) -> Reading:
        """The scenario's view of the evidence; raises LookupError where the outcome was made without one."""
        if self.outcome.reading is None:
            raise LookupError("the outcome holds no reading")
        return self.outcome.reading

    def say(self, key: str, **fields: object) -> str:
        """A phrase of the language."""
        return self.voice.say(key, **fields)

    def in_project(self, path: str) -> str:
        """A path inside the scenario as the project marks it: `money/x|*` stands below the scenario, a volume not."""
        kind = path.split("/", maxsplit=1)[0]
        if kind in ("exposure", "segments", "metrics", "partition", "gates", "scenarios", "horizon_months"):
            return _stored_exposure(path) if kind == "exposure" else path
        return f"scenarios/{self.outcome.scenario}/{path}"

    def assumption(self, path: str) -> Assumption:
        """An input in words."""
        stored = self.in_project(path)
        marked = next((known for known in (stored, f"{stored}/better") if self.project.is_assumed(known)), None)
        return Assumption(marked or stored, self.speaker.assumption(path), marked is not None)

    def assumptions(self, paths: Iterable[str]) -> tuple[Assumption, ...]:
        """Inputs in words, each once; those that nobody confirmed come first."""
        found = [self.assumption(path) for path in dict.fromkeys(path for path in paths if path)]
        return tuple(sorted(found, key=lambda item: not item.is_assumed))

    def signed(self, metric: str, value: float) -> str:
        """A signed change with its unit: "+4.4 points", "+0.1 s"."""
        unit = self.say("short_points") if self.voice.is_rate(metric) else self.voice.metric(metric).unit or ""
        return f"{signed(self.voice, metric, value)} {unit}".strip()

    def money(self, amount: float, *, signed: bool = True) -> str:
        """An estimate in the project's currency."""
        return self.speaker.numbers.money(amount, self.project.currency, signed=signed)

    def money_span(self, ends: tuple[float, float]) -> str:
        """A 95 % interval of money: "95% interval $19,000 to $86,000"."""
        texts = [self.money(end, signed=False) for end in ends]
        return self.say("explain_interval", span=self.speaker.numbers.interval(*texts))

    def place(self, metric: str, segment: str) -> str:
        """A metric in a segment as a title has it: "Task completion, primary persona"."""
        return f"{self.speaker.metric(metric)}, {self.voice.segment_inside(segment)}"


def _stored_exposure(path: str) -> str:
    """`exposure/tail` is kept as `segments/tail/exposure`, everyone's as `exposure`."""
    _, _, segment = path.partition("/")
    segment = segment.partition("/")[0]
    return "exposure" if segment in ("", "*") else f"segments/{segment}/exposure"
