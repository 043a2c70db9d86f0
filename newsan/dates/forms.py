"""The ways newspapers write dates: rows of a name, its signs, what it means, one example, and the pattern.

Patterns are built from the named pieces below; rows use the same group names, for the same parts of a date.
Most pages hold few forms, and only the rows whose signs a page prints are ever searched for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from newsan.dates import (
    calendar_forms,
    clock_forms,
    era_forms,
    lunar,
    relative_forms,
    week_forms,
    yearly_forms,
)
from newsan.dates.readings import Reading
from newsan.dates.resolving import Context
from newsan.dates.stated import Printed

Meaning = Callable[[Printed, Context], Reading | None]


class Rule(NamedTuple):
    """One way of writing one form of date.

    ``signs`` are words, set apart by blanks, one of which every match with what it looks around at holds: text
    without them is not searched. They are written as ``folded`` writes text (``Y年``, ``0月0``); one that holds a sign
    of a number itself (``二月``) is looked for in the text as it is. ``also`` is a short pattern that such text must
    match as well. ``example`` is text the rule must match: it documents the rule and is tested.
    """

    name: str
    signs: str
    means: Meaning
    example: str
    pattern: str
    also: str = ""


D = "[0-9０-９]"
C = "[〇零○一二三四五六七八九]"
NUMBER = rf"(?:{D}{{1,2}}+|[十廿卅]{C}?|{C}(?:十{C}?)?)"
"""A month, a day or a count below 100."""
NOT_IN_NUMBER = r"(?<![0-9０-９.．·/每十百千万亿〇零○一二三四五六七八九])(?<![0-9０-９][,:：])"
NOT_IN_DECIMAL = r"(?<![0-9０-９.．〇零○一二三四五六七八九])"
LONG_YEAR = rf"(?:[12１２]{D}{{3}}|[一二][〇零○九八七六]{C}{{2}})(?=\s?年)"
ZERO_YEAR = rf"[0０]{D}(?=年)"
"""08年: a count of years has no leading zero."""
SHORT_YEAR = rf"(?:(?:{D}{{2}}|{C}{{2}})(?=年(?:{NUMBER}月|[一二三四]季度|第|春|端午|中秋|国庆))|{ZERO_YEAR})"
BARE_YEAR = r"(?<![0-9０-９.．])(?:19|20)[0-9][0-9](?=[上下]半年|第?[一二三四]季度|前[两三]季度|年?[春夏秋冬]季|\s?Q[1-4])"
NEAR_YEAR = (
    r"大前年|今年|去年|前年|明年|(?<![产成业建投达以之然其今最婚休病战改前])后年(?![产均发可销营收生增总龄处用级轻])"
    r"|本年度?|[当同该]年|次年|翌年|来年|上一年度?|下一年度?"
    r"|(?<=[比较与和同于超占过])上年(?![纪龄轮级限])|(?<![以加马网线晚早])上年(?=同期|末|底|全年|度末)"
)
THE_YEAR = rf"(?:(?P<year>{NOT_IN_DECIMAL}(?:{LONG_YEAR}|{SHORT_YEAR})|{BARE_YEAR})(?:\s?年度?\s?)?|(?P<near>{NEAR_YEAR}))"
"""A year in front of the rest of a date."""
MAYBE_YEAR = rf"(?:{THE_YEAR}(?:的|\s)?|(?<![0-9０-９]年))"
TO = r"\s?(?:[—–―\-－─~～]{1,3}|至|到)\s?"
AND = r"\s?[、和及与]\s?"
MONTH = rf"{NOT_IN_NUMBER}(?P<month>{NUMBER}|[正元])\s?月份?"
NEAR_MONTH = r"(?P<nearmonth>本月份?|[当同该]月|这个月|上上个?月|下下个?月|上一?个?月|下一?个?月)"
THE_MONTH = rf"(?:{MAYBE_YEAR}{MONTH}|{NEAR_MONTH})"
BARE_MONTH = rf"{MAYBE_YEAR}{NOT_IN_NUMBER}(?P<month>{NUMBER})"
EDGE = "(?P<edge>初期?|末期?|中期|中叶|前期|后期)?"
EDGE_SIGN = "[初末中前后]"
SEVERAL = rf"(?:{TO}|[、/和])"
"""Between the first and the last of several decades."""
UNSIGNED = r"(?=[，。；、）\s]|$|晚|早|[上下]午|凌晨)"
UNSIGNED_DAY = rf"月[\d十廿卅〇零○一二三四五六七八九]{{1,3}}+{UNSIGNED}"
LUNAR_DAY = rf"(?P<lunar_day>初?{NUMBER})"
NOT_ENUMERATED = r"(?<=[^\s。；;！!？?])"
"""Not 四、 at the head of the fourth of several points."""
LUNAR_UNTIL = rf"{TO}(?P<lunar_until>初?{NUMBER})(?![0-9０-９月年天个])"
WEEK = "(?:周|星期|礼拜)"
OLD_WEEK = "(?:[周週]|星期|[礼禮]拜)"
COUNT = rf"(?P<count>{NUMBER}|两)"
COUNTED = rf"(?P<count>{NUMBER}|{D}{{3}}|两|半)\s?多?(?P<unit>年|个[半多]?月|(?<=半)月|个?{WEEK}|个季度|天)(?P<half>半)?"
FIRST_DAYS = rf"的?(?P<side>前|第(?=[^周]{{1,3}}天)|最[后後])(?P<count>{NUMBER}|两)\s?(?P<unit>[天周])"
DAYPART = r"(?P<daypart>凌晨|清晨|早上|早晨|早间|上午|中午|正午|午后|下午|傍晚|晚上|晚间|深夜|夜间|夜里|半夜|午夜|早|晚)"
NOT_A_MONTH = rf"(?!\s?{NUMBER}[日号]|[龄饼嫂刊]|以[上下内]|(?<=[五六九]月)天(?!气)|革命|怀胎|街节)"
NOT_A_YEAR = rf"(?![级轮龄代多余]|\s?{NUMBER}月{NUMBER}[日号])"

NOT_A_NAME = r"(?<!记者[^在从于])(?<!记者[\s:：]\w)(?<!通讯员[^在从于])(?<!通讯员[\s:：]\w)"
"""A solar term after a surname is somebody's name (记者 佟立夏)."""

FOLDS = (
    dict.fromkeys("123456789０１２３４５６７８９〇零○一二三四五六七八九十廿卅两", "0")
    | dict.fromkeys("—–―－─~～至到", "-")
    | dict.fromkeys("和及与", "、")
)
"""Characters that stand for each other in the signs of rules: those of a number, of a stretch, of a list."""


def folded(text: str) -> str:
    """Return a text as the signs of rules are written: no blanks, ``Y`` for a number of four signs, ``0`` for a shorter one.

    >>> folded("2025年12月3日 至二十五日")
    'Y年0月0日-0日'
    """
    for character in FOLDS.keys() & set(text):
        text = text.replace(character, FOLDS[character])
    # Numbers that only a blank parts are not one.
    return "".join(text.replace("0000", "Y").replace("00", "0").replace("00", "0").split())


def pairs(openings: str, endings: str) -> str:
    """Return every opening with every ending, as the signs of a rule.

    >>> pairs("去 今", "春 冬")
    '去春 去冬 今春 今冬'
    """
    return " ".join([opening + ending for opening in openings.split() for ending in endings.split()])


FEW_DAYS = pairs("前0 第0 后0 後0", "天 周")

# Examples are written for this table.
# fmt: off
RULES = (
    Rule("plan", '五” 五" 五』 五」', era_forms.plan, "“十四五”期间",
         r"(?<=[“\"『「])(?P<plan>[一二三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?)五(?=[”\"』」])(?![”\"』」](?:规划|计划|目标|纲要))"),
    Rule("numeric", "Y-0 Y/0 Y.0 Y．0 Y0 YY", calendar_forms.numeric, "2025-12-17",
         rf"(?<![0-9０-９.．/])(?P<year>[12１２]{D}{{3}})(?:[-/.．－]|\s(?={D}{D}?\s{D}))(?P<month>{D}{{1,2}})(?:[-/.．－]|\s)(?P<day>{D}{{1,2}})(?![0-9０-９]|[-/.．]\d{{1,3}}(?!\d))"),
    Rule("eight digits", "YY", calendar_forms.numeric, "20251217",
         r"(?<![0-9A-Za-z.\-/])(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![0-9A-Za-z.%％万亿元])"),
    Rule("numeric day first", "/Y", calendar_forms.numeric, "1/2/2020",
         r"(?<![0-9./])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![0-9/])"),
    Rule("season of two years", pairs("赛 榨 暖 热 雪 出 乐 产 捞 春 冬 售 游", "季") + " 冬春", era_forms.two_years, "2024/25赛季",
         rf"(?<![0-9０-９.．])(?P<first>(?:19|20)?\d\d)年?(?:{TO}|/)(?P<last>(?:19|20)?\d\d)年?度?(?P<season>(?:采暖|供[暖热]|冰雪|滑雪|[赛榨雪产]|演出|音乐|捕捞|冬春?|生产|销售|旅游)季|冬春(?:航季)?)(?![度节军])"),
    Rule("years", "-0年 -Y年", era_forms.years, "2016—2020年",
         rf"{NOT_IN_NUMBER}(?P<first>[12１２]{D}{{3}}|[一二][〇零○九]{C}{{2}})年?{TO}(?P<last>[12１２]{D}{{3}}|[一二][〇零○九]{C}{{2}}|{D}{{2}})年度?"),
    Rule("years in brackets", "（Y- (Y-", era_forms.years, "（1937—1945）",
         rf"(?<=[（(])(?P<first>(?:1[5-9]|20)\d\d){TO}(?P<last>(?:1[5-9]|20)\d\d)(?=[）)])"),
    Rule("decade of a century", "世纪0 世纪Y", era_forms.decade, "20世纪90年代末",
         rf"(?P<century>上个?|本|新|{NUMBER})世纪(?P<decade>{C}十|{C}(?={C}十)|{D}0)(?:年代)?(?:{SEVERAL}?(?P<until>{C}十|{D}0))?年代{EDGE}"),
    Rule("decade with its century", pairs("Y -0 、0 /0", "年代"), era_forms.decade, "1990年代初",
         rf"(?<![0-9０-９.．])(?P<hundreds>1[5-9]|20)(?P<decade>{D}0)(?:年代)?(?:{SEVERAL}(?:1[5-9]|20)?(?P<until>{D}0))?年代{EDGE}"),
    Rule("decade", pairs("Y 0", "年代"), era_forms.decade, "八十年代初",
         rf"(?<![0-9０-９〇零○一二三四五六七八九])(?P<decade>[5-9５-９][0０]|[五六七八九]十|[五六七八](?=[六七八九]十))(?:年代)?(?:{SEVERAL}?(?P<until>[6-9６-９][0０]|[六七八九]十))?年代{EDGE}"),
    Rule("centuries", pairs("-0 、0 /0", "世纪"), era_forms.centuries, "18至19世纪", rf"{NOT_IN_DECIMAL}(?P<first>{NUMBER})(?:世纪{TO}|{SEVERAL})(?P<century>{NUMBER})世纪(?!{EDGE_SIGN})"),
    Rule("century", "世纪", era_forms.decade, "21世纪初",
         rf"(?<!前)(?P<century>上个?|本|新(?=世纪(?:以来|初|头))|{NUMBER})世纪{EDGE}(?!大道|公园|广场|[杯城之金华福不])"),
    Rule("school year", "学年", era_forms.school_year, "2024—2025学年",
         rf"(?<![0-9０-９.．])(?P<first>(?:19|20)\d\d)年?(?:{TO}|/)(?P<last>(?:19|20)?\d\d)年?学年度?(?:第?(?P<term>[一二上下])学期)?"),
    Rule("calendar year of accounts or sport", "财年 财政年度 赛季", calendar_forms.whole_year, "2025财年",
         r"(?<![0-9０-９.．/\-—–~～至])(?P<year>(?:19|20)\d\d)年?(?:财年|财政年度|赛季)"),
    Rule("year of the Common Era", "公元", era_forms.common_era, "公元前221年",
         rf"公元(?P<bce>前)?(?P<year>{D}{{1,4}}|{C}{{1,4}})年"),
    Rule("first days of a month", FEW_DAYS, week_forms.first_days, "上月最后五天", rf"{THE_MONTH}{FIRST_DAYS}"),
    Rule("first days of a year", FEW_DAYS, week_forms.first_days, "去年的前10天", rf"{THE_YEAR}{FIRST_DAYS}"),
    Rule("lunar", "农历 阴历 旧历", yearly_forms.lunar_date, "农历八月十五",
         rf"(?:农历|阴历|旧历)(?:{THE_YEAR}的?)?(?P<leap>闰)?(?P<lunar_month>{NUMBER}|[正冬腊])月(?:{LUNAR_DAY}{LUNAR_UNTIL}|{LUNAR_DAY})?[日号]?"),
    Rule("leap month", "闰", yearly_forms.lunar_date, "2025年闰六月初一",
         rf"(?:{THE_YEAR}的?)?(?P<leap>闰)(?P<lunar_month>{NUMBER})月{LUNAR_DAY}?"),
    Rule("lunar month with a name", "正月 冬月 腊月", yearly_forms.lunar_date, "腊月廿三",
         rf"(?:{THE_YEAR}的?)?(?P<lunar_month>[正冬腊])月(?:{LUNAR_DAY}{LUNAR_UNTIL}|{LUNAR_DAY})?"),
    Rule("year of the sexagenary cycle", "农历 鼠年 牛年 虎年 兔年 龙年 蛇年 马年 羊年 猴年 鸡年 狗年 猪年", yearly_forms.sexagenary_year, "丙午马年",
         r"(?:(?P<lunar>农历)|(?=\p{Han}{2}[鼠牛虎兔龙蛇马羊猴鸡狗猪]))(?P<stem>[甲乙丙丁戊己庚辛壬癸])(?P<branch>[子丑寅卯辰巳午未申酉戌亥])(?P<animal>[鼠牛虎兔龙蛇马羊猴鸡狗猪])?年"),
    Rule("day of the lunar new year", "大年", yearly_forms.lunar_date, "大年初二", rf"{MAYBE_YEAR}(?:农历)?大年(?P<lunar_day>初[一二三四五六七八九十])"),
    Rule("lunar day", "月初 月廿", yearly_forms.lunar_date, "九月初九",
         rf"{MAYBE_YEAR}{NOT_IN_NUMBER}(?P<lunar_month>{NUMBER})月(?P<lunar_day>初{NUMBER}|廿{C}?)"),
    Rule("lunar feast", "月十五", yearly_forms.lunar_date, "八月十五",
         rf"{NOT_IN_NUMBER}(?P<lunar_month>[285二八五])月(?P<lunar_day>十五)(?![日号个名月]|{C})"),
    Rule("same period of another year", "同期", calendar_forms.same_period, "去年同期",
         r"(?:(?P<near>大前年|去年|前年|(?<![以加马网线晚早])上年|上一年)的?|(?P<year>(?:19|20)\d\d)年)同期"),
    Rule("feast of twin numbers", "二月二 三月三 六月六 七月七 九月九", yearly_forms.lunar_date, "三月三",
         r"(?<![0-9０-９〇零○一二三四五六七八九十年每、至到])(?P<lunar_month>[二三六七九])月(?P<lunar_day>(?P=lunar_month))(?![日号十百千万个月、至到—0-9])"),
    Rule("half week", "半周", relative_forms.half_week, "下半周", r"(?P<half>[上下前后])半周(?!年|岁)"),
    Rule("counted ahead or back", pairs("未来 今后 接下来 最近 过去 过去的 近", "0 半"), relative_forms.counted, "未来两个月",
         rf"(?P<after>未来|今后|接下来|最近|过去的?|近(?={NUMBER}\s?个?[年月周星礼天日][^，。]?[来内里间])|(?<![有了达经过长历时用共隔续将约已])近(?=[两三3五5]\s?(?:年|个[月周星]|[天日周])))\s?(?P<count>{NUMBER}|两|半(?=年|个月))\s?(?P<unit>年|个月|个?{WEEK}|[天日])(?P<half>半)?(?:来|以来|内|里|间)?(?![级度均之轮多])"),
    Rule("counted ahead to the longer of two", pairs("未来 今后 接下来 未来的 今后的 接下来的", "0"), relative_forms.counted, "未来三至五年",
         rf"(?P<after>未来|今后|接下来)的?\s?(?:(?:{NUMBER}|两){TO}|[一二三四五六](?=[二三四五六七]个?[年月周天]))(?P<count>{NUMBER})\s?(?P<unit>年|个月|个?{WEEK}|[天日])(?:内|里|间)?(?![级度均之轮多])"),
    Rule("counted until now", pairs("年 半 月 周 期 拜 度 天", "来 以来"), relative_forms.counted, "五年来",
         rf"(?<![0-9０-９.．第每前近〇零○一二三四五六七八九十百千万几余多])(?!一天){COUNTED}(?P<before>以来|来)(?![自到临说看])"),
    Rule("counted from now", pairs("年 半 月 周 期 拜 度 天", "前 后 之 以"), relative_forms.counted, "3天后",
         rf"(?:^|(?<=[，。；：、“！？\s（(早在于到自从比])|再过){COUNTED}(?P<before>之后|以后|之前|以前|后(?![的退备续])|前(?![的后列行期三两]))"),
    Rule("day of a year ago", "0年前", relative_forms.day_years_ago, "五年前的今天",
         rf"(?<![0-9０-９.．第每前近约满长〇零○一二三四五六七八九十百千万几余多])(?P<count>{NUMBER}|两)\s?年前的(?:今天|(?P<month>{NUMBER})月(?:(?P<day>{NUMBER})[日号])?)"),
    Rule("years ago", "0年前", relative_forms.counted, "十年前",
         rf"(?<![0-9０-９.．第每前近约满长〇零○一二三四五六七八九十百千万几余多])(?P<count>{NUMBER}|两)\s?(?P<unit>年)(?P<before>前)(?![后列行期三两半年])"),
    Rule("decades of years ago", "几年前 多年前 余年前", relative_forms.roughly_ago, "二十几年前",
         r"(?<![0-9０-９.．第每前近约满长〇零○一二三四五六七八九十百千万几余多])(?P<tens>[一二三四五六七八九]?十|[1-9]0)[几多余]\s?年前(?![后列行期半年])"),
    Rule("week of month", pairs("第0 后0", "周 星 礼 个周 个星 个礼"), week_forms.week_of_month, "5月的第二个星期日",
         rf"{THE_MONTH}的?(?:第{COUNT}|(?P<final>最后)一)个?{WEEK}(?P<weekday>[一二三四五六日天])?"),
    Rule("week of year", pairs("第0", "周 星 个周 个星"), week_forms.week_of_year, "2021年第二周", rf"{THE_YEAR}的?第{COUNT}个?(?:周|星期)(?![岁年])"),
    Rule("nth month", "第0个月", calendar_forms.nth_month, "2021年的第三个月", rf"{THE_YEAR}的?第{COUNT}个月"),
    Rule("last months", "最后0个月 最後0个月", calendar_forms.last_months, "2021年的最后4个月", rf"{THE_YEAR}的?最[后後]\s?{COUNT}\s?个月"),
    Rule("first months", pairs("前0 头0 首0", "月 个月"), calendar_forms.first_months, "今年前10个月", rf"{MAYBE_YEAR}(?:(?:(?<![提之以此目日天周月])前(?!一个)|[头首]){COUNT}\s?个月|(?<![提之以此目日天周月])前(?P<several>{D}{{1,2}}|十{C}?|[二三四五六七八九])月份?(?!底|初|末|{NUMBER}[日号]))"),
    Rule("quarters", "前0季 前0个季 头0季 头0个季", calendar_forms.quarters, "2024年前三季度", rf"{MAYBE_YEAR}[前头](?P<quarter>[二三两四2-4])个?季度"),
    Rule("quarters from one to another", "-0季 -第0季", calendar_forms.quarters, "一至三季度",
         rf"{MAYBE_YEAR}第?(?P<first>(?<![0-9０-９])[一二三1-3])(?:季度)?{TO}第?(?P<quarter>[二三四2-4])季度(?![末初])"),
    Rule("quarters side by side", "、0季 、第0季", calendar_forms.quarter, "一、二季度", rf"{MAYBE_YEAR}第?(?P<quarter>(?<![0-9０-９前近每连续])[一二三])(?={AND}第?[二三四]季度)"),
    Rule("quarter with a letter", "Q0", calendar_forms.quarter, "2025年Q3", rf"{THE_YEAR}\s?第?Q(?P<quarter>[1-4])(?![0-9A-Za-z])"),
    Rule("quarter", "0季 首季", calendar_forms.quarter, "今年一季度",
         rf"{MAYBE_YEAR}(?<!财年|财政年度)(?P<quarter>(?<![0-9０-９前近每连续])[一二三四1-4１-４首])季度(?P<edge>初|末)?"),
    Rule("nth quarter", "第0季 第0个季", calendar_forms.quarter, "2024年第四季度", rf"{MAYBE_YEAR}(?<!财年|财政年度)第(?P<quarter>[一二三四1-4])个?季度(?P<edge>初|末)?"),
    Rule("near quarter", "季度", relative_forms.near_quarter, "上季度", r"(?P<near_quarter>[本上下当])一?个?季度(?P<edge>初|末)?"),
    Rule("half year", pairs("上 下 前 后", "半年 个半年"), calendar_forms.half_year, "2017年上半年", rf"{MAYBE_YEAR}(?P<half>[上下前后])个?半年(?!度)(?P<edge>末|底)?"),
    Rule("half month", "上半月 下半月", calendar_forms.half_month, "12月上半月", rf"{THE_MONTH}?(?P<half>[上下])半月(?!板|刊)"),
    Rule("months", "-0月", calendar_forms.months, "2025年1—11月份",
         rf"{MAYBE_YEAR}{NOT_IN_NUMBER}(?P<first>{NUMBER})(?:月份?)?{TO}(?P<last>{NUMBER})月份?{NOT_A_MONTH}(?!\s?{NUMBER}[日号])"),
    Rule("neighbouring months", "二月 三月 四月 五月 六月 七月 八月 九月 十月", calendar_forms.neighbouring_months, "三四月份",
         rf"{MAYBE_YEAR}(?<![0-9０-９.．·/每十百千万亿〇零○一二三四五六七八九、])(?P<first>[一二三四五六七八九])(?P<last>[二三四五六七八九十])月份?(?![龄饼嫂刊]|天|[初底末]?[0-9])"),
    Rule("first of several days of a month", "、0日 、0号 、Y日", calendar_forms.day, "12月12、13日", rf"{THE_MONTH}\s?(?P<day>{NUMBER})(?=(?:{AND}{NUMBER}){{1,9}}(?:[日号]|两日))"),
    Rule("days of a month", "-0日 -0号", calendar_forms.days, "12月3日至5日",
         rf"(?:{MAYBE_YEAR}(?P<month>{NUMBER}|[正元])\s?月份?|{NEAR_MONTH})(?P<first>{NUMBER})[日号]?{TO}(?P<last>{NUMBER})[日号]"),
    Rule("day", "月0 月份0", calendar_forms.day, "2025年12月17日", rf"{THE_MONTH}\s?(?P<day>{NUMBER})\s?[日号](?![线楼院店])"),
    Rule("day with a slash", "/0日 /0号", calendar_forms.day, "12/17日", rf"(?<!第){BARE_MONTH}/(?P<day>{NUMBER})[日号]"),
    Rule("day without its sign", "月0", calendar_forms.day, "十月一，",
         rf"{BARE_MONTH}月(?P<day>{D}{{1,2}}|十{C}?|[二三]十{C}?|廿{C}?){UNSIGNED}", also=UNSIGNED_DAY),
    Rule("first of several months", "、0月", calendar_forms.month, "3、4月份", rf"(?:{THE_YEAR}(?:的|\s)?|{NOT_ENUMERATED}){NOT_IN_NUMBER}(?P<month>{NUMBER})(?=(?:{AND}{NUMBER}){{1,9}}月(?!{NUMBER}[日号]))"),
    Rule("month part", "旬 月初 月底 月末 份初 份底 份末", calendar_forms.month_part, "今年6月底",
         rf"{THE_MONTH}月?(?P<part>上旬|中旬|下旬|中下旬|上中旬|中上旬|初(?!{C}|十|\d)|底|末)"),
    Rule("month", "0月 正月 元月 本月 当月 同月 该月 个月 上月 下月", calendar_forms.month, "去年12月", rf"(?!一月[一两][^日号]){THE_MONTH}{NOT_A_MONTH}"),
    Rule("bare month part", "月底 月初 月末 旬", calendar_forms.bare_month_part, "月底",
         r"(?<![0-9０-９一二三四五六七八九十个上下本同当该])(?P<part>月底|月初|月末|上旬|中旬|下旬|中下旬)"),
    Rule("lately", "些年 几年 十年 数年 三年 四年 五年 这两年", relative_forms.lately, "近几年来", r"(?:(?<![附邻远将临])(?:最近|近|这|过去的?)(?:[几数]十?|些|两三|三四|三五|四五)年|这两年)(?:以来|来|间|里)?(?![级前后龄轻代度份])"),
    Rule("little new year", "小年", yearly_forms.little_new_year, "小年", rf"{MAYBE_YEAR}(?<![很最较太大中从么])(?:(?P<side>[南北])方的?“?)?小年(?:夜|节)?(?![纪轻龄级青画人味糕货份儿])"),
    Rule("so far", "今年以来 开年以来 年初以来 年初至今 本月以来 入春以来 入夏以来 入秋以来 入冬以来", relative_forms.so_far, "今年以来", r"(?P<since>今年以来|开年以来|年初以来|年初至今|本月以来|入(?P<season>[春夏秋冬])以来)"),
    Rule("year part", pairs("年 度 的", "底 末 初 中 伊"), calendar_forms.year_part, "2008年底", rf"{THE_YEAR}的?年?(?P<edge>[底末初]|中(?=[，,、期]|$)|伊始)"),
    Rule("bare year part", "年底 年初 年末 年中", calendar_forms.year_part, "年底",
         r"(?<![0-9０-９一二三四五六七八九十百千万几多半数来末底每大])(?P<edge>年底|年初|年末|年中(?=[，,、]|时|$))"),
    Rule("within the year", "年内", calendar_forms.this_year, "年内", r"(?<![0-9０-９一二三四五六七八九十百千万几多半数两年今当同去明前该来])年内(?![容部参外测科])"),
    Rule("season", pairs("年 度 的 Y", "春 夏 秋 冬"), yearly_forms.season, "今年夏天", rf"{THE_YEAR}(?:的(?=[春夏秋冬][季天]))?(?P<season>[春夏秋冬])[季天]?(?:学期)?(?![粮节种收播分至运晚耕茶灌捕泳奥训储游])"),
    Rule("near season", pairs("今 去 明", "春 夏 秋 冬"), yearly_forms.season, "去冬", r"(?<![免失除撤离出下回上往前消])(?P<near_season>今|[去明](?![春夏秋冬]天))(?P<season>[春夏秋冬])"),
    Rule("school holidays", "年暑 年寒 度暑 度寒", yearly_forms.school_holidays, "去年暑假", rf"{THE_YEAR}(?P<holidays>[暑寒][假期])"),
    Rule("first of several years", "、Y年 、0年", calendar_forms.whole_year, "2024、2025年", rf"{NOT_IN_DECIMAL}(?P<year>(?:19|20)\d\d(?=(?:{AND}(?:19|20)\d\d){{1,9}}年(?![级轮龄代]))|0\d(?=(?:{AND}0\d){{1,9}}年))"),
    Rule("whole year", "0年 Y年 前年 今年 去年 明年 后年 本年 当年 同年 该年 次年 翌年 来年 上年", calendar_forms.whole_year, "2025年",
         rf"(?:{NOT_IN_DECIMAL}(?P<year>{LONG_YEAR}|(?<![第:：\-]){ZERO_YEAR})\s?年度?(?:全年)?{NOT_A_YEAR}|(?P<near>{NEAR_YEAR})(?!同期)(?:全年)?)"),
    Rule("short year", "〇年 零年 ○年 一年 二年 三年 四年 五年 六年 七年 八年 九年", calendar_forms.short_year, "四四年",
         rf"(?<![0-9０-９第〇零○一二三四五六七八九十百千万几多])(?P<year>{C}{C})年(?![级轮龄代多来间]|{C}|[后前内]|以[上下内])"),
    Rule("days", "-0日", calendar_forms.days, "3日至5日",
         rf"(?<![0-9０-９.．%％月十百千万每近第〇零○一二三四五六七八九])(?<![0-9０-９][,，])(?P<first>{NUMBER})日?{TO}(?P<last>{NUMBER})日(?![内元均游间])"),
    Rule("bare day", "0日", calendar_forms.bare_day, "26日",
         rf"(?<![0-9０-９.．/:：月每近第期达续共历十百千万几余多前后首同〇零○一二三四五六七八九])(?<![0-9０-９][,，])(?!{C}日)(?P<day>{NUMBER})日(?![内均元游照后]|以[上下内]|之[内后])"),
    Rule("first of several days", "、0日", calendar_forms.bare_day, "12、13日",
         rf"{NOT_ENUMERATED}(?<![0-9０-９.．/:：%％月每近第期达续共历十百千万几余多前后首同、至到—―\-~～〇零○一二三四五六七八九])(?P<day>{NUMBER})(?=(?:{AND}{NUMBER}){{1,9}}日(?![内均元游照]))"),
    Rule("another day", pairs("日 号", "、0 ，0 ,0 -0"), calendar_forms.bare_day, "3日和4号", rf"(?<=[日号][，、,和及与至到—―\-~～])(?P<day>{NUMBER})号"),
    Rule("day by its hours", "号凌 号早 号上 号下 号中 号傍 号晚", calendar_forms.bare_day, "26号下午",
         rf"(?<![0-9０-９.．第〇零○一二三四五六七八九十])(?P<day>{NUMBER})号(?=凌晨|早上|[上下中]午|傍晚|晚上)"),
    Rule("near day", "即日 " + pairs("前 后 今 昨 明 本", "天 日 晚 晨 夜 早"), relative_forms.near_day, "昨天",
         r"(?P<near_day>即(?=日起)|大前|大大后|大后|(?<![目以之年月日天生此先跟眼当])前|(?<![之以此然最前产])后|[今昨明本])(?:天|日(?![报刊头中历])|晚|晨|夜|早)"),
    Rule("same day", "同一天 " + pairs("当 次 翌 同", "天 日 晚 晨 夜"), relative_forms.same_day, "次日", r"(?<!比赛|开幕|闭幕|首映|上映|婚礼|生日|考试|开业|开盘|案发|事发|出生|结婚|报到|入学)(?P<same_day>当|次|翌|同(?:一(?=天))?)(?:天|日|晚|晨|夜)"),
    Rule("near weekdays", pairs("周 週 期 拜", "一 二 三 四 五 六 日 天"), relative_forms.weekdays, "本周一至周五",
         rf"(?P<near_week>[本这]|上{{1,3}}|下{{1,3}})一?[个個]?{OLD_WEEK}(?P<weekday>[一二三四五六日天]){TO}{OLD_WEEK}?(?P<until>[一二三四五六日天])(?![岁年边长])"),
    Rule("near weekday", pairs("本 这 上 下 0 个 個", "周 週 星 礼 禮"), relative_forms.weekday, "本周三",
         rf"(?P<near_week>[本这]|上{{1,3}}|下{{1,3}})一?[个個]?{OLD_WEEK}(?:{OLD_WEEK}?(?P<weekday>[一二三四五六日天末]))?(?![岁年边长])"),
    Rule("weekday", pairs("周 週 期 拜", "一 二 三 四 五 六 日 天"), relative_forms.weekday, "星期五",
         rf"(?<![一二两三四五六七八九十百千0-9０-９每逢周星几\-—―至到]){OLD_WEEK}(?P<weekday>[一二三四五六日天])(?![至到—―\-、围般到])"),
    Rule("month and day", "0-00: 0-00：", calendar_forms.dotted_day, "09-01 20:01", r"(?<![0-9\-/.])(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?=\s\d{1,2}[:：]\d\d)"),
    Rule("dotted day", "0·0 0·Y", calendar_forms.dotted_day, "3·15", rf"(?<![0-9０-９.．·])(?P<month>{D}{{1,2}})[·](?P<day>{D}{{1,2}})(?![0-9０-９.．·万亿%])"),
    Rule("clock", pairs("0: 0：", "0 Y"), clock_forms.clock, "9:30",
         rf"{DAYPART}?(?:(?<=[:：]{D}{{2}}-)|(?<![0-9０-９.．:：/\-]))(?P<hour>{D}{{1,2}})\s?[:：]\s?(?P<minute>{D}{{2}})(?:[:：](?P<second>{D}{{2}}))?(?![0-9０-９.．:：])"),
    Rule("hours", "-0时 -0点", clock_forms.hours, "9—12时",
         rf"{DAYPART}?{NOT_IN_DECIMAL}(?<!月)(?P<hour>{NUMBER}){TO}(?P<until>{NUMBER})[时点](?!代|候|期|间|节|空|而|尚|任|常|许多|段|隔|有|不|速|差|{NUMBER}|[、建意要经共启体感理原提措注希看条半]|课堂)"),
    Rule("hour", "0时", clock_forms.clock, "21时27分",
         rf"{DAYPART}?{NOT_IN_DECIMAL}(?<!加)(?!一时(?![许整\d一二三四五]))(?P<hour>{NUMBER})时(?!代|候|期|间|节|空|而|尚|任|常|许多|段|隔|有|不|速|差)(?:(?P<minute>{NUMBER})分(?!之))?(?:(?P<second>{NUMBER})秒)?"),
    Rule("spoken hour of a part of the day", "0点", clock_forms.clock, "下午3点半",
         rf"{DAYPART}(?!(?<=[早晚])一点)(?P<hour>{NUMBER}|两)点(?:(?P<minute>半|一刻|三刻|{NUMBER}(?=分))分?)?+(?!子|课堂|学校)"),
    Rule("spoken hour", "0点", clock_forms.clock, "8点半",
         rf"{NOT_IN_DECIMAL}(?P<hour>{NUMBER})点(?:(?P<minute>半|[一三13]刻|{NUMBER}(?=分))分?|(?=钟|整|许|左右|多钟))(?!子|课堂|学校)"),
    Rule("spoken hour of two characters", pairs("十 一 二", "点过 点的"), clock_forms.clock, "十一点过了", r"(?<![0-9０-９第〇零○一二三四五六七八九十几])(?P<hour>十[一二]?)点(?=过|的[，。事时])"),
    Rule("spoken hour after its day", "0点", clock_forms.clock, "昨晚9点",
         rf"(?:(?<=[今昨当明][晚晨夜早]|[日号天][晚早夜晨]?|周[一二三四五六日]晚?)(?P<hour>{D}{{1,2}}|十{C}?|[三四五六七八九](?![、建意要经共启体感理原提措注希看条]))|(?<=(?:点半?|时|[:：]\d\d|分)(?:[—–―\-－─~～至到]|——)|[至到](?:[今昨当明次翌后][天日晚]|{D}{{1,2}}[日号]))(?P<hour>{NUMBER}|两))点(?:(?P<minute>半|一刻|三刻|{NUMBER}(?=分))分?)?+(?!子|课堂|学校|[、建意要经共启体感理原提措注希看条])"),
    Rule("part of a day", "凌晨 " + pairs("日 号 天", "清 早 上 中 正 午 下 傍 晚 深 夜 半"), clock_forms.part_of_day, "12月17日凌晨",
         rf"(?:(?<=[日号天]){DAYPART}|(?P<daypart>凌晨))(?!\s?(?:[—–―\-－~～至到第点时0-9０-９]|{NUMBER}[点时]|报|会|宴|餐|霜|熟|高峰|自习))"),
)
# fmt: on

RESTED = "元旦|春节|劳动节|五一|端午|中秋|国庆|(?<!双)十一"
"""Feasts with a public holiday, the day of clear light (清明) aside, which is a solar term."""
IN_CONTEXT = (
    r"(?:小?长假|假期|假日(?!办)|期间|黄金周|当天|当日|前夕|前后|佳节|之前|之后|节前|节后|、?中秋|双节)"
)
"""Words after which a doubtful name of a feast is one."""


def table_rules() -> tuple[Rule, ...]:
    """Return the rules whose words stand in tables: feasts, solar terms, reign titles."""
    _, strong, weak = lunar.festivals()
    terms = [term for term in lunar.TERMS if term not in lunar.PLAIN_WORDS]
    eras = lunar.eras()
    any_feast = rf"(?P<festival>{longest_first(weak)})"
    any_term = rf"(?P<term>{longest_first(lunar.TERMS)})"
    # fmt: off
    return (
        Rule("holidays", "假期 长假 假日 黄金周 期间", yearly_forms.holiday, "国庆假期",
             rf"{MAYBE_YEAR}(?<![0-9０-９第〇零○一二三四五六七八九十])“?(?:(?P<term>清明)|(?P<festival>{RESTED}))”?节?(?:[、和]?(?:中秋|国庆)节?(?:双节)?)?(?:(?:小?长假|假期|假日(?!办)|黄金周)|(?=期间))"),
        Rule("feast", " ".join(strong), yearly_forms.festival, "明年母亲节",
             rf"{MAYBE_YEAR}(?<!国际|世界|全国|亚洲)(?<!第)(?P<festival>{longest_first(strong)})(?![路街区村县档]|联欢晚?会|序曲)"),
        Rule("doubtful feast of a year", " ".join(weak), yearly_forms.festival, "明年感恩节", rf"{THE_YEAR}的?{any_feast}(?![月日个届号年])"),
        Rule("doubtful feast", " ".join(weak), yearly_forms.festival, "五一假期", rf"(?<![0-9０-９第〇零○一二三四五六七八九]|七夕){any_feast}(?={IN_CONTEXT})"),
        Rule("solar term", " ".join(terms), yearly_forms.solar_term, "2024年冬至", rf"{MAYBE_YEAR}{NOT_A_NAME}(?P<term>{longest_first(terms)})(?![路街区村县镇乡])(?:节气|节)?"),
        Rule("named solar term", "节气 时节", yearly_forms.solar_term, "白露节气", rf"{any_term}(?:节气|时节)"),
        Rule("reign year", " ".join(eras), yearly_forms.era, "康熙三年五月",
             rf"(?P<era>{longest_first(eras)})(?P<reign>{NUMBER}|元)年(?!间)(?:(?:[正腊冬闰]|闰?(?P<month>{NUMBER}))月(?:初?(?P<day>{NUMBER})日?)?|大年三十)?"),
    )
    # fmt: on


def longest_first(words: Iterable[str]) -> str:
    """Return words as alternatives, so that none hides a longer one."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules in the order they are tried where several match."""
    return table_rules() + RULES
