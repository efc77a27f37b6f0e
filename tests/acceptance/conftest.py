from pathlib import Path

import pytest

from tocsin.backtest import Replay, Timeline
from tocsin.config import load_checked
from tocsin.config.trials import book_of
from tocsin.detect import Detector

CONFIGURATION = """\
receivers:
  metals-desk: {url: "json://127.0.0.1/metals"}
  risk: {url: "json://127.0.0.1/risk", updates: all}
policies:
  - {name: price hike, signal: price_move, direction: up, change: 5%, send_to: metals-desk}
  - {name: output cut, signal: production_change, direction: [down, halt], severity: high, send_to: [metals-desk, risk]}
  - {name: control, signal: export_control, severity: critical, send_to: [metals-desk, risk]}
"""


@pytest.fixture(scope="session")
def configured(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    path: Path = tmp_path_factory.mktemp("timeline") / "tocsin.yml"
    path.write_text(CONFIGURATION, encoding="utf-8")
    settings, rules = load_checked(path, {})
    return Replay(Detector(rules).detect, book_of(settings, rules), settings.receivers)


@pytest.fixture
def timeline(configured: Replay) -> Timeline:
    return Timeline(Replay(configured.detect, configured.book, configured.receivers))
