"""Files: which files a path of the configuration names, and the hash over all that rules are made of."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from tocsin.rules.faults import Fault, shown_path

ENDINGS = (".yml", ".yaml", ".csv")
_ENDINGS_TOLD = "`.yml` (or `.csv`, a company list)"


def files_of(path: Path, faults: list[Fault] | None = None) -> list[Path]:
    """Return the files that a path of the configuration names: itself, or of a folder those that rules may stand in.

    Faults are noted where nothing would be read.
    """
    noted = [] if faults is None else faults
    if path.is_dir():
        found = [file for file in sorted(path.iterdir()) if file.suffix in ENDINGS and file.is_file()]
        if not found:
            noted.append(Fault(shown_path(path), 0, "", f"holds no rules: no file that ends in {_ENDINGS_TOLD}"))
        return found
    if path.suffix in ENDINGS:
        return [path]
    what = f"is no rules file, whose name ends in {_ENDINGS_TOLD}" if path.exists() else "does not exist"
    noted.append(Fault(shown_path(path), 0, "", f"{what}; name a pack, a lexicon, a company list or a folder of such"))
    return []


def digest_of(files: Iterable[Path]) -> str:
    """Hash names and contents of all files that rules are made of."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        if file.suffix in ENDINGS and file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]
