"""Topic: what an article speaks of as a whole, and whether it speaks of trade in goods at all.

A Chinese text about phones, medicines or games names metals and moves as often as market news does. What it lacks is the
words of trade: tonnes, futures, output, warehouses.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tocsin.detect.drafts import Draft
from tocsin.detect.hits import Context, Found, Hit
from tocsin.detect.text import Folded, Sentence

MAIN = 0.4
"""Share of all mentions of commodities from which on the headline's is what the text is about."""
SHORT = 250
"""Characters below which a text is too short to be judged by its words."""
TRADE = 8
"""Words of trade in a thousand characters, below which a Chinese text speaks of other things."""
_GENERAL = frozenset("涨跌矿")
"""Words of trade that other texts use as often."""
_POLICY = frozenset(["export_control", "large_contract", "mna", "smuggling", "stockpiling"])
"""What is told in words of policy and law, not of trade."""


_ELSEWHERE = re.compile(
    r"\b(?:quarterbacks?|touchdowns?|playoffs?|play-offs?|midfielders?|goalkeepers?|strikers?|winger|defenders?|head coach|coach(?:es|ed)?|innings?|"
    r"home runs?|free agents?|rosters?|linebackers?|half-?time|penalty shootout|premier league|nba|nfl|nhl|mlb|fifa|uefa|semi-?finals?|"
    r"quarter-?finals?|tournaments?|championships?|standings|league|teammates?|goals?|scored|touchline|offense|pitchers?|batters?|wicket|"
    r"marathon|sprint|podium|olympics?|olympic|medallists?|athletes?|wrestler|boxer|knockout|"
    r"albums?|singers?|guitar(?:ist)?s?|drummer|concerts?|ballads?|lyrics|bands?|box office|starring|screenplay|premieres?|film|films|movie|"
    r"episodes?|sitcom|actors?|actress|theatre|audience|novel|novelist|poems?|paintings?|exhibition|gallery|museum|"
    r"recipes?|tablespoons?|teaspoons?|oven|simmer|garnish|marinate|chef|restaurant|menu|diners|"
    r"players?|quests?|loot|console|esports|gamers?|gameplay|"
    r"diet|workout|yoga|skincare|hairstyle|wedding|bride|jeweller|necklace|earrings|bracelet|fashion|runway)\b"
)
"""Words of sport, stage, kitchen and the like, which no market report has many of."""
ELSEWHERE = 4
"""Different words of that sort from which on an English text is about something else, unless it has more words of trade."""


@dataclass(slots=True)
class Memory:
    """What earlier sentences spoke of: the headline's commodities, and the last ones with their paragraph."""

    groups: frozenset[str] = frozenset()
    """Commodities that name many at once."""
    firms: Mapping[str, str] = field(default_factory=dict)
    """Companies that live by one commodity."""
    title_ids: frozenset[str] = frozenset()
    """Commodities that the headline names, in all its parts."""
    title: list[Hit] = field(default_factory=list)
    named: list[Hit] = field(default_factory=list)
    """The commodity within the names of the headline."""
    lead: list[Hit] = field(default_factory=list)
    """What the text speaks of first, for a headline that names no commodity."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often the text names each commodity."""
    topics: frozenset[str] = frozenset()
    """What the text speaks of more than once, or in its headline: what a paragraph may leave unsaid."""
    main: bool = True
    """Whether the headline's commodity is what the whole text is about, and not only a digest's first matter."""
    last: list[Hit] = field(default_factory=list)
    last_order: int = -99
    last_paragraph: int = -1
    last_end: int = 0

    def note(self, sentence: Sentence, commodities: list[Hit]) -> None:
        """Remember what a sentence speaks of, if that is one or two commodities and no group."""
        if topic := single([hit for hit in commodities if hit.id not in self.groups]):
            self.last, self.last_end = topic, topic[0].end
            self.last_order, self.last_paragraph = sentence.order, sentence.paragraph


def memory_of(
    sentences: Sequence[Sentence], found: Sequence[Found], groups: frozenset[str], firms: Mapping[str, str]
) -> Memory:
    """Return what is known of an article, sentence by sentence in `found`, before its first sentence is read."""
    goods = [each.commodities for each in found if each.commodities]
    counts = Counter([hit.id for commodities in goods for hit in commodities])
    headline = _headline(sentences, found)
    title = single([hit for hit in headline if hit.id not in groups])
    return Memory(
        groups=groups,
        firms=firms,
        title_ids=frozenset([hit.id for hit in headline]),
        title=title,
        named=single(found[0].named),
        lead=next((topic for commodities in goods if (topic := single(commodities))), []),
        counts=counts,
        topics=_repeated(goods) | {hit.id for hit in found[0].commodities},
        main=not counts or sum(counts[hit.id] for hit in title) >= MAIN * counts.total(),
    )


def single(commodities: Sequence[Hit]) -> list[Hit]:
    """Return, of one or two commodities, the one that is left first; none of more."""
    distinct = list({hit.id: hit for hit in reversed(commodities)}.values())
    return [distinct[-1]] if 1 <= len(distinct) <= 2 else []


def _headline(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Hit]:
    """Return the commodities that the parts of the headline name."""
    named: list[Hit] = []
    for sentence, each in zip(sentences, found, strict=True):
        if sentence.order > 0:
            break
        named += each.commodities
    return named


def _repeated(goods: Sequence[Sequence[Hit]]) -> frozenset[str]:
    """Return the commodities that two sentences speak of."""
    counts = Counter([id_ for commodities in goods for id_ in {hit.id for hit in commodities}])
    return frozenset([id_ for id_, n in counts.items() if n > 1])


def of_trade(
    drafts: list[Draft], hits: Sequence[Hit], contexts: Sequence[Context], folded: Folded, sentences: Sequence[Sentence]
) -> list[Draft]:
    """Return the drafts that stand: all of them, unless a Chinese article of more than a paragraph hardly speaks of trade.

    An English one need not, but must not speak of sport, stage or kitchen instead.
    """
    low = folded.low
    elsewhere = set(_ELSEWHERE.findall(low))
    if len(elsewhere) >= ELSEWHERE:
        trade = {low[start:end] for start, end, id_ in contexts if not id_} | {h.id for h in hits if h.kind == "market"}
        if len(elsewhere) > len(trade):
            return []
    chinese = sum(s.chinese for s in sentences) * 2 >= len(sentences)
    if sentences[-1].paragraph == 0 or len(low) < SHORT or not chinese:
        return drafts
    words = sum(not id_ and low[start:end] not in _GENERAL for start, end, id_ in contexts)
    words += sum(hit.kind == "market" for hit in hits)
    if words * 1000 >= TRADE * len(low):
        return drafts
    return [draft for draft in drafts if draft.type in _POLICY]
