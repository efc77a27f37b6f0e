"""What the types of facts are to identity: which directions undo which, which are moves, reports or measures, and how long is near."""

from datetime import timedelta

from tocsin.messages.signal import Modality

DAY = timedelta(days=1)
SAME_DAY = timedelta(hours=16)
"""Reports of one trading day lie closer together than this; a move told without numbers is known by its day alone."""
ROUND_NUMBER = timedelta(hours=20)
"""A number of one or two digits comes again the next day by chance, so it tells the day's move no further than this."""
SAME_WEEK = timedelta(days=3)
"""How far apart the days may lie to which two reports date one week's figures."""
HOURS = timedelta(hours=8)
A_MONTH = timedelta(days=31)
STOPS = frozenset({"halt", "resume", "loss"})
"""Directions that are no figures of a period, but happened on a day."""
HORIZON = timedelta(days=365)

DIRECTIONS: dict[str, tuple[str, ...]] = {
    "price_move": ("up", "down", "flat"),
    "production_change": ("up", "down"),
    "export_control": ("tighten", "ease"),
    "large_contract": ("supply", "terminate"),
    "inventory_change": ("up", "down"),
    "demand_change": ("up", "down"),
    "stockpiling": ("build", "release"),
    "supply_source": ("new", "resume", "loss"),
    "corporate_results": ("up", "down"),
    "equity_move": ("up", "down"),
    "mna": ("acquire",),
    "smuggling": ("reported",),
}
"""The senses of each type's directions; a user's own type is found by the directions that a policy names."""
REVERSALS = {
    ("export_control", "ease"): ("tighten",),
    ("export_control", "tighten"): ("ease",),
    ("production_change", "resume"): ("halt", "down"),
    ("production_change", "halt"): ("resume",),
    ("large_contract", "terminate"): ("award", "supply", "offtake", "purchase"),
    ("stockpiling", "release"): ("build",),
    ("supply_source", "resume"): ("loss",),
    ("supply_source", "loss"): ("new", "resume"),
}
REPORTS = frozenset({"production_change", "inventory_change", "demand_change", "corporate_results", "supply_source"})
MARKET_MOVES = frozenset({"price_move", "equity_move"})
PLANNED = frozenset({Modality.EXPECTED, Modality.POSSIBLE})
PARTICULAR = frozenset({"number", "actor", "both parties", "place", "route"})
STATE = frozenset({"export_control", "stockpiling", "smuggling"})
"""What a state decides, or its customs report."""
IMPOSED = frozenset({"export_control", "stockpiling"})
"""What a country does: to the goods of another, or alone."""
BETWEEN = frozenset({"smuggling"})
"""Types between countries: one report names where it came from, another where it went."""
