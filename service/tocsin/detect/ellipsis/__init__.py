"""Ellipsis: what a sentence leaves to the one before.

- `unsaid` knows prices whose goods only the text around them tells; `counted` and `counted_chinese` quantities that are counted on, by
  `unnamed_amounts`.
"""
