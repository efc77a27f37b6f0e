"""Scene: a sentence with its hits, which measures how far they are apart, and the candidates found in it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeVar

from tocsin.detect.quantities.amounts import Amount, find_amounts
from tocsin.detect.quantities.defined_units import in_defined_units
from tocsin.detect.quantities.notes import with_rows
from tocsin.detect.texts.chinese import NO_PRICE, QUOTES, is_earlier, is_start
from tocsin.detect.texts.dateline import dateline_end
from tocsin.detect.texts.lazily import lazily
from tocsin.detect.texts.text import Folded, Sentence, holds_any
from tocsin.detect.words.clauses import (
    RELATIVE,
    drop_between_dashes,
    drop_brackets,
    drop_clauses,
    find_causes,
    find_clauses,
)
from tocsin.detect.words.hits import Found, Hit, StandIn
from tocsin.detect.words.names import Name, find_names
from tocsin.messages import Span
from tocsin.rules.lexicon import SITE
from tocsin.rules.loader import LoadedPack

Value = TypeVar("Value")

DASH = 10.0
"""What a dash costs, which parts two clauses more than a comma does."""

LIMIT = 14.0
"""Farthest a subject may stand from its word of movement."""

FAR = 1000.0
"""What parts two words that do not belong together."""

LIKEWISE = "move.likewise"
"""The rule by which a later price went with the first one's: no other amount is its own."""

UNSAID = "move.unsaid"
"""The rule by which a price moved whose goods only the text around its sentence tells."""

OWN_OBJECT = re.compile(
    r" (?:the|a|an|its|their|his|our|this|these|any|all|some|more|new) (?!(?:than|further|few|little|bit|touch|notch|peg|whisker|shade|fraction|tad|hair|cent|dollar|dime|couple|good|fifth|tenth|third|quarter|half|percent|full|net|hefty|massive|huge|record|staggering|total|combined|whopping|mere|sharp|modest|most|day|week|month|year|session|spring|summer|autumn|winter|morning|afternoon|evening|season|decade|time|weekend|past|previous|highest|lowest|same|average|first|second|third|fourth)\b)"
    r"| (?:(?:strategic|national|state|official|defen[cs]e|emergency|government) )+(?:reserves?|stockpiles?)\b"
    r"| (?:(?:production|output|sales|annual|full-year|yearly|cost|capex|20\d\d) )*(?:guidance|capex|dividends?|workforce|jobs)\b"
)

_FIGURES = b" .0123456789"
"""What adds nothing to the distance in a Chinese text."""

_GROUPED = re.compile(r",(?<=\d,)(?=\d{3})")

_ROW = re.compile(r", (?:and )?")

_SHORT_FOR = re.compile(r" \((?:the )?[\"'“‘”][\w .&-]{1,24}[\"'’”]\)")
"""What a release will call a thing from here on, which parts nothing: `antidumping duties (“AD”) of 41%`."""
_PARENTHETIC = re.compile(
    r", at (?:about |around |just |only )?[$€£¥]?\d(?:[^,;]|(?<=\d),(?=\d)){0,32},|, (?:however|too|also|meanwhile|though|instead|in turn|by contrast|in contrast|on the other hand|of course|as expected|for example|for instance),"
)
"""An adverb or a price between commas, which parts nothing: `stocks of zinc, however, rose`, `futures, at $2,400, were 2% down`."""

_LONG_WORD = re.compile(r"[A-Za-z][a-z]{3,}")

_PARTING = (" - ", " – ", " — ", " -- ")
"""Dashes that part two clauses."""


CARRIED = "move.carried"
"""The rule by which a quantity goes on with the stocks or output that the sentence before has counted."""


@dataclass(slots=True)
class Candidate:
    """A rule that fired: the trigger's span, the subject's, and what the trigger already says."""

    pack: LoadedPack
    rule: str
    """The name of its frame or phrase, or how it moved: `move.verb`, `move.compared`."""
    direction: str
    start: int
    end: int
    subject: Hit | None = None
    """What moves; frames and phrases have none."""
    measure: str | None = None
    measure_span: tuple[int, int] | None = None
    modality: str | None = None
    """What the rule itself says of it, whatever stands around."""
    meant: str | None = None
    """The goods that its words mean where the sentence names none and the text has."""
    act: bool = True
    """Whether its words tell a deed; else one must stand near them."""
    cost: float = 0.0
    """How far its words stand apart, in words; more than `LIMIT` is too far."""
    bare: bool = False
    """Whether goods, a price or a firm stand for a noun of what moves."""
    nominal: bool = False
    """Whether its word of movement is a noun or an adjective: `a cut`, `higher`."""
    parts: tuple[Hit, ...] = ()
    """The words of its frame."""
    asked: frozenset[str] = frozenset()
    """Kinds of amounts that the frame needs, which the slots fill."""
    fallback: "Candidate | None" = None
    """What its words tell where it does not get them: a frame that asks for none."""
    commodities: list[Hit] = field(default_factory=list)
    given: dict[str, Amount] = field(default_factory=dict)
    """Amounts whose meaning the rule itself knows."""
    spent: tuple[Amount, ...] = ()
    """Amounts that the rule has used up, so that no slot takes them."""
    needs_commodity: bool = True
    """Whether it is no signal without goods."""
    unsaid: bool = False
    """Whether a frame that needs its goods stands in a sentence that leaves them unsaid."""
    spoken: bool = False
    """Whether its commodities are those that the text around its sentence speaks of."""
    counted: bool = False
    """Whether a number without a unit says by how much it moved: 收报16420涨85."""
    extent: tuple[int, int] = field(init=False)
    """The span from the first to the last word of the trigger."""
    type: str = field(init=False)
    """The signal type of its pack."""

    def __post_init__(self) -> None:
        """Read extent and type once; they are asked for a dozen times."""
        start, end, subject = self.start, self.end, self.subject
        if subject is not None:
            start, end = min(start, subject.start), max(end, subject.end)
        for hit in self.parts:
            start, end = min(start, hit.start), max(end, hit.end)
        self.extent = (start, end)
        self.type = self.pack.pack.signal


_PER_CENT = re.compile(r"(?<=[\d½¼¾])(?: per cent| percent| pct| pc| %)(?![a-z])")
"""A percent sign in words, which parts two others no farther than the sign does."""


class Scene:
    """A sentence with its hits; it measures how far two places are apart."""

    def __init__(self, folded: Folded, sentence: Sentence, found: Found) -> None:
        self.folded = folded
        self.low = folded.low
        self.sentence = sentence
        self.found = found
        self._moves = [hit.start for hit in found.moves]
        self._small: bool | None = None
        self._gaps: dict[tuple[int, int, float], float] = {}
        self._said: dict[int, re.Match[str] | None] = {}
        self._done: dict[Callable[[Scene], Any], Any] = {}
        self.trades: Mapping[str, tuple[str, ...]] = {}
        """What each company of the lexicon deals in."""
        self.stand_in: StandIn | None = None
        """What a pronoun that opens the sentence stands for."""
        self.subjects: list[Hit] = []
        """The subjects that count here: an ambiguous one needs its commodity beside it."""

    @lazily
    def barriers(self) -> list[Hit]:
        """The cues that part a word from what stands behind them."""
        return self.found.cue("barrier")

    @lazily
    def _breaks(self) -> list[int]:
        """Where the cues stand that open another clause."""
        return sorted([hit.start for hit in self.found.cue("break")])

    def is_named(self, hit: Hit) -> bool:
        """Tell whether a word is part of a name: it has a capital in a sentence where the other words have none."""
        plain = self.folded.plain
        if self.sentence.chinese or not plain[hit.start].isupper() or hit.start - self.sentence.start < 2:
            return False
        if self._small is None:
            words: list[str] = _LONG_WORD.findall(plain, self.sentence.start, self.sentence.end)
            self._small = 2 * sum([word[:1].isupper() for word in words]) < len(words)
        return self._small

    @lazily
    def dateline(self) -> int:
        """Where the dateline of the sentence ends; its start where it has none."""
        return dateline_end(self.folded, self.sentence)

    @lazily
    def asides(self) -> list[Span]:
        """The relative clauses and appositions of an English sentence, between their commas, where something stands before; the causes of a Chinese one."""
        start, end = self.sentence.start, self.sentence.end
        found = (find_causes if self.sentence.chinese else find_clauses)(self.low, start, end)
        if not found:
            return []
        named = min([h.start for h in (*self.found.commodities, *self.found.subjects)], default=end)
        return [aside for aside in found if named < aside[0] or self.low.startswith(RELATIVE, aside[0] + len(", "))]

    @lazily
    def quotes(self) -> list[Hit]:
        """The prices of goods in a Chinese sentence, which stand for the word: `锌锭报2.2万元/吨,涨200元`."""
        return [
            Hit(amount.start, amount.end, "quote", "", None)
            for amount in (self.amounts if self.sentence.chinese else ())
            if (
                (amount.kind == "price" and not amount.unit.endswith("/count"))
                or (amount.kind == "money" and self.low.endswith(QUOTES, 0, amount.start))
            )
            and not is_start(self.low, *amount.place)
            and not is_earlier(self.low, self.sentence.start, *amount.place)
            and amount.sign >= 0
            and not NO_PRICE.search(self.low[max(self.sentence.start, amount.start - 16) : amount.start])
        ]

    @lazily
    def names(self) -> list[Name]:
        """The names that no lexicon knows, read when first asked for."""
        return find_names(self.folded, self.sentence, self.found)

    @lazily
    def firms(self) -> list[Hit]:
        """The companies, those of the lexicon and those that may be ones by their name, in the order of the text."""
        unknown = [
            Hit(name.start, name.end, "firm", "", None)
            for name in self.names
            if name.kind != "site" and not self.low.startswith(")", name.end)
        ]  # what stands alone in brackets only abbreviates: 3,020 silver ounces (SEOs)
        return sorted([*self.found.companies, *unknown], key=lambda hit: hit.start)

    @lazily
    def sites(self) -> list[Hit]:
        """The goods of the mines and works that are named, which stand for them where the sentence names none: `Escondida`."""
        return [hit._replace(kind="commodity", data=None) for hit in self.found.hints if hit.data == SITE]

    @lazily
    def named(self) -> list[Hit]:
        """The commodities within names, those of parties that stand in no lexicon too: `Penrith Tungsten`."""
        others = (*self.found.countries, *self.found.bodies)
        plain, found = self.folded.plain, self.found
        sure = [hit for hit in found.doubted if _ENDS_NAME.match(plain, hit.end)]  # by their name: `Orion Gold`
        named = (
            []
            if self.sentence.chinese
            else [_with_name(hit, self) for hit in sorted([*found.commodities, *sure], key=lambda hit: hit[:2])]
        )
        if self.names_pumper:
            named += [
                Hit(*name.span(), "named", "crude_oil", OF_FIRM)
                for name in _PETROLEUM.finditer(plain, self.sentence.start, self.sentence.end)
            ]
        return self.found.named + [
            hit for hit in named if hit and not any(hit.start < o.end and o.start < hit.end for o in others)
        ]

    @lazily
    def producers(self) -> list[Hit]:
        """The companies as the goods that they stand for in a deal: those that two of them share, else what each deals in above all."""
        dealers = [
            hit
            for hit in self.found.companies
            if self.trades.get(hit.id)
            and not _PART_OF.match(self.low, hit.end)
            and not self.says_before(_SELLER, hit.start, 8)
        ]
        return [Hit(hit.start, hit.end, "named", self._trade_of(hit, dealers), OF_FIRM) for hit in dealers]

    def _trade_of(self, firm: Hit, dealers: Sequence[Hit]) -> str:
        others = {goods for hit in dealers if hit.id != firm.id for goods in self.trades[hit.id]}
        own = self.trades[firm.id]
        return next((goods for goods in own if goods in others), own[0])

    @lazily
    def names_pumper(self) -> bool:
        """Whether an English sentence may name a firm after petroleum, which no lexicon lists as goods."""
        start, end = self.sentence.start, self.sentence.end
        return not self.sentence.chinese and self.folded.plain.find(" Petroleum", start, end) >= 0

    @lazily
    def amounts(self) -> list[Amount]:
        """The sentence's amounts, read when first asked for."""
        found = find_amounts(self.low, self.sentence.start, self.sentence.end)
        if self.sentence.chinese:
            found = with_rows(found, self.low, self.sentence.start, self.sentence.end)
        else:
            found = in_defined_units(found, self.low, self.sentence.start, self.sentence.end)
        goods = self.found.commodities
        return [
            a for a in found if not any(h.start <= a.start and a.end <= h.end for h in goods)
        ]  # 三元 in 三元前驱体 is no money

    @lazily
    def kinds(self) -> frozenset[str]:
        """The kinds of the sentence's amounts."""
        return frozenset([amount.kind for amount in self.amounts])

    def says(self, words: re.Pattern[str]) -> re.Match[str] | None:
        """Return where the sentence first has such words, searched for once, however many candidates ask."""
        said, key = self._said, id(words)  # a pattern's own hash reads its whole code each time
        if key not in said:
            said[key] = words.search(self.low, self.sentence.start, self.sentence.end)
        return said[key]

    def says_before(self, words: re.Pattern[str], place: int, within: int | None = None) -> re.Match[str] | None:
        """Return where such words stand before a place of the sentence, begun no more than so many characters before it."""
        start = self.sentence.start
        return words.search(self.low, start if within is None else max(start, place - within), place)

    def once(self, work: Callable[["Scene"], Value]) -> Value:
        """Return what is worked out of a sentence, once however many candidates ask."""
        done = self._done
        if work not in done:
            done[work] = work(self)
        value: Value = done[work]
        return value

    def gap(self, left: int, right: int, dash: float = DASH) -> float:
        """Return the distance from the end of one hit to the start of the next; 0 when they touch or overlap."""
        if right <= left:
            return 0.0
        known = self._gaps.get((left, right, dash))
        if known is None:
            known = self._gaps[left, right, dash] = self._measured(left, right, dash)
        return known

    def _measured(self, left: int, right: int, dash: float) -> float:
        """Return how far two places are apart: words, or pairs of characters in Chinese, and more for marks and new clauses."""
        text, chinese = self.low[left:right], self.sentence.chinese
        if text == " " and not chinese:
            return 0.0  # word by word
        if "(" in text:
            text = drop_brackets(_SHORT_FOR.sub("", text))
        cost = 0.0
        breaks = bisect_left(self._breaks, right) - bisect_left(self._breaks, left) if self._breaks else 0
        aside = [(a, b) for a, b in self.asides if left <= a and b <= right] if chinese else []
        if aside:
            breaks -= sum(bisect_left(self._breaks, b) - bisect_left(self._breaks, a) for a, b in aside)
        commas = text.count(",") if "," in text else 0
        if commas:
            if commas > 1 and not chinese:
                breaks -= self._breaks_aside(left, right)
                text = drop_clauses(_PARENTHETIC.sub(" ", text))
                commas = text.count(",")
            commas -= len(_GROUPED.findall(text))
            commas -= 0 if chinese or commas <= 0 else min(commas, self._commas_of_rows(left, right))
        if not chinese and ("-" in text or not text.isascii()) and holds_any(text, _PARTING, 0, len(text)):
            text = drop_between_dashes(text)
            cost += dash if holds_any(text, _PARTING, 0, len(text)) else 0.0
        cost += 4.0 * breaks + 3.0 * commas
        if ";" in text or "。" in text:
            cost += 8.0 * (text.count(";") + text.count("。"))
        if chinese:
            figures = text.encode("ascii", "ignore")
            within = sum(b - a for a, b in aside)
            return cost + 0.5 * max(0, len(text) - within - len(figures) + len(figures.translate(None, _FIGURES)))
        words = text.count(" ") - (1 if text[0] == " " else 0)
        if " per" in text or " pc" in text:
            words -= sum(told.count(" ") for told in _PER_CENT.findall(text))
        return cost + max(0, words) + (0 if text == " " else 0.25)

    def _commas_of_rows(self, left: int, right: int) -> int:
        """Count the commas between two places that only part goods of one row: `bans gallium, germanium and antimony exports`."""
        row = [hit for hit in self.found.commodities if left <= hit.start and hit.end <= right]
        return sum(_ROW.fullmatch(self.low, one.end, two.start) is not None for one, two in pairwise(row))

    def _breaks_aside(self, left: int, right: int) -> int:
        """Count the breaks within relative clauses and appositions between two places, which part nothing."""
        asides = find_clauses(self.low, left, right) if self._breaks else []
        return sum(bisect_left(self._breaks, end) - bisect_left(self._breaks, start) for start, end in asides)

    def moves_between(self, a: Hit, b: Hit) -> int:
        """Count the words of movement that begin between two hits."""
        left, right = min(a.end, b.end), max(a.start, b.start)
        count = bisect_left(self._moves, right) - bisect_left(self._moves, left)
        if count > 0:
            count -= sum(
                any(start < move < end for start, end in self.asides) for move in self._moves if left <= move < right
            )
        return max(0, count)

    def between(self, a: Hit | Candidate, b: Hit | Candidate) -> float:
        """Return the distance of two hits, whichever stands first."""
        return self.gap(a.end, b.start) if a.end <= b.start else self.gap(b.end, a.start) if b.end <= a.start else 0.0

    def apart(self, a: Span, b: Span) -> float:
        """Return the distance of two spans, whichever stands first."""
        return self.gap(a[1], b[0]) if a[1] <= b[0] else self.gap(b[1], a[0]) if b[1] <= a[0] else 0.0


_PROPER = re.compile(r"(?:[A-Z][\w'’-]+ )+\Z")
"""Capitalised words right before a commodity: a name that it belongs to."""


_ENDS_NAME = re.compile(
    r"(?: (?:Mining|Mines|Mills|Resources|Co|Corp|Corporation|Ltd|Limited|Inc|Incorporated|Minerals|Metals|Group|Holdings|PLC|Plc|plc|Exploration|Explorations|NL|SA|AG|AB|Oy)\b)*"
    r"(?:[.,;:)]|$|(?:(?<=Ltd)|(?<=Inc)|(?<=plc)|(?<=PLC)|(?<=Corp)) of\b|['’]s (?:board|shareholders|holders|directors|takeover|acquisition|merger)\b| (?:bid|takeover|acquisition|merger|buyout)\b| (?:for|in|from|at|with|after|as|to|on|by|worth|under|through|via|and|[a-z]+ly|will|would|is|are|has|have|had|said|says|call(?:s|ed) off|agree[sd]?|reject(?:s|ed)?|rebuff(?:s|ed)|spurn(?:s|ed)|shareholders|holders|an? (?:indirect )?wholly)\b)"
)
"""What follows a weak word of goods that ends a name which is dealt in: `buys Orion Gold for $2 billion`, not `Orion Gold members`."""


OF_FIRM = "firm"
"""What marks goods that only the name of a firm tells, which counts in deals alone."""
_SELLER = re.compile(r"(?<!away)(?<!out)(?<!back) from \Z")
"""Who sells is not what is sold, though one may walk away from it."""
_PART_OF = re.compile(
    r"(?:['’]s?)?(?: (?!(?:in|for|from|to|and|as|with|after|on|at|by)\b)[\w&.'’-]+){0,4} (?:units?|stations?|business(?:es)?|divisions?|assets?|operations|subsidiar(?:y|ies)|plants?|refiner(?:y|ies)|arms?|brands?|stores|sites?|offices?|buildings?|shares?|stock|bonds?|notes|debt|options|power lines?|trucks?|cargo(?:es)?|sales)\b"
    r"|,? (?:and|&) co\b| [a-z]+ (?:and|&) co\b"
)
"""What follows a company of which only a part is bought, or whose name goes on."""
_PETROLEUM = re.compile(
    r"(?<!of )\b[A-Z][a-z]+ Petroleum\b(?! (?:Authority|Ministry|Reserve|Resources Group|Institute|Council))"
)
"""A firm called after what it pumps: `Brunel Petroleum`."""


def _with_name(hit: Hit, scene: Scene) -> Hit | None:
    """Return a capitalised commodity with the last word of the name before it; None where it is goods."""
    plain = scene.folded.plain
    if not plain[hit.start].isupper():
        return None
    name = _PROPER.search(plain, max(scene.sentence.start, hit.start - 40), hit.start)
    if name is None:
        return None
    last = plain.rfind(" ", name.start(), hit.start - 1) + 1
    return Hit(max(last, name.start()), hit.end, "named", hit.id, None)
