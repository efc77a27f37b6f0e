import inspect
import re

from prometheus_client import generate_latest

from tocsin.telemetry import metrics
from tocsin.telemetry.metrics import Metrics


def test_two_processes_worth_of_metrics_share_nothing() -> None:
    one, other = Metrics(), Metrics()
    one.signals.labels("price_move").inc()
    assert one.registry.get_sample_value("tocsin_signals_total", {"type": "price_move"}) == 1
    assert other.registry.get_sample_value("tocsin_signals_total", {"type": "price_move"}) is None


def test_every_name_is_ours_and_explained() -> None:
    source = inspect.getsource(metrics).splitlines()
    names = [
        number for number, line in enumerate(source) if re.search(r"self\.\w+ = (Counter|Gauge|Histogram)\(", line)
    ]
    assert len(names) > 20
    for number in names:
        assert source[number - 1].strip().startswith("# "), source[number]
    families = [family.name for family in Metrics().registry.collect()]
    assert [name for name in families if not name.startswith(("tocsin_", "process_", "python_"))] == []


def test_the_page_is_prometheus_text() -> None:
    figures = Metrics()
    figures.article_to_alert.observe(42)
    assert b'tocsin_article_to_alert_milliseconds_bucket{le="50.0"} 1.0' in generate_latest(figures.registry)
