"""Whose works a fact is about, where its own sentence does not say: the firm or mine that headline and lead name.

`The company halted its second line`, `年产3万吨产线停车检修`: who it was stands in the headline or in the sentences beside it. Only
where these name one company, or one firm and one site, is it lent; of two it could not be told which.
"""

from collections.abc import Sequence

from tocsin.detect.bindings.parties import CARTELS
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.texts.text import Folded, Sentence
from tocsin.detect.words.hits import Found, Hit
from tocsin.detect.words.names import Name, find_names

_OF_WORKS = frozenset(["production_change", "supply_source"])
"""Types whose facts have an owner or a site; what a country makes is told with the country."""
_LEAD = 3
"""Sentences in which an article says whom it is about, the headline among them."""
_REACH = 6
"""The last sentence whose facts are taken to be about these."""
_SAID = frozenset(["firm", "actor", "site"])


def lend_owners(drafts: Sequence[Draft], sentences: Sequence[Sentence], found: Sequence[Found], folded: Folded) -> None:
    """Give the facts of works that name nobody whom the article names in its first sentences."""
    bare = [draft for draft in drafts if _is_bare(draft)]
    if not bare:
        return
    companies = _distinct([hit for hits in found[:_LEAD] for hit in hits.companies])
    names = [
        name
        for sentence, hits in zip(sentences[:_LEAD], found[:_LEAD], strict=False)
        for name in find_names(folded, sentence, hits)
        if name.kind in _SAID and not _is_any_word(name, sentence, folded)
    ]
    firms, sites = (_one(names, kinds, folded) for kinds in (("firm", "actor"), ("site",)))
    if len(companies) > 1 or firms is None or sites is None or (companies and firms):
        return
    for draft in bare:
        draft.companies = companies
        draft.names = [*draft.names, *firms, *sites]


def _is_any_word(name: Name, sentence: Sentence, folded: Folded) -> bool:
    """Tell whether a name is the first word of an English sentence, which has a capital whatever it is."""
    is_first = not sentence.chinese and name.start == sentence.start
    return is_first and name.kind == "actor" and " " not in folded.low[name.start : name.end]


def _is_bare(draft: Draft) -> bool:
    if draft.type not in _OF_WORKS or draft.sentence.order > _REACH or draft.countries or draft.place is not None:
        return False
    if draft.companies or any(hit.id in CARTELS for hit in draft.bodies):
        return False
    return not any(name.kind in _SAID for name in draft.names)


def _distinct(hits: Sequence[Hit]) -> list[Hit]:
    return list({hit.id: hit for hit in reversed(hits)}.values())


def _one(names: Sequence[Name], kinds: tuple[str, ...], folded: Folded) -> list[Name] | None:
    """Return the longest name of these kinds where all of them are one, nothing where there is none, None where they are several."""
    told = sorted((name for name in names if name.kind in kinds), key=lambda name: name.start - name.end)
    texts = [folded.low[name.start : name.end] for name in told]
    return told[:1] if all(text in texts[0] for text in texts) else None
