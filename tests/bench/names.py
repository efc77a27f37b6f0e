"""Invented company names, English and Chinese, as many as are asked for, always the same ones."""

from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

_ONE = "Vel Kes Tor Mar Bel Dun Har Quel Sor Ash Brin Cal Fen Gar Hol Jor Kal Lun Mor Nev Orm Pel Ros Sten Tul Ulv Var Wen Yor Zel".split()
_TWO = (
    "mora rick andra ville stone bury dale field wick holm gate croft mere low den ford ridge haven lund brook".split()
)
_THREE = "Mining|Metals|Resources|Smelting|Alloys|Minerals|Refining|Commodities|Energy|Holdings|Copper Works|Steel|Chemicals|Trading|Logistics|Materials|Lithium|Industries".split(
    "|"
)
_FOUR = ("", "North ", "New ", "Royal ", "United ", "Great ", "Upper ")
_ZH_ONE = "沧璟岚筠翊洹濮珑骐钰昶恺澜煜宸霖淳岱嵘崧"
_ZH_TWO = "润泰禾昌裕源晟启恒瑞隆达丰盛宏图腾跃信邦"
_ZH_THREE = "矿业|冶炼|有色|新材料|稀土|钢铁|锂业|能源|贸易|化工|铜业|铝业|金属|电池|控股|资源|特钢|硅业".split("|")


def _english() -> Iterator[str]:
    for four, two, three, one in product(_FOUR, _TWO, _THREE, _ONE):
        yield f"{four}{one}{two} {three}"


def _chinese() -> Iterator[str]:
    for extra, two, three, one in product(("", *_ZH_ONE), _ZH_TWO, _ZH_THREE, _ZH_ONE):
        yield f"{extra}{one}{two}{three}"


def companies(count: int) -> list[str]:
    """Return so many names, three English ones to each Chinese one. At most some hundred thousand are there."""
    chinese = list(islice(_chinese(), count // 4))
    english = list(islice(_english(), count - len(chinese)))
    if len(english) + len(chinese) < count:
        english = english + [f"{name} {number}" for number in range(2, 9) for name in english]
        english = english[: count - len(chinese)]
    mixed: list[str] = []
    for place, name in enumerate(chinese):
        mixed += [*english[3 * place : 3 * place + 3], name]
    return [*mixed, *english[3 * len(chinese) :]]


def write_csv(path: Path, names: list[str]) -> Path:
    """Write the names as a user's list of companies."""
    lines = (f"bench_{number},{name},,,," for number, name in enumerate(names))
    path.write_text("\n".join(["id,name,aliases,ticker,exchange,country", *lines]) + "\n", encoding="utf-8")
    return path
