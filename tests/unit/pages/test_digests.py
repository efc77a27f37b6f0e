"""Pages that hold several articles, in the forms that aggregators give them."""

from datetime import UTC, datetime

import pytest

from tocsin.pages import Page, split

NOW = datetime(2025, 6, 1, 8, tzinfo=UTC)

TIN = (
    "Warehouses at the port hold 410 tonnes of tin, a third less than in January, and the owners wait for better bids."
)
MORE = "One of them, who has traded the metal for thirty years, said that he had not seen such a quiet spring before."
QUOTA = (
    "Miners in the south have not received their tungsten quotas yet, which usually come out before the rains begin."
)
GALLIUM = "A smelter on the coast stopped its gallium line on Friday for repairs that will take about nineteen days."

ENGLISH = f"""Home
Metals
Search
Tin Owners Wait For Better Bids At The Port
Metal Gazette · 2025-03-04 10:15
{TIN}
{MORE}
Tungsten Quotas Are Late In The South Again
Ore Courier | Mar 4, 2025 09:00
{QUOTA}
Gallium Line Stops For Repairs On The Coast
Metal Gazette · 3 hours ago
{GALLIUM}
"""

DATES_ALONE = f"""Tin owners wait for better bids at the port
2025-03-04 10:15
{TIN}
Tungsten quotas are late in the south again
2025-03-04 09:00
{QUOTA}
Gallium line stops for repairs on the coast
2025-03-03 18:00
{GALLIUM}
"""

TIME_ABOVE = f"""Metal Gazette · 2025-03-04 10:15
Tin owners wait for better bids at the port
{TIN}
Ore Courier · 2025-03-04 09:00
Tungsten quotas are late in the south again
{QUOTA}
"""

CHINESE = """首页
港口锡锭库存降至四百吨
来源：南方有色报 2025-03-04 10:15
港口仓库目前存有四百一十吨锡锭，较一月减少三分之一，货主普遍等待更高报价。
一位从业三十年的贸易商表示，今年春天的成交清淡程度超出预期。
南方钨矿配额迟迟未下发
来源：矿业信使 2025-03-04 09:00
南方矿山至今没有收到钨矿开采配额，往年这一指标在雨季之前就会公布。
"""

BARE_ON_TOP = """镓产线检修十九天
Group 1 - A smelter on the coast stopped its gallium line on Friday for repairs of nineteen days [1]. Group 2 - Buyers took it calmly, since their stocks suffice [2].
港口锡锭库存降至四百吨
Nan Fang Bao· 2025-03-04 10:15
Core Viewpoint - Warehouses at the port hold 410 tonnes of tin, a third less than in January [3].
"""

TICKER = """10:15 【港口锡锭库存下降】港口仓库目前存有四百一十吨锡锭，较一月减少三分之一，货主等待更高报价。
10:02 沿海一家冶炼厂周五停运镓产线检修，预计持续十九天，下游库存尚可维持生产。
2025-03-04 09:47 南方矿山至今没有收到钨矿开采配额，往年这一指标在雨季之前就会公布。
"""

CALENDAR = """本周数据一览
20:30 美国非农就业人数
22:00 原油库存变化
23:00 央行官员讲话
"""


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (
            ENGLISH,
            [
                ("Tin Owners Wait For Better Bids At The Port", "Metal Gazette", "2025-03-04T10:15"),
                ("Tungsten Quotas Are Late In The South Again", "Ore Courier", "2025-03-04T09:00"),
                ("Gallium Line Stops For Repairs On The Coast", "Metal Gazette", "2025-06-01T05:00"),
            ],
        ),
        (
            DATES_ALONE,
            [
                ("Tin owners wait for better bids at the port", None, "2025-03-04T10:15"),
                ("Tungsten quotas are late in the south again", None, "2025-03-04T09:00"),
                ("Gallium line stops for repairs on the coast", None, "2025-03-03T18:00"),
            ],
        ),
        (
            TIME_ABOVE,
            [
                ("Tin owners wait for better bids at the port", "Metal Gazette", "2025-03-04T10:15"),
                ("Tungsten quotas are late in the south again", "Ore Courier", "2025-03-04T09:00"),
            ],
        ),
        (
            CHINESE,
            [
                ("港口锡锭库存降至四百吨", "南方有色报", "2025-03-04T02:15"),
                ("南方钨矿配额迟迟未下发", "矿业信使", "2025-03-04T01:00"),
            ],
        ),
        (
            BARE_ON_TOP,
            [("镓产线检修十九天", None, None), ("港口锡锭库存降至四百吨", "Nan Fang Bao", "2025-03-04T02:15")],
        ),
        (
            TICKER,
            [("港口锡锭库存下降", None, None), (None, None, None), (None, None, "2025-03-04T01:47")],
        ),
        (CALENDAR, [("本周数据一览", None, None)]),
    ],
    ids=["english", "dates alone", "time above", "chinese", "bare on top", "ticker", "calendar"],
)
def test_a_page_is_split_into_its_articles(page: str, found: list[tuple[str | None, str | None, str | None]]) -> None:
    articles = split(Page(text=page), NOW)
    assert [
        (a.title, a.publisher, a.published_at.isoformat(timespec="minutes")[:16] if a.dated else None) for a in articles
    ] == found


def test_every_paragraph_of_an_item_stays_with_it() -> None:
    tin, tungsten, gallium = split(Page(text=ENGLISH), NOW)
    assert tin.text == f"{tin.title}\n\n{TIN}\n{MORE}"
    assert tungsten.text == f"{tungsten.title}\n\n{QUOTA}"
    assert gallium.text == f"{gallium.title}\n\n{GALLIUM}"


def test_an_article_with_a_line_of_publisher_and_time_is_no_digest() -> None:
    text = f"Tin owners wait for better bids\nMetal Gazette · 2025-03-04 10:15\n{TIN}\nA quiet spring\n{MORE}\n{QUOTA}"
    (article,) = split(Page(text=text), NOW)
    assert (article.title, article.publisher) == ("Tin owners wait for better bids", "Metal Gazette")
    assert "A quiet spring" in article.text


def test_teasers_with_publisher_and_time_below_an_article_are_no_articles() -> None:
    text = f"Tin owners wait for better bids\nMetal Gazette · 2025-03-04 10:15\n{TIN}\n{MORE}\nRelated News\nTungsten quotas are late\nOre Courier · 2 hours ago\n{QUOTA}\nGallium line stops\nOre Courier · 3 hours ago\n{GALLIUM}\n"
    (article,) = split(Page(text=text), NOW)
    assert QUOTA not in article.text
    assert GALLIUM not in article.text


def test_a_headline_with_a_date_in_it_is_no_line_of_who_and_when() -> None:
    text = f"Tin fell 3% on March 4, 2025\n{TIN}\nTungsten Quotas Late March 4, 2025\n{QUOTA}"
    assert len(split(Page(text=text), NOW)) == 1


def test_a_timeline_in_an_article_is_no_digest() -> None:
    days = "\n".join(f"March {day}, 2025\n{text}" for day, text in ((3, TIN), (4, QUOTA), (5, GALLIUM)))
    above = "\n".join(
        f"March {day}, 2025\nWhat the day brought to the port\n{text}" for day, text in ((3, TIN), (4, QUOTA))
    )
    assert len(split(Page(text=f"A week at the port\n{MORE}\n{days}"), NOW)) == 1
    assert len(split(Page(text=f"A week at the port\n{MORE}\n{above}"), NOW)) == 1


def test_teasers_below_a_digest_are_no_items_of_it() -> None:
    text = f"{ENGLISH}Related News\nA fourth story nobody asked for\nOre Courier · 5 hours ago\n{MORE}\n"
    assert len(split(Page(text=text), NOW)) == 3


def test_boxes_of_links_inside_items_do_not_end_a_digest() -> None:
    box = "Related News\nA story nobody asked for\n"
    text = ENGLISH.replace("Tungsten Quotas", f"{box}Tungsten Quotas", 1).replace(
        "Gallium Line", f"{box}Gallium Line", 1
    )
    assert [a.title for a in split(Page(text=text), NOW)] == [a.title for a in split(Page(text=ENGLISH), NOW)]
    assert "nobody asked" not in "".join(a.text for a in split(Page(text=text), NOW))


@pytest.mark.parametrize(
    ("line", "publisher", "dated"),
    [
        ("Metal24 Data · 2025-03-04 10:15", "Metal24 Data", True),
        ("London, March 4, 2025", None, True),
        ("By Ann Lee | Ore Wire | March 4, 2025", "Ore Wire", True),
        ("2025-03-04 10:15 来源：矿业信使 作者：张三 阅读：12", "矿业信使", True),
        ("Published March 4, 2025", None, True),
        ("发布人：-", None, False),
    ],
)
def test_a_line_of_who_and_when_is_read(line: str, publisher: str | None, dated: bool) -> None:
    (article,) = split(Page(text=f"Tin owners wait for better bids\n{line}\n{TIN}\n{MORE}"), NOW)
    assert (article.publisher, article.dated) == (publisher, dated)
    assert article.text == f"Tin owners wait for better bids\n\n{TIN}\n{MORE}"
