"""Builders of values: every field has a default that is plausible, a test names only what it is about."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from tocsin.correlate import Book, State, correlate
from tocsin.correlate.policy import Policy
from tocsin.messages import (
    Actor,
    Alert,
    Article,
    Evidence,
    Findings,
    Magnitude,
    Magnitudes,
    Modality,
    Revision,
    Signal,
    ids,
)
from tocsin.messages.signal import main_magnitude

START = datetime(2025, 3, 3, 8, tzinfo=UTC)
"""Where a test's clock begins: a Monday morning."""

_AMOUNT = re.compile(r"(?P<low>[\d.]+)(?:-(?P<high>[\d.]+))?(?P<bound>[~+<]?)\s*(?P<unit>\S+)\Z")
_BOUNDS = {"": "exact", "~": "about", "+": "at_least", "<": "at_most"}


def article(text: str, **fields: Any) -> Article:
    """Build an article; its id follows from `source` and `id`, which follow from `publisher` and the text."""
    publisher = fields.setdefault("publisher", "Metal Wire")
    source = fields.setdefault("source", re.sub(r"\W+", "-", str(publisher).casefold()))
    own_id = fields.setdefault("id", ids.make_id("builder", text)[:8])
    published_at = fields.setdefault("published_at", START)
    fields.setdefault("ingested_at", fields.get("updated_at") or published_at)
    fields.setdefault("article_id", ids.article_id(url=None, source=source, id=own_id, content=text))
    fields.setdefault("language", "zh" if re.search(r"[㐀-鿿]", text) else "en")
    return Article(text=text, **fields)


def amount(text: str, *, step: str | None = None) -> Magnitude:
    """Build an amount from `7.84 percent`, `850000-890000 t`, `51+ USD/oz` (at least), `10~ percent` (about), `2< percent`.

    The step is that of the last digit as written, unless given.
    """
    found = _AMOUNT.match(text)
    if found is None:
        raise ValueError(f"{text!r} is not an amount; write one such as '7.84 percent'")
    low = Decimal(found["low"])
    return Magnitude.model_validate(
        {
            "low": low,
            "high": Decimal(found["high"] or found["low"]),
            "unit": found["unit"],
            "step": Decimal(step) if step is not None else Decimal(1).scaleb(int(low.as_tuple().exponent)),
            "bound": _BOUNDS[found["bound"]],
            "span": ((0, 1),),
        }
    )


def actor(name: str, role: str = "owner", **fields: Any) -> Actor:
    """Build an actor."""
    return Actor.model_validate({"name": name, "role": role, "span": (0, 1), **fields})


def signal(
    type: str = "price_move",  # noqa: A002 - the field's word
    direction: str = "up",
    commodities: Sequence[str] | str = ("copper",),
    **fields: Any,
) -> Signal:
    """Build a signal. Amounts are given by name as texts: `change="7.84 percent"`, or as one that `amount` made.

    `text` is the evidence; `actors` may be names. The id is made from what the signal says, and from `article_id`.
    """
    names = (commodities,) if isinstance(commodities, str) else tuple(commodities)
    amounts: dict[str, Any] = {name: fields.pop(name) for name in Magnitudes.model_fields if name in fields}
    magnitudes = Magnitudes(**{k: amount(v) if isinstance(v, str) else v for k, v in amounts.items()})
    text = fields.pop("text", None)
    article_id = fields.pop("article_id", "")
    actors = tuple(actor(a) if isinstance(a, str) else a for a in fields.pop("actors", ()))
    slots = sorted(
        f"{name}={value}" for name, value in {**amounts, **fields, "actors": [a.name for a in actors]}.items()
    )
    quote = text if text is not None else f"{article_id}: {type} {direction} {names} {slots}"
    fields.setdefault("signal_id", ids.signal_id(article_id, type, direction, names, [*slots, quote]))
    return Signal.model_validate(
        {
            "type": type,
            "direction": direction,
            "commodities": names,
            "actors": actors,
            "modality": Modality.ACTUAL,
            "relevance": 80,
            "confidence": 0.9,
            "rule": "builder",
            "pack": "builder@0",
            "evidence": Evidence(text=quote, start=0, end=len(quote)),
            "magnitudes": magnitudes,
            "magnitude": main_magnitude(type, magnitudes),
            **fields,
        }
    )


def findings(*signals: Signal, **fields: Any) -> Findings:
    """Build the Findings of one article; `article` names it, so that two with the same name are revisions of one."""
    publisher = fields.setdefault("publisher", "Metal Wire")
    name = str(fields.pop("article", None) or ids.make_id("builder", publisher, *(s.signal_id for s in signals))[:8])
    at = fields.pop("at", START)
    published_at = fields.setdefault("published_at", at)
    fields.setdefault("ingested_at", max(at, published_at))
    fields.setdefault("article_id", ids.make_id("builder-article", name))
    text = fields.pop("text", None) or " ".join(s.signal_id for s in signals)
    fields.setdefault("revision", Revision(at=fields["ingested_at"], hash=ids.content_hash(text)))
    fields.setdefault("source", re.sub(r"\W+", "-", str(publisher).casefold()))
    fields.setdefault("id", name)
    fields.setdefault("language", "en")
    return Findings(signals=tuple(signals), **fields)


def alert(*signals: Signal, policy: Policy | None = None, **fields: Any) -> Alert:
    """Build the first revision of an alert about the signals, as correlate makes it; `fields` go to `findings`."""
    given = signals or (signal(change="5 percent"),)
    found = findings(*given, **fields)
    book = Book.build([policy or Policy("any signal", send_to=("desk",))], config_hash="builder")
    return correlate(State.empty(), found, found.ingested_at, book).alerts[0]
