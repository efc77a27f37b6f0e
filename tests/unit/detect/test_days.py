"""On which day a price moved, and which days are only compared with."""

import pytest

from tocsin.detect.calendar.days import find_days, parse_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tin rose 1.2% on tuesday", ["tue"]),
        ("apt rose from tuesday to $520 on thursday", ["thu"]),
        ("gallium gained 6.5% in the week to january 23", ["--01-23"]),
        ("周一镍价上涨", ["mon"]),
        ("6月5日铝锭库存较周一下降", ["--06-05"]),
        ("某社北京3月12日电", []),
        ("6月8日库存较节前6月1日增加", ["--06-08"]),
        ("截至6月5日当周,库存减少", ["--06-05"]),
        ("prices rose last friday", []),
        ("bismuth was assessed at $31-33/lb on 12 march, down from $33-35/lb on 5 march", ["--03-12"]),
        ("tin rose from $31,200 to $31,900 on 12 march", ["--03-12"]),
        ("tin rose 1.2%", []),
    ],
)
def test_a_day_is_the_facts_own(text: str, expected: list[str]) -> None:
    found = list(find_days(text, 0, len(text)))
    assert [day.value for day in found] == expected
    assert all(parse_day(text[slice(*day.span)]) == (day.value, (0, day.span[1] - day.span[0])) for day in found)
