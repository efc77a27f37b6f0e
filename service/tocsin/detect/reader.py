"""Reading: the sentences of an article, in their order, each made into drafts of the facts that it tells.

Only a sentence in which something could begin a fact is worked on: its candidates, their amounts, what they are bound to, and
which of them are none. Later sentences know what earlier ones told.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import partial

from tocsin.detect.bindings import binding, parties
from tocsin.detect.bindings.implied import without_other_furnaces
from tocsin.detect.bindings.roles import as_told_by, parts_of
from tocsin.detect.bindings.stand_ins import MARKET, find_stand_in, opens_with_pronoun, opens_with_span
from tocsin.detect.bindings.users_chinese import users_goods
from tocsin.detect.ellipsis.counted import are_of_others, behind_semicolon, find_counted, goes_on
from tocsin.detect.ellipsis.counted_chinese import find_counted_chinese
from tocsin.detect.ellipsis.unsaid import all_unsaid, counts_goods, find_goods, find_unsaid, sums_told
from tocsin.detect.explain import Fates
from tocsin.detect.findings.details import add_details
from tocsin.detect.findings.doublets import (
    as_reserve,
    as_takeover,
    ended_with_size,
    one_contract,
    one_forecast,
    starts_with_room,
    stops_with_loss,
    without_idled,
    without_restarts,
    without_starts_again,
    without_touched,
)
from tocsin.detect.findings.furnaces import count_furnaces
from tocsin.detect.findings.respective import deal, deal_periods
from tocsin.detect.magnitudes import slots
from tocsin.detect.magnitudes.denominators import (
    Priced,
    count_capacity,
    count_steps,
    count_times,
    turn_by_sign,
)
from tocsin.detect.magnitudes.twins import lend_to_twins
from tocsin.detect.magnitudes.yearly import without_second_comparisons, without_yearly
from tocsin.detect.modalities import modality
from tocsin.detect.modalities.past_days import long_past, of_same_time
from tocsin.detect.modalities.undone import undone
from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.refusals import negation
from tocsin.detect.refusals.beside_the_point import Headline, Lesser, beside_the_point
from tocsin.detect.refusals.faults import fault, state_fault
from tocsin.detect.refusals.intent import untold
from tocsin.detect.refusals.marks_kept import without_marks_kept
from tocsin.detect.refusals.other_priced import is_reason_of_price
from tocsin.detect.refusals.sold_over_time import is_told_in_money
from tocsin.detect.refusals.standing_chinese import is_standing
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import UNSAID, Candidate, Scene
from tocsin.detect.texts.chinese import QUOTED, TOTAL
from tocsin.detect.texts.text import Folded, Sentence
from tocsin.detect.topics import topic
from tocsin.detect.topics.backdrop import is_backdrop, is_tally
from tocsin.detect.topics.headings import heads, is_all
from tocsin.detect.topics.reasons import is_reason
from tocsin.detect.topics.release import HOOKS, Voice, is_hook, voice_of
from tocsin.detect.triggers.candidates import find_candidates
from tocsin.detect.triggers.closing import turned_at_close
from tocsin.detect.triggers.compared import find_compared, without_tallies
from tocsin.detect.triggers.comparison_hints import compares
from tocsin.detect.triggers.gapped import without_gapped_verbs
from tocsin.detect.triggers.marks import TOP, stands_past
from tocsin.detect.words.hits import NOTHING, Found
from tocsin.detect.words.matches import find_cues
from tocsin.detect.words.motor_fuel import read_motor_fuel
from tocsin.messages import Article, Modality, Span
from tocsin.rules import RulePack

MAX_DRAFTS = 300
"""Facts after which an article is read no further: a page with more is a table, and its first ones are found."""


@dataclass(slots=True)
class Work:
    """One article on its way through."""

    article: Article
    folded: Folded
    sentences: list[Sentence]
    found: list[Found]
    memory: topic.Memory = field(default_factory=topic.Memory)
    drafts: list[Draft] = field(default_factory=list)
    priced: list[Priced] = field(default_factory=list)
    year: int = 0
    asides: list[Span] = field(default_factory=list)
    """Paragraphs labelled as background."""
    headline: Headline = field(default_factory=Headline)
    """What its headline is about."""
    fates: Fates | None = None
    """What becomes of each candidate, where it is to be explained."""
    _voice: Voice | None = None

    def speaker(self) -> Voice:
        """Return who speaks: a paper, or a firm of itself."""
        if self._voice is None:
            self._voice = voice_of(self.folded, self.sentences)
        return self._voice


class Reader:
    """Reads sentences by one set of rules."""

    def __init__(self, rules: RulePack) -> None:
        self.rules = rules
        self._lesser = Lesser(
            secondary=frozenset(item.id for item in rules.lexicon.commodities.values() if item.secondary),
            finished=frozenset(item.id for item in rules.lexicon.commodities.values() if item.finished),
        )
        self._trades = {id_: firm.commodities for id_, firm in rules.lexicon.companies.items() if firm.commodities}
        self.packs = {loaded.pack.name: loaded for loaded in rules.packs}
        """The packs by their names."""

    def is_triggered(self, found: Found, sentence: Sentence, low: str) -> bool:
        """Tell whether anything in a sentence could begin a signal."""
        return (
            found.has_trigger(self.rules.frame_groups)
            or (bool(found.subjects or found.commodities) and compares(low, sentence.start, sentence.end))
            or (sentence.order <= TOP and bool(found.commodities) and stands_past(low, sentence.start, sentence.end))
            or (not sentence.chinese and _tells_of_pronoun(found, sentence, low))
            or (bool(found.moves) and not sentence.chinese and low.find("assess", sentence.start, sentence.end) >= 0)
            or (bool(found.moves) and sentence.chinese and opens_with_span(low, sentence.start, sentence.end))
            or (bool(found.moves) and sentence.chinese and QUOTED.search(low, sentence.start, sentence.end) is not None)
        )

    def read(self, work: Work, held: Sequence[tuple[int, Found]], triggered: AbstractSet[int]) -> None:
        """Read, in their order, the sentences that may tell a fact; each is remembered for those after it."""
        low, title_end = work.folded.low, work.sentences[0].end
        sums = sums_told(low, title_end) if work.memory.counts else ()
        sentences = work.sentences
        unsaid = all_unsaid(work.found, sentences, low, sums)
        for index, found in enumerate(work.found) if sums else held:
            sentence = sentences[index]
            tells = index in triggered or goes_on(found, sentence, low, work.drafts)
            if not tells and index in unsaid:
                tells = work.memory.speaks_of_goods(sentence)
            if tells and len(work.drafts) < MAX_DRAFTS:
                self._sentence(work, index, Found() if found is NOTHING else found)
                last = work.drafts[-1] if work.drafts else None
                if last is not None and last.sentence is sentence and last.type in MARKET:
                    work.memory.stay(sentence, last.commodities)
            if goods := found.commodities or (found.doubted if is_all(found.doubted, sentence) else []):
                work.memory.mark(sentence, goods, low)
                work.memory.note(sentence, goods, heads=heads(sentences, index, found, low))

    def _sentence(self, work: Work, index: int, found: Found) -> None:
        """Read one sentence: its candidates, their amounts, and which of them tell a fact."""
        sentence = work.sentences[index]
        if not sentence.chinese:
            read_motor_fuel(found, work.folded.low, sentence.start, sentence.end)
            found.hints = without_other_furnaces(found.hints, work.folded.low, work.memory)
        found.seek_cues(partial(find_cues, work.folded.low, sentence, self.rules, found.names()))
        scene = Scene(work.folded, sentence, found)
        scene.trades = self._trades
        self._stand_in(work, index, scene)
        candidates = self._candidates(work, scene)
        if not candidates:
            return
        meant = [hit for each in candidates if each.rule == UNSAID for hit in each.commodities]
        ids = frozenset([hit.id for hit in found.commodities or meant])
        work.priced += [Priced(sentence.order, ids, amount) for amount in scene.amounts if amount.kind == "price"]
        filled = slots.fill(candidates, scene.amounts, scene)
        if work.fates is not None:
            for candidate in filled.lacking:
                lack = f"without {', '.join(sorted(candidate.asked))}"
                work.fates.drop(index, Draft(candidate, sentence, Modality.ACTUAL, ""), lack)
        kept: list[Draft] = []
        dropped: list[Draft] = []
        for candidate, magnitudes in zip(filled.candidates, filled.amounts, strict=True):
            draft = self._filled(work, candidate, magnitudes, scene)
            reason = fault(draft, scene) or beside_the_point(draft, scene, work.headline, self._lesser)
            reason = (
                reason or negation.negated(draft.candidate, scene) or untold(draft, scene) or state_fault(draft, scene)
            )
            (kept if reason is None else dropped).append(draft)
            if reason is not None and work.fates is not None:
                work.fates.drop(index, draft, reason)
        if kept:
            lend_to_twins(kept, dropped, scene)
            read, kept = kept, _completed(without_marks_kept(kept, scene.low), scene)
            if work.fates is not None:
                work.fates.keep(index, read, kept)
        work.drafts.extend(kept)

    def _filled(self, work: Work, candidate: Candidate, magnitudes: dict[str, Amount], scene: Scene) -> Draft:
        """Return the draft of a candidate with its amounts, placed in time and beside the news of its text."""
        draft = self._draft(work, candidate, scene)
        draft.amounts = slots.worth(magnitudes, scene)
        count_capacity(draft, scene.low)
        turn_by_sign(draft, scene.low)
        draft.since_long = "change" in draft.amounts and slots.is_since_long(draft.amounts["change"], scene)
        if scene.sentence.chinese:
            count_steps(draft, scene.amounts, scene.low)
            count_times(draft, scene.low)
            draft.standing = is_standing(draft, scene) or self._is_hook(work, draft, scene)
        else:
            self._place_in_time(work, draft, scene)
        return draft

    def _candidates(self, work: Work, scene: Scene) -> list[Candidate]:
        """Return all candidates of a sentence: by its words, by its numbers, and by what the text has told before it."""
        sentence = scene.sentence
        candidates = find_candidates(self.rules, self.packs, scene)
        if (
            scene.found.subjects
            or scene.found.commodities
            or scene.low.find("assess", sentence.start, sentence.end) >= 0
            or counts_goods(scene.low, sentence.start, sentence.end)
        ):
            compared = list(find_compared(self.rules, self.packs, scene, candidates))
            candidates = [c for c in candidates if not (c.bare and any(k.start <= c.start < k.end for k in compared))]
            candidates = without_gapped_verbs(candidates, compared)
            candidates = without_tallies(candidates, compared, scene)
            candidates += [c for c in compared if not (c.unsaid and are_of_others(scene))]
            candidates.sort(key=lambda candidate: (candidate.start, candidate.end))
            if not candidates:
                candidates += find_counted(scene, work.drafts, self.rules.lexicon.ancestors)
                candidates += find_counted_chinese(scene, work.drafts)
        candidates = behind_semicolon(candidates, work.drafts, scene)
        find_goods(self.rules, scene, candidates, work.memory, work.priced)
        candidates += find_unsaid(self.rules, scene, candidates, work.memory, work.priced)
        return candidates

    def _stand_in(self, work: Work, index: int, scene: Scene) -> None:
        """Give a sentence that leaves its subject to the one before what stands for it."""
        same = index > 0 and work.sentences[index - 1].paragraph == scene.sentence.paragraph
        before = (work.sentences[index - 1], work.found[index - 1]) if same else None
        scene.stand_in = find_stand_in(self.rules, work.drafts, scene, before)
        if scene.stand_in is not None:
            scene.found.subjects = [scene.stand_in.subject, *scene.found.subjects]

    def _place_in_time(self, work: Work, draft: Draft, scene: Scene) -> None:
        """Mark what an English sentence tells of times gone by, and as the setting of other news."""
        title_end = work.sentences[0].end
        draft.standing = (
            is_reason_of_price(draft, scene)
            or is_told_in_money(draft, scene)
            or is_backdrop(draft, scene, work.year, title_end)
            or is_reason(draft, scene, title_end, work.headline.goods)
            or self._is_hook(work, draft, scene)
        )
        draft.tally = is_tally(draft, scene)
        if then := of_same_time(draft, scene, work.drafts[-1] if work.drafts else None):
            draft.modality, draft.why = Modality.HISTORICAL, then
        if not work.article.dated or draft.modality is Modality.DENIED:
            return
        if past := long_past(draft, scene, work.article.published_at.date()):
            draft.modality, draft.why = Modality.HISTORICAL, f"background: {past}"

    def _is_hook(self, work: Work, draft: Draft, scene: Scene) -> bool:
        if draft.type not in HOOKS:
            return False
        if work.speaker() is Voice.REPORT and not draft.sentence.chinese:
            return False
        told = frozenset([other.type for other in work.drafts if other.sentence.order == 0 and not other.standing])
        return is_hook(draft, scene, work.speaker(), work.folded.low[: work.sentences[0].end], told)

    def _draft(self, work: Work, candidate: Candidate, scene: Scene) -> Draft:
        """Bind a candidate to its goods, parties and countries, and judge whether it happened."""
        sentence, found = scene.sentence, scene.found
        month = work.article.published_at.month if work.article.dated else 0
        candidate = turned_at_close(undone(candidate, scene), scene)
        judged, why = modality.judge(candidate, scene, work.year, month)
        if work.asides and any(start <= sentence.start < end for start, end in work.asides):
            judged, why = Modality.HISTORICAL, "background by the label of its paragraph"
        commodities = users_goods(candidate, scene, work.memory)
        if commodities and "demand-change" in self.packs:
            candidate = replace(candidate, pack=self.packs["demand-change"])
        else:
            commodities = binding.bind_commodities(candidate, scene, work.memory)
        draft = Draft(candidate, sentence, judged, why, commodities=commodities)
        draft.carried = bool(commodities) and not (sentence.start <= commodities[0].start < sentence.end)
        draft.total = sentence.chinese and TOTAL.search(scene.low[sentence.start : candidate.start]) is not None
        if found.forms:
            draft.forms = [f for f in found.forms if any(0 <= f.start - c.end <= 1 for c in commodities)]
        draft.companies = parties.bind_actors(candidate, scene)
        if draft.type == "demand_change" and "production-change" in self.packs and self._sells_its_own(draft, scene):
            draft.become(replace(candidate, pack=self.packs["production-change"]))
        if candidate.unsaid and draft.type in _OF_A_MAKER and self._make_them(draft):
            draft.become(replace(candidate, unsaid=False))
        draft.bodies = parties.bind_bodies(candidate, scene)
        draft.countries = parties.bind_countries(candidate, scene)
        return draft

    def _sells_its_own(self, draft: Draft, scene: Scene) -> bool:
        """Tell whether a producer's sales are told, which are what it makes: `the miner cut its copper sales forecast`."""
        subject = draft.candidate.subject
        if subject is None or scene.low[subject.start : subject.end] not in _SALES:
            return False
        return self._make_them(draft)

    def _make_them(self, draft: Draft) -> bool:
        """Tell whether a firm of the lexicon that the draft names makes its goods, or goods that are a form of them."""
        made = {c for hit in draft.companies if (c := hit.id) in self.rules.lexicon.companies}
        goods = {name for id_ in draft.ids for name in (id_, *self.rules.lexicon.ancestors(id_))}
        return any(goods & set(self.rules.lexicon.companies[id_].commodities) for id_ in made)


def _completed(kept: list[Draft], scene: Scene) -> list[Draft]:
    """Return the facts of a sentence, those of a row apart, each with its parties' roles and its details."""
    kept = without_touched(as_reserve(without_restarts(kept, scene.low), scene.low), scene.low)
    if scene.sentence.chinese:
        kept = without_idled(one_forecast(kept, scene.low), scene.low)
    kept = stops_with_loss(kept, scene.low)
    if scene.sentence.chinese:
        count_furnaces(kept, scene.amounts, scene.low)
        kept = ended_with_size(kept)
        kept = as_takeover(starts_with_room(without_starts_again(kept, scene.low), scene.low))
    kept = deal(kept if scene.sentence.chinese else one_contract(kept), scene)
    kept = [as_told_by(draft, scene) for draft in kept]
    for draft in kept:
        draft.roles = parts_of(draft, scene)
    add_details(kept, scene)
    return deal_periods(without_second_comparisons(without_yearly(kept, scene), scene), scene)


_SALES = frozenset(["sales", "sales volume", "sales volumes", "销量", "销售量"])
"""Nouns of what is sold, which for who makes the goods is what is made."""


_OF_A_MAKER = frozenset(["supply_source", "production_change"])
"""Types of facts whose goods, where a sentence leaves them unsaid, are known from who is told to make them."""


def _tells_of_pronoun(found: Found, sentence: Sentence, low: str) -> bool:
    """Tell whether a sentence opens with a pronoun and may say what it did."""
    start, end = sentence.start, sentence.end
    return opens_with_pronoun(low, start, end) and (bool(found.moves) or compares(low, start, end))
