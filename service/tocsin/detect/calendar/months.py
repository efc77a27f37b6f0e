"""Months, weekdays and years as English text names them, and what makes a month the name of a contract."""

from tocsin.detect.texts.tries import longest_of

_MONTHS = "january february march april may june july august september october november december".split()
MONTHS: dict[str, int] = {name: i for i, name in enumerate(_MONTHS, 1)}
MONTHS |= {name[:3]: i for name, i in MONTHS.items()}
MONTHS |= {f"{name[:3]}.": i for name, i in MONTHS.items()} | {"sept": 9, "sept.": 9}

MONTH = longest_of(MONTHS)

FULL_MONTHS = "|".join(_MONTHS)
"""Months written out, as alternatives of a pattern."""
TRADED = (
    "gained|lost|rose|fell|added|shed|climbed|dropped|slid|jumped|settled|closed|ended|finished|eased|firmed|advanced"
    "|surged|tumbled|declined|slipped|sank|inched|edged|ticked"
)
"""What a contract does that only its month names, as alternatives of a pattern: `December gained 4 cents`."""
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
TRADING_DAY = r"(?:mon|tues|wednes|thurs|fri)day"
"""Days on which markets trade."""

SAFE_MONTH = longest_of(name for name in MONTHS if name not in {"may", "march", "mar", "may."})
"""Month names that are no other word."""

FUTURES = (
    r"(?: 20\d\d)?[ -](?:[a-z]{2,12}[ -])?(?:contracts?|futures|delivery|deliveries)(?![a-z])"
    r"|(?: 20\d\d)?[ -](?:(?:ice|nymex|comex|cbot|sgx|dce|ttf)[ -])?(?:iron ore|natural gas|crude oil|palm oil|coking coal|thermal coal|live cattle|lean hogs|soybean oil)[ -](?:contracts?|futures)(?![a-z])"
    r"|(?: 20\d\d)?[ -](?:(?:ice|nymex|comex|cbot|kcbt|lme|new|york|london|chicago|kansas|city|soft|hard|red|white|winter|spring|arabica|robusta|raw|world|crude)[ -]){0,5}(?:cocoa|coffee|arabica|robusta|sugar|cotton|oats|rice|soymeal|soyoil|canola|gold|silver|copper|platinum|palladium|crude|brent|wti|corn|wheat|soybeans?|gas|nickel|tin|zinc)(?![a-z])"
    r"(?! (?:imports|exports|output|production|demand|sales|shipments|consumption|purchases))"
)
"""What makes a month name before it a contract month."""

YEAR = "(?:19|20)[0-9]{2}"

STEMS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""What a text must hold to name a month in English."""


def is_of_late(word: str, month: int) -> bool:
    """Tell whether a month's name, with no year beside it, is the `month` of an article or the one before; not of an undated one, 0."""
    then = MONTHS.get(word)
    return bool(month) and then is not None and (month - then) % 12 <= 1
