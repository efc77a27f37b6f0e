"""Whether a Chinese name is a Latin one put into Chinese word by word: 北极星矿业 is Polaris Mining, 福尔摩沙碱业 Formosa Alkali.

Chinese reports call a foreign firm half by meaning and half by sound, a Japanese or Korean one by its own characters. Every
character must be accounted for by the words of the other name in their order; words of trade (resources, holdings) may be
left out on either side. A likeness joins, that there is none proves nothing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from tocsin.correlate.eastern import READINGS, is_reading
from tocsin.correlate.pinyin import reading
from tocsin.correlate.transliterated import first_sounds, heard_as, is_heard
from tocsin.rules.fold import fold

_MEANINGS = """
alkali 碱业 碱 | alliance 联盟 | allied 联合 | alpha 阿尔法 | alpine 阿尔卑斯 高山 | amber 琥珀 | anchor 锚 | ancient 古 | apex 顶峰 | apple 苹果 | arctic 北极 | arrow 箭 | ash 白蜡 | aurora 极光 曙光 | azure 蔚蓝 | battery 电池 | bay 湾 | beacon 灯塔
bear 熊 | beaver 海狸 河狸 | bell 钟 贝尔 | big 大 | birch 白桦 桦树 | bird 鸟 | bison 野牛 | black 黑 黑色 布莱克 | blue 蓝 蓝色 | bridge 桥 | bright 光明 明亮 | bronze 青铜 | brown 布朗 | buffalo 水牛 野牛 布法罗 | bull 公牛
canyon 峡谷 | cape 角 | capital 资本 首都 | cascade 瀑布 | castle 城堡 | cathode 正极 | anode 负极 | cedar 雪松 | central 中央 中部 | century 世纪 | champion 冠军 | china 中国 | citadel 城堡 | clean 清洁 | clear 清 | cliff 悬崖 | coast 海岸 | coastal 沿海 海岸
cold 冷 | condor 秃鹰 神鹰 | continental 大陆 | core 核心 | cotton 棉 | cove 湾 | crane 鹤 | creek 溪 河 | crescent 新月 | cross 十字 克罗斯 | crow 乌鸦 | crown 皇冠 | crystal 水晶 | cypress 柏树 | dawn 黎明 | deep 深 | deer 鹿 | delta 三角洲 德尔塔
desert 沙漠 | diamond 钻石 | double 双 | dove 鸽 | dragon 龙 | eagle 鹰 雄鹰 | east 东 东部 | eastern 东方 东部 | echo 回声 | elk 麋鹿 | emerald 翡翠 绿宝石 | empire 帝国 | energy 能源 | equinox 春分 | eternal 永恒 | evergreen 长青 常青 长荣 | evolution 进化
falcon 猎鹰 隼 | far 远 | fast 快 | federal 联邦 | fertilizer 化肥 肥料 | field 菲尔德 田 | finch 雀 | fire 火 | first 第一 首 | five 五 | flame 火焰 | forest 森林 | fort 堡 | fortress 堡垒 | fortune 财富 | fountain 泉 喷泉 | four 四 | fox 狐狸 福克斯
freedom 自由 | frontier 前沿 边疆 前线 | future 未来 | galaxy 银河 | garnet 石榴石 | gate 门 | gateway 门户 | general 通用 | giant 巨人 | glacier 冰川 | glencoe 格伦科 | global 全球 环球 | globe 环球 | gold 金 黄金 | golden 金 黄金 金色 | goose 鹅
grand 大 宏 | granite 花岗岩 | great 大 | green 绿 绿色 格林 | grey 灰 灰色 | gray 灰 灰色 | grove 格罗夫 | gulf 海湾 | harbour 港 海港 | harbor 港 海港 | hawk 鹰 | heart 心 | heron 苍鹭 鹭 | heritage 传承 | high 高 | highland 高地 | highlands 高地
hill 山 希尔 | hills 山 | hope 希望 | horizon 地平线 | horn 角 | horse 马 | ice 冰 | imperial 帝国 | independence 独立 | industries 工业 实业 | inland 内陆 | insight 洞察 | iron 铁 | island 岛 | ivory 象牙 | jade 玉 翡翠 | jaguar 美洲豹 | jubilee 银禧
kestrel 红隼 | king 国王 王 金 | kingdom 王国 | lake 湖 | lakes 湖 | land 兰 陆 | laurel 月桂 | legacy 传承 | leopard 豹 | liberty 自由 | light 光 轻 | lighthouse 灯塔 | lion 狮 狮子 | little 小 | lone 孤 | long 长 朗 | lotus 莲花 | lynx 山猫 猞猁 | magnolia 木兰
maple 枫 枫叶 | marine 海洋 | maritime 海事 | mercury 水星 | meridian 子午线 | metro 都会 | middle 中 | mill 磨坊 米尔 | mirage 海市蜃楼 | moon 月亮 月 | morning 晨 | mountain 山 | mount 山 芒特 蒙特 | mutual 互助 | national 国家 国立 国民 | native 本土 | neptune 海王星
new 新 | next 下一代 | nine 九 | nomad 游牧 | north 北 北部 北方 诺斯 | northern 北方 北部 | northland 北地 | northwest 西北 | northeast 东北 | nova 新星 诺瓦 | oak 橡树 | oasis 绿洲 | ocean 海洋 大洋 | old 老 旧 | olive 橄榄 | omega 欧米茄 | one 一 | onyx 玛瑙
orange 橙 | orchid 兰花 | orient 东方 | oriental 东方 | origin 起源 本源 | orion 猎户座 | osprey 鱼鹰 | otter 水獭 | owl 猫头鹰 | pacific 太平洋 | palm 棕榈 | panther 黑豹 | paradise 天堂 | park 公园 帕克 | peak 峰 山峰 | pearl 珍珠 | pegasus 飞马 | penguin 企鹅
peninsula 半岛 | phoenix 凤凰 菲尼克斯 | pilot 领航 | pine 松树 松 | pinnacle 顶峰 | pioneer 先锋 先驱 | plain 平原 | plains 平原 | plateau 高原 | point 点 角 波因特 | polar 极地 | polaris 北极星 | pole 极 | pond 池 | port 港 | power 电力 | prairie 草原
precision 精密 | premier 首要 总理 | pride 骄傲 | prime 首要 | prince 王子 | progress 进步 | prospect 展望 | prosperity 繁荣 | pure 纯 | quartz 石英 | queen 皇后 女王 | quest 探索 | rain 雨 | rainbow 彩虹 | ranch 牧场 | raven 渡鸦 乌鸦 | red 红 红色 | reef 礁 | regal 皇家
regent 摄政 | republic 共和国 | ridge 岭 山脊 | ring 环 | rise 崛起 | rising 旭日 | river 河 江 | robin 知更鸟 | rock 岩石 岩 罗克 | rose 玫瑰 罗斯 | royal 皇家 | ruby 红宝石 | salt 盐 | sand 沙 | sands 沙 | sapphire 蓝宝石 | saturn 土星 | sea 海 | seal 海豹
second 第二 | sentinel 哨兵 | seven 七 | shadow 影 | shield 盾 | shore 海岸 | sierra 塞拉 山脉 | silver 银 白银 | six 六 | sky 天空 | snow 雪 | solar 太阳能 | solstice 至日 | south 南 南部 南方 | southern 南方 南部 | southeast 东南 | southwest 西南 | sovereign 主权
spirit 精神 | spring 泉 春 斯普林 | springs 泉 斯普林斯 | spruce 云杉 | square 广场 | stag 雄鹿 | standard 标准 | star 星 之星 斯塔 | stellar 恒星 | stone 石 斯通 | storm 风暴 | strategic 战略 | summit 顶峰 峰会 | sun 太阳 阳光 | sunrise 日出 | sunset 日落 | swan 天鹅
swift 雨燕 | tern 燕鸥 | thermal 火力 热电 火电 | thunder 雷 雷霆 | tiger 虎 老虎 | titan 泰坦 | tower 塔 | trans 跨 | trinity 三一 | triple 三 | triumph 凯旋 | true 真 | turquoise 绿松石 | twin 双子 双 | two 二 双 | union 联合 联盟 | united 联合 | universal 环球 | unity 团结
upper 上 | lower 下 | valley 谷 山谷 河谷 | vanguard 先锋 | victory 胜利 | village 村 | virgin 维珍 | vision 愿景 | walnut 核桃 | water 水 | waterfall 瀑布 | wave 浪 | wells 威尔斯 | west 西 西部 西方 | western 西部 西方 | white 白 白色 怀特 | wild 野 | willow 柳 柳树 | wind 风
winter 冬 | wolf 狼 沃尔夫 | wood 木 伍德 | woods 林 | world 世界 | yellow 黄 | young 年轻 | zenith 天顶 | zone 区
cement 水泥 | chemical 化学 化工 | chemicals 化学 化工 | steel 钢铁 | glass 玻璃 | electric 电气 电力 | paper 纸业 | rubber 橡胶 | sugar 糖业 | foods 食品 | grain 粮食 谷物 | palm 棕榈 | plantations 种植 | gas 燃气 天然气 | oil 石油 | petroleum 石油 | petrochemical 石化 石油化工
metals 金属 有色 | metal 金属 | magnet 磁材 磁体 | magnets 磁材 磁体 磁铁 | motors 汽车 | shipping 航运 海运 | trading 贸易 | carbon 碳素 炭素 碳 | alloys 合金 | alloy 合金 | aluminium 铝业 铝 | aluminum 铝业 铝 | copper 铜业 铜 | nickel 镍业 镍 | zinc 锌业 锌 | lead 铅业 铅 | tin 锡业 锡
lithium 锂业 锂 锂能 | cobalt 钴业 钴 | tungsten 钨业 钨 | antimony 锑业 锑 | uranium 铀业 铀 | graphite 石墨 | titanium 钛业 钛 | vanadium 钒业 钒 | manganese 锰业 锰 | potash 钾肥 钾业 钾盐 | phosphate 磷酸盐 磷业 | phosphates 磷酸盐 磷业 | coal 煤业 煤炭 | alumina 氧化铝 | bauxite 铝土矿
rare 稀 | earth 土 | earths 土 | mines 矿业 | mining 矿业 | minerals 矿业 矿产 矿物 | resources 资源 | materials 材料 新材 | smelting 冶炼 | refining 精炼 炼化 | exploration 勘探 | industry 工业 实业 | technologies 科技 技术 | technology 科技 技术 | international 国际 | group 集团 | energy 能源
"""
_MEANS = {
    (words := entry.split())[0]: tuple(words[1:])
    for line in _MEANINGS.splitlines()
    for entry in line.split("|")
    if entry.strip()
}
_OF_TRADE = frozenset(
    "the of and de la el y corp corporation inc co company ltd limited plc llc ag sa se nv ab asa gmbh pt tbk jsc ao pty bhd berhad holdings holding group operations operation mine mines mining minerals metals "
    "metal resources resource energy power international industries industry lithium copper nickel gold silver cobalt graphite zinc tin lead tungsten antimony uranium titanium vanadium manganese potash phosphate phosphates "
    "coal alumina bauxite aluminium aluminum steel iron rare earth earths oil gas lng petroleum smelter smelting refinery refining refineries plant project complex field materials chemicals chemical technologies technology "
    "exploration trading battery batteries minera compania grupo mineracao sociedad cathode anode carbon alloys magnets province county region state city".split()
)
"""Words that a name may be told without."""
_ENDS_ZH = re.compile(
    r"(?:股份|有限|责任|总公司|公司|集团|控股|实业|工业|企业|科技|技术|矿业|矿产|矿物|资源|能源|新能源|金属|材料|新材|新材料|国际|[金银铜铁铝铅锌锡镍钴锂锑钨钼锰铀铂钛钒镁钾磷硅煤碱]业|煤炭|白银|黄金|钢铁|石油|石化|天然气|燃气|电力|化工|化学|"
    r"[金银铜铁铝铅锌锡镍钴锂锑钨钼锰铀铂煤]+矿|氧化铝|稀土|石墨|电池|冶炼|精炼|矿山|矿区|矿|工厂|冶炼厂|精炼厂|炼厂|厂|项目|基地|油田|气田|盐湖|港|省|市|州|县)$"
)
_WORD = re.compile(r"[a-zß-ÿ]+")
_LONGEST = 12
"""Characters of a Chinese name that is compared so."""
_MOST_WORDS = 5
_SEGMENT = 6
"""Characters that one word may become."""
_ENOUGH = 3
"""What must be accounted for: a consonant that is heard counts one, a translated character two, a spelt word three."""
_LETTERS = 4


@lru_cache(maxsize=65536)
def is_rendered(chinese: str, latin: str) -> bool:
    """Tell whether a Chinese name may be the Latin one, word by word."""
    words = _words(latin)
    return bool(words) and any(_weight(core, words) >= _ENOUGH for core in _cores(chinese))


@lru_cache(maxsize=16384)
def first_marks(name: str, *, chinese: bool) -> frozenset[str]:
    """Return marks of which two names, one of them the other put into Chinese, have some in common."""
    if chinese:
        return frozenset(mark for core in _cores(name) for mark in _marks_of(core))
    marks: set[str] = set()
    for word in _words(name):
        marks.update(f"={meaning[0]}" for meaning in _MEANS.get(word, ()))
        marks.update(f"^{sound}" for sound in heard_as(word)[:1])
        marks.add(f"`{word[0]}")
        if word not in _OF_TRADE:
            break
    return frozenset(marks)


def _marks_of(core: str) -> Iterator[str]:
    yield f"={core[0]}"
    yield from (f"^{sound}" for sound in first_sounds(core))
    yield from (f"`{told[0]}" for told in READINGS.get(core[0], ()))
    if (told := reading(core[0])) is not None:
        yield f"`{told[0]}"


@lru_cache(maxsize=16384)
def _words(latin: str) -> tuple[str, ...]:
    found = _WORD.findall(fold(latin).low)
    while found and found[0] in _LEADING:
        found = found[1:]
    return tuple(found[:_MOST_WORDS])


_LEADING = frozenset(["pt", "cv", "ooo", "jsc", "ao", "the"])


@lru_cache(maxsize=16384)
def _cores(chinese: str) -> tuple[str, ...]:
    """Return the name with fewer and fewer of the words of trade that it ends in."""
    name = fold(chinese).low.replace("·", "")
    found = [name]
    while (shorter := _ENDS_ZH.sub("", found[-1])) not in (found[-1], ""):
        found.append(shorter)
    return tuple(core for core in found if len(core) <= _LONGEST)


def _weight(core: str, words: tuple[str, ...]) -> int:
    """Return how much of the characters the words account for; below zero where some are left, or a word of name is."""
    if not core:
        return 0 if all(word in _OF_TRADE for word in words) else -99
    if not words:
        return -99
    word, rest = words[0], words[1:]
    best = _weight(core, rest) if word in _OF_TRADE else -99
    for end in range(1, min(_SEGMENT, len(core)) + 1):
        told = _told(core[:end], word)
        if told:
            best = max(best, told + _weight(core[end:], rest))
    return best


def _told(segment: str, word: str) -> int:
    """Return what a segment of the Chinese name says of a word: nothing, or by how much it is this word."""
    if segment in _MEANS.get(word, ()):
        return 2 * len(segment) if word not in _OF_TRADE else 1
    if len(word) >= _LETTERS and (is_reading(segment, word) or _is_spelt(segment, word)):
        return 3
    return _heard(segment, word)


def _is_spelt(segment: str, word: str) -> bool:
    syllables = [reading(character) for character in segment]
    return len(segment) > 1 and None not in syllables and "".join(filter(None, syllables)) == word


def _heard(segment: str, word: str) -> int:
    return len(heard_as(word)) if is_heard(segment, word) else 0
