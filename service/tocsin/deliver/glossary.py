"""Names for readers: a commodity, form, company, place or country by its id, in the receiver's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from babel import Locale

from tocsin.deliver.receivers import Language
from tocsin.rules.lexicon import Body, Commodity, Company, Form, Lexicon, Market, Place


@dataclass(frozen=True)
class Glossary:
    """Names by kind and id, English and Chinese. What it does not know is shown as its id with spaces."""

    names: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def from_lexicon(cls, lexicon: Lexicon) -> "Glossary":
        """Take the name of every commodity, and the first name of every other entry, in each language."""
        names = {("commodity", id_): _commodity(item) for id_, item in lexicon.commodities.items()}
        worded: dict[str, Mapping[str, Form | Place | Market]] = {
            "form": lexicon.forms,
            "place": lexicon.places,
            "market": lexicon.markets,
        }
        for kind, words in worded.items():
            for word in words.values():
                shown = word.id.replace("_", " ")
                names[kind, word.id] = _pair(word.id, (shown if kind == "form" else shown.title(), *word.en), word.zh)
        organised: dict[str, Mapping[str, Company | Body]] = {"company": lexicon.companies, "body": lexicon.bodies}
        for kind, organisations in organised.items():
            for item in organisations.values():
                names[kind, item.id] = _pair(item.id, (item.name, *item.aliases.en), item.aliases.zh)
        for body in lexicon.bodies.values():
            if body.role == "exchange":
                names["exchange", body.id] = (_short(body.name, body.aliases.en), _short(body.name, body.aliases.zh))
        return cls(names)

    def name(self, kind: str, id_: str, language: Language) -> str:
        """Return the name of an id."""
        if kind == "country":
            return _country(id_, language)
        pair = self.names.get((kind, id_))
        return pair[language == "zh"] if pair else id_.replace("_", " ")

    def name_of_any(self, kinds: Iterable[str], id_: str, language: Language) -> str | None:
        """Return the name under the first kind that knows the id, or None."""
        return next((self.name(kind, id_, language) for kind in kinds if (kind, id_) in self.names), None)


def _commodity(item: Commodity) -> tuple[str, str]:
    """Return what readers call it: words that detection looks for may be narrower, such as a premium or a grade."""
    english = item.name.get("en") or item.id.replace("_", " ")
    # The plainest word is often among the weak ones: 铜, where 电解铜 is the sure one.
    return english, item.name.get("zh") or next(iter((*item.weak.zh, *item.zh)), english)


def _short(name: str, aliases: Iterable[str]) -> str:
    """Return the shortest of a body's names in one language, without article: a headline has little room."""
    return min((*aliases, name), key=len).removeprefix("the ")


def _pair(id_: str, english: Iterable[str], chinese: Iterable[str]) -> tuple[str, str]:
    plain = next(iter([word for word in english if word]), id_.replace("_", " "))
    return plain, next(iter(chinese), plain)


_SHORT = {"CD": "DR Congo", "CG": "Congo Republic", "HK": "Hong Kong", "MO": "Macao", "MM": "Myanmar"}
"""Countries whose full names stand in the way of a headline."""


def _country(code: str, language: Language) -> str:
    if language == "en" and code.upper() in _SHORT:
        return _SHORT[code.upper()]
    known: str | None = Locale.parse("zh_Hans" if language == "zh" else "en").territories.get(code.upper())
    return known or code
