"""Quantities: the numbers of a text with what belongs to them, as amounts in base units.

- `amounts` come from `readings`: a `reading` has `numbers`, `measures` and `currencies`, what stands before it (`prefixes`), behind it
  (`suffixes`) and close around it (`surroundings`).
- `ranges` and `shared_units` join readings to an `amount`, which `read_alone` checks; `customs` says by what measure goods are priced,
  `taiwan` whose 元 is meant, `notes` in what the rows below a note of their unit are, `defined_units` reads letters that the text explains, and `packets` what one bale or bag holds, which is no amount of goods.
"""
