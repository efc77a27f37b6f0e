"""The example names every key of the settings, and what it shows in comments is accepted too."""

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from tocsin.config import load_checked, policies, settings
from tocsin.config.policies import PolicyEntry
from tocsin.config.schema import json_schema
from tocsin.config.settings import Settings
from tocsin.rules.company_list import CSV_COLUMNS
from tocsin.rules.document import parse_document
from tocsin.rules.faults import FaultsError
from tocsin.rules.lexicon import load_lexicon

ROOT = Path(__file__).parents[3]
EXAMPLE = (ROOT / "deploy" / "tocsin.example.yml").read_text("utf-8")
LEXICONS = (ROOT / "service" / "tocsin" / "rules" / "lexicons" / "README.md").read_text("utf-8")
MODELS = [
    model
    for module in (settings, policies)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, BaseModel) and model.__module__ == module.__name__
]


def keys(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def shown(pattern: str) -> dict[str, Any]:
    """Read the settings that comments of the example show, by their keys."""
    found = re.findall(pattern, EXAMPLE, re.MULTILINE)
    return {key: parse_document(f"{key}: {value}", "example").data[key] for key, value in found}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_of_the_settings_is_named_in_the_example(model: type[BaseModel]) -> None:
    assert {key for key in keys(model) if not re.search(rf"(?<![\w-]){key}:", EXAMPLE)} == set()


def test_what_the_example_shows_in_comments_is_accepted() -> None:
    commented = {key: value for key, value in shown(r"^# ([a-z_]+): (.+)$").items() if key in keys(Settings)}
    assert {"rules", "markets", "ports", "console", "operations", "ledger", "archive"} <= set(commented)
    read = Settings.model_validate(commented)
    assert read.ports == settings.Ports()
    assert read.rules.files


def test_the_markets_that_the_example_shows_pass_every_check(tmp_path: Path) -> None:
    (line,) = re.findall(r"^# (markets: .+)$", EXAMPLE, re.MULTILINE)
    (tmp_path / "tocsin.yml").write_text(f"{line}\n", "utf-8")
    read, _ = load_checked(tmp_path / "tocsin.yml", {})
    assert read.market_names[-1] == "default"
    (tmp_path / "tocsin.yml").write_text(line.replace("[crude_oil, natural_gas]", "[]"), "utf-8")
    with pytest.raises(FaultsError, match="'energy' is empty"):
        load_checked(tmp_path / "tocsin.yml", {})


def test_what_the_example_shows_of_policies_is_accepted() -> None:
    commented = {key: value for key, value in shown(r"^#   ([a-z_]+): (.+)$").items() if key in keys(PolicyEntry)}
    assert len(commented) > 20
    schema = Draft202012Validator(json_schema())
    for key, value in [*commented.items(), ("cooldown", "6h"), ("sources", 2)]:
        entry = {"name": key, "send_to": "desk", key: value}
        PolicyEntry.model_validate(entry)
        assert [error.message for error in schema.iter_errors({"policies": [entry]})] == []


@pytest.mark.parametrize("text", [EXAMPLE.replace("#  ", "   "), LEXICONS], ids=["example", "manual"])
def test_the_company_list_is_shown_as_it_is_read(tmp_path: Path, text: str) -> None:
    (row,) = re.findall(r"^\s+(redcap,.+)$", text, re.MULTILINE)
    heading = ",".join(CSV_COLUMNS)
    assert heading in text
    path = tmp_path / "own.csv"
    path.write_text(f"{heading}\n{row}\n", "utf-8")
    company = load_lexicon([path]).companies["redcap"]
    assert (company.aliases.zh, company.tickers, company.country) == (("红帽铪业",), ("ASX:RCH",), "AU")
