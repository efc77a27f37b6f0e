from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.messages import DeadLetter, Magnitude, Magnitudes
from tocsin.messages.base import format_exact, format_moment, to_milliseconds
from tocsin.messages.ids import article_id, canonical_url, make_id, signal_id
from tocsin.messages.signal import main_magnitude
from tocsin.messages.topics import ALL
from tocsin.messages.units import is_unit


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("12700", "12700"),
        ("7.840", "7.84"),
        ("1E+3", "1000"),
        ("0.00", "0"),
        ("245000000", "245000000"),
        ("100", "100"),
    ],
)
def test_an_exact_number_is_written_without_exponent_and_trailing_zeros(number: str, text: str) -> None:
    assert format_exact(Decimal(number)) == text


@given(st.decimals(min_value=0, max_value=10**15, allow_nan=False, allow_infinity=False, places=6))
def test_an_exact_number_survives_its_text(number: Decimal) -> None:
    assert Decimal(format_exact(number)) == number


def test_a_moment_is_told_in_utc_with_milliseconds() -> None:
    moment = datetime(2026, 11, 3, 8, 30, 0, 123_987, timezone(timedelta(hours=8)))
    assert format_moment(to_milliseconds(moment)) == "2026-11-03T00:30:00.123Z"
    assert to_milliseconds(moment).tzinfo == UTC


@given(st.lists(st.one_of(st.none(), st.text()), max_size=4), st.lists(st.one_of(st.none(), st.text()), max_size=4))
def test_different_parts_never_share_an_id(one: list[str | None], two: list[str | None]) -> None:
    assert (make_id(*one) == make_id(*two)) is (one == two)


def test_an_id_is_26_characters_and_stands_lone_surrogates() -> None:
    assert len(make_id("\ud800")) == 26
    assert make_id("ab", "c") != make_id("a", "bc")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("HTTPS://News.example:443/a/?utm_source=x&b=2&a=1#top", "https://news.example/a?a=1&b=2"),
        ("http://news.example:80", "http://news.example/"),
    ],
)
def test_one_place_has_one_address(one: str, two: str) -> None:
    assert canonical_url(one) == canonical_url(two)


@pytest.mark.parametrize("text", ["http://[::1", "no address", "", "://x"])
def test_what_is_no_address_stays_as_it_is(text: str) -> None:
    assert canonical_url(text) == text


def test_an_article_is_known_by_its_place_before_its_text() -> None:
    by_url = article_id(url="https://a.example/1", source="s", id="1", content="x")
    assert by_url == article_id(url="https://a.example/1", source="t", id="2", content="y")
    assert article_id(url=None, source="s", id="1", content="x") == article_id(
        url=None, source="s", id="1", content="y"
    )
    assert article_id(url=None, source=None, id=None, content="x") != article_id(
        url=None, source=None, id=None, content="y"
    )


def test_the_order_of_commodities_and_slots_makes_no_other_signal() -> None:
    one = signal_id("a", "price_move", "up", ["tin", "lead"], ["b=1", "a=2"])
    assert one == signal_id("a", "price_move", "up", ["lead", "tin"], ["a=2", "b=1"])
    assert one != signal_id("a", "price_move", "down", ["lead", "tin"], ["a=2", "b=1"])


@pytest.mark.parametrize(
    "unit", ["percent", "pp", "t", "t/yr", "USD", "USD/oz", "CNY/t", "bbl/day", "days", "count", "count/yr"]
)
def test_units_of_the_list_are_known(unit: str) -> None:
    assert is_unit(unit)


@pytest.mark.parametrize("unit", ["%", "tons", "USD/", "/t", "t/USD", "percent/day", "usd", "t/week", ""])
def test_other_units_are_not(unit: str) -> None:
    assert not is_unit(unit)


def amount(low: str, unit: str) -> Magnitude:
    return Magnitude(low=Decimal(low), high=Decimal(low), unit=unit, step=Decimal(1), span=((0, 1),))


def test_the_main_amount_follows_the_type() -> None:
    both = Magnitudes(value=amount("245000000", "USD"), quantity=amount("3000", "t"), level=amount("5", "t"))
    assert [getattr(main_magnitude(name, both), "kind", None) for name in ("mna", "large_contract", "price_move", "smuggling")] == [
        "value", "quantity", "level", "quantity",
    ]  # fmt: skip


def test_a_negative_amount_is_refused() -> None:
    with pytest.raises(ValueError, match="greater than or equal to 0"):
        amount("-1", "t")


@given(st.binary(), st.binary(), st.text(), st.integers(min_value=0), st.lists(st.tuples(st.text(), st.binary())))
def test_a_dead_letter_survives_its_headers(
    key: bytes, value: bytes, error: str, offset: int, headers: list[tuple[str, bytes]]
) -> None:
    own = tuple(pair for pair in headers if not pair[0].startswith("tocsin.dead-letter."))
    letter = DeadLetter(
        key, value, "detect", "tocsin.articles.v1", 3, offset, error[:500].encode("utf-8", "replace").decode(), own
    )
    assert DeadLetter.from_record(key, value, letter.to_headers()) == letter


def test_headers_of_a_stranger_read_as_unknown() -> None:
    letter = DeadLetter.from_record(None, b"x", [("tocsin.dead-letter.offset", b"many"), ("a", None)])
    assert (letter.stage, letter.offset, letter.headers) == ("unknown", -1, (("a", b""),))


def test_topic_names_have_no_underscore() -> None:
    assert [topic.name for topic in ALL if "_" in topic.name] == []
