"""Modalities: whether a fact happened, is expected, possible, denied or background.

- `modality` decides, by `announced` (words of doubt that are none), `brought_forward` (将 before an object), `background`, `past_cues`,
  `past_days`, `past_months`, `past_seasons` and `past_years` (old), `may` (the month or the verb), `only_named` (nobody did it), `prospects` (to come), `rejected_reports` (denied),
  `undone` and `recalled` (over).
"""
