"""Taking over a changed configuration while running: judged and tried first; the old one stays when anything is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.config.loader import load_checked
from tocsin.config.settings import Settings
from tocsin.config.trials import run_trials
from tocsin.rules.faults import FaultsError
from tocsin.rules.loader import RulePack

AT_START = ("kafka", "ledger", "archive", "state_dir", "sources", "markets", "ports", "console")
"""Settings that a running process cannot change; a reload leaves them, and says so."""


@dataclass(frozen=True)
class Reload:
    """What a reload came to. `settings` are the ones to go on with; `rules` belong to them, None where the old ones stay.

    `refused` says why the new configuration was not taken over, one line a fault or failed test; `waiting` names changed
    settings that only a restart brings.
    """

    settings: Settings
    rules: RulePack | None = None
    refused: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()

    @property
    def is_taken(self) -> bool:
        """Whether the new configuration is in force."""
        return not self.refused


def reload(
    running: Settings, path: Path, environ: Mapping[str, str], overrides: Mapping[str, Any] | None = None
) -> Reload:
    """Read the configuration again and try its tests; keep the running one when it has faults or a test fails."""
    try:
        settings, rules = load_checked(path, environ, overrides)
    except FaultsError as error:
        return Reload(running, refused=tuple(str(fault) for fault in error.faults))
    failed = [result for result in run_trials(settings, rules) if not result.is_passed]
    if failed:
        told = (
            f"{result.place or path}: test {result.name!r} failed: {failure}"
            for result in failed
            for failure in result.failures
        )
        return Reload(running, refused=tuple(told))
    waiting = tuple(name for name in AT_START if getattr(settings, name) != getattr(running, name))
    kept = {name: getattr(running, name) for name in waiting}
    return Reload(settings.model_copy(update=kept) if kept else settings, rules, waiting=waiting)
