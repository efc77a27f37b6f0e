"""The configuration's own tests, run through the live functions: pages, detect, correlate, policies, the plan of deliveries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tocsin.backtest import Replay, Timeline
from tocsin.backtest.timeline import START
from tocsin.config.settings import ConfigTest, Settings, TestArticle
from tocsin.correlate import Book, Offices
from tocsin.detect import Detector
from tocsin.messages import Alert, PolicyTrial
from tocsin.pages import Page
from tocsin.rules.loader import RulePack


@dataclass(frozen=True)
class TrialResult:
    """One test of the configuration: its name and place, and one line for each thing that is not as expected."""

    __test__ = False
    name: str
    place: str = ""
    """File and line."""
    failures: tuple[str, ...] = ()

    @property
    def is_passed(self) -> bool:
        """Whether everything is as expected."""
        return not self.failures


def parents_of(rules: RulePack) -> dict[str, str]:
    """Return the parent of every commodity that has one, of every place the one it lies in, of a company its country."""
    lexicon = rules.lexicon
    homes = {name: company.country for name, company in lexicon.companies.items() if company.country is not None}
    places = {name: place.within for name, place in lexicon.places.items() if place.within is not None}
    return (
        homes | places | {name: known.parent for name, known in lexicon.commodities.items() if known.parent is not None}
    )


def publishers_of(rules: RulePack) -> dict[str, str]:
    """Return the companies by the names under which they may publish."""
    found: dict[str, str] = {}
    for company in rules.lexicon.companies.values():
        names = (company.name, *company.aliases.en, *company.aliases.zh)
        found.update((name.strip().casefold(), company.id) for name in names if len(name.strip()) > 1)
    return found


def houses_of(rules: RulePack) -> dict[str, str]:
    """Return the media, agencies and price assessors by the names under which they publish."""
    return {
        name.strip().casefold(): body.id
        for body in rules.lexicon.bodies.values()
        if body.role in {"media", "agency", "assessor"}
        for name in (body.name, *body.aliases.en, *body.aliases.zh)
    }


def offices_of(rules: RulePack) -> Offices:
    """Return the state bodies and the countries by the names under which an office may publish."""
    lexicon = rules.lexicon
    bodies = {
        name.strip().casefold(): (body.id, body.country)
        for body in lexicon.bodies.values()
        if body.role == "authority" and body.country is not None
        for name in (body.name, *body.aliases.en, *body.aliases.zh)
    }
    countries = {
        name.casefold(): country.id for country in lexicon.countries.values() for name in (*country.en, *country.zh)
    }
    return Offices(bodies, countries)


def media_of(rules: RulePack) -> frozenset[str]:
    """Return the houses that only report; agencies and assessors among the others tell what is their own."""
    return frozenset(body.id for body in rules.lexicon.bodies.values() if body.role == "media")


def book_of(settings: Settings, rules: RulePack) -> Book:
    """Return the book: policies and watchlists from the settings, kinship and companies from the lexicons."""
    asked = any(policy.companies for policy in settings.policies)  # reading all names takes a while, and few ask for it
    companies = rules.lexicon.called() if asked else None
    return settings.book(
        parents_of(rules),
        publishers_of(rules),
        houses_of(rules),
        companies,
        media=media_of(rules),
        offices=offices_of(rules),
    )


def markets_of(settings: Settings) -> dict[str, str]:
    """Return the market of every commodity that the configuration maps."""
    return {commodity: market for market, names in settings.markets.items() for commodity in names}


def run_trials(settings: Settings, rules: RulePack) -> tuple[TrialResult, ...]:
    """Run all tests; each starts with an empty state."""
    detector = Detector(rules, markets_of(settings))
    book = book_of(settings, rules)
    return tuple(_run(number, test, settings, detector, book) for number, test in enumerate(settings.tests))


def _run(number: int, test: ConfigTest, settings: Settings, detector: Detector, book: Book) -> TrialResult:
    timeline = Timeline(Replay(detector.detect, book, settings.receivers, settings.market_names))
    for position, article in enumerate(test.all_articles):
        moment = article.moment or START + timedelta(minutes=position)
        timeline.page(_page(article, number, position), at=moment)
    first = test.all_articles[0]
    name = test.name or f"tests[{number}] ({(first.title or first.text or '')[:50]})"
    return TrialResult(name, test.place, tuple(_failures(test, timeline)))


def _page(article: TestArticle, number: int, position: int) -> Page:
    return Page(
        text=article.text or article.title or "",
        title=article.title,
        source=article.source or f"tests-{number}",
        id=article.id or f"article-{position}",
        publisher=article.publisher,
        published_at=article.published_at,
        updated_at=article.updated_at,
        language=article.language,
        tier=article.tier,
    )


def _failures(test: ConfigTest, timeline: Timeline) -> Iterator[str]:
    alerts = timeline.alerts
    satisfied = {policy.name: alert for alert in alerts for policy in alert.policies}
    for name in test.expect:
        if name not in satisfied:
            yield f"expected {name!r}, which did not alert: {_why_not(name, timeline)}"
    for name, alert in satisfied.items():
        if name not in test.expect:
            yield f"{name!r} alerted and was not expected: {_quoted(alert)}"
    distinct = {alert.alert_id: alert for alert in alerts}
    if test.alerts is not None and len(distinct) != test.alerts:
        told = "; ".join(_quoted(alert) for alert in distinct.values()) or "none"
        yield f"expected {test.alerts} alerts, got {len(distinct)}: {told}"
    if test.receivers is not None:
        got = {message.receiver for message in timeline.sent}
        if got != set(test.receivers):
            yield f"expected to reach {_names(test.receivers)}, reached {_names(sorted(got))}"


def _why_not(name: str, timeline: Timeline) -> str:
    """Return the first comparison that failed, of the trial that came furthest."""
    steps = timeline.run()
    trials = [trial for step in steps for v in step.outcome.verdicts for trial in v.trials if trial.policy == name]
    if trials:
        furthest = max(trials, key=_how_far)
        if furthest.held_back is not None:
            return furthest.held_back
        failed = furthest.failed
        if failed is not None:
            missed = f", missed by {failed.missed_by}" if failed.missed_by else ""
            return f"{failed.field} must be {failed.wanted}, found {failed.found or 'none'}{missed}"
    signals = [signal for step in steps for signal in step.findings.signals]
    if not signals:
        return "no signal was found in the articles"
    found = ", ".join(f"{s.type} {s.direction} of {'/'.join(s.commodities) or 'nothing named'}" for s in signals)
    return f"its type and commodities are not among what was found ({found})"


_OF_SIGNAL = (
    "signal",
    "direction",
    "commodity",
    "company",
    "country",
    "measure",
    "modality",
    "relevance",
    "confidence",
)
_LOOKING_BACK = ("sources", "novelty", "quiet_for", "after", "window", "burst")


def _how_far(trial: PolicyTrial) -> int:
    """Return how far a trial came: up to what the signal says, its amounts, or what came before it."""
    if trial.failed is None:
        return 100
    field = trial.failed.field.partition(".")[0]
    if field in _OF_SIGNAL:
        return _OF_SIGNAL.index(field)
    return 20 + _LOOKING_BACK.index(field) if field in _LOOKING_BACK else 10


def _quoted(alert: Alert) -> str:
    return f"{alert.lead.signal.type} {alert.lead.signal.direction}, “{alert.lead.signal.evidence.text[:120]}”"


def _names(names: Sequence[str] | Mapping[str, object]) -> str:
    return ", ".join(names) or "nobody"
