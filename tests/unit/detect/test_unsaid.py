"""Unsaid goods: a price and its change are of what the text speaks of, where its sentence names nothing."""

import pytest
from tests.unit.detect.shipped import DETECTOR, RULES

from tocsin.detect.findings.reparse import exceptions
from tocsin.messages import Signal
from tocsin.testing.builders import article

POTASH = "Potash importers settle their terms\n\nThe state buyers of three countries closed potash deals last week.\n\n"
COAL = "Seaborne coal prices under pressure in May\n\nUtilities held back as stocks at power stations were high.\n\n"
URANIUM = "Uranium in May: a quiet market\n\nThe spot price of uranium stood at $79.50/lb on Monday, up 50 cents.\n\n"
TUNGSTEN = "Offers of tungsten climb\n\nSellers of ammonium paratungstate asked for more.\n\n"


def told(text: str) -> list[Signal]:
    return [s for s in DETECTOR.detect(article(text)).signals if s.rule == "price-move/move.unsaid"]


@pytest.mark.parametrize(
    ("text", "direction", "goods", "change", "level"),
    [
        (POTASH + "Harvan will pay $231 a tonne, 27% below last year's contract.", "down", "potash", "27", "231"),
        (
            POTASH + "For July both sides had $190 a tonne, a fifth above the quarter before.",
            "up",
            "potash",
            "20",
            "190",
        ),
        (COAL + "Richards Bay 6000 kcal averaged $96/t, off 7%.", "down", "coal", "7", "96"),
        (COAL + "Newcastle 5500NAR fetched US$71/t, 11% lower.", "down", "coal", "11", "71"),
        (COAL + "Kalimantan 4200GAR lost 9% to US$45/t.", "down", "coal", "9", "45"),
        (COAL + "The offer of $103/t is 4% above the level of last week.", "up", "coal", "4", "103"),
        (URANIUM + "UxC lifted its indicator by $1.50 to $81/lb.", "up", "uranium", "1.50", "81"),
        (URANIUM + "Numerco added $2 to $82 for its weekly mark.", "up", "uranium", "2", "82"),
        (URANIUM + "The long-term indicator stays at $86/lb.", "flat", "uranium", None, "86"),
        (TUNGSTEN + "Bids came in at $405/mtu, up from $390.", "up", "apt", None, "405"),
        (TUNGSTEN + "The winning bid was $409/mtu, compared with $388/mtu in April.", "up", "apt", None, "409"),
        (COAL + "FOB Maputo was heard $6 higher at $91/t.", "up", "coal", "6", "91"),
        (COAL + "Yarraman cut its 5500 offer by $3 to $68/t.", "down", "coal", "3", "68"),
    ],
)
def test_a_price_with_its_change_is_of_the_goods_spoken_of(
    text: str, direction: str, goods: str, change: str | None, level: str
) -> None:
    [signal] = told(text)
    own = signal.magnitudes
    by = own.change or own.change_by
    assert own.level is not None
    assert (signal.direction, signal.commodities) == (direction, (goods,))
    assert (None if by is None else str(by.low), str(own.level.low)) == (change, level)
    assert list(exceptions(signal, text, RULES)) == []


@pytest.mark.parametrize(
    "text",
    [
        COAL + "Whitmore's cash costs rose 8% to $74/t.",
        COAL + "Freight from Richards Bay to Rotterdam fell 5% to $9.40/t.",
        COAL + "A carrier to Qingdao earned $9.10/t, up from $8.60/t last week.",
        COAL + "The average received was $91/t, 6% below the same quarter of last year.",
        COAL + "The royalty of $4 a tonne is double last year's.",
        COAL + "Analysts at Keel lifted their forecast by $5 to $115/t.",
        COAL + "The mine would break even at $62/t, 4% below last year.",
        COAL + "A power plant with $96/oz of catalyst, 4% more than in April.",
        URANIUM + "Shares of Brandt Energy rose $2 to $81.",
        URANIUM + "Numerco added $2 to $51 for its weekly mark.",
        "Copper and zinc in May\n\nCopper and zinc went their own ways.\n\nOffers reached $2,950/t, 3% above last week's level.",
    ],
)
def test_other_sums_and_goods_in_doubt_are_not(text: str) -> None:
    assert told(text) == []


def test_a_heading_tells_what_its_section_is_about() -> None:
    text = (
        "Minor metals notes\n\nAntimony\n\nGrade II in Rotterdam was quoted at $52,000/t, up $1,000.\n\n"
        "Bismuth\n\n99.99% min fell 2% to $9.10/lb in warehouse.\n"
    )
    found = DETECTOR.detect(article(text)).signals
    assert [(s.direction, s.commodities) for s in found] == [("up", ("antimony",)), ("down", ("bismuth",))]


def test_goods_of_another_sentence_lower_confidence() -> None:
    said = DETECTOR.detect(article(COAL + "Newcastle coal fell 11% to US$71/t.")).signals[-1]
    [unsaid] = told(COAL + "Newcastle 5500NAR fetched US$71/t, 11% lower.")
    assert unsaid.confidence < said.confidence


def test_goods_that_went_unsaid_stay_spoken_of() -> None:
    text = (
        "稀土日报\n\n氧化镨钕小幅上涨。\n\n东海市场报价45.2万元/吨,较昨日上涨3000元。\n\n"
        "北河货源成交于45.0万元/吨,上调2000元。\n"
    )
    assert {s.commodities for s in DETECTOR.detect(article(text)).signals} == {("ndpr",)}


def test_a_unit_tells_less_than_the_text_of_its_goods() -> None:
    text = "LNG buyers step back\n\nSpot LNG for Asia eased.\n\nThe August marker settled at $11.45/mmBtu, down 3%."
    assert [s.commodities for s in DETECTOR.detect(article(text)).signals] == [("lng",)]


def test_a_weak_word_of_other_goods_is_not_overlooked() -> None:
    text = "Granular urea firmer\n\nUrea markets firmed last week.\n\nAmmonia for Tampa settled at $480/t, down $20."
    assert [s.commodities for s in DETECTOR.detect(article(text)).signals if s.direction == "down"] == [("ammonia",)]


def test_a_weak_word_alone_heads_a_section() -> None:
    text = "Base metals notes\n\nTin\n\nCash metal closed at $31,200/t, 2% below Thursday's close.\n"
    assert [s.commodities for s in DETECTOR.detect(article(text)).signals] == [("tin",)]


@pytest.mark.parametrize(
    "text",
    [
        "Tesla halts production at its Berlin plant",
        "Lockheed Martin wins a $2 billion contract for missiles",
        "First Solar cuts production at its Ohio plant by 10%",
    ],
)
def test_who_only_uses_goods_lends_none(text: str) -> None:
    assert DETECTOR.detect(article(text)).signals == ()


def test_new_lines_are_of_the_goods_that_the_text_speaks_of() -> None:
    text = "Titanium sponge keeps falling.\n\nTwo new lines, of 14,000 t/y between them, went into operation."
    assert ("new", ("titanium_sponge",)) in [
        (s.direction, s.commodities) for s in DETECTOR.detect(article(text)).signals
    ]
