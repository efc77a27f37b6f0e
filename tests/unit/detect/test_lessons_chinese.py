"""Chinese pages that explain, sell houses or praise a works tell no news; reports with a day in them do."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "锌的火法冶炼\n技术文库 > 锌\n锌精矿经焙烧后还原挥发，再经精馏提纯。该法回收率高，缺点是能耗大；锌价低时，工厂停产，锌产量减少。",
        "楼市周报：铜陵路板块成交回升\n本周全市商品住宅成交311套，均价9200元/平方米，环比上涨1.3%。铜陵路均价下跌2%，可售面积增加，去化放慢。",
        "河东锌制品厂\n我厂始建于1988年，占地40亩，年产锌锭8000吨，与多家用户签订长期供货合同，产品远销海外。",
        "锡锭用量与焊料配方\n采用新配方后，焊料中锡用量由60%减少到48%，成本下降一成。",
        "群青往事\n1828年法国人合成群青，产量极少。此后钴价大幅下跌，颜料人人用得起。",
        "论文：镍价预测模型\n摘要：针对镍期货价格提出新模型，实验表明，急跌阶段误差较基准下降31%。关键词：镍；期货价格。",
        "大乐透开奖\n本期开出5注一等奖，“金银锡”组合受彩民追捧，销量3.1亿元，环比上升4%，奖池余额下降。",
        "手游新赛季\n新玩法上线，玩家占领矿区可提升铜矿、原油产量，击溃冶炼厂可使其停产。",
        "液化气小知识\n到船集中时液化气库存上升，价格容易下跌。",
        "背单词：tin 和 zinc 怎么记\n例句：The price of tin rose 4%（锡价上涨了4%）。造句时注意单词的词性。",
        "国家储备的国际经验\n我国应完善收储与轮换机制，择机增加战略金属储备，稀土亦在其列。",
        "两市资源股走强\n东江铜业、南岭稀土分别上涨15%和12%，北河黄金居首。",
        "市委书记到某铝业公司调研\n在正在建设的汽车板项目现场，书记肯定企业铝产量保持增长。",
        "金价受哪些因素影响\n新矿大量开采时库存增加，投资需求旺盛时价格上升。",
        "铜价的决定因素\n需求增加推动价格上升，库存增加则价格下降。",
        "本市取缔散煤销售点9家\n市场监管局联合城管取缔无证散煤销售点9家，没收劣质煤41吨。",
    ],
)
def test_pages_that_teach_or_praise_tell_nothing(text: str) -> None:
    assert not [s for s in DETECTOR.detect(article(text, language="zh")).signals if s.modality != "historical"]


@pytest.mark.parametrize(
    "text",
    [
        "某锌冶炼厂停产\n据悉，该厂焙烧、浸出、电解工艺改造，5月20日起停产检修，影响锌产量4000吨，回收率问题待解。",
        "钢铁股领涨大盘\n消息面上，螺纹钢期货主力合约上涨2.6%，热卷现货报3900元/吨，涨60元/吨。",
        "楼市回暖 螺纹钢价格上涨\n今日上海螺纹钢报3650元/吨，上涨40元/吨，受房企开工回升带动。",
        "河东锌业公告\n公司成立于1988年，现有两条生产线。\n5月20日，公司与某钢厂签订供货合同，供应锌锭2万吨。",
    ],
)
def test_reports_with_the_same_words_are_read(text: str) -> None:
    assert [s for s in DETECTOR.detect(article(text, language="zh")).signals if s.modality != "historical"]


def test_shares_of_firms_named_after_a_metal_are_no_price_of_it() -> None:
    text = "钢铁股领涨大盘\n东海钢铁早盘低开后上攻，最大涨幅达8%，临江钢铁跟涨，晋中特钢上涨2.6%。"
    assert {signal.type for signal in DETECTOR.detect(article(text)).signals} <= {"equity_move"}
