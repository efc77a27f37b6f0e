"""Words: what the scan of an article found, and what of it counts.

- `matches` reduces the scan's finds to `hits`; `weak_words`, by what stands `beside_weak`, `motor_fuel`, `families` and `pressed` say which words of goods count.
- `names` says who is named; `uses` what goods are only used to make; `clauses` what stands by the way; `joined` which goods stand in one row; `reach` what a word of movement reaches; `renumbered` where sentences stand.
"""
