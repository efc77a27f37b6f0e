"""Countries by their code of ISO 3166: which there are, and which one a wrong code was meant to be."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

TERRITORIES = Path(__file__).parent / "territories.txt"
_MEANT = {"UK": "GB", "USA": "US", "PRC": "CN", "DRC": "CD", "UAE": "AE"}
"""Abbreviations that are read in news, and are taken for codes."""


def territories() -> Iterator[list[str]]:
    """Yield the code of each country, its English and its Chinese name; one is empty where there is none."""
    for line in TERRITORIES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("|")


@cache
def country_codes() -> frozenset[str]:
    """Return all codes; EU, which makes laws as a country does, is one."""
    return frozenset({"EU", *(code for code, *_ in territories())})


@cache
def _names() -> dict[str, str]:
    return {code: english or chinese for code, english, chinese in territories()}


def country_name(code: str) -> str:
    """Return the English name of a country; of an unknown code the code."""
    return _names().get(code, code)


@cache
def _by_name() -> dict[str, str]:
    return {name.casefold(): code for code, *names in territories() for name in names if name}


def code_fault(code: str) -> str | None:
    """Say what is wrong with a country's code, and which one may be meant; None where it is one."""
    if code in country_codes():
        return None
    upper = code.upper()
    close = upper if upper in country_codes() else _MEANT.get(upper, _by_name().get(code.casefold()))
    remedy = f"did you mean {close}?" if close else "write one such as AU, or leave it empty"
    return f"{code[:60]!r} is no code of ISO 3166; {remedy}"
