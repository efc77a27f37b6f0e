import json
from pathlib import Path

import pytest
import typer
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from tocsin.cli import build_app
from tocsin.config import load_settings
from tocsin.config.schema import json_schema
from tocsin.rules.document import load_document
from tocsin.rules.faults import FaultsError

EXAMPLE = Path(__file__).parents[3] / "deploy" / "tocsin.example.yml"
POLICY = """\
receivers: {desk: {url: "json://127.0.0.1/hook"}}
policies:
  - {name: hike, signal: price_move, direction: up, commodities: antimony, change: 5%, send_to: desk}
tests:
"""


@pytest.fixture
def app() -> typer.Typer:
    return build_app("check")


def checked(app: typer.Typer, folder: Path, tests: str, *options: str) -> Result:
    path = folder / "tocsin.yml"
    path.write_text(POLICY + tests, encoding="utf-8")
    return CliRunner().invoke(app, ["check", "-c", str(path), *options])


def test_a_passed_test_exits_0(app: typer.Typer, tmp_path: Path) -> None:
    result = checked(app, tmp_path, '  - {article: {title: "Antimony prices climb 8% in a week"}, expect: [hike]}\n')
    assert (result.exit_code, "1 test passed" in result.stdout) == (0, True)


def test_a_missed_threshold_exits_1_and_says_by_how_much(app: typer.Typer, tmp_path: Path) -> None:
    result = checked(app, tmp_path, '  - {article: {title: "Antimony prices climb 3% in a week"}, expect: [hike]}\n')
    assert result.exit_code == 1
    assert "change must be ≥ 5 %, found 3 %, missed by 2 %" in result.stdout


def test_a_policy_that_did_not_alert_tells_of_the_article_that_came_closest(app: typer.Typer, tmp_path: Path) -> None:
    articles = (
        '{title: "Antimony prices fall 9%"}, {title: "Antimony prices climb 3%"}, {title: "Antimony prices drop 2%"}'
    )
    result = checked(app, tmp_path, f"  - {{articles: [{articles}], expect: [hike]}}\n")
    assert "did not alert: change must be ≥ 5 %, found 3 %, missed by 2 %" in result.stdout


def test_a_broken_silence_exits_1_and_quotes_the_article(app: typer.Typer, tmp_path: Path) -> None:
    result = checked(app, tmp_path, '  - {article: {title: "Antimony prices climb 8% in a week"}, expect: []}\n')
    assert result.exit_code == 1
    assert "'hike' alerted and was not expected" in result.stdout


def test_faults_exit_2_and_are_told_as_json_on_request(app: typer.Typer, tmp_path: Path) -> None:
    result = checked(app, tmp_path, '  - {article: {title: "x"}, expect: [hikes]}\n', "--format", "json")
    assert result.exit_code == 2
    (fault,) = json.loads(result.stdout)["faults"]
    assert (fault["line"], fault["path"]) == (5, "tests[0].expect[0]")
    assert fault["message"].endswith("did you mean 'hike'?")


def test_an_unknown_commodity_names_the_one_that_was_meant(app: typer.Typer, tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yml"
    path.write_text(POLICY.replace("antimony", "antimoni").replace("tests:\n", ""), encoding="utf-8")
    result = CliRunner().invoke(app, ["check", "-c", str(path)])
    assert result.exit_code == 2
    assert (
        "tocsin.yml:3: policies[0].commodities: 'antimoni' is not a commodity; did you mean 'antimony'?"
        in result.stderr
    )


def test_the_example_passes_its_own_tests(app: typer.Typer) -> None:
    result = CliRunner().invoke(app, ["check", "-c", str(EXAMPLE)])
    assert result.exit_code == 0, result.stdout


def test_the_example_obeys_the_schema_for_editors() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    faults = [error.message for error in Draft202012Validator(schema).iter_errors(load_document(EXAMPLE).data)]
    assert faults == []


def test_a_receiver_of_operations_must_exist(app: typer.Typer, tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yml"
    path.write_text(
        POLICY.replace("tests:\n", "operations: {send_to: [desk, desc]}\n"),
        encoding="utf-8",
    )
    result = CliRunner().invoke(app, ["check", "-c", str(path), "--format", "json"])
    (fault,) = json.loads(result.stdout)["faults"]
    assert (fault["path"], result.exit_code) == ("operations.send_to[1]", 2)
    assert fault["message"].endswith("did you mean 'desk'?")


def test_a_doubled_key_hides_no_other_fault(tmp_path: Path) -> None:
    file = tmp_path / "tocsin.yml"
    file.write_text("kafka: {topic_prefix: a, topic_prefix: b}\nreceiverz: {}\n", "utf-8")
    with pytest.raises(FaultsError) as caught:
        load_settings(file, {})
    assert [(fault.line, fault.path) for fault in caught.value.faults] == [(1, "kafka.topic_prefix"), (2, "receiverz")]


def test_an_address_that_no_channel_takes_is_a_fault_at_its_line(app: typer.Typer, tmp_path: Path) -> None:
    file = tmp_path / "tocsin.yml"
    file.write_text("receivers:\n  desk: {url: 'slackk://TOKEN/xx'}\n  file: {url_file: nowhere}\n", "utf-8")
    result = CliRunner().invoke(app, ["check", "-c", str(file)])
    told = result.stderr.splitlines()
    assert result.exit_code == 2
    assert [line.split(": ")[0].rpartition(":")[2] for line in told[:2]] == ["2", "3"]
    assert "TOKEN" not in result.stderr
    assert told[-1] == "2 faults; nothing was tried"


def test_bounds_that_never_hold_are_a_fault(app: typer.Typer, tmp_path: Path) -> None:
    file = tmp_path / "tocsin.yml"
    policy = "{name: p, signal: price_move, change: {at_least: 5%, at_most: 3%}, send_to: [desk]}"
    file.write_text(f"receivers: {{desk: {{url: 'json://127.0.0.1'}}}}\npolicies:\n  - {policy}\n", "utf-8")
    result = CliRunner().invoke(app, ["check", "-c", str(file)])
    assert (result.exit_code, "never holds" in result.stderr) == (2, True)
