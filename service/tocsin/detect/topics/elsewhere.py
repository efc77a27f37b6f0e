"""Elsewhere: words of sport, stage, shop, school and court, by which a Chinese text is known to be about no market.

Such texts name metals in medals, places, watches and cards, and moves in prices of rooms and numbers of guests.
"""

from tocsin.rules.scanner import AutomatonScanner

_WORDS = AutomatonScanner(
    sorted(
        set(
            """
            比赛 联赛 球队 球员 主教练 进球 冠军 亚军 夺冠 金牌 银牌 铜牌 奖牌 运动员 决赛 田径 游泳 举重 足球 篮球 射门 积分榜 锦标赛 运动会 省运会 全运会 半场 教练 选手 转会 俱乐部 前锋 后卫 球迷 赛季 马拉松 参赛
            展览 特展 展出 策展 展品 博物馆 音乐会 演唱会 演出 电影 影片 票房 导演 演员 小说 出版社 首印 新书 画展 歌手 综艺 剧组 观众 非遗 艺术节
            门票 景区 游客 民宿 酒店 露营 客房 打卡 旅游收入 文旅 研学 夏令营 航班 旅客
            楼市 新房 二手房 商铺 写字楼 租金 房价 楼盘 业主 购房 住宅小区 商品房 老旧小区
            学生 老师 家长 小学 中学 幼儿园 学期 教育局 校园 班级 课堂 高考 招生 毕业生
            药品 药企 集采 注射液 疫苗 处方 临床 症状 中毒 停课 饮用水
            酒厂 白酒 高粱酒 啤酒 饮料 餐厅 菜品 美食 茶叶 牦牛 合作社 脱贫 乡村振兴 村里
            真题 考题 数学题 选修 教材 论文 博士后 专利 科研团队
            彩票 彩民 双色球 大乐透 一等奖 奖池 奖金 单注
            赛马 练马师 骑师 独赢 派彩
            手游 攻略 武将 屯田 主城 兵力 开荒 战功 新赛季 玩法 副本 技能点 交易行 游戏 玩家 服务器 资源点 资源地 铜币 解锁 全盟 战法 联机 氪金 段位 皮肤 火箭 航天 机型 空调
            医生 患者 医院 膳食 服用 保健 孕妇 疗效 门诊
            装修 纱窗 家装 卫生间 衣柜 门窗 琴行 钢琴 奶茶 火锅 美甲 房租 务工者 矿史馆 生活区 苹果树 澡堂 直播带货 网购 市场监管局 抽检 召回
            门店 会员 优惠 促销 立减 满减 包邮 起售价 预售价 首发 配色 手表 手机 足金 饰品 手镯 工费 以旧换新 双十一 新车 续航 车型 表壳
            比特币 以太坊 算力 矿机 加密货币 虚拟货币
            宠物 猫粮 狗粮 炒作 网红 博主 消费者协会 文化节 工艺品 大师 小镇 接待游客 国庆期间 热销 学徒
            持卡人 信用卡 年费 销卡 白金卡 存款利率
            原告 被告 有期徒刑 判处 罚金 盗窃
            救护队 地铁 公交 列车 乘客 市民 村民 村支书 驻村 宾客 志愿者 颁奖 荣获 荣誉称号
            """.split()
        )
    )
)
"""Words that market news has few of."""
MANY = 3
"""Different ones from which on a text is about something else, unless it has more words of trade."""


def words_of_elsewhere(low: str) -> int:
    """Count the different words of a text that belong to no market."""
    return len({index for index, _, _ in _WORDS.scan(low)})
