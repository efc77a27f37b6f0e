"""How a backtest is told: as text for a terminal, and as one HTML file with charts and no outside links."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from html import escape

from tocsin.backtest.chart import over_time
from tocsin.backtest.difference import Change, Difference, Rung
from tocsin.deliver.escaping import cut

NAMED = 38
"""Characters of a name for which there is room beside its bar."""
MOST = 20
"""Alerts listed of each change in text; HTML and JSON hold all."""


def lines(found: Difference) -> Iterator[str]:
    """Tell the difference, or the alerts of a single configuration, line by line."""
    new = found.new
    when = "" if new.first_at is None or new.last_at is None else f", {new.first_at:%Y-%m-%d} to {new.last_at:%Y-%m-%d}"
    counts = ((new.articles, "article"), (new.signals, "signal"), (new.events, "event"))
    yield ", ".join(_count(number, noun) for number, noun in counts) + when
    if found.old is None:
        yield f"you would have had {_count(found.new.alerts)}"
    else:
        yield f"you had {_count(found.old.alerts)}; with the new configuration {found.new.alerts}"
    for heading, changes in (("policy", found.policies), ("receiver", found.receivers)):
        for change in changes:
            yield from _change(heading, change, found)
    if found.silent:
        yield f"silent: {_named(found.silent, MOST)}"


def _named(names: Sequence[str], most: int) -> str:
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return "; ".join(names[:most]) + more


def _change(heading: str, change: Change, found: Difference) -> Iterator[str]:
    counts = _count(change.after) if found.old is None else f"{change.before} -> {_count(change.after)}"
    if heading == "receiver":
        before = "" if found.old is None else f"{found.old.messages[change.name]} -> "
        counts += f" in {before}{_count(found.new.messages[change.name], 'message')}"
    yield f"{heading} {change.name}: {counts}"
    if found.old is None:
        if heading == "policy":  # its receivers are rung by the same
            yield from _rungs("!", change.alerts)
        return
    yield from _rungs("+ appears", change.appears)
    yield from _rungs("- vanishes", change.vanishes)
    for moved in change.moves[:MOST]:
        rung = moved.rung
        yield f"  ~ {_span(moved.by)}  {rung.at:%Y-%m-%d %H:%M}  {rung.fact}  ({rung.publisher}) “{rung.quote}”"
    if len(change.moves) > MOST:
        yield f"  ~ and {len(change.moves) - MOST} more"


def _rungs(mark: str, rungs: Sequence[Rung]) -> Iterator[str]:
    for rung in rungs[:MOST]:
        yield f"  {mark}  {rung.at:%Y-%m-%d %H:%M}  {rung.fact}  ({rung.publisher}) “{rung.quote}”"
    if len(rungs) > MOST:
        yield f"  {mark}  and {len(rungs) - MOST} more"


def _count(number: int, noun: str = "alert") -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _span(by: timedelta) -> str:
    minutes = abs(by.total_seconds()) / 60
    size = f"{minutes:.0f} min" if minutes < 120 else f"{minutes / 60:.1f} h"
    return f"{size} {'later' if by > timedelta(0) else 'earlier'}"


_STYLE = (
    "body{font:15px system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .5rem;vertical-align:top;"
    "border-bottom:1px solid #ddd}h2{margin-top:2rem}q{color:#555}.plus{color:#176f2c}.minus{color:#a01818}"
    "th{font-weight:600;border-bottom:2px solid #bbb}td:nth-child(-n+2){white-space:nowrap}th:nth-child(-n+2){width:1%}"
    ".key{display:inline-block;width:.8em;height:.8em;margin:0 .3em 0 1em}.key.before{background:#b9c3cf}"
    ".key.after{background:#2b6cb0}"
    "rect.before{fill:#b9c3cf}rect.after{fill:#2b6cb0}text{font:12px system-ui,sans-serif}"
)


_LEGEND = '<p><span class="key before"></span>before<span class="key after"></span>with the new configuration</p>'
_HEAD = "<tr><th>What</th><th>When</th><th>Signal, sentence and publisher</th></tr>"


def html(found: Difference, title: str) -> str:
    """Return one page: counts as bars, then every alert that appears, vanishes or moves, with its sentence."""
    told = lines(found)
    history, head = next(told), next(told)
    parts = [
        f"<h1>{escape(title)}</h1><p>{escape(head[0].upper() + head[1:])}; {escape(history)}. Times are UTC.</p>",
        _LEGEND if found.old is not None else "",
        "<h2>Alerts over time</h2>" + chart if (chart := over_time(found)) else "",
        "<h2>By policy</h2>",
        _bars(found.policies, compared=found.old is not None),
        f"<p>Silent: {escape(_named(found.silent, len(found.silent)))}</p>" if found.silent else "",
        "<h2>By receiver</h2>",
        _bars(found.receivers, compared=found.old is not None),
    ]
    if found.old is not None:
        for heading, changes in (("Policy", found.policies), ("Receiver", found.receivers)):
            parts.extend(_table(heading, change) for change in changes if not change.is_none)
    else:
        parts.extend(_table("Policy", change) for change in found.policies)
    body = "\n".join(parts)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style><body>{body}</body></html>\n"
    )


def _bars(changes: Sequence[Change], *, compared: bool) -> str:
    """Draw one bar a name, two where there is a before."""
    if not changes:
        return "<p>No alerts.</p>"
    most = max(1, *(max(change.before, change.after) for change in changes))
    row = 40 if compared else 24
    drawn = []
    for number, change in enumerate(changes):
        y = number * row
        drawn.append(f'<text x="0" y="{y + 14}">{escape(cut(change.name, NAMED))}</text>')
        values = [("before", change.before)] if compared else []
        for place, (kind, value) in enumerate([*values, ("after", change.after)]):
            width = round(value / most * 420)
            top = y + 2 + place * 17
            drawn.append(f'<rect class="{kind}" x="280" y="{top}" width="{width}" height="14"/>')
            drawn.append(f'<text x="{286 + width}" y="{top + 12}">{value}</text>')
    return f'<svg role="img" viewBox="0 0 760 {len(changes) * row}" width="100%">{"".join(drawn)}</svg>'


def _table(heading: str, change: Change) -> str:
    rows = [_row("", "rings", rung) for rung in change.alerts]
    rows += [_row("plus", "appears", rung) for rung in change.appears]
    rows += [_row("minus", "vanishes", rung) for rung in change.vanishes]
    rows += [_row("", _span(moved.by), moved.rung) for moved in change.moves]
    return f"<h2>{heading} {escape(change.name)}</h2><table>{_HEAD}{''.join(rows)}</table>"


def _row(style: str, what: str, rung: Rung) -> str:
    return (
        f'<tr><td class="{style}">{escape(what)}</td><td>{rung.at:%Y-%m-%d %H:%M}</td><td>{escape(rung.fact)}<br>'
        f"<q>{escape(rung.quote)}</q> {escape(rung.publisher)}</td></tr>"
    )
