"""Lay out what a message says, in the receiver's language and zone, before any channel's form is chosen.

The first line is the fact; then the sentence that says it, with the number marked; then where and when, what is new, why the
receiver gets it. Texts of articles are cleaned here (no control or invisible characters) and escaped by the channel's form.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from tocsin.deliver.escaping import clean, cut, one_line, safe_url, shown_host
from tocsin.deliver.glossary import Glossary
from tocsin.deliver.numbers import format_span, format_time
from tocsin.deliver.operations import is_report
from tocsin.deliver.planning import policies_for
from tocsin.deliver.receivers import Language, Receiver
from tocsin.deliver.saying import say_compared, say_detail
from tocsin.deliver.values import Claim
from tocsin.deliver.wording import figures, headline, word
from tocsin.messages import Alert, AlertSignal, Comparison, Novelty, Severity

MAX_QUOTE = 300
"""Characters of evidence in a message; a longer sentence is cut around its number."""

MAX_TITLE = 200
MAX_SOURCES = 6
OBVIOUS = frozenset({"signal", "direction", "commodity", "commodities", "modality"})
"""Conditions of a policy that the first line answers already; the others are shown with the values compared."""

Link = Callable[[int, datetime], str]
"""Returns the address at which the reader of a delivery, sent at that time, says what he thinks of it."""

LATE_SECONDS = 60
"""From here on the time that a message waited with us is named."""


@dataclass(frozen=True)
class Piece:
    """A part of a quotation; `is_marked` for the number that made the signal."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True)
class Letter:
    """One alert revision for one receiver: texts of articles are cleaned but not escaped.

    `facts` are (label, value) lines in the order in which they are read. `url` is safe to link to, `host` is where it leads. `feedback` is the
    address of the page that takes votes on it.
    """

    alert_id: str
    revision: int
    severity: Severity
    severity_word: str
    kicker: str
    headline: str
    quote: tuple[Piece, ...]
    title: str
    url: str | None
    host: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    footer: str
    feedback: str | None = None


def write(claim: Claim, receiver: Receiver, now: datetime, glossary: Glossary, link: Link | None = None) -> Letter:
    """Lay out the message of one delivery; `now` is when it is sent. With `link` it asks for a vote."""
    alert, language = claim.alert, receiver.language
    if is_report(alert):
        return _report(claim, receiver)
    told = alert.news if claim.told is not None and alert.news is not None else alert.lead
    url = safe_url(told.url)
    return Letter(
        alert_id=alert.alert_id,
        revision=alert.revision,
        severity=claim.severity,
        severity_word=word(claim.severity.value, language),
        kicker=_kicker(claim, language),
        headline=headline_of(alert, glossary, language),
        quote=tuple(quote(told)),
        title=_title(told),
        url=url,
        host=shown_host(url) if url else "",
        facts=tuple(_facts(claim, told, receiver, now)),
        notes=tuple(_notes(claim, language)),
        footer=f"{word('alert', language)} {alert.alert_id} · {word('revision', language)} {alert.revision}",
        feedback=safe_url(link(claim.delivery_id, now)) if link is not None else None,
    )


def _report(claim: Claim, receiver: Receiver) -> Letter:
    """Lay out a report of a dead delivery: nothing of it comes from an article."""
    alert, language = claim.alert, receiver.language
    told = alert.lead.signal.evidence.text
    severity = word(claim.severity.value, language)
    return Letter(
        alert_id=alert.alert_id,
        revision=alert.revision,
        severity=claim.severity,
        severity_word=severity,
        kicker=severity.upper(),
        headline=word("delivery dead", language, name=told.partition(" (")[0]),
        quote=(Piece(clean(told)),),
        title="",
        url=None,
        host="",
        facts=((word("since", language), format_time(alert.at, receiver.timezone, language)),),
        notes=(word("look up", language), *_notes(claim, language)),
        footer=f"{word('alert', language)} {alert.alert_id}",
    )


def headline_of(alert: Alert, glossary: Glossary, language: Language) -> str:
    """Return the first line of every message about the alert: the fact, and whether it was denied or taken back."""
    line = headline(alert.lead.signal, glossary, language)
    if alert.withdrawn:
        return word("withdrawn", language) + line
    if alert.denied and alert.lead.signal.modality != "denied":
        return word("denied", language) + line
    return line


def _title(told: AlertSignal) -> str:
    """Return the article's title, or nothing where the quotation says it already."""
    title = one_line(told.title or "", MAX_TITLE)
    return "" if title and title in clean(told.signal.evidence.text) else title


def _kicker(claim: Claim, language: Language) -> str:
    severity = word(claim.severity.value, language)
    if claim.told is None:
        return severity.upper()
    news = [word(change, language) for change in claim.changes if change != "first"]
    colon = "：" if language == "zh" else ": "
    joined = ("、" if language == "zh" else ", ").join(news)
    return f"{severity.upper()} · {word('update', language)}{colon + joined if joined else ''}"


def quote(told: AlertSignal) -> Iterator[Piece]:
    """Yield the evidence in at most `MAX_QUOTE` characters, cut around the number that made the signal, which is marked."""
    evidence = told.signal.evidence
    text, start = evidence.text, evidence.start
    marks = sorted(_marks(told, start, len(text)))
    left, right = _window(text, marks)
    at = left
    if left > 0:
        yield Piece("…")
    for begin, end in marks:
        if begin < at or end > right:
            continue
        if clean(text[at:begin]):
            yield Piece(clean(text[at:begin]))
        if clean(text[begin:end]):
            yield Piece(clean(text[begin:end]), is_marked=True)
        at = end
    if clean(text[at:right]):
        yield Piece(clean(text[at:right]))
    if right < len(text):
        yield Piece("…")


def _marks(told: AlertSignal, start: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield where the main number stands, counted from the start of the evidence."""
    main = told.signal.magnitude
    amount = getattr(told.signal.magnitudes, main.kind, None) if main else None
    for begin, end in amount.span if amount else ():
        if 0 <= begin - start < end - start <= length:
            yield begin - start, end - start


def _window(text: str, marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the part of the text to show: all of it, or `MAX_QUOTE` characters around the first mark, cut at words."""
    room = MAX_QUOTE - 2  # for an ellipsis at each end
    if len(text) <= MAX_QUOTE:
        return 0, len(text)
    first, last = marks[0] if marks else (0, 0)
    left = max(0, min(first - (room - (last - first)) // 3, len(text) - room))
    right = min(len(text), left + room)
    if left > 0 and (space := text.find(" ", left, min(left + 20, first or left))) >= 0:
        left = space + 1
    if right < len(text) and (space := text.rfind(" ", max(right - 20, last), right)) > 0:
        right = space
    return left, right


def _facts(claim: Claim, told: AlertSignal, receiver: Receiver, now: datetime) -> Iterator[tuple[str, str]]:
    alert, language = claim.alert, receiver.language
    join = "；" if language == "zh" else "; "
    if claim.told is not None and claim.detail:
        yield (
            word("what is new", language),
            join.join(one_line(say_detail(text, language), 160) for text in claim.detail[:6]),
        )
    amounts = figures(told.signal, language)
    if len(amounts) > 1:
        yield word("amounts", language), join.join(f"{label} {value}" for label, value in amounts)
    yield word("source_label", language), one_line(told.publisher or told.source, 80)
    yield word("published", language), _published(told, receiver)
    yield word("delivered after", language), _delay(claim, told, now, language)
    others = [one_line(name, 60) for name in alert.publishers if name != (told.publisher or told.source)]
    if others:
        shown = ("、" if language == "zh" else ", ").join(others[:MAX_SOURCES])
        more = len(others) - MAX_SOURCES
        yield word("other sources", language), shown + (f" {word('more', language, count=more)}" if more > 0 else "")
    yield word("novelty", language), _novelty(alert.novelty, language)
    for policy in policies_for(alert, receiver.name)[:5]:
        yield word("policy_label", language), _policy(policy.name, policy.severity, policy.comparisons, language)
    if alert.reverses:
        yield word("reverses", language), alert.reverses


def _published(told: AlertSignal, receiver: Receiver) -> str:
    shown = format_time(told.published_at, receiver.timezone, receiver.language)
    return shown if told.dated else _beside(shown, word("undated", receiver.language), receiver.language)


def _delay(claim: Claim, told: AlertSignal, now: datetime, language: Language) -> str:
    since = told.published_at if told.dated else told.ingested_at
    shown = format_span(now - since, language)
    seconds = (now - since).total_seconds()
    if seconds >= 120:
        shown = _beside(shown, f"{seconds:,.0f}{' s' if language == 'en' else '秒'}", language)
    ours = now - claim.alert.at
    if ours.total_seconds() >= LATE_SECONDS and claim.held is None:
        gap, join = (" ", "; ") if language == "en" else ("", "；")
        shown += f"{join}{word('late', language)}{gap}{format_span(ours, language)}"
    return shown


def _beside(shown: str, aside: str, language: Language) -> str:
    """Put words in the language's own brackets behind others; none where there is nothing to say."""
    if not aside:
        return shown
    return f"{shown}（{aside}）" if language == "zh" else f"{shown} ({aside})"


def _novelty(novelty: Novelty, language: Language) -> str:
    days = novelty.days_since_similar
    parts = [
        word("never", language)
        if days >= 365
        else word("days ago", language, days=f"{days:.1f}".removesuffix(".0") if days < 10 else f"{days:.0f}")
    ]
    if count := novelty.similar.get("7d", 0):
        parts.append(word("in 7d", language, count=count))
    parts.append(word("sources count", language, count=novelty.sources))
    return ("；" if language == "zh" else "; ").join(parts)


def _policy(name: str, severity: Severity, comparisons: Sequence[Comparison], language: Language) -> str:
    shown = [
        _beside(
            f"{word(item.field, language)} {_compared(item.wanted, language)}",
            _compared(item.found or "", language),
            language,
        )
        for item in comparisons
        if item.field not in OBVIOUS
    ][:6]
    colon, comma = ("：", "，") if language == "zh" else (": ", ", ")
    tail = colon + comma.join(shown) if shown else ""
    return cut(f"{one_line(name, 80)} [{word(severity.value, language)}]{tail}", 400)


def _compared(text: str, language: Language) -> str:
    return one_line(say_compared(text, language), 60)


def _notes(claim: Claim, language: Language) -> Iterator[str]:
    if claim.held is not None:
        colon = "：" if language == "zh" else " "
        yield f"{word('held', language)}{colon}{word(claim.held, language)}"
    if claim.instead_of is not None:
        yield word("instead of", language, name=claim.instead_of)
