"""The last line of `tocsin status`: how all is, and what waits for somebody."""

import pytest

from tocsin.cli.status import _print_tables
from tocsin.ops.status import Status


@pytest.mark.parametrize(
    ("waiting", "told"),
    [
        (0, "all stages are fine"),
        (1, "all stages are fine; 1 dead letter waits: `tocsin dead-letters list`"),
        (2, "all stages are fine; 2 dead letters wait: `tocsin dead-letters list`"),
    ],
)
def test_the_last_line_counts_what_waits(waiting: int, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    _print_tables(Status("kafka:9092", (), (), waiting, 0))
    assert capsys.readouterr().out.splitlines()[-1].strip() == told
