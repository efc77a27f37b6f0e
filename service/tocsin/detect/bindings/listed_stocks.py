"""Listed stocks: `copper stocks rose` tells of shares where its sentence or headline is one of a stock exchange, else of metal in store.

A ticker, Hong Kong dollars, a session's opening or `collectively` beside it show which. What is counted by weight lies in store.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tocsin.detect.quantities.amount import OF_GOODS
from tocsin.detect.scenes.drafts import Draft
from tocsin.rules.loader import LoadedPack

_EXCHANGE = re.compile(
    r"\(\d{4,6}(?:\.(?:hk|sh|sz))?\)|\bhk\$|\bhong kong dollars\b|\bas of (?:press time|the time of writing)\b|\bcollectively\b|\bacross the board\b|\bdaily limit\b"
    r"|\b(?:in|during) (?:the )?(?:early|morning|afternoon|late) (?:trading|trade|session)\b|\bat the (?:open|opening bell|close)\b|\bshares\b|\bwall street\b|\bequit(?:y|ies)\b|\bprices? of (?:[a-z-]+ ){1,3}stocks\b|\bstock market\b|\btender(?: offer|s)? for\b|\btakeover\b|\bbuyout\b"
    r"|\b(?:best|worst|top)[ -]performing\b"
)
"""What tells of a stock exchange."""
_IN_STORE = re.compile(
    r"\b(?:lme|shfe|comex|warehouses?|exchange|ports?|social|bonded|visible|sheds|plants?|tonnes|tons|mt)\b"
)
"""What tells of a store."""
_OF_SHARES_ALONE = re.compile(
    r"(?: [a-z]+ly)? (?:rall(?:y|ies|ied)|rebound(?:s|ed)?|soar(?:s|ed)?|outperform\w*|underperform\w*|lead (?:gains|losses)|led (?:gains|losses|the)|gain(?:s|ed)? ground|sell off|sold off)\b"
)
"""What metal in store does not do: `copper stocks rally`."""
_ON_A_DAY = re.compile(
    r"(?: (?:in|across) (?:the )?[a-z.]+(?: [a-z.]+)?)? (?:jump|surge|soar|tumble|slump|plunge|sink|sank|climb|slide|slid)(?:s|ed|d)?(?: [a-z]+ly)?"
    r"(?: (?:intraday|premarket|in (?:premarket|after-hours|early|late) (?:trading|trade|dealings))| (?:on )?(?:monday|tuesday|wednesday|thursday|friday))\b"
)
"""What shares do within a day, and weekly counts of a store do not: `steel stocks jumped on Monday`."""
_OF_FIRMS = re.compile(
    r"\b(?:shares (?:of|in|rose|fell|gained|climbed|advanced|dropped|slid|were|are)|(?:miners|producers)['’] shares|mining index|wall street|nasdaq|s&p|ftse|dow jones|asx|price target|buy rating|market cap\w*)\b"
)
"""What shows below a headline that it speaks of shares."""
_LEAD = 500
"""Characters below a headline within which it shows."""
_HEADLINE = re.compile(
    r"\bstock market move\b|\bconcept (?:stocks|tracking)\b|\bstock concept\b|\bhk stocks?\b|\bstocks to watch\b|\bwall street\b"
)
"""What heads a text on shares."""


_PICKED = re.compile(
    r"\bstocks? (?:to|that|worth|for|you)\b|\bbest\b[^\n]{0,30} stocks?\b|\btop\b[^\n]{0,30} stocks?\b|\b(?:these|which|\d+|two|three|four|five|six|seven|eight|nine|ten)(?: [a-z-]+){0,3} stocks\b"
)
"""How a headline names shares that its writer picked, whose metal lies in no store: `4 top tin stocks to buy`."""


def without_picks(drafts: list[Draft], low: str, title_end: int) -> list[Draft]:
    """Return the drafts without those of a headline on picked shares, which tells of no stocks in store."""
    picked = _PICKED.search(low, 0, title_end)
    if picked is None or _IN_STORE.search(low, 0, title_end):
        return drafts
    return [d for d in drafts if d.type != "inventory_change" or d.amounts or d.sentence.start >= title_end]


def take_as_shares(drafts: Iterable[Draft], packs: Mapping[str, LoadedPack], low: str, title_end: int) -> None:
    """Turn the drafts that tell of a metal's stocks into those of its shares where the words around are a stock exchange's."""
    equity = packs.get("equity-move")
    if equity is None:
        return
    for draft in drafts:
        subject = draft.candidate.subject
        if draft.type != "inventory_change" or draft.sentence.chinese or subject is None:
            continue
        if not low.endswith("stocks", subject.start, subject.end) or any(
            a.kind in OF_GOODS for a in draft.amounts.values()
        ):
            continue
        start, end = draft.sentence.start, draft.sentence.end
        lead_end = title_end + _LEAD
        told = _IN_STORE.search(low, start, end) is None and (
            _OF_SHARES_ALONE.match(low, subject.end)
            or _ON_A_DAY.match(low, subject.end)
            or _HEADLINE.search(low, 0, title_end)
            or _EXCHANGE.search(low, start, end)
        )
        if told or (
            end <= title_end and _OF_FIRMS.search(low, end, lead_end) and not _IN_STORE.search(low, 0, lead_end)
        ):
            draft.become(replace(draft.candidate, pack=equity))
