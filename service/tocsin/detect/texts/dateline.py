"""Datelines: `LEEDS, Oct 16 (Newswire) - ` says where and when a report was written, not where and when its fact happened."""

import re

from tocsin.detect.texts.text import Folded, Sentence

_CITY = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?= ?\()"
_DATELINE = re.compile(
    rf"(?:{_CITY})(?:, [A-Z][A-Za-z. ]{{2,24}}){{0,2}}(?:,? (?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}})(?:, \d{{4}})?,?)?"
    r" ?(?:/[A-Za-z ]{2,30}/|\([A-Za-z.\d /-]{2,40}\))? ?(?:--|[-–—](?= ))(?: ?\([A-Za-z ]{2,30}\) ?(?:--?|[–—]))? ?"
)


def dateline_end(folded: Folded, sentence: Sentence) -> int:
    """Return where the dateline that opens an English sentence ends; the sentence's start where it has none."""
    if sentence.chinese or sentence.order == 0:
        return sentence.start
    found = _DATELINE.match(folded.plain, sentence.start, min(sentence.end, sentence.start + 120))
    return sentence.start if found is None else found.end()
