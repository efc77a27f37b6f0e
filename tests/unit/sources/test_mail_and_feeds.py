"""Mails and feeds become pages with title, publisher and date; what they hold beside the news is left."""

import gzip
import io
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from tocsin.pages import Page, split
from tocsin.sources import Unreadable, read_pages

NOW = datetime(2026, 5, 6, 9, tzinfo=UTC)
PLAIN = "Tin ingot prices in Jakarta rose 3% to $31,200 a tonne on Tuesday, two smelters said.\n\n锡锭价格上涨3%。"


def mail(**headers: str) -> EmailMessage:
    found = EmailMessage()
    fields = {"From": '"Harbour Desk" <desk@harbour.example>', "Subject": "锡价上涨3% Tin jumps", "Date": "Tue, 5 May 2026 07:30:00 +0800"}  # fmt: skip
    for name, value in {**fields, **headers}.items():
        found[name.replace("_", "-")] = value
    return found


def only(path: Path, data: bytes) -> Page:
    path.write_bytes(data)
    (page,) = read_pages([path])
    assert isinstance(page, Page), page
    return page


def refused(path: Path, data: bytes) -> Unreadable:
    path.write_bytes(data)
    (fault,) = read_pages([path])
    assert isinstance(fault, Unreadable), fault
    return fault


@pytest.mark.parametrize("name", ["news.eml", "news.txt"])
def test_a_mail_is_read_in_its_own_coding_with_its_headers(tmp_path: Path, name: str) -> None:
    letter = mail(Message_ID="<77@harbour.example>")
    letter.set_content(PLAIN, cte="quoted-printable")
    letter.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="prices.pdf")
    page = only(tmp_path / name, bytes(letter))
    assert page.text.strip() == PLAIN
    assert (page.title, page.publisher, page.id) == ("锡价上涨3% Tin jumps", "Harbour Desk", "77@harbour.example")
    (article,) = split(page, NOW)
    assert article.published_at == datetime(2026, 5, 4, 23, 30, tzinfo=UTC)


def test_a_mail_of_html_alone_or_with_a_note_that_points_to_it_is_read_as_html(tmp_path: Path) -> None:
    letter = mail(From="desk@harbour.example")
    letter.set_content("View this mail in your browser.")
    letter.add_alternative("<p>Tin ingot prices rose 3% on Tuesday.</p>", subtype="html")
    page = only(tmp_path / "a.eml", bytes(letter))
    assert page.html is not None
    assert "Tin ingot prices rose 3%" in page.html
    assert page.publisher == "harbour.example"


def test_a_mail_with_attachments_alone_is_refused(tmp_path: Path) -> None:
    letter = mail()
    letter.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="prices.pdf")
    assert str(refused(tmp_path / "a.eml", bytes(letter))).endswith("is a mail without a text; save what it has attached and pass that")  # fmt: skip


def test_a_note_with_lines_like_headers_is_no_mail(tmp_path: Path) -> None:
    page = only(tmp_path / "a.txt", b"From: the desk\nSubject: tin\n\nTin rose 3%.")
    assert page.text.startswith("From: the desk")


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Wire</title>
<item><title>Tin jumps 3%</title><link>https://harbour.example/1</link><guid>h-1</guid>
<pubDate>Tue, 05 May 2026 08:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Tin rose 3% &amp; lead fell.</p><p>Traders said so.</p>]]></content:encoded></item>
<item><title>Lead smelter halted</title></item><item><guid>void</guid></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title><entry><id>u:1</id><title>Tin jumps</title>
<link rel="alternate" href="https://harbour.example/2"/><updated>2026-05-05T08:00:00Z</updated>
<summary type="html">&lt;b&gt;Tin&lt;/b&gt; rose 3%.</summary></entry></feed>"""


def test_each_item_of_a_feed_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, "utf-8")
    first, second, third = read_pages([tmp_path / "feed.xml"])
    assert isinstance(first, Page)
    assert (first.title, first.id, first.url) == ("Tin jumps 3%", "h-1", "https://harbour.example/1")
    assert first.text.split("\n") == ["Tin rose 3% & lead fell.", "Traders said so."]
    assert (first.publisher, first.published_at) == ("Harbour Wire", "2026-05-05T08:00:00+00:00")
    assert isinstance(second, Page)
    assert second.text == "Lead smelter halted"
    assert isinstance(third, Unreadable)
    assert third.place.endswith("feed.xml[3]")


def test_an_atom_entry_is_a_page(tmp_path: Path) -> None:
    page = only(tmp_path / "atom.txt", ATOM.encode())
    assert (page.title, page.text, page.url) == ("Tin jumps", "Tin rose 3%.", "https://harbour.example/2")
    assert page.updated_at == "2026-05-05T08:00:00Z"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<?xml version="1.0"?><newsItem><p>Tin rose.</p></newsItem>', "is XML of a kind that is not read"),
        ('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss/>', "is XML of a kind that is not read"),
        ('<rss><!DOCTYPE rss [<!ENTITY a "b">]></rss>', "is a feed that declares entities"),
        ("<rss><channel><title>x</title></channel></rss>", "is a feed without items"),
        ("<rss><channel><item>", "is a feed that cannot be parsed"),
    ],
)
def test_other_xml_is_refused_with_its_reason(tmp_path: Path, text: str, reason: str) -> None:
    assert refused(tmp_path / "a.xml", text.encode()).reason.startswith(reason)


def test_packed_html_is_read_as_html(tmp_path: Path) -> None:
    page = only(tmp_path / "a.html.gz", gzip.compress(b"<p>Tin rose 3%.</p>"))
    assert page.html == "<p>Tin rose 3%.</p>"


@pytest.mark.parametrize("text", ["Tin rose 3%.\nLead fell.", '{"text": "Tin rose 3%.\\nLead fell."}\n'])
def test_standard_input_may_be_packed(text: str) -> None:
    (page,) = read_pages(["-"], io.BytesIO(gzip.compress(text.encode())))
    assert isinstance(page, Page)
    assert page.text == "Tin rose 3%.\nLead fell."


def test_standard_input_that_breaks_off_is_told() -> None:
    (fault,) = read_pages(["-"], io.BytesIO(gzip.compress(b"Tin rose 3%." * 99)[:-9]))
    assert isinstance(fault, Unreadable)
    assert fault.reason.startswith("cannot be read")


@pytest.mark.parametrize(
    "head",
    ["【早间快报】2026年5月5日", "Date: Tue, 5 May 2026 07:30:00 +0800", "周二 2026-05-05", "Tuesday, May 5, 2026"],
)
def test_a_rubric_or_a_weekday_is_no_publisher(head: str) -> None:
    text = f"Tin output halts at Muara\n{head}\n\nA fire stopped the Muara tin smelter on Monday, its owner said in a note.\nThe plant makes 9,000 tonnes a year."
    (article,) = split(Page(text=text), NOW)
    assert article.publisher is None
    assert article.dated
