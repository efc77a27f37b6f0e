"""Texts of 100 KB that a careless detector spends its day on."""

import random
from collections.abc import Iterator

SIZE = 100_000


def _to_size(piece: str) -> str:
    return (piece * (SIZE // max(1, len(piece.encode("utf-8", "surrogatepass"))) + 1))[:SIZE]


def texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of every case."""
    dice = random.Random(7)
    sentence = "copper prices rose 4.2% to $9,120 a tonne and zinc output fell while "
    yield "no full stop", _to_size(sentence)
    yield "no space either", _to_size(sentence.replace(" ", "-"))
    yield "10,000 digits", "Copper prices rose " + "7" * 10_000 + "% on Monday. " + _to_size("Prices fell. ")[:1_000]
    yield "digits and commas", _to_size("1,234,") + "% up"
    yield "digits in words", _to_size("copper prices rose 4 5 6 % 7 to 8 - 9 million ")
    yield "nested brackets", "Zinc prices rose " + "(" * 30_000 + "3%" + ")" * 30_000
    yield "brackets with words", _to_size("((antimony ( prices [ rose { 3% ")
    yield "one trigger repeated", _to_size("rose ")
    yield "one commodity repeated", _to_size("copper ")
    yield "trigger and commodity", _to_size("copper rose ")
    yield "one Chinese trigger", _to_size("上涨")[: SIZE // 3]
    yield "Chinese without a stop", _to_size("铜价上涨3%锌产量下降")[: SIZE // 3]
    yield "mixed scripts", _to_size("копер copper 銅 ｃｏｐｐｅｒ πρices rose ３％ à Zürich ")
    yield "full width", _to_size("Ｃｏｐｐｅｒ　ｐｒｉｃｅｓ　ｒｏｓｅ　３％. ")[: SIZE // 3]
    yield "combining marks", _to_size("co" + "\u0301" * 40 + "pper prices rose 3%. ")
    yield "control characters", _to_size("copper\x00 prices\x07 rose\x1b 3%\x7f.\x85 ")
    yield "bidi marks", _to_size("copper\u202e prices\u202c rose\u200f 3%\u2066. ")
    yield "zero width", _to_size("c\u200bo\u200bp\u200bper prices rose 3%. ")
    yield "lone surrogates", _to_size("copper \ud83d prices rose 3% \udc00. ")
    yield "line breaks", _to_size("\n")
    yield "full stops", _to_size(". ")
    yield "quotes", _to_size("\"'“”‘’ ")
    yield "abbreviations", _to_size("Mr. U.S. Inc. No. a.m. ")
    yield "dates", _to_size("2026-03-02 March 3, 2026 3月2日 Q3 third quarter of 2025 ")
    yield "negations", _to_size("not no never denied that copper prices rose if unless ")
    yield "noise", "".join(dice.choice("abcdefghij \u4e00\u9ea6%$.,0123456789()") for _ in range(SIZE))
    yield "tables", _to_size("Copper | 9,120 | +4.2% | 9,080 | -1.1% |\n")
