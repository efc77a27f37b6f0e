"""Miners' notes: what short interviews and releases of mining firms tell of goods, and what only sounds like it."""

import pytest

from tocsin.detect import Detector
from tocsin.rules import load_rules
from tocsin.testing.builders import article

DETECTOR = Detector(load_rules())
HEAD = "Kelda Gold in brief\n\nThe company's chief executive spoke at a fair of miners.\n\n"


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    found = DETECTOR.detect(article(text)).signals
    return [(s.type, s.direction, s.commodities) for s in found if s.modality != "historical"]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Silver has now reached a record high, he added.", "silver"),
        ("As copper keeps hitting all-time highs, more mines will be built.", "copper"),
        ("Tin hit a fresh record last week.", "tin"),
    ],
)
def test_a_record_is_a_price_move_without_a_number(text: str, goods: str) -> None:
    assert told(HEAD + text) == [("price_move", "up", (goods,))]


@pytest.mark.parametrize(
    "text",
    [
        "Hole 12 confirms the high-grade copper plunge remains open.",
        "The steep copper plunge was tested by two drill holes.",
        "Drilling followed the copper dip to the east.",
    ],
)
def test_how_a_seam_of_ore_lies_is_no_price(text: str) -> None:
    assert told(HEAD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The company signed a water supply contract for its lithium plant.",
        "It has renewed a camp supply agreement at the lithium mine.",
        "The firm renegotiated a brine supply contract at market rates.",
        "It signed an equipment supply deal for the lithium plant.",
    ],
)
def test_a_contract_for_what_works_need_sells_no_goods(text: str) -> None:
    assert told("Halden Lithium reports on its lithium plant\n\n" + text) == []


def test_a_contract_of_a_group_is_told_by_its_goods_below() -> None:
    text = (
        "Halden lands a deal\n\nHalden Corp, a leading critical minerals producer, signed a letter of intent for an"
        " offtake agreement with Brunner.\n\nHalden expects to supply up to 8,000 tonnes annually of rare earth"
        " concentrate from its Toro project."
    )
    assert told(text) == [("large_contract", "supply", ("rare_earth_concentrate",))]


def test_a_contract_of_a_group_alone_stays() -> None:
    text = "Halden lands a deal\n\nHalden Corp signed an offtake agreement for critical minerals with Brunner."
    assert told(text) == [("large_contract", "offtake", ("critical_minerals",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Analysts see the refined copper market sliding into a deficit of 300,000 tonnes next year.", []),
        (
            "Since Lima curbed exports, antimony prices have quadrupled to $51,000 a tonne.",
            [("price_move", "up", ("antimony",))],
        ),
        (
            "Two wells at the oil field that had been shut in are back on production.",
            [("production_change", "resume", ("crude_oil",))],
        ),
        (
            "Cobble Uranium entered into a binding agreement to sell its Utah mill to a private group for $31 million.",
            [("mna", "divest", ("uranium",))],
        ),
    ],
)
def test_one_clause_tells_the_news_and_the_other_its_setting(
    text: str, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert told(text) == expected


MINE = "Orvane advances Kettle Creek gold mine\n\nOrvane is developing the gold mine in Nevada.\n\n"
FIELD = "Orvane updates on Toca\n\nOrvane Energy pumps 9,000 barrels of oil per day in Colombia.\n\n"


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        (MINE + "Stoping has commenced at the Selby deposit.", "gold"),
        (MINE + "Its chief spoke of the transition from ore development to production stoping.", "gold"),
        (MINE + "The firm plans to start mining there next year.", "gold"),
        (FIELD + "Orvane has commenced production from the second of five planned wells for 2025.", "crude_oil"),
        (FIELD + "The company has brought its Toca-4 well into production.", "crude_oil"),
        (FIELD + "The Toca-4 well was put on stream on Monday.", "crude_oil"),
    ],
)
def test_works_whose_goods_the_text_tells_begin(text: str, goods: str) -> None:
    assert told(text) == [("supply_source", "new", (goods,))]


@pytest.mark.parametrize(
    "text",
    [
        MINE + "The company is transitioning from developer to producer.",
        FIELD + "Orvane plans to drill three more horizontal wells.",
        FIELD + "The rig has moved on and will drill a water disposal well.",
    ],
)
def test_what_is_only_prepared_begins_nothing(text: str) -> None:
    assert told(text) == []
