"""Neutral words: what may stand before a noun and leaves open which goods it is about, so that they may be told elsewhere.

`Output fell` and `the Lone Hill mine` leave their goods to the text; `egg prices` does not.
"""

import re

from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Found

_WORD_BEFORE = re.compile(r"([a-z][a-z'-]*)(\W*)\Z")
_NEUTRAL = frozenset(
    "the a an its their his our your this that these those all any some both such same other each and or of in on for to as with from by "
    "at after while when if but that's which where than then also even spot cash forward average benchmark market domestic local global world "
    "world's worldwide international total overall daily weekly monthly quarterly annual yearly current recent new record national "
    "country's company's group's nation's mine mined refined primary secondary raw finished physical short-term long-term term futures "
    "overseas foreign export import exported imported retail wholesale selling official front-month month three-month cathode ingot "
    "concentrate ore metal metals mineral minerals commodity commodities first-half quarter first second third fourth half full-year "
    "higher lower rising falling increased reduced declining growing strong weak stable elevated high low soaring surging plunging said says "
    "planned expected combined aggregate net gross offer contract delivered cif fob ex-works social industrial investment physical seaborne "
    "until once before because though although unless whether since into over under against across around despite amid how what who whose per via "
    "would could should may might must will can has have had is are was were be been being not no let lets so yet however overall regional "
    "offshore onshore non-opec opec's opec+ additional extra further more less much most cut cuts raise lift boost increase reduce limit halt "
    "resume push pushed pushing drive driven sending send keep kept see seen saw as-is port exchange warehouse commercial visible apparent "
    "existing remaining ongoing working coming incoming outgoing running outstanding in-situ open-pit open-cut underground heap-leach dormant sole main largest smaller larger "
    "intermediate intermediates brine conversion leach flotation pilot demonstration flagship processing smelting consumer end-user downstream upstream supply production demand inventory stock driving sent support supporting supported".split()
)
_NEUTRAL |= frozenset(
    "january february march april june july august september october november december spring summer autumn winter monday tuesday wednesday "
    "thursday friday saturday sunday last next past morning evening overnight season season's own whole entire two three four five six seven eight nine ten dozen "
    "plant plants smelter smelters company group project site sites works hub basin state province provincial region district county field fields mill mills furnace "
    "furnaces kiln kilns pot potline line lines pit pits shaft shafts well wells rig rigs quarry colliery concentrator refinery refineries refiner refiners smelters producer "
    "producers member members alliance bloc cartel operator operators miner miners government ministry customs industry sector trade surplus spare idle sold unsold "
    "joint separate parallel peak base core key direct nearby distant old older fresh latest prior earlier later former present true forecast budget budgeted guidance "
    "regular calendar fiscal private state-run state-owned privately inland inshore marine deepwater underwater shallow-water wet dry bulk countrywide nationwide statewide "
    "year-to-date month-to-date day-ahead neighbour neighbouring attributable run-of-mine as-mined on-land land-based arctic north south east west central upper day night "
    "small smaller big bigger large-scale small-scale medium-sized many few various numerous certain sample surveyed polled in-plant in-works on-site in-house expect expects foresee foresees sees makes let lets put puts bring brings brought bringing grant grants granted granting set sets setting issue issues issued approve approves fix fixes lose loses lost take takes took "
    "haven safe-haven jewellery jewelry year week month half half-year two-year three-quarter tonnage name-plate nameplate installed rated gross-of everyday ordinary normal usual customary typical "
    "whereas lake lakes recycled leading top top-tier integrated non-integrated standalone think thinks thought believe believes reckon reckons predict predicts "
    "argue argues warn warns fear fears hope hopes assume assumes show shows find finds hear heard told knew learnt understands".split()
)
_THINGS = frozenset(
    "ev evs car cars suv suvs auto vehicle vehicles truck trucks battery chip chips pc tv led missile drone".split()
)
"""What works make of goods, whatever letters it is written in: a metal's shortage cuts EV output."""

_CLAUSE = (", ", ": ")
_ADJECTIVAL = (
    "'s",
    "s'",
    "ly",
    "al",
    "ous",
    "ive",
    "ic",
    "ary",
    "ed",
    "ish",
    "an",
    "ese",
    "ern",
    "able",
    "ible",
    "ine",
    "wide",
)
"""How words end that describe and do not name."""


def is_neutral(low: str, floor: int, start: int, found: Found, *, plain: str = "") -> bool:
    """Tell whether the word before a noun leaves open what the noun is about; in the `plain` text a name does, too."""
    match = _WORD_BEFORE.search(low, max(floor, start - 40), start)
    if match is None:
        return True
    word = match[1]
    if word in _THINGS:
        return False
    if match[2].startswith(_CLAUSE) or "\n" in match[2]:
        return True  # a line begins with the noun, or a clause begins with the noun: `as a result, output fell`
    if (
        word in _NEUTRAL
        or word.endswith(_ADJECTIVAL)
        or word.startswith(("end-", "mid-", "ex-", "low-", "lower-", "high-", "higher-"))
        or word.endswith(
            ("-end", "-quarter", "-half", "-month", "-year", "-day", "-week", "-date", "-run", "-based", "-held")
        )
    ):
        return True
    place = match.start(1)
    if plain and place > floor and plain[place].isupper():
        return True  # output of a place or works: `in May Harrow output fell`
    lists = (found.moves, found.countries, found.companies, found.bodies, found.commodities, found.forms)
    return any(hit.start <= place < hit.end for hits in lists for hit in hits)


_WORD = re.compile(r"[a-z0-9][\w.+'’-]*")


def leaves_open(text: str) -> bool:
    """Tell whether a few words before a noun all leave open what it is about: `end-May`, `the remaining port`."""
    words = _WORD.findall(text)
    return len(words) <= FEW and all(
        word in _NEUTRAL or word[0].isdigit() or word.endswith(_ADJECTIVAL) or word.startswith(("end-", "mid-", "q"))
        for word in words
    )


FEW = 4
"""Words that may stand before a noun that opens a sentence."""

_SITES = re.compile(
    r"(?:mine|smelter|refinery|plant|project|field|mill|quarry|colliery|shaft|pit|complex|operations?|facility|furnace|kiln|concentrator|autoclave|potline|roaster|works)s?"
)
_SITE_NAME = re.compile(r"(?:^|[ (])[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)* \Z")


def is_named_site(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a noun is a place of work with its name: `the Lone Hill mine`, whose goods the text has told before."""
    if scene.sentence.chinese or _SITES.fullmatch(scene.low, start, end) is None:
        return False
    plain = scene.folded.plain
    return plain[start].islower() and _SITE_NAME.search(plain, max(scene.sentence.start, start - 40), start) is not None


_STORES = re.compile(r"(?:vault|warehouse|shed|tank|silo|depot)s?|storage")


def is_store(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a noun is a store with the name of its place, which keeps any goods: `Basel vaults held 900 t of silver`."""
    if scene.sentence.chinese or _STORES.fullmatch(scene.low, start, end) is None:
        return False
    return _SITE_NAME.search(scene.folded.plain, max(scene.sentence.start, start - 40), start) is not None
