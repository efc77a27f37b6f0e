"""Money: English texts whose headline is about currencies, shares, rates or an economy, in which prices of goods are the setting.

`The rand firmed, supported by higher gold prices` tells of the rand. A price with a number of its own is told all the same.
"""

import re

_MONEY = re.compile(
    r"\b(?:rupees?|lira|rand|pesos?|francs?|roubles?|rubles?|yen|yuan|renminbi|riyal|dirham|naira|cedi|kwacha|ringgit|rupiah|baht|forint|zloty|krona|krone|sterling|loonie|aussie|kiwi|greenback|shillings?|birr|taka|tenge|hryvnia|shekel|guarani|bolivar|quetzal|(?:peru(?:'s|vian)|the) sol|(?:brazil(?:'s|ian)|the) real|(?:south )?korean won"
    r"|(?:us|u\.s\.|australian|canadian|singapore|new zealand) dollar|dollar|euro|currenc(?:y|ies)|forex|exchange rates?"
    r"|inflation|gdp|(?:the |[a-z]+'s )econom(?:y|ies)|economic growth|interest rates?|(?:rate|repo) (?:cut|hike|rise|decision)s?|central banks?|monetary policy|deposit rates?|bonds?|treasur(?:y|ies)|yields?"
    r"|stocks (?:close|end|open|rise|fall|slip|gain|drop|climb|edge|slide|jump|rall|tumble|sink|advance|retreat|mixed|higher|lower)[a-z]*|(?:asian|european|us|u\.s\.|gulf|world|global|chinese|indian) (?:shares|stocks|equities)|shares (?:close|end|open)[a-z]*|equities|wall street|nasdaq(?! ?:)|dow jones|s&p|ftse(?! ?:)|nikkei|hang seng|sensex|nifty|bourse|stock (?:markets?|exchange)|(?:holds?|cuts?|raises?|hikes?|keeps?|leaves?|lowers?) (?:its |key |benchmark |policy |interest |main )*rates?|bank of [a-z]+|federal reserve|ecb"
    r"|(?:foreign|external|national|public|government|sovereign|corporate) debts?|debt (?:payments?|service|relief|restructuring|rescheduling|talks|crisis|burden|deal|accord|plan|pact)|creditors?|imf|world bank|(?:development|commercial|private|state) banks?|balance of payments|gnp|econom(?:y|ists?)(?! of scale)|jobless|devaluation|wage (?:rises?|hikes?|demands?|talks|growth)|purchasing managers?|pmi|stockmarkets?|foreign trade|trade (?:tensions|crisis|prospects)"
    r"|budget|fiscal|deficit|trade (?:surplus|deficit|balance|gap)|current account|(?:foreign|forex|fx|international) reserves|remittances|unemployment|payrolls|retail sales)\b"
)
_CONSUMERS = re.compile(
    r"\b(?:inflation|(?:consumer|producer|wholesale|factory-gate) prices?(?! for\b)|producer price index|ppi|wpi|cpi|cost of living|retail prices?|household (?:bills?|costs)|grocer(?:y|ies)|shopping basket)\b"
)


def is_of_money(low: str, end: int) -> bool:
    """Tell whether a headline, up to `end`, is about money as a whole."""
    return _MONEY.search(low, 0, end) is not None


def is_of_consumers(low: str, end: int) -> bool:
    """Tell whether a headline is about what consumers pay."""
    return _CONSUMERS.search(low, 0, end) is not None
