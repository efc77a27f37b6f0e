"""Findings: drafts completed, weighed and written down.

- `doublets` takes what one sentence tells twice once; `merging` makes one of the drafts of a text that tell the same fact;
  `headline_goods` deals a headline of several goods out to the sentences that tell of one.
- `respective` and `weighed` deal rows out; `details` and `sequels` add period, place and size, `sequel_steps` by how much a figure moved; `digests` weighs releases of the market.
- `furnaces` knows what counted works stand for.
- `spelt_out` knows contracts of a group whose goods are told below, `targets` deals for a firm whose mines are; `ended` what only describes a contract that is off.
- `home_money` knows whose 元 is meant.
- `relevance` says how much a text is about a fact; `signals` writes it down; `reparse` reads every slot again.
"""
