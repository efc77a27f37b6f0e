"""Read a silence's matchers as a person writes them; name what a silence of a commodity reaches."""

import re
from collections.abc import Callable, Iterable

from tocsin.deliver.values import Matcher

FIELDS = (
    "alert",
    "receiver",
    "severity",
    "policy",
    "type",
    "direction",
    "commodity",
    "country",
    "company",
    "publisher",
    "source",
    "rule",
)
_FORM = re.compile(r"\s*([a-z_]+)\s*(!=|=|~)\s*(.+?)\s*\Z", re.DOTALL)
MAX_VALUE = 200

Ancestors = Callable[[str], Iterable[str]]
"""Returns what a commodity lies below, so that a silence of `rare_earths` holds neodymium too, as a policy would."""


def no_ancestors(_commodity: str) -> tuple[str, ...]:
    """Return nothing: where no lexicon is at hand, commodities stand for themselves."""
    return ()


def parse_matcher(text: str) -> Matcher:
    """Read `commodity=antimony`, `severity!=critical` or `policy~price.*`. Raises ValueError with the remedy."""
    found = _FORM.match(text)
    if found is None:
        raise ValueError(f"{text!r} is no matcher; write field=value, field!=value or field~pattern")
    field, operator, value = found.groups()
    if field not in FIELDS:
        raise ValueError(f"{field!r} is no field of an alert; write one of {', '.join(FIELDS)}")
    if len(value) > MAX_VALUE:
        raise ValueError(f"the value of {field!r} is longer than {MAX_VALUE} characters")
    if operator == "~":
        try:
            re.compile(value)
        except re.error as error:
            raise ValueError(f"{value!r} is no regular expression: {error}") from error
    return Matcher(field, operator, value)
