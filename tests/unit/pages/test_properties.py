"""What holds for any page whatever, and what it costs: nothing is quadratic."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.messages import ArticleRecord
from tocsin.messages.article import MAX_TEXT_BYTES
from tocsin.pages import Page, complete, split
from tocsin.pages.lines import folded

NOW = datetime(2025, 6, 1, tzinfo=UTC)
PIECES = [
    "Related News", "Read More", "About Tin Corp.", "Disclaimer", "相关阅读", "免责声明", "Copper rose 3% on Monday, two traders said after lunch.",
    "钨价连涨三周", "Gazette· 2025-03-04 10:15", "22 hours ago", "来源：某报 2025-03-04", "Group 1: Prices - tin rose [1] Group 2 - lead fell [2]",
    "【快讯】锡价上涨。", "[a](http://x.example/y)", "![](x)", "# Title", "1、铜", "\ud800", "\x00", "\u202e", "İ", "ß", "\r\n", "\n\n", "\u2028", "...", "(", "[", "【",
    "This is no offer to sell; actual results may differ.", "share", "首页", "By Ann Lee, Wire",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=40), max_size=25).map("\n".join) | st.text(max_size=400)


@given(texts, st.none() | st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_is_at_least_one_article_that_can_travel(text: str, title: str | None) -> None:
    articles = split(Page(text=text, title=title), NOW)
    assert articles
    assert len({article.article_id for article in articles}) == len(articles)
    for article in articles:
        read = ArticleRecord.model_validate_json(article.to_record().to_json())
        assert complete(read, NOW) == article
        assert folded(article.text).startswith(folded(article.title or ""))


@given(texts)
@settings(max_examples=200, deadline=None)
def test_splitting_is_repeatable(text: str) -> None:
    assert split(Page(text=text), NOW) == split(Page(text=text), NOW)


@given(texts.filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text)))
@settings(max_examples=200, deadline=None)
def test_completing_moves_no_character(text: str) -> None:
    article = complete(ArticleRecord(source="s", id="1", text=text), NOW)
    assert len(article.text) == len(text)
    assert all(ours == theirs or ours in " \n" for ours, theirs in zip(article.text, text, strict=True))


HOSTILE = {
    "no full stop": "tin rose and lead fell ",
    "digits": "12345 ",
    "brackets": "[(【",
    "links": "[a](http://x.example/",
    "closed brackets": "](",
    "one legal phrase": "actual results may differ ",
    "forward-looking": "forward-looking statements ",
    "short lines": "tin rose\n",
    "bylines": "Gazette· 2025-03-04 10:15\n",
    "digest": "Tin sellers keep stocks back\nGazette· 2025-03-04 10:15\nCore Viewpoint - tin rose [1] Group 1 - lead fell [2] Group 2 - zinc rose, said two traders.\n",
    "teasers": "Tin sellers keep their stocks back\nRead More\n22 hours ago\n",
    "headings": "About Tin Corp.\nDisclaimer\nRelated News\n",
    "chinese": "锡价上涨，",
    "spaces": " ",
    "blank lines": "\n",
    "hashes": "#",
    "stars": "* ",
    "written by": "without the express written ",
    "dots": "...",
    "pinyin": "Zhong Guo ",
    "months": "March ",
}


@pytest.mark.timeout(15)  # linear takes half a second on one core
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_worked_through_within_bounds(piece: str) -> None:
    text = (piece * (300_000 // len(piece) + 1))[:300_000]
    assert all(len(article.text.encode()) <= MAX_TEXT_BYTES for article in split(Page(text=text), NOW))
    assert len(complete(ArticleRecord(source="s", id="1", text=text), NOW).text) <= MAX_TEXT_BYTES
