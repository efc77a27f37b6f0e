"""Doublets: what one sentence tells twice.

A contract with and without its size, a plan of one forecaster, a stop with what is lost by it, a purchase that is a reserve, exports that
a state bars or a mishap stops.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.messages import Modality


def one_contract(told: list[Draft]) -> list[Draft]:
    """Keep, of the contracts that one English sentence tells of the same goods, those with an amount; else the first."""
    made = [d for d in told if d.type == "large_contract" and d.direction != "terminate"]
    ended = {d.ids for d in told if d.candidate.rule.startswith("talks-on-")}
    dropped = {id(draft) for draft in made if draft.ids in ended}  # what the talks that ended were about
    if len(made) < 2:
        return [draft for draft in told if id(draft) not in dropped]
    for ids in {draft.ids for draft in made}:
        same = [draft for draft in made if draft.ids == ids]
        best = [draft for draft in same if draft.amounts] or same[:1]
        dropped |= {id(draft) for draft in same} - {id(draft) for draft in best}
    return [draft for draft in told if id(draft) not in dropped]


_TOUCHED = re.compile(
    r"\b(?:after|having|before) (?:earlier |briefly )?(?:touch|hit|reach|climb|ris|scal|fall|sink|slid|dropp)(?:ing|ed) (?:to |at )?(?:as (?:high|low) as )?(?:an? |its )?(?:[\w-]+ (?:high|low|peak) of )?(?:about |around |nearly )?\Z"
)
"""What makes of a price one that the same move only touched: `was last 0.4% higher after touching $1,420, its highest since 2014`."""


def without_touched(told: list[Draft], low: str) -> list[Draft]:
    """Leave out the price that a move touched on its way, where the sentence tells that move with a change or a price of its own."""
    prices = [d for d in told if d.type == "price_move"]
    touched = [d for d in prices if d.amounts.keys() == {"level"} and _is_touched(d, low)]
    own = [d for d in prices if d.amounts.keys() & {"change", "change_by"}]
    spare = {id(d) for d in touched if any(o.ids == d.ids and o.direction == d.direction for o in own)}
    return [draft for draft in told if id(draft) not in spare]


def _is_touched(draft: Draft, low: str) -> bool:
    place = draft.amounts["level"].place[1]
    start = low.rfind("$", draft.sentence.start, place)
    return start >= 0 and _TOUCHED.search(low, max(draft.sentence.start, start - 64), start) is not None


_ANOTHER_VIEW = re.compile(r"[,;、][^,;。\d]{1,16}?(?:预计|预测|预期|预估|认为|估计|料)")
"""What begins the view of another forecaster: `,北岭期货预计下调120元`."""


def one_forecast(told: list[Draft], low: str) -> list[Draft]:
    """Keep, of what several forecasters expect of the same thing in one sentence, the first view."""
    kept: list[Draft] = []
    for draft in told:
        first = next((d for d in kept if _expects_same(d, draft)), None)
        if first is None or _ANOTHER_VIEW.search(low, first.candidate.end, draft.candidate.start) is None:
            kept.append(draft)
    return kept


def _expects_same(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts expect the same move of the same goods."""
    return (
        one.modality is other.modality is Modality.EXPECTED
        and (one.type, one.direction, one.ids) == (other.type, other.direction, other.ids)
        and one.candidate.end <= other.candidate.start
    )


_AGAIN = re.compile(r"\bre-?(?:start|open|commission)|\bback\b|复产|重启|恢复|重新")
"""What makes of works that start old ones."""


def without_restarts(kept: list[Draft], low: str) -> list[Draft]:
    """Drop new sources of supply that are works started again, which another draft says with the same words."""
    again = [
        d.candidate.extent
        for d in kept
        if d.type == "production_change"
        and d.direction == "resume"
        and _AGAIN.search(low, d.candidate.start - 1, d.candidate.end)
    ]
    return [
        d
        for d in kept
        if d.type != "supply_source"
        or d.direction != "new"
        or not _AGAIN.search(low, d.candidate.start - 1, d.candidate.end)
        or not any(start < d.candidate.end and d.candidate.start < end for start, end in again)
    ]


def without_starts_again(kept: list[Draft], low: str) -> list[Draft]:
    """Drop a new source that the same Chinese clause tells as works taken up again, 复产线将于11月投料, and a restart after which it came."""
    again = [d for d in kept if d.type == "production_change" and d.direction == "resume"]
    came = {d.ids for d in kept if d.type == "supply_source" and d.direction != "loss"}
    spare = {id(d) for d in again if d.ids in came and low.startswith("后", d.candidate.end)}
    kept, again = [d for d in kept if id(d) not in spare], [d for d in again if id(d) not in spare]
    return [
        d
        for d in kept
        if d.type != "supply_source"
        or d.direction != "new"
        or not any(o.ids == d.ids and _in_one_clause(o, d, low) for o in again)
    ]


_ADDED = re.compile(r"年?(?:新增|增加|增)产能?|新增产能")


def starts_with_room(kept: list[Draft], low: str) -> list[Draft]:
    """Give a new Chinese source what the rest of its sentence says it adds, which is no second fact: 二期投产,新增产能200万吨/年."""
    spare: set[int] = set()
    for new in kept:
        if new.type != "supply_source" or new.direction != "new" or new.amounts:
            continue
        for more in kept:
            added = more.amounts.get("change_by") or more.amounts.get("level")
            if (more.type, more.direction) != ("production_change", "up") or added is None:
                continue
            start, end = more.candidate.start, more.candidate.end
            if set(more.ids) & set(new.ids) and new.candidate.end <= start and _ADDED.fullmatch(low, start, end):
                new.amounts["capacity" if added.kind == "rate" else "quantity"] = added
                spare.add(id(more))
                break
    return [draft for draft in kept if id(draft) not in spare]


def ended_with_size(kept: list[Draft]) -> list[Draft]:
    """Give a contract that a Chinese sentence ends the size that it tells of its signing, which is no contract besides: 终止签署的年供5万吨协议."""
    deals = [draft for draft in kept if draft.type == "large_contract"]
    ended = [draft for draft in deals if draft.direction == "terminate" and not draft.amounts]
    spare: set[int] = set()
    for end in ended:
        for signed in deals:
            if signed.direction != "terminate" and signed.modality is Modality.DENIED and signed.ids == end.ids:
                end.amounts = dict(signed.amounts)
                spare.add(id(signed))
                break
    return [draft for draft in kept if id(draft) not in spare]


def _in_one_clause(one: Draft, other: Draft, low: str) -> bool:
    first, last = sorted((one.candidate.extent, other.candidate.extent))
    return not any(mark in low[first[1] : last[0]] for mark in ",;。")


def as_takeover(kept: list[Draft]) -> list[Draft]:
    """Drop a Chinese contract that the same verb tells as the taking of a stake, which takes its money: 以3亿美元取得30%权益,并签订承购协议."""
    stakes = {d.candidate.start: d for d in kept if d.type == "mna"}
    spare: set[int] = set()
    for deal in kept:
        stake = stakes.get(deal.candidate.start) if deal.type == "large_contract" else None
        if stake is not None and deal.candidate.rule == "award":
            spare.add(id(deal))
            if "value" in deal.amounts:
                stake.amounts.setdefault("value", deal.amounts["value"])
    return [draft for draft in kept if id(draft) not in spare]


def without_involved(drafts: list[Draft], low: str) -> list[Draft]:
    """Drop output that a headline's second part only says is involved in what its first part tells: 吊销采矿证 涉及年产能1400万吨."""
    lost = [d for d in drafts if d.type in {"supply_source", "production_change"} and d.sentence.chinese]
    return [
        d
        for d in drafts
        if d.candidate.rule != "affected"
        or not low.startswith("涉及", d.candidate.start)
        or not any(o is not d and o.ids == d.ids and o.sentence.paragraph == d.sentence.paragraph for o in lost)
    ]


_IDLED = re.compile(
    r"(?:此前|之前|先前|早前|前期|曾|已)?(?:关停|停产|停运|停炉|停槽|停工|闲置|封存|减产)(?:的|\d|产能|装置|电解槽|炉)"
)
"""What stands in the words of a restart and names what had stopped: 重启此前关停的65万吨产能."""


def without_idled(kept: list[Draft], low: str) -> list[Draft]:
    """Mark as background the stops that only name what their own clause tells as started again."""
    again = [d for d in kept if d.type == "production_change" and d.direction == "resume" and d.sentence.chinese]
    for draft in kept:
        stop = draft.type == "production_change" and draft.direction == "halt"
        if stop and any(_starts_it_again(other, draft, low) for other in again):
            draft.modality, draft.why = Modality.HISTORICAL, "background: what starts again"
    return kept


def _starts_it_again(again: Draft, stop: Draft, low: str) -> bool:
    start, end = again.candidate.end, stop.candidate.start
    if again.ids != stop.ids or not 0 <= end - start <= _OBJECT:
        return False
    return "," not in low[start:end] and _IDLED.match(low, max(start, end - 2)) is not None


_OBJECT = 10
"""Characters between a verb that starts works again and what they are."""
_AND_SO = re.compile(
    r"[^;。]{0,24}?(?:影响|减少|少|降低|损失|涉及)?[^,;。]{0,12}(?:月|日|年)?(?:产量|供应量?|产出)[^,;。]{0,10}\Z"
)
"""What stands between a stop and how much less it makes: `已全部停炉,月产量因此`."""


def stops_with_loss(kept: list[Draft], low: str) -> list[Draft]:
    """Give a stop the output that its own sentence says is lost by it, which is no second fact."""
    lost: set[int] = set()
    for stop in kept:
        if stop.type != "production_change" or stop.direction != "halt":
            continue
        chinese = stop.sentence.chinese
        for less in kept:
            near = 0 <= less.candidate.start - stop.candidate.end <= (_LOSS if chinese else _LOSS_EN)
            if not near or (less.type, less.direction, less.ids) != (stop.type, "down", stop.ids):
                continue
            between = low[stop.candidate.end : less.candidate.end]
            if not chinese:
                so = "change_by" in less.amounts and _AND_SO_EN.fullmatch(between)
            else:
                so = "change" not in less.amounts and _AND_SO.match(low[stop.candidate.end : less.candidate.start])
            if so:
                lost.add(id(less))
                stop.amounts = {**stop.amounts, **less.amounts}
    return [draft for draft in kept if id(draft) not in lost]


_LOSS_EN = 120
_AND_SO_EN = re.compile(
    r"[^.;:]*?,? (?:causing|cutting|reducing|slashing|lowering|trimming|curbing|costing|forcing|sending|which (?:has |have )?(?:cut|reduced|lowered|slashed)|and (?:cut|reduced|lowered|slashed|so cut))(?: [^.;:,]*)?"
)
"""What stands between an English stop and how much less is made for it: `shut two fields, causing the country's output to drop`."""
_LOSS = 40
"""Characters between a stop and what is lost by it."""


_FOR_RESERVE = re.compile(
    r"(?:战略|国家|国防)(?:物资|矿产)?储备[^,;。]{0,8}采购(?:合同|协议)|(?:中储粮|中储棉|华储网?|国家粮食交易中心)[^,;。]{0,24}(?:竞价|竞标|招标)(?:采购|收购)|(?:国防|国家|战略|中央|政府|央行)?储备(?:物资)?(?:采购|购买|收购|购入)|(?:采购|购买|收购|购入)[^,;。]{0,20}入库|\bfor (?:the|its|a) (?:[a-z]+ ){0,3}?(?:stockpile|reserve)\b"
)
"""What makes of a purchase one that a state stores."""


def as_reserve(kept: list[Draft], low: str) -> list[Draft]:
    """Drop demand and purchases that their own sentence tells as the building of a reserve, which takes the amounts: one deed."""
    stored = [d for d in kept if d.type == "stockpiling" and d.direction == "build"]
    if stored:
        kept = [d for d in kept if not (d.type == "demand_change" and d.direction == "up" and d.ids == stored[0].ids)]
        kept = _as_public_stock(kept, stored[0], low)
    if not stored or not _FOR_RESERVE.search(low, stored[0].sentence.start, stored[0].sentence.end):
        return kept
    goods = {id_ for draft in stored for id_ in draft.ids}
    bought = [d for d in kept if d.type == "large_contract" and d.direction in _BUYS and goods.issuperset(d.ids)]
    for deal in bought:
        known = stored[0].candidate.pack.pack.amounts
        for name, amount in deal.amounts.items():
            if name in known:
                stored[0].amounts.setdefault(name, amount)
    return [d for d in kept if not any(d is deal for deal in bought)]


_SAME_FLOW = {("loss", "tighten"), ("resume", "ease")}
"""What becomes of a source when exports are barred or let go."""


def without_barred_flows(kept: list[Draft]) -> list[Draft]:
    """Drop sources lost or back by a bare verb that are exports which their own sentence tells a state to have stopped or let go."""
    barred = [d for d in kept if d.type == "export_control" and not d.sentence.chinese]
    return [
        d
        for d in kept
        if d.type != "supply_source"
        or not d.candidate.rule.startswith("move.")
        or not any(
            ((d.direction, other.direction) in _SAME_FLOW or d.candidate.start == other.candidate.start)
            and d.sentence is other.sentence
            and d.ids == other.ids
            and d.candidate.extent[0] < other.candidate.extent[1]
            and other.candidate.extent[0] < d.candidate.extent[1]
            for other in barred
        )
    ]


_MISHAPS = frozenset(
    [
        "haulage-of-goods-held",
        "goods-loadings-held-up",
        "exports-stopped-by-mishap",
        "goods-exports-stopped-by-mishap",
        "force-majeure-on-deliveries",
        "loadings-held-up",
    ]
)
"""Rules of deliveries that stop because nothing can be shipped."""


def without_forced_bans(kept: list[Draft]) -> list[Draft]:
    """Drop bans on exports, and halts, that are a mishap's of which the same sentence tells: `suspended crude exports until the pipeline is mended`."""
    stopped = [d for d in kept if d.candidate.rule in _MISHAPS]
    return [d for d in kept if not any(_is_same_stop(d, other) for other in stopped)]


def _is_same_stop(draft: Draft, stopped: Draft) -> bool:
    """Tell whether a draft tells by a ban, or by a halt of what carries the goods, that deliveries stop."""
    if draft.sentence is not stopped.sentence or draft.ids != stopped.ids:
        return False
    start, end = stopped.candidate.extent
    halts = draft.type == "production_change" and start <= draft.candidate.start < end
    return halts or (draft.type, draft.direction) == ("export_control", "tighten")


_BUYS = frozenset(["purchase", "supply"])
_PUBLIC_STOCK = re.compile(r"(?:政府|国家|公共|战略|官方)(?:储备)?(?:库存|储备)|储备目标|储备量")


def _as_public_stock(kept: list[Draft], stored: Draft, low: str) -> list[Draft]:
    """Drop a change of stocks that a state holds, which is its reserve: `把铋的政府库存由30天提高到60天`; its days are the reserve's."""
    out: list[Draft] = []
    for draft in kept:
        own = draft.type == "inventory_change" and draft.direction == "up" and draft.ids == stored.ids
        if own and _PUBLIC_STOCK.search(low, draft.sentence.start, draft.sentence.end):
            days = draft.amounts.get("level")
            if days is not None and days.unit == "days":
                stored.amounts.setdefault("days", days)
            continue
        out.append(draft)
    return out
