"""Text as lines: the view on which every decision about a page is taken. Offsets are code points into the whole text."""

import re
from dataclasses import dataclass

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufeff]")
_SAFE = bytes(code for code in range(128) if not _UNSAFE.match(chr(code)))
"""The characters of plain text that stay as they are."""
_BREAKS = "\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ENDING = re.compile(r"[.!?。！？…;；][\"'”’）)\]】」』*_\s]*$")
_MARKUP = re.compile(r"^(?:#{1,6}\s+|[>\s]+|[*_]{2,3}(?=\S))+|[*_]{2,3}$")
_SAMPLE = 4_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: `[start, end)` without the line break, and its words without outer space and markdown marks.

    `heading`: Markdown marks it as one.
    """

    start: int
    end: int
    text: str
    heading: bool = False


def clean(text: str) -> str:
    """Return the text with one kind of line break and no control character or lone surrogate, at equal length."""
    return _UNSAFE.sub(_replace, text).replace("\r", "\n") if _is_unsafe(text) else text


def _is_unsafe(text: str) -> bool:
    if text.isascii():
        return bool(text.encode("ascii").translate(None, _SAFE))  # in a tenth of the time of a search
    return _UNSAFE.search(text) is not None


def _replace(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    if char == "\r":  # the first half of a CRLF is a space, so that no blank line arises
        text, at = match.string, match.end()
        return " " if text[at : at + 1] == "\n" else "\n"
    return "\n" if char in _BREAKS else " "


def to_lines(text: str) -> list[Line]:
    """Split a clean text into its lines, blank ones too."""
    lines, start = [], 0
    for raw in text.split("\n"):
        text = raw.strip()
        lines.append(Line(start, start + len(raw), _unmarked(text), text.startswith("#")))
        start += len(raw) + 1
    return lines


def _unmarked(text: str) -> str:
    if text and (text[0] in "#>*_" or text[-1] in "*_"):
        return _MARKUP.sub("", text).strip()
    return text


def han_share(text: str) -> float:
    """Return the share of Chinese characters among the letters of the text's beginning; 0 without a letter."""
    if text.isascii():
        return 0.0
    sample = text[:_SAMPLE]
    han = len(_HAN.findall(sample))
    letters = han + len(_LATIN.findall(sample))
    return han / letters if letters else 0.0


def is_chinese(text: str) -> bool:
    """Tell whether the text is Chinese: a fifth of its letters, since one English name has as many letters as a sentence."""
    return han_share(text) >= 0.2


def language_of(text: str, declared: str | None = None) -> str:
    """Return `zh` or `en` as the text reads; another declared language stands unless the text is plainly Chinese."""
    share = han_share(text)
    primary = (declared or "").replace("_", "-").partition("-")[0].strip().lower()
    known = primary.isascii() and primary.isalpha() and len(primary) in {2, 3}
    if not known or (primary == "zh" and share < 0.05) or (primary != "zh" and share >= 0.2):
        return "zh" if share >= 0.2 else "en"
    return primary


def ends_sentence(text: str) -> bool:
    """Tell whether the line ends as a sentence does."""
    return _ENDING.search(text[-12:]) is not None


def is_paragraph(text: str) -> bool:
    """Tell whether the line is running text rather than a headline, a label or a menu entry."""
    chinese = is_chinese(text)
    if len(text) >= (100 if chinese else 200):
        return True
    return ends_sentence(text) and not text.endswith(("...", "…")) and len(text) >= (25 if chinese else 60)


def folded(text: str) -> str:
    """Return letters and digits only, lower case: two spellings of one headline fold to the same."""
    return "".join(filter(str.isalnum, text.lower()))
