"""Correlate: state, Findings and now go in; verdicts, alert revisions and event records come out.

The room decides which signals are one event, what is new about it, and which policies it satisfies. It does no input or
output and knows no clock: whoever calls it stores the records and sends the alerts.
"""

from tocsin.correlate.book import Book
from tocsin.correlate.correlator import Outcome, correlate
from tocsin.correlate.offices import Offices
from tocsin.correlate.policy import Bounds, Policy, Quantity, SourceCount
from tocsin.correlate.state import State

__all__ = ["Book", "Bounds", "Offices", "Outcome", "Policy", "Quantity", "SourceCount", "State", "correlate"]
