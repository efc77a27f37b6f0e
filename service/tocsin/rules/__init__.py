"""The rule language: documents with lines, faults, lexicons, rules, packs and their checks."""

from tocsin.rules.faults import Fault, FaultsError, TocsinError
from tocsin.rules.lexicon import Lexicon, load_lexicon
from tocsin.rules.loader import LoadedPack, RuleFiles, RulePack, load_rules, read_rules

__all__ = [
    "Fault",
    "FaultsError",
    "Lexicon",
    "LoadedPack",
    "RuleFiles",
    "RulePack",
    "TocsinError",
    "load_lexicon",
    "load_rules",
    "read_rules",
]
