"""Files, folders and standard input as pages. Memory is bounded by one page, however long a file of JSON Lines is."""

import gzip
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Protocol, cast

from pydantic import ValidationError

from tocsin.messages import ArticleRecord
from tocsin.pages import Page
from tocsin.rules.faults import shown_path
from tocsin.sources.encodings import UndecodableError, decode
from tocsin.sources.feeds import is_xml, read_feed
from tocsin.sources.mail import ENDINGS, looks_like_mail, read_mail
from tocsin.sources.unreadable import Unreadable

MAX_PAGE_BYTES = 16_000_000
"""Longest page that is read; news is a thousandth of it."""

_SECONDS, _MILLISECONDS = 100_000_000, 100_000_000_000
"""From 1973 on a number may be a time; from here on it counts milliseconds."""
STDIN = "-"
FINDINGS = "is what detect found in an article, and no article"
"""The reason by which recorded signals are known that stand where articles are read."""
_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_GZIP = b"\x1f\x8b"
_HTML = (".html", ".htm", ".xhtml")
_LOOKS_HTML = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--.{0,500}?-->\s{0,20})?<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_HTML_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s?([\w-]{2,20})", re.IGNORECASE)


def read_pages(paths: Iterable[Path | str], stdin: IO[bytes] | None = None) -> Iterator[Page | Unreadable]:
    """Yield the pages of files and folders in order, `-` for standard input; what cannot be read as Unreadable."""
    for path in paths:
        if str(path) == STDIN:
            yield from _read_stdin(stdin)
        else:
            yield from _read_path(Path(path))


def list_files(paths: Sequence[Path | str]) -> list[Path]:
    """Return the files that `read_pages` would read, for whoever counts them beforehand."""
    found: list[Path] = []
    for path in paths:
        if str(path) != STDIN:
            found.extend(_files_below(Path(path)) if _is_folder(Path(path)) else [Path(path)])
    return found


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for any file: told where it is read
        return False


def _read_path(path: Path) -> Iterator[Page | Unreadable]:
    if not _is_folder(path):
        yield from read_file(path)
        return
    files = _files_below(path)
    if not files:
        yield Unreadable(shown_path(path), "is a folder without files", "name one with text, HTML or JSON Lines files")
    for file in files:
        yield from read_file(file)


def _files_below(folder: Path) -> list[Path]:
    """Return the folder's files by name, those of its folders too; hidden ones are not ours."""
    found = (
        path for path in folder.rglob("*") if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    return sorted(path for path in found if path.is_file())


def read_file(path: Path) -> Iterator[Page | Unreadable]:
    """Yield the pages of one file."""
    name = shown_path(path)
    try:
        if not path.is_file():
            reason = "does not exist" if not path.exists() else "is no regular file"
            yield Unreadable(name, reason, "check the path")
        elif name.lower().endswith(_LINES):
            with gzip.open(path) if name.lower().endswith(".gz") else path.open("rb") as file:
                yield from _read_lines(file, name)
        else:
            with gzip.open(path) if name.lower().endswith(".gz") else path.open("rb") as file:
                yield from _read_whole(file.read(MAX_PAGE_BYTES + 1), name)
    except gzip.BadGzipFile:
        yield Unreadable(name, "is no gzip file, whatever its name says", "rename it or compress it again")
    except (OSError, EOFError, zlib.error) as error:
        yield _failed(error, name)


def _failed(error: Exception, name: str) -> Unreadable:
    reason = getattr(error, "strerror", None) or error
    return Unreadable(name, f"cannot be read: {reason}", "check the file and its permissions")


def _read_stdin(stdin: IO[bytes] | None) -> Iterator[Page | Unreadable]:
    if stdin is None:
        yield Unreadable(STDIN, "there is no standard input", "name a file")
        return
    head = stdin.readline(MAX_PAGE_BYTES + 1)
    if not head.startswith(_GZIP):
        yield from _read_stream(head, stdin)
        return
    try:
        unpacked = gzip.GzipFile(fileobj=cast("IO[bytes]", _Chained(head, stdin)))
        yield from _read_stream(unpacked.readline(MAX_PAGE_BYTES + 1), unpacked)
    except (OSError, EOFError, zlib.error) as error:
        yield _failed(error, STDIN)


def _read_stream(head: bytes, rest: "IO[bytes] | gzip.GzipFile") -> Iterator[Page | Unreadable]:
    """Read on after the first line, which tells whether it is JSON Lines."""
    if _is_json_line(head):
        yield from _read_lines(_Chained(head, rest), STDIN)
    else:
        yield from _read_whole(head + rest.read(max(0, MAX_PAGE_BYTES + 1 - len(head))), STDIN)


class _Readable(Protocol):
    def readline(self, size: int = -1, /) -> bytes:
        """Return the next line, at most `size` bytes of it."""


class _Chained:
    """A stream whose first line has already been read."""

    def __init__(self, head: bytes, rest: "IO[bytes] | gzip.GzipFile") -> None:
        self._head, self._rest = head, rest

    def readline(self, size: int = -1, /) -> bytes:
        """Return the next line, at most `size` bytes of it."""
        head, self._head = self._head, b""
        return head or self._rest.readline(size)

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes, or all that are left."""
        if not self._head:
            return self._rest.read(size)
        stop = len(self._head) if size < 0 else size
        head, self._head = self._head[:stop], self._head[stop:]
        return head + self._rest.read() if size < 0 else head


def _is_json_line(head: bytes) -> bool:
    line = head.removeprefix(b"\xef\xbb\xbf").strip()
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return line.startswith(b'{"')


def _read_whole(data: bytes, name: str) -> Iterator[Page | Unreadable]:
    """Yield the page that a whole file is; a JSON document may hold one or several."""
    if len(data) > MAX_PAGE_BYTES:
        yield Unreadable(
            name, f"is larger than {MAX_PAGE_BYTES // 1_000_000} MB", "split it into its articles, or pass JSON Lines"
        )
        return
    plain = name.lower().removesuffix(".gz")
    if plain.endswith(ENDINGS) or looks_like_mail(data):
        yield from read_mail(data, name)
        return
    try:
        text = _decode_page(data)
    except UndecodableError as error:
        yield Unreadable(name, error.reason, error.remedy)
        return
    if not text.strip("\ufeff \t\r\n\x00"):
        yield Unreadable(name, "is empty", "remove it or fetch it again")
    elif plain.endswith(".json"):
        yield from _read_json(text, name)
    elif plain.endswith(_HTML) or _LOOKS_HTML.match(text):
        yield Page(html=text, document=name)
    elif is_xml(text):
        yield from read_feed(text, name)
    else:
        yield Page(text=text, document=name)


def _decode_page(data: bytes) -> str:
    """Decode by the bytes themselves; an HTML page's own word counts where they leave a choice."""
    match = _HTML_CHARSET.search(data[:2_000])
    if match and match[1].lower() in {b"gb2312", b"gbk", b"gb18030", b"big5", b"big5-hkscs"}:
        try:
            return data.decode("big5hkscs" if b"big5" in match[1].lower() else "gb18030")
        except UnicodeDecodeError:
            pass
    return decode(data)


def _read_json(text: str, name: str) -> Iterator[Page | Unreadable]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Unreadable(
            name,
            f"cannot be read as JSON ({_first(error)})",
            "mend it, or rename it to .txt or .jsonl if that is what it is",
        )
        return
    for number, item in enumerate(found if isinstance(found, list) else [found], 1):
        place = f"{name}[{number}]" if isinstance(found, list) else name
        yield _page_of(item, place, name)


def _read_lines(file: _Readable, name: str) -> Iterator[Page | Unreadable]:
    """Yield a page a line. A UTF-16 file is refused: its line breaks are not bytes of their own."""
    number, seen = 0, False
    while line := file.readline(MAX_PAGE_BYTES + 1):
        number += 1
        place = f"{name}:{number}"
        if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Unreadable(name, "is JSON Lines in UTF-16", "save it as UTF-8")
            return
        if len(line) > MAX_PAGE_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(MAX_PAGE_BYTES)
            seen = True
            yield Unreadable(place, f"is longer than {MAX_PAGE_BYTES // 1_000_000} MB", "split it into its articles")
            continue
        if not line.strip():
            continue
        seen = True
        yield _page_of_line(line, place, name)
    if not seen:
        yield Unreadable(name, "is empty", "remove it or fetch it again")


def _page_of_line(line: bytes, place: str, document: str) -> Page | Unreadable:
    try:
        text = decode(line)
    except UndecodableError as error:
        return Unreadable(place, error.reason, error.remedy)
    try:
        item = json.loads(text.lstrip("\ufeff"), parse_int=_whole)
    except (ValueError, RecursionError) as error:
        return Unreadable(place, f"cannot be read as JSON ({_first(error)})", "write one object a line")
    return _page_of(item, place, document)


def _page_of(item: Any, place: str, document: str) -> Page | Unreadable:
    """Return the page that a JSON object describes: `text` is needed, known fields of the right form are used."""
    if not isinstance(item, dict):
        return Unreadable(place, f"is {_kind(item)}, not an object", "write an object with a field `text`")
    if "text" not in item and {"article_id", "revision", "market"} <= item.keys():
        return Unreadable(place, FINDINGS, "`tocsin backtest --from-signals` replays it")
    text, title = item.get("text"), _word(item, "title")
    if not isinstance(text, str):
        reason = "has no field `text`" if text is None else f"has {_kind(text)} in its field `text`"
        return Unreadable(place, reason, "put the article's text there, as a string")
    if not text.strip():
        if title is None:
            return Unreadable(place, "has an empty text", "remove it or fetch it again")
        text = title
    html = text if _LOOKS_HTML.match(text) else None
    return Page(
        text="" if html else text,
        html=html,
        document=document,
        source=_word(item, "source") or "files",
        id=_identity(item.get("id")),
        title=title,
        publisher=_word(item, "publisher"),
        published_at=next((told for name in _PUBLISHED if (told := _moment(item, name)) is not None), None),
        updated_at=_moment(item, "updated_at"),
        url=_word(item, "url"),
        language=_word(item, "language"),
        record=_record(item),
    )


_PUBLISHED = ("published_at", "published", "date_published", "pubDate", "date")
"""Fields that tell when a text was published, as producers, feeds and data sets call them; the first that is told counts."""

_OF_INGEST = frozenset({"source", "id", "article_id", "ingested_at", "language"})
"""Fields that a record of the articles topic has, once ingest has completed it."""


def _record(item: dict[str, Any]) -> ArticleRecord | None:
    """Return the record of the articles topic that the object is; None where it is none."""
    if not item.keys() >= _OF_INGEST:
        return None
    try:
        return ArticleRecord.model_validate(item)
    except ValidationError:
        return None


def _word(item: dict[str, Any], name: str) -> str | None:
    """Return a field that is a short text; anything else is as if absent."""
    value = item.get(name)
    if not isinstance(value, str) or len(value) > 4_000:
        return None
    return " ".join(_sound(value).split()) or None


def _moment(item: dict[str, Any], name: str) -> datetime | str | None:
    """Return a date as it is written; a number is seconds or milliseconds since 1970, as many systems have it."""
    value = item.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return _word(item, name)
    seconds = value / 1000 if abs(value) >= _MILLISECONDS else value
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds >= _SECONDS else str(value)
    except (ValueError, OverflowError, OSError):
        return str(value)[:20]


def _identity(value: Any) -> str | None:
    """Return the producer's id as it stands; a whole number reads as its digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _sound(value) or None if isinstance(value, str) else None


def _sound(text: str) -> str:
    """Return the text without lone surrogates, which JSON can state and no file can hold."""
    return re.sub(r"[\ud800-\udfff]", "\ufffd", text)


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")


def _whole(digits: str) -> int | None:
    """Read a whole number; one of more digits than Python converts is no value of any field that we know."""
    return int(digits) if len(digits) <= 4_000 else None


def _first(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower().removesuffix(' at')} at character {error.pos + 1}"
    return "nested too deep for this reader" if isinstance(error, RecursionError) else "a number is too long"
