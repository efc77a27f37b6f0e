"""Furnaces: what counted works that stop, start again or go under repair stand for: `3座高炉停产检修,日影响铁水产量0.9万吨`.

Surveys of Chinese works count furnaces and then say, in the next clause, what capacity or iron those make; that says more than how
many they are.
"""

import re
from collections.abc import Sequence

from tocsin.detect.quantities.amount import OF_GOODS, Amount
from tocsin.detect.quantities.shared_units import SENTENCE_END
from tocsin.detect.scenes.drafts import Draft

_DIRECTIONS = frozenset(["halt", "resume", "down"])
_STANDS_FOR = re.compile(
    r"(?:涉及|影响|合计影响|关联)(?:到)?(?:日均|日|正常|总|年)*(?:铁水|粗钢|钢材|生铁|电解铝|水泥)?(?:日均?)?(?:产能|产量|铁水)(?:合计|总计|共计|共|大约|约为|约在|约|为|在|达|近|超)*\Z"
)
_NEAR = 48
"""Characters from the word that stops the works to what they stand for."""


def count_furnaces(kept: Sequence[Draft], amounts: Sequence[Amount], low: str) -> None:
    """Give Chinese works that are only counted the goods that their own sentence says they make."""
    for draft in kept:
        if not draft.sentence.chinese or draft.type != "production_change" or draft.direction not in _DIRECTIONS:
            continue
        if draft.amounts.keys() - {"count"}:
            continue
        behind = draft.candidate.end
        for amount in amounts:
            start = amount.place[0]
            if (
                amount.kind not in OF_GOODS
                or not 0 < start - behind <= _NEAR
                or SENTENCE_END.search(low, behind, start)
            ):
                continue
            if _STANDS_FOR.search(low, behind, start):
                draft.amounts["change_by" if draft.direction != "resume" else "level"] = amount
                break
