"""Lines of a wrapped text go on; paragraphs, lists and tables do not."""

from decimal import Decimal

from tests.unit.detect.main_numbers import main_numbers
from tests.unit.detect.shipped import DETECTOR

from tocsin.detect import Detector
from tocsin.detect.findings.reparse import exceptions
from tocsin.detect.texts.spaced_chinese import unspaced
from tocsin.detect.texts.text import fold, split_sentences
from tocsin.detect.texts.wrapped import unwrap
from tocsin.rules import load_rules
from tocsin.testing.builders import article

WIRE = """NORVIAN TIN OUTPUT FALLS

Norvian tin output was
down 6.4 pct in April to 3,120 tonnes, from 3,333 tonnes a year
earlier, the mines ministry of the republic said in its monthly
statement on Tuesday.
    The ministry gave no reason for the fall. Exports of refined
metal were steady at 2,900 tonnes.
"""


def _told(text: str) -> list[str]:
    folded = unwrap(fold(text))
    return [folded.low[s.start : s.end] for s in split_sentences(folded)]


def test_a_wrapped_paragraph_is_read_as_one() -> None:
    told = _told(WIRE)
    assert told[1].startswith(
        "norvian tin output was down 6.4 pct in april to 3,120 tonnes, from 3,333 tonnes a year earlier,"
    )
    assert told[2:] == [
        "the ministry gave no reason for the fall.",
        "exports of refined metal were steady at 2,900 tonnes.",
    ]


def test_a_wrapped_text_without_its_indents_is_read_as_well() -> None:
    told = _told(WIRE.replace("\n    The", "\nThe"))
    assert told[1].endswith("in its monthly statement on tuesday.")
    assert told[2:] == [
        "the ministry gave no reason for the fall.",
        "exports of refined metal were steady at 2,900 tonnes.",
    ]


def test_the_headline_above_an_empty_line_stays_a_sentence() -> None:
    assert _told(WIRE)[0] == "norvian tin output falls"


def test_offsets_are_those_of_the_stored_text() -> None:
    folded = unwrap(fold(WIRE))
    assert len(folded.low) == len(folded.plain) == len(WIRE)
    assert folded.stored == WIRE


def test_a_list_of_headlines_is_not_wrapped() -> None:
    text = "Copper stocks rise at Busan\nZinc smelter in Navoi halts\nTin firm\nLead ends the week lower\nSilver at $31\nNickel: what next\n"
    assert unwrap(fold(text)) == fold(text)


def test_paragraphs_of_a_line_each_are_not_wrapped() -> None:
    line = "Copper rose on Monday as stocks fell and the dollar eased, while traders waited for figures on output from the south."
    text = "\n".join([line] * 6)
    assert unwrap(fold(text)) == fold(text)


def test_chinese_lines_are_left_alone() -> None:
    text = "\n".join(
        [
            "沪锡主力合约今日收涨，现货市场成交一般，下游按需采购，持货商挺价意愿较强，社会库存小幅下降，升水持稳，进口窗口关闭，市场观望"
        ]
        * 5
    )
    assert unwrap(fold(text)) == fold(text)


def test_a_fact_across_a_line_break_keeps_its_number() -> None:
    rules = load_rules()
    signals = Detector(rules).detect(article(WIRE)).signals
    fallen = next(s for s in signals if s.type == "production_change")
    told = dict(fallen.magnitudes.items())
    assert (told["change"].low, told["level"].low) == (Decimal("6.4"), Decimal(3120))
    assert not [fault for signal in signals for fault in exceptions(signal, WIRE, rules)]


PAGE = """本週錫市綜述
錫價週四震盪走低，倫敦三個月期錫收跌1.1%，報每噸31,
240美元，因印尼出口恢復，且交易商擔心焊料需求放緩。上
海期錫同日下跌0.9%，至每噸25.8萬元。另外，緬甸一座錫
礦因水災停產，當地官員表示恢復生產的時間尚未確定，短
期內市場供應仍然偏緊。
"""


def test_wrapped_chinese_lines_are_joined_within_words() -> None:
    told = _told(PAGE)
    assert told[1].startswith("锡价周四震荡走低,伦敦三个月期锡收跌1.1%,报每吨31,240美元,")
    assert any("缅甸一座锡矿因水灾停产,当地官员表示恢复生产的时间尚未确定,短期内" in each for each in told)


def test_evidence_of_wrapped_chinese_is_quoted_as_stored() -> None:
    signals = Detector(load_rules()).detect(article(PAGE)).signals
    assert {(s.type, s.direction) for s in signals} >= {("price_move", "down"), ("production_change", "halt")}
    assert all(s.evidence.text in PAGE for s in signals)


def test_chinese_lines_that_each_end_are_not_joined() -> None:
    page = "沪锌涨0.4%，报22,300元。\n沪铅跌0.7%，报16,900元。\n沪锡持平，报26.4万元。\n沪镍涨1.2%，报12.1万元。\n"
    assert unwrap(fold(page)).low.count("\n") == page.count("\n")


SET_APART = (
    "北岭锡业 7 月减产\n中国锡协 8 月 12 日表示，7 月锡锭产量为 1.4 万吨，环比下降 6.2%，其中北岭锡业减产 800 吨。"
    "该协会 2019 年成立。\n锡锭 265000 300\n铅锭 17050 50"
)


def test_numbers_set_apart_are_read_as_if_they_were_not() -> None:
    close = article(SET_APART.replace(" 8 月 12 日", "8月12日").replace("7 月", "7月"))
    signals = DETECTOR.detect(article(SET_APART)).signals
    assert [(s.type, s.direction, s.commodities) for s in signals] == [
        (s.type, s.direction, s.commodities) for s in DETECTOR.detect(close).signals
    ]
    assert "6.2 percent" in main_numbers(SET_APART, "production_change")


def test_the_evidence_of_numbers_set_apart_is_as_it_was_stored() -> None:
    (cut,) = DETECTOR.detect(article("东湖铅业 5 月 3 日公告，铅锭月产量降至 2 万吨，降幅 8%。")).signals
    assert "5 月 3 日公告" in cut.evidence.text


def test_spaces_stay_where_a_text_sets_few_so() -> None:
    folded = fold("锡锭 3 号库存下降，8月12日报1.2万吨。")
    assert unspaced(folded) is folded
