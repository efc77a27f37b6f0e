"""Modalities: whether a fact happened, is expected, possible, denied or background.

- `modality` decides, by `background`, `past_days` and `past_months` (old), `prospects` (to come), `rejected_reports` (denied), `undone` and `recalled` (over).
"""
