"""What a demo has seen is counted after what is still to come, so that no message falls between the two."""

from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from tocsin.bootstrap.demo import Demo


def test_a_message_that_arrives_while_progress_is_asked_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    demo = Demo(Path("demo"), Path("samples"), Path("tocsin.yml"))
    mails: list[object] = []

    def counts() -> Counter[str]:
        mails.append(SimpleNamespace(at=None, keys=()))  # the last one is taken in while the ledger is read
        return Counter(sent=1)

    ledger = SimpleNamespace(counts=counts)
    follower = SimpleNamespace(counts=SimpleNamespace(signals=1, alerts=1, dead_letters=0, ingested={}, findings=1))
    monkeypatch.setattr(demo, "_check_alive", lambda: None)
    monkeypatch.setattr(demo, "_lags", lambda: {"deliver": 0})
    monkeypatch.setattr(demo, "ledger", ledger, raising=False)
    monkeypatch.setattr(demo, "_follower", follower, raising=False)
    monkeypatch.setattr(demo, "mailbox", SimpleNamespace(mails=mails, duplicates=lambda: 0), raising=False)

    seen = demo.progress()

    assert (seen.waiting, seen.deliveries) == (0, 1)
