"""`tocsin check`: judge a configuration, then run its own tests through the live functions."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from tocsin.bootstrap.delivery import receivers
from tocsin.config import Settings, load_checked
from tocsin.config.schema import json_schema
from tocsin.config.trials import TrialResult, run_trials
from tocsin.rules.document import Document, load_document
from tocsin.rules.faults import Fault, FaultsError

EXIT_FAILED = 1
EXIT_FAULTS = 2


def command(
    config: Annotated[
        Path, typer.Option("-c", "--config", envvar="TOCSIN_CONFIG", help="The configuration to judge.")
    ] = Path("tocsin.yml"),
    output: Annotated[str, typer.Option("--format", help="text for people, json for programs.")] = "text",
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema for editors and exit.")] = False,
) -> None:
    """Judge a configuration: every fault with file and line, then its own tests. Exit 0 good, 1 a test failed, 2 faults."""
    if schema:
        print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
        return
    if output not in ("text", "json"):
        raise typer.BadParameter(f"{output!r}: write text or json", param_hint="--format")
    try:
        settings, rules = load_checked(config, os.environ)
        _check_receivers(config, settings)
    except FaultsError as error:
        _faults(error, output)
        raise typer.Exit(EXIT_FAULTS) from error
    results = run_trials(settings, rules)
    failed = [result for result in results if not result.is_passed]
    if output == "json":
        print(json.dumps(_summary(config, settings, results), ensure_ascii=False))
    else:
        _tell(config, settings, results)
    if failed:
        raise typer.Exit(EXIT_FAILED)


def _faults(error: FaultsError, output: str) -> None:
    if output == "json":
        faults = [vars(fault) for fault in error.faults]
        print(json.dumps({"ok": False, "faults": faults, "tests": []}, ensure_ascii=False))
        return
    for fault in error.faults:
        print(fault, file=sys.stderr)
    print(f"{_count(len(error.faults), 'fault')}; nothing was tried", file=sys.stderr)


def _check_receivers(config: Path, settings: Settings) -> None:
    """Raise FaultsError for addresses that cannot be read or that no channel takes; nothing is sent."""
    try:
        receivers(settings)
    except FaultsError as error:
        lines = load_document(config)
        raise FaultsError(_placed(fault, lines) for fault in error.faults) from error


def _placed(fault: Fault, document: Document) -> Fault:
    """Point a receiver's fault at its entry, where that stands in the main file."""
    name = fault.path.removeprefix("receivers.").rpartition(".")[0]
    loc = ("receivers", name)
    if loc not in document.lines:
        return fault
    told = fault.message if fault.file == "configuration" else f"{fault.file}: {fault.message}"
    return Fault(document.file, document.lines[loc], fault.path, told)


def _count(number: int, noun: str) -> str:
    plural = "policies" if noun == "policy" else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def _summary(config: Path, settings: Settings, results: tuple[TrialResult, ...]) -> dict[str, Any]:
    return {
        "ok": all(result.is_passed for result in results),
        "file": str(config),
        "config_hash": settings.config_hash,
        "policies": len(settings.policies),
        "receivers": len(settings.receivers),
        "faults": [],
        "tests": [
            {"name": r.name, "place": r.place, "passed": r.is_passed, "failures": list(r.failures)} for r in results
        ],
    }


def _tell(config: Path, settings: Settings, results: tuple[TrialResult, ...]) -> None:
    failed = [result for result in results if not result.is_passed]
    for result in failed:
        print(f"FAILED {result.place}{': ' if result.place else ''}{result.name}")
        for failure in result.failures:
            print(f"  {failure}")
    counts = f"{_count(len(settings.policies), 'policy')}, {_count(len(settings.receivers), 'receiver')}"
    tests = _count(len(results), "test")
    said = f"{len(failed)} of {tests} failed" if failed else f"{tests} passed"
    print(f"{config}: {counts}, {said} (configuration {settings.config_hash})")
