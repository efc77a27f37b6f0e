"""Asides: paragraphs that say by a label of their own that they tell no news: background, warnings, advertisements."""

import re

from tocsin.detect.texts.text import holds_any
from tocsin.messages import Span

_LABEL = re.compile(
    r"\n[ \t*#>–•·-]*[【\[(]?(?:background|forward[ -]looking (?:statements?|information)|cautionary (?:notes?|statements?|language)[^:\n]{0,60}|disclaimers?|past performance"
    r"|risk (?:factors|disclosures?|warnings?)|safe harbou?r(?: statements?)?|sponsored|advertisement"
    r"|(?:新闻|事件|相关|政策|案件|项目|历史)?背景(?:资料|介绍|链接|回顾|知识|信息)?|免责声明|风险提示|风险警示|广告|延伸阅读|相关阅读|名词解释|小知识|特别声明)[】\])]?\s*[::]"
)
_RISKS = "风险"
_LABEL_OF_RISKS = re.compile(rf"[。;!?](?:主要)?{_RISKS}(?:提示|警示|因素)?[::]")
"""The label of a warning that stands behind another sentence."""

_PROFILE = re.compile(
    r"(?:成立|始建|创建|创立|组建|建)于|占地|注册资[本金]|远销|iso ?9001|荣获|称号|重信用|畅销|通过[^,。;]{0,12}认证|欢迎|本公司|我公司|我厂|我司|来电|来图|洽谈|批发|技术力量|设备先进|质量第一|信誉|新老客户"
    r"|主要(?:产品|生产|经营)|产品(?:有|供应|出口|广泛|销往)|员工|生产线\d+条|现有|年产|长期供[货应]|常年|低价|量大从优|售后|固定资产"
)
"""What a firm writes of itself on its own page."""
_BOASTS = (
    "远销",
    "荣获",
    "重信用",
    "畅销",
    "认证",
    "欢迎",
    "我公司",
    "我厂",
    "我司",
    "来电",
    "洽谈",
    "占地",
    "技术力量",
    "质量第一",
    "信誉",
    "常年",
    "低价",
)
"""One of these stands in every such paragraph, and in no report."""
_BOASTED = 3
"""Different words from which on a paragraph is a firm's word on itself."""


def find_asides(low: str) -> list[Span]:
    """Return the spans of the paragraphs so labelled, each from its label to the end of its line, and of firms' words on themselves."""
    spans = [] if low.isascii() or not holds_any(low, _BOASTS, 0, len(low)) else _profiles(low)
    labels = list(_LABEL.finditer(low))
    if _RISKS in low:
        labels += _LABEL_OF_RISKS.finditer(low)
    for label in labels:
        end = low.find("\n", label.end())
        spans.append((label.start(), end if end >= 0 else len(low)))
    return spans


def _profiles(low: str) -> list[Span]:
    """Return the spans of the paragraphs in which a Chinese firm praises itself to its customers."""
    spans, start = [], low.find("\n") + 1
    while 0 < start < len(low):
        end = low.find("\n", start)
        end = len(low) if end < 0 else end
        if holds_any(low, _BOASTS, start, end):
            words = {found.group() for found in _PROFILE.finditer(low, start, end)}
            if len(words) >= _BOASTED:
                spans.append((start, end))
        start = end + 1
    return spans
