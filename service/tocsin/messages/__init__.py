"""What travels between the stages: frozen models, deterministic ids, topics and units.

The room decides form only. It knows nothing of how a signal is found, judged or sent. Readers ignore fields that they do
not know, so a field may be added at any time; a changed meaning is a new topic version (`schemas/README.md`).
"""

from tocsin.messages.alert import Alert, AlertSignal, Change, SatisfiedPolicy, Severity
from tocsin.messages.article import Article, ArticleRecord, Revision
from tocsin.messages.base import Exact, Message, Moment
from tocsin.messages.dead_letter import DeadLetter
from tocsin.messages.event import EventRecord
from tocsin.messages.findings import Findings
from tocsin.messages.signal import (
    Actor,
    Evidence,
    Magnitude,
    Magnitudes,
    MainMagnitude,
    Modality,
    Signal,
    Span,
)
from tocsin.messages.verdict import Comparison, Novelty, PolicyTrial, Verdict

__all__ = [
    "Actor",
    "Alert",
    "AlertSignal",
    "Article",
    "ArticleRecord",
    "Change",
    "Comparison",
    "DeadLetter",
    "EventRecord",
    "Evidence",
    "Exact",
    "Findings",
    "Magnitude",
    "Magnitudes",
    "MainMagnitude",
    "Message",
    "Modality",
    "Moment",
    "Novelty",
    "PolicyTrial",
    "Revision",
    "SatisfiedPolicy",
    "Severity",
    "Signal",
    "Span",
    "Verdict",
]
