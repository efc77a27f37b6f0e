"""Alerts over time as an SVG: a column a day, week or month, two where there is a before."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from tocsin.backtest.difference import Difference, Tally

MOST_COLUMNS = 62
"""Columns up to which days, then weeks, are drawn; a longer history is drawn by month."""
_WIDTH, _HEIGHT, _LEFT, _FOOT, _LABEL = 760, 160, 36, 24, 74


def over_time(found: Difference) -> str:
    """Draw how many events alerted when, from the first article to the last; nothing where no time passes."""
    first, last = found.new.first_at, found.new.last_at
    if first is None or last is None:
        return ""
    periods = _periods(first.date(), last.date())
    if len(periods) < 2:
        return ""
    series = [("after", _counts(found.new, periods))]
    if found.old is not None:
        series.insert(0, ("before", _counts(found.old, periods)))
    most = max(1, *(count for _, counts in series for count in counts))
    drawn = "".join([*_axis(periods, most), *_columns(series, periods, most)])
    return f'<svg role="img" viewBox="0 0 {_WIDTH} {_HEIGHT + _FOOT}" width="100%">{drawn}</svg>'


def _periods(first: date, last: date) -> list[date]:
    """Return the first day of each period from the first day to the last."""
    days = (last - first).days + 1
    if days <= MOST_COLUMNS:
        return [first + timedelta(days=n) for n in range(days)]
    monday = first - timedelta(days=first.weekday())
    weeks = (last - monday).days // 7 + 1
    if weeks <= MOST_COLUMNS:
        return [monday + timedelta(weeks=n) for n in range(weeks)]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return [date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(months)]


def _counts(tally: Tally, periods: Sequence[date]) -> list[int]:
    """Count the events by the period in which they first rang."""
    rang: dict[str, datetime] = {}
    for (event_id, _), rung in tally.policies.items():
        rang[event_id] = min(rung.at, rang.get(event_id, rung.at))
    found: Counter[date] = Counter(
        max((p for p in periods if p <= at.date()), default=periods[0]) for at in rang.values()
    )
    return [found[period] for period in periods]


def _axis(periods: Sequence[date], most: int) -> Iterator[str]:
    yield f'<text x="0" y="12">{most}</text><text x="0" y="{_HEIGHT}">0</text>'
    yield f'<line x1="{_LEFT}" y1="{_HEIGHT}" x2="{_WIDTH}" y2="{_HEIGHT}" stroke="#bbb"/>'
    step = -(-len(periods) // 8)
    for place in range(0, len(periods), step):
        x = _LEFT + place * (_WIDTH - _LEFT) / len(periods)
        if x <= _WIDTH - _LABEL:
            yield f'<text x="{x:.0f}" y="{_HEIGHT + 16}">{periods[place]:%Y-%m-%d}</text>'


def _columns(series: Sequence[tuple[str, Sequence[int]]], periods: Sequence[date], most: int) -> Iterator[str]:
    room = (_WIDTH - _LEFT) / len(periods)
    width = room * 0.8 / len(series)
    for number, (kind, counts) in enumerate(series):
        for place, count in enumerate(counts):
            if count:
                x, height = _LEFT + place * room + number * width, count / most * (_HEIGHT - 16)
                told = f"<title>{periods[place]:%Y-%m-%d}: {count} {kind}</title>"
                yield (
                    f'<rect class="{kind}" x="{x:.1f}" y="{_HEIGHT - height:.1f}" width="{width:.1f}" '
                    f'height="{height:.1f}">{told}</rect>'
                )
