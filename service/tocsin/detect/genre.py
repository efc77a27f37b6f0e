"""Genre: texts whose headline says that they sell, sue or invite, whatever goods and moves they name.

Advertisements for market studies, notices of lawsuits and invitations to talks are written in the words of market news. Their
headlines have words of their own, which no report of a fact has.
"""

import re

_MARKET_STUDY = re.compile(
    r"\bmarket(?: size| value)?(?: is| are)?(?: expected| set| projected| poised| forecast| likely| anticipated| estimated)?"
    r" to (?:reach|hit|exceed|surpass|be worth|cross|garner|witness|grow (?:at|by|from|to))\b"
    r"|\bmarket (?:size|research report|report)\b|\bcagr\b|\bmarket (?:worth|valued at) "
)
_LAWSUIT = re.compile(
    r"\b(?:class action|law firm|(?:investor|shareholder|stockholder)s? (?:alert|notice|reminder)|(?:share|stock)holders who (?:lost|suffered|purchased)"
    r"|investors who (?:lost|suffered|purchased)|securities fraud)\b"
)
_INVITATION = re.compile(
    r"\b(?:webinar|register now|save the date|virtual event)\b|关于(?:召开|举办|举行)[^\n]{0,50}(?:通知|邀请函|公告)(?!.*(?:结果|决议))|邀请函|报名通知|会议通知"
)
_COVERAGE = re.compile(
    r"\b(?:initiat\w+|updat\w+|resum\w+|maintain\w*|reiterat\w+|launch\w*) (?:of )?(?:research |analyst |equity )?coverage\b"
)
_LESSON = re.compile(r"知识问答|小课堂|课堂[::]|小知识|名词解释|学堂|投教|入门知识|百科知识|科普[:丨|]")
"""What heads a Chinese text that teaches."""
_CALENDAR = re.compile(
    r"\b(?:week ahead|economic calendar|events? calendar|earnings calendar|(?:corporate|earnings|events?|diplomatic|financial) diary|diary of|what to watch (?:this|next) week|(?:week|day|month)[^\n]{0,24}what to watch|agenda for|(?:things|events) to watch)\b|财经日历|数据日历|会议日历|(?:重要|重磅|财经|本周|下周|今日|明日)日程|大事预告"
)
_SALES_TALK = re.compile(
    r"\b(?:factory[- ]direct|call (?:us )?(?:now|today)|order (?:now|today|yours|online)|contact our sales|our sales team|free (?:guide|quote|shipping|delivery|sample)s?|while stocks last|offer ends|limited[- ]time offer"
    r"|we (?:buy|sell|supply|stock|offer) (?:all |your |high-quality )?[a-z]+(?: [a-z]+)? (?:in|at|of|and|,)|best prices? in town|highest prices? (?:in town|paid)|minimum order|moq|get one free|dealer prices?|buy now|shop now)\b"
)
"""What sellers say to buyers; two of these make an advertisement."""
_TALKS = 2
_SHORT = 1200
"""Characters of a text within which a seller comes to the point."""
_GENRES = (
    (_MARKET_STUDY, "an advertisement for a market study"),
    (_LAWSUIT, "the notice of a lawsuit"),
    (_INVITATION, "an invitation"),
    (_CALENDAR, "a calendar"),
    (_LESSON, "a lesson"),
    (_COVERAGE, "a broker's note, which sums up what a firm has told"),
)


def genre(low: str, end: int) -> str | None:
    """Return what kind of text a headline, up to `end`, announces where it tells no news; None for any other."""
    announced = next((name for pattern, name in _GENRES if pattern.search(low, 0, end)), None)
    if announced is None and len({found.group() for found in _SALES_TALK.finditer(low, 0, _SHORT)}) >= _TALKS:
        return "a seller's advertisement"
    return announced
