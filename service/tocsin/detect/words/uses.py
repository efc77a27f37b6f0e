"""Uses: goods that a sentence names only to say what others are for: `rare earths used to make magnets have rallied`."""

import re

from tocsin.detect.texts.text import Folded
from tocsin.detect.words.hits import Found, Hit

_USED_FOR = re.compile(
    r"(?: \([a-z]{1,5}\))?,?(?: (?:an?|the) [a-z-]+)?(?: (?:which|that) (?:is|are))? (?:[a-z]+ly )?(?:[a-z]+ )?used (?:[a-z]+ly )?"
    r"(?:to (?:make|produce|manufacture|build|harden|strengthen|power|coat|purify)|in (?:the )?(?:production|manufacture|making|manufacturing) of|in making|for making|in) "
    r"(?:(?!and\b)[a-z'’-]+,? ){0,5}"
)
_FAR = 90
"""Characters between goods and what they are used for."""


def part_uses(found: list[Found], folded: Folded) -> None:
    """Take goods for what others are used to make, where no word of movement stands between the two."""
    for item in found:
        if len(item.commodities) > 1 and " used " in folded.low[item.commodities[0].end : item.commodities[-1].start]:
            item.commodities = [hit for hit in item.commodities if not _is_use(hit, item, folded.low)]


def _is_use(hit: Hit, item: Found, low: str) -> bool:
    before = max((other.end for other in item.commodities if other.end <= hit.start and other.id != hit.id), default=-1)
    if not before >= 0 or hit.start - before > _FAR or _USED_FOR.fullmatch(low, before, hit.start) is None:
        return False
    return not any(before <= move.start and move.end + 1 < hit.start for move in item.moves)  # strong magnets
