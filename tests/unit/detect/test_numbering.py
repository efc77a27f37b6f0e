"""Paragraphs about something else part nothing that stands around them."""

from tocsin.detect import Detector
from tocsin.detect.hits import NOTHING
from tocsin.detect.numbering import numbered
from tocsin.detect.text import fold, split_sentences
from tocsin.rules import load_rules
from tocsin.testing.builders import article

DETECTOR = Detector(load_rules())
OTHER = "The city orchestra plays two concerts in the park, and children pay nothing. Rain is likely.\n\nChess players met in the library."


def test_goods_left_unsaid_are_those_spoken_of_before_a_paragraph_about_something_else() -> None:
    before, after = "Metals in brief\n\nTin output rose. Tin ore was cheap.", "Prices fell 3% in May."
    near, apart = (
        [(s.type, s.direction, s.commodities) for s in DETECTOR.detect(article(text)).signals]
        for text in (f"{before}\n\n{after}", f"{before}\n\n{OTHER}\n\n{after}")
    )
    assert near == apart == [("production_change", "up", ("tin",)), ("price_move", "down", ("tin",))]


def test_what_stands_between_two_paragraphs_of_trade_is_not_counted() -> None:
    sentences = split_sentences(fold(f"Zinc fell.\n\n{OTHER}\n\nIt rose."))
    told = numbered(sentences, [NOTHING] * len(sentences), frozenset())
    assert [(each.paragraph, each.turn) for each in (told[0], told[-1])] == [(0, 0), (1, 1)]
    assert [each.start for each in told] == [each.start for each in sentences]


def test_a_text_that_keeps_to_its_matter_is_numbered_as_it_stands() -> None:
    sentences = split_sentences(fold("Zinc fell.\n\nIt was quiet."))
    assert numbered(sentences, [NOTHING] * 2, frozenset()) is sentences
