"""Further duties: what the same measure sets for further goods: `will cut duties on soybeans to 26% from 33% and on corn to 9.5%`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.hits import Hit

_RATE = r"(?:[\d.]+ ?(?:%|pct?\b|per ?cent)|zero|nil)"
_AND_ON = re.compile(
    rf"{_RATE}(?: (?:from|against) {_RATE})?(?:,? (?:and|while|but)|,|;)(?: (?:that|those|the (?:duty|levy|tax|tariff|rate)|duties|levies|taxes))? (?:on|for) (?:the |crude |refined |raw |processed |its )*\Z"
)
"""What stands between a first rate and the goods that a further one is for."""
_TO = re.compile(r"(?: (?:exports|imports|shipments|products))? (?:to|at) ")
_ON = re.compile(r" (?:on|for) (?:the |crude |refined |raw |processed |its )*")
_AND_TO = re.compile(r"(?:,? (?:and|while|but)|,|;) (?:to )?\Z")
"""What stands before a further rate whose goods follow: `to 7.5% on palm oil and to 5% on nickel ore`."""


def find_further_duties(scene: Scene, amounts: Sequence[Amount], others: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield a candidate for each of the further goods of a duty that is set by a rate."""
    first = next((o for o in others if o.type == "export_control" and o.measure == "tariff" and o.direction), None)
    rates = [amount for amount in amounts if amount.kind == "percent"]
    if first is None or len(rates) < 2 or scene.sentence.chinese or len(scene.found.commodities) < 2:
        return
    floor = min(first.start, first.extent[0])
    for goods in scene.found.commodities[1:]:
        rate = next((amount for amount in rates[1:] if _is_rate_of(goods, amount, floor, scene)), None)
        if rate is not None:
            yield replace(
                first,
                rule="move.gapped",
                subject=goods,
                commodities=[goods],
                parts=(),
                cost=1.0,
                given={"level": rate},
                spent=(rate,),
            )


def _is_rate_of(goods: Hit, rate: Amount, floor: int, scene: Scene) -> bool:
    """Tell whether a rate is that of goods after the first, by the words around both."""
    low, (start, end) = scene.low, rate.place
    if goods.end <= start:
        return _TO.fullmatch(low, goods.end, start) is not None and _AND_ON.search(low, floor, goods.start) is not None
    return _ON.fullmatch(low, end, goods.start) is not None and _AND_TO.search(low, floor, start) is not None
