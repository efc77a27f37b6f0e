"""Company lists of a user's own: 100,000 names as CSV, each read with the line of its fault, and kept small."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from tocsin.rules.countries import code_fault
from tocsin.rules.faults import Fault, FaultsError, shown_path
from tocsin.rules.words import ID, Words

_ID = re.compile(ID)
HAN = "\u2e80"
"""From here on characters are Chinese."""
CSV_COLUMNS = ("id", "name", "aliases", "ticker", "exchange", "country")


@dataclass(slots=True)
class ListedCompany:
    """A company of a user's list, kept small and cheap to make: there may be 100,000 of them. Reads like a Company."""

    id: str
    name: str
    en: tuple[str, ...]
    zh: tuple[str, ...]
    tickers: tuple[str, ...]
    country: str | None = None

    @property
    def aliases(self) -> Words:
        """Aliases by language."""
        return Words(en=self.en, zh=self.zh)

    @property
    def commodities(self) -> tuple[str, ...]:
        """None are told."""
        return ()


def read_companies(path: Path, faults: list[Fault]) -> list[ListedCompany]:
    """Read a user's companies: `id,name,aliases,ticker,exchange,country`, several aliases separated by `|`.

    Faulty rows are noted and left out; raises FaultsError for a file that cannot be read or has another heading.
    """
    name = shown_path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FaultsError([Fault(name, 0, "", f"cannot be read: {error.strerror or error}")]) from error
    except UnicodeDecodeError as error:
        raise FaultsError([Fault(name, 0, "", f"is not UTF-8 (byte {error.start}); save it as UTF-8")]) from error
    found: list[ListedCompany] = []
    seen: set[str] = set()
    reader = csv.reader(StringIO(text))
    try:
        if tuple(next(reader, ())) != CSV_COLUMNS:
            raise FaultsError([Fault(name, 1, "", f"the first line must be {','.join(CSV_COLUMNS)}, parted by commas")])
        for written in reader:
            if not written:
                continue
            row = list(map(str.strip, written))
            if fault := _row_fault(row, seen):
                faults.append(Fault(name, reader.line_num, *fault))
                continue
            seen.add(row[0])
            found.append(_company(row))
    except csv.Error as error:  # a field that goes on and on
        told = f"is no CSV ({error}); is a double quote left open above?"
        raise FaultsError([Fault(name, reader.line_num, "", told)]) from error
    return found


def _row_fault(row: Sequence[str], seen: set[str]) -> tuple[str, str] | None:
    """Return the column and what is wrong with it."""
    if len(row) != len(CSV_COLUMNS):
        return "", f"has {len(row)} columns instead of {len(CSV_COLUMNS)}; quote a value that holds a comma"
    id_, aliases = row[0], row[2]
    if not _ID.match(id_):
        return "id", f"{id_!r} is no id; write letters, digits, dots, dashes, underscores"
    if id_ in seen:
        return "id", f"{id_!r} stands twice; keep one"
    if not row[1]:
        return "name", "is empty; write the company's name"
    if ";" in aliases or "；" in aliases or "、" in aliases:
        return "aliases", f"{aliases[:60]!r}: several are parted by `|`"
    if row[5] and (told := code_fault(row[5])) is not None:
        return "country", told
    return None


def _company(row: Sequence[str]) -> ListedCompany:
    id_, name, aliases, code, exchange, country = row
    told = [alias.strip() for alias in aliases.split("|")] if aliases else ()
    return ListedCompany(
        id_,
        name,
        tuple([alias for alias in told if alias and alias[0] < HAN]) if told else (),
        tuple([alias for alias in told if alias and alias[0] >= HAN]) if told else (),
        (f"{exchange}:{code}" if exchange else code,) if code else (),
        country or None,
    )
