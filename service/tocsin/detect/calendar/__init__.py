"""Calendar: dates and periods as the text prints them, with the characters that say them; and grades of goods.

- `dates`, `days` and `months` name points in time; `periods` (`period_patterns`, `period_words`) spans; `contracts` months of delivery;
  `terms` by how long something is prolonged.
- `grades` names qualities, as the trade does.
"""
