"""Correlate: state, Findings and now go in; verdicts, alert revisions and event records come out.

The room decides which signals are one event, what is new about it, and which policies it satisfies. It does no input or
output and knows no clock: whoever calls it stores the records and sends the alerts.

Where a thing is done, in the order of the work:

- The whole: `correlator`, told by its `book`, over a `state` of `records` (`quick` makes them, `schedule` closes them).
- A signal made comparable: `facts`, `comparable`, `periods`, `days`, `offices`, `revenue`, `kinds`, `kinship`.
- Which events it may belong to: `index` finds them, `glance` leaves out what cannot be, `assign` takes the best.
- Same event or not: `identity`, by `vetoes`, `amounts`, `parties`, and `names` in one script or two (`pinyin`, `rendered`,
  `transliterated`, `eastern`).
- What is new, and who tells it: `news`, `novelty`, `sources`, `outlets`.
- Who must know: `judge` tries each `policy` (`shelf` says which) by `comparisons`, `history` and `cumulative`; `revisions` makes
  one alert of it.
"""

from tocsin.correlate.book import Book
from tocsin.correlate.correlator import Outcome, correlate
from tocsin.correlate.offices import Offices
from tocsin.correlate.policy import Bounds, Policy, Quantity, SourceCount
from tocsin.correlate.state import State

__all__ = ["Book", "Bounds", "Offices", "Outcome", "Policy", "Quantity", "SourceCount", "State", "correlate"]
