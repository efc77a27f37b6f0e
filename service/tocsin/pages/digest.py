"""Where one page holds several articles: aggregator digests with a line of publisher and time an item, and lists of snippets.

A page is one article until it shows otherwise: two items with a headline, a line of who and when, and running text below; or
paragraphs without any headline of which none speaks of what the others speak of.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
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
_LABELLED = re.compile(
    r"(?:[-*•·●■◆▪–—>]|[(（]?\d{1,2}(?:\.\d{1,2}){0,2}[.、)）:：\s]|[（(]?[一二三四五六七八九十]{1,2}[、.)）]|table|chart|figure|图表?\s?\d|表\s?\d)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:however|meanwhile|moreover|furthermore|in addition|additionally|besides|also|but|and|he|she|it|its|they|their|this (?!week|month|year|quarter)|these|those|that|such|the (?:company|deal|move|agreement|decision|project|increase|decline|report|group|firm|plant|mine|bank|ministry|government|metal)"
    r"|still|nevertheless|as a result|therefore|consequently|for example|for instance|similarly|in turn|looking ahead|according to (?:him|her|them|the (?:company|report|statement))|[“\"‘])\b|此外|同时|另外|不过|然而|其中|该|此次|对此|他|她|它|因此|而|但|目前来看|与此同时|数据还|上述|“",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{3,30}|[\u4e00-\u9fff]{2,}")
_STOP = frozenset(
    "that with from this have been were will their which also more than into over some about after other such under between both while where when what there these those would could should said says year years month months week market markets price prices demand supply global domestic china chinese company companies according data ton tons tonnes yuan percent industry expected continue continued during against with first second increase increased decline production recently report reports".split()
)


def segments(lines: Sequence[Line], *, titled: bool) -> list[tuple[int, int]]:
    """Return the written lines of each article as `[first, end)`; a single one for a page that is one article.

    `titled`: the headline of the whole page is known from outside, so that it is no list of snippets.
    """
    whole = [(0, len(lines))]
    starts = _item_starts(lines)
    if len(starts) >= 2:
        return list(zip(starts, [*starts[1:], len(lines)], strict=True))
    if titled or not 3 <= len(lines) <= 400:
        return whole
    return _snippets(lines) or whole


def _item_starts(lines: Sequence[Line]) -> list[int]:
    """Return the headline lines of a digest's items; fewer than two for a page that is no digest."""
    marks = [header.byline(line.text) if len(line.text) <= 160 else None for line in lines]
    end = _teasers_from(lines)
    items = [i for i, mark in enumerate(marks) if mark and mark.date and _is_item(lines, marks, i)]
    strong = [i for i in items if (mark := marks[i]) and mark.strong]
    known = [i for i in strong if i < end]
    if len(known) >= 2:
        known = strong
    else:
        known = [i for i in items if i < end]
        if len(known) < 3:
            return []
    titles = [i - 1 for i in known]
    return sorted({*titles, *_bare_titles(lines, marks, titles)})


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
    for index in range(titles[0] + 1, len(lines) - 1):
        line, above, below = lines[index].text, lines[index - 1].text, lines[index + 1].text
        if (
            index in known
            or marks[index]
            or index - 1 in known
            or marks[index - 1]
            or not _reads_like_title(line)
            or not (is_paragraph(above) or len(above) >= 160)
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


def _snippets(lines: Sequence[Line]) -> list[tuple[int, int]] | None:
    """Return the parts of a list of snippets, each a paragraph with or without a headline of its own; None if it is none."""
    if not is_paragraph(lines[0].text):
        return None
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
    if any(_GOES_ON.match(body) for body in bodies[1:]):
        return None
    return parts if cohesion(bodies) < 0.10 else None


def cohesion(bodies: Sequence[str]) -> float:
    """Return how much neighbouring paragraphs speak of the same: the share of their telling words, 0 to 1."""
    bags = [_telling(body) for body in bodies]
    common = Counter(word for bag in bags for word in bag)
    shares = []
    for one, other in pairwise(bags):
        small = min(len(one), len(other))
        if small:
            shares.append(len(one & other) / small)
    spread = sum(1 for count in common.values() if count * 2 > len(bags)) / max(len(common), 1)
    return max(sum(shares) / max(len(shares), 1), spread)


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
