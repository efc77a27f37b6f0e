"""Announcements of other articles within the lines of an article: they tell no news of this one."""

from datetime import UTC, datetime

import pytest

from tocsin.pages import Page, split

NOW = datetime(2026, 3, 3, 8, tzinfo=UTC)
TITLE = "Lithium slides in China"
NEWS = "SHANGHAI - Lithium carbonate in China lost 4.5% last week and stood at 72,000 yuan a tonne on Friday, two traders said."
NEWS_ZH = "上海消息:上周国内碳酸锂价格下跌4.5%,周五报每吨7.2万元,两名贸易商表示下游按需采购,成交清淡,市场观望情绪浓厚。"


def left(below: str, news: str = NEWS) -> str:
    """Return what is left of the page below its news."""
    (article,) = split(Page(text=f"{TITLE}\n\n{news}{below}", source="x", id="1"), NOW)
    assert news in article.text
    return article.text.partition(news)[2].strip()


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Bolt makers raise prices 9%",
        "READ: Bolt makers raise prices 9%",
        "ALSO READ | Bolt makers raise prices 9%",
        "(Also read: Bolt makers raise prices 9%)",
        "RELATED STORY: Bolt makers raise prices 9%",
        "Recommended for you: Bolt makers raise prices 9%",
        "Trending now: Bolt makers raise prices 9%",
        "Next article: Bolt makers raise prices 9%",
        "Previous: Bolt makers raise prices 9%",
        "Editor's picks: Bolt makers raise prices 9%",
        "Top stories: Bolt makers raise prices 9%",
        "Up next: Bolt makers raise prices 9%",
        "Advertisement: bolt prices soar 9%! Subscribe now",
        "點擊查看更多：螺栓漲價9%",
        "【推荐】螺栓涨价9%",
        "相关报道：螺栓涨价9%",
    ],
)
def test_a_label_before_a_title_makes_a_line_a_teaser(line: str) -> None:
    assert left(f"\n\n{line}") == ""


@pytest.mark.parametrize(
    ("news", "teaser"),
    [
        (NEWS, " Read more: Bolt makers raise prices 9%"),
        (NEWS, " [Related: Bolt makers raise prices 9%]"),
        (NEWS_ZH, "延伸阅读：螺栓涨价9%"),
        (NEWS_ZH, "（相關新聞：螺栓漲價9%）"),
    ],
)
def test_a_teaser_behind_the_last_sentence_of_a_paragraph_goes(news: str, teaser: str) -> None:
    assert left(teaser, news) == ""


def test_news_goes_on_behind_a_teaser_within_a_long_paragraph() -> None:
    rest = "Buyers were few, and most of them asked for small lots. " * 4
    assert left(f" Read more: Bolt makers raise prices 9%. {rest}") == rest.strip()


def test_read_more_over_titles_alone_is_a_heading_of_other_articles() -> None:
    assert left("\n\nREAD MORE\nBolt makers raise prices 9%\nNut output cut by 300 tonnes") == ""


def test_read_more_between_paragraphs_is_a_button() -> None:
    rest = "Buyers were few, and most of them asked for small lots, since the stocks of their works will last into the spring."
    assert left(f"\n\nRead more\nOutlook\n{rest}") == f"Outlook\n{rest}"


@pytest.mark.parametrize(
    "line",
    [
        "Previous: 4.2%, forecast: 4.4%",
        "Prices read: 4.2% up on the week.",
        "Spodumene: sellers asked for more.",
        "阅读量上升,价格下跌9%。",
    ],
)
def test_other_words_before_a_colon_stay(line: str) -> None:
    assert left(f"\n\n{line}") == line
