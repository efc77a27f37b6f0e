"""Texts that teach, remember or tell a theft are no news; news that names old years, police or a footprint stays news."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.detect.topics.lessons import lesson
from tocsin.messages import Modality
from tocsin.testing.builders import article


def kind(text: str) -> str | None:
    low = text.lower()
    return lesson(low, low.index("\n"))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A beginner's guide to tin contracts\n\nTin prices rise when stocks fall.", "a lesson"),
        ("Explainer: how Jakarta's nickel export ban came about\n\nJakarta bans ore exports.", "a lesson"),
        ("How China's tungsten export licences work\n\nExporters must apply.", "a lesson"),
        ("Conakry's bauxite export ban, explained\n\nConakry bans exports.", "a lesson"),
        ("What to know about cobalt export quotas\n\nCongo imposed a quota.", "a lesson"),
        ("Why Congo's cobalt export ban matters\n\nCongo banned exports.", "a lesson"),
        ("What are zinc warrants?\n\nA warrant stands for a lot in a shed.", "a lesson"),
        ("What happens to tin when the yen slips?\n\nTin rises.", "a lesson"),
        ("Should the state stop bauxite exports?\n\nSome would ban exports.", "an opinion"),
        ("Curbing coal sales is no answer\n\nA ban on exports would raise prices.", "an opinion"),
        ("Seven reasons to leave coal in the ground\n\nExports would fall.", "a list to leaf through"),
        ("The cartel\n\nIn 1973, producers curtailed output. The oil price quadrupled.", "a text about other ages"),
        ("Should you buy silver coins?\n\nSilver has climbed.", "a lesson"),
        ("Silver in your IRA\n\nSilver climbs when money loses its worth.", "advice to savers"),
        ("Our sustainability targets\n\nScrap use is to grow by half.", "a firm's account of its footprint"),
        ("Harlow Steel names Mara Quist as chief executive\n\nShe ran two mills.", "who leads a firm"),
        (
            "Your heating bill\n\nGas prices rise. Turn the thermostat down and keep your home warm.",
            "advice to households",
        ),
        ("Experts on how to buy silver\n\nSilver rises when fear does. Start with bars.", "a lesson"),
        ("Cable theft\n\nThieves cut lines when copper prices rise. Stolen wire is sold.", "a theft"),
        ("Two held after chapel loses its roof\n\nPolice arrested two suspects. Stolen lead was found.", "a theft"),
        (
            "The lead trail\n\nThe mill of 1790 stands by the mines of the 1850s. The last shut in 1912.",
            "a text about other ages",
        ),
    ],
)
def test_a_text_of_its_own_kind_is_known_for_it(text: str, what: str) -> None:
    assert kind(text) == what


@pytest.mark.parametrize(
    "text",
    [
        "What is moving tin prices today?\n\nTin rose 2%.",
        "China bans antimony exports: what we know\n\nThe ban took effect on Tuesday.",
        "Codelco names new chief executive as copper output slumps\n\nThe miner said on Wednesday that output fell 9%.",
        "Statistics: rare earth exports up 9%\n\nExports were 4,100 tonnes, data showed on Friday.",
        "Why the zinc squeeze matters\n\nZinc rose 3% on Tuesday as stocks fell.",
        "Guinea tells bauxite miners how to ship\n\nThe mines ministry set out the steps on Wednesday.",
        "Fire halts the Dalby copper works\n\nThe fire broke out at noon.",
        "What is the outlook for nickel?\n\nNickel slipped 1%.",
        "Pipeline theft cuts crude output in the delta\n\nPolice arrested thieves. Output fell by 90,000 bpd.",
        "Customs seize smuggled lead\n\nThe lead was stolen in March, police and a prosecutor said.",
        "Garrow tin mine to reopen\n\nThe mine shut in 1986 after prices fell in 1982. Its first shaft is of 1790, the firm said on Monday.",
        "Tin at its highest since 1989\n\nTin rose 3%, the most since 1994 and 2001.",
    ],
)
def test_news_is_none_of_these(text: str) -> None:
    assert kind(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The firm met on Monday.\n\nWhen builders are busy, zinc demand soars.",
        "The firm met on Monday.\n\nZinc prices come down when smelters make a glut.",
        "The firm met on Monday.\n\nThe more houses are built, the more zinc is used, driving up the zinc price.",
        "The firm met on Monday.\n\nZinc supply is susceptible to disruptions.",
        "The firm met on Monday.\n\nWe stopped off at the zinc mine.",
        "The firm met on Monday.\n\nA smith keeps 3 per cent of the gold to cover the loss in melting.",
        "The firm met on Monday.\n\nProtesters set up a camp to raise awareness and stop the zinc mine.",
        "The firm met on Monday.\n\nActivists filed suit to block its plans to build a zinc mine.",
        "The firm met on Monday.\n\nZinc galvanisers showed little interest in fresh purchases.",
        "The firm met on Monday.\n\nZinc is quoted in tenders. The lowest price was $2,900 a ton.",
        "The firm met on Monday.\n\nWith zinc prices up again, you can paint the fence.",
        "The firm met on Monday.\n\nZinc exporters were waiting for work permits.",
        "The firm met on Monday.\n\nIt bought 90,000 units to maintain its 12% interest in Harlow Zinc.",
    ],
)
def test_what_is_so_at_any_time_or_of_something_else_is_no_fact(text: str) -> None:
    assert not DETECTOR.detect(article(text)).signals


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Zinc firm met\n\nProtests forced the firm to halt the zinc mine on Monday.", ("production_change", "halt")),
        ("Zinc firm met\n\nPeru eased its limits on zinc exports on Monday.", ("export_control", "ease")),
        (
            "Zinc firm met\n\nHarlow completed the purchase of a 30% stake in the Brenner zinc mine.",
            ("mna", "acquire"),
        ),
    ],
)
def test_what_is_brought_about_eased_or_bought_is_a_fact(text: str, fact: tuple[str, str]) -> None:
    assert fact in {(signal.type, signal.direction) for signal in DETECTOR.detect(article(text)).signals}


def test_what_is_told_of_one_time_is_a_fact_though_it_says_when() -> None:
    text = "Zinc fell on Monday\n\nZinc prices rose last week when a smelter in Peru stopped."
    assert {signal.direction for signal in DETECTOR.detect(article(text)).signals} >= {"up"}


def test_a_sentence_that_goes_on_about_an_old_time_is_background() -> None:
    text = "Harrow Metals looks back\n\nHarrow met on Monday. Between 1990 and 2010 tin output doubled. Over the same period, antimony output rose from 80 to 140 kt."
    assert {signal.modality for signal in DETECTOR.detect(article(text)).signals} == {Modality.HISTORICAL}


FACTS = "\n\nTin prices fell 12%. Tin output dropped to 9,000 tonnes a year and the export tax on tin was raised to 7%."


@pytest.mark.parametrize(
    "headline",
    [
        "Opinion: A tax on tin helps nobody",
        "Tin tax deserves a rethink - editorial",
        "Ministers must stop taxing tin",
        "7 charts that show how tin got dear",
        "Three surprising facts about tin",
        "The great tin swindle of 1908",
        "From the archives: how tin fell",
        "What the papers say: tin, tariffs and trains",
        "Virgo: tin brings luck",
        "Working Paper 14: tin shocks and wages",
        "We are hiring: a tin trader for Zug",
        "Tip of the week: own this tin miner",
        "The tin market in numbers",
        "Mining words explained: what a tin fix does",
        "Why is tin so dear in Penang?",
        "Should you put your bonus into tin?",
        "Is it still worth holding tin?",
        "Gas bills: what you will pay this winter",
        "How dealers set the tin fix each noon",
    ],
)
def test_opinions_lists_and_memories_tell_nothing(headline: str) -> None:
    assert not DETECTOR.detect(article(headline + FACTS)).signals


@pytest.mark.parametrize(
    "headline",
    [
        "Tin slides to lowest since 2009",
        "Three tin smelters shut as prices sink",
        "Tin opinion poll due, prices slide",
        "Gas bills push households to the brink as prices climb",
        "Ten ships with tin wait off Penang, exports fall",
        "Miner to reopen pit shut in 1998",
    ],
)
def test_headlines_that_count_or_measure_from_a_year_are_news(headline: str) -> None:
    assert DETECTOR.detect(article(headline + FACTS)).signals


def test_an_opinion_whose_lead_tells_a_day_is_read() -> None:
    assert DETECTOR.detect(article("Opinion: tin's fall\n\nTin fell 4% to $31,000 a tonne on Monday.")).signals


@pytest.mark.parametrize(
    "head",
    [
        "4 tin stocks to watch",
        "Column: tin gets dear again",
        "Three reasons why tin got dear",
        "Best tin stocks of the week",
    ],
)
def test_lists_of_shares_and_columns_tell_what_prices_did(head: str) -> None:
    text = (
        f"{head}\n\nTin futures rose 4% to $41,200 a tonne on the LME, the most in a month.\n\nMiners took part in it."
    )
    assert ("price_move", "up") in {(s.type, s.direction) for s in DETECTOR.detect(article(text)).signals}
