"""The manual names every setting of a receiver, and nothing that is none."""

import re
from pathlib import Path

from tocsin.deliver.receivers import Digest, QuietHours, Receiver

MANUAL = (Path(__file__).parents[3] / "deploy" / "RECEIVERS.md").read_text("utf-8")


def test_every_setting_of_a_receiver_is_documented() -> None:
    table = MANUAL.partition("## Addresses")[0]
    assert set(re.findall(r"^\| `([a-z_]+)` \|", table, re.MULTILINE)) == set(Receiver.model_fields)
    parts = {field.alias or name for model in (QuietHours, Digest) for name, field in model.model_fields.items()}
    assert {part for part in parts if f"{part}:" not in table} == set()
