"""On SQLite one deliver process sends; a second one waits until the first has gone.

The system frees the lock when a process dies, however it dies, so whoever gets it knows that nobody else is sending and takes
over at once what was leased. On PostgreSQL several processes share the work by leases and no lock is needed.
"""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tocsin.store.ledger import SqlLedger


@contextmanager
def sole_sender(ledger: SqlLedger, wait: Callable[[], bool]) -> Iterator[bool]:
    """Hold the ledger's lock while the block runs; yield whether this process is the only sender.

    `wait` is called between tries and returns False to give up: then, as on PostgreSQL, the answer is False.
    """
    path = ledger.file
    if path is None:
        yield False
        return
    with Path(f"{path}.sender").open("w", encoding="ascii") as lock:
        yield _take(lock.fileno(), wait)


def _take(descriptor: int, wait: Callable[[], bool]) -> bool:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not wait():
                return False
        else:
            return True
