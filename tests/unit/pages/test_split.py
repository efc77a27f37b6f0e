"""Splitting pages: what is an article, what is its head, and what is no news at all."""

from datetime import UTC, datetime

import pytest

from tocsin.messages.article import MAX_TEXT_BYTES
from tocsin.pages import Page, split

NOW = datetime(2025, 6, 1, 8, tzinfo=UTC)

DIGEST = """Workspace
钨
Search
钨价连涨三周,持货商惜售情绪升温
Nan Fang Cai Jing· 2025-03-04 10:15
Core Viewpoint - Tungsten concentrate climbed for a third week as holders kept material back [1][2] Group 1: Prices - Black tungsten concentrate (65%) was quoted at 143,500 yuan per ton on March 3, up 1,500 yuan from a week earlier [1] - Traders describe spot liquidity as thin [2] Group 2: Supply - The first batch of mining quotas has not been issued yet [3]
钼铁招标量回落 钢厂压价心态明显
华东金属报· 2025-03-04 09:02
Group 1 - Steel mills tendered 9,800 tons of ferromolybdenum in February, 12% fewer than in January [4][5]. Group 2 - Mills offered 232,000 yuan per ton and smelters refused [6][7].
小金属周评:铋价暂稳,铟价小幅走低-20250303
Group 1 - Bismuth stayed at 158,000 yuan per ton for lack of trades, and indium lost 0.8% to 2,480 yuan per kilogram during the week [8]. Group 2 - The analysts see no reason for a quick recovery of either metal before the exhibition season [9].
"""

LONG_NOTE = (
    'This commentary is an original work and/or compilation by NFM Research Ltd. (hereinafter referred to as "NFM"). Without written permission, '
    "no part of this text may be copied, sold or passed on. Breach of contract and losses of profit will be pursued; prices and export data are for reference only."
)

TEASERS = f"""Zinc oxide producers cut output by 6.4% in May [NFM data].

Published: May 28, 2025 17:40
According to NFM's survey of 41 plants, zinc oxide output fell 6.4% from April to 52,300 tonnes in May.

Nine plants stopped for maintenance, two more than a month before, while orders from tyre makers slowed.

{LONG_NOTE}

Data Source Statement: all figures except public ones come from NFM's own model and constitute no advice.

For any inquiries please write to: desk@nfm.example
Related News
Lead smelters raise spot premium by 40 dollars
3 hours ago
Lead smelters raise spot premium by 40 dollars
Read More
Lead smelters raise spot premium by 40 dollars
Lead smelters raise spot premium by 40 dollars
Two smelters in the south raised the spot premium for lead by 40 dollars a tonne on Wednesday because scrap is scarce.
3 hours ago
"""

SNIPPETS = """Bolivia, Argentina and Chile hold more than half of the known brine deposits, and each of them treats foreign investors in its own way. We compare the rules that a newcomer meets in the three of them.
As of April 11, 2025, warehouses in Rotterdam stored 184,000 tonnes of primary aluminium ingots, 2.1% fewer than seven days earlier, with most withdrawals bound for extruders in northern Italy.
Last Thursday the shipyard at Gdynia laid the keel of a cable-laying vessel that will connect wind parks off Latvia; the hull weighs nine thousand tons and the owner, a Danish contractor, takes it over in spring.
A thaw that nobody ordered [NFM Analysis]
[NFM Analysis: A thaw that nobody ordered] Manganese ore sellers gave up their resistance after four weeks of silence. Port stocks at Tianjin had grown past five million tonnes, and the smelters simply waited until freight bills forced the owners to the table.
"""

RELEASE = """# Harrow Lake Copper Sells First Concentrate

--Wire Direct--

By Ida Brandt, Wire Direct

Harrow Lake Copper Corp. shipped 4,200 tonnes of copper concentrate to a smelter in Hamburg last week, its first sale since the mill restarted.

 The shipment is worth about $11 million, the company said, and follows eighteen months of [repairs](https://harrow.example/mill).

 Read More>>

 About Harrow Lake Copper

 Harrow Lake Copper Corp. is a producer of copper and gold founded in 1998 that cut its debt by 30% and halted two mines.

 Forward-Looking Statements

 This release contains forward-looking statements. Copper output may fall by 20% and actual results may differ materially.

 Media Contact

 Jonas Weil

 +49 40 5550 1234

---

[Original/Source Press Release](https://wire.example/1)
"""

PORTAL = """首页
行情资讯
锡锭现货升水扩大 冶炼厂检修增多
锡锭现货升水扩大 冶炼厂检修增多
发布时间：2024-11-20
发布人：-南方有色报
昨日国内锡锭现货均价为24.35万元/吨，较前一交易日上涨1200元。
云南两家冶炼厂计划本月检修，预计影响产量约900吨。
责任编辑：林一
【免责声明】本文内容仅供参考，不构成投资建议，据此操作风险自担。
相关阅读
铅价大跌百分之五引发恐慌
锌锭出口禁令将于下周生效
"""


def test_a_digest_is_split_at_its_lines_of_publisher_and_time() -> None:
    found = [(a.title, a.publisher, a.dated and a.published_at) for a in split(Page(text=DIGEST), NOW)]
    assert found == [
        ("钨价连涨三周,持货商惜售情绪升温", "Nan Fang Cai Jing", datetime(2025, 3, 4, 2, 15, tzinfo=UTC)),
        ("钼铁招标量回落 钢厂压价心态明显", "华东金属报", datetime(2025, 3, 4, 1, 2, tzinfo=UTC)),
        ("小金属周评:铋价暂稳,铟价小幅走低-20250303", None, False),
    ]


def test_a_digest_item_begins_with_its_headline_and_holds_no_menu_and_no_other_item() -> None:
    first, second, _ = split(Page(text=DIGEST), NOW)
    assert first.text.startswith("钨价连涨三周,持货商惜售情绪升温\n\nCore Viewpoint\n- Tungsten")
    assert "Workspace" not in first.text
    assert "Cai Jing" not in first.text
    assert "molybdenum" not in first.text
    assert "9,800 tons" in second.text


def test_statements_of_a_summary_on_one_line_become_lines_without_losing_a_character() -> None:
    (first, *_) = split(Page(text=DIGEST), NOW)
    assert "\n- Traders describe" in first.text
    assert "\nGroup 2: Supply" in first.text
    assert "".join(first.text.split()) in "".join(DIGEST.split()).replace("NanFangCaiJing·2025-03-0410:15", "")


def test_articles_of_one_digest_have_ids_of_their_own_that_do_not_change() -> None:
    page = Page(text=DIGEST, url="https://digest.example/w?utm_source=x")
    once, again = split(page, NOW), split(page, datetime(2025, 7, 1, tzinfo=UTC))
    assert [a.article_id for a in once] == [a.article_id for a in again]
    assert len({a.article_id for a in once}) == 3


def test_teasers_legal_notice_contacts_and_data_statement_are_no_news() -> None:
    (article,) = split(Page(text=TEASERS), NOW)
    assert article.title == "Zinc oxide producers cut output by 6.4% in May [NFM data]."
    assert (article.publisher, article.published_at) == ("NFM", datetime(2025, 5, 28, 17, 40, tzinfo=UTC))
    assert article.text.endswith("while orders from tyre makers slowed.")
    assert "52,300 tonnes" in article.text


@pytest.mark.parametrize(
    ("news", "heading", "teaser"),
    [
        ("Two shafts of Ridley Tin flooded on Sunday.", "Related articles", "Nickel output cut by a third"),
        ("瑞德利锡矿周日被淹。", "相关阅读", "铜价大涨"),
    ],
)
def test_teasers_below_a_newsflash_of_one_line_are_no_news(news: str, heading: str, teaser: str) -> None:
    (article,) = split(Page(text=f"Tin mine floods\n\n{news}\n\n{heading}\n{teaser}\n{teaser} again\n"), NOW)
    assert article.text.endswith(news)


def test_teasers_are_told_without_a_heading_by_titles_that_stand_three_times() -> None:
    (article,) = split(Page(text=TEASERS.replace("Related News\n", "")), NOW)
    assert "premium" not in article.text


def test_a_list_of_snippets_is_an_article_a_line() -> None:
    found = split(Page(text=SNIPPETS), NOW)
    assert [a.title for a in found] == [None, None, None, "A thaw that nobody ordered [NFM Analysis]"]
    assert found[1].text.startswith("As of April 11, 2025")
    assert found[3].publisher == "NFM"
    assert found[3].text.startswith("A thaw that nobody ordered [NFM Analysis]\n\n[NFM Analysis: A thaw")


def test_paragraphs_that_speak_of_one_thing_are_one_article() -> None:
    text = (
        "Cobalt hydroxide shipments from Kolwezi resumed on Monday after the border post at Kasumbalesa reopened, three hauliers said, ending a stoppage of eleven days.\n"
        "Kasumbalesa had been shut since a dispute about axle loads, which left some six hundred lorries with cobalt hydroxide waiting on the Kolwezi side of the border.\n"
        "Hauliers expect the queue at Kasumbalesa to be gone within a week, so that cobalt hydroxide should reach Durban before the end of the month as it used to."
    )
    assert len(split(Page(text=text), NOW)) == 1
    assert len(split(Page(text=SNIPPETS, title="Four stories"), NOW)) == 1


def test_a_press_release_keeps_its_news_alone() -> None:
    (article,) = split(Page(text=RELEASE), NOW)
    assert article.title == "Harrow Lake Copper Sells First Concentrate"
    assert article.publisher == "Wire Direct"
    assert article.text.endswith("follows eighteen months of repairs.")


def test_a_company_note_that_opens_with_the_name_in_its_heading_is_no_news() -> None:
    text = RELEASE.replace(
        "Harrow Lake Copper Corp. is a producer of copper and gold founded in 1998 that cut its debt by 30% and halted two mines.",
        "The Harrow Lake copper mines were set apart to be sold, and the heirs of Harrow sell them one after another.",
    ).replace("About Harrow Lake Copper", "About the Harrow Lake Copper Mines")
    (article,) = split(Page(text=text), NOW)
    assert "worth about $11 million" in article.text
    assert "one after another" not in article.text


def test_a_portal_page_has_its_title_once_and_no_menu() -> None:
    (article,) = split(Page(text=PORTAL), NOW)
    assert article.text.split("\n")[0] == article.title == "锡锭现货升水扩大 冶炼厂检修增多"
    assert article.publisher == "南方有色报"
    assert article.published_at == datetime(2024, 11, 20, 4, tzinfo=UTC)
    assert article.text.count("锡锭现货升水扩大") == 1
    assert article.text.endswith("预计影响产量约900吨。")


def test_a_known_title_is_put_in_front_once() -> None:
    body = "Nickel ore prices rose 3% in Surigao on Tuesday, two traders said, as the rains went on."
    (article,) = split(Page(text=body, title="Nickel ore climbs"), NOW)
    assert article.text == f"Nickel ore climbs\n\n{body}"
    (again,) = split(Page(text=article.text, title="Nickel  ore climbs"), NOW)
    assert again.text == article.text


def test_a_single_sentence_stays_as_it_is() -> None:
    (article,) = split(Page(text="Related: zinc rose 2% on Monday."), NOW)
    assert (article.text, article.title, article.dated) == ("Related: zinc rose 2% on Monday.", None, False)


def test_an_undated_article_counts_from_its_ingest_time() -> None:
    (article,) = split(Page(text="Tin rose."), NOW)
    assert (article.published_at, article.ingested_at, article.dated) == (NOW, NOW, False)


def test_a_date_more_than_an_hour_ahead_is_none() -> None:
    (article,) = split(Page(text="Tin rose.", published_at="2025-06-01T09:01:00Z"), NOW)
    assert not article.dated
    (article,) = split(Page(text="Tin rose.", published_at="2025-06-01T08:59:00Z"), NOW)
    assert article.dated


def test_the_producers_id_is_kept_and_makes_the_article_id() -> None:
    one, other = (split(Page(text=text, id="a-1", source="desk"), NOW)[0] for text in ("Tin rose.", "Tin fell."))
    assert one.id == "a-1"
    assert one.article_id == other.article_id


@pytest.mark.parametrize("text", [LONG_NOTE, "Read more\nShare this\nFacebook Twitter", "\n \n"])
def test_a_page_of_nothing_but_furniture_is_one_article_without_text(text: str) -> None:
    (article,) = split(Page(text=text), NOW)
    assert article.text == ""


def test_a_long_text_is_cut_at_a_paragraph() -> None:
    paragraph = "Lead rose again in the afternoon. " * 12
    (article,) = split(Page(text="\n\n".join([paragraph.strip()] * 1_000), title="Lead"), NOW)
    assert article.truncated
    assert MAX_TEXT_BYTES * 0.9 < len(article.text.encode()) <= MAX_TEXT_BYTES
    assert article.text.endswith("in the afternoon.")


def test_lone_surrogates_and_control_characters_do_not_reach_an_article() -> None:
    (article,) = split(Page(text="Tin \ud800rose\x00 4%.\r\nIt fell\x1b[31m later."), NOW)
    assert article.text == "Tin \ufffdrose  4%.\nIt fell [31m later."
    assert article.to_record().to_json()


def test_a_house_that_describes_itself_below_its_article_is_no_news() -> None:
    text = (
        "# Hafnium Buyers Wait\n\nBy Ann Lee, Wire Desk\n\nBuyers of hafnium crystal bars waited on Monday while offers rose by 3% to 4,100 dollars a kilogram.\n\n"
        "Wire Desk is a leading publisher whose readers cut their costs by 30%.\n\nTo view the full press release, visit https://w.example/1\n"
    )
    (article,) = split(Page(text=text), NOW)
    assert article.publisher == "Wire Desk"
    assert article.text.endswith("4,100 dollars a kilogram.")


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            "Tin rose on Monday, and two traders told us about it.\n\nThe post Tin rose appeared first on Ore Blog.",
            "Ore Blog",
        ),
        ("Tin rose on Monday, and two traders told us about it.\n\nOre Wire is powered by Machines Ltd", "Ore Wire"),
        ("南方财经网3月3日讯，锡价周一上涨百分之三，贸易商惜售，下游刚需采购为主。", "南方财经网"),
        (
            "Tin rose on Monday, and two traders told us about it.\n\n© 2025 Ore Gazette Ltd. All rights reserved.",
            "Ore Gazette Ltd",
        ),
        ("LUSAKA, May 3 (Reuters) - Copper output rose at two mines, the ministry said on Friday.", "Reuters"),
        ("Tin rises\n\nLIMA, March 4 - Tin rose by two per cent on Tuesday, two traders told us about it.", None),
        ("Tin rises\n\nSMM, March 4 - Tin rose by two per cent on Tuesday, two traders told us about it.", "SMM"),
        ("Tin rose on Monday.", None),
    ],
)
def test_the_publisher_is_found_where_the_page_names_it(text: str, publisher: str | None) -> None:
    (article,) = split(Page(text=text), NOW)
    assert article.publisher == publisher
