"""Whether a name in Chinese characters may be the sound of a name in Latin letters: 安塔米纳, Antamina.

Chinese writes foreign names by some three hundred characters that stand for syllables. Vowels are lost on the way, r and l
are one, a consonant without a vowel gets one; so only the consonants are compared, in classes, and one in five may differ. A
likeness joins two facts that agree otherwise; that two names sound unlike proves nothing, since half of all names are
translated or have a Chinese name of their own.
"""

import re
from functools import lru_cache
from itertools import accumulate

from tocsin.rules.fold import fold

_SYLLABLES = """
a 阿 ai 艾埃爱 an 安 ang 昂盎 ao 奥澳敖 ba 巴芭 bai 拜白 ban 班 bang 邦 bao 鲍保包 bei 贝 ben 本 beng 邦 bi 比碧毕 bian 边 biao 彪 bie 别
bin 宾 bing 冰 bo 博波伯勃玻柏 bu 布卜 ca 查 cha 察恰 chang 昌 che 彻 chen 琴 chi 奇 chu 楚 ci 茨 cuo 措
da 达 dai 代戴黛 dan 丹 dang 当 dao 道 de 德 deng 登 di 迪蒂 dian 甸 ding 丁 dong 东冬 du 杜 dun 顿敦 duo 多
e 厄额 en 恩 er 尔 fa 法 fan 凡范 fang 方 fei 费菲 fen 芬 feng 丰 fu 弗夫富福芙 ga 加嘉 gai 盖 gan 甘赣 gang 冈 gao 高 ge 格戈哥 gen 根 gong 贡 gou 高
gu 古 gua 瓜 guai 怪 guan 关 gui 圭 guo 果 ha 哈 hai 海 han 汉 hang 杭 hao 豪 he 赫 hei 黑 heng 亨 hong 洪宏 hou 侯 hu 胡 hua 华 huai 怀 huo 霍
ji 吉季 jia 贾 jian 简 jiang 江 jiao 焦 jie 杰 jin 金 jing 京 jiong 琼 ju 居 ka 卡喀 kai 凯 kan 坎堪 kang 康 kao 考 ke 克科可柯 ki 基 ken 肯 kong 孔 kou 寇 ku 库 kua 夸 kuai 快 kuan 宽 kui 奎 kun 昆 kuo 阔
la 拉喇腊 lai 莱来赖 lan 兰 lang 朗 lao 劳 le 勒乐 lei 雷蕾 leng 楞 li 利里丽莉李理黎 lian 连 liang 良 lin 林琳 ling 林灵 liu 柳 long 隆龙 lu 卢鲁路露 lun 伦 luo 罗洛萝 lü 吕律 ma 马玛 mai 迈麦 man 曼 mang 芒 mao 毛 mei 梅美 men 门 meng 蒙孟 mi 米密 mian 缅 ming 明 mo 莫墨摩 mu 穆姆慕木
na 纳娜那 nai 奈 nan 南 nang 囊 nao 瑙 nei 内 nen 嫩 neng 能 ni 尼妮 ning 宁 niu 纽 nong 农 nu 努 nuo 诺 ou 欧 pa 帕 pai 派 pan 潘 pang 庞 pao 保 pei 佩 peng 彭 pi 皮 ping 平 po 珀 pu 普浦
qi 齐奇 qia 恰 qian 钱 qiang 强 qiao 乔 qie 切 qin 钦 qing 青 qiong 琼 qiu 丘 ran 兰 rao 饶 re 热 ren 任 ri 日 rong 荣 ru 茹 rui 瑞 sa 萨 sai 赛塞 san 桑 sang 桑 sao 绍 se 塞色 sen 森 sha 沙莎 shai 夏 shan 尚山 shang 尚 shao 绍 she 舍 shen 申 sheng 圣 shi 什施史 shu 舒 shua 朔 si 斯思丝 song 松 su 苏 sui 绥 sun 孙 suo 索
ta 塔 tai 泰台 tan 坦 tang 唐 tao 陶 te 特 teng 滕 ti 提 tian 天田 ting 廷 tong 通 tou 陶 tu 图 tun 吞 tuo 托 wa 瓦 wai 怀 wan 万 wang 旺 wei 维韦威魏 wen 文 weng 翁 wo 沃 wu 武乌伍
xi 西希锡 xia 夏 xian 先 xiang 香 xiao 肖 xie 谢 xin 辛 xing 兴 xiong 雄 xiu 修 xu 许 ya 亚娅雅 yan 延扬 yang 扬 yao 姚 ye 耶叶 yi 伊依 yin 因英 ying 英 yong 永 you 尤 yu 于 yuan 元 yue 约 zha 扎 zan 赞 zao 佐 ze 泽 zeng 曾 zha 扎 zhan 詹 zhe 哲 zhen 珍 zhi 芝 zhong 中 zhu 朱 zi 齐兹 zong 宗 zu 祖 zuo 佐
"""
_INITIALS = {
    **dict.fromkeys(("b", "p"), "P"),
    **dict.fromkeys(("f", "w"), "F"),
    **dict.fromkeys(("d", "t"), "T"),
    **dict.fromkeys(("g", "k"), "K"),
    "h": "H",
    **dict.fromkeys(("l", "r"), "L"),
    "m": "M",
    "n": "N",
    **dict.fromkeys(("j", "q", "x", "z", "c", "s"), "S"),
}


def _table() -> dict[str, str]:
    sounds: dict[str, str] = {}
    syllable = ""
    for word in _SYLLABLES.split():
        if not word.isascii() and word != "lü":
            for character in word:
                sounds.setdefault(character, _classes(syllable))
        else:
            syllable = word
    return sounds


def _classes(syllable: str) -> str:
    """Return the classes of a syllable's consonants: kang is K and N."""
    first = _INITIALS.get(syllable[0], "") if syllable != "er" else "L"
    return first + ("N" if syllable.endswith(("n", "ng")) else "")


_SOUNDS = _table()
_ALSO = {
    "金": "KN",
    "希": "H",
    "华": "F",
    "怀": "F",
    "惠": "F",
    "吉": "K",
    "夏": "H",
    "休": "H",
    "胡": "F",
    "霍": "F",
    "杰": "K",
    "乔": "K",
    "若": "S",
    "何": "H",
    "圣": "SNT",
    "辛": "SM",
    "林": "LM",
    "姆": "N",
}
"""What some characters are heard as beside their reading: 金 is the Kim of Kimberley, 华 the Wa of Washington."""
_MOST_ROWS = 8
SHORTEST = 3
"""Consonants below which two names sound alike by chance."""
_ONE_IN = 5
"""One consonant in so many may be heard otherwise."""
_WORD = re.compile(r"[a-zß-ÿ]+")
_DOUBLE = re.compile(r"([a-z])\1")
_GENERIC = frozenset(
    "the of and mine mines mining minerals metals resources corp corporation company co ltd limited inc plc group holdings energy lithium copper "
    "nickel gold cobalt graphite zinc tin steel smelter refinery plant project complex field oil gas lng gmbh ag sa ab asa pt jsc".split()
)
_RULES = (
    (re.compile(r"ng|gn"), "N"),
    (re.compile(r"sch|tch|ch|sh|zh|j|x|z|s|ç|q(?!u)"), "S"),
    (re.compile(r"c(?=[eiy])"), "S"),
    (re.compile(r"ck|kk|cc(?![eiy])"), "K"),
    (re.compile(r"ph|[fvw]"), "F"),
    (re.compile(r"[cgkq]"), "K"),
    (re.compile(r"[bp]"), "P"),
    (re.compile(r"th|[dt]"), "T"),
    (re.compile(r"[lr]"), "L"),
    (re.compile(r"h"), "H"),
    (re.compile(r"m(?=[PTKS])|n"), "N"),
    (re.compile(r"m"), "M"),
    (re.compile(r"[^A-Z]"), ""),
)
_GENERIC_ZH = re.compile(
    r"股份|有限|责任|科技|锂业|铜业|镍业|锌业|铝业|新材料|新材|稀土|燃气|天然气|材料|电池|公司|集团|控股|矿业|资源|金属|能源|铜矿|锂矿|金矿|镍矿|钴矿|铁矿|锌矿|[金银铜铁铝铅锌锡镍钴锂锑钨钼锰铀铂]+矿|煤矿|矿山|矿区|矿|冶炼厂|炼厂|工厂|厂|项目|基地|油田|气田|盐湖|港|省|市|州|县"
)


@lru_cache(maxsize=16384)
def sounds_of(name: str, *, chinese: bool) -> tuple[str, ...]:
    """Return the rows of consonants that a name may be heard by: the whole, and each of its words; none too short to tell."""
    low = fold(name).low
    if chinese:
        rows = list(_rows(_GENERIC_ZH.sub("", low).replace("·", "")))
    else:
        words = [word for word in _WORD.findall(low) if word not in _GENERIC]
        rows = list(dict.fromkeys([heard_as("".join(words)), *map(heard_as, words)]))
    return tuple(row for row in rows if len(row) >= SHORTEST)


@lru_cache(maxsize=16384)
def _rows(characters: str) -> tuple[str, ...]:
    """Return the rows of consonants that Chinese characters may be heard as; none where one is not used for its sound."""
    rows = [""]
    for character in characters:
        sounds = _sounds(character)
        rows = [row + sound for row in rows for sound in sounds][:_MOST_ROWS]
    return tuple(dict.fromkeys(row for row in rows if row))


def _sounds(character: str) -> tuple[str, ...]:
    told, also = _SOUNDS.get(character), _ALSO.get(character)
    return tuple(sound for sound in (told, also) if sound is not None)


def first_sounds(characters: str) -> frozenset[str]:
    """Return the first consonants that a name which begins with these characters may have."""
    found: set[str] = set()
    for character in characters:
        sounds = _sounds(character)
        found.update(sound[0] for sound in sounds if sound)
        if "" not in sounds:
            break
    return frozenset(found)


@lru_cache(maxsize=65536)
def is_heard(characters: str, word: str) -> bool:
    """Tell whether a Latin word of two consonants or more may be the sound of these characters: two as they are, more nearly."""
    told = heard_as(word)
    return len(told) >= _PART and any(
        row == told or (len(row) >= SHORTEST and _near(row, told)) for row in _rows(characters)
    )


_PART = 2
"""Consonants by which a word is heard beside others that are known."""


@lru_cache(maxsize=65536)
def heard_as(letters: str) -> str:
    """Return the row of consonants of a Latin word in lower case."""
    letters = _DOUBLE.sub(r"\1", letters)
    for pattern, sound in _RULES:
        letters = pattern.sub(sound, letters)
    return letters


@lru_cache(maxsize=65536)
def sounds_like(chinese: str, latin: str) -> bool:
    """Tell whether a Chinese name may be the sound of a Latin one, or of one of its words."""
    return any(
        _near(heard, told) for heard in sounds_of(chinese, chinese=True) for told in sounds_of(latin, chinese=False)
    )


def _near(one: str, two: str) -> bool:
    """Tell whether two rows of consonants begin alike and differ in one of five at most; r, l and h are lost more easily."""
    return one[0] == two[0] and _distance(one, two) * _ONE_IN <= max(len(one), len(two))


_EASILY_LOST = {"L": 0.6, "H": 0.6}


def _distance(one: str, two: str) -> float:
    lost = [_EASILY_LOST.get(b, 1.0) for b in two]
    row = [0.0, *accumulate(lost)]
    for a in one:
        cost = _EASILY_LOST.get(a, 1.0)
        previous, row[0] = row[0], row[0] + cost
        for place, b in enumerate(two, 1):
            previous, row[place] = (
                row[place],
                min(row[place] + cost, row[place - 1] + lost[place - 1], previous + (a != b)),
            )
    return row[-1]
