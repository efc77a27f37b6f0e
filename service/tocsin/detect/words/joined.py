"""Joined goods: commodities of one row, by commas and conjunctions: `copper, zinc and tin`, 铅锌."""

import re

from tocsin.detect.words.hits import Found, Hit

_JOINT = re.compile(
    r"\s*(?:,?\s*(?:and|&|or|as well as|plus)\s+|,\s*|/|\s-\s|、|和|及|与|以及|或|暨)\s*(?:the\s+)?(?:(?:another |some |up to |about |around )?\d[\d.,]*(?: million| thousand)? (?:tonnes|tons|kg|kilos|kilograms|ounces|pounds|barrels|bushels|lb|mt|t) of )?\Z"
)
_WEIGHED_JOINT = re.compile(r"\d[\d.,]*[万亿千]?(?:吨|公斤|千克|桶|盎司)(?:、|,|和|及|与|以及)\Z")
"""What stands between two goods of a Chinese row that tells the weight of each: 铜3万吨、铝9万吨."""


_DUG = re.compile(
    r"-[a-z]| (?:(?!alloy|solder|batter|cell|plat)[a-z-]+ ){0,2}(?:mines?|projects?|operations?|deposits?|complex|smelters?|refiner(?:y|ies)|concentrators?|concentrates?|producers?|miners?|mining|ores?|output|production|prospects?|propert(?:y|ies)|discover(?:y|ies)|developments?|assets?|plants?|works|mill)\b"
)
"""What stands behind two metals joined by a hyphen that are dug or made side by side, and mixed in no alloy or cell: `copper-gold mine`."""
_BESIDE_LEAD = re.compile(r"zinc|silver|copper")
"""Metals that one word of lead holds as well: `lead-zinc`."""


def joined(hit: Hit, found: Found, low: str) -> list[Hit]:
    """Return the hit with those it is joined to by commas and conjunctions."""
    if hit not in found.commodities:
        return [hit]  # what a site is known for
    index = found.commodities.index(hit)
    chosen = [hit]
    left = hit
    for other in reversed(found.commodities[:index]):
        if other.start == left.start:
            continue  # one word, as goods and as a form of them: 锌锭
        if other.end > left.start or not _are_joint(other.end, left.start, low):
            break
        chosen.insert(0, other)
        left = other
    right = hit
    for other in found.commodities[index + 1 :]:
        if other.start == right.start:
            continue
        if other.start < right.end or not _are_joint(right.end, other.start, low):
            break
        chosen.append(other)
        right = other
    return _with_twins(chosen, low)


def _with_twins(chosen: list[Hit], low: str) -> list[Hit]:
    """Return goods with the metal that stands in one word with lead: `a lead-zinc mine`."""
    held = {hit.id for hit in chosen}
    if "lead" not in held:
        return chosen
    for hit in chosen:
        twin = _BESIDE_LEAD.search(low, hit.start, hit.end) if hit.id == "lead" else None
        if twin is not None and twin.group() not in held:
            return sorted([*chosen, hit._replace(start=twin.start(), end=twin.end(), id=twin.group())])
    return chosen


def _are_joint(left: int, right: int, low: str) -> bool:
    """Tell whether two goods are one row; Chinese may leave the mark out: 铅锌, 铜铝."""
    if left == right:
        return not low[left].isascii()
    between = low[left:right]
    if between == "-":
        return _DUG.match(low, _word_end(low, right)) is not None
    return _JOINT.match(between) is not None or _WEIGHED_JOINT.match(between) is not None


def _word_end(low: str, at: int) -> int:
    """Return where the word ends that begins there."""
    while at < len(low) and low[at].isalpha():
        at += 1
    return at
