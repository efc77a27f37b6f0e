"""Uses: goods that a sentence names only to say what others are for, or that it leaves out: `rare earths used to make magnets have rallied`."""

import re

from tocsin.detect.texts.text import Folded, holds_any
from tocsin.detect.words.hits import Found, Hit

_USED_FOR = re.compile(
    r"(?: \([a-z]{1,5}\))?,?(?: (?:an?|the) [a-z-]+)?(?: (?:which|that) (?:is|are))? (?:[a-z]+ly )?(?:[a-z]+ )?used (?:[a-z]+ly )?"
    r"(?:to (?:make|produce|manufacture|build|harden|strengthen|power|coat|purify)|in (?:the )?(?:production|manufacture|making|manufacturing) of|in making|for making|in) "
    r"(?:(?!and\b)[a-z'’-]+,? ){0,5}"
)
_FAR = 90
"""Characters between goods and what they are used for."""


def part_uses(found: list[Found], folded: Folded) -> None:
    """Take goods for what others are used to make, where no word of movement stands between the two, and leave out those it excepts."""
    for item in found:
        if item.commodities and holds_any(
            folded.low, _EXCEPTS, max(0, item.commodities[0].start - 32), item.commodities[-1].start
        ):
            item.commodities = [hit for hit in item.commodities if not _is_excepted(hit, folded.low)]
        if len(item.commodities) > 1 and " used " in folded.low[item.commodities[0].end : item.commodities[-1].start]:
            item.commodities = [hit for hit in item.commodities if not _is_use(hit, item, folded.low)]


_EXCEPTS = (" exclud", " except", "other than", "apart from", " not including", "exception of")
_EXCEPTED = re.compile(
    r"\b(?:excluding|excludes|excluded|except(?:ing)?(?: for)?|other than|apart from|not including|with the (?:notable )?exception of) (?:the |its |their )?(?:[a-z-]+ )?\Z"
)
_HAS_ITS_OWN = re.compile(r"[^,;.]{0,30}, (?:which|where|whose|of which)\b")


def _is_excepted(hit: Hit, low: str) -> bool:
    """Tell whether goods are those that a fact is not about, and nothing is told of them: `resumption of mining, excluding tin`."""
    if _EXCEPTED.search(low, max(0, hit.start - 40), hit.start) is None:
        return False
    return _HAS_ITS_OWN.match(low, hit.end) is None


def _is_use(hit: Hit, item: Found, low: str) -> bool:
    before = max((other.end for other in item.commodities if other.end <= hit.start and other.id != hit.id), default=-1)
    if not before >= 0 or hit.start - before > _FAR or _USED_FOR.fullmatch(low, before, hit.start) is None:
        return False
    return not any(before <= move.start and move.end + 1 < hit.start for move in item.moves)  # strong magnets
