from datetime import timedelta
from decimal import Decimal

from tocsin.backtest.why import Written, pick, tell
from tocsin.correlate import Book, Bounds, Policy, Quantity, State, correlate
from tocsin.messages import Findings
from tocsin.testing.builders import START, findings, signal

FIVE = Policy("five", send_to=("desk",), amounts={"change": Bounds(at_least=Quantity(Decimal(5), "percent"))})


def written(*stream: Findings) -> Written:
    state, told, verdicts, alerts = State.empty(), [], [], []
    for found in stream:
        at = found.ingested_at + timedelta(seconds=1)
        outcome = correlate(state, found, found.ingested_at, Book.build([FIVE]))
        state = outcome.state
        told.append((at, found))
        verdicts += [(at, verdict) for verdict in outcome.verdicts]
        alerts += [(at, alert) for alert in outcome.alerts]
    return Written(tuple(told), tuple(verdicts), tuple(alerts))


HIGH = findings(signal(change="7 percent"), article="high")
LOW = findings(signal(commodities="zinc", change="3.5 percent"), article="low", at=START + timedelta(hours=1))
NONE = findings(article="none")
ALL = written(HIGH, LOW, NONE)


def told_of(article: str, *stream: Findings) -> str:
    return "\n".join(tell(pick(article, written(*stream))))


def story(asked: str) -> str:
    return "\n".join(tell(pick(asked, ALL)))


def test_an_alert_tells_its_policy_with_the_values_compared() -> None:
    told = story(HIGH.signals[0].signal_id)
    assert "policy 'five' (medium) for desk: " in told
    assert "change ≥ 5 %: 7 %" in told
    assert "zinc" not in told


def test_what_did_not_alert_says_by_how_much() -> None:
    told = story(LOW.signals[0].signal_id[:8])
    assert "policy 'five': not satisfied: change must be ≥ 5 %, found 3.5 %, missed by 1.5 %" in told
    assert "no alert was written" in told


def test_an_article_is_known_by_the_producers_own_id() -> None:
    assert story("none").splitlines()[2].startswith("  nothing was found in it")


def test_a_short_prefix_is_nobody() -> None:
    assert pick(HIGH.signals[0].signal_id[:3], ALL) == Written()


def test_a_file_is_known_by_the_ids_of_its_articles() -> None:
    told = "\n".join(tell(pick("high.txt", ALL, {HIGH.article_id})))
    assert "change ≥ 5 %: 7 %" in told
    assert "zinc" not in told


def test_a_verdict_is_told_with_the_text_that_it_is_about() -> None:
    """A revision that takes a fact back has its own verdict, and the text before it has not that one."""
    first, later = HIGH, findings(article="high", at=START + timedelta(hours=2), text="no more of it")
    told = told_of("high", first, later).splitlines()
    withdrawn = [number for number, line in enumerate(told) if "withdrawn in event" in line]
    revisions = [number for number, line in enumerate(told) if line.startswith("article ")]
    assert len(withdrawn) == 1
    assert revisions[0] < revisions[1] < withdrawn[0]


def test_a_text_that_came_in_again_was_judged_before() -> None:
    again = HIGH.model_copy(update={"ingested_at": START + timedelta(hours=1)})
    told = told_of("high", HIGH, again)
    assert told.count("first in event") == 1
    assert told.count("judged before, when this text first came in") == 1


def test_one_source_is_told_in_the_singular() -> None:
    assert "1 independent source (100%" in story("high")
