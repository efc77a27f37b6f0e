"""Magnitudes: what the amounts of a sentence mean for a fact.

- `slots` hands amounts to candidates by their `meanings`; `steps` tells a step from a level (`set_prices` of those that a firm sets), `strays` another fact's amounts, `superseded` those that
  another has replaced, `portions` parts of a whole, `contents` what goods hold, `twins` what two candidates of one word share.
- `by_time` reads a day's goods and a year's capacity as such.
- `denominators` lends what a price is for, `headed_units` what the note above a quotation says; `yearly` tells a price's distance from last year, `one_more` knows one more of its kind, and what a number was before.
"""
