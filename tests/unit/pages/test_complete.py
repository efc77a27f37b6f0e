"""Records that came past ingest: completed, and masked without moving a character."""

from datetime import UTC, datetime

from tocsin.messages import ArticleRecord, ids
from tocsin.pages import Page, complete, split

RECEIVED = datetime(2025, 6, 1, 8, tzinfo=UTC)
TEXT = """Vanadium flake rose 4% in a week, sellers said.

Buyers from [two mills](https://mills.example/a) took 300 tonnes, and the sellers now ask for more than before.

Share this article
Facebook Twitter LinkedIn

Disclaimer: this text does not constitute investment advice; losses of contracts are the reader's own.

Related News
Ban on exports of salt lifted
Salt doubles in price
"""


def _record(**fields: object) -> ArticleRecord:
    return ArticleRecord.model_validate({"source": "desk", "id": "1", "text": TEXT, **fields})


def test_boilerplate_is_masked_at_equal_length() -> None:
    article = complete(_record(), RECEIVED)
    assert len(article.text) == len(TEXT)
    assert all(ours in (theirs, " ") for ours, theirs in zip(article.text, TEXT, strict=True))
    for gone in ("Share", "Facebook", "Disclaimer", "contracts", "Ban", "doubles", "https"):
        assert gone not in article.text
    assert "two mills" in article.text
    assert article.text.index("300 tonnes") == TEXT.index("300 tonnes")


def test_the_quote_that_a_portal_sets_beside_a_name_is_masked() -> None:
    article = complete(
        _record(text="May copper futures HGK7, -0.38% added 4 cents, while Orla Mining ORL, +2.10% fell."), RECEIVED
    )
    assert "0.38" not in article.text
    assert "2.10" not in article.text
    assert article.text.index("4 cents") == 38


def test_what_is_missing_is_filled_in() -> None:
    article = complete(_record(), RECEIVED)
    assert article.article_id == ids.article_id(url=None, source="desk", id="1", content=TEXT)
    assert (article.ingested_at, article.published_at, article.dated) == (RECEIVED, RECEIVED, False)
    assert (article.language, article.title) == ("en", None)


def test_what_the_producer_says_stands() -> None:
    published = datetime(2025, 5, 30, tzinfo=UTC)
    article = complete(
        _record(title="Vanadium", publisher="Desk", published_at=published, url="https://D.example/v/"), RECEIVED
    )
    assert (article.title, article.publisher, article.published_at, article.dated) == (
        "Vanadium",
        "Desk",
        published,
        True,
    )
    assert article.article_id == ids.article_id(url="https://d.example/v", source="desk", id="1", content="")


def test_a_date_ahead_of_the_record_is_none() -> None:
    article = complete(_record(published_at=datetime(2025, 6, 2, tzinfo=UTC)), RECEIVED)
    assert (article.published_at, article.dated) == (RECEIVED, False)


def test_what_ingest_wrote_is_left_as_it_is() -> None:
    (ours,) = split(Page(text=TEXT, title="Vanadium", publisher="Desk", published_at="2025-05-30"), RECEIVED)
    read = ArticleRecord.model_validate_json(ours.to_record().to_json())
    assert complete(read, datetime(2026, 1, 1, tzinfo=UTC)) == ours


def test_a_record_with_a_title_alone_has_it_for_text() -> None:
    assert complete(_record(text=" ", title="Vanadium rose 4%"), RECEIVED).text == "Vanadium rose 4%"


def test_a_dated_line_that_heads_a_quotation_is_no_byline() -> None:
    text = "7月3日上海现货报价（单位：元/吨）\n1#电解铜：均价71250，涨420\n0#锌锭：均价21500，跌130\n"

    article = complete(_record(text=text, title=None), RECEIVED)

    assert article.publisher is None
    assert article.text.startswith("7月3日上海现货报价")
