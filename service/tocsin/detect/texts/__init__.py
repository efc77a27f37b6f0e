"""Texts: an article folded and cut into sentences, each with its place in what was stored.

- `text` folds and cuts; `wrapped` and `wrapped_chinese` mend lines broken by width, `spaced_chinese` numbers set apart; `dateline` and `asides` know parts that tell no news.
- `chinese` says what the words around a place say by grammar; `tries` finds the longest of many literals; `fingerprint` sketches a text.
- `lazily` works values out when something first asks for them.
"""
