"""Give a letter the form of each channel: mail (HTML with its text), Slack blocks, plain text, JSON.

Several letters make a digest. Nothing of an article reaches a form unescaped: the template engine escapes HTML, Slack gets
its text in objects that it does not parse, plain text has calls and links broken up.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tocsin.deliver import escaping
from tocsin.deliver.glossary import Glossary
from tocsin.deliver.letter import Letter, Link, write
from tocsin.deliver.message import Message
from tocsin.deliver.receivers import Language, Receiver
from tocsin.deliver.templates import template
from tocsin.deliver.values import Claim
from tocsin.deliver.wording import word

MAX_SUBJECT = 180
MAX_IN_DIGEST = 40
"""Alerts that a digest writes out; of the rest it says how many."""

SLACK_HEADER = 150
SLACK_TEXT = 2_900
SLACK_DIGEST = 15
"""Alerts in a Slack digest: three blocks each, and Slack takes 50 blocks."""

COLOURS = {"low": "#5b6b7b", "medium": "#1f6feb", "high": "#b35900", "critical": "#c62828"}


def render(
    claims: Sequence[Claim], receiver: Receiver, now: datetime, glossary: Glossary, link: Link | None = None
) -> Message:
    """Write the message of one delivery, or the digest of several (the loudest first), as it is sent at `now`.

    With `link` each alert in it asks for a vote at that address.
    """
    language = receiver.language
    claims = sorted(claims, key=lambda claim: -claim.severity.rank)
    letters = [write(claim, receiver, now, glossary, link) for claim in claims]
    shown = letters[:MAX_IN_DIGEST]
    more = len(letters) - len(shown)
    is_digest = len(letters) > 1
    title = word("digest of", language, count=len(letters)) if is_digest else letters[0].headline
    lead = f"[{letters[0].severity_word}] {letters[0].headline}"
    subject = escaping.one_line(f"{title} · {lead}" if is_digest else lead, MAX_SUBJECT)
    tail = word("more", language, count=more) if more else ""
    return Message(
        subject=escaping.plain(subject),
        text=_text(shown, title if is_digest else "", tail, language),
        html=template("tocsin.deliver", "mail.html.j2").render(
            letters=shown,
            title=title,
            is_digest=is_digest,
            tail=tail,
            colours=COLOURS,
            colon="：" if language == "zh" else ": ",
            language="zh-Hans" if language == "zh" else "en",
            open_article=word("open article", language),
            ask=word("feedback", language),
        ),
        blocks=tuple(_blocks(letters[:SLACK_DIGEST], title, is_digest, len(letters) - SLACK_DIGEST, language)),
        data=_data(claims, letters, receiver),
        receiver=receiver.name,
        alerts=tuple((claim.alert.alert_id, claim.alert.revision) for claim in claims),
    )


def _text(letters: Sequence[Letter], title: str, tail: str, language: Language) -> str:
    parts = [title] if title else []
    parts += [_letter_text(letter, language) for letter in letters]
    return "\n\n".join(part for part in [*parts, tail] if part) + "\n"


def _letter_text(letter: Letter, language: Language) -> str:
    colon = "：" if language == "zh" else ": "
    marks = "".join(f"»{piece.text}«" if piece.is_marked else piece.text for piece in letter.quote)
    article = [escaping.plain(letter.title)] if letter.title else []
    article += [letter.url] if letter.url else []
    lines = [
        escaping.plain(letter.headline),
        letter.kicker,
        "",
        escaping.plain(f"“{marks}”"),
        "",
        *([*article, ""] if article else []),
        *(f"{label}{colon}{escaping.plain(value)}" for label, value in letter.facts),
        *letter.notes,
        letter.footer,
        *([f"{word('feedback', language)}{colon}{letter.feedback}"] if letter.feedback else []),
    ]
    return "\n".join(lines)


def _blocks(
    letters: Sequence[Letter], title: str, is_digest: bool, more: int, language: Language
) -> list[Mapping[str, Any]]:
    blocks: list[Mapping[str, Any]] = []
    if is_digest:
        blocks.append(_header(title))
    for letter in letters:
        blocks += _letter_blocks(letter, language, is_digest)
    if more > 0:
        blocks.append(_context([word("more", language, count=more)]))
    return blocks


def _letter_blocks(letter: Letter, language: Language, is_digest: bool) -> list[Mapping[str, Any]]:
    """Lay a letter out in Slack's blocks; only text objects that Slack does not parse are used."""
    colon = "：" if language == "zh" else ": "
    quoted = [
        {"type": "text", "text": piece.text} | ({"style": {"bold": True}} if piece.is_marked else {})
        for piece in letter.quote
    ]
    rows: list[dict[str, Any]] = []
    for label, value in letter.facts if not is_digest else letter.facts[:2]:
        rows.append({"type": "text", "text": f"{label}{colon}", "style": {"bold": True}})
        rows.append({"type": "text", "text": escaping.cut(value, 400) + "\n"})
    elements: list[dict[str, Any]] = []
    if quoted:
        elements.append({"type": "rich_text_quote", "elements": quoted})
    link: list[dict[str, Any]] = []
    if letter.url:
        link = [{"type": "link", "url": letter.url, "text": f"{word('open article', language)} ({letter.host})"}]
    elements.append({"type": "rich_text_section", "elements": rows + link})
    if letter.feedback:
        asked = {"type": "link", "url": letter.feedback, "text": word("feedback", language)}
        elements.append({"type": "rich_text_section", "elements": [asked]})
    first = _section(letter.headline) if is_digest else _header(letter.headline)
    return [
        first,
        {"type": "rich_text", "elements": elements},
        _context([letter.kicker, *letter.notes, letter.footer]),
    ]


def _header(text: str) -> Mapping[str, Any]:
    return {"type": "header", "text": {"type": "plain_text", "text": escaping.cut(text, SLACK_HEADER), "emoji": False}}


def _section(text: str) -> Mapping[str, Any]:
    return {"type": "section", "text": {"type": "plain_text", "text": escaping.cut(text, SLACK_TEXT), "emoji": False}}


def _context(texts: Sequence[str]) -> Mapping[str, Any]:
    shown = [text for text in texts if text][:10]
    return {
        "type": "context",
        "elements": [{"type": "plain_text", "text": escaping.cut(text, 300), "emoji": False} for text in shown],
    }


def _data(claims: Sequence[Claim], letters: Sequence[Letter], receiver: Receiver) -> dict[str, Any]:
    """Return the body of a JSON webhook: the words and the facts; a digest lists several alerts."""
    return {
        "receiver": receiver.name,
        "alerts": [
            {
                "alert_id": letter.alert_id,
                "revision": letter.revision,
                "kind": "first" if claim.told is None else "update",
                "severity": letter.severity.value,
                "headline": letter.headline,
                "evidence": "".join(piece.text for piece in letter.quote),
                "url": letter.url,
                **({"feedback": letter.feedback} if letter.feedback else {}),
                "changes": list(claim.changes),
                "detail": list(claim.detail),
                "alert": claim.alert.model_dump(mode="json", exclude_none=True),
            }
            for claim, letter in zip(claims, letters, strict=True)
        ],
    }
