"""Unpinned facts: told below the headline, once, without a number, and nothing else to hold them to the goods of the text.

Among candidates of articles that no rule had been written after, those that borrow their goods and say neither how much nor who,
where or when were wrong three times of four: rules of thumb, wishes, reasons, headings (`when prices fall, patience pays`).
So were, where the headline names other goods than stand beside them, works and output and, in Chinese, every move
(`冲突推高了粮食价格`). Elsewhere works that stop, measures, contracts and stocks are right more often, and stay; borrowed prices do not,
save where the sentence before told what the same price did, and this one says when: `Zinc fell on Monday. Prices recovered on Thursday.`
"""

from collections.abc import Iterable, Sequence

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.texts.chinese import FEED
from tocsin.detect.topics.topic import Memory
from tocsin.messages import Modality

UNPINNED = "told in passing: nothing says how much, who, where or when"
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


def only_pinned(drafts: Sequence[Draft], low: str, memory: Memory) -> list[Draft]:
    """Return the drafts that something holds to the goods of the text."""
    return [draft for draft in drafts if not _is_unpinned(draft, low, memory) or _goes_on(draft, drafts)]


def _goes_on(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether an English price that borrows its goods goes on from the one told right before it, and says on which day."""
    if draft.sentence.chinese or draft.type != "price_move" or not draft.day:
        return False
    return any(
        other.type == draft.type
        and not other.carried
        and bool(other.day or other.amounts)
        and other.sentence.paragraph == draft.sentence.paragraph
        and 0 <= draft.sentence.order - other.sentence.order <= 1
        and not set(other.ids).isdisjoint(draft.ids)
        for other in drafts
        if other is not draft
    )


def _is_unpinned(draft: Draft, low: str, memory: Memory) -> bool:
    """Tell whether nothing holds a fact to the article's goods.

    What is denied, background or told twice is not asked.
    """
    order = draft.sentence.order
    if order == 0 or draft.modality in {Modality.DENIED, Modality.HISTORICAL}:
        return False
    if not draft.commodities:
        return draft.type in _FIRMS_OWN and order > _LEAD
    if draft.amounts or draft.also:
        return False
    if draft.carried and draft.type == "price_move":
        return True
    if _is_pinned(draft) or _means_them(draft, low):
        return False
    return _is_loose(draft) if draft.carried else _is_aside(draft, memory)


def _is_loose(draft: Draft) -> bool:
    """Tell whether a fact with borrowed goods is of a type that alone says little."""
    heading = draft.candidate.nominal and not draft.sentence.chinese  # `Force majeure.`
    return draft.type not in _HELD and (heading or draft.direction not in _ACTS)


def _is_aside(draft: Draft, memory: Memory) -> bool:
    """Tell whether a fact beside goods of its own is told in passing, since the headline is about other goods."""
    if (
        not memory.title_ids
        or memory.title_ids & memory.groups
        or not _family(memory.title_ids, memory).isdisjoint(_family(draft.ids, memory))
    ):
        return False
    told = draft.type in _HELD or draft.direction in _ACTS
    return draft.type == "production_change" or (draft.sentence.chinese and not told)


def _family(ids: Iterable[str], memory: Memory) -> set[str]:
    """Return goods with all that they are kinds of: who reads of Brent reads of WTI."""
    return {name for id_ in ids for name in (id_, *memory.ancestors(id_))}


def _is_pinned(draft: Draft) -> bool:
    """Tell whether a fact says who, where or when."""
    if draft.companies or draft.bodies or draft.countries or draft.periods or draft.day or draft.until:
        return True
    return any(name.kind in _NAMED for name in draft.names)


def _means_them(draft: Draft, low: str) -> bool:
    """Tell whether a Chinese noun names the goods of the text by what they are: 对矿石的需求."""
    subject = draft.candidate.subject
    return subject is not None and FEED.search(low, max(0, subject.start - 8), subject.start) is not None
