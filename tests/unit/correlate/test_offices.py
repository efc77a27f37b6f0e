"""A ministry's own notice is its country's measure, though the text names the country nowhere."""

import pytest

from tocsin.config.trials import offices_of
from tocsin.correlate import Offices
from tocsin.rules import load_rules


@pytest.fixture(scope="module")
def offices() -> Offices:
    return offices_of(load_rules())


@pytest.mark.parametrize(
    ("publisher", "country"),
    [
        ("商务部", "CN"),
        ("Directorate General of Foreign Trade", "IN"),
        ("Ministry of Trade and Industry of Zambia", "ZM"),
        ("Kazakhstan Ministry of Finance", "KZ"),
        ("越南工贸部", "VN"),
        ("Ministry of Finance", None),
        ("Peru Mining Daily", None),
        ("Vietnam News Agency", None),
        (None, None),
    ],
)
def test_an_office_speaks_for_its_country(offices: Offices, publisher: str | None, country: str | None) -> None:
    found = offices.find(publisher)
    assert (found[1] if found else None) == country
