"""Findings: drafts completed, weighed and written down.

- `respective` and `weighed` deal rows out; `details` and `sequels` add period, place and size; `digests` weighs releases of the market.
- `relevance` says how much a text is about a fact; `signals` writes it down; `reparse` reads every slot again.
"""
