"""`tocsin route`: who would get a sample, and why not the others."""

import json
import os
from pathlib import Path
from typing import Any

import typer

from tocsin.backtest.replay import Step
from tocsin.bootstrap.samples import steps
from tocsin.cli.connection import CONFIG, FORMAT, check_format
from tocsin.config import Settings, load_checked
from tocsin.rules.faults import TocsinError


def command(
    sample: Path = typer.Argument(..., exists=True, help="Articles as text, HTML or JSON Lines."),
    config: Path | None = CONFIG,
    output: str = FORMAT,
) -> None:
    """Say who would get a sample, by which policy, and for every other receiver what kept it away. Sends nothing."""
    check_format(output)
    if config is None:
        raise TocsinError("there is no tocsin.yml here; name the configuration with -c")
    settings, rules = load_checked(config, os.environ)
    told = [_told(step, settings) for step in steps(sample, settings, rules)]
    if output == "json":
        print(json.dumps(told, ensure_ascii=False))
        return
    for entry in told:
        _print(entry)


def _told(step: Step, settings: Settings) -> dict[str, Any]:
    reached = {message.receiver: message for message in step.sent}
    policies = {policy.name: policy for alert in step.outcome.alerts for policy in alert.policies}
    facts = {
        signal.signal_id: f"{signal.type} {signal.direction} of {', '.join(signal.commodities) or 'nothing named'}"
        for signal in step.findings.signals
    }
    return {
        "title": step.findings.title or (step.article.text[:80] if step.article else ""),
        "signals": [signal.evidence.text for signal in step.findings.signals],
        "verdicts": [
            f"{facts.get(verdict.signal_id, 'a signal taken back')}, {verdict.verdict}: {verdict.reason}"
            for verdict in step.outcome.verdicts
        ],
        "gets_it": {
            name: {
                "at": message.at.isoformat(),
                "reason": message.reason,
                "policies": [policy.name for policy in policies.values() if name in policy.send_to],
            }
            for name, message in reached.items()
        },
        "not": {name: _why_not(name, step, settings) for name in settings.receivers if name not in reached},
    }


def _why_not(receiver: str, step: Step, settings: Settings) -> list[str]:
    if not step.findings.signals:
        return ["no signal was found"]
    names = {entry.name for entry in settings.policies if receiver in entry.send_to}
    if not names:
        return ["no policy names the receiver"]
    found: list[str] = []
    for verdict in step.outcome.verdicts:
        for trial in verdict.trials:
            if trial.policy not in names:
                continue
            if trial.held_back:
                found.append(f"{trial.policy}: {trial.held_back}")
            elif trial.failed is not None:
                failed = trial.failed
                missed = f", missed by {failed.missed_by}" if failed.missed_by else ""
                found.append(
                    f"{trial.policy}: {failed.field} {failed.wanted}, found {failed.found or 'nothing'}{missed}"
                )
    return list(dict.fromkeys(found)) or ["no policy that names the receiver asks for such a signal"]


def _print(entry: dict[str, Any]) -> None:
    print(entry["title"])
    for line in entry["verdicts"]:
        print(f"  {line}")
    for name, got in entry["gets_it"].items():
        print(f"  → {name}: {', '.join(got['policies'])} ({got['reason']}; {got['at']})")
    for name, reasons in entry["not"].items():
        print(f"  ✗ {name}: {'; '.join(reasons)}")
