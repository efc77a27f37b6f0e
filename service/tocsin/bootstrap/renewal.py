"""Hot reload: watch the files of the configuration, judge a change off the stage's thread, hand over what is built of it.

A change is looked for every few seconds, and at once on SIGHUP. It is taken only when it is faultless, its tests pass and it
changes nothing that a running process cannot; otherwise the old configuration stays at work, and log, figures and probes say so.
"""

import hashlib
import signal
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import structlog

from tocsin.config import Settings
from tocsin.config.loader import POLICIES
from tocsin.config.reload import Reload, reload
from tocsin.rules.faults import FaultsError
from tocsin.rules.files import files_of
from tocsin.rules.loader import RulePack
from tocsin.streams.condition import Condition
from tocsin.telemetry import Metrics, describe
from tocsin.telemetry.logs import mask

log = structlog.get_logger(__name__)

LOOK_EVERY = 3.0
"""Seconds between two looks at the files."""

CLOCK_GRAIN = 0.01
"""Seconds by which a file's time may lie behind the clock."""

MOST_TOLD = 20
"""Faults that the probes name at most; the log has all."""

Adopt = Callable[[Settings, RulePack], None]
"""Builds what the stage needs and offers it; raises FaultsError when that cannot be."""


def refusal(outcome: Reload) -> tuple[str, ...]:
    """Return why a reload is not taken over, nothing when it is: its faults, else the settings that need a restart."""
    if outcome.refused:
        return outcome.refused
    return tuple(f"{name}: cannot change while running, needs a restart" for name in outcome.waiting)


def watched(path: Path, settings: Settings) -> tuple[Path, ...]:
    """Return the files that make up the configuration, user rules and receivers' address files among them."""
    secrets = (receiver.url_file for receiver in settings.receivers.values())
    folder = path.parent / POLICIES
    extras = folder.glob("*.y*ml") if folder.is_dir() else ()
    rules = (file for named in settings.rules.files for file in (named, *files_of(named)))
    return tuple(sorted({path, *extras, *rules, *(file for file in secrets if file is not None)}))


def _changed_at(place: Path) -> float:
    """Return when a file, or which files a folder holds, last changed (Unix seconds); 0 for what is not there."""
    try:
        found = place.stat()
    except OSError:
        return 0.0
    return max(found.st_mtime, found.st_ctime)  # a file moved to its place keeps its old mtime


class Fingerprints:
    """What the files hold, by hash; a file is read again only when its time, size or place on the disk changed."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[int, int, int], str]] = {}

    def of(self, files: Iterable[Path]) -> Mapping[str, str]:
        """Return each file's hash; an unreadable one has none, which is a state like any other."""
        return {str(file): self._hash(file) for file in files}

    def _hash(self, file: Path) -> str:
        try:
            found = file.stat()
            mark = (found.st_mtime_ns, found.st_size, found.st_ino)
            known = self._known.get(file)
            if known is None or known[0] != mark:
                self._known[file] = known = (mark, hashlib.sha256(file.read_bytes()).hexdigest())
        except OSError:
            self._known.pop(file, None)
            return ""
        return known[1]


class Watcher:
    """Looks at the files in a thread of its own, so that trials hold up neither heartbeats nor probes.

    `loaded_at` is the clock's time (Unix seconds) just before `settings` were read: what changed since then, while the stage
    waited for its broker or was built, is read again at the first look.
    """

    def __init__(
        self,
        path: Path,
        environ: Mapping[str, str],
        settings: Settings,
        adopt: Adopt,
        *,
        loaded_at: float,
        condition: Condition,
        metrics: Metrics,
    ) -> None:
        self._path, self._environ, self._settings, self._adopt = path, environ, settings, adopt
        self._condition, self._metrics = condition, metrics
        self._wake = threading.Event()
        self._prints = Fingerprints()
        self._seen = self._look()
        self._asked = any(
            _changed_at(place) >= loaded_at - CLOCK_GRAIN for place in (*self._files(), path.parent / POLICIES)
        )
        self._tell(settings, ())

    def start(self) -> None:
        """Begin to look. Call it in the main thread, which gets the signal."""
        if threading.current_thread() is threading.main_thread():
            with suppress(AttributeError):  # a system without SIGHUP
                signal.signal(signal.SIGHUP, lambda *_: self.ask())
        threading.Thread(target=self._run, name="configuration", daemon=True).start()

    def ask(self) -> None:
        """Have the configuration read again now, changed or not."""
        self._asked = True
        self._wake.set()

    def look(self) -> None:
        """Look once; read the configuration again when its files changed or somebody asked."""
        found = self._look()
        if found == self._seen and not self._asked:
            return
        self._asked, self._seen = False, found
        self._renew()
        if self._condition.refused:
            return
        named = self._look()  # what the new one names: not the old one's rule files, and perhaps others
        self._seen = {file: found.get(file, content) for file, content in named.items()}

    def _run(self) -> None:
        while True:
            self._wake.wait(LOOK_EVERY)
            self._wake.clear()
            try:
                self.look()
            except Exception as error:  # noqa: BLE001 - a watcher must outlive any fault of one look
                self._refuse((f"the configuration could not be read again: {describe(error)}",))

    def _look(self) -> Mapping[str, str]:
        return self._prints.of(self._files())

    def _files(self) -> Sequence[Path]:
        return watched(self._path, self._settings)

    def _renew(self) -> None:
        outcome = reload(self._settings, self._path, self._environ)
        told = refusal(outcome)
        if told or outcome.rules is None:
            self._refuse(told)
            return
        try:
            self._adopt(outcome.settings, outcome.rules)
        except FaultsError as error:
            self._refuse(tuple(str(fault) for fault in error.faults))
            return
        self._settings = outcome.settings
        self._metrics.config_reloads.labels("taken").inc()
        self._tell(outcome.settings, ())
        log.info("configuration taken over", configuration=outcome.settings.config_hash)

    def _refuse(self, faults: Sequence[str]) -> None:
        self._metrics.config_reloads.labels("refused").inc()
        self._tell(self._settings, faults)
        log.error("configuration refused", faults=list(faults), stays=self._settings.config_hash)

    def _tell(self, settings: Settings, faults: Sequence[str]) -> None:
        self._condition.configuration = settings.config_hash
        self._condition.refused = tuple(mask(fault) for fault in faults[:MOST_TOLD])
        self._metrics.config_info.clear()
        self._metrics.config_info.labels(settings.config_hash).set(1)
        self._metrics.config_refused.set(1 if faults else 0)
