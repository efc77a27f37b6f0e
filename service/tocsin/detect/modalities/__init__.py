"""Modalities: whether a fact happened, is expected, possible, denied or background.

- `modality` decides, by `background` and `past_days` (old), `prospects` (to come), `rejected_reports` (denied), `undone` and `recalled` (over).
"""
