"""Triggers: where in a sentence a rule fires, before anything is bound to it.

- `candidates` asks all of them: words of movement in `moving` (`moving_chinese`, `subjects`, `bare`, `absolute`, `english`, `coordinated`, `closing`, `marks`,
  `spent`, `heaps`), groups of words in `frames` (`english_verbs`, `topic_first`).
- Numbers that tell a move by themselves in `compared` (`made_or_used`, `gapped`, `further_duties`, `ranked_chinese`, `assessed`, `charged`), where there are `comparison_hints`: each a `change`
  of `changes`, by its sign, by words (`changes_in_words`, `beside`) an earlier number (`two_numbers`, `earlier_chinese`) or a multiple of it (`multiples`).
"""
