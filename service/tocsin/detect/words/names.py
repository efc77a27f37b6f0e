"""Names: companies, mines, plants and projects that no lexicon knows, as the sentence of a fact writes them.

A newspaper names whom a reader may never have heard of. English names are known by their capitals, Chinese ones by what they
end in (矿业, 股份, 铜矿) and by what follows them (公告, 宣布). Who only speaks (an analyst, a minister) and whose data are quoted is
no name of the fact. A name says what it is of where its words say so: a firm or a site; else it is a name and no more.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.detect.texts.dateline import dateline_end
from tocsin.detect.texts.text import Folded, Sentence, holds_any
from tocsin.detect.words.hits import Found, Hit
from tocsin.messages import Span

MOST = 6
"""Names that a fact keeps."""
LONGEST = 60
"""Characters of a name; a longer run of capitals is a headline."""


class Name(NamedTuple):
    """A name with its place in the folded text; `kind` is firm or site where its words say so, actor where its verb does, else name."""

    start: int
    end: int
    kind: str


# --- English ---------------------------------------------------------------------------------------------------------

_LINK = r"(?:of|de|da|do|dos|das|del|della|di|la|le|las|los|el|al|van|von|y|e|und|&|\+)"
_WORD = r"[A-Z\u00c0-\u00de][\w'&.]*(?:-[A-Za-z][\w'&.]*)*"
_RUN = re.compile(rf"(?<![\w.$])(?:\d[A-Z]\w* )?{_WORD}(?:(?: {_LINK})* {_WORD}| \d{{1,2}}(?= [A-Z]))*")
_TIMES = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct "
    "nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun christmas easter ramadan"
).split()
_COMMON = frozenset(
    [
        *_TIMES,
        *(
            "unless lower higher whether once flooding floods fire heavy mwh kwh etf etfs tc tcs rc rcs apt ndpr dmt wmt the a an its his her their our this that these those it he she they we i in on at of to for from by with as and but or if when "
            "while after before since until during under over about amid among despite because although though however meanwhile also "
            "both each every all some many most more less few several no not there here what who why how where which new last next first "
            "second third one two three four five six seven eight nine ten eleven twelve january per via between against without within across "
            "following according instead separately earlier later today yesterday tomorrow overnight based once only still yet even just "
            "another other such any neither nor so then than too very total annual monthly weekly daily quarterly global world spot bulk "
            "premium average combined around nearly roughly approximately up down out off ms mr mrs dr sir prof st ceo cfo coo ministry minister "
            "president government authorities officials customs police court parliament cabinet congress senate house council commission "
            "union unions workers miners traders analysts buyers sellers smelters producers refiners mills consumers investors shares stocks "
            "output production prices price exports imports shipments sales revenue profit demand supply inventories deliveries operations "
            "mine mines colliery collieries pit plant plants smelter refinery project company group firm board management shareholders contract deal agreement "
            "north south east west northern southern eastern western central northeast northwest southeast southwest europe european asia "
            "asian africa african america american latin middle gulf arctic antarctic andean siberian baltic nordic balkan caspian caribbean mediterranean adriatic atlantic pacific alpine saharan amazonian appalachian barents region province state county city district island islands river lake sea ocean "
            "republic federal national international company's q1 q2 q3 q4 h1 h2 fy usd us eur gbp cny rmb aud cad a$ c$ us$ pct tpa mtpa bpd "
            "yoy mom ytd gmt utc copyright correction corrected update updated exclusive breaking brief metals commodities energy oil gas "
            "mmbtu mwh gwh twh kwh bcf york delhi fob cif ddp exw dap cfr hs nyse nasdaq asx tsx lse lme comex shfe dce gfex ine cme ice opec opec+ eia iea usgs doe un eu uk uae"
        ).split(),
    ]
)
"""Words with a capital that name nobody in particular."""
_SPEAKERS = (
    r"(?:minister|president|premier|governor|mayor|secretary|chief|chief executive|executive|officer|ceo|cfo|coo|chairman|chairwoman|chair|"
    r"director|manager|head|analyst|economist|strategist|trader|broker|dealer|consultant|researcher|official|spokesman|spokeswoman|"
    r"spokesperson|lawyer|attorney|senator|lawmaker|commissioner|general|president|vice-president|founder|partner|geologist|mr|ms|mrs|dr)"
)
_SPOKEN = re.compile(
    rf"(?:\b(?:said|says|told|according to|cited by|citing|quoted by|reported by|wrote|added)(?: [a-z][\w-]*)?|\b{_SPEAKERS}|"
    r"\b(?:analysts?|economists?|strategists?|brokers?|traders?|consultanc(?:y|ies)|research (?:firm|house)|data provider|bank|brokerage|agency|"
    r"price reporting agency|newspaper|daily|broadcaster)(?: (?:at|with|of|from))?|\b(?:data from|figures from|assessed by|estimates by|reporting by|estimates from)) \Z",
    re.IGNORECASE,
)
"""What stands before one who speaks, or whose figures are quoted."""
_TITLED = re.compile(rf"\b{_SPEAKERS}\b", re.IGNORECASE)
_AN_EXPERT = re.compile(
    rf",? (?:an?|the|its|chief|head|senior|managing|lead|who|vice)? ?(?:[a-z-]+ ){{0,3}}(?:{_SPEAKERS})\b|'s (?:[a-z]+ ){{0,2}}(?:analysts?|economists?|strategists?|data|figures|survey|assessment)\b"
    r"|,? (?:data|figures|estimates|analysts?|surveys?) (?:show|said|suggest|estimate|put)|,? (?:assesse[sd]|wrote|reported|estimates|estimated)\b"
)
"""What follows one who speaks, or whose figures are quoted."""
_SITE = (
    r"(?:mines?|smelters?|refiner(?:y|ies)|plants?|projects?|complex|pits?|operations?|deposits?|oilfields?|gasfields?|oil fields?|gas fields?|fields?|mills?|terminals?|"
    r"works|hubs?|concessions?|quarr(?:y|ies)|collier(?:y|ies)|facilit(?:y|ies)|factor(?:y|ies)|concentrators?|platforms?|brine|salt flats?|site|furnaces?|potlines?|shafts?)"
)
_AT_SITE = re.compile(rf"'?s? (?:[a-z][\w-]* ){{0,3}}{_SITE}\b|, (?:an?|the|its) (?:[\w'-]+ ){{0,6}}?{_SITE}\b")
_OF_SITE = re.compile(
    rf"\b{_SITE} (?:at|in|near|called|named|of) \Z|\bat (?:the |its )?\Z|\b{_SITE},? \Z", re.IGNORECASE
)
_BESIDE_SITE = re.compile(rf"\b[A-Z][\w'-]+ (?:[a-z]+ )?{_SITE} (?:near|outside) \Z")
"""A site that has its name already: what it lies near is another place (`the Tarfa field near Ghat`)."""
_LEFT_OUT = re.compile(r"\b(?:excluding|except(?: for)?|other than|apart from|without) (?:the )?\Z")
"""What a figure leaves out has no part in it."""
_IS_SITE = re.compile(
    r"(?:Mines?|Smelter|Refinery|Plant|Project|Complex|Pit|Operations?|Deposit|Field|Mill|Terminal|Works|Hub|Colliery|Concentrator|Salar|Shaft)\Z"
)
_IS_FIRM = re.compile(
    r"(?:Corp|Corporation|Inc|Ltd|Limited|PLC|Plc|plc|LLC|AG|ASA|AS|AB|SA|S\.A|SpA|S\.p\.A|SE|NV|BV|NL|Oy|Oyj|A\.S|Kft|Srl|Pte|Berhad|GmbH|Hardmetals?|Steelworks|JSC|PJSC|Bhd|Tbk|Co|Company|Group|Holdings?|Resources|Minerals|Metals|Mining|Materials?|"
    r"Chemicals?|Industries|Energy|Petroleum|Lithium|Uranium|Nickel|Copper|Cobalt|Graphite|Tungsten|Antimony|Gold|Silver|Steel|Tin|Zinc|Alumin(?:i)?um|Alloys|Refining|Smelting|Exploration|"
    r"Battery|Batteries|Motors?|Automotive|Trading|Commodities|Magnetics|Magnets|Technolog(?:y|ies)|Oil|Gas|LNG|Power|Partners|International|Enterprises|Ventures|Rare Earths?|Carbide|Partners|Polymers?|Petrochemicals?|Plastics|Fertili[sz]ers?|Potash|Phosphates?|Coal|Silicon|Titanium|Manganese|Platinum|Palladium|Vanadium|Magnesium|Molybdenum|Alumina|Bauxite|Carbon|Cathodes?|Anodes?|Cells?|Utilities|Electric|Refineries|Smelters|Yellowcake)\.?\Z|\A(?:PT|CV|JSC|OOO|Grupo|Minera|Compañia|Compania|Mineração|Mineracao|Sociedad) "
)
_ACTS = re.compile(
    r"(?:,[^,]{3,60},)? (?:said|says|will|would|has|have|had|plans?|expects?|agreed|signed|cut|cuts|raised|raises|halted|halts|stopped|stops|suspended|suspends|resumed|resumes|restarted|restarts|"
    r"reopened|shut|shuts|closed|closes|idled|idles|started|starts|began|begins|bought|buys|sold|sells|announced|announces|reported|reports|produced|produces|mined|mines|lowered|lowers|trimmed|trims|lifted|lifts|"
    r"declared|declares|terminated|terminates|cancelled|canceled|cancels|secured|secures|won|wins|shipped|ships|denied|denies|confirmed|confirms|supplies|acquired|acquires|completed|completes|and [A-Z])\b"
)
"""What a firm does: its name stands before it."""
_OFFICE = re.compile(
    rf"(?:Ministry|Ministries|Department|Bureau|Office|Commission|Agency|Minister|Administration|Association|Chamber|Bank|Institute|University|Council|House|Court) "
    rf"(?:of|for) (?:the )?{_WORD}(?:(?:,? and|,| of| for|) {_WORD})*"
)
"""A state body, which is no party of what happens at a mine."""
_SIGNS = r"\((?:[A-Z][\w .&-]{1,24}: ?[A-Z0-9.]{1,8}(?:[;,] ?)?){1,5}\)|\b(?:RMB|RM|CNY|USD|EUR|US|GBP|AUD|INR|Rs)\.?\d[\d.,]*"
_SIGNED = re.compile(_SIGNS)
"""Under which signs a firm is traded, and money, which name nobody."""
_WIRES = (
    "BUSINESS WIRE", "PRNewswire", "GLOBE NEWSWIRE", "ACCESS Newswire", "ACCESSWIRE", "Newsfile Corp", "CNW", "EQS Newswire",
)  # fmt: skip
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Za-z.' -]{{2,30}}, )?[A-Z][A-Za-z.' ]{{2,30}}(?:, [A-Z][a-z]+\.? \d{{1,2}},? \d{{4}})? ?(?:--|[-–—/]) ?\(?(?:{'|'.join(_WIRES)})(?:(?<=Corp)\.)?[)/]?(?: ?--)?|{_SIGNS}"
)
"""The same, and where a release was written, which stands only beside the name of a wire."""
_LOWER = re.compile(r"[a-z]")


def _english(folded: Folded, sentence: Sentence, found: Found) -> Iterator[Name]:
    """Yield the names of an English sentence by their capitals; a headline in capitals throughout has none."""
    plain, start, end = folded.plain, sentence.start, sentence.end
    if sentence.order == 0 and _is_capitalised(plain, start, end):
        return
    known = [*found.companies, *found.bodies, *found.countries]
    goods = [*found.commodities, *found.forms]
    start = dateline_end(folded, sentence)
    offices = [match.span() for match in _OFFICE.finditer(plain, start, end)]
    signs = _DATELINE if holds_any(plain, _WIRES, start, end) else _SIGNED
    offices += [match.span() for match in signs.finditer(plain, start, end)]
    for run in _RUN.finditer(plain, start, end):
        if offices and any(a < run.end() and run.start() < b for a, b in offices):
            continue
        for left, right in _pieces(plain, *run.span()):
            name = _judged(plain, (left, right), sentence, known, goods)
            if name is not None:
                yield name


def _is_capitalised(plain: str, start: int, end: int) -> bool:
    """Tell whether a headline writes nearly every word with a capital, so that capitals say nothing."""
    words = [word for word in plain[start:end].split() if word[:1].isalpha() and len(word) > 3]
    return sum(word[:1].isupper() for word in words) * 10 >= len(words) * 7


_AT = re.compile(r"\b(?:in|at|near|outside|to|from) \Z")
"""What makes a place of a name that a verb follows."""
_PIECE = re.compile(r"\S+")


def _pieces(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run of capitals that common words leave: `On Monday Harrow Mining` gives `Harrow Mining`."""
    begin = last = -1
    for word in _PIECE.finditer(plain[start:end]):
        whole = word.group()
        bare = whole.rstrip(".,'").removesuffix("'s")
        left = start + word.start()
        right, low = left + len(bare), bare.lower()
        if (low in _COMMON or ("-" in low and _COMMON.issuperset(low.split("-")))) and not (
            begin >= 0 and bare[:1].isupper() and (low in _TAILS or (low in _MIDDLES and whole == bare))
        ):
            if begin >= 0:
                yield begin, last
            begin = -1
            continue
        if not bare[:1].isupper() and begin < 0 and not bare[:1].isdigit():
            continue
        begin = left if begin < 0 else begin
        if bare[:1].isupper() or bare[:1].isdigit():
            last = right
        if whole != bare and whole.rstrip(".,") != bare:  # a possessive ends a name
            yield begin, last
            begin = -1
    if begin >= 0:
        yield begin, last


_TAILS = frozenset(
    "mine mines plant smelter refinery project company group operations metals energy oil gas international islands river lake"
    " commodities island state city us west east north south co".split()
)
"""Common words that may end a name."""
_MIDDLES = frozenset(
    "new national international central general united first global american european african asian northern southern eastern"
    " western north south east west steel iron".split()
)
"""Common words that a name may hold before its last: `Sverre National Oil Corp`."""


def _judged(plain: str, span: Span, sentence: Sentence, known: Sequence[Hit], goods: Sequence[Hit]) -> Name | None:
    """Return the name that a run of capitals is, None where it is none or a lexicon knows it."""
    start, end = span
    text = plain[start:end]
    if end - start < 3 or end - start > LONGEST:
        return None
    inside = [h for h in known if h.start < end and start < h.end]
    if inside and any((h.start <= start and end <= h.end) or h.kind in ("company", "body") for h in inside):
        return None
    inside += [h for h in goods if h.start < end and start < h.end]
    own = text.split()
    if inside:
        own = [w for w in own if not any(h.start <= start + text.find(w) < h.end for h in inside)]
    if not any(_LOWER.search(word) or len(word) > 2 for word in own):
        return None
    before, after = plain[max(sentence.start, start - 48) : start], plain[end : end + 80]
    reports = after.startswith((" reported", " reports")) and _IS_FIRM.search(text) is not None
    if (
        _LEFT_OUT.search(before)
        or _SPOKEN.search(before)
        or _TITLED.search(text)
        or (_AN_EXPERT.match(after) and not reports)
    ):
        return None
    if _IS_SITE.search(text) or _AT_SITE.match(after):
        return Name(start, end, "site")
    if _IS_FIRM.search(text) and " " in text:
        return Name(start, end, "firm")
    if _IS_FIRM.fullmatch(text):
        return None
    if " " not in text and start == sentence.start and not _ACTS.match(after):
        return None  # any first word of a sentence has a capital
    if _ACTS.match(after) and not _AT.search(before):
        return Name(start, end, "actor")
    is_site = _OF_SITE.search(before) is not None and _BESIDE_SITE.search(before) is None
    return Name(start, end, "site" if is_site else "name")


# --- Chinese ---------------------------------------------------------------------------------------------------------

_HAN = r"[\u4e00-\u9fff·]"
_IS_HAN = re.compile(_HAN).match
_FIRM_ENDS = (
    "股份有限公司|有限责任公司|有限公司|集团公司|总公司|集团|股份|控股|公司|矿业|矿产(?!出|量|品|金|铜|银|锌|企)|锂业|锂能|钨业|铜业|铝业|锌业|铅业|镍业|钴业|钼业|钛业|锑业|锡业|镁业|锗业|硅业|稀土|"
    "冶炼|冶金|有色|黄金|钢铁|特钢|化工|化学|石化|石油|油气|能源|新能|新能源|新材料|新材|材料|科技|电池|实业|资源|电力|煤业|煤炭|重工|汽车|金属|磁材|磁业|燃气(?!轮|价|电|具|管|用|表)|国际|贸易(?!商|额|战|摩擦|政策|救济)"
)
_SITE_ENDS = (
    "(?:[铜金银铁铅锌锡镍钴钨钼锰铂钯]{2,3}|铜|金|锂|镍|钴|锌|铅|锡|锑|钨|铁|锰|铬|铀|煤|银|钼|钽|钒|稀土|铝土|石墨|铅锌|铜钴|铜金|锂辉石|铂|钾|磷|多金属)矿|矿山|矿区|矿场|露天矿|冶炼厂|精炼厂|炼油厂|炼厂|选矿厂|电解铝厂|铝厂|钢厂|"
    "分离厂|加工厂|工厂|油田|气田|盐湖|产线|生产线|项目|基地"
)
_STOPS = '，。、；：！？（）()“”"《》【】,;:!?%\n 的与和及对向由为在从到于将被把给经以称据自因受是有其该该达至按已就曾并且或但若如因等同也这那每约超逾近元吨桶日月年份位了着过'
_BREAKS = re.compile(
    "季度|[早午夜尾]盘|回应|答复|网传|某|欧洲|亚洲|非洲|北美|南美|[一两二三四五六七八九十]条|[一两二三四五六七八九十]座|现货|期货|重点|统计|加之|配套|否认|资金|持续|流入|降息|领涨|隔夜|周[一二三四五六日]|预计|减少|增加|影响|一切|辖区|未加工|未经加工|涉及|合计|累计|限制|禁止|叫停|暂停|新增|新发现|发现|探明|查明|探获|增强|保障|返回|撤离|一家|两家|三家|多家|停止|开始|继续|支撑|推进|加快|恢复|启动|子公司|旗下|全资|控股子公司|公司|企业|生产商|矿商|巨头|厂商|运营商|部门|当局|政府|宣布|表示|公告|披露|消息|报道|获悉|电讯|讯|位于|地区|境内|最大|第[一二三四五六]大|主要|"
    "签订|签署|签约|采购|供应|销售|收购|出售|停产|复产|恢复|减产|增产|发生|要求|批准|允许|负责人|人士|省|自治区|州|市|县"
)
_VERBS_ZH = re.compile(
    "限制|禁止|暂停|停止|放开|取消|恢复|打击|破获|查获|查处|查扣|削减|缩减|新增|增加|减少|传闻|传言|部署|开展|引发|公安部|全国|十种|出售|收购|采购|出口|进口|走私|探明|探获|发现|拟|增持|减持|买入|购入|购买|抛售|抛出|认购|入股|参股|增发|配售"
)
"""Verbs and words of order before goods, which are no part of a name: 禁止稀土, 打击战略矿产."""
_CHARS_OF_ENDS = "".join(sorted(set(re.findall(_HAN, _FIRM_ENDS + _SITE_ENDS))))
_NAME_END_ZH = re.compile(
    rf"(?=[{_CHARS_OF_ENDS}])(?:({_FIRM_ENDS})(?![部厅局界权家法类股量储焦厂]|保障|安全|人士|方面|协会|公会|大会|学会)|({_SITE_ENDS})(?!体|床|脉|石|藏|带|企|产品|种|价|端|量|砂))"
)
_LONGEST_ZH = 10
"""Characters of a Chinese name before the word that it ends in."""
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&.'-]*(?: [A-Za-z&][A-Za-z0-9&.'-]*){0,4}")
_TELLS_ZH = re.compile(
    rf"(?:^|[，。、；：,;:\n “\"(])({_HAN}{{2,8}}?)(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:晚间?|早间|午间)?(?:发布|今日|昨日)?(?:公告|宣布|表示|披露|否认|与{_HAN}{{2,10}}签)"
)
_WITH_ZH = re.compile(
    rf"(?:与|同|和)({_HAN}{{2,14}}?)(?:\([^()]{{1,30}}\))?(?:就[^,。]{{1,12}})?(?:签订|签署|签约|达成|续签|订立|签下)"
)
"""The partner of a contract: 与德国莱茵压铸签订."""
_NO_PARTNER = re.compile(
    r"客户|企业|公司|[多几两数][家方]|下游|厂商|对方|买[家方]|卖方|政府|工会|员工|部$|方$|商$|[省市县区州]$|国$|联盟|双方|各|等"
)
"""What tells that a partner is not named: 与多家客户签订, 与日商签订."""
_WHOLE = 6
"""Characters of a name before `announces` that is taken whole, though one of them may be a word of grammar."""
_ONLY_END = re.compile(_FIRM_ENDS)
_FIRM_WHOLE = re.compile(rf"{_HAN}{{2,}}?(?:{_FIRM_ENDS})")
_GENERIC_ZH = frozenset(
    "公司 该公司 集团 企业 全球 中国 我国 国内 海外 国际 其他 部分 多家 两家 几家 一家 这家 上市公司 央企 矿业公司 采矿公司 锂业公司 大型 新建 主要 当地 本地 相关 有关 上述 能源 燃气 资源 材料 科技 记者 分析师"
    " 市场 消息 业内 知情 官方 当局 政府 部门 商务部 海关 双方 新能源 稀土 黄金 石油 钢铁 有色 化工 煤炭 电力 汽车 金属 电池 增发股份 配售股份 发行股份".split()
)


def _chinese(folded: Folded, sentence: Sentence, found: Found) -> Iterator[Name]:
    """Yield the names of a Chinese sentence: by their ends, by who tells, by who is dealt with, and in Latin letters."""
    low, start, end = folded.low, sentence.start, sentence.end
    known = [*found.companies, *found.bodies]
    walls = [hit.end for hit in (*known, *found.countries)]
    for begin, match in _ending(low, start, end):
        left = _begin(low, begin, match.start(), walls)
        left = max([left, *(verb.end() for verb in _VERBS_ZH.finditer(low, left, match.start()))])
        whole = (left, match.end())
        if left >= match.start() or not _is_particular(low, left, match.end(), found):
            continue
        if any(
            h.start < whole[1] and whole[0] < h.end
            for h in (*known, *(c for c in found.commodities if c.start <= left))
        ):
            continue
        yield Name(*whole, "firm" if match[1] else "site")
    for match in _TELLS_ZH.finditer(low, start, end):
        left, right = _begin(low, *match.span(1), walls), match.end(1)
        if right - left < 2 or low[left:right] in _GENERIC_ZH or _ONLY_END.fullmatch(low, left, right):
            left = match.start(1)  # 宁和锂业: 和 joins nothing there
            if right - left > _WHOLE or _BREAKS.search(low, left, right) or not _FIRM_WHOLE.fullmatch(low, left, right):
                continue
        if not any(h.start < right and left < h.end for h in (*known, *found.countries, *found.commodities)):
            yield Name(left, right, "actor")
    for match in _WITH_ZH.finditer(low, start, end):
        left, right = _begin(low, *match.span(1), walls), match.end(1)
        is_name = right - left > 1 and low[left:right] not in _GENERIC_ZH and not _NO_PARTNER.search(low, left, right)
        if is_name and not any(h.start < right and left < h.end for h in (*known, *found.countries)):
            yield Name(left, right, "firm")
    known += found.countries
    goods = {(hit.start, hit.end) for hit in (*found.commodities, *found.forms)}
    for match in _LATIN.finditer(folded.plain, start, end):
        kind = _latin_kind(match, low)
        if kind is None or match.span() in goods:
            continue
        if not any(h.start < match.end() and match.start() < h.end for h in known):
            yield Name(*match.span(), kind)


def _latin_kind(match: re.Match[str], low: str) -> str | None:
    """Return what a Latin name in Chinese names, None where it is none; a few capitals do so only before their firm or works."""
    text = match.group()
    if not text[0].isupper() or text.lower() in _COMMON:
        return None
    is_firm = _FIRM_AFTER.match(low, match.end()) is not None
    kind = "firm" if is_firm else "site" if _SITE_AFTER.match(low, match.end()) else "name"
    if len(text) > _CAPITALS or "&" in text:
        return kind
    return "firm" if kind != "name" and text.isupper() and len(text) > 1 and text.isalpha() else None


def _ending(low: str, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the words that Chinese names end in, each with where the characters before it begin that may be its name."""
    place = start
    while (match := _NAME_END_ZH.search(low, place + 1, end)) is not None:
        begin = match.start()
        while begin > max(start, match.start() - _LONGEST_ZH) and _IS_HAN(low[begin - 1]):
            begin -= 1
        place = match.start()
        if begin < match.start():
            yield begin, match
            place = start = match.end()


_FIRM_AFTER = re.compile(
    r"(?:[\u4e00-\u9fff]{1,2}?)?(?:公司|集团|股份|控股|矿业|锂业|铜业|锌业|铝业|镍业|钛业|锰业|电池|化工|化学|石化|能源|资源|材料|科技|钢铁|金属|电机|驱动|汽车)"
)
"""What makes a Latin name in Chinese a firm's: Leitz电池, Tambo石墨公司."""
_SITE_AFTER = re.compile(
    r"(?:[\u4e00-\u9fff]{1,3}?)?(?:矿山|矿区|矿场|矿|冶炼厂|精炼厂|炼厂|炼油厂|工厂|厂|项目|油田|气田|盐湖|产线)(?![业产石企商价权物])"
)
"""What makes it that of works: Tambo铜矿, TNI镍铁厂."""
_CAPITALS = 3
"""Letters up to which a Latin name is one by what follows it alone."""


_COMMONS_ZH = re.compile(
    rf"(?:{_FIRM_ENDS}|{_SITE_ENDS})|全部|所有|贵金|基本金|有色金|稀有金|[一二两三四五六七八九十几多数某各首]+[条座家个号期批处]|[大中小]型|全[球国部]|最大|主[流要]|国内|海外|国际|本地|当地|部分|其他|相关|上述|该|新建|在建|现有|进口|出口|港口?|样本"
    r"|第?[一二三四]季度|[上下本今明去前当近][一二两三四]?(?:年度?|月份?|周|期|日|半年|旬)[初中末底]?|[早午尾夜]盘|[收开]盘|盘中|回应|网传|据传|传闻|快讯|行情|早报|晚报|日评|周评|[周月日]报|期货|现货"
    r"|露天|地下|头部|龙头|民营|国有|中资|外资|上游|下游|矿石?|精炼?|锭|厂|生产|开采|采选|选|冶炼|继续|支撑|[东南西北中]部|业"
)
"""What is no part of a name by which one is told from another."""


_COMMON_HINTS = tuple("厂炉企田矿库量率桶求业品")


def _is_particular(low: str, start: int, end: int, found: Found) -> bool:
    """Tell whether a Chinese name holds two characters at least that no goods and no other mine has in its name."""
    text = low[start:end]
    if text.startswith("某"):
        return False  # who is not named
    common = [
        hit for hit in found.hints if low.endswith(_COMMON_HINTS, hit.start, hit.end)
    ]  # others are names of mines
    for hit in (*found.commodities, *found.forms, *common):
        left, right = max(hit.start, start), min(hit.end, end)
        if left < right:
            text = text[: left - start] + "|" * (right - left) + text[right - start :]
    return max(map(len, _COMMONS_ZH.sub("|", text).split("|"))) > 1


def _begin(low: str, start: int, end: int, walls: Sequence[int]) -> int:
    """Return where a name begins whose end is known: behind the last mark, word of grammar or known name before it."""
    for at in range(end - 1, start - 1, -1):
        if low[at] in _STOPS:
            start = at + 1
            break
    for word in _BREAKS.finditer(low, start, end):
        if word.end() <= end:
            start = word.end()
    return max([start, *(wall for wall in walls if start < wall <= end)])


def find_names(folded: Folded, sentence: Sentence, found: Found) -> list[Name]:
    """Return the names of a sentence that no lexicon knows, in the order of the text; of those that overlap the longer."""
    names = sorted(
        (_chinese if sentence.chinese else _english)(folded, sentence, found), key=lambda n: (n.start, -n.end)
    )
    kept: list[Name] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept[: MOST * 2]
