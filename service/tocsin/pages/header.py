"""What stands above an article's text: its headline, publisher and date, and the menu entries around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tocsin.pages import boilerplate, dates
from tocsin.pages.lines import Line, ends_sentence, folded, is_chinese, is_paragraph

_MAX_TITLE = 250
_MAX_HEADER_LINES = 25
_LABEL = re.compile(
    r"(?:published(?: (?:on|at|by))?|updated(?: on| at)?|last (?:updated|modified)|posted(?: on| by)?|date|released?|written by|by|source|from|publisher|author|time|发布时间|发布日期|更新时间|时间|日期|发布人|发布者|发布|来源于|来源|文章来源|信息来源|稿源|来自|作者|编辑|發佈時間|來源)\s?[:：]|(?:published|updated|posted|last updated)(?: on| at| by)?(?=\s)|\bby(?=\s[A-Z])",
    re.IGNORECASE,
)  # fmt: skip
_PUBLISHER_LABEL = re.compile(
    r"(?:来源于|文章来源|信息来源|来源|稿源|来自|来源网站|發布人|发布人|发布者|來源|source|publisher)\s?[:：]\s{0,2}[-–—]{0,2}\s?([^|｜·•\n]{1,60}?)(?=\s{1,4}(?:发布|时间|作者|日期|编辑|阅读|字号|浏览|\d)|\s{2,}|[|｜·•]|$)",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"字号|字体|收藏|分享|打印|评论|阅读|浏览|点击|关注|A ?[+-]|[大中小](?=\s|$)|(?<!\w)\d{1,7}(?:次|阅读|浏览)?(?=\s|$)|(?:min(?:ute)?s? read|views?|shares?|comments?|share|save|print)\b|\d{1,3} (?=min)",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[·•|｜/,，;；()（）\[\]【】:：\s–—-]+")
_BY = re.compile(
    r"By (?P<author>[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,4})(?:(?:,| \||,? for| -| –| —) (?P<house>[A-Z][\w.&'’ -]{1,40}))?\s*\Z"
)
_DATELINE = re.compile(r"[A-Z][A-Za-z.,'’ /-]{2,80}(?:[-–—(/]|$)")
_NOBODY = re.compile(
    r"[【\[［][^】\]］]*[】\]］]|(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:星期|周|礼拜)[一二三四五六日天]|UTC|GMT|[A-Z]{1,2}[SD]T|[+-]\d{2}:?\d{2})[.,]?",
    re.IGNORECASE,
)
"""What stands beside a date and publishes nothing: a rubric in brackets, a day of the week, a time zone."""
_BRACKETED = re.compile(r"[【\[]([^】\]\n]{6,160})[】\]]")
_MENU = 14
_STATEMENT = re.compile(r"(?<!Inc)(?<!Corp)(?<!Ltd)(?<!Co)(?<!\b[A-Z])[.。;；][\"”’)）]?\Z")
"""The end of a sentence, which a headline seldom has."""


@dataclass(frozen=True)
class Byline:
    """A line of who and when. `strong`: it names a publisher and a date, as the items of a digest do."""

    publisher: str | None = None
    date: dates.Printed | None = None
    text: str = ""

    @property
    def strong(self) -> bool:
        """It names both."""
        return self.publisher is not None and self.date is not None


@dataclass(frozen=True)
class Header:
    """The head of an article: `body` is the index of the first line that belongs to the text below the headline."""

    title: str | None = None
    publisher: str | None = None
    date: dates.Printed | None = None
    dropped: tuple[int, ...] = ()


_COLUMN = re.compile(r"【[^】\d]{1,10}】[^\s\d|·•]")
"""What opens the headline of a column, which may end with its day: 【早报】有色金属 3月20日."""


_OF_PRICES = re.compile(r"元/|美分/|单位[:：]|单位 (?:元|美)|(?:报价|价格|库存|产量|开工率)(?!.{0,4}[网社报])|[涨跌]")
"""What a dated line says that heads a quotation, and names nobody: 9月15日上海现货报价（单位：元/吨）."""


def byline(line: str) -> Byline | None:
    """Read a line that holds a date, a publisher or both, and nothing else; None for any other line."""
    if not line or len(line) > 160:
        return None
    if match := _BY.match(line):
        house: str | None = match["house"]
        return Byline(house, None, line)
    date = dates.find(line)
    label = _LABEL.search(line)
    if date is None and label is None:
        return None
    if date is None and (label is None or label.start() > 2 or len(line) > 60):
        return None
    if label is None and _COLUMN.match(line):
        return None
    named = _PUBLISHER_LABEL.search(line)
    rest = (line[: date.start] + " | " + line[date.end :]) if date else line
    publisher = named[1].strip(" -–—|") if named else None
    if named and publisher:
        rest = rest.replace(publisher, " ", 1)
    rest = _TOOLS.sub(" ", _LABEL.sub(" ", rest))
    words = [part for part in _SEPARATORS.split(rest) if part]
    left = " ".join(words)
    if not left:
        return Byline(publisher or None, date, line)
    if date is None:
        return Byline(publisher, None, line) if named else None
    if not named and _OF_PRICES.search(left):
        return None
    before = line[: date.start].rstrip()
    marked = bool(before) and before[-1] in "·•|｜"
    if (
        len(left) > 60
        or len(words) > 8
        or "%" in left
        or re.search(r"\d{4}" if marked and len(left) <= 40 else r"\d", left)
    ):
        return None
    parted = (
        bool(label) or not before or before[-1] in "·•|｜-–—/,，:：" or line[len(before) : date.start].count(" ") > 1
    )
    if (not parted and not is_chinese(left)) or (is_chinese(left) and len(left) > 24):
        return None
    place = before.endswith((",", "，")) and not label  # `London, July 3, 2025`: where it was written, not who wrote
    return Byline(publisher or (None if place else _name(line, date)), date, line)


def _name(line: str, date: dates.Printed) -> str | None:
    """Return the publisher beside a date: what stands before it, else after it."""
    for part in (line[: date.start], line[date.end :]):
        name = _TOOLS.sub(" ", _LABEL.sub(" ", part))
        pieces: list[str] = [str(piece).strip() for piece in re.split(r"[·•|｜()（）]|\s[-–—/]\s|\s{2,}", name)]
        pieces = [piece.strip(" -–—,，:：/") for piece in pieces]
        if found := next((piece for piece in reversed(pieces) if piece and not _NOBODY.fullmatch(piece)), None):
            return found
    return None


def read(lines: Sequence[Line], given: str | None) -> Header:
    """Read the head of one article from its written lines; `given` is the headline known from outside."""
    if len(lines) == 1:  # a sentence or a newsflash: there is no head
        return Header(title=(given or "").strip() or _bracketed(lines))
    top = _sort_top(lines)
    chosen = _choose(lines, top.candidates, top.bylines, given, top.stop)
    title = (
        given.strip() if given and given.strip() else lines[chosen].text if chosen is not None else _bracketed(lines)
    )
    return Header(
        title=title,
        publisher=next((b.publisher for b in top.bylines.values() if b.publisher), None),
        date=_best_date([b for b in top.bylines.values() if b.date]),
        dropped=tuple(sorted(_dropped(lines, top, chosen, title))),
    )


@dataclass
class _Top:
    """The lines above the text, by their places: what may be the headline, who and when, and what pages have around it."""

    stop: int
    """Where the text begins."""
    candidates: list[int] = field(default_factory=list)
    bylines: dict[int, Byline] = field(default_factory=dict)
    menu: list[int] = field(default_factory=list)


def _sort_top(lines: Sequence[Line]) -> _Top:
    """Sort the lines at the top, down to the first that is text."""
    top = _Top(stop=min(len(lines), _MAX_HEADER_LINES))
    for index, line in enumerate(lines[:_MAX_HEADER_LINES]):
        if found := byline(line.text):
            top.bylines[index] = found
        elif is_paragraph(line.text) and not _is_headline_all_the_same(lines, index):
            top.stop = index
            break
        elif boilerplate.is_furniture(line.text):
            top.menu.append(index)
        elif len(line.text) <= _MAX_TITLE:
            top.candidates.append(index)
        else:
            top.stop = index
            break
    return top


def _dropped(lines: Sequence[Line], top: _Top, chosen: int | None, title: str | None) -> set[int]:
    """Return the lines at the top that are no text: the headline wherever it stands, what is above it, who and when."""
    key = folded(title or "")
    again = {i for i in top.candidates if key and folded(lines[i].text) == key}
    if chosen is not None:
        above = {i for i in top.candidates if i <= chosen}
    else:
        above = {i for i in top.candidates if top.stop < len(lines) and _is_menu(lines[i].text)}
    return {*top.bylines, *top.menu, *again, *above}


def _is_headline_all_the_same(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line that reads like a sentence is a headline: marked as one, a question on top, or over a date."""
    line = lines[index]
    if len(line.text) > _MAX_TITLE or index + 1 >= len(lines):
        return False
    if line.heading or (index == 0 and line.text[-1] in "?？!！"):
        return True
    below = byline(lines[index + 1].text)
    return below is not None and below.date is not None


def _choose(
    lines: Sequence[Line], candidates: Sequence[int], bylines: dict[int, Byline], given: str | None, stop: int
) -> int | None:
    """Choose the headline among the short lines at the top."""
    if given and given.strip():
        key = folded(given)
        own = {i: folded(lines[i].text) for i in candidates}
        return next(
            (i for i in candidates if own[i] and (own[i] == key or (len(own[i]) > 24 and key.startswith(own[i])))), None
        )
    if stop >= len(lines) and not bylines:  # no running text below: only a line without a full stop can be the headline
        found = [i for i in candidates if not _is_menu(lines[i].text)]
        return found[0] if len(found) > 1 and not ends_sentence(lines[found[0]].text) else None
    keys = [folded(lines[i].text) for i in candidates]
    for at, index in enumerate(candidates):
        if len(keys[at]) >= 6 and keys.count(keys[at]) > 1:
            return index
    for index in candidates:
        if index + 1 in bylines and bylines[index + 1].date and not _is_menu(lines[index].text):
            return index
    return next(
        (
            i
            for i in candidates
            if not _is_menu(lines[i].text) and (lines[i].heading or not _STATEMENT.search(lines[i].text[-12:]))
        ),
        None,
    )


def _is_menu(line: str) -> bool:
    return len(line) < (6 if is_chinese(line) else _MENU)


def _bracketed(lines: Sequence[Line]) -> str | None:
    """Return the headline that opens a newsflash in brackets: `【…】`."""
    if not lines or not lines[0].text.startswith("【"):
        return None
    match = _BRACKETED.match(lines[0].text)
    return match[1].strip() if match and match.end() < len(lines[0].text) else None


def _best_date(found: Sequence[Byline]) -> dates.Printed | None:
    """Return the date of publication: the first printed with its year, but not the one of an update."""
    fresh = [b for b in found if not re.match(r"(?:last )?(?:updated|modified)|更新", b.text, re.IGNORECASE)]
    ranked = sorted(fresh or found, key=lambda b: b.date is not None and not b.date.has_year)
    return ranked[0].date if ranked else None


def opening_date(lines: Sequence[Line]) -> dates.Printed | None:
    """Find the date in the dateline of the first paragraph: `DENVER, May 9, 2024 --`, `新华社北京5月9日电`."""
    for line in lines[:4]:
        head = line.text[:140]
        if head.startswith("【"):
            head = head[head.find("】") + 1 :]
        found = dates.find(head)
        if found is None or found.ago is not None or found.days_back is not None:
            continue
        before, after = head[: found.start], head[found.end : found.end + 30].lstrip(" ,)）(（")
        if found.year is not None and _DATELINE.match(before) and re.match(r"[-–—/(@]|[A-Z0-9][\w.-]{2,25}[/)]", after):
            return found
        if (
            len(before) <= 14
            and is_chinese(before + "电")
            and re.match(r"(?:电|讯|消息|[\u4e00-\u9fff]{0,4}[)）]?(?:电|讯))", after)
        ):
            return found
    return None
