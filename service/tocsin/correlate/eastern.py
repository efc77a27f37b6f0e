"""Whether Chinese characters may be a Japanese or Korean name as Latin letters write it: 住友 is Sumitomo, 韩华 is Hanwha.

Reports in Chinese write such names by their characters, those in English by how they are read at home. Only what the names of
firms and towns are commonly made of is listed, with its readings there.
"""

from functools import lru_cache

_READINGS = """
一 ichi hito il 三 mitsu mi san sam 上 ue kami sang 下 shimo shita 东 to higashi azuma dong 中 naka chu jung joong 丰 toyo pung poong 丸 maru 久 hisa ku 乐 raku rak lak 九 kyu ku gu
井 i 亚 a 京 kyo kei gyeong kyung 仁 in jin 今 ima 仓 kura 代 dai dae shiro 伊 i 伏 fushi 优 yu 会 ai kai 住 sumi ju 佐 sa 俊 jun 信 shin nobu sin 元 moto won
光 mitsu hikari ko gwang kwang 八 hachi ya 关 kan seki 兴 heung ko oki 兵 hyo 内 uchi nai 冈 oka 农 no nong 别 betsu 力 ryoku 加 ka ga 助 suke 化 ka hwa 北 kita hoku buk puk 十 to
千 chi cheon 半 han 华 hwa wha ka 协 kyo hyup 南 minami nan nam 卡 ka 厚 atsu 原 hara wara gen 友 tomo yu 双 futa ssang 口 guchi kuchi 古 furu ko go 可 ka 台 dai 合 go 吉 yoshi kichi
名 na myung 和 wa kazu 品 shina 喜 ki hee 四 shi yon 园 sono zono won 国 kuni koku guk kook 圆 maru won 土 to do 地 chi ji 坂 saka 城 shiro jo sung seong 堀 hori 塚 tsuka
大 o oh dai tai dae 天 ama ten cheon 太 tai ta tae 奈 na 好 yoshi 姬 hime 宇 u woo 安 yasu an 宗 mune jong so 宝 takara bo 室 muro 宫 miya 富 fu tomi to bu 寿 su 小 ko o 尾 o bi 居 i 屋 ya
山 yama san 岐 gi 岛 shima jima do to 岩 iwa 岭 ryeong 崎 saki zaki 川 kawa gawa sen 州 shu ju joo 市 ichi shi 希 ki 常 tsune joko 平 hira hei pyeong pyong 广 hiro 庄 sho 庆 kei gyeong
库 ko 建 ken geon 彦 hiko 德 toku deok duk 志 shi 恩 on eun 惠 e 成 nari sung seong sei 户 to be do tsu 所 sho 斋 sai 斗 doo 新 shin ni arai sin 日 ni nichi hi nip il 旭 asahi 明 ake mei
星 sung seong hoshi 春 haru chun 晓 hyo 景 kei 月 tsuki wol 木 ki gi moku 本 moto hon bon 村 mura 来 rai 松 matsu song 林 hayashi bayashi rin 柳 yanagi yu 树 ki 根 ne gen 桑 kuwa
桥 hashi bashi 梅 ume 森 mori 横 yoko 樱 sakura 歌 uta 正 masa jung jeong 武 take mu 水 mizu su 永 naga young yeong 江 e ko gang kang 池 ike 汤 yu 河 kawa ka ha 泉 izumi cheon
泽 sawa zawa 洋 yo yang 津 tsu zu jin 浅 asa 浜 hama 浦 ura po 浪 nami 海 umi kai hae 清 kiyo shimizu cheong 渊 fuchi 渡 wata 港 minato 湾 wan 源 won gen 满 mitsu man 濑 se 熊 kuma 爱 ai
片 kata 牧 maki 现 hyun 生 iku 田 ta da den jeon 甲 ko ka gap 町 machi 白 shira haku baek paik 百 hyaku 盐 shio 直 nao 相 ai sagami 真 ma 眼 me 知 chi 石 ishi seki 矶 iso 神 kami ko shin
福 fuku bok 秀 hide 秋 aki 秦 hata 稻 ina 立 tachi ritsu 竹 take 筑 chiku 米 yone 红 beni 绪 o 绫 aya 绳 nawa 罗 ra na 美 mi bi 群 gun 联 yeon 胜 katsu 良 ra yoshi 芝 shiba 花 hana 芳 yoshi
苫 toma 英 hide young 茨 ibara 草 kusa 荒 ara 莲 ren 菅 suga 菊 kiku 菱 bishi hishi 葛 katsu 蔚 ul 藤 fuji to 西 nishi sai sei seo 角 kado 言 koto 诹 su 谷 tani ya 赞 sanu 赤 aka 足 ashi
路 ro 轮 wa 辉 teru hwi 边 be nabe hen 近 kin chika 进 shin jin 远 to en 道 do michi 那 na 郡 gun 都 to miyako do 酒 saka 里 sato ri 重 shige 野 no ya 金 kane kana kim geum kin
釜 kama bu pu 釡 kama 钏 kushi 钟 kane 铃 suzu 银 gin 锦 nishiki 长 naga cho jang 门 kado mon 间 ma 阪 saka han 阿 a 陆 riku 雄 o woong 青 ao cheong 静 shizu 韩 han 项 hang 顺 sun 须 su suka
饭 ii han 香 ka kaga 马 ma 高 taka ko go kou 鸟 tori 鸿 hong 鹤 tsuru 鹿 ka shika 麻 asa 黑 kuro 龙 tatsu ryu yong
"""


def _table() -> dict[str, tuple[str, ...]]:
    readings: dict[str, list[str]] = {}
    character = ""
    for word in _READINGS.split():
        if word.isascii():
            readings[character].append(word)
        else:
            character = word
            readings[character] = []
    return {character: tuple(words) for character, words in readings.items()}


READINGS = _table()


@lru_cache(maxsize=16384)
def is_reading(characters: str, word: str) -> bool:
    """Tell whether a word in lower case is how the characters are read, one after another."""
    if not characters:
        return not word
    return any(
        word.startswith(told) and is_reading(characters[1:], word[len(told) :])
        for told in READINGS.get(characters[0], ())
    )
