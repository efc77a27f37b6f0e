"""Hostile text comes out harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.deliver.escaping import clean, cut, one_line, plain, safe_url, shown_host, slack


@pytest.mark.parametrize(
    "text",
    ["<!channel>", "<!here|x>", "@everyone", "@here now", "<@U123>", "[bank](https://evil.example)", "＠everyone"],
)
def test_calls_and_marked_links_are_broken_up(text: str) -> None:
    for made in (plain(text), slack(text)):
        assert text not in made
        assert made.replace("\u2060", "").replace("&lt;", "<").replace("&gt;", ">") == text


def test_a_second_pass_through_the_escapes_is_not_needed() -> None:
    assert slack("a & b < c > d") == "a &amp; b &lt; c &gt; d"


@given(st.text())
def test_slack_text_holds_no_angle_bracket_and_no_bare_ampersand(text: str) -> None:
    made = slack(text)
    assert "<" not in made
    assert ">" not in made


@given(st.text())
def test_a_cleaned_line_is_one_line_without_controls(text: str) -> None:
    made = one_line(text, 80)
    assert len(made) <= 80
    assert not any(ord(char) < 32 or char in "\u202e\u2028\u200b\x7f" for char in made)


def test_header_injection_ends_as_a_space() -> None:
    assert one_line("fact\r\nBcc: all@example.com", 80) == "fact Bcc: all@example.com"


def test_direction_and_invisible_characters_go() -> None:
    assert clean("a\u202eb\u200bc\ufeffd\u00ade") == "abcde"


def test_text_is_cut_at_a_word() -> None:
    assert cut("one two three four", 12) == "one two…"
    assert cut("一二三四五六七八九十", 5) == "一二三四…"
    assert cut("short", 5) == "short"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://user:pw@evil.example/",
        "https://bank.example@evil.example/",
        "http://",
        "https://a.example/\x00",
        "https://a.example/ b",
        "https://a.example\\@evil.example",
        "https://[bad",
        "https://a.example:99999999/",
        "https://a.example/" + "x" * 2000,
        "ftp://a.example/",
        "",
        None,
    ],
)
def test_an_address_that_is_no_plain_web_link_is_not_linked(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(
    ("url", "link"),
    [
        (" https://a.example/b?c=1&d=2#e ", "https://a.example/b?c=1&d=2#e"),
        ('http://a.example/"><script>', "http://a.example/%22%3E%3Cscript%3E"),
        ("https://a.example/新闻", "https://a.example/新闻"),
    ],
)
def test_a_web_link_stays_and_cannot_leave_its_place(url: str, link: str) -> None:
    assert safe_url(url) == link


def test_a_look_alike_host_is_shown_as_it_is_looked_up() -> None:
    assert shown_host("https://exаmple.com/") == "xn--exmple-4nf.com"
