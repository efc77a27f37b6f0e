import os
import subprocess
import sys
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds" / "articles"


def test_findings_do_not_depend_on_the_hash_seed_of_the_process() -> None:
    """A replay in another process gives the same signals, down to the rule that found them."""
    told = {
        subprocess.run(
            [sys.executable, "-m", "tocsin", "scan", SEEDS, "--format", "jsonl"],
            check=True, capture_output=True, timeout=60, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "5", "17")
    }  # fmt: skip
    assert len(told) == 1
    assert told.pop().count(b'"signal_id"') > 50
