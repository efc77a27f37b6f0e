"""Texts that sell, sue or invite tell no news, whatever goods and moves they name."""

import pytest

from tocsin.detect import Detector
from tocsin.rules import load_rules
from tocsin.testing.builders import article

DETECTOR = Detector(load_rules())
BODY = "\n\nLithium prices fell 12% in May. Lithium output would rise to 40,000 tonnes, the company said."


@pytest.mark.parametrize(
    "headline",
    [
        "Global Lithium Battery Market to Reach $95 Billion by 2031",
        "Lithium Compounds Market Size, CAGR of 11%",
        "Shareholder Alert: Law Firm Looks Into Harrow Lithium",
        "Webinar: What Lithium Prices Mean for Builders",
        "Week ahead: lithium results and the Fed",
        "Nadir Research initiates coverage of Harrow Lithium",
    ],
)
def test_an_advertisement_a_lawsuit_or_an_invitation_tells_nothing(headline: str) -> None:
    assert not DETECTOR.detect(article(headline + BODY)).signals


@pytest.mark.parametrize(
    "headline",
    [
        "Lithium market slides again",
        "Harrow Lithium to reach full output in June",
        "Lithium slips, and miners watch the Fed",
    ],
)
def test_a_headline_of_the_market_is_none_of_these(headline: str) -> None:
    assert DETECTOR.detect(article(headline + BODY)).signals


def test_what_a_seller_says_to_buyers_tells_nothing() -> None:
    text = "Copper pipes, factory direct\n\nCopper prices cut by 8% this month. Minimum order one ton. Contact our sales team."
    assert not DETECTOR.detect(article(text)).signals
