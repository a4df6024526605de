"""How a project's own things are called inside sentences: metrics, segments, events, units; shared by all speech."""

from __future__ import annotations

from tradeoff_app.model.metric import Better, Metric, Words, is_currency
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Scenario
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.frequency import RateWords
from tradeoff_app.wording.number_format import Numbers


class Voice:
    """Names of one project in one language; unknown metrics and segments are called by their id."""

    def __init__(self, project: Project, language: str = "en") -> None:
        self.project = project
        self.code = language
        self.numbers = Numbers(language)
        self.language = self.numbers.language

    def say(self, key: str, **fields: object) -> str:
        """A phrase of the language."""
        return self.language.say(key, **fields)

    def say_reason(self, prefix: str, code: str | None) -> str:
        """The phrase `prefix_code` where the language knows the code; a text that came from elsewhere as it is.

        A code may say where it holds, as `code:metric|segment`.
        """
        if not code:
            return self.say("not_known")
        plain, _, place = code.partition(":")
        key = f"{prefix}_{plain}"
        if not self.language.has(key):
            return code
        return self.say("reason_at", place=self.place(place), reason=self.say(key)) if place else self.say(key)

    def place(self, key: str) -> str:
        """A metric and segment (`metric|segment`) as a heading: the metric alone for everyone."""
        metric, _, segment = key.rpartition("|")
        name = self.metric(metric).name
        return name if segment in ("", EVERYONE) else f"{name}, {self.segment(segment)}"

    def metric(self, metric_id: str) -> Metric:
        """The metric, or a bare one of this id where the project does not know it."""
        return self.project.metrics.get(metric_id) or Metric(id=metric_id)

    def better(self, metric_id: str) -> Better | None:
        """The direction that is better for users; None for a metric that only describes."""
        return self.metric(metric_id).better

    def is_rate(self, metric_id: str) -> bool:
        """Whether the metric is said in natural frequencies."""
        return self.metric(metric_id).type == "binary"

    def currency(self, metric_id: str) -> str:
        """The currency in which a metric was measured, else the project's."""
        unit = self.metric(metric_id).unit or ""
        return unit if is_currency(unit) else self.project.currency

    def time_factor(self, metric_id: str) -> float:
        """Seconds per unit of a duration metric."""
        return 0.001 if self.metric(metric_id).unit == "ms" else 1.0

    def segment(self, segment_id: str) -> str:
        """The segment's name as a heading: "All users", or its label."""
        return self.say("everyone") if segment_id == EVERYONE else self.project.segment_name(segment_id)

    def segment_inside(self, segment_id: str) -> str:
        """The segment's name inside a sentence: "all users", "rare queries"."""
        if segment_id == EVERYONE:
            return self.say("everyone_inside")
        return self.language.inside(self.project.segment_name(segment_id))

    def segment_named(self, segment_id: str) -> str:
        """The segment with its article: "all users", "the primary persona"."""
        if segment_id == EVERYONE:
            return self.say("everyone_inside")
        return self.language.named(self.project.segment_name(segment_id))

    def metric_inside(self, metric_id: str) -> str:
        """The metric's name inside a sentence."""
        return self.language.inside(self.metric(metric_id).name)

    def cell(self, metric_id: str, segment_id: str) -> str:
        """A metric in a segment as a name: "answer quality", "answer quality (rare queries)"."""
        name = self.metric_inside(metric_id)
        if segment_id == EVERYONE:
            return name
        where = self.segment_inside(segment_id)
        return f"{name}, {where}" if name.endswith(")") else f"{name} ({where})"

    def split_key(self, key: str) -> tuple[str, str]:
        """Metric and segment of a key `metric|segment`; everyone where no segment is named."""
        metric, _, segment = key.rpartition("|")
        return (metric, segment) if metric else (segment, EVERYONE)

    def scale(self, metric_id: str) -> str | None:
        """The scale as "1 to 5"; None where the metric has none."""
        scale = self.metric(metric_id).scale
        if scale is None:
            return None
        return self.numbers.interval(*(self.numbers.decimal(end, 2, trim=True) for end in scale))

    def basis(self, metric_id: str) -> Words:
        """The plain unit that the metric is counted per: "query" and "queries"; items where nobody said."""
        metric = self.metric(metric_id)
        exposure = self.project.exposure
        return self.counted(metric.basis or (exposure.basis if exposure else None), metric)

    def counted(self, basis: str | None, metric: Metric | None = None) -> Words:
        """A basis as one and as many: in the metric's own words, else the language's, else in other metrics' words."""
        if basis in (None, "unit"):
            return Words(one=self.say("item"), other=self.say("items"))
        plural = self.language.pluralise(basis)
        own_metric = () if metric is None else (metric,)
        metrics = own_metric if plural != basis else (*own_metric, *self.project.metrics.values())
        stated = (each.phrase.unit for each in metrics if each.phrase)
        own = next((words for words in stated if words is not None and words.one == basis), None)
        return own or Words(one=basis, other=plural)

    def unit(self, metric_id: str, segment_id: str) -> Words:
        """What a rate is of in this segment: "rare queries", "queries of other users", "queries in “tail”"."""
        words = self._unit_anywhere(metric_id, segment_id)
        if segment_id == EVERYONE or self._names(segment_id, words):
            return words
        inside = self.segment_inside(segment_id)
        if inside.casefold().endswith(words.other.casefold()):
            return Words(one=f"{inside[: len(inside) - len(words.other)]}{words.one}", other=inside)
        suffix = self.language.of_segment(self.project.segment_name(segment_id))
        return Words(one=f"{words.one} {suffix}", other=f"{words.other} {suffix}")

    def units(self, metric_id: str) -> str:
        """What the metric is counted in, as the sentences about all users say it: "invoices"."""
        return self.unit(metric_id, EVERYONE).other

    def no_event(self, metric_id: str, n: str, units: str) -> str:
        """That nothing happened: "No unsafe reply in 300 conversations"."""
        phrase = self.metric(metric_id).phrase
        if phrase is None:
            return self.say("no_event_named", name=self.metric(metric_id).name, n=n, units=units)
        return self.say("no_event", event=phrase.event.one, n=n, units=units)

    def event(self, metric_id: str) -> Words:
        """What happens in a rate, as a noun: "irrelevant answer"; the quoted name where nobody gave words."""
        metric = self.metric(metric_id)
        if metric.phrase:
            return metric.phrase.event
        quoted = self.say("with_name", name=metric.name)
        return Words(one=quoted, other=quoted)

    def rate_words(self, metric_id: str, segment_id: str) -> RateWords:
        """Unit, event and predicate of a rate in a segment."""
        metric = self.metric(metric_id)
        if metric.phrase is None:
            subject = self.say("quoted", name=metric.name)
            return RateWords(self.unit(metric_id, segment_id), self.event(metric_id), None, subject)
        return RateWords(self.unit(metric_id, segment_id), metric.phrase.event, self._predicate(metric))

    def scenario(self, scenario_id: str | None = None) -> Scenario:
        """The named scenario, else the current one; a bare one where the project has none of that name."""
        try:
            return self.project.scenario(scenario_id)
        except (KeyError, StopIteration):
            return Scenario(id=scenario_id or "base")

    def _predicate(self, metric: Metric) -> str | None:
        if metric.phrase is None or not metric.phrase.verb:
            return None
        verb = metric.phrase.verb.strip()
        noun = self.language.with_article(metric.phrase.event.one)
        if " " in verb:
            return verb
        return f"{verb} {noun}" if noun else None

    def _unit_anywhere(self, metric_id: str, segment_id: str) -> Words:
        """The metric's own unit, unless that names another segment ("rare queries" while all users are meant)."""
        phrase = self.metric(metric_id).phrase
        if phrase is None or phrase.unit is None:
            return self.basis(metric_id)
        others = (segment for segment in self.project.segments if segment != segment_id)
        if any(self._names(segment, phrase.unit) for segment in others):
            if self.metric(metric_id).basis:
                return self.basis(metric_id)
            return Words(one=phrase.unit.one.split()[-1], other=phrase.unit.other.split()[-1])
        return phrase.unit

    def _names(self, segment_id: str, words: Words) -> bool:
        return self.project.segment_name(segment_id).casefold() == words.other.casefold()
