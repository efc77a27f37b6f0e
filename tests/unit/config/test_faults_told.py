"""What a faulty or a pointless configuration is told: in the writer's words, and where it can never hold."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.cli import build_app
from tocsin.config import load_checked, load_settings
from tocsin.config.reload import reload
from tocsin.config.trials import book_of
from tocsin.rules.faults import FaultsError

HEAD = 'receivers: {desk: {url: "json://127.0.0.1/hook"}}\npolicies:\n'
JARGON = ("valid", "input", "instance", "tuple", "dictionary", "parse", "pattern", "NoneType", "class ")


def faults(folder: Path, policy: str, head: str = HEAD) -> list[str]:
    path = folder / "tocsin.yml"
    path.write_text(f"{head}  - {{name: p, send_to: desk, {policy}}}\n", "utf-8")
    try:
        load_checked(path, {})
    except FaultsError as error:
        return [str(fault).partition("tocsin.yml:")[2] for fault in error.faults]
    return []


@pytest.mark.parametrize(
    ("policy", "fault"),
    [
        ("quiet_for: 400d", "policies[0].quiet_for: '400d' is more than the 365d that are remembered"),
        ("novelty: {days_since_similar: 366}", "no more than 365 days are remembered, so it never holds"),
        ("window: {within: 500d, count: 3}", "'500d' is more than the 365d that are remembered"),
        ("tier: 12", "policies[0].tier: 12: 'tier' goes from 1 to 9"),
        ("companies: [Codelca]", "so it never holds; did you mean 'codelco'?"),
        ("companies: [Zzyzx Holding]", "add it to a company list that `rules.companies` names"),
        ("window: 5d", "policies[0].window: '5d': must be `key: value` pairs"),
        ("signal: 5", "policies[0].signal: 5: must be a list, such as [a, b]"),
        ("rearm: -3%", "policies[0].rearm: '-3%' is not a percentage; write one such as 3%"),
        ("severity: loud", "'loud': must be 'low', 'medium', 'high' or 'critical'"),
        ("burst: {times: 1}", "must be above 1"),
        ("change: {at_least: 5}", "policies[0].change: 5 has no unit; write one such as 5% or 2pp"),
        (
            "signal: export_control, change: 5%",
            "'change' is no amount of export_control, so it never holds; it has level, quantity",
        ),
        ("signal: price_move, value: 5%", "'value' is no amount of price_move, so it never holds"),
        ("signal: mna, value: 5%", "policies[0].value: '5%': 'value' of mna is told in money such as 245 million USD"),
        ("signal: inventory_change, level: {below: 9 USD/t}", "policies[0].level.below: '9 USD/t': 'level' of"),
        (
            "signal: large_contract, measure: ban",
            "signals of large_contract have no measure, so it never holds; remove",
        ),
        ("signal: price_move, measure: ban", "'ban' is not a measure of price_move; known: premium, term"),
        (
            "signal: price_move, after: {signal: export_control, direction: up, within: 30d}",
            "policies[0].after.direction: 'up' is not a direction of export_control; known: ease, tighten",
        ),
        (
            "signal: export_control, window: {within: 5d, change: 10%}",
            "policies[0].window.change: 'change' rests on a change, which export_control does not have, so it never holds",
        ),
        ("signal: price_move, value_of_revenue: 50%", "'value_of_revenue' rests on a value, which price_move does not"),
        ("commodities: []", "policies[0].commodities: 'commodities' is empty; name at least one, or remove the key"),
    ],
)
def test_a_fault_says_what_is_accepted(tmp_path: Path, policy: str, fault: str) -> None:
    (told,) = faults(tmp_path, policy)
    assert fault in told
    assert [word for word in JARGON if word in told] == []


@pytest.mark.parametrize(
    "policy",
    [
        "signal: inventory_change, days: {below: 20}",
        "signal: production_change, direction: halt, capacity: 200000 t/yr",
        "signal: production_change, quantity: 5000 t",
        "signal: [price_move, export_control], change: 5%",
        "signal: price_move, measure: premium, window: {within: 5d, change: 10}",
        "change: 2pp",
        "signal: [large_contract, export_control], value_of_revenue: 50%",
        "rearm: 3",
    ],
)
def test_a_threshold_that_can_hold_passes(tmp_path: Path, policy: str) -> None:
    assert faults(tmp_path, policy) == []


def test_an_empty_watchlist_is_refused_since_it_would_mean_any_commodity(tmp_path: Path) -> None:
    (told,) = faults(tmp_path, "watchlist: none", "watchlists: {none: []}\n" + HEAD)
    assert told.endswith("watchlists.none: 'none' is empty; name at least one commodity, or remove it")


def test_a_bare_number_of_sources_means_at_least(tmp_path: Path) -> None:
    assert faults(tmp_path, "sources: 2") == []


def test_a_direction_is_judged_by_the_type_that_was_meant(tmp_path: Path) -> None:
    direction, signal = faults(tmp_path, "signal: price_mov, direction: sideways")
    assert direction.endswith("'sideways' is not a direction of price_move; known: down, flat, up")
    assert signal.endswith("did you mean 'price_move'?")


def test_a_moment_without_its_zone_is_quoted(tmp_path: Path) -> None:
    (tmp_path / "tocsin.yml").write_text(
        HEAD
        + "  - {name: p, send_to: desk}\ntests:\n  - {article: {title: x, published_at: 2025-03-01}, expect: []}\n",
        "utf-8",
    )
    with pytest.raises(FaultsError, match=r"'2025-03-01': is no moment; write one with its zone"):
        load_checked(tmp_path / "tocsin.yml", {})


@pytest.mark.parametrize("name", ["智利国家铜业", "CODELCO", "OWM", "LSE:OWM"])
def test_a_company_may_be_called_by_any_of_its_names_and_tickers(tmp_path: Path, name: str) -> None:
    (tmp_path / "own.csv").write_text(
        "id,name,aliases,ticker,exchange,country\ncodelco,Codelco,,OWM,LSE,CL\n", encoding="utf-8"
    )
    assert faults(tmp_path, f'companies: ["{name}"]', "rules: {companies: [own.csv]}\n" + HEAD) == []
    settings, rules = load_checked(tmp_path / "tocsin.yml", {})
    (policy,) = book_of(settings, rules).policies
    assert policy.companies == {"codelco"}


def test_a_failed_test_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yml"
    good = HEAD + "  - {name: p, signal: price_move, send_to: desk}\n"
    path.write_text(good, "utf-8")
    running, _ = load_checked(path, {})
    path.write_text(good + "tests:\n  - {name: calm, article: {title: Tin prices rise 4%}, expect: []}\n", "utf-8")
    result = CliRunner().invoke(build_app("check"), ["check", "-c", str(path)])
    assert (result.exit_code, "tocsin.yml:5: calm" in result.stdout) == (1, True)
    assert "tocsin.yml:5: test 'calm' failed" in reload(running, path, {}).refused[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("state_dirs: var\n", "1: state_dirs: is not a known key; did you mean 'state_dir'?"),
        (
            'receivers: {desk: {url: "json://h/x", quiet_hours: {frm: "22:00", to: "07:00"}}}\n',
            "receivers.desk.quiet_hours.frm: is not a known key; did you mean 'from'?",
        ),
        ("sources:\n  - {name: a, directry: b, directory: c}\n", "2: sources[0].directry: is not a known key; did you"),
        ("zzz: 1\n", "1: zzz: is not a known key; remove it or correct its spelling"),
        ("kafka:\n\ttopic_prefix: a\n", "indent with spaces, not with a tab"),
        (
            'kafka: {bootstrap_servers: "one:9092, two"}\n',
            "kafka.bootstrap_servers: 'one:9092, two': 'two' is not host:port; write one such as 127.0.0.1:9092, several with commas",
        ),
    ],
)
def test_a_slip_in_a_key_or_address_is_told_with_its_remedy(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "tocsin.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(FaultsError) as raised:
        load_settings(path, {})
    assert any(told in str(fault) for fault in raised.value.faults)


def test_a_database_of_another_kind_is_refused_without_showing_its_password(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yml"
    path.write_text('ledger: {url: "mysql://ann:secret@host/x"}\n', "utf-8")
    with pytest.raises(FaultsError) as raised:
        load_settings(path, {})
    (fault,) = map(str, raised.value.faults)
    assert ("ledger: 'url' is not a database address; write sqlite" in fault, "secret" in fault) == (True, False)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("cuts", "did you mean 'cuts, large'?"),
        ("halts", "known: 'cuts, large', p"),
    ],
)
def test_a_name_that_holds_a_comma_is_told_as_one(tmp_path: Path, word: str, told: str) -> None:
    policies = "  - {name: 'cuts, large', send_to: desk, signal: production_change}\n  - {name: p, send_to: desk, signal: mna}\n"
    path = tmp_path / "tocsin.yml"
    path.write_text(f"{HEAD}{policies}tests:\n  - {{article: {{title: x}}, expect: [{word}]}}\n", "utf-8")
    with pytest.raises(FaultsError) as raised:
        load_settings(path, {})
    assert any(told in str(fault) for fault in raised.value.faults)
