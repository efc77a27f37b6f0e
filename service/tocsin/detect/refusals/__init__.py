"""Refusals: why a candidate is no fact at all.

- `faults` gathers what a draft lacks; `unpinned` facts that nothing holds to the goods of the text.
- What is held, summed up, sold or allowed as ever, or only striven for: `leave`, `marks_kept`, `reckoned`, `sold_over_time`, `striven_for`.
- What a party to a case says: `alleged`. What states nothing: `negation`, `negation_chinese`, `supposed_chinese`, `negated_acts_chinese`, `denied_acts`, `unreal_chinese`,
  `exhorted_chinese`, `wished_chinese`, `restarts_chinese`.
- What only has the words of a fact: `intent` (`suppositions`, `purposes`, `choices`), `by_the_way`, `no_deals`; `intent_chinese`, `no_deals_chinese`, `no_measures_chinese`,
  `no_output_chinese` (`unchanged_chinese`), `no_prices_chinese`, `processes_chinese`; `seasons_chinese` of every year; of states that last, `standing_chinese`. For both languages
  `broad_tariffs`, `mishaps`, `put_off`, `other_things` (`other_firms`, `other_priced`), `out_of_trade`, `beside_the_point`, by words `nearby`.
- What was planned and is dropped: `given_up`; what stands by goods or came to nothing: `beside_goods`; what was near: `nearly`.
- Whose verb has another object: `other_objects`; whose output is that of other things: `others_output`; of a whole economy: `economy`; of money, shares and pits: `paper`;
  what tells only how far work in the fields has come: `field_work`.
- Measures that somebody only asks for, or that were not agreed on: `ungranted`; words of a fact in turns that tell none: `turns_of_phrase`.
"""
