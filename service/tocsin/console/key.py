"""The key that signs the links in messages: a file that only its owner may read, made when it is first needed."""

import contextlib
import os
import secrets
from pathlib import Path

from tocsin.deliver.feedback import MIN_KEY_BYTES
from tocsin.rules.faults import TocsinError

FILE = "feedback.key"
_KEY_BYTES = 32


def ballot_key(state_dir: Path) -> bytes:
    """Return the key in `state_dir`, making folder and file where they are missing. Raises TocsinError naming the file.

    Whoever comes second finds the first one's key, whole, also when both start at once.
    """
    path = state_dir / FILE
    try:
        if not path.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise TocsinError(f"{path}: the key of the links in messages: {error.strerror}") from error
    if len(key) < MIN_KEY_BYTES:
        raise TocsinError(
            f"{path}: holds {len(key)} bytes, a key has {_KEY_BYTES}; remove it, and links sent so far end"
        )
    return key


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{FILE}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink()
