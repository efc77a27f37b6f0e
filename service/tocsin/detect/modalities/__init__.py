"""Modalities: whether a fact happened, is expected, possible, denied or background.

- `modality` decides, by `announced` (words of doubt that are none), `background`, `past_days` and `past_months` (old), `prospects` (to come), `rejected_reports` (denied), `undone` and `recalled` (over).
"""
