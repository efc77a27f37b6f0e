"""Dealing: what a sentence tells of several goods, or for two periods, in one row is a fact of each by itself.

`铅、锌分别上涨120元和80元` are two facts, and so are `铅、锌分别涨1%、跌2%` and `产量同比、环比分别下降3%和1%`. Numbers are dealt only where
there are as many of them as there are goods; in English only where `respectively` says so or the row follows right behind the
move: `tin and zinc lost $90 and $14`, or where each of the goods has its weight right beside it: `12 tonnes of tin and 4 tonnes of zinc`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.detect.calendar.periods import find_periods
from tocsin.detect.findings.weighed import DEEDS, weighed_row, weight_beside
from tocsin.detect.quantities.amount import OF_GOODS, unit_class
from tocsin.detect.quantities.amounts import Amount, parse_amount
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Hit

_JOINT = re.compile(
    r"\s*(?:[、,/]|和|及|与|以及)+\s*(?:(?:分别|各)?(?:为|约|近|逾|超|达)*)?\s*\Z"
    r"|(?:,? and|,)(?: by| to| at| about| around| some| nearly| almost)* \Z"
)
"""What stands between the numbers of one row."""
_RESPECTIVELY = re.compile(r"\brespectively\b")
"""What deals in English as many numbers to as many goods: `zinc and tin rose 1% and 2% respectively`."""
_EACH = re.compile(r"分别|各自|依次")
_PERIODS = re.compile(r"(同比|环比)(?:和|、|及|与|/|,)(同比|环比)(?:均|都)?(?:分别|各)?(?:均|都)?[^,;。]{0,4}\Z")


def deal(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts of a sentence, those of several goods split where each of the goods has its own number or move."""
    if not scene.sentence.chinese and any(draft.type in DEEDS for draft in drafts):
        drafts = _deal_weights(drafts, scene, "quantity")
        drafts = _deal_weights(drafts, scene, "value")
    if all(len(draft.commodities) < 2 for draft in drafts):
        return drafts
    drafts = [part for draft in drafts for part in _deal_own_weights(draft, scene)]
    if not scene.sentence.chinese and not scene.says(_RESPECTIVELY):
        return [part for draft in drafts for part in (_deal_numbers(draft, scene) if _opens_row(draft) else [draft])]
    drafts = _deal_moves(drafts, scene) if scene.sentence.chinese else _deal_list(drafts, scene)
    return [part for draft in drafts for part in _deal_numbers(draft, scene)]


def _deal_weights(drafts: list[Draft], scene: Scene, meaning: str) -> list[Draft]:
    """Return the drafts of a sentence, a deed in goods that are each told by their weight or worth as one of each of them."""
    row = weighed_row(scene.amounts, scene.found.commodities, scene.low, worth=meaning == "value")
    if not row:
        return drafts
    places, out, dealt = {amount.place for _, amount in row}, [], set()
    for draft in drafts:
        told = draft.amounts.get(meaning)
        if draft.type not in DEEDS or told is None or told.place not in places:
            out.append(draft)
        elif (draft.type, draft.direction) not in dealt:
            dealt.add((draft.type, draft.direction))
            out += [_of_one(draft, hit, {**draft.amounts, meaning: amount}, scene) for hit, amount in row]
    return out


def _deal_own_weights(draft: Draft, scene: Scene) -> list[Draft]:
    """Give each of several goods the weight that stands right beside it: `sell 30,000 tonnes of zinc and 20,000 of tin`, 铜3万吨、铝9万吨."""
    taken = {amount.place: name for name, amount in draft.amounts.items() if amount.kind in OF_GOODS}
    goods = _goods(draft, scene) if taken and len(draft.commodities) > 1 else []
    weights = [
        weight
        for hit in goods
        if (weight := weight_beside(hit, scene.amounts, scene.low, chinese=scene.sentence.chinese)) is not None
    ]
    name = next((taken[weight.place] for weight in weights if weight.place in taken), None)
    if name is None or len(weights) != len(goods) or len({weight.place for weight in weights}) != len(goods):
        return [draft]
    return [
        _of_one(draft, hit, {**draft.amounts, name: weight}, scene) for hit, weight in zip(goods, weights, strict=True)
    ]


RIGHT_BEHIND = 16
"""Characters between an English move and the row of numbers that tells it of each of its goods."""


def _opens_row(draft: Draft) -> bool:
    """Tell whether a number stands right behind an English move of several goods."""
    if len(draft.commodities) < 2:
        return False
    return any(0 <= amount.place[0] - draft.candidate.end <= RIGHT_BEHIND for amount in draft.amounts.values())


def deal_periods(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts of a sentence, split where one tells two numbers for two comparisons: 同比、环比分别下降3%和1%."""
    if not scene.sentence.chinese:
        return drafts
    return [part for draft in drafts for part in _deal_periods(draft, scene)]


def _deal_numbers(draft: Draft, scene: Scene) -> list[Draft]:
    goods = _named(draft, scene)
    rows = _rows(draft, len(goods), scene, goods[-1].end) if len(goods) > 1 else {}
    if len(goods) > 1 and not rows and not scene.sentence.chinese:
        rows = _strewn_rows(draft, len(goods), scene, goods[-1].end)
    if not rows:
        return [draft]
    kept = _others(draft, rows)
    if "level" in draft.candidate.pack.pack.amounts and "level" not in rows:
        rows |= _levels(draft, len(goods), scene, goods[-1].end, rows)
        kept.pop("level", None)
    return [
        _of_one(draft, hit, {**kept, **{name: row[at] for name, row in rows.items()}}, scene)
        for at, hit in enumerate(goods)
    ]


def _others(draft: Draft, rows: dict[str, list[Amount]]) -> dict[str, Amount]:
    """Return the amounts of a draft that stand in no row."""
    taken = {amount.place for row in rows.values() for amount in row}
    return {name: amount for name, amount in draft.amounts.items() if amount.place not in taken}


def _levels(
    draft: Draft, count: int, scene: Scene, after: int, rows: dict[str, list[Amount]]
) -> dict[str, list[Amount]]:
    """Return the row of levels before the move: `铅、锌分别报1.7万元和2.2万元,分别上涨50元和120元`."""
    classes = draft.candidate.pack.pack.amounts["level"]
    taken = {amount.place for row in rows.values() for amount in row}
    for amount in scene.amounts:
        if not after <= amount.start < draft.candidate.start or unit_class(amount.unit) not in classes:
            continue
        row = _row(amount, scene.amounts, scene.low)
        if len(row) == count and amount.place not in taken:
            return {"level": row}
    return {}


def _deal_moves(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Give each of several goods its own move, where as many moves follow `分别`: 铅、锌分别涨1%、跌2%."""
    groups: dict[tuple[str, tuple[int, ...]], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault((draft.type, tuple(hit.start for hit in draft.commodities)), []).append(draft)
    done: dict[int, Draft] = {}
    for group in groups.values():
        goods = _goods(group[0], scene)
        group.sort(key=lambda draft: draft.candidate.start)
        first = group[0].candidate.start
        if (
            len(goods) == len(group) > 1
            and goods[-1].end <= first
            and _EACH.search(scene.low, goods[-1].end, first)
            and len({draft.direction for draft in group}) > 1
        ):
            done |= {
                id(draft): _of_one(draft, hit, draft.amounts, scene) for draft, hit in zip(group, goods, strict=True)
            }
    return [done.get(id(draft), draft) for draft in drafts]


_LISTED = re.compile(r"(?:,|,? and|,? as well as) (?:[a-z-]+ ){0,2}")
"""What stands between the goods of one English row: `pig iron, crude steel and finished steel`."""


def _deal_list(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Give each of several goods its own of the numbers of several moves: `fell by 2%, 4%, and rose by 1%, respectively`."""
    groups: dict[tuple[str, tuple[int, ...]], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault((draft.type, tuple(hit.start for hit in draft.commodities)), []).append(draft)
    done: dict[int, list[Draft]] = {}
    for group in groups.values():
        group.sort(key=lambda draft: draft.candidate.start)
        goods = _named(group[0], scene)
        if len(group) == 1 or len(goods) == 1 or any(goods[-1].end > draft.candidate.start for draft in group):
            continue
        rows = [_changes(draft, scene) for draft in group]
        if not all(row for _, row in rows) or sum(len(row) for _, row in rows) != len(goods):
            continue
        left = iter(goods)
        for draft, (name, row) in zip(group, rows, strict=True):
            kept = {key: told for key, told in _others(draft, {name: row}).items() if key != "level"}
            done[id(draft)] = [_of_one(draft, next(left), {**kept, name: amount}, scene) for amount in row]
    return [part for draft in drafts for part in done.get(id(draft), [draft])]


def _changes(draft: Draft, scene: Scene) -> tuple[str, list[Amount]]:
    """Return the row of changes that a draft opens, with its meaning; an empty one where it tells none."""
    for name in ("change", "change_by"):
        if name in draft.amounts:
            return name, _row(draft.amounts[name], scene.amounts, scene.low)
    return "", []


def _named(draft: Draft, scene: Scene) -> list[Hit]:
    """Return the goods of a draft as its sentence lists them in English, one kind as often as it is named: `crude steel and finished steel`."""
    goods = _goods(draft, scene)
    if scene.sentence.chinese or not goods:
        return goods
    run: list[Hit] = []
    for hit in scene.found.commodities:
        if run and _LISTED.fullmatch(scene.low, run[-1].end, hit.start) is None:
            if any(one.start == goods[0].start for one in run):
                break
            run = []
        run.append(hit)
    return run if {hit.id for hit in run} == {hit.id for hit in goods} else goods


def _goods(draft: Draft, scene: Scene) -> list[Hit]:
    """Return the goods that the sentence itself names for a draft, each once."""
    inside = [h for h in draft.commodities if scene.sentence.start <= h.start < scene.sentence.end]
    return list({hit.id: hit for hit in inside}.values()) if len(inside) == len(draft.commodities) else []


def _of_one(draft: Draft, hit: Hit, amounts: dict[str, Amount], scene: Scene) -> Draft:
    forms = [form for form in scene.found.forms if 0 <= form.start - hit.end <= 1]
    return replace(draft, commodities=[hit], amounts=dict(amounts), forms=forms)


def _rows(draft: Draft, count: int, scene: Scene, after: int) -> dict[str, list[Amount]]:
    """Return, by meaning, the rows of as many numbers as there are goods that begin with a number of the draft."""
    found: dict[str, list[Amount]] = {}
    for name, amount in draft.amounts.items():
        row = _row(amount, scene.amounts, scene.low)
        if len(row) == count and amount.start >= after:
            found[name] = row
    return found


def _strewn_rows(draft: Draft, count: int, scene: Scene, after: int) -> dict[str, list[Amount]]:
    """Return, by meaning, the numbers that stand among others before `respectively`, as many as there are goods: `falling 1% to $40 and 2% to $50, respectively`."""
    told = _RESPECTIVELY.search(scene.low, after, scene.sentence.end)
    if told is None:
        return {}
    found: dict[str, list[Amount]] = {}
    for name, amount in draft.amounts.items():
        kind = unit_class(amount.unit)
        row = [
            other
            for other in scene.amounts
            if amount.place[0] <= other.place[0] < told.start()
            and (unit_class(other.unit) == kind or {unit_class(other.unit), kind} == {"money", "price"})
            and not scene.low.startswith("(", other.place[0] - 1)
            and scene.low.rfind("(", after, other.place[0]) <= scene.low.rfind(")", after, other.place[0])
        ]
        if amount.start >= after and len(row) == count:
            found[name] = [_like(amount, other, scene.low) for other in row]
    return found


def _row(first: Amount, amounts: Sequence[Amount], low: str) -> list[Amount]:
    """Return the numbers of one kind that follow each other from a given one, which must open the row."""
    at = next((i for i, amount in enumerate(amounts) if amount.place[0] == first.place[0]), -1)
    if at < 0 or (at and _are_joined(amounts[at - 1], amounts[at], low)):
        return []
    row, left = [first], amounts[at]
    for amount in amounts[at + 1 :]:
        if not _are_joined(left, amount, low):
            break
        row.append(_like(first, amount, low))
        left = amount
    classes = {unit_class(amount.unit) for amount in row}
    return row if len(classes) == 1 or classes == {"money", "price"} else []


def _are_joined(left: Amount, right: Amount, low: str) -> bool:
    classes = (unit_class(left.unit), unit_class(right.unit))
    return (
        (classes[0] == classes[1] or set(classes) == {"money", "price"})
        and left.place[1] <= right.place[0]
        and _JOINT.match(low[left.place[1] : right.place[0]]) is not None
    )


def _like(first: Amount, amount: Amount, low: str) -> Amount:
    """Return an amount of money as a price where the first of its row has what the price is for from another place."""
    if amount.unit == first.unit or len(first.spans) == 1 or not first.unit.startswith(f"{amount.unit}/"):
        return amount
    spans = (amount.spans[0], first.spans[1])
    again = parse_amount("".join(low[start:end] for start, end in spans))
    return amount if again is None or again.unit != first.unit else again._replace(spans=spans, sign=amount.sign)


def _deal_periods(draft: Draft, scene: Scene) -> list[Draft]:
    """Return a draft told for two periods in one row as two, each with its number: `同比、环比分别下降3%和1%`."""
    candidate = draft.candidate
    told = scene.says_before(_PERIODS, candidate.start, 20)
    if told is None:
        return [draft]
    rows = _rows(draft, 2, scene, candidate.end)
    if not rows:
        return [draft]
    periods = find_periods(scene.low, told.start(1), told.end(2))
    pair = [(period.value, period.span) for period in periods if period.value in {"YoY", "MoM", "QoQ", "WoW"}]
    if len(pair) != 2:
        return [draft]
    others = [told_of for told_of in draft.periods if told_of[0] not in {"YoY", "MoM", "QoQ", "WoW"}]
    kept = _others(draft, rows)
    return [
        replace(
            draft,
            amounts={**kept, **{name: row[at] for name, row in rows.items()}},
            periods=[*others, period],
        )
        for at, period in enumerate(pair)
    ]
