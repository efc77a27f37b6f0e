"""What the stage wrote live comes out of the recorded signals again, byte for byte, for one configuration."""

from datetime import timedelta
from pathlib import Path

from tocsin.backtest import Replay
from tocsin.broker import Broker, Outgoing, Producer, read_to_end
from tocsin.config import load_checked
from tocsin.config.trials import book_of
from tocsin.messages import Article, Findings, Modality
from tocsin.messages.topics import ALERTS, SIGNALS, VERDICTS
from tocsin.testing.builders import START, findings, signal
from tocsin.testing.stages import StageProcess, wait_until

CONFIGURATION = """\
kafka: {{bootstrap_servers: "{servers}", topic_prefix: "{prefix}", embedded: {embedded}}}
receivers: {{desk: {{url: "json://127.0.0.1/hook"}}}}
policies:
  - {{name: hike, signal: price_move, change: 5%, send_to: desk}}
  - {{name: twice, signal: production_change, sources: {{at_least: 2, within: 2d}}, send_to: desk}}
  - {{name: calm, signal: price_move, cooldown: 2d, severity: low, send_to: desk}}
"""


def history() -> list[Findings]:
    """Forty articles of three outlets on four metals: moves, stops, restarts, a denial, corrections, withdrawals."""
    told = []
    for number in range(40):
        metal, publisher = ("copper", "zinc", "tin", "lithium")[number % 4], "ABC"[number % 3]
        at = START + timedelta(hours=5 * number)
        change = f"{2 + number % 7}.{number % 10} percent"
        stop = signal("production_change", "halt" if number % 8 < 4 else "resume", metal, actors=[f"{metal} mines"])
        denied = signal("production_change", "halt", metal, modality=Modality.DENIED, article_id=str(number))
        signals = [signal("price_move", "up", metal, change=change), stop, *([denied] if number % 9 == 8 else [])]
        article = f"article-{number - 4 if number % 10 == 9 else number}"
        told.append(findings(*signals[: number % 4], article=article, publisher=publisher, at=at, text=str(number)))
    return told


def never(_article: Article, _market: str) -> Findings:
    raise AssertionError("recorded signals are not detected again")


def lying(broker: Broker, topic: str) -> list[bytes]:
    return [record.value or b"" for record in read_to_end(broker, topic)]


def test_replaying_the_signals_gives_the_alerts_again_byte_for_byte(broker: Broker, tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yml"
    kind = str(broker.embedded).lower()
    path.write_text(
        CONFIGURATION.format(servers=broker.bootstrap_servers, prefix=broker.topic_prefix, embedded=kind),
        encoding="utf-8",
    )
    stream = history()
    settings, rules = load_checked(path, {})
    replay = Replay(never, book_of(settings, rules))
    outcomes = [replay.feed_findings(found).outcome for found in stream]
    alerts = [alert.to_json() for outcome in outcomes for alert in outcome.alerts]
    verdicts = [verdict.to_json() for outcome in outcomes for verdict in outcome.verdicts]
    assert len(alerts) > 10
    with Producer(broker) as producer:
        producer.send_all([Outgoing(broker.topic(SIGNALS), b"default", found.to_json(), (), 0) for found in stream])
    with StageProcess("-m", "tocsin", "correlate", "-c", str(path), "--port", "0") as stage:
        wait_until(
            lambda: len(lying(broker, broker.topic(VERDICTS))) >= len(verdicts) or stage.status is not None,
            "all verdicts",
        )
        assert stage.status is None, "\n".join(stage.lines[-20:])
    assert lying(broker, broker.topic(ALERTS)) == alerts
    assert lying(broker, broker.topic(VERDICTS)) == verdicts
    again = Replay(never, book_of(settings, rules))
    recorded = [Findings.model_validate_json(value) for value in lying(broker, broker.topic(SIGNALS))]
    assert [a.to_json() for found in recorded for a in again.feed_findings(found).outcome.alerts] == alerts
