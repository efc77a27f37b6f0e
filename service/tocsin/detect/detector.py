"""The detector: an article and rules make Findings. Total on any string; the same input gives the same output.

The order of work is that of the design: fold, sentences, one scan, and only sentences with a trigger go on to quantities,
binding, cues, relevance and merging.
"""

from collections.abc import Mapping, Sequence

from tocsin.detect.bindings.exported import take_as_sources
from tocsin.detect.bindings.listed_stocks import take_as_shares, without_picks
from tocsin.detect.bindings.owners import lend_owners
from tocsin.detect.explain import Explanation, Fates, explained
from tocsin.detect.findings.digests import weigh_releases
from tocsin.detect.findings.doublets import (
    without_barred_flows,
    without_forced_bans,
    without_involved,
)
from tocsin.detect.findings.ended import take_from_ended
from tocsin.detect.findings.headline_goods import deal_out
from tocsin.detect.findings.home_money import take_home_money
from tocsin.detect.findings.merging import merge
from tocsin.detect.findings.relevance import confidence, relevance, settle
from tocsin.detect.findings.sequel_steps import lend_steps
from tocsin.detect.findings.sequels import lend_sizes
from tocsin.detect.findings.signals import evidence_of, to_signal
from tocsin.detect.findings.spelt_out import spelt_out
from tocsin.detect.findings.targets import take_from_targets
from tocsin.detect.magnitudes.denominators import (
    lend_denominators,
)
from tocsin.detect.magnitudes.headed_units import take_headed_units
from tocsin.detect.modalities import past_years
from tocsin.detect.modalities.recalled import recall_stops
from tocsin.detect.modalities.rejected_reports import refute
from tocsin.detect.reader import Reader, Work
from tocsin.detect.refusals.beside_the_point import Headline
from tocsin.detect.refusals.unpinned import UNPINNED, only_pinned
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.texts.asides import find_asides
from tocsin.detect.texts.fingerprint import fingerprint
from tocsin.detect.texts.spaced_chinese import unspaced
from tocsin.detect.texts.text import fold, is_item, split_sentences
from tocsin.detect.texts.wrapped import unwrap
from tocsin.detect.topics import topic, trade
from tocsin.detect.topics.revenue import revenue_told
from tocsin.detect.words.hits import NOTHING
from tocsin.detect.words.matches import Hits, by_sentence, find_hits
from tocsin.detect.words.renumbered import renumbered, taking_room
from tocsin.messages import Article, Findings
from tocsin.rules import RulePack

DEFAULT_MARKET = "default"


class Detector:
    """Detects signals by one set of rules. `markets` maps a commodity to its market; others belong to the default one."""

    def __init__(self, rules: RulePack, markets: Mapping[str, str] | None = None) -> None:
        self.rules = rules
        self._markets = dict(markets or {})
        self._groups = frozenset(item.id for item in rules.lexicon.commodities.values() if item.group)
        self._firms = {c.id: only for c in rules.lexicon.companies.values() if (only := self._lives_by(c.commodities))}
        self._states = {c.id: c.goods for c in rules.lexicon.countries.values() if c.goods}
        self._reader = Reader(rules)

    def detect(self, article: Article, market: str = DEFAULT_MARKET) -> Findings:
        """Return what the article says in the market."""
        return self._findings(self._work(article, explain=False), market)

    def explain(self, article: Article, market: str = DEFAULT_MARKET) -> Explanation:
        """Return, sentence by sentence, what matched, what was bound, and why a candidate was dropped."""
        work = self._work(article, explain=True)
        fates = work.fates or Fates()
        sentences = enumerate(zip(work.sentences, work.found, strict=True))
        return Explanation(
            tuple(explained(work.folded, s, f, fates.steps(i, work.folded)) for i, (s, f) in sentences),
            self._findings(work, market),
        )

    def _work(self, article: Article, *, explain: bool) -> Work:
        """Read an article: all facts of its sentences, and then what the whole text makes of them."""
        folded = unspaced(unwrap(fold(article.text)))
        sentences = split_sentences(folded)
        told = find_hits(folded, self.rules)
        work = Work(article, folded, sentences, by_sentence(told, sentences, folded))
        work.fates = Fates() if explain else None
        held = [(index, found) for index, found in enumerate(work.found) if found is not NOTHING]
        triggered = {index for index, found in held if self._reader.is_triggered(found, sentences[index], folded.low)}
        if triggered or any(found.commodities for _, found in held):
            work.sentences = renumbered(sentences, work.found)
            self._look_over(work)
            self._reader.read(work, held, triggered)
            self._settle(work, told)
        return work

    def _look_over(self, work: Work) -> None:
        """Note what the headline and the text as a whole say of every sentence."""
        low, title_end = work.folded.low, work.sentences[0].end
        work.asides = find_asides(low)
        work.year = past_years.year_of(work.article, low)
        ancestors = self.rules.lexicon.ancestors
        work.memory = topic.memory_of(
            work.sentences, work.found, self._groups, self._firms, ancestors, low=work.folded.low
        )
        work.memory.states = self._states
        head_end = next((s.start for s in work.sentences if s.order), title_end)
        work.headline = Headline(low, max(title_end, head_end), work.memory.title_ids)

    def _settle(self, work: Work, told: Hits) -> None:
        """Judge the facts of a text against one another, merge those that are one, and lend them what others tell."""
        kept, low, ancestors = work.drafts, work.folded.low, self.rules.lexicon.ancestors
        starts = {sentence.start for draft in kept for sentence in (draft.sentence, *draft.also)}
        sentences, found = taking_room(work.sentences, work.found, starts)
        take_from_targets(kept, sentences, found, work.folded)
        take_as_sources(kept, self._reader.packs, low, ancestors)
        kept = without_involved(kept, low)
        kept = without_picks(kept, low, sentences[0].end)
        take_as_shares(kept, self._reader.packs, low, sentences[0].end)
        kept = without_forced_bans(without_barred_flows(kept))
        refute(kept, sentences, work.folded)
        recall_stops(kept, low)
        if kept:
            work.drafts = trade.of_trade(kept, told.hits, told.contexts, work.folded, sentences)
        self._weigh(work)
        traded = work.drafts
        work.drafts = take_from_ended(merge(deal_out(traded, ancestors), ancestors), low, ancestors)
        if work.fates is not None:
            work.fates.lose(kept, traded, "dropped, since the article hardly speaks of goods")
            work.fates.lose(traded, work.drafts, "told elsewhere too: one signal with that sentence")
        whole = work.drafts
        work.drafts = spelt_out(whole, self._groups)
        if work.fates is not None:
            work.fates.lose(whole, work.drafts, "told by its goods below")
        sized = lend_steps(work.drafts, sentences, low)
        if work.fates is not None:
            work.fates.lose(work.drafts, sized, "by how much the fact before it moved: one signal with that sentence")
        work.drafts = lend_sizes(sized, sentences, found, low, ancestors)
        lend_denominators(work.drafts, work.priced, low, ancestors)
        take_headed_units(work.drafts, low)
        lend_owners(work.drafts, sentences, found, work.folded)
        pinned = only_pinned(work.drafts, low, work.memory)
        if work.fates is not None:
            work.fates.lose(work.drafts, pinned, f"dropped: {UNPINNED}")
        work.drafts = pinned
        self._weigh_releases(work)
        take_home_money(work.drafts, work.article.text, low)
        settle(work.drafts, len(sentences))

    def _weigh_releases(self, work: Work) -> None:
        if work.drafts and not work.sentences[0].chinese:
            published = work.article.published_at.date() if work.article.dated else None
            weigh_releases(work.drafts, work.sentences[:12], work.speaker(), work.folded.low, published)

    def _lives_by(self, commodities: Sequence[str]) -> str | None:
        """Return the one commodity that a firm lives by: the first, where all others are forms of it; None where there are several."""
        if not commodities:
            return None
        first, *others = commodities
        return first if all(first in self.rules.lexicon.ancestors(other) for other in others) else None

    def _weigh(self, work: Work) -> None:
        counts = work.memory.counts
        total = counts.total() or 1
        for draft in work.drafts:
            draft.listed = is_item(work.folded.low, draft.sentence)
            share = sum([counts[id_] for id_ in draft.ids]) / total
            draft.relevance = relevance(draft, work.memory.title_ids, share)
            draft.confidence = confidence(draft)

    def _findings(self, work: Work, market: str) -> Findings:
        """Write down the facts of one market, each once."""
        article = work.article
        signals = [
            to_signal(draft, article, work.folded, self.rules)
            for draft in work.drafts
            if self._market_of(draft) == market
        ]
        unique = {signal.signal_id: signal for signal in reversed(signals)}
        return Findings(
            article_id=article.article_id,
            revision=article.revision,
            source=article.source,
            id=article.id,
            market=market,
            ingested_at=article.ingested_at,
            published_at=article.published_at,
            dated=article.dated,
            language=article.language,
            publisher=article.publisher,
            title=article.title,
            url=article.url,
            tier=article.tier,
            fingerprint=fingerprint(work.folded.low) if signals else "",  # compared only by who tells something
            signals=tuple(reversed(unique.values())),
            revenue=tuple(
                evidence_of(sentence, article, work.folded)
                for sentence in revenue_told(work.sentences, work.folded, signals)
            ),
        )

    def _market_of(self, draft: Draft) -> str:
        for id_ in draft.ids:
            for name in (id_, *self.rules.lexicon.ancestors(id_)):
                if name in self._markets:
                    return self._markets[name]
        return DEFAULT_MARKET


def detect(article: Article, rules: RulePack, market: str = DEFAULT_MARKET) -> Findings:
    """Detect once; who works on many articles keeps a Detector."""
    return Detector(rules).detect(article, market)
