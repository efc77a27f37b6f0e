"""What a Chinese sentence supposes, rules, demands, plays or digs up is no fact; what is decreed, lifted or found is one."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "在价格回升之前，锰铁厂不会复产。",
        "除非现货升水走阔，否则铅厂将继续减产。",
        "只有锰矿价格跌到每吨度30元，硅锰厂才会复产。",
        "哪怕锗价下跌一成，回收商也不肯出货。",
        "镁价上涨会挤压压铸厂利润。",
        "镁价上涨一般会带动硅铁价格上涨。",
        "商务部并未对铟实施出口管制。",
        "国储局没有收储铟。",
        "北辰锗业未与该客户签订任何二氧化锗供应合同。",
        "如果矿山勘探长期停滞，铋供应下降，那么下一轮短缺只是早晚的事。",
        "倘若罢工蔓延，铜矿停产，冶炼厂将无米下锅。",
        "试想一下：全球钴矿停产一个月，电池厂会怎样？",
        "演练模拟铅锌矿停产断电后的人员撤离。",
        "论坛议题包括铜需求增长、锂供应过剩和钴价上涨。",
        "公司以锌价上涨为由拒绝供货，被诉至法院。",
        "古墓出土铜锭和铅锭，说明当时铅产量大幅增加。",
        "根据《中华人民共和国出口管制法》，管制物项未经许可不得出口。",
        "任何单位和个人不得收购、销售非法开采的锡矿产品。",
        "违反规定出口锗的，处违法经营额五倍以下罚款。",
        "携带黄金出境的，海关提醒须如实申报，违者将被查处。",
        "发言人说，对该国原油的制裁不会在谈判结束之前解除。",
        "代表团称，对石油的制裁必须全部解除。",
        "外长呼吁取消对铝材的出口限制。",
        "我们反对对原油实施单边制裁。",
        "专家认为，全部镍矿停产几乎不可能。",
        "如未来锌价大幅上涨，公司成本将上升，可能对业绩产生不利影响。",
        "乐观情景下，锂需求增长至300万吨。",
        "电子行业低迷时，锡需求下降。",
        "有人冒充国家储备局人员，声称收储铜、锡。",
        "会议指出，要抓好铜、铅、锌产品保供增产。",
        "仲裁庭认为，铝价下跌属市场风险。",
        "该县超证开采被查，锂盐产能未变。",
        "高校发现一种含铟新矿物。",
        "如锌价上涨，成品价格不一定跟涨。",
        "别把“限产”当成钢厂的长期工具。",
        "某铝厂电解槽大修耐火材料采购招标。",
        "铜价是不是还要下跌？",
        "锌价受供需左右：当冶炼厂检修、库存减少时价格走高。",
        "矿石品位低时须停产检修，铜产量会下降。",
        "一般来说，铝库存下降时，铝价上涨；出口国加征关税，也会推动铝价走高。",
        "高品位矿价格上涨时，钢厂会增加低品位铁矿采购；",
        "出口国提高锡矿关税，将推高冶炼成本。",
        "从历史经验看，美元走弱时铜价往往上涨。",
    ],
)
def test_what_is_unreal_is_no_fact(text: str) -> None:
    assert [s for s in DETECTOR.detect(article(text)).signals if s.modality not in {"denied", "historical"}] == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("受罢工影响，该铜矿停产两周。", "production_change"),
        ("与此同时，某铜冶炼厂宣布停产，影响产量2万吨。", "production_change"),
        ("截至发稿时，沪铜上涨1.2%。", "price_move"),
        ("主要是由于矿山减产，锡供应下降6%。", "production_change"),
        ("商务部公告，自12月1日起未经许可不得出口锑锭。", "export_control"),
        ("根据《对外贸易法》，商务部决定对铟实施出口管制。", "export_control"),
        ("财政部解除对该国原油的制裁。", "export_control"),
        ("当日铜价下跌时，该矿宣布减产两成。", "production_change"),
        ("欧盟恢复对该国原油的制裁。", "export_control"),
        ("东海矿业以11.4亿美元代价收购加纳金矿55%权益。", "mna"),
        ("供应商代表称，该铜矿已停产。", "production_change"),
        ("本周代表性锌冶炼厂减产3000吨。", "production_change"),
        ("合同内容为五年内供应铜精矿30万吨，双方已签署。", "large_contract"),
        ("为应对供应短缺，政府取消铜出口禁令。", "export_control"),
        ("产油国会议召开，如期宣布减少原油产量30万桶。", "production_change"),
        ("因违反《矿产资源法》，该锂盐厂被责令停产。", "production_change"),
        ("印尼不顾各方反对，禁止出口铝土矿。", "export_control"),
        ("海关查获走私锑锭23吨，抓获嫌疑人5名。", "smuggling"),
        ("地质队在江西新发现一处大型铜矿，探明铜金属量120万吨。", "supply_source"),
    ],
)
def test_what_is_done_is_one(text: str, type_: str) -> None:
    assert type_ in {signal.type for signal in DETECTOR.detect(article(text)).signals}
