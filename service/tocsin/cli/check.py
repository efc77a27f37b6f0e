"""`tocsin check`: judge a configuration, then run its own tests through the live functions."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from tocsin.config import Settings, load_checked
from tocsin.config.schema import json_schema
from tocsin.config.trials import TrialResult, run_trials
from tocsin.rules.faults import FaultsError

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
    print(f"{len(error.faults)} faults; nothing was tried", file=sys.stderr)


def _summary(config: Path, settings: Settings, results: tuple[TrialResult, ...]) -> dict[str, Any]:
    return {
        "ok": all(result.is_passed for result in results),
        "file": str(config),
        "config_hash": settings.config_hash,
        "policies": len(settings.policies),
        "receivers": len(settings.receivers),
        "faults": [],
        "tests": [
            {"name": result.name, "passed": result.is_passed, "failures": list(result.failures)} for result in results
        ],
    }


def _tell(config: Path, settings: Settings, results: tuple[TrialResult, ...]) -> None:
    failed = [result for result in results if not result.is_passed]
    for result in failed:
        print(f"FAILED {result.name}")
        for failure in result.failures:
            print(f"  {failure}")
    policies, receivers = len(settings.policies), len(settings.receivers)
    said = f"{len(failed)} of {len(results)} tests failed" if failed else f"{len(results)} tests passed"
    print(f"{config}: {policies} policies, {receivers} receivers, {said} (configuration {settings.config_hash})")
