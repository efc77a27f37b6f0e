"""A Chinese measure that says what it is on is on nothing else; who leaves it unsaid means the goods of the text."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


@pytest.mark.parametrize(
    "measure",
    [
        "商务部对原产于泰国的进口乳胶枕发起反倾销立案调查。",
        "欧盟对自中国进口的铝箔包装机作出反倾销终裁。",
        "墨西哥将鞋类关税由25%提高至35%。",
        "澳大利亚对原产于越南的床垫启动反补贴调查。",
    ],
)
def test_other_goods_lend_none_of_the_headline(measure: str) -> None:
    text = f"铝材出口退税与贸易救济简报\n\n{measure}"
    assert [s for s in DETECTOR.detect(article(text)).signals if s.type == "export_control"] == []


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("镀锌板贸易救济\n\n越南对产自中国的镀锌板征收25%反倾销税。", "steel"),
        ("欧盟金属硅案\n\n欧盟对原产于中国的金属硅作出反倾销终裁，税率18%。", "silicon"),
        ("美国人造石墨案\n\n美国对自华进口的该产品征收临时反倾销税。", "synthetic_graphite"),
        ("加拿大加税\n\n加拿大对中国产电动车加征90%附加税，对来自中国的铝产品加征20%关税。", "aluminium"),
    ],
)
def test_goods_of_the_lexicon_and_what_names_them_again_count(text: str, goods: str) -> None:
    told = [s for s in DETECTOR.detect(article(text)).signals if s.type == "export_control"]
    assert goods in {id_ for signal in told for id_ in signal.commodities}
