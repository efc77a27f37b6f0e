"""When two names may be one: companies, mines, places and routes that no lexicon knows.

Ids compare as ids. Names in one script compare by their distinctive words; names in different scripts by spelling and sound,
and where these are unlike they say nothing, so that an unknown Chinese name does not part.
"""

import re
from functools import lru_cache

from tocsin.correlate.pinyin import spelt
from tocsin.correlate.rendered import first_marks, is_rendered
from tocsin.correlate.transliterated import sounds_like, sounds_of
from tocsin.rules.fold import fold

_LEGAL = frozenset(
    "inc corp corporation co company ltd limited llc plc sa ag nv se spa gmbh jsc pjsc ao pt tbk pty bhd holdings holding "
    "group the of and mine mines mining minerals resources metals international operation operations project plant "
    "smelter refinery complex province county region city state".split()
)
_LEGAL_ZH = re.compile(
    r"股份有限公司|有限责任公司|有限公司|股份公司|总公司|公司|集团|控股|股份|科技|矿业|锂业|能源|新能源|材料|省|市|县|自治区|矿区|矿山|铜矿|锂矿|金矿|镍矿|钨矿"
    r"|(?:碳酸锂|氢氧化锂|锂盐|电解铝|氧化铝|工业硅|多晶硅|有机硅|高镍生铁|镍铁|硅铁|锰铁|铬铁|硅锰|精炼铜|电解铜|阴极铜|电解锌|电解铅|铅锌|铜金|铜钴|钴镍|煤|铁|锌|铅|铝|锡|银|铀|磷|石墨|稀土)?"
    r"(?:工厂|冶炼厂|精炼厂|炼厂|选矿厂|分厂|厂区|生产线|产线|生产基地|基地|项目|工业园|产业园|园区|矿)"
)
_CJK = re.compile(r"[㐀-鿿]")
_WORD = re.compile(r"[^\W_]+")


_FIRM = re.compile(
    r"\b(?:corp|corporation|inc|ltd|limited|plc|llc|ag|asa|nl|resources|minerals|mines|holdings|lithium|uranium|nickel|"
    r"copper|cobalt|graphite|tungsten|antimony|gold|silver|rare earths|exploration|smelting|refining|materials|chemicals)\.?$",
    re.IGNORECASE,
)
_FIRM_ZH = re.compile(
    r"(?:煤业|煤炭|镁业|锗业|硅业|铅业|矿产|磁材|磁业|钢铁|特钢|石化|燃气|天然气|电力|重工|股份|集团|科技|矿业|锂业|锂能|新能|新能源|新材|材料|钨业|铜业|铝业|锌业|镍业|钴业|钼业|钛业|锑业|锡业|稀土|银锡|能源|控股|实业|化工|化学|"
    r"冶金|冶炼|电气|电池|有色|黄金|有限|责任|总公司|公司)$"
)
_MEDIUM = re.compile(
    r"news|weekly|daily|journal|times|wire|media|press|market|bulletin|review|report|magazine|post|online|\.com|network|research|"
    r"[网报社刊台]$|财经|期货|资讯|在线|新闻|研究|协会|交易所|证券",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def looks_like_company(publisher: str) -> bool:
    """Tell whether a publisher that no lexicon knows is a company speaking of itself, by the end of its name."""
    name = publisher.strip()
    return (_FIRM.search(name) or _FIRM_ZH.search(name)) is not None and _MEDIUM.search(name) is None


@lru_cache(maxsize=16384)
def _core(name: str) -> tuple[bool, frozenset[str], str]:
    """Return whether the name is Chinese, its distinctive words (else all of them), and its distinctive characters."""
    name = fold(name).low
    if _CJK.search(name):
        kept = _LEGAL_ZH.sub("", name)
        return True, frozenset(), kept if len(kept) > 1 else name
    words = _WORD.findall(name)
    kept_words = frozenset(word for word in words if word not in _LEGAL)
    return False, kept_words or frozenset(words), ""


@lru_cache(maxsize=262_144)
def same_name(one: str, two: str) -> bool | None:
    """Tell whether two printed names may be one; None when they are in different scripts and do not sound alike."""
    if one.casefold() == two.casefold():
        return True
    zh_one, words_one, text_one = _core(one)
    zh_two, words_two, text_two = _core(two)
    if zh_one != zh_two:
        chinese, latin = (one, two) if zh_one else (two, one)
        alike = (
            sounds_like(chinese, latin) or _is_spelling(chinese, words_two or words_one) or is_rendered(chinese, latin)
        )
        return True if alike else None
    if zh_one:
        return text_one in text_two or text_two in text_one or _is_short_for(one, two) or _is_short_for(two, one)
    if not words_one or not words_two:
        return False
    if words_one <= words_two or words_two <= words_one:
        return True
    return (two.isupper() and two in _initials(one)) or (one.isupper() and one in _initials(two))


_SHORTENED = 2
"""Characters of a Chinese name that is short for a longer one: 江铜 is 江西铜业."""


def _is_short_for(short: str, long: str) -> bool:
    """Tell whether the two characters of one name are the first and a later one of the other, which names a place before its trade."""
    short, long = fold(short).low, fold(long).low
    return (
        len(short) == _SHORTENED < len(long) and short[0] == long[0] and short[1] in long[2:] and long[2:3] == short[1]
    )


def _is_spelling(chinese: str, words: frozenset[str]) -> bool:
    """Tell whether a word of a Latin name is how the Chinese one is spelt: Huaci Technology, 华磁科技."""
    spelling = _spelling(chinese)
    return spelling is not None and spelling in words


@lru_cache(maxsize=16384)
def _spelling(chinese: str) -> str | None:
    name = fold(chinese).low
    while (shorter := _FIRM_ZH.sub("", name)) not in {name, ""}:
        name = shorter
    return spelt(name)


_LEADING = frozenset(["PT", "CV", "OOO", "JSC", "The"])
"""What stands before a name without being part of what it is called by its first letters."""


def _initials(name: str) -> tuple[str, ...]:
    """Return the first letters of a name's words, with and without what is only its legal form."""
    words = [word for word in _WORD.findall(name) if word[:1].isupper()]
    whole = "".join(word[0] for word in words)
    return (whole, whole[1:]) if words and words[0] in _LEADING else (whole,)


@lru_cache(maxsize=16384)
def name_marks(name: str, id_: str | None = None) -> frozenset[str]:
    """Return marks of which two names that may be one have some in common: words or characters, initials, id."""
    chinese, words, text = _core(name)
    heard = [f"~{row[0]}" for row in sounds_of(name, chinese=chinese)]
    marks = {
        fold(name).low,
        *heard,
        *first_marks(name, chinese=chinese),
        *(text if chinese else (*words, *(told.casefold() for told in _initials(name)))),
    }
    if chinese and (spelling := _spelling(name)) is not None:
        marks.add(spelling)
    return frozenset(marks if id_ is None else {*marks, f"id {id_}"})


def is_chinese(name: str) -> bool:
    """Tell whether the name is written in Chinese, so that it compares with such names alone."""
    return _core(name)[0]


@lru_cache(maxsize=16384)
def name_keys(name: str) -> tuple[str, ...]:
    """Return the words (for Chinese, the pairs of characters) and sounds under which a name that may be the same is found."""
    chinese, words, text = _core(name)
    heard = tuple(f"~{row[:3]}" for row in sounds_of(name, chinese=chinese))
    if chinese:
        heard = (*dict.fromkeys(told for told in (_spelling(name), spelt(text[:2]), spelt(text[2:4])) if told), *heard)
        return (tuple(dict.fromkeys(text[at : at + 2] for at in range(len(text) - 1))) or (text,)) + heard
    return tuple(sorted(words)) + heard
