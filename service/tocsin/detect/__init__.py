"""Detect: an article and rules make Findings (signals with evidence), in English and Chinese.

The whole is `detector`, which has each sentence read by `reader`; why a sentence gave a signal or none, `explain`; that packs prove themselves, `examples`. The rooms below stand in
the order of the work. Each says in its own words what it decides, and imports only rooms named before it:

- `texts`: an article folded and cut into sentences, its lines mended.
- `words`: what the scan found, sorted; who is named, which goods stand in one row.
- `calendar`: dates, periods, contract months, terms and grades, as the text prints them.
- `quantities`: numbers with what belongs to them, as amounts in base units.
- `scenes`: a sentence with its hits, and the drafts that are made of its candidates.
- `topics`: what a text speaks of as a whole, and of what kind it is.
- `bindings`: whose fact it is: goods, parties and their roles.
- `triggers`: where in a sentence a rule fires.
- `magnitudes`: what the amounts of a sentence mean for a fact.
- `ellipsis`: what a sentence leaves to the one before.
- `refusals`: why a candidate is no fact at all.
- `modalities`: whether a fact happened, is expected, possible, denied or background.
- `findings`: drafts completed, weighed and written down as signals, every slot read again.
"""

from tocsin.detect.detector import Detector, detect
from tocsin.detect.explain import Explanation

__all__ = ["Detector", "Explanation", "detect"]
