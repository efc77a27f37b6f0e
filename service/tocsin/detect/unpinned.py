"""Unpinned facts: told below the headline, their goods borrowed from another sentence, and nothing else to hold them by.

Among candidates of articles that no rule had been written after, those that borrow their goods and say neither how much nor who,
where or when were wrong three times of four: rules of thumb, wishes, reasons, headings (`when prices fall, patience pays`).
Works that stop or start, measures, contracts and stocks are right more often, and stay; a bare move of prices never does.
"""

from tocsin.detect.chinese import FEED
from tocsin.detect.drafts import Draft
from tocsin.messages import Modality

UNPINNED = "its goods stand in another sentence, and nothing says how much, who, where or when"
"""Why such a draft is no signal."""
_ACTS = frozenset(["halt", "resume"])
"""What works do is an event without any number."""
_HELD = frozenset(["export_control", "large_contract", "inventory_change"])
"""Types that are news of the article's goods even where nothing else is told."""
_FIRMS_OWN = frozenset(["equity_move", "corporate_results"])
"""Types that need no goods, but are beside the point far down without any."""
_LEAD = 2
"""Sentences after the headline that are the lead."""
_NAMED = frozenset(["site", "firm"])
"""Names that say who or where; other words with a capital may be anything."""


def is_unpinned(draft: Draft, low: str) -> bool:
    """Tell whether nothing holds a fact to the article's goods. What is denied, background or told twice is not asked."""
    order = draft.sentence.order
    if order == 0 or draft.modality in {Modality.DENIED, Modality.HISTORICAL}:
        return False
    if not draft.commodities:
        return draft.type in _FIRMS_OWN and order > _LEAD
    if not draft.carried or draft.amounts or draft.also:
        return False
    if draft.type == "price_move":
        return True
    if draft.type in _HELD or _is_pinned(draft) or _means_them(draft, low):
        return False
    heading = draft.candidate.nominal and not draft.sentence.chinese  # `Force majeure.`
    return heading or draft.direction not in _ACTS


def _is_pinned(draft: Draft) -> bool:
    """Tell whether a fact says who, where or when."""
    if draft.companies or draft.bodies or draft.countries or draft.periods or draft.day or draft.until:
        return True
    return any(name.kind in _NAMED for name in draft.names)


def _means_them(draft: Draft, low: str) -> bool:
    """Tell whether a Chinese noun names the goods of the text by what they are: 对矿石的需求."""
    subject = draft.candidate.subject
    return subject is not None and FEED.search(low, max(0, subject.start - 8), subject.start) is not None
