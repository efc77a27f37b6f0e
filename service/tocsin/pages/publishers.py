"""Who published a page and in which time zone it counts: names as pages print them, and where an outlet sits."""

import re

from tocsin.pages.lines import is_chinese

UTC_NAME = "UTC"
CHINA = "Asia/Shanghai"

_ZONES = {
    CHINA: """smm|shanghai metals market|smm information & technology co., ltd.|mysteel|xinhua|xinhua news agency|caixin|caixin global|china daily
        |global times|yicai|yicai global|cls|cailianshe|jin10|sina|sina finance|sohu|sou hu cai jing|sohu finance|east money|securities times|stcn
        |cnstock|21st century business herald|the paper|people's daily|cctv|cgtn|antaike|baiinfo|asian metal|sinolink securities|citic securities
        |guotai junan|huatai securities|china securities journal|shanghai securities news|wind|gelonghui|zhitong|zhitong finance|nbd|jiemian|36kr""",
    "Asia/Hong_Kong": "south china morning post|scmp|hket|aastocks|etnet",
    "Asia/Tokyo": "nikkei|nikkei asia|the japan times|kyodo news",
    "Asia/Singapore": "the straits times|the business times|cna",
    "Asia/Kolkata": "the economic times|business standard|mint|pti|the hindu businessline",
    "Asia/Seoul": "yonhap|yonhap news agency|the korea herald",
    "Europe/London": "financial times|ft|the guardian|bbc|bbc news|fastmarkets|metal bulletin|argus|argus media|proactive investors|lme|the times|sky news",
    "America/New_York": "bloomberg|wsj|the wall street journal|cnbc|pr newswire|globenewswire|globe newswire|business wire|benzinga|the new york times|ap|associated press|barron's|marketwatch|accesswire|s&p global|platts",
    "America/Toronto": "bnn bloomberg|the globe and mail|financial post|newsfile|cnw",
    "America/Vancouver": "mining.com|the northern miner|kitco|kitco news",
    "Australia/Sydney": "afr|australian financial review|the sydney morning herald|the australian|mining weekly australia|stockhead",
    "Africa/Johannesburg": "mining weekly|news24|business day",
}  # fmt: skip
_ZONE_OF = {name.strip(): zone for zone, names in _ZONES.items() for name in names.split("|")}
PRICE_REPORTERS = (
    "SMM|Mysteel|Fastmarkets|Argus|Platts|Antaike|Asian Metal|Baiinfo|百川盈孚|安泰科|上海有色网|我的钢铁网"
)

_SYLLABLE = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouv])|er)\Z",
    re.IGNORECASE,
)

_HOUSES = {*_ZONE_OF, *PRICE_REPORTERS.lower().split("|")}
"""Names that open a dateline of their own: `SMM, July 3 -`."""


def is_pinyin(name: str) -> bool:
    """Tell whether the name is a Chinese one in Latin letters: two or more words, each a Chinese syllable or a number."""
    words = [word for word in name.split()[:10] if not word.isdigit()]
    return len(words) >= 2 and all(_SYLLABLE.match(word) for word in words)


def zone_of(publisher: str | None, *texts: str) -> str:
    """Return the time zone in which the publisher's times count: its own, China's for Chinese names or texts, else UTC."""
    name = " ".join((publisher or "").lower().split())
    if name in _ZONE_OF:
        return _ZONE_OF[name]
    if name and (is_chinese(name) or is_pinyin(name)):
        return CHINA
    return CHINA if any(is_chinese(text) for text in texts if text) else UTC_NAME


_IN_TEXT = (
    re.compile(r"\(hereinafter (?:referred to as|called) [\"“]([^\"”]{2,40})[\"”]"),
    re.compile(r"(?:original work and/or compilation by|copyright (?:is )?(?:owned|held) by|©\s?(?:\d{4})?(?:[-–]\d{4})?)\s{0,2}([A-Z][\w&.' -]{1,40}?)(?=[.,;(]|$| all rights)", re.IGNORECASE),
    re.compile(r"\A([A-Z][\w&’' -]{1,40}?) is powered by\s"),
    re.compile(r"\A--\s?([A-Z][\w .&'-]{2,40}?)\s?--\Z"),
    re.compile(r"appeared first on ([\w .&'-]{2,40}?)\.?\Z"),
    re.compile(r"版权(?:均)?(?:归|属于?)(?:于)?[“\"]?([\u4e00-\u9fffA-Za-z0-9]{2,16}?)[”\"]?(?:所有|及|和|，|。)"),
)  # fmt: skip
_TAG = re.compile(r"[\[【]([A-Z][A-Za-z&]{1,14}|[\u4e00-\u9fff]{2,8}) (?:Analysis|Data|Flash|News|Exclusive|Comment(?:ary)?|Review|Survey|Insight)s?\b", re.IGNORECASE)  # fmt: skip
_OPENING = re.compile(
    r"(?:[（(【\[]?(?P<zh>[\u4e00-\u9fff]{2,8}(?:社|网|报|通讯|电讯|财经|新闻))(?:[\u4e00-\u9fff]{0,6})\s?\d{1,2}月\d{1,2}日(?:[（(][^）)]{1,12}[）)])?(?:讯|电|消息)"
    r"|(?:according to |据)(?P<reporter>" + PRICE_REPORTERS + r")(?:['’]s)? ?(?:statistics|data|survey|assessments?|统计|数据|调研|了解)"
    r"|(?P<house>[A-Z][A-Za-z&.]{1,14}), (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2} [-–—]"
    r"|[A-Z][^()/\n]{2,60}[(/](?P<wire>Reuters|Bloomberg|Xinhua|AP|AFP|Dow Jones|Kyodo|GLOBE NEWSWIRE|Business Wire|BUSINESS WIRE|PRNewswire|Newsfile Corp\.|ACCESSWIRE|CNW|24-7PressRelease|Newsworthy\.ai|NewMediaWire)[)/])",
    re.IGNORECASE,
)  # fmt: skip


def from_opening(text: str) -> str | None:
    """Find the publisher that the first sentence names: a dateline, a price reporter's own statistics."""
    start = re.match(r"[\s【\[][^】\]\n]{0,120}[】\]]\s*", text[:140])
    for at in {0, start.end() if start else 0}:
        match = _OPENING.match(text[at : at + 160].lstrip())
        if match and (match["house"] is None or match["house"].lower() in _HOUSES):  # else a city: `LONDON, May 3 -`
            return next(value for value in match.groupdict().values() if value)
    return None


def from_tag(text: str) -> str | None:
    """Find the house that marks its pieces with a tag in brackets, such as `[SMM Analysis]`."""
    match = _TAG.search(text[:400])
    return match[1] if match else None


def from_notice(text: str) -> str | None:
    """Find the owner that a copyright notice names."""
    for pattern in _IN_TEXT:
        if match := pattern.search(text):
            return match[1].strip(" .,")
    return None
