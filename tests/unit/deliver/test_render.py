"""What people read: golden files of whole messages, and what must hold for any alert.

`TOCSIN_WRITE_GOLDEN=1 pytest tests/unit/deliver/test_render.py` writes the files anew; look at them before they are kept.
"""

import json
import os
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.deliver.glossary import Glossary
from tocsin.deliver.letter import MAX_QUOTE, quote
from tocsin.deliver.message import Message
from tocsin.deliver.receivers import build
from tocsin.deliver.render import render
from tocsin.deliver.values import Claim
from tocsin.deliver.wording import headline
from tocsin.messages import (
    Actor,
    Alert,
    AlertSignal,
    Change,
    Evidence,
    Magnitude,
    Magnitudes,
    Modality,
    Novelty,
    Severity,
)
from tocsin.messages.signal import Name, main_magnitude
from tocsin.testing.alerts import NOON, alert, alert_signal, policy
from tocsin.testing.builders import amount

GOLDEN = Path(__file__).parent / "golden"
GLOSSARY = Glossary(
    {
        ("commodity", "antimony"): ("antimony", "锑"),
        ("form", "ingot"): ("ingot", "锭"),
        ("company", "acme"): ("Acme", "顶点"),
        ("body", "ministry"): ("Ministry", "部"),
        ("exchange", "lme"): ("LME", "伦交所"),
    }
)
LEVEL = amount("595 USD/mtu")
MAIN = main_magnitude("price_move", Magnitudes(level=LEVEL))
READERS = {
    "en": build("desk", {"url": "slack://A/B/C", "language": "en", "timezone": "Europe/London"}),
    "zh": build("desk", {"url": "slack://A/B/C", "language": "zh", "timezone": "Asia/Hong_Kong"}),
}


def claim(item: Alert, **changed: Any) -> Claim:
    made = Claim(
        delivery_id=1,
        receiver="desk",
        alert=item,
        changes=tuple(change.value for change in item.changes),
        detail=item.detail,
        severity=Severity.HIGH,
        attempt=1,
        began_at=NOON,
        planned_at=NOON,
    )
    return replace(made, **changed)


def write(*claims: Claim, language: str = "en") -> Message:
    return render(claims, READERS[language], NOON, GLOSSARY)


def contract() -> AlertSignal:
    text = "Acme won an order for antimony ingot worth $245 million, it said on Monday."
    start = text.index("$245")
    value = Magnitude(
        low=Decimal(245_000_000),
        high=Decimal(245_000_000),
        unit="USD",
        step=Decimal(10**6),
        span=((start, start + 12),),
    )
    return alert_signal(
        text,
        "",
        type="large_contract",
        direction="award",
        magnitudes=Magnitudes(value=value),
        actors=(Actor(name="Acme Corp", role="seller", span=(0, 4), id="acme"),),
        period=None,
        modality=Modality.EXPECTED,
    )


FIRMS = (
    Name(name="Cerro Pardo", kind="site", span=(0, 1)),
    Name(name="Minera Roble", kind="firm", span=(0, 1)),
    Name(name="四季度锑业", kind="firm", span=(0, 1)),
)
CASES: dict[str, tuple[Claim, ...]] = {
    "first": (claim(alert(novelty=Novelty(days_since_similar=12.25, similar={"7d": 0}, sources=1))),),
    "update": (
        claim(
            alert(
                revision=3,
                changes=(Change.NEW_FACT, Change.SOURCE),
                news=alert_signal(
                    "Antimony ingot rose 9.1% on the week, a second source said.", "9.1%", publisher="Desk News"
                ),
                detail=("change: 8.5 -> 9.1 percent",),
                publishers=("Metals Wire", "Desk News"),
                novelty=Novelty(days_since_similar=400, similar={"7d": 2}, sources=2),
            ),
            told=1,
            held="quiet hours",
        ),
    ),
    "contract": (claim(alert(lead=contract(), reverses="abcdefghijklmnopqrstuvwxyz"), instead_of="alice"),),
    "withdrawn": (claim(alert(revision=2, changes=(Change.WITHDRAWAL,), withdrawn=True), told=1),),
    "digest": (claim(alert("a")), claim(alert("b", lead=contract())), claim(alert("c", 2), told=1)),
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", CASES)
def test_messages_read_as_they_were_approved(name: str, language: str) -> None:
    made = write(*CASES[name], language=language)
    shown = {
        "txt": f"{made.subject}\n\n{made.text}",
        "html": made.html,
        "slack.json": json.dumps(list(made.blocks), ensure_ascii=False, indent=1) + "\n",
    }
    for kind, text in shown.items():
        path = GOLDEN / f"{name}.{language}.{kind}"
        if os.environ.get("TOCSIN_WRITE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


def texts_of(value: Any) -> list[str]:
    """Every text in Slack's blocks that is shown."""
    if isinstance(value, dict):
        return [
            text
            for key, item in value.items()
            for text in ([item] if key == "text" and isinstance(item, str) else texts_of(item))
        ]
    if isinstance(value, list | tuple):
        return [text for item in value for text in texts_of(item)]
    return []


HOSTILE = 'Up 8.5% <script>x</script> <!channel> @everyone &amp; "q" [bank](https://evil.example)\r\nBcc: all@example.com \u202e'


def test_hostile_articles_come_out_harmless_in_every_form() -> None:
    lead = alert_signal(
        HOSTILE, "8.5%", title=HOSTILE, publisher=HOSTILE, url='https://news.example.com/?a="><img src=x>'
    )
    made = write(claim(alert(lead=lead, publishers=(HOSTILE, HOSTILE + "2"), policies=(policy("desk", name=HOSTILE),))))
    assert "<script" not in made.html
    assert "<img" not in made.html
    for text in (made.subject, made.text):
        assert "<!channel>" not in text
        assert "@everyone" not in text
        assert "](" not in text
        assert "\u202e" not in text
    assert "\n" not in made.subject
    assert "\r" not in made.text + made.html
    assert {block["type"] for block in made.blocks} <= {"header", "section", "rich_text", "context"}
    assert "mrkdwn" not in json.dumps(made.blocks)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a@b.example/", None])
def test_an_address_that_is_not_plain_is_not_linked(url: str | None) -> None:
    made = write(claim(alert(lead=alert_signal(url=url))))
    assert "<a " not in made.html
    assert '"link"' not in json.dumps(made.blocks)


def test_a_link_says_where_it_leads_and_nothing_remote_is_loaded() -> None:
    made = write(CASES["first"][0])
    assert made.html.count("<a ") == 1
    assert ">Open article (news.example.com)</a>" in made.html
    assert "src=" not in made.html
    assert "url(" not in made.html


def test_slack_blocks_keep_slacks_limits() -> None:
    long = "word " * 2_000
    lead = alert_signal("8.5% " + long, "8.5%", title=long, publisher=long)
    items = [claim(alert(str(number), lead=lead, detail=(long,) * 9, publishers=(long,) * 9)) for number in range(60)]
    for made in (write(*items), write(items[0])):
        assert len(made.blocks) <= 50
        assert all(0 < len(text) <= 3_000 for text in texts_of(made.blocks))
        headers = [block["text"]["text"] for block in made.blocks if block["type"] == "header"]
        assert all(len(text) <= 150 for text in headers)
        assert len(made.subject) <= 200
    assert "60" in write(*items).subject


def test_the_number_is_marked_in_a_long_sentence_cut_around_it() -> None:
    text = "lead " * 200 + "rose 8.5% on the week " + "tail " * 200
    pieces = list(quote(alert_signal(text)))
    shown = "".join(piece.text for piece in pieces)
    assert [piece.text for piece in pieces if piece.is_marked] == ["8.5%"]
    assert len(shown) <= MAX_QUOTE
    assert shown.startswith("…")
    assert shown.endswith("…")


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=700), st.integers(0, 700), st.integers(1, 40))
def test_any_evidence_is_quoted_within_its_limit(text: str, start: int, length: int) -> None:
    end = min(start + length, len(text))
    begin = min(start, end - 1)
    amount = Magnitude(low=Decimal(1), high=Decimal(1), unit="percent", step=Decimal(1), span=((begin, end),))
    told = alert_signal(
        "8.5%", magnitudes=Magnitudes(change=amount), evidence=Evidence(text=text, start=0, end=len(text))
    )
    assert len("".join(piece.text for piece in quote(told))) <= MAX_QUOTE


def test_a_digest_begins_with_the_loudest_and_its_subject_says_it() -> None:
    loud = replace(claim(alert("b", lead=contract())), severity=Severity.CRITICAL)
    made = write(claim(alert("a")), loud)
    assert (
        made.subject == "Digest: 2 alerts · [critical] Expected: Acme: antimony ingot contract awarded USD 245 million"
    )
    assert made.alerts[0] == (alert("b").alert_id, 1)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=80))
def test_no_text_that_slack_is_sent_is_empty_or_too_long(text: str, name: str) -> None:
    lead = alert_signal(evidence=Evidence(text=text, start=0, end=len(text)), title=name, publisher=name)
    made = write(claim(alert(lead=lead, publishers=(name, text), policies=(policy("desk", name=name),))))
    assert all(0 < len(shown) <= 3_000 for shown in texts_of(made.blocks))
    assert "\n" not in made.subject


def test_the_headers_tell_alert_revision_and_receiver() -> None:
    item = alert()
    assert write(claim(item)).headers() == {
        "X-Tocsin-Alert": item.alert_id,
        "X-Tocsin-Revision": "1",
        "X-Tocsin-Receiver": "desk",
    }


def test_an_unknown_signal_type_is_shown_by_its_own_name() -> None:
    made = write(claim(alert(lead=alert_signal(type="smelter_fire", direction="reported", commodities=("odd_metal",)))))
    assert made.subject == "[high] Odd metal ingot smelter fire reported, 8.5% on the week"


@pytest.mark.parametrize(
    ("fields", "english", "chinese"),
    [
        ({"direction": "down"}, "Antimony ingot price down 8.5% on the week", "锑锭价格下跌8.5%（周）"),
        (
            {"type": "production_change", "direction": "halt", "countries": ("CD",), "period": None},
            "DR Congo: antimony ingot output halted, 8.5%",
            "刚果（金）：锑锭停产，8.5%",
        ),
        (
            {"type": "export_control", "direction": "tighten", "measure": "ban", "modality": Modality.POSSIBLE},
            "Possible: Antimony ingot trade control tightened (ban) on the week",
            "可能：锑锭贸易管制收紧（禁令）（周）",
        ),
        (
            {"grade": "99.65%", "direction": "down"},
            "99.65% antimony ingot price down 8.5% on the week",
            "99.65%锑锭价格下跌8.5%（周）",
        ),
        (
            {"grade": "battery", "forms": (), "direction": "down"},
            "Battery-grade antimony price down 8.5% on the week",
            "电池级锑价格下跌8.5%（周）",
        ),
        (
            {"direction": "down", "measure": "treatment_charge", "forms": (), "market": "lme", "period": None},
            "LME antimony treatment charge down 8.5%",
            "伦交所锑加工费下跌8.5%",
        ),
        (
            {
                "direction": "flat",
                "period": None,
                "forms": (),
                "magnitude": MAIN,
                "magnitudes": Magnitudes(level=LEVEL),
            },
            "Antimony price flat at 595 USD/mtu",
            "锑价格持平于595美元/吨度",
        ),
        (
            {"actors": (Actor(name="Ministry", role="owner", span=(0, 1), id="ministry"),), "period": None},
            "Antimony ingot price up 8.5%",
            "锑锭价格上涨8.5%",
        ),
        (
            {"type": "smuggling", "direction": "reported", "route": "CD TH", "period": None, "forms": ()},
            "Antimony smuggling reported via DR Congo and Thailand",
            "锑走私（经刚果（金）、泰国）",
        ),
        (
            {"type": "production_change", "names": FIRMS, "countries": ("CD",), "period": None, "forms": ()},
            "Minera Roble: antimony output up 8.5%",
            "Minera Roble：锑产量增加8.5%",
        ),
        (
            {"names": FIRMS, "period": None, "forms": ()},  # of a price it is who told it
            "Antimony price up 8.5%",
            "锑价格上涨8.5%",
        ),
        (
            {"modality": Modality.DENIED, "commodities": ("antimony", "b", "c", "d", "e"), "forms": ()},
            "Denied: Antimony, b, c and 2 more price up 8.5% on the week",
            "否认：锑、b、c等5种价格上涨8.5%（周）",
        ),
    ],
)
def test_the_first_line_says_the_fact(fields: dict[str, Any], english: str, chinese: str) -> None:
    signal = alert_signal(**fields).signal
    assert (headline(signal, GLOSSARY, "en"), headline(signal, GLOSSARY, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    ("direction", "period", "english"),
    [
        ("supply", "M11", "Antimony ingot supply contract USD 245 million"),
        ("supply", "2025", "Antimony ingot supply contract USD 245 million"),
        ("supply", "2027/2031", "Antimony ingot supply contract USD 245 million in 2027 to 2031"),
        ("terminate", "M03 year", "Antimony ingot contract terminated, USD 245 million"),
    ],
)
def test_a_contracts_first_line_tells_no_date_but_its_term(direction: str, period: str, english: str) -> None:
    """A date alone is when it was signed, when deliveries begin, or which year's revenue it is compared with."""
    fields = {"actors": (), "direction": direction, "period": period, "modality": Modality.ACTUAL}
    signal = contract().signal.model_copy(update=fields)
    assert headline(signal, GLOSSARY, "en") == english


def test_the_one_source_of_an_alert_is_not_named_as_another_one_too() -> None:
    lead = alert_signal(publisher=None)
    made = write(claim(alert(lead=lead, publishers=(lead.source,))))
    assert (f"Source: {lead.source}" in made.text, "Other sources" in made.text) == (True, False)


def test_chinese_messages_are_set_with_chinese_brackets_and_commas() -> None:
    text = write(claim(alert(lead=alert_signal(dated=False), at=NOON - timedelta(minutes=10))), language="zh").text
    assert ("（无日期；收到时间）" in text, "；迟到：" in text, " (" in text) == (True, True, False)


def test_late_through_our_own_delay_is_said() -> None:
    made = write(claim(alert(at=NOON - timedelta(minutes=10))))
    assert "late: held by us for 10 min" in made.text


def test_an_undated_article_is_shown_as_such() -> None:
    assert "undated" in write(claim(alert(lead=alert_signal(dated=False)))).text
