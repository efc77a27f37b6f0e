"""Three corpora of our own making, the same ones each time: on topic, off topic, and dense Chinese.

Articles are put together from sentence patterns with changing names and numbers, from the sample articles and from the
everyday sentences that the tests keep. `prose` in between sets how many words of a lexicon a kilobyte holds: about 14
on topic, about one off topic.
"""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.names import companies

ROOT = Path(__file__).resolve().parents[2]
ENGLISH_BYTES, OFF_TOPIC_BYTES = 3_700, 4_800

MARKET = """\
{m} prices rose {p}% to ${n} a tonne on {day} as {c} cut shipments from its smelter, traders said.
{c} said {m} output fell {p}% from a year earlier to {n} tonnes in the third quarter because of maintenance.
Spot {m} slipped {p}% on the week, and offers from {c} were heard at {n} yuan a tonne.
{m} futures on the exchange closed {p}% higher after {c} declared force majeure at its mine.
Stocks of {m} in bonded warehouses dropped by {n} tonnes to the lowest since {month}.
{c} signed a contract worth ${p} million to supply {n} tonnes of {m} concentrate over three years.
The ministry said it would restrict exports of {m} and require licences from {month}.
Demand for {m} is expected to grow {p}% next year, an analyst at {c} said.
{c} raised its guidance for {m} production to {n} tonnes from {n} tonnes.
Premiums for {m} ingot widened to ${p} a tonne as buyers returned to the spot market.
Exports of {m} from the province increased {p}% in {month}, while imports fell.
{c} and {c} will build a refinery for {m} with a capacity of {n} tonnes a year.
Treatment charges for {m} concentrate declined to ${p} a tonne, and smelters lowered their bids.
Shares of {c} gained {p}% after the company reported higher sales of {m}.
The price of {m} may fall further if {c} restarts its furnaces in {month}, one trader said.
Supply of {m} tightened when {c} halted operations at its second plant.
{c} denied a report that it had suspended {m} deliveries to {c}.
Customs officers seized {n} kilograms of {m} ingots that were declared as tiles.
"""
MARKET_PROSE = """\
Several people who follow the trade said they hadn't seen so quiet a morning in years.
One buyer in {place} wanted to wait until the holiday was over before he reached for the telephone again.
{person} told a room of engineers that the figures would be checked again before anyone relied on them.
The road to the site was blocked for two hours after a lorry broke an axle near {place}.
It wasn't clear at once who'd pay for the repairs, and nobody at the office wanted to guess.
Most participants described the mood as calm, with few enquiries and fewer decisions.
{person}, who has worked for an agency of the U.S. and for {person} Inc., called the numbers plausible but early.
A second round of talks is planned for {day}, according to two people who asked not to be named.
Nobody there answered a message that was sent outside the usual hours.
Rain in {place} has kept the road muddy, and crews have been waiting for a dry spell.
{person} read the letter twice, put it back on the pile and went out for a walk before answering.
Those who were there on {day} remember a short speech, a long silence and a great many handshakes.
A spokesman in {place} said only that the matter was being looked at and that he knew no more than that.
The meeting lasted for {k} minutes, which isn't much longer than the one before it, Mr. {person} said.
Whether the plan will work depends on people in {place} who have not been asked yet.
According to {person}, the hard part is less the chemistry than finding somebody who will drive through the night.
Photographs from {place} show a yard with two cranes, a guardhouse and a dog asleep in the shade.
In the notes to its accounts the group explains the method over {k} pages without a single example.
{person} expects that a clearer picture will be available after the summer, or at the latest by {month}.
The committee thanked {person} for the work of many years and moved on to the next point.
"""
WORLD = """\
{person} moved to {place} in {month} and now keeps a small bookshop with two friends from school.
The choir sang for almost an hour before anybody in the hall noticed that the lights had gone out.
A walk along the river in {place} takes about {k} minutes, longer if you wait for the herons.
On {day} the museum will show {k} drawings that had been kept in a drawer since the painter died.
Dr. {person} remembers the summer's thunderstorms, a borrowed bicycle, and that they'd all slept in St. {place}'s church.
The recipe asks for patience: let the dough rest for {k} hours and keep the window dark.
Nobody in {place} could've expected so many visitors at 7 a.m., least of all Mrs. {person}, the baker.
The new timetable has a late train to {place}, which students had wanted for a long time.
{person} wrote the first chapter in a library and the last one on a ferry.
It rained on {day}, so the children painted the wall of the gymnasium instead.
Her doctor told {person} to sleep more, walk every day and worry about fewer things.
The film runs for {k} minutes, and its best scene has no words at all.
In {place} the old cinema has become a hall for dancing, with the seats along the walls.
The museum's guide said that children ask the better questions, and {person} smiled.
A neighbour found the cat in {place}, {k} kilometres from home and in excellent health.
The professor asked the class to read {k} pages by {day} and to bring one doubt each.
Every evening in {month} the square fills with people who have nothing to do and enjoy it.
{person} plays the cello in a quartet that meets above a laundry in {place}.
The second edition corrects a date, thanks two readers and leaves the rest as it was.
They planted {k} trees beside the school and gave each of them a name.
"""
CHINESE = """\
{day}{m}价格上涨{p}%至每吨{n}元，{c}下调了出货量，市场人士称现货偏紧。
{c}表示，三季度{m}产量同比下降{p}%至{n}吨，主要因为检修。
{m}期货主力合约收盘下跌{p}%，报{n}元/吨，成交量减少。
{c}与{c}签订为期三年的{m}供货合同，总金额{p}亿元，数量{n}吨。
商务部公告称，自{month}起对{m}相关物项实施出口管制，出口须申请许可证。
社会库存减少{n}吨，{m}升水扩大至每吨{p}元，下游按需采购。
{c}拟投资{p}亿元新建年产{n}吨{m}项目，预计明年投产。
受环保限产影响，{c}宣布减产{m}{n}吨，现货报价上调{p}%。
分析师预计{month}{m}需求将增长{p}%，进口量可能回升。
海关查获走私{m}{n}公斤，涉案金额{p}亿元。
{c}否认暂停{m}发货的传闻，并称订单交付正常。
{m}加工费下调至每吨{p}美元，冶炼厂亏损扩大，部分企业停产检修。
{c}前三季度净利润同比增长{p}%，{m}销量增加是主要原因。
国家储备机构计划收储{m}{n}吨，市场情绪转强，价格走高。
"""
CHINESE_PROSE = """\
多位业内人士表示，目前观望的人比较多，真正动手的人不多。
当天上午会场里坐满了人，讨论一直持续到中午以后。
该负责人没有透露更多细节，只说下周会有进一步的消息。
记者在{place}看到，厂区门口停着几辆货车，司机们在树荫下聊天。
有与会者认为，眼下更重要的是把手头的事情做好，而不是急着下结论。
他回忆说，二十年前这里还是一片农田，如今早已看不出原来的样子。
这份材料一共{k}页，附录里列出了所有参与者的姓名。
会后大家在食堂吃了一顿便饭，气氛十分轻松。
"""
VARIED = """\
{person} {verb} the {adj} {noun} that somebody had left beside the {noun} in {place}.
Behind the {adj} {noun} stands a {noun}, {adj} and {adj}, which {person} {verb} in {month}.
Few visitors to {place} notice the {noun} at once; {person} {verb} it only after {k} days.
"It's a {adj} {noun}, and I don't care," said {person}, who {verb} it with a {noun} and a {adj} {noun}.
Of the {k} rooms in {place} one holds a {noun}, another a {adj} {noun}, and the rest are empty.
On {day} {person} {verb} a {noun} and {person} {verb} the {adj} {noun}, to the delight of {place}.
"""
NOUNS = "lantern orchard staircase notebook violin harbour curtain window bridge garden letter painting cupboard chapel mirror ladder kitchen balcony telescope umbrella carriage blanket fountain meadow puppet theatre chimney bakery sculpture corridor piano poster sailor captain teacher nurse dancer juggler poet student cousin uncle grandmother parrot kestrel hedgehog spaniel donkey tortoise salmon lobster sandwich pudding melody waltz rehearsal verdict legend riddle proverb dialect photograph postcard suitcase overcoat slipper pocket button ribbon envelope calendar compass anchor lighthouse ferry tunnel carousel labyrinth monastery cellar attic doorway threshold handkerchief newspaper magazine encyclopedia thermometer microscope bicycle tricycle".split()
ADJECTIVES = "quiet crooked narrow generous patient curious forgotten enormous fragile elegant clumsy cheerful gloomy peculiar sleepy famous humble dusty polished ancient modern borrowed hidden painted wooden woollen striped hollow distant gentle stubborn nervous faithful brave delicate graceful magnificent ridiculous splendid ordinary unusual crowded deserted whispering luminous transparent".split()
VERBS = "admired painted described photographed remembered forgot borrowed repaired decorated polished examined measured sketched mentioned ignored praised criticised translated whispered imagined discovered followed invited watched avoided cleaned moved hid carried wrapped counted sorted described recognised defended".split()
METALS = "antimony,copper,tungsten,lithium carbonate,gallium,germanium,nickel,zinc,tin,cobalt,aluminium,iron ore,gold,silver,crude oil,manganese,molybdenum,bismuth,rare earths,magnesium".split(
    ","
)
METALS_ZH = "锑锭,铜,钨精矿,碳酸锂,镓,锗,镍,锌,锡,钴,铝,铁矿石,黄金,白银,原油,锰,钼,铋,稀土,镁".split(",")
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS_ZH = "周一 周二 周三 周四 周五".split()
MONTHS_ZH = "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月".split()
_HEADS = "Ell Tarn Rook Brenn Quill Dor Hazel Pen Ash Wynd Kirk Loch Stav Fjel Mont Vill Sant Porto Vel Nov Zel Kar Tim Bar Gran".split()
_TAILS = "mark ow field haven by vik moor wyth combe stead hurst minster berg dal stad ikov ana etto eira ovo gorsk quay".split()
PLACES = [head + tail for head in _HEADS for tail in _TAILS]
_GIVEN = "Ada Jonas Mei Oscar Priya Tomas Ruth Wale Ingrid Pavel Amara Luc Hana Diego Nadia Felix Yara Kofi Elif Sven Noor Ivo Leila Marta Theo".split()
_FAMILY = "Marlowe Reith Tanaka Lindqvist Anand Vesely Okafor Duarte Keller Moreau Haddad Novak Castell Ibarra Petrov Olsen Sato Mbeki Farrow Quist".split()
PEOPLE = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]


@dataclass(frozen=True)
class Corpus:
    """Articles of one kind, as the JSON of records on the articles topic."""

    name: str
    texts: tuple[str, ...]
    records: tuple[bytes, ...]

    @property
    def size(self) -> int:
        """Bytes of all texts in UTF-8."""
        return sum(len(text.encode()) for text in self.texts)


def _fill(pattern: str, dice: random.Random, names: Sequence[str], *, chinese: bool) -> str:
    """Write a sentence: each mark gets a value of its own."""
    choose: dict[str, Callable[[], str]] = {
        "{m}": lambda: dice.choice(METALS_ZH if chinese else METALS),
        "{c}": lambda: dice.choice(names),
        "{p}": lambda: f"{dice.randint(1, 48)}.{dice.randint(1, 9)}",
        "{n}": lambda: f"{dice.randint(101, 989)},{dice.randint(100, 999)}",
        "{k}": lambda: str(dice.randint(3, 90)),
        "{day}": lambda: dice.choice(DAYS_ZH if chinese else DAYS),
        "{month}": lambda: dice.choice(MONTHS_ZH if chinese else MONTHS),
        "{place}": lambda: dice.choice(PLACES),
        "{person}": lambda: dice.choice(PEOPLE),
        "{noun}": lambda: dice.choice(NOUNS),
        "{adj}": lambda: dice.choice(ADJECTIVES),
        "{verb}": lambda: dice.choice(VERBS),
    }
    for mark, value in choose.items():
        while mark in pattern:
            pattern = pattern.replace(mark, value(), 1)
    return pattern[0].upper() + pattern[1:]


def _article(dice: random.Random, size: int, next_sentence: Callable[[], str], space: str) -> str:
    """Write paragraphs of a few sentences below a headline until the size is reached."""
    paragraphs = [next_sentence().rstrip(".。")]
    held = len(paragraphs[0].encode())
    while held < size:
        paragraph = space.join(next_sentence() for _ in range(dice.randint(2, 4)))
        held += len(paragraph.encode()) + 2
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)


def _written(
    dice: random.Random, kinds: Sequence[tuple[float, Sequence[str]]], names: Sequence[str], *, chinese: bool = False
) -> Callable[[], str]:
    weights = [weight for weight, _ in kinds]

    def sentence() -> str:
        _, patterns = dice.choices(kinds, weights)[0]
        return _fill(dice.choice(patterns), dice, names, chinese=chinese)

    return sentence


def on_topic(count: int = 60) -> Corpus:
    """Return metals news, one article in eight of it Chinese; the sample articles are among them."""
    dice = random.Random(4)
    names = companies(1_000)
    english = [name for name in names if name.isascii()]
    chinese = [name for name in names if not name.isascii()]
    market = _written(
        dice, [(0.21, MARKET.splitlines()), (0.39, MARKET_PROSE.splitlines()), (0.4, VARIED.splitlines())], english
    )
    market_zh = _written(dice, [(0.1, CHINESE.splitlines()), (0.9, CHINESE_PROSE.splitlines())], chinese, chinese=True)
    texts = [
        _article(dice, ENGLISH_BYTES, market_zh, "") if n % 8 == 7 else _article(dice, ENGLISH_BYTES, market, " ")
        for n in range(count)
    ]
    return _corpus("on topic", [*texts, *_samples()])


def off_topic(count: int = 60) -> Corpus:
    """Return everyday stories with few words that a lexicon knows."""
    dice = random.Random(5)
    everyday = [row["text"] for row in _rows(ROOT / "tests/data/clean_news.jsonl") if row["language"] == "en"]
    story = _written(dice, [(0.4, WORLD.splitlines()), (0.55, VARIED.splitlines()), (0.05, everyday)], ("the firm",))
    return _corpus("off topic", [_article(dice, OFF_TOPIC_BYTES, story, " ") for _ in range(count)])


def chinese(count: int = 60) -> Corpus:
    """Return Chinese market news where every second sentence holds a fact."""
    dice = random.Random(6)
    names = [name for name in companies(1_000) if not name.isascii()]
    market = _written(dice, [(0.45, CHINESE.splitlines()), (0.55, CHINESE_PROSE.splitlines())], names, chinese=True)
    return _corpus("zh", [_article(dice, ENGLISH_BYTES, market, "") for _ in range(count)])


def corpora(count: int = 60) -> list[Corpus]:
    """Return all three."""
    return [on_topic(count), off_topic(count), chinese(count)]


def _samples() -> list[str]:
    """Return the sample articles, several in one text so that they are as long as the others."""
    texts = [row["text"] for path in sorted((ROOT / "seeds/articles").glob("*.jsonl")) for row in _rows(path)]
    found: list[str] = []
    for text in texts:
        if found and len((found[-1] + text).encode()) < ENGLISH_BYTES:
            found[-1] += "\n\n" + text
        else:
            found.append(text)
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = [
        json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    return rows


def _corpus(name: str, texts: Sequence[str]) -> Corpus:
    return Corpus(name, tuple(texts), tuple(record(f"{name}-{n}", text) for n, text in enumerate(texts)))


def record(own_id: str, text: str) -> bytes:
    """Return a complete record of the articles topic, as ingest writes it."""
    is_chinese = sum(char >= "\u4e00" for char in text[:400]) > 60
    fields = {
        "article_id": own_id.replace(" ", "-"),
        "source": "bench",
        "id": own_id,
        "text": text,
        "title": text.partition("\n")[0],
        "publisher": "Bench Wire",
        "published_at": "2026-03-02T08:00:00Z",
        "ingested_at": "2026-03-02T08:00:05Z",
        "language": "zh" if is_chinese else "en",
        "dated": True,
    }
    return json.dumps(fields, ensure_ascii=False).encode()
