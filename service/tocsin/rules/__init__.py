"""The rule language: documents with lines, faults, lexicons, rules, packs and their checks."""

from tocsin.rules.faults import Fault, FaultsError, TocsinError
from tocsin.rules.lexicon import Lexicon, load_lexicon
from tocsin.rules.loader import LoadedPack, RulePack, load_rules

__all__ = ["Fault", "FaultsError", "Lexicon", "LoadedPack", "RulePack", "TocsinError", "load_lexicon", "load_rules"]
