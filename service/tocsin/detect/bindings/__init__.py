"""Bindings: whose fact it is.

- `binding` and `implied` bind goods; `deal_goods`, `objects_chinese`, `exported`, `users_chinese` and `rows_chinese` know goods that deals,
  measures, exports, users and rows name; `listed_stocks` which stocks are shares; `stand_ins` what a pronoun stands for.
- `parties` says who takes part, `roles` who buys and who sells, `owners` whose works a fact is about.
"""
