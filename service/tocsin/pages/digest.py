"""Where one page holds several articles: aggregator digests with a line of publisher and time an item, and lists of snippets.

A page is one article until it shows otherwise: two items with a headline, a line of who and when, and running text below; or
paragraphs without any headline of which none speaks of what the others speak of.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tocsin.pages import boilerplate, header, phrases
from tocsin.pages.boilerplate import Kind
from tocsin.pages.lines import Line, ends_sentence, folded, is_chinese, is_paragraph

SUMMARY = re.compile(
    r"(?:core (?:view(?:point)?s?|insights?|points?|content|conclusions?)|group \d{1,2}|investment (?:rating|highlights?|advice|recommendations?)|summary(?: by sections?)?|key (?:points?|takeaways?|insights?|findings|highlights)"
    r"|overview|takeaways?|tl;?dr|核心观点|核心要点|投资评级|投资要点|摘要|要点|导读|第?[一二三四五六七八九十]{1,2}、)\s{0,2}(?:[-:：–—]|\d|\Z)",
    re.IGNORECASE,
)
"""Labels of machine-made summaries; never a headline."""
_MACHINE = re.compile(
    r"(?:core (?:view(?:point)?s?|insights?)|group \d{1,2}|investment rating)\s{0,2}[-:–—]", re.IGNORECASE
)
_FLASH = re.compile(
    r"[\[【(（]?(?:(?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s{1,2})?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\])）】]?\s{0,3}[|·:：-]?\s{0,3}(?=\D)"
)
_LABELLED = re.compile(
    r"(?:[-*•·●■◆▪–—>]|[(（]?\d{1,2}(?:\.\d{1,2}){0,2}[.、)）:：\s]|[（(]?[一二三四五六七八九十]{1,2}[、.)）]|table|chart|figure|图表?\s?\d|表\s?\d)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:however|meanwhile|moreover|furthermore|in addition|additionally|besides|also|but|and|he|she|it|its|they|their|this (?!week|month|year|quarter)|these|those|that|such|the (?:company|deal|move|agreement|decision|project|increase|decline|report|group|firm|plant|mine|bank|ministry|government|metal)"
    r"|still|nevertheless|as a result|therefore|consequently|for example|for instance|similarly|in turn|looking ahead|according to (?:him|her|them|the (?:company|report|statement))|[“\"‘])\b|此外|同时|另外|不过|然而|其中|该|此次|对此|他|她|它|因此|而|但|目前来看|与此同时|数据还|上述|“",
    re.IGNORECASE,
)
_FRESH = re.compile(
    r"(?:according to|as of|recently|this (?:week|month|morning|year|quarter)|last (?:week|month|night|monday|tuesday|wednesday|thursday|friday)|today|yesterday|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)|in (?:early|mid|late|january|february|march|april|may|june|july|august|september|october|november|december|the first|the second|20\d\d)"
    r"|during|from january|since|\[|[A-Z][\w&.]{1,14}, (?:january|february|march|april|may|june|july|august|september|october|november|december) \d|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|\d{1,2}:\d\d|\d{1,4}[-/年月]\d)"
    r"|【|近日|日前|据|截至|本周|上周|今日|昨日|今年|近期|目前|当地时间|北京时间|财联社|新华社|\d{1,2}月",
    re.IGNORECASE,
)
"""How a piece begins that stands on its own: with a source, a time, a tag."""
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{3,30}|[\u4e00-\u9fff]{2,}")
_STOP = frozenset(
    "that with from this have been were will their which also more than into over some about after other such under between both while where when what there these those would could should said says year years month months week market markets price prices demand supply global domestic china chinese company companies according data ton tons tonnes yuan percent industry expected continue continued during against with first second increase increased decline production recently report reports".split()
)


@dataclass(frozen=True)
class Segment:
    """The written lines `[first, end)` of one article; `flash` is how many characters of the first are its time."""

    first: int
    end: int
    flash: int = 0


def segments(lines: Sequence[Line], *, titled: bool) -> list[Segment]:
    """Return the parts of a page that are articles; a single one for a page that is one article.

    `titled`: the headline of the whole page is known from outside, so that it is no list of snippets.
    """
    starts = _item_starts(lines)
    if len(starts) >= 2:
        return [Segment(first, end) for first, end in pairwise([*starts, len(lines)])]
    whole = [Segment(0, len(lines))]
    if not 3 <= len(lines) <= 2_000:
        return whole
    if flashes := _flashes(lines):
        return flashes
    return whole if titled or len(lines) > 400 else (_snippets(lines) or whole)


def _item_starts(lines: Sequence[Line]) -> list[int]:
    """Return the headline lines of a digest's items; fewer than two for a page that is no digest."""
    marks = [header.byline(line.text) if len(line.text) <= 160 else None for line in lines]
    end = len(lines) if _is_boxed(lines) else _teasers_from(lines)
    dated = [i for i, mark in enumerate(marks) if mark and mark.date]
    items = {i: i - 1 for i in dated if _is_item(lines, marks, i)}
    if not items:  # the line of who and when may also stand above the headline
        items = {i: i for i in dated if (mark := marks[i]) and mark.strong and _is_item_below(lines, marks, i)}
    known = {i for i in items if i < end and (mark := marks[i]) and mark.strong}
    summarised = _summarised(lines, marks, end)
    if len(known) + len(summarised) < 2:
        known = {i for i in items if i < end and not is_paragraph(lines[i - 1].text)}
        if len(known) < 3:
            return []
    titles = sorted({items[i] for i in known} | summarised)
    return sorted({*titles, *_bare_titles(lines[:end], marks, titles)})


def _is_boxed(lines: Sequence[Line]) -> bool:
    """Tell whether the same heading announces other articles more than once: a box in every item, not the page's end."""
    headings = Counter(
        folded(line.text) for line in lines if len(line.text) <= 80 and boilerplate.kind_of(line.text) is Kind.RELATED
    )
    return any(count >= 2 for count in headings.values())


def _summarised(lines: Sequence[Line], marks: Sequence[header.Byline | None], end: int) -> set[int]:
    """Return the headlines right above a machine-made summary: items that have no line of who and when."""
    return {
        index
        for index in range(min(end, len(lines) - 1))
        if len(lines[index + 1].text) >= 120
        and _MACHINE.match(lines[index + 1].text)
        and marks[index] is None
        and _reads_like_title(lines[index].text)
        and boilerplate.kind_of(lines[index].text) is Kind.NEWS
    }


def _is_item(lines: Sequence[Line], marks: Sequence[header.Byline | None], index: int) -> bool:
    """Tell whether a line of who and when stands between a headline and running text."""
    if index == 0 or index + 1 >= len(lines):
        return False
    title, body = lines[index - 1].text, lines[index + 1].text
    return (
        marks[index - 1] is None
        and len(title) <= 250
        and len(title) >= (6 if is_chinese(title) else 14)
        and not boilerplate.is_furniture(title)
        and (is_paragraph(body) or SUMMARY.match(body) is not None)
        and not (index >= 2 and folded(lines[index - 2].text) == folded(title))
    )


def _is_item_below(lines: Sequence[Line], marks: Sequence[header.Byline | None], index: int) -> bool:
    """Tell whether a line of who and when stands above a headline with its text, and below the text of another item."""
    if index + 2 >= len(lines) or marks[index + 1] is not None:
        return False
    title, body = lines[index + 1].text, lines[index + 2].text
    above = index == 0 or is_paragraph(lines[index - 1].text) or boilerplate.is_furniture(lines[index - 1].text)
    return above and _reads_like_title(title) and (is_paragraph(body) or SUMMARY.match(body) is not None)


def _teasers_from(lines: Sequence[Line]) -> int:
    """Return the first line from which on a heading announces other articles below an article; the end without one."""
    read = 0
    for index, line in enumerate(lines):
        if read >= 80 and len(line.text) <= 80 and boilerplate.kind_of(line.text) is Kind.RELATED:
            return index
        read += len(line.text) if is_paragraph(line.text) else 0
    return len(lines)


def _bare_titles(lines: Sequence[Line], marks: Sequence[header.Byline | None], titles: Sequence[int]) -> Iterable[int]:
    """Yield the headlines of items that have no line of who and when, told by what the page's other items look like."""
    chinese = sum(is_chinese(lines[i].text) for i in titles) * 2 > len(titles)
    known = set(titles)
    for index in range(len(lines) - 1):
        line, above, below = lines[index].text, lines[index - 1].text if index else "", lines[index + 1].text
        on_top = index < titles[0]
        if (
            index in known
            or marks[index]
            or (index and (index - 1 in known or marks[index - 1] is not None))
            or not _reads_like_title(line)
            or not (on_top or is_paragraph(above) or len(above) >= 160)
            or not (is_paragraph(below) or SUMMARY.match(below))
            or boilerplate.kind_of(line) is not Kind.NEWS
        ):
            continue
        if is_chinese(line) != chinese:
            continue
        alike = (not is_chinese(below) or len(below) >= 120) if chinese else len(below) >= 400 and _is_title_case(line)
        if alike or SUMMARY.match(below):
            yield index


def _reads_like_title(line: str) -> bool:
    if is_paragraph(line) or len(line) > 250 or SUMMARY.match(line) or _LABELLED.match(line):
        return False
    return len(line) >= (8 if is_chinese(line) else 25) and not line.endswith((":", "：", "。", ","))


def _is_title_case(line: str) -> bool:
    words = [word for word in line.split() if word[:1].isalpha() and len(word) > 3]
    return len(words) >= 4 and sum(word[:1].isupper() for word in words) >= 0.7 * len(words)


def _flashes(lines: Sequence[Line]) -> list[Segment] | None:
    """Return the newsflashes of a ticker, each a paragraph that begins with its time; None if the page is no ticker."""
    found = [(i, match.end()) for i, line in enumerate(lines) if (match := _FLASH.match(line.text))]
    found = [(i, end) for i, end in found if is_paragraph(lines[i].text[end:])]
    if len(found) < 3 or found[0][0] > 8:
        return None
    paragraphs = sum(is_paragraph(line.text) for line in lines)
    if len(found) * 10 < paragraphs * 7:
        return None
    ends = [*(i for i, _ in found[1:]), len(lines)]
    return [Segment(i, end, flash) for (i, flash), end in zip(found, ends, strict=True)]


def _snippets(lines: Sequence[Line]) -> list[Segment] | None:
    """Return the parts of a list of snippets, each a paragraph with or without a headline of its own; None if it is none."""
    if not is_paragraph(lines[0].text) or any(one.end + 1 < other.start for one, other in pairwise(lines)):
        return None  # a headline on top, or blank lines between paragraphs as articles have them
    parts: list[tuple[int, int]] = []
    title: int | None = None
    for index, line in enumerate(lines):
        text = line.text
        if boilerplate.kind_of(text) is not Kind.NEWS or phrases.LEGAL_OPENING.match(text):
            return None
        if is_paragraph(text):
            if len(text) < (40 if is_chinese(text) else 120) or not (
                ends_sentence(text) or text.endswith(("...", "…"))
            ):
                return None
            parts.append((index if title is None else title, index + 1))
            title = None
        elif title is None and _reads_like_title(text):
            title = index
        else:
            return None
    if title is not None or len(parts) < 3:
        return None
    bodies = [lines[end - 1].text for _, end in parts]
    return [Segment(first, end) for first, end in parts] if _stand_alone(bodies) else None


def _stand_alone(bodies: Sequence[str]) -> bool:
    """Tell whether the paragraphs speak of different things: neighbours share hardly a telling word, and none runs through.

    Of Chinese ones, whose words are not parted, half must also begin as a piece does that stands on its own.
    """
    if any(_GOES_ON.match(body) for body in bodies[1:]):
        return False
    fresh = sum(_FRESH.match(body) is not None for body in bodies) / len(bodies)
    if fresh < 0.5 and any(is_chinese(body) for body in bodies):
        return False
    bags = [_telling(body) for body in bodies]
    shares = [len(one & other) / small for one, other in pairwise(bags) if (small := min(len(one), len(other)))]
    widest = max(Counter(word for bag in bags for word in bag).values(), default=0)
    return bool(shares) and sum(shares) / len(shares) < 0.06 + 0.03 * fresh and widest <= max(2, len(bodies) // 2)


def _telling(text: str) -> set[str]:
    words: set[str] = set()
    for match in _WORD.finditer(text[:2_000]):
        word = match[0].lower()
        if word[0] >= "\u4e00":
            words.update(word[i : i + 2] for i in range(len(word) - 1))
        elif word not in _STOP:
            words.add(word[:8])
    return words


_GROUP = re.compile(r" (?=group \d{1,2}(?::| -))|(?<=\]) (?=- [A-Z“\"\u4e00-\u9fff])|(?<=[.。]) (?=- [A-Z“\"\u4e00-\u9fff])|(?<=[\].。]) (?=summary by sections?\b)|(?<=[\].。]) (?=\d{1,2}(?:\.\d)?\.? [A-Z][a-z])", re.IGNORECASE)  # fmt: skip


def laid_out(line: str) -> str:
    """Break a machine-made summary that stands on one line into its groups and statements; only spaces become line breaks."""
    if not SUMMARY.match(line) and len(_GROUP.findall(line)) < 2:
        return line
    return re.sub(r"^((?:group \d{1,2}:|core \w{1,12}|investment rating)[^-\n]{0,120}) - ", r"\1\n- ", _GROUP.sub("\n", line), flags=re.IGNORECASE | re.MULTILINE)  # fmt: skip
