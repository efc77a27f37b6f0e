"""What somebody planned and drops, decides against or has yet to do is no deed; what he does instead is one."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Modality, Signal
from tocsin.testing.builders import article


def signals(text: str) -> tuple[Signal, ...]:
    return DETECTOR.detect(article(text)).signals


def told(text: str) -> list[tuple[str, str, str]]:
    return [(s.type, s.direction, s.modality.value) for s in signals(text)]


HALT, TIGHTEN = ("production_change", "halt"), ("export_control", "tighten")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Corvane drops plan to close Dalby zinc smelter", HALT),
        ("Corvane reverses decision to close Dalby zinc smelter", HALT),
        ("Corvane calls off plan to mothball its nickel mine", HALT),
        ("Corvane drops proposed zinc smelter closure", HALT),
        ("Corvane decides against closing its Dalby zinc smelter.", HALT),
        ("Corvane has decided not to close its Dalby zinc smelter.", HALT),
        ("Corvane said it no longer plans to idle its Dalby nickel mine.", HALT),
        ("Corvane will not proceed with a plan to idle its Dalby nickel mine.", HALT),
        ("Corvane is not going ahead with the closure of its Dalby zinc smelter.", HALT),
        ("Corvane will not go ahead with plans to cut copper output by 10%.", ("production_change", "down")),
        ("Corvane drops plan to expand copper smelter", ("production_change", "up")),
        ("Jakarta will not go ahead with a planned export levy on nickel pig iron.", TIGHTEN),
        ("某公司取消锌冶炼厂停产计划", HALT),
        ("印尼不再计划限制镍铁出口。", TIGHTEN),
    ],
)
def test_what_is_given_up_is_denied(text: str, fact: tuple[str, str]) -> None:
    assert told(text) == [(*fact, Modality.DENIED)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Corvane plans to mothball its zinc smelter", (*HALT, Modality.EXPECTED)),
        ("Corvane backs plan to close the zinc smelter", (*HALT, Modality.EXPECTED)),
        (
            "Members of the union at Corvane's Dalby copper smelter rejected the company's terms and will strike from Monday.",
            (*HALT, Modality.EXPECTED),
        ),
    ],
)
def test_what_is_done_stands_beside_what_is_refused(text: str, fact: tuple[str, str, str]) -> None:
    assert told(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Orvane yet to restart its nickel smelter",
        "Jakarta yet to lift bauxite export ban",
        "Conakry yet to ban bauxite exports",
        "Conakry has yet to lift its ban on bauxite mining.",
        "The smelter has still to resume copper production.",
        "A restart of the copper smelter is yet to be decided.",
        "Vedanor yet to sign cobalt supply contract with Tesla",
        "锡矿至今尚未复产",
    ],
)
def test_what_has_yet_to_come_is_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The zinc smelter restarted on Monday but has yet to reach full capacity.", ("production_change", "resume")),
        ("Copper prices rose 3% but are yet to pass $10,000 a tonne.", ("price_move", "up")),
        ("Peru halts Tambora zinc mine; restart date yet to be set", HALT),
    ],
)
def test_what_has_come_stands_beside_what_has_yet_to(text: str, fact: tuple[str, str]) -> None:
    assert told(text) == [(*fact, Modality.ACTUAL)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Zinc rises 2% after smelters scrap plan to cut output", ("price_move", "up")),
        ("Corvane signed a cobalt supply deal with Tessel on terms yet to be announced.", ("large_contract", "supply")),
    ],
)
def test_what_comes_of_a_plan_given_up_is_news(text: str, fact: tuple[str, str]) -> None:
    assert told(text) == [(*fact, Modality.ACTUAL)]


def test_a_price_that_is_not_cut_after_all_is_denied() -> None:
    assert told("Corvane scraps plan to cut its copper premium by 15%") == [("price_move", "down", Modality.DENIED)]
