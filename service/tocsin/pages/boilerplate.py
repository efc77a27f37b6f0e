"""Which characters of an article's page are no news: furniture, teasers of other articles, comments, legal and company notes.

A line falls alone when it is furniture from end to end. A heading such as `Related News` takes what stands under it. Legal
phrases take their sentences, and the paragraph when it is about nothing else. Whoever asks drops or masks the spans.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise

from tocsin.pages import phrases
from tocsin.pages.lines import Line, folded, is_chinese, is_paragraph

Span = tuple[int, int]

_MAX_FURNITURE = 420
_MIN_NEWS = 60
"""Characters of running text that must have been read before a heading may take the rest of the page."""
_MAX_TITLE = 160
"""Characters that the title of another article has at the most."""
_GAP = 600
_SENTENCE_START = re.compile(r"[。！？!?；;]\s*|\.[\"”)]?\s+(?=[\"“(A-Z*])")


class Kind(Enum):
    """What a line is, seen alone."""

    BLANK = auto()
    NEWS = auto()
    FURNITURE = auto()
    RELATED = auto()
    COMMENTS = auto()
    LEGAL = auto()
    CONTACT = auto()
    ABOUT = auto()


_TO_THE_END = {Kind.RELATED, Kind.COMMENTS}
_SECTIONS = {Kind.LEGAL, Kind.CONTACT, Kind.ABOUT}


def kind_of(line: str) -> Kind:
    """Say what the line is, seen alone."""
    if not line:
        return Kind.BLANK
    if len(line) > _MAX_FURNITURE:
        return Kind.NEWS
    if len(line) <= 160:
        for kind, pattern in _HEADINGS:
            if pattern.match(line):
                return kind
    return Kind.FURNITURE if is_furniture(line) else Kind.NEWS


_HEADINGS = (
    (Kind.COMMENTS, phrases.COMMENTS),
    (Kind.RELATED, phrases.RELATED),
    (Kind.LEGAL, phrases.LEGAL_HEADING),
    (Kind.CONTACT, phrases.CONTACT_HEADING),
    (Kind.ABOUT, phrases.ABOUT_HEADING),
)
_WHOLE_LINES = (
    phrases.FURNITURE, phrases.ADDRESS, phrases.CRUMBS, phrases.LINK_LINE, phrases.LABELLED_LINK, phrases.RELATED_INLINE,
)  # fmt: skip


def is_furniture(line: str) -> bool:
    """Tell whether the line holds nothing but furniture of a page."""
    if len(line) > 800:
        return False
    return any(pattern.match(line) for pattern in _WHOLE_LINES) or (
        len(line) <= 600 and phrases.COOKIES.search(line) is not None
    )


def find(text: str, lines: Sequence[Line], publisher: str | None = None) -> list[Span]:
    """Return the spans of the text that are no news, in order and apart from each other.

    `publisher`: whose paragraph about itself at the end (`Metal Gazette is a leading …`) is no news either.
    """
    written = [line for line in lines if line.text]
    spans = [(line.start, line.end) for line in _dropped(written)] if len(written) > 1 else []
    if publisher:
        ours = re.compile(re.escape(publisher) + r"(?:\.com)? (?:is|are|provides|delivers|covers)\b", re.IGNORECASE)
        spans += [
            (line.start, line.end)
            for line in written[1:]
            if ours.match(line.text) and phrases.DESCRIPTION.search(line.text)
        ]
    gone = set(spans)
    for line in written:
        if (line.start, line.end) not in gone:
            spans.extend(_legal(text, line, alone=len(written) == 1))
            spans.extend(_teasers(text, line))
    return merge([*spans, *_links(text), *(found.span() for found in _LIVE_QUOTE.finditer(text))])


_LIVE_QUOTE = re.compile(r"(?<=[a-z)] )[A-Z]{2,5}\d{0,2}, [+-]\d{1,2}\.\d\d%(?= |,)")
"""A ticker with what its price does while the page is read, which portals set into the text: `crude futures CLZ4, -0.62% fell`."""


def _dropped(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that fall whole."""
    kinds = [kind_of(line.text) for line in lines]
    teasers = _first_teaser(lines, kinds)
    last = max((i for i, line in enumerate(lines) if kinds[i] is Kind.NEWS and is_paragraph(line.text)), default=-1)
    state, news, told, after_legal = Kind.NEWS, 0, False, False
    for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if index == teasers:
            state = Kind.RELATED
        is_tail = (
            told and index > last and kind is Kind.RELATED
        )  # of a newsflash, with nothing below that reads like news
        opens_titles = index > last and phrases.READ_MORE.match(line.text)  # between paragraphs it is a button
        enters = _enters(Kind.RELATED if opens_titles else kind, lines, index, _MIN_NEWS if is_tail else news)
        if enters and state is not Kind.COMMENTS:
            state = enters if not (state is Kind.RELATED and enters in _SECTIONS) else state
        elif index != teasers and _returns(lines, kinds, index, state):
            state = Kind.NEWS
        if state is not Kind.NEWS or enters or kind is Kind.FURNITURE or (kind is Kind.RELATED and not news):
            yield line
        elif is_paragraph(line.text) and _is_notice(line.text, after_legal=after_legal):
            after_legal = True
            yield line
        else:
            after_legal = False
            told = True
            news += len(line.text) * (3 if is_chinese(line.text) else 1) if is_paragraph(line.text) else 0


def _enters(kind: Kind, lines: Sequence[Line], index: int, news: int) -> Kind | None:
    """Return the part of the page that a line of the kind opens, if it opens one that is no news."""
    if news < _MIN_NEWS or kind not in _TO_THE_END | _SECTIONS:
        return None
    if kind is Kind.ABOUT:
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        described = phrases.DESCRIPTION.search(below[:500]) or _opens_with_its_name(lines[index].text, below)
        return kind if not below or described or not is_paragraph(below) else None
    return kind


def _opens_with_its_name(heading: str, below: str) -> bool:
    """Tell whether a paragraph opens with the two first words of the name that `About` stands before in its heading."""
    name = heading.lower().partition("about ")[2].removeprefix("the ").split()[:2]
    return len(name) == 2 and below.lower().removeprefix("the ").split(maxsplit=2)[:2] == name


def _first_teaser(lines: Sequence[Line], kinds: Sequence[Kind]) -> int | None:
    """Return the first line of a list of teasers that has no heading: its titles stand three times below the news."""
    opened = next((i for i, line in enumerate(lines) if kinds[i] is Kind.NEWS and is_paragraph(line.text)), None)
    if opened is None:
        return None
    keys = [folded(line.text) if 12 <= len(line.text) <= 250 and not is_paragraph(line.text) else "" for line in lines]
    below = keys[opened + 1 :]
    doubled = {
        key
        for key, following in pairwise(
            key for key, kind in zip(below, kinds[opened + 1 :], strict=True) if kind is not Kind.FURNITURE
        )
        if key and key == following
    }
    often = {key for key, count in Counter(below).items() if count >= 3 and len(key) >= 8 and key in doubled}
    title = {key for key in keys[:opened] if key}
    return next((i for i in range(opened + 1, len(lines)) if keys[i] in often - title), None)


def _returns(lines: Sequence[Line], kinds: Sequence[Kind], index: int, state: Kind) -> bool:
    """Tell whether the news goes on at the line, after a part that was none."""
    if state is Kind.RELATED:
        return _news_goes_on(lines, kinds, index)
    return state in _SECTIONS and _is_news_heading(lines, kinds, index, state)


def _news_goes_on(lines: Sequence[Line], kinds: Sequence[Kind], index: int) -> bool:
    """Tell whether the article continues below a box of links: three paragraphs of running text in a row."""
    ahead = range(index, index + 3)
    return index + 2 < len(lines) and all(
        kinds[i] is Kind.NEWS and is_paragraph(lines[i].text) and not _is_notice(lines[i].text) for i in ahead
    )


def _is_news_heading(lines: Sequence[Line], kinds: Sequence[Kind], index: int, state: Kind) -> bool:
    """Tell whether a new part of the article begins below a company note or legal part: a headline over running text."""
    line = lines[index].text
    if kinds[index] is not Kind.NEWS or is_paragraph(line) or index + 1 >= len(lines):
        return False
    words = len(line.split())
    if is_chinese(line):
        words = len(line) // 3
    below = lines[index + 1].text
    if words < (4 if state is Kind.CONTACT else 3) or any(char in line for char in "@|=") or re.search(r"\d{3}", line):
        return False
    return (
        kinds[index + 1] is Kind.NEWS
        and is_paragraph(below)
        and not _is_notice(below, after_legal=True)
        and not (state is Kind.ABOUT and phrases.DESCRIPTION.search(below[:300]))
    )


def _is_notice(paragraph: str, *, after_legal: bool = False) -> bool:
    """Tell whether the paragraph is a legal, sponsoring or company note as a whole."""
    head = paragraph[:900]
    if phrases.LEGAL_OPENING.match(head):
        return True
    if (about := phrases.ABOUT_OPENING.match(head)) and phrases.DESCRIPTION.search(
        head[about.end() : about.end() + 400]
    ):
        return True
    first = phrases.LEGAL.search(head) if phrases.may_be_legal(head) else None
    if first is None:
        return after_legal and len(set(phrases.WARY.findall(head))) >= 3
    if not _SENTENCE_START.search(paragraph, 0, first.start()):
        return True
    hits = sum(1 for _ in phrases.LEGAL.finditer(paragraph))
    return first.start() < 250 and hits * 400 >= len(paragraph)


def _legal(text: str, line: Line, *, alone: bool) -> Iterator[Span]:
    """Yield the legal sentences of a paragraph of news; two that stand near each other take what lies between."""
    if len(line.text) < 20 or (alone and len(line.text) < 160) or not phrases.may_be_legal(line.text):
        return
    start = end = -1
    for match in phrases.LEGAL.finditer(text, line.start, line.end):
        left = _sentence_start(text, max(line.start, end, match.start() - _GAP), match.start())
        right = _sentence_end(text, match.end(), line.end)
        if start < 0 or match.start() > end + _GAP:
            if start >= 0:
                yield start, end
            start = left
        end = max(right, end)
    if start >= 0:
        yield start, (line.end if line.end - end <= _GAP // 2 else end)


def _teasers(text: str, line: Line) -> Iterator[Span]:
    """Yield what announces another article behind a sentence of a paragraph: to its end, or in a long one the title alone."""
    if len(line.text) < _MIN_NEWS or not phrases.may_be_teaser(line.text):
        return
    for match in phrases.TEASER.finditer(text, line.start, line.end):
        is_last = line.end - match.end() <= _MAX_TITLE
        yield match.start(), line.end if is_last else _sentence_end(text, match.end(), line.end)


def _sentence_start(text: str, low: int, at: int) -> int:
    starts = [match.end() for match in _SENTENCE_START.finditer(text, low, at)]
    return starts[-1] if starts else low


def _sentence_end(text: str, at: int, high: int) -> int:
    high = min(high, at + _GAP)  # beyond that it is no sentence, and looking further for each phrase would be quadratic
    match = _SENTENCE_START.search(text, at, high)
    return match.end() if match else high


def _links(text: str) -> Iterator[Span]:
    """Yield the marks and addresses of Markdown links, not their words; images whole."""
    if "](" not in text:
        return
    for match in phrases.LINK.finditer(text):
        if match[1] is None:
            yield match.span()
        else:
            yield match.start(), match.start(1)
            yield match.end(1), match.end()


def merge(spans: Sequence[Span]) -> list[Span]:
    """Return the same characters as spans in order that neither touch nor overlap."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def drop(text: str, spans: Sequence[Span]) -> str:
    """Return the text without the spans; what is left keeps its lines and paragraphs."""
    parts, at = [], 0
    for start, end in spans:
        parts.append(text[at:start])
        at = end
    parts.append(text[at:])
    lines = [line.strip() for line in "".join(parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def mask(text: str, spans: Sequence[Span]) -> str:
    """Return the text with spaces in place of the spans, line breaks kept, at equal length."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join([*parts, text[at:]])
