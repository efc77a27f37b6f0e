"""Bindings: whose fact it is.

- `binding` binds goods: the `nearest` of the sentence or those that are `implied`, and of `groups` their members.
- `deal_goods`, `objects_chinese`, `exported`, `users_chinese`, `rows_chinese` and `sides_chinese` know goods that deals, measures, exports,
  users, rows and sides of the market name; `listed_stocks` which stocks are shares; `stand_ins` what a pronoun stands for.
- `described_targets` knows what a firm that is dealt in is said to make, sentences later.
- `parties` says who takes part, `roles` who buys and who sells, `owners` whose works a fact is about.
"""
