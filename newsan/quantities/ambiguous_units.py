"""Whether a character that can be a unit is one in these words: 二十分 is a score, 十分 mostly means very.

A row speaks of the text around one number with its unit, written ``#``: ``翻了?#`` holds where 翻 stands before it.
For each unit the first row that speaks of the number decides; a unit without a row always fits.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsan.models import Numeral
from newsan.patterns import compiled
from newsan.quantities.units import Unit

if TYPE_CHECKING:
    from regex import Pattern

__all__ = [
    "ELECTRIC",
    "FITS",
    "HEAT",
    "INDEX",
    "MADE",
    "NEARBY",
    "SPAN",
    "YEARS",
    "ZERO_PADDED",
    "Fit",
    "fits",
]

NEARBY = 60
NEVER = "(?!)"
ALWAYS = ""
PLACEHOLDER = "\ue000"
HEAT = "温|气象|炎热|寒|暑|发烧|体表|零下|摄氏|华氏"
ELECTRIC = "电量|电价|用电|发电|电费|度电|充电|供电|耗电|节电|电站|省电"
SPAN = "(?:连续|历时|为期|长达|耗时|用时|近|约|超过|不到|不足|至少|相隔|时隔|阔别)"
INDEX = r"(?:(?:指数|PMI|CPI|PPI|AQI)[一-鿿A-Z（）()、]{0,8}(?:为|达|达到|报|是|升至|降至|回升至|回落至|涨至|跌至|约为|在)|指数)"
YEARS = "(?:1[89]|20|２０|１９)[0-9０-９]{2}|[一二][九〇零][〇零一二三四五六七八九]{2}"
ZERO_PADDED = "[0０][0-9０-９]"
# 三点建议 is a count, as 两点 before anything else is an hour.
MADE = "建议|主张|意见|希望|要求|倡议|举措|措施|共识|看法|启示|体会|理由|原因|承诺|诉求"
MEDALS = "[金银铜]牌|奖牌|冠军|夺|获|摘|收|产生"
COUNT = "[0-9一二三四五六七八九十两]"
NO_WORD = "(?![一-鿿A-Za-z])"
# 投中三分, 两分球: the worth of a throw.
THROW = "[球线王没中命出不绝弹投雨远]"
RARELY_COUNTED = "篮 坛 笼 壶 丸 挺 丛 垄 畦 饼 簇 沓 摞 炷 锭 味 院 厂 丈 车"
OPEN_NUMBER = ".*[几数多余餘来來].*"
SLASHED = ("concentration", "density", "intensity")
# 五五, 六九: two digits that are no neighbours are a name, an hour or a year.
LABEL_DIGITS = "[一二三四五六七八九]{2}"


class Fit(NamedTuple):
    """When one of ``names`` is a unit; ``numeral`` and ``least`` say of which numbers the row speaks.

    ``yes`` is an example of the unit and ``no`` of something else, where the row has them.
    """

    names: str
    context: str
    numeral: str = ""
    least: int | None = None
    yes: str = ""
    no: str = ""


# fmt: off
FITS = (
    # 十八大 is a congress of the party; 十大 is a count.
    Fit("大", NEVER, "十[一二三四五六七八九]|二十一?",                     no="党的十八大"),
    Fit("大", "(?<!(?<!对)比)#", "[二三四五六七八九十]",                    yes="四大产业"),
    Fit("大", "(?<!比)#(?=[一-鿿])(?![量于小多些])", ".{1,2}",             yes="12大工程", no="他比三十大一些"),
    Fit("大", NEVER),
    Fit("届 期", ALWAYS, f"[两兩]|[一二三四五六七八九]{{2}}|{OPEN_NUMBER}",   yes="两届冠军"),
    Fit("届 期", "(?:连续|成功|举办|举行|已|(?<!中)共|近|过去|计|出版|办|分)(?:了|有|为|成)?#",
                                                                     yes="已举办六届", no="十四届常委会"),
    Fit("款 科", NEVER, YEARS,                                         no="2015款轿车"),
    Fit("具", "#(?=[一-鿿]{0,12}(?:遗体|尸|骸))|(?:遗体|尸体|遗骸).*#",   yes="发现五具遗体", no="三具体"),
    Fit("面", "#(?=[一-鿿]{0,4}?(?:旗|镜|鼓|锣|墙|盾|屏|锦))",              yes="挂起八面彩旗", no="四面八方"),
    Fit("声", "#(?=[一-鿿]{0,6}?(?:钟|汽笛|枪|炮|响|爆炸|哨|鸣))",         yes="连响三声枪声", no="三声有幸"),
    Fit("记", "#(?=[一-鿿]{0,2}?(?:三分|助攻|扣|拳|耳光|盖帽|射|球))",     yes="送出三记助攻", no="二记者"),
    # Measure words of one character that mostly are something else behind a single one in characters.
    Fit(RARELY_COUNTED, ALWAYS, "[0-9０-９两].*|.{2,}",                  yes="酿了两坛酒"),
    Fit(RARELY_COUNTED, NEVER,                                         no="三丛村"),
    Fit("托 埃 石 巴 卡路里 卡 安", "#(?![一-鿿])", "[0-9].*",            yes="电流16安", no="3托管"),
    Fit("托 埃 石 巴 卡路里 卡 安", NEVER,                               no="三安公司"),
    Fit("区", "#(?![间域位块划])",                                        yes="三区两县", no="在6-9区间震荡"),
    Fit("则", "#(?=[一-鿿]{0,4}(?:消息|新闻|启事|公告|通知|寓言|故事|广告|谣言|案例))",
                                                                     yes="三则启事", no="二则不然"),
    Fit("赛季", "连续#",                                                yes="连续三赛季", no="2008赛季"),
    Fit("号", "#人",                                                   no="6号机组"),
    Fit("出", "#(?![头口生版国席现去来])",                                 yes="唱了三出戏", no="他十六出国"),
    Fit("番", "翻了?#",                                                yes="翻两番", no="别有一番风味"),
    Fit("度", f"(?:{HEAT}|{ELECTRIC}).*#|#.*(?:{HEAT}|{ELECTRIC})", "[一二两三四五六七八九]",
                                                                     yes="降温六度", no="三度访华"),
    Fit("元 圆", "#(?![旦宵首老素件帅勋神满宝谱里桥]|年间|结构|论|化|催化|体系|对立|思维)",
                                                                     yes="三元一斤", no="三元里"),
    Fit("年", NEVER, f"(?:{YEARS})|{ZERO_PADDED}.*",                    no="08年"),
    Fit("年", "(?<!公元前?)#(?![级代度轻报]|期(?![间内满限盼望待]))",         yes="工期三年", no="五年期存款"),
    Fit("日", "#(?=游|[之以]?内|后|间|时间)", "[两兩]",                      yes="两日内完工"),
    Fit("日", "#(?![活均常])", least=32,                                 yes="试飞45日"),
    Fit("日", f"{SPAN}#",                                              yes="历时七日"),
    Fit("月", ALWAYS, "半",                                             yes="等了半月"),
    Fit("月", NEVER,                                                   no="三月"),
    Fit("点", "#(?![赞击评播名菜单燃题位缀滴])", least=25,                    yes="下跌321点"),
    Fit("点", ALWAYS, ".*[.．].*",                                      yes="上涨2.5点"),
    Fit("点", f"{INDEX}#|#(?={MADE})",                                   yes="提出三点建议", no="三点开会"),
    Fit("两", r"斤#|#(?!\w)|#[黄白银金重酒茶的以左多半]",                     yes="黄金三两"),
    Fit("世纪", NEVER, least=10,                                        no="二十一世纪"),
    Fit("升 微升 分升", "#(?![至到级值幅])",                               yes="汽油5升"),
    Fit("金 银 铜", rf"#\w{{1,3}}[银铜]|\w[金银]#|(?:{MEDALS}).*#{NO_WORD}|#{NO_WORD}.*(?:{MEDALS})",
                                                                     yes="以5金3银列第二", no="三金影后"),
    Fit("死 伤 男 女", f"#{COUNT}+[死伤男女]|{COUNT}[死伤男女]#",            yes="造成三死五伤"),
    Fit("平", f"#{NO_WORD}", least=30,                                  yes="房子八十平"),
    Fit("平", f"[胜负].*#(?:{NO_WORD}|(?={COUNT}))|#(?:{NO_WORD}|(?={COUNT})).*[胜负]",   yes="3胜1平"),
    Fit("分", f"(?<![投射命飙][中进]?|[个记])#(?!{THROW}|[之别为散布公类])", "三",
                                                                     no="命中三分"),
    Fit("分", "#(?![一-鿿])", "十",                                       no="十分重要"),
    Fit("分", f"#(?!之(?:{COUNT}|百)|[别为散布公类])",                       yes="得到20分之多"),
    Fit("方", NEVER, "八",                                              no="喜迎八方来客"),
    Fit("方", "#(?![面式向针法案便米])",                                   yes="三方签约"),
)
# fmt: on


@cache
def _rows_by_name() -> dict[str, list[Fit]]:
    rows: dict[str, list[Fit]] = {}
    for row in FITS:
        for name in row.names.split():
            rows.setdefault(name, []).append(row)
    return rows


@cache
def _rows(name: str) -> tuple[tuple[Fit, Pattern[str], Pattern[str] | None], ...]:
    return tuple(
        (
            row,
            compiled("(?s)" + row.context.replace("#", PLACEHOLDER)),
            compiled(row.numeral) if row.numeral else None,
        )
        for row in _rows_by_name().get(name, ())
    )


def fits(text: str, numeral: Numeral, unit: Unit, start: int, end: int) -> bool:
    """Tell whether the unit at ``text[start:end]`` makes sense after this numeral in these words."""
    name = text[start:end]
    if "/" in name and unit.kind in SLASHED:
        return False
    if (
        len(numeral.quote) == 2
        and compiled(LABEL_DIGITS).fullmatch(numeral.quote)
        and numeral.value is not None
    ):
        return False
    if unit.kind == "count" and compiled(ZERO_PADDED).match(numeral.quote):
        return False
    for row, pattern, speaks_of in _rows(name):
        if row.least is not None and (numeral.low is None or numeral.low < row.least):
            continue
        if speaks_of is None or speaks_of.fullmatch(numeral.quote):
            left = text[max(numeral.start - NEARBY, 0) : numeral.start]
            return pattern.search(left + PLACEHOLDER + text[end : end + NEARBY]) is not None
    return True
