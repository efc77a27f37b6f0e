"""A PostgreSQL of one's own for tests: a fresh cluster on a free loopback port, ended with the run."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_SECONDS = 60


class NoPostgresError(Exception):
    """There is no PostgreSQL here, and why."""


@contextmanager
def postgres() -> Iterator[str]:
    """Yield the address of a fresh, empty database `tocsin`. Raises NoPostgresError."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        raise NoPostgresError("no initdb below /usr/lib/postgresql; install the package postgresql (make system)")
    folder = Path(tempfile.mkdtemp(prefix="tocsin-postgres-"))
    try:
        yield from _run(programs[-1].parent, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(programs: Path, folder: Path) -> Iterator[str]:
    as_user: int | None = None
    if os.getuid() == 0:  # the server refuses to run as root
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
        as_user = user.pw_uid
    port = _free_port()
    data = folder / "data"
    _call([programs / "initdb", "-D", data, "-U", "tocsin", "--auth=trust", "-E", "UTF8", "--no-sync"], as_user)
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60"
    control: list[str | Path] = [programs / "pg_ctl", "-D", data, "-w", "-t", str(_SECONDS)]
    _call([*control, "-o", options, "-l", folder / "log", "start"], as_user)
    try:
        _call([programs / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "tocsin", "tocsin"], as_user)
        yield f"postgresql://tocsin@127.0.0.1:{port}/tocsin"
    finally:
        _call([*control, "-m", "immediate", "stop"], as_user)


def _call(command: Sequence[str | Path], as_user: int | None) -> None:
    done = subprocess.run(  # noqa: S603  # programs of the system's PostgreSQL, by their full path
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd="/",
        timeout=2 * _SECONDS,
        check=False,
        user=as_user,
    )
    if done.returncode:
        raise NoPostgresError(f"{Path(command[0]).name} failed: {done.stderr.decode(errors='replace').strip()[-300:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
