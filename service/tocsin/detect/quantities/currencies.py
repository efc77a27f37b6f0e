"""Names of money in folded English and Chinese text: what stands before a number, and what stands after it.

`$` is the US dollar unless a letter says otherwise, `¥` the yuan: commodity news prints it for China; yen are written out.
"""

from decimal import Decimal

from tocsin.detect.quantities.numbers import ONE

CENT = Decimal("0.01")

_CODES = (
    "usd cny eur gbp jpy aud cad hkd twd inr rub krw sgd chf zar brl clp mxn idr myr thb vnd php kzt nzd aed sar"
    " nok sek dkk pln zmw ghs ngn mnt pkr bdt egp uah uzs czk huf cop ars bwp try"
).split()

_SYMBOLS = {
    "USD": "$ us$ usd$ u.s.$ $us &#36; us&#36;",
    "CNY": "¥ rmb¥ cn¥ rmb yn renminbi 人民币 人民币¥",
    "EUR": "€",
    "GBP": "£",
    "JPY": "jp¥ jpy¥",
    "AUD": "a$ au$ aud$ 澳元",
    "CAD": "c$ ca$ cad$ cdn$",
    "HKD": "hk$ hkd$",
    "TWD": "nt$ ntd 新台币 台币",
    "SGD": "s$ sgd$",
    "NZD": "nz$",
    "INR": "₹ rs rs. re.",
    "RUB": "₽",
    "KRW": "₩",
    "BRL": "r$",
    "ZAR": "",
    "NOK": "nkr 挪威克朗",
    "SEK": "skr 瑞典克朗",
    "DKK": "dkr 丹麦克朗",
    "VND": "₫",
    "PHP": "₱",
    "KZT": "₸",
    "MYR": "rm",
    "NGN": "₦",
}

BEFORE: dict[str, str] = {word: code for code, words in _SYMBOLS.items() for word in words.split(" ") if word}
BEFORE |= {code: code.upper() for code in _CODES}
BEFORE["us $"] = "USD"
BEFORE["yuan"] = "CNY"
"""What may stand before a number, with its currency."""

_NAMES = {
    "USD": "dollar|dollars|dlr|dlrs|u.s. dlrs|us dlrs|us dollar|us dollars|u.s. dollar|u.s. dollars|美元|美金",
    "CNY": "yuan|rmb|renminbi|yuan rmb|rmb yuan|chinese yuan|元|元人民币|人民币|人民币元|圆",
    "EUR": "euro|euros|欧元",
    "GBP": "pound sterling|pounds sterling|sterling|stg|英镑",
    "JPY": "yen|japanese yen|日元|日圆",
    "AUD": "australian dlrs|australian dollar|australian dollars|aussie dollars|澳元|澳大利亚元|澳币",
    "CAD": "canadian dlrs|canadian dollar|canadian dollars|加元|加拿大元|加币",
    "HKD": "hong kong dollar|hong kong dollars|港元|港币",
    "TWD": "new taiwan dollars|taiwan dollars|台币|新台币|元新台币|元台币",
    "SGD": "singapore dollars|新加坡元|新元|坡元",
    "NZD": "new zealand dollars|新西兰元|纽元",
    "INR": "rupee|rupees|indian rupees|卢比|印度卢比",
    "RUB": "rouble|roubles|ruble|rubles|卢布",
    "KRW": "won|korean won|韩元|韩圆",
    "CHF": "swiss franc|swiss francs|瑞士法郎|瑞郎",
    "ZAR": "rand|南非兰特|兰特",
    "BRL": "reais|brazilian reais|雷亚尔",
    "CLP": "chilean pesos|智利比索",
    "MXN": "mexican pesos|墨西哥比索",
    "IDR": "rupiah|印尼盾|印尼卢比",
    "MYR": "ringgit|林吉特|令吉|马币",
    "THB": "baht|泰铢",
    "VND": "dong|越南盾",
    "PHP": "philippine pesos|菲律宾比索",
    "KZT": "tenge|坚戈",
    "TRY": "turkish lira|lira|里拉",
    "AED": "dirhams|迪拉姆",
    "SAR": "riyals|里亚尔",
    "NOK": "norwegian crowns|norwegian krone|norwegian kroner|挪威克朗",
    "SEK": "swedish crowns|swedish krona|swedish kronor|瑞典克朗",
    "DKK": "danish crowns|danish krone|danish kroner|丹麦克朗",
    "CZK": "czech crowns|czech koruna|捷克克朗",
    "PLN": "zloty|zlotys|polish zloty|兹罗提",
    "HUF": "forint|forints|福林",
    "PEN": "soles|peruvian soles|秘鲁索尔",
    "COP": "colombian pesos|哥伦比亚比索",
    "ARS": "argentine pesos|阿根廷比索",
    "ZMW": "kwacha|克瓦查",
    "NGN": "naira|奈拉",
    "GHS": "cedi|cedis|塞地",
    "BWP": "pula|普拉",
    "UAH": "hryvnia|hryvnias|格里夫纳",
    "UZS": "uzbek soums|苏姆",
    "MNT": "tugrik|tugriks|图格里克",
    "PKR": "pakistani rupees|巴基斯坦卢比",
    "BDT": "taka|塔卡",
    "EGP": "egyptian pounds|埃及镑",
    "ILS": "shekels|谢克尔",
}

AFTER: dict[str, tuple[str, Decimal]] = {
    name: (code, ONE) for code, names in _NAMES.items() for name in names.split("|")
}
AFTER |= {code: (code.upper(), ONE) for code in _CODES if code not in {"php", "try", "cop"}}
AFTER |= dict.fromkeys(
    (
        "cent",
        "cents",
        "ct",
        "cts",
        "us cent",
        "us cents",
        "u.s. cent",
        "u.s. cents",
        "u.s. ct",
        "u.s. cts",
        "美分",
        "¢",
        "usc",
    ),
    ("USD", CENT),
)
AFTER |= {
    "港仙": ("HKD", CENT),
    "美仙": ("USD", CENT),
    "分钱": ("CNY", CENT),
    "毛钱": ("CNY", CENT * 10),
    "角钱": ("CNY", CENT * 10),
    "澳分": ("AUD", CENT),
    "canadian cent": ("CAD", CENT),
    "canadian cents": ("CAD", CENT),
    "euro cents": ("EUR", CENT),
    "欧分": ("EUR", CENT),
    "pence": ("GBP", CENT),
}
"""What may stand after a number, with its currency and how much of it one is."""
MONEY_NAMES = [
    name for name, (_, coin) in AFTER.items() if not name.isascii() and coin == ONE and name not in {"元", "圆"}
]
"""Chinese names of money that stand alone too."""
