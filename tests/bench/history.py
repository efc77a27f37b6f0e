"""Two years of recorded signals as a file, and what a backtest of it takes: `python -m tests.bench.history FOLDER [SIGNALS]`.

The Findings are written and read one by one, so neither side holds the history. Printed are the backtest's own output, its
seconds by the clock, and the largest resident memory of its process.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.bench.stream import COMMODITIES as METALS

from tocsin.messages.base import format_moment
from tocsin.testing.builders import START, findings, signal

SIGNALS = 1_000_000
COMMODITIES = (*METALS, *(f"commodity-{number}" for number in range(120 - len(METALS))))
OUTLETS = tuple(f"Wire {number}" for number in range(200))
COMPANIES = 2_000
SPAN = timedelta(days=730)
RETOLD, LAST = 0.4, 60
"""So many of the Findings tell again one of the last so many events."""
TWO = 0.25
"""So many of the Findings hold a second signal."""
MOST_SECONDS, MOST_BYTES = 300, 2 * 1024**3
CONFIGURATION = """\
receivers: {desk: {url: "json://127.0.0.1/hook"}, alice: {url: "json://127.0.0.1/alice"}}
policies:
  - {name: antimony hike, signal: price_move, direction: up, commodities: antimony, change: 5%, send_to: desk}
  - {name: any stop, signal: production_change, direction: down, change: 15%, cooldown: 2d, send_to: desk}
  - {name: large deal, signal: large_contract, value: 700 million USD, send_to: [desk, alice]}
  - {name: stocks twice, signal: inventory_change, sources: {at_least: 3, within: 24h}, send_to: alice}
  - {name: burst of controls, signal: export_control, burst: {times: 3}, severity: critical, send_to: alice}
"""


def write(path: Path, signals: int = SIGNALS) -> int:
    """Write about so many signals as JSON Lines of Findings, evenly over the span; return how many there are."""
    written = 0
    count = round(signals / (1 + TWO))
    with path.open("w", encoding="utf-8") as file:
        for found in _history(count):
            written += len(found["signals"])
            file.write(json.dumps(found, separators=(",", ":")) + "\n")
    return written


def _history(count: int) -> Iterator[dict[str, Any]]:
    dice = random.Random(11)
    frame = json.loads(findings().to_json())
    models = [json.loads(told.to_json()) for told in _models()]
    recent: deque[dict[str, Any]] = deque(maxlen=LAST)
    for number in range(count):
        article, at = f"article-{number}", format_moment(START + SPAN * number / count)
        if recent and dice.random() < RETOLD:
            told = {**dice.choice(recent), "signal_id": f"{article}-0"}
        else:
            told = _told(dice, models, f"{article}-0")
            recent.append(told)
        more = [_told(dice, models, f"{article}-1")] if dice.random() < TWO else []
        yield {
            **frame,
            "article_id": article,
            "id": article,
            "publisher": dice.choice(OUTLETS),
            "published_at": at,
            "ingested_at": at,
            "revision": {**frame["revision"], "hash": article},
            "fingerprint": f"{dice.getrandbits(64):016x}",
            "title": f"Report {number}",
            "signals": [told, *more],
        }


def _models() -> Iterator[Any]:
    yield signal("price_move", "up", change="5.1 percent", level="8123 USD/t")
    yield signal("production_change", "down", change="5.1 percent", actors=("Company 1",))
    yield signal("export_control", "tighten")
    yield signal("large_contract", "supply", value="245000000 USD", quantity="8123 t", actors=("Company 1",))
    yield signal("inventory_change", "up", change="5.1 percent", quantity="8123 t")
    yield signal("demand_change", "down", change="5.1 percent")


def _told(dice: random.Random, models: list[dict[str, Any]], id_: str) -> dict[str, Any]:
    told = deepcopy(dice.choice(models))
    numbers = {
        "change": f"{dice.randint(10, 240) / 10}",
        "level": str(dice.randint(1_000, 90_000)),
        "quantity": str(dice.randint(1_000, 90_000)),
        "value": f"{dice.randint(100, 900)}000000",
    }
    for kind, amount in told["magnitudes"].items():
        if amount is not None:
            amount["low"] = amount["high"] = numbers[kind]
    for actor in told["actors"]:
        actor["name"] = f"Company {dice.randint(1, COMPANIES)}"
    told["commodities"] = [dice.choice(COMMODITIES)]
    text = f"{id_} tells of it"
    told.update(signal_id=id_, evidence={"text": text, "start": 0, "end": len(text)})
    return told


def main(folder: Path, signals: int) -> int:
    """Write the history, replay it as a user does, print what it took; 1 when it took too much."""
    history, configuration = folder / "signals.jsonl", folder / "tocsin.yml"
    configuration.write_text(CONFIGURATION, encoding="utf-8")
    written = write(history, signals)
    begun = time.monotonic()
    command = ["tocsin", "backtest", str(configuration), str(history), "--from-signals"]
    subprocess.run([str(Path(sys.executable).with_name(command[0])), *command[1:]], check=True)
    seconds = time.monotonic() - begun
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    cpu = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    sys.stdout.write(
        f"{written:,} signals: {seconds:.0f} s by the clock, {cpu:.0f} s of CPU, {memory / 1024**2:,.0f} MiB at most\n"
    )
    return int(seconds * SIGNALS / signals > MOST_SECONDS or memory > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SIGNALS))
