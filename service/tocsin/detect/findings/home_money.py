"""Home money: the sums of a text of Taiwan's own, whose 元 is Taiwan's dollar."""

from collections.abc import Iterable

from tocsin.detect.quantities.taiwan import home_of, in_taiwan_dollars
from tocsin.detect.scenes.drafts import Draft


def take_home_money(drafts: Iterable[Draft], stored: str, low: str) -> None:
    """Give the sums in bare 元 the money of the place where the text was written."""
    priced = [d for d in drafts if d.sentence.chinese and any(a.unit.startswith("CNY") for a in d.amounts.values())]
    home = home_of(stored, low) if priced else None
    if home is None:
        return
    for draft in priced:
        start, end = draft.sentence.start, draft.sentence.end
        draft.amounts = {
            name: in_taiwan_dollars(amount, home, low, start, end) for name, amount in draft.amounts.items()
        }
