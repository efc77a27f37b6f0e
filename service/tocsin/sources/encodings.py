"""Bytes to text: UTF-8 and UTF-16 by their marks, GB18030 against Big5 by what reads like Chinese, Windows-1252 for the rest.

Strict decoding only: a text that would need guessed characters is refused, since a wrong figure is worse than a missing one.
"""

import codecs
import re
from contextlib import suppress

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP archive or an Office document"), (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"), (b"7z\xbc\xaf", "a 7z archive"), (b"\x7fELF", "a program"), (b"SQLite format 3", "a database"),
)  # fmt: skip
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
    "這個國時來們為於說後會過對動發經現開還進種電與產業實點將兩關應從當無間問題體機總報員長變數據單價務財億萬貨銀買賣漲認標準實際環保華證資訊網頁記者聯運輸礦鎳銅鋁鉛鋅錫鈷鋰銻鎢稀釩鈦銦鍺鎵出口管制禁令庫存需求供應減少增加約噸美歐亞"
)
_HAN_HIGH = re.compile(r"[\u4e00-\u9fff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOJIBAKE = re.compile(r"[ÃÂâäåæçèéï][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2010-\u2122\u20ac]")


class UndecodableError(ValueError):
    """Bytes that are no text we can read: `reason` says what they are, `remedy` what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        self.reason, self.remedy = reason, remedy
        super().__init__(f"{reason}; {remedy}")


def decode(data: bytes) -> str:
    """Return the text; raise UndecodableError for what is binary, in no known encoding, or garbled."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UndecodableError(f"is {what}", "extract its text and pass that")
    text = _decoded(data)
    if (control := len(_CONTROL.findall(text[:100_000]))) > 4 + len(text[:100_000]) // 200:
        raise UndecodableError(f"is binary ({control} control characters)", "extract its text and pass that")
    if text.count("\ufffd") > 2 + len(text) // 200:
        raise UndecodableError(
            "is damaged: characters were lost when it was saved", "fetch it again in its original encoding"
        )
    return _mended(text)


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name)
    if wide := _utf16(data):
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
    if len(data) - at < 4 and _is_surely_utf8(data[:at]):  # cut within its last character, as downloads are
        return data[:at].decode("utf-8")
    best = max((_plausible(data, name) for name in ("gb18030", "big5hkscs")), key=lambda found: found[0])
    if best[0] >= 0.25 and best[1] is not None:
        return best[1]
    high = sum(byte > 127 for byte in data[:200_000])
    if high * 8 < len(data[:200_000]):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    if best[1] is not None and best[0] >= 0.12:
        return best[1]
    raise UndecodableError(f"is in no encoding we know (byte {at} is not UTF-8)", "save it as UTF-8")


def _is_surely_utf8(data: bytes) -> bool:
    """Tell whether bytes that decode as UTF-8 can be nothing else: long, or with characters that only UTF-8 writes so."""
    return len(data) > 1_000 or len(data) - len(data.decode("utf-8")) >= 8


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UndecodableError(
            f"is marked as {name.removesuffix('-sig').upper()} but breaks at byte {error.start}", "save it as UTF-8"
        ) from error


def _utf16(data: bytes) -> str | None:
    """Return the text of UTF-16 without a mark, which Latin letters and spaces betray by zero bytes on one side."""
    sample = data[:4_000]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) * 20 < len(sample):
        return None
    try:
        return data[: len(data) // 2 * 2].decode(name)
    except UnicodeDecodeError:
        return None


def _plausible(data: bytes, name: str) -> tuple[float, str | None]:
    """Return the share of common characters among the text's Chinese ones, and the text; 0 where it does not decode."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return 0.0, None
    sample = text[:20_000]
    beyond = [char for char in sample if char > "\u007f"]
    if not beyond:
        return 0.0, text
    han = _HAN_HIGH.findall(sample)
    if len(han) < 0.4 * len(beyond):
        return 0.0, text
    return sum(char in _COMMON for char in han) / len(beyond), text


def _mended(text: str) -> str:
    """Undo text that was once read as Windows-1252 (`Ã©`, `â€™`, `Í­¼Û`); raise where it cannot be undone and covers the text."""
    sample = text[:50_000]
    found = len(_MOJIBAKE.findall(sample))
    foreign = sum("\u0080" <= char <= "\u00ff" for char in sample)
    if (found < 3 or found * 60 < len(sample)) and foreign * 2 < len(sample):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        pass
    with suppress(ValueError):  # UnicodeDecodeError is one too
        data = bytes(_single_byte(char) for char in text)
        with suppress(UnicodeDecodeError):
            return data.decode("utf-8")
        share, mended = max((_plausible(data, name) for name in ("gb18030", "big5hkscs")), key=lambda found: found[0])
        if share >= 0.25 and mended is not None:
            return mended
    raise UndecodableError(
        "is garbled: it was once read in the wrong encoding", "fetch it again in its original encoding"
    )


def _single_byte(char: str) -> int:
    try:
        return char.encode("cp1252")[0]
    except UnicodeEncodeError:
        return ord(char)  # the five bytes that Windows-1252 leaves open; bytes() refuses what lies above
