"""Apache Kafka's jars: fetched once by Maven from a pinned list into a cache that every process of this user shares."""

import fcntl
import importlib.resources
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tocsin.broker.errors import LocalKafkaError

_VERSION = re.compile(r"<kafka\.version>([0-9.]+)</kafka\.version>")
_FETCH_SECONDS = 900


def pom() -> Path:
    """Return the list of jars: the repository's in a checkout, else the one inside the wheel."""
    checkout = Path(__file__).parents[3] / "deploy" / "kafka" / "pom.xml"
    if checkout.is_file():
        return checkout
    packaged = Path(str(importlib.resources.files("tocsin"))) / "_data" / "kafka" / "pom.xml"
    if packaged.is_file():
        return packaged
    raise LocalKafkaError(f"the list of Kafka's jars is missing: neither {checkout} nor {packaged} is there; reinstall")


def version(text: str) -> str:
    """Return the Kafka version that the pom's text pins."""
    found = _VERSION.search(text)
    if found is None:
        raise LocalKafkaError("deploy/kafka/pom.xml names no <kafka.version>; add the property")
    return found.group(1)


def cache_directory(environ: Mapping[str, str]) -> Path:
    """Return where fetched things are kept: TOCSIN_CACHE, else the user's cache directory."""
    if environ.get("TOCSIN_CACHE"):
        return Path(environ["TOCSIN_CACHE"])
    base = environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "tocsin"


def why_not(environ: Mapping[str, str]) -> str | None:
    """Return why no Kafka can be run from jars here, or None when it can."""
    if shutil.which("java", path=environ.get("PATH")) is None:
        return "there is no `java` in PATH; install Java 17 or newer"
    if not _libraries(environ).is_dir() and shutil.which("mvn", path=environ.get("PATH")) is None:
        return "there is no `mvn` in PATH to fetch Kafka's jars; install Maven, or name a directory with them in KAFKA_LIBS"
    return None


def fetch(environ: Mapping[str, str] | None = None) -> Path:
    """Return the directory with the jars, fetching them first where they are missing (46 MB, once).

    Two processes never fetch at once: the second waits for the first and finds its work done. Raises LocalKafkaError.
    """
    environ = os.environ if environ is None else environ
    reason = why_not(environ)
    if reason is not None:
        raise LocalKafkaError(reason)
    target = _libraries(environ)
    if target.is_dir():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with (target.parent / f"{target.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.is_dir():
            _fetch_into(target)
    return target


def _libraries(environ: Mapping[str, str]) -> Path:
    if environ.get("KAFKA_LIBS"):
        return Path(environ["KAFKA_LIBS"])
    return cache_directory(environ) / f"kafka-{version(pom().read_text())}"


def _fetch_into(target: Path) -> None:
    with tempfile.TemporaryDirectory(prefix=f"{target.name}-", dir=target.parent) as work:
        shutil.copy(pom(), Path(work) / "pom.xml")
        command = ["mvn", "-q", "-B", "-f", f"{work}/pom.xml", "dependency:copy-dependencies"]
        command += [f"-DoutputDirectory={work}/libs", "-DincludeScope=runtime"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_FETCH_SECONDS, check=False)  # noqa: S603  # fixed words and our own paths
        except (OSError, subprocess.TimeoutExpired) as error:
            raise LocalKafkaError(f"Maven could not fetch Kafka's jars: {error}") from error
        if done.returncode:
            tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-5:])
            raise LocalKafkaError(f"Maven could not fetch Kafka's jars (is its repository reachable?):\n{tail}")
        (Path(work) / "libs").rename(target)
