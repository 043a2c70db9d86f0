"""Stretches of text whose numerals are labels: telephone numbers, events of sport, names with a numeral, the imprint."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsan.patterns import compiled

if TYPE_CHECKING:
    from regex import Pattern

__all__ = ["LABELS", "label_spans"]

NUMBER = "(?:[0-9０-９][0-9０-９,，]{0,8}+|[一二两三四五六七八九十百千万亿]{1,8}+)"
EVENT = (
    "速滑|短道|障碍|(?:自由|蛙|仰|蝶|混合|个人混合)泳|接力|跨?栏|短跑|长跑|竞走|赛跑|跑(?![道步了完出到过得])|(?:气)?(?:步枪|手枪)|移动靶"
    "|跳台|跳板|[台板](?=决赛|冠军|双人|单人|项目)|双人|单人|[皮划]艇|自由式|(?:半|预|总)?决赛|预赛|冠军|亚军|季军|项目|金牌|世界纪录|比赛"
)


class Label(NamedTuple):
    """A way of printing numerals that state nothing, with the reason that is given and an example.

    ``cue`` are groups of characters, of each of which such a stretch has one nearby, so that most texts need not be
    searched.
    """

    cue: str
    pattern: str
    reason: str
    example: str


# fmt: off
LABELS = (
    Label("/w", r"(?:https?://|www\.)[!-~]++", "web address", "https://example.org/2024/5"),
    Label("-—－)） 0", r"(?<![0-9])(?:[(（]?0[0-9]{2,3}[)）][-—－]?|(?:0[0-9]{2,3}|[48]00)[-—－])[0-9]{3,8}(?:[-—－][0-9]{3,4})?(?![0-9])",
          "telephone number", "0755-82011234"),
    Label("-", r"(?<![0-9.])[0-9]{6,}+-[0-9]{3,}+", "document or order number", "20240311-0088"),
    Label("号编第 编单文账邮刊字", r"(?:编号|单号|文号|账号|邮编|邮政编码|刊号|邮发代号|字第)[为：:\s]{0,3}+[0-9A-Za-z-]++", "document or order number", "编号3021"),
    Label("米里", rf"[0-9]\s?[×xX＊*]\s?[0-9]{{2,4}}米|{NUMBER}(?:米|公里|千米)(?=(?:男子|女子|个人|团体)?(?:{EVENT}))", "event of sport", "800米决赛"),
    Label("×xX*＊", r"4\s?[×xX＊*]\s?(?:50|100|200|400|800)(?![0-9.毫厘分])", "event of sport", "4×100和4×400米接力"),
    Label("决", rf"{NUMBER}(?:分之一|强)(?=决赛)|1[/／](?:2|4|8|16|32)(?=决赛)", "round of a competition", "八分之一决赛"),
    Label("时 2２二", r"7[ ]?[×xX*][ ]?24小时|(?:24|２４|二十四)(?:个)?小时(?=[一-鿿]{0,4}?(?:热线|服务|营业|值班|值守|在线|便利|咨询|自助|不打烊|不间断))", "round the clock", "24小时值班"),
    Label("无未没 一", r"(?:无|未|没有|没)(?:发生|出现|造成|有)?(?:过)?一(?=[人起例名宗件次户])", "denial", "没有发生一起火灾"),
    Label("里", rf"{NUMBER}里(?=[河铺坡屯庄桥店沟堡湾台营墩塘岗甸坪界亭洋]|长[街卷廊堤滩]|画廊|花海|山(?!路))", "name", "五里桥"),
    Label("方步和友洲 律会林公银药实基", rf"{NUMBER}[方步和友洲](?=[一-鿿]{{0,2}}?(?:律师|会计师|林场|公司|银行|药业|实业|基金))", "name", "四方律师事务所"),
    Label("*×xX", r"(?<![0-9.])[0-9]{3,4}[*×xX][0-9]{3,4}(?![0-9米])", "resolution", "1920×1080"),
    Label("镇乡村街社林水 河沟岭湾泉井坪桥岗坡堡营屯店寨墩", rf"{NUMBER}[一-鿿]{{0,2}}?[河沟岭湾泉井坪桥岗坡堡营屯店寨墩](?=[镇乡村]|街道|社区|林场|水库)", "name", "六道河镇"),
    Label("兆 千万", r"[千万]兆(?=[ ]?(?:城市|宽带|光|网|以太|入户|小区|接入|路由|[56]G|移动))", "name", "建设千兆城市"),
    Label("楼栋幢座院单层", r"(?:(?<![0-9])[0-9]{1,3}|[一二三四五六七八九十]{1,3}+)(?:号楼|栋|幢|座|号院|单元|层)(?=[0-9一二三四五六七八九十]{1,4}(?:单元|号|门|室)|[0-9]{3,4}(?![0-9万亿人户套平]))",
          "address", "家住12栋3单元"),
    Label("后 05", r"(?<![0-9.])(?:[5-9]0|[01][05])后(?![天年月日来续面])", "generation", "90后青年"),
    Label("路", r"(?<![0-9.])[0-9]{1,3}路(?=[、和]|公交|汽车|车|电车|站|总站)", "bus route", "乘12路公交车"),
    Label("〔（([", r"[〔（(\[][12][0-9]{3}[〕）)\]][0-9]{1,5}号", "document or order number", "政办〔2024〕15号"),
    Label("热平电报急指投客拨致", r"(?:110|119|12[02]|12[0-9]{3}|9[56][0-9]{3,4})(?=[一-鿿]{0,4}?(?:热线|平台|电话|报警|急救|指挥|投诉|客服))|(?<=拨打|热线|致电)[：:]?[0-9]{3,5}(?![0-9万元人余多次])",
          "telephone number", "拨打12345反映"),
    Label("-—－波空麦 歼轰运直教苏米图安伊东巨红霹波空麦", r"(?:歼|轰|运|直|教|苏|米|图|安|伊尔|东风|巨浪|红旗|霹雳)[-—－][0-9]{1,3}(?![0-9.])|(?:波音|空客|麦道)[0-9]{3}",
          "model, code or label", "两型歼-15战机"),
    Label("沪标经证创纳罗 05", r"(?:沪深|标普|标准普尔|日经|中证|科创|上证|深证|纳斯达克|罗素|国证|北证)(?:50|[1235]00|1000|2000|225|180|150)(?![0-9.点])",
          "name of an index", "沪深300指数"),
    Label("强 世全亚中民财", r"(?:世界|全球|中国|全国|亚洲|民营企业|民企|财富|中企)[一-鿿]{0,4}?(?:10|20|50|100|200|500|1000|百|五百|千)强", "name of a list", "世界500强企业"),
    Label("圈", rf"{NUMBER}个?(?:分钟|小时|刻钟)(?=[一-鿿]{{0,2}}?(?:生活|交通|经济|通勤|服务|医疗|养老|就业|健身|都市|文化|急救|阅读|便民|商)[一-鿿]{{0,3}}?圈)", "policy or set phrase", "15分钟生活圈"),
    Label("动坚增 年", rf"{NUMBER}年(?=(?:专项|集中|提升)?(?:行动|攻坚|倍增)(?:计划|方案|$|[^\w到实]))", "policy or set phrase", "三年行动计划"),
    Label("次 会 届大协委代", r"(?<=(?:届|人大|政协|委员会|代表大会|党代会)(?:常委会|会议)?)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}+)次(?=(?:全体)?会议|全会)",
          "session of a body", "全国人大三次会议"),
    Label("团 国", rf"{NUMBER}国集团", "name", "二十国集团"),
    Label("如 年", rf"{NUMBER}年如一日", "idiom", "二十年如一日"),
    Label("天 今明昨前这 两三", r"(?:今明|明后|昨今|前昨|这)[两三]天(?![内后])", "point in time", "明后两天"),
    Label("前", rf"[几数]?{NUMBER}[几多余来]?个?(?:年|月|天|周|星期|小时)[多之]?前(?![后沿期所[三四五六七八九十0-9]])", "point in time", "比五年前"),
    Label("一 斤亩吨度米", rf"一(?:斤|亩|公斤|吨|度|平方?米|度电)(?:地|田|鱼|茶叶?|肉|菜|粮食?|果)?(?=能|可|就|才|要|只|卖|售|收|挣|赚|产|{NUMBER}[多来]?[元块])",
          "denominator of a rate", "一亩地能收"),
)
# fmt: on
IMPRINT = "发行热线|国内统一|邮发代号|本报地址|投稿邮箱|广告(?:热线|许可|经营)|责任?编辑|校对|邮政编码|零售价|每月定价"
SENTENCE_ENDS = frozenset("。！？")


@cache
def _cued() -> dict[str, list[int]]:
    """Return for each character the places among ``LABELS`` of those whose first group of cues it is in."""
    labels: dict[str, list[int]] = {}
    for index, label in enumerate(LABELS):
        for character in label.cue.split(" ")[0]:
            labels.setdefault(character, []).append(index)
    return labels


@cache
def _pattern(index: int) -> Pattern[str]:
    return compiled(f"(?V1){LABELS[index].pattern}")


def label_spans(text: str) -> list[tuple[int, int, str]]:
    """Return the (start, end, reason) of the labels of a sentence; a line of the imprint is one from end to end."""
    characters = set(text)
    if not SENTENCE_ENDS & characters and len(compiled(IMPRINT).findall(text)) > 1:
        return [(0, len(text), "imprint")]
    cued = _cued()
    near = {index for character in cued.keys() & characters for index in cued[character]}
    return [
        (match.start(), match.end(), LABELS[index].reason)
        for index in sorted(near)
        if not any(characters.isdisjoint(group) for group in LABELS[index].cue.split(" "))
        for match in _pattern(index).finditer(text)
    ]
