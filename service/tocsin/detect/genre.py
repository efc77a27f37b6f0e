"""Genre: English texts whose headline says that they sell, sue or invite, whatever goods and moves they name.

Advertisements for market studies, notices of lawsuits and invitations to talks are written in the words of market news. Their
headlines have words of their own, which no report of a fact has.
"""

import re

_MARKET_STUDY = re.compile(
    r"\bmarket(?: size| value)?(?: is| are)?(?: expected| set| projected| poised| forecast| likely| anticipated| estimated)?"
    r" to (?:reach|hit|exceed|surpass|be worth|cross|garner|witness|grow (?:at|by|from|to))\b"
    r"|\bmarket (?:size|research report|report)\b|\bcagr\b|\bmarket (?:worth|valued at) "
)
_LAWSUIT = re.compile(
    r"\b(?:class action|law firm|(?:investor|shareholder|stockholder)s? (?:alert|notice|reminder)|(?:share|stock)holders who (?:lost|suffered|purchased)"
    r"|investors who (?:lost|suffered|purchased)|securities fraud)\b"
)
_INVITATION = re.compile(r"\b(?:webinar|register now|save the date|virtual event)\b")
_GENRES = (
    (_MARKET_STUDY, "an advertisement for a market study"),
    (_LAWSUIT, "the notice of a lawsuit"),
    (_INVITATION, "an invitation"),
)


def genre(low: str, end: int) -> str | None:
    """Return what kind of text a headline, up to `end`, announces where it tells no news; None for any other."""
    return next((name for pattern, name in _GENRES if pattern.search(low, 0, end)), None)
