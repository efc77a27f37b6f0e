"""Magnitudes: what the amounts of a sentence mean for a fact.

- `slots` hands amounts to candidates by their `meanings`; `steps` tells a step from a level, `strays` another fact's amounts.
- `denominators` lends what a price is for; `one_more` knows one more of its kind, and what a number was before.
"""
