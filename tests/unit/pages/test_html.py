"""HTML: the article's text with what its metadata say, and bounds against pages built to hurt."""

import contextlib
from datetime import UTC, datetime

import pytest

from tocsin.pages import Page, PageError, split

NOW = datetime(2025, 6, 1, tzinfo=UTC)
ARTICLE = """<!DOCTYPE html><html lang="en"><head><title>Ytterbium sellers hold back | Metal Gazette</title>
<meta property="og:title" content="Ytterbium sellers hold back"><meta property="og:site_name" content="Metal Gazette">
<meta property="article:published_time" content="2025-05-20T08:15:00+02:00"></head><body>
<nav><a href="/">Home</a> <a href="/x">Copper falls 9%</a></nav>
<article><h1>Ytterbium sellers hold back</h1>
<p>Sellers of ytterbium oxide kept material back on Tuesday, hoping that the price, which rose 6% in May, would go on rising.</p>
<p>Two buyers from the laser industry said they had been offered 14 dollars a kilogram and that they would wait until the autumn.</p>
<p>Stocks at the port stand at 120 tonnes, which is a third less than a year ago, according to the warehouse owner there.</p></article>
<footer>Copyright 2025. Tin ban lifted.</footer></body></html>"""


def test_a_page_gives_its_text_title_publisher_and_time() -> None:
    (article,) = split(Page(html=ARTICLE), NOW)
    assert (article.title, article.publisher) == ("Ytterbium sellers hold back", "Metal Gazette")
    assert article.published_at == datetime(2025, 5, 20, 6, 15, tzinfo=UTC)
    assert article.text.startswith("Ytterbium sellers hold back\n\nSellers of ytterbium")
    assert "120 tonnes" in article.text
    assert "Tin ban" not in article.text
    assert "Copper" not in article.text


def test_what_is_known_from_outside_counts_more_than_the_page() -> None:
    (article,) = split(Page(html=ARTICLE, title="Another", publisher="Desk", published_at="2025-05-01"), NOW)
    assert (article.title, article.publisher, article.published_at.day) == ("Another", "Desk", 1)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 100_000, "nested more than"),
        ("<table>" + "<tr><td>1</td></tr>" * 100_000, "of more than"),
        ("<html>" + "x" * 5_100_000, "million characters"),
        ("<html><body><script>zinc()</script></body></html>", "without a text"),
        ("<html></html>", "without a text"),
        ("<!--" * 1_000_000, "without a text"),
    ],
)
def test_a_page_that_cannot_be_read_is_told_with_reason_and_remedy(html: str, reason: str) -> None:
    with pytest.raises(PageError, match=reason) as caught:
        split(Page(html=html, document="a.html"), NOW)
    assert caught.value.place == "a.html"
    assert caught.value.remedy


@pytest.mark.parametrize(
    "html", ["<", "<html", "<p>Zinc <b>rose", "<html><!-- zinc", "<html>\x00<p>Zinc rose 3% today</p>"]
)
def test_broken_html_is_read_or_told(html: str) -> None:
    with contextlib.suppress(PageError):
        assert len(split(Page(html=html), NOW)) == 1


def test_a_table_that_arranges_a_newsletter_is_no_table_of_figures() -> None:
    html = """<html><body><table width=600>
<tr><td><h2>Tin on the rise</h2><p>Tin prices rose 2.5% on Tuesday in Kelmouth,<br> the highest in a month, traders said.</p></td></tr>
<tr><td><p>Varnholt Smelting shut its Osterby works for a month, the company said on Wednesday.</p></td></tr>
<tr><td><p>Closing prices of the day</p><table><tr><th>Metal</th><th>Close</th></tr><tr><td>Lead</td><td>2,011</td></tr></table></td></tr>
</table></body></html>"""
    (article,) = split(Page(html=html, title="Morning brief"), NOW)
    lines = article.text.splitlines()
    assert "Tin prices rose 2.5% on Tuesday in Kelmouth, the highest in a month, traders said." in lines
    assert "Varnholt Smelting shut its Osterby works for a month, the company said on Wednesday." in lines
    assert "| Lead | 2,011 |" in [line.strip() for line in lines]
