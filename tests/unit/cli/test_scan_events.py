"""What `tocsin scan --events` prints for people."""

from datetime import UTC, datetime, timedelta

import pytest

from tocsin.cli.scan_events import find_events, print_table
from tocsin.detect import Detector
from tocsin.messages import ArticleRecord
from tocsin.pages import complete
from tocsin.rules import load_rules
from tocsin.rules.loader import RulePack

START = datetime(2025, 3, 3, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def rules() -> RulePack:
    return load_rules()


def shown(rules: RulePack, capsys: pytest.CaptureFixture[str], *texts: tuple[str, str, int]) -> list[str]:
    """Print the events of texts, each with its id and its hour: all were published at the start, and updated then."""
    records = [
        ArticleRecord(
            source="desk",
            id=id_,
            text=text,
            publisher="Ore Post",
            published_at=START,
            updated_at=START + timedelta(hours=hour),
        )
        for id_, text, hour in texts
    ]
    print_table(find_events([complete(record, START + timedelta(days=9)) for record in records], Detector(rules)))
    return capsys.readouterr().out.splitlines()


def test_a_correction_shows_when_it_came_and_what_it_changed(
    rules: RulePack, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = shown(
        rules,
        capsys,
        ("1", "Ridley Tin cut tin output by 4,000 tonnes.", 0),
        ("1", "Ridley Tin cut tin output by 1,400 tonnes.", 30),
    )
    assert "production_change down tin 1,400 t" in lines[0]
    assert lines[1].startswith(
        "  withdrawn 03-03 08:00 Ore Post: at 03-04 14:00, a later revision of the article corrects it"
    )
    assert lines[3].startswith("  update    03-04 14:00 Ore Post: ")
    assert lines[3].endswith("change_by: 4000 -> 1400 t")


def test_an_event_that_nobody_states_any_more_says_so(rules: RulePack, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(
        rules, capsys, ("1", "Fire halts the Ridley tin smelter.", 0), ("1", "A visit to the Ridley works.", 5)
    )
    assert lines[0].endswith("  withdrawn")
    assert "at 03-03 13:00, a later revision of the article no longer says it" in lines[1]


def test_a_row_says_how_the_fact_is_told_where_it_did_not_simply_happen(
    rules: RulePack, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = shown(
        rules,
        capsys,
        ("1", "Ridley Tin will cut tin output by 4,000 tonnes.", 0),
        ("2", "Ridley Tin denies that it will cut tin output by 4,000 tonnes.", 2),
        ("3", "Ridley Tin cut tin output by 4,000 tonnes.", 4),
    )
    assert [word for line in lines[1::2] for word in ("(expected)", "(denied)", "Ore Post: ") if word in line] == [
        "(expected)",
        "(denied)",
        "Ore Post: ",
    ]
