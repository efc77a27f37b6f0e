"""The words of a message in English and Chinese: the first line of each signal type, labels, reasons.

A signal type that a user's pack adds is written with its own name, so nothing here needs to know it.
"""

from decimal import Decimal

from tocsin.deliver.escaping import one_line
from tocsin.deliver.glossary import Glossary
from tocsin.deliver.numbers import format_amount, format_magnitude
from tocsin.deliver.receivers import Language
from tocsin.deliver.saying import KINDS, say_period
from tocsin.messages import Modality, Signal

_FACTS: dict[str, dict[str, tuple[str, str]]] = {
    "price_move": {
        "up": ("price up", "价格上涨"),
        "down": ("price down", "价格下跌"),
        "flat": ("price flat", "价格持平"),
    },
    "production_change": {
        "up": ("output up", "产量增加"),
        "down": ("output down", "产量减少"),
        "halt": ("output halted", "停产"),
        "resume": ("output resumed", "复产"),
    },
    "export_control": {
        "tighten": ("trade control tightened", "贸易管制收紧"),
        "ease": ("trade control eased", "贸易管制放宽"),
    },
    "large_contract": {
        "award": ("contract awarded", "中标合同"),
        "supply": ("supply contract", "供应合同"),
        "offtake": ("offtake contract", "包销合同"),
        "purchase": ("purchase contract", "采购合同"),
        "terminate": ("contract terminated", "合同终止"),
    },
    "inventory_change": {"up": ("stocks up", "库存增加"), "down": ("stocks down", "库存减少")},
    "demand_change": {"up": ("demand up", "需求增加"), "down": ("demand down", "需求减少")},
    "stockpiling": {"build": ("state stockpile built up", "收储"), "release": ("state stockpile released", "抛储")},
    "supply_source": {
        "new": ("new supply", "新增供应"),
        "discovery": ("discovery", "新发现"),
        "resume": ("supply resumed", "供应恢复"),
        "loss": ("supply lost", "供应中断"),
    },
    "corporate_results": {"up": ("results up", "业绩增长"), "down": ("results down", "业绩下滑")},
    "equity_move": {"up": ("shares up", "股价上涨"), "down": ("shares down", "股价下跌")},
    "mna": {"acquire": ("acquisition", "收购"), "divest": ("divestment", "出售"), "invest": ("investment", "投资")},
    "smuggling": {"reported": ("smuggling reported", "走私")},
}
_MEASURES = {
    "ban": ("ban", "禁令"),
    "restriction": ("restriction", "限制"),
    "licence": ("licence", "许可"),
    "quota": ("quota", "配额"),
    "tariff": ("tariff", "关税"),
    "sanction": ("sanction", "制裁"),
    "crackdown": ("crackdown", "打击"),
}
_PRICES = {
    "premium": ("premium", "升水"),
    "term": ("term price", "长协价"),
    "treatment_charge": ("treatment charge", "加工费"),
}
"""What a price is called that is no plain one: the measures of price moves."""
_MODALITIES = {
    Modality.EXPECTED: ("Expected: ", "预期："),
    Modality.POSSIBLE: ("Possible: ", "可能："),
    Modality.DENIED: ("Denied: ", "否认："),
    Modality.HISTORICAL: ("Background: ", "背景："),
}
_WORDS: dict[str, tuple[str, str]] = {
    "low": ("low", "低"),
    "medium": ("medium", "中"),
    "high": ("high", "高"),
    "critical": ("critical", "紧急"),
    "at": ("at", "于"),
    "to": ("to", "至"),
    "update": ("Update", "更新"),
    "withdrawn": ("Withdrawn: ", "已撤回："),
    "denied": ("Denied: ", "否认："),
    "what is new": ("What is new", "有何更新"),
    "first": ("first report", "首次报道"),
    "new_fact": ("new fact", "新的事实"),
    "denial": ("denial", "否认"),
    "correction": ("correction", "更正"),
    "withdrawal": ("withdrawn by its source", "来源已撤回"),
    "policy": ("another policy satisfied", "满足另一策略"),
    "source": ("another source", "新增来源"),
    "source_label": ("Source", "来源"),
    "other sources": ("Other sources", "其他来源"),
    "published": ("Published", "发布时间"),
    "undated": ("undated; received", "无日期；收到时间"),
    "delivered after": ("Delivered after", "送达用时"),
    "late": ("late: held by us for", "迟到：在我方滞留"),
    "amounts": ("Figures", "数字"),
    "policy_label": ("Policy", "策略"),
    "novelty": ("Novelty", "新颖度"),
    "never": ("nothing similar in the past year", "过去一年无类似事件"),
    "days ago": ("last similar event {days} days ago", "上次类似事件在{days}天前"),
    "in 7d": ("{count} similar in 7 days", "7天内类似事件{count}起"),
    "sources count": ("independent sources: {count}", "独立来源：{count}"),
    "reverses": ("Reverses alert", "逆转警报"),
    "held": ("Held by", "保留原因"),
    "quiet hours": ("quiet hours", "免打扰时段"),
    "digest": ("digest", "摘要"),
    "cap": ("the cap per hour", "每小时上限"),
    "instead of": ("Sent to you because {name} could not be reached", "因无法送达 {name}，改为发送给您"),
    "open article": ("Open article", "打开原文"),
    "delivery dead": ("Messages to {name} are not delivered", "无法送达 {name}"),
    "feedback": ("Useful, noise, late or wrong? Tell us", "有用、噪音、太迟还是错误？请告诉我们"),
    "since": ("Since", "开始于"),
    "look up": ("Look into it with `tocsin why` and the log", "请用 `tocsin why` 和日志查找原因"),
    "alert": ("Alert", "警报"),
    "revision": ("revision", "修订"),
    "digest of": ("Digest: {count} alerts", "摘要：{count} 条警报"),
    "more": ("and {count} more", "另有 {count} 条"),
    **KINDS,
    "relevance": ("relevance", "相关度"),
    "confidence": ("confidence", "置信度"),
    "sources": ("sources", "来源数"),
    "modality": ("modality", "情态"),
    "direction": ("direction", "方向"),
    "commodities": ("commodities", "商品"),
    "signal": ("signal", "信号"),
    "period": ("period", "周期"),
    "until": ("until", "截至"),
}
_GRADES = {
    "battery": ("battery-grade", "电池级"),
    "industrial": ("industrial-grade", "工业级"),
    "technical": ("technical-grade", "工业级"),
    "electronic": ("electronic-grade", "电子级"),
    "solar": ("solar-grade", "光伏级"),
    "metallurgical": ("metallurgical-grade", "冶金级"),
    "chemical": ("chemical-grade", "化工级"),
    "standard": ("standard-grade", "标准级"),
    "alloy": ("alloy-grade", "合金级"),
    "food": ("food-grade", "食品级"),
    "feed": ("feed-grade", "饲料级"),
    "nuclear": ("nuclear-grade", "核级"),
    "high-purity": ("high-purity", "高纯"),
}
"""Grades by use; others (`99.65%`, `1#`) are written as they are."""
_LEVELLED = frozenset({"up", "down", "flat"})
"""Directions that lead to a level; beside the others a level is just an amount."""

MAX_HEADLINE = 180
MAX_NAMES = 3


def word(key: str, language: Language, **values: object) -> str:
    """Return a word or phrase; an unknown key is shown as it is."""
    return _WORDS.get(key, (key, key))[language == "zh"].format(**values)


def headline(signal: Signal, glossary: Glossary, language: Language) -> str:
    """Write the fact in one line, with number and direction: `LME copper price down 2.3%, to 9,840 USD/t`."""
    fact = _fact(signal, language)
    numbers, level = _numbers(signal, language)
    period = say_period(_period(signal), language)
    gap = "" if language == "zh" else " "
    if language == "zh":
        tail = numbers + (f"（{period}）" if period else "") + level
    else:
        tail = " ".join(part for part in (numbers, period) if part) + level
    who = _who(signal, glossary, language)
    head = _what(signal, glossary, language)
    if head and language == "en" and not who:
        head = head[:1].upper() + head[1:]
    said = gap.join(part for part in (head, fact) if part)
    if tail:
        said += (gap if _leads_to_number(signal) else "，" if language == "zh" else ", ") + tail
    said += _way(signal, glossary, language)
    colon = "：" if language == "zh" else ": "
    line = (who + colon if who else "") + said
    line = _MODALITIES.get(signal.modality, ("", ""))[language == "zh"] + line
    return one_line(line, MAX_HEADLINE)


def _period(signal: Signal) -> str | None:
    """Return the period of the fact; of a contract only one from when to when: a date alone is that of its signing, its first delivery, a year's revenue."""
    if signal.type == "large_contract" and "/" not in (signal.period or ""):
        return None
    return signal.period


def _leads_to_number(signal: Signal) -> bool:
    """Tell whether the words run on into the number: down 7.84%, contract awarded USD 245 million, but halted, 30,000 t."""
    if signal.magnitude is None:
        return True
    return signal.direction in _LEVELLED or (
        signal.type in {"large_contract", "mna"} and signal.direction != "terminate"
    )


def figures(signal: Signal, language: Language) -> list[tuple[str, str]]:
    """Return every amount of the signal with its label."""
    return [(word(name, language), format_magnitude(amount, language)) for name, amount in signal.magnitudes.items()]


def _fact(signal: Signal, language: Language) -> str:
    unknown = f"{signal.type} {signal.direction}".replace("_", " ")
    fact = _FACTS.get(signal.type, {}).get(signal.direction, (unknown, unknown))[language == "zh"]
    if signal.measure is None:
        return fact
    if signal.type == "price_move":
        plain = ("price", "价格")[language == "zh"]
        return fact.replace(plain, _PRICES.get(signal.measure, (signal.measure, signal.measure))[language == "zh"], 1)
    measure = _MEASURES.get(signal.measure, (signal.measure, signal.measure))[language == "zh"]
    return f"{fact}（{measure}）" if language == "zh" else f"{fact} ({measure})"


def _numbers(signal: Signal, language: Language) -> tuple[str, str]:
    """Return the main amount, and the level it led to where that is another."""
    main = signal.magnitude
    if main is None:
        return "", ""
    amount = getattr(signal.magnitudes, main.kind, None)
    text = (
        format_magnitude(amount, language)
        if amount is not None
        else format_amount(Decimal(main.value), Decimal(main.value), main.unit, language)
    )
    gap = "" if language == "zh" else " "
    if main.kind == "level":
        leads = word("at" if signal.direction == "flat" else "to", language)
        return (f"{leads}{gap}{text}" if signal.direction in _LEVELLED else text), ""
    level = signal.magnitudes.level
    if level is None:
        return text, ""
    comma = "，" if language == "zh" else ", "
    return text, f"{comma}{word('to', language)}{gap}{format_magnitude(level, language)}"


def _way(signal: Signal, glossary: Glossary, language: Language) -> str:
    """Say by which countries the goods went."""
    names = [glossary.name("country", code, language) for code in (signal.route or "").split()[:MAX_NAMES]]
    if not names:
        return ""
    return f"（经{'、'.join(names)}）" if language == "zh" else f" via {' and '.join(names)}"


def say_grade(grade: str | None, language: Language) -> str:
    """Write a grade as the trade says it: battery-grade, 5500大卡, 99.65%."""
    if grade is None:
        return ""
    if grade.endswith("kcal"):
        return f"{grade[:-4]}大卡" if language == "zh" else f"{grade[:-4]} kcal"
    return _GRADES.get(grade, (grade, grade))[language == "zh"]


def _what(signal: Signal, glossary: Glossary, language: Language) -> str:
    names = [glossary.name("commodity", id_, language) for id_ in signal.commodities[:MAX_NAMES]]
    extra = len(signal.commodities) - MAX_NAMES
    joined = ("、" if language == "zh" else ", ").join(names)
    if extra > 0:
        joined += f"等{len(signal.commodities)}种" if language == "zh" else f" and {extra} more"
    forms = [glossary.name("form", id_, language) for id_ in signal.forms[:2]]
    gap = "" if language == "zh" else " "
    grade = say_grade(signal.grade, language)
    venue = glossary.name_of_any(("exchange",), signal.market, language) if signal.market and joined else None
    parts = [venue, grade, joined, *(form for form in forms if form not in joined)]
    return gap.join(part for part in parts if part)


def _who(signal: Signal, glossary: Glossary, language: Language) -> str:
    actors = [actor for actor in signal.actors if actor.role != "speaker"]
    if (
        signal.type == "price_move"
    ):  # an authority beside it is where the news came from, or why; a company sets a price
        actors = [
            actor for actor in actors if actor.id is None or glossary.name_of_any(("body",), actor.id, language) is None
        ]
    names = [
        (glossary.name_of_any(("company", "body"), actor.id, language) if actor.id else None) or actor.name
        for actor in actors[:2]
    ]
    if not names and signal.type != "price_move":
        names = _firms(signal)
    if not names and signal.place is not None:
        names = [glossary.name("place", signal.place, language)]
    if not names:
        names = [glossary.name("country", code, language) for code in signal.countries[:2]]
    return (" / ").join(dict.fromkeys(one_line(name, 60) for name in names))


def _firms(signal: Signal) -> list[str]:
    """Return firms that no lexicon knows; those in Latin letters, for where a Chinese name begins is a guess."""
    return [name.name for name in signal.names if name.kind == "firm" and name.name.isascii()][:2]
