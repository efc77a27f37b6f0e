import pytest

from tocsin.correlate.names import looks_like_company, same_name


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Sigma Lithium", "Sigma", True),
        ("Tin Valley Mines", "TIN VALLEY", True),
        ("Andes Copper Holdings Ltd", "Andes Copper", True),
        ("Andes Copper", "Lakeside Copper", False),
        ("OPEC", "Organization of the Petroleum Exporting Countries", True),
        ("宜宾市伟能锂业", "伟能锂业有限公司", True),
        ("雅化集团", "融捷股份", False),
        ("雅化集团", "Yahua", True),
        ("埃斯康迪达铜矿", "Escondida", True),
        ("塞罗贝尔德", "Cerro Verde mine", True),
        ("格拉斯伯格铜金矿", "Grasberg", True),
        ("卡库拉", "Kansanshi", None),
        ("安塔米纳", "Antapaccay", None),
        ("诺拉", "Norra", None),
        ("澄海燃氣", "澄海燃气有限公司", True),
        ("—", "Codelco", False),
    ],
)
def test_names_are_compared_by_what_is_distinctive(one: str, two: str, expected: bool | None) -> None:
    found = same_name(one, two)
    assert found is expected
    assert same_name(two, one) is found


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("Lakeside Minerals", True),
        ("Heron Nickel Corp.", True),
        ("灵宝新材", True),
        ("Mining Weekly", False),
        ("Metal Bulletin Ltd", False),
        ("Reuters", False),
        ("有色快讯网", False),
        ("中国证券报", False),
    ],
)
def test_a_company_is_told_from_a_medium_by_its_name(publisher: str, expected: bool) -> None:
    assert looks_like_company(publisher) is expected
