"""Detect: an article and rules make Findings (signals with evidence), in English and Chinese.

Where a thing is done, in the order of the work; each room says in its own words what it decides:

- The whole: `detector`. Why a sentence gave a signal or none: `explain`. That packs prove themselves: `examples`.
- The text: `text` folds and cuts it, `wrapped` and `wrapped_chinese` mend its lines, `dateline` and `asides` know its parts,
  `fingerprint` sketches it.
- Its words: `matches` sorts what the scan finds into `hits`; `weak_words`, `motor_fuel` and `neutral` say which words of goods
  count, `names` who is named, `clauses` what stands by the way, `joined` which goods stand in one row, `tries` how literals are found.
- Its numbers: `amounts` from `readings` (a `reading` has `numbers`, `measures`, `currencies`, `prefixes`, `suffixes`,
  `surroundings`), joined by `ranges` and `shared_units` to an `amount` that `read_alone` checks.
- Its calendar: `dates`, `days`, `months`, `periods` (`period_patterns`, `period_words`), `contracts`, `terms`; and `grades`.
- What it speaks of: `topic`, `beside_the_point`, `trade`, `genre`, `lessons`, `lessons_chinese`, `elsewhere`, `money_news`, `release`, `digests`, `market_wraps`.
- Where a rule fires: `candidates` in a `scene`, which reads `lazily`: words of movement in `moving` (`moving_chinese`, `subjects`, `bare`, `english`,
  `chinese`, `coordinated`, `reach`, `marks`, `heaps`, `rows_chinese`), groups of words in `frames` (`english_verbs`), numbers in
  `compared` (`changes`, `beside`, `earlier_chinese`, `made_or_used`, `gapped`, `assessed`).
- What a sentence leaves to the one before: `stand_ins` for a pronoun, `unsaid` for prices, `counted` and `counted_chinese` for
  quantities (`unnamed_amounts`).
- Whose fact it is: `binding` and `implied` for goods, `deal_goods`, `objects_chinese`, `exported`, `users_chinese`, `parties`, `roles`, `owners`.
- What its amounts mean: `slots`, `meanings`, `steps`, `strays`, `customs`, `denominators`, `one_more`, `revenue`.
- Whether it happened: `modality`, by `background`, `past_days`, `prospects`, `denied_acts`, `undone`, `rejected_reports`, `recalled`.
- Whether it is a fact at all: `faults`, `unpinned`, `negation` (`negation_chinese`, `unreal_chinese`, `exhorted_chinese`), `intent` (`intent_chinese`,
  `restarts_chinese`, `wished_chinese`, `no_prices_chinese`, `processes_chinese`, `nearby`), `by_the_way`, `no_deals`, `other_things`, `backdrop`.
- From fact to signal: `drafts` are merged, `respective` and `weighed` deal rows out, `details` and `sequels` add to them, `relevance` weighs
  them, `signals` writes them down, `reparse` reads every slot again.
"""

from tocsin.detect.detector import Detector, detect
from tocsin.detect.explain import Explanation

__all__ = ["Detector", "Explanation", "detect"]
