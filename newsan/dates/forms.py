"""The ways newspapers write dates: rows of a name, a pattern, what it means, and one example.

Patterns are built from the named pieces below; rows use the same group names, for the same parts of a date.
All rows together are one alternation, tried in the order of ``RULES``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from newsan.dates import calendar_forms, lunar, relative_forms, yearly_forms
from newsan.dates.readings import Reading
from newsan.dates.resolving import Context

Meaning = Callable[[regex.Match[str], Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a date. ``example`` is text the rule must match: it documents the rule and is tested."""

    name: str
    pattern: str
    means: Meaning
    example: str


D = r"[0-9０-９]"
C = r"[〇零○一二三四五六七八九]"
NUMBER = rf"(?:{D}{{1,2}}+|[十廿卅]{C}?|{C}(?:十{C}?)?)"
"""A month, a day or a count below 100."""
NOT_IN_NUMBER = rf"(?<![0-9０-９.．·:：/每十百千万亿]|[0-9０-９],|{C})"
YEAR = rf"(?:[12１２]{D}{{3}}|[一二][〇零○九八七六]{C}{{2}})(?=\s?年)"
NEAR_YEAR = r"大前年|今年|去年|前年|明年|(?<![产成业建投达以之然其今最婚休病战改前])后年(?![产均发可销营收生增总龄处用级轻])|本年度?|[当同该]年|次年|翌年|来年|上一年度?|下一年度?"
SHORT_YEAR = rf"(?:{D}{{2}}|{C}{{2}})"
THE_YEAR = (
    rf"(?:(?<![0-9０-９.．]|{C})(?:(?P<year>{YEAR})|(?P<year>{SHORT_YEAR})(?=年(?:{NUMBER}月|[一二三四]季度|第|春|端午|中秋|国庆)))\s?年度?"
    rf"|(?<![0-9０-９.．])(?P<year>(?:19|20)[0-9][0-9])(?=[上下]半年|第?[一二三四]季度|前[两三]季度)"
    rf"|(?P<near>{NEAR_YEAR}))"
)
"""A year in front of the rest of a date."""
MAYBE_YEAR = rf"(?:{THE_YEAR}(?:的|\s)?|(?<![0-9０-９]年))"
TO = r"\s?(?:[—–\-－─~～]{1,2}|至|到)\s?"
MONTH = rf"(?P<month>{NUMBER}|[正元])\s?月份?"
NEAR_MONTH = r"(?P<nearmonth>本月份?|当月|这个月|上上个?月|上一?个?月|下一?个?月)"
DAY = rf"(?P<day>{NUMBER})\s?[日号]"

COUNTED_UNIT = "年|个[半多]?月|(?<=半)月|个?(?:周|星期|礼拜)|个季度|天"
DAYPART = r"(?P<daypart>凌晨|清晨|早上|早晨|早间|上午|中午|正午|午后|下午|傍晚|晚上|晚间|深夜|夜间|夜里|半夜|午夜|早|晚)"
NOT_A_MONTH = r"(?![龄饼嫂刊]|以[上下内]|(?<=五月)天)"
NOT_A_YEAR = r"(?![级轮龄代多余])"

# Examples are written for this table.
# fmt: off
RULES = (
    Rule("plan", r"(?:(?<=[“\"『「])(?P<plan>[一二三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?)五(?=[”\"』」])(?![”\"』」](?:规划|计划|目标|纲要))|(?P<plan>十[一二三四六七八九])五(?=期间|时期|以来|末|初|开局|收官))", calendar_forms.plan, "“十四五”期间"),
    Rule("numeric", rf"(?<![0-9０-９.．/])(?P<year>[12１２]{D}{{3}})(?:[-/.．－]|\s(?={D}{D}?\s{D}))(?P<month>{D}{{1,2}})(?:[-/.．－]|\s)(?P<day>{D}{{1,2}})(?![0-9０-９]|[-/.．]\d{{1,3}}(?!\d))", calendar_forms.numeric, "2025-12-17"),
    Rule("numeric", r"(?<![0-9A-Za-z.\-/])(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![0-9A-Za-z.%％万亿元])", calendar_forms.numeric, "20251217"),
    Rule("numeric day first", r"(?<![0-9./])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![0-9/])", calendar_forms.numeric_day_first, "1/2/2020"),
    Rule("years", rf"{NOT_IN_NUMBER}(?P<first>[12１２]{D}{{3}}|[一二][〇零○九]{C}{{2}})年?{TO}(?P<last>[12１２]{D}{{3}}|[一二][〇零○九]{C}{{2}}|{D}{{2}})年度?", calendar_forms.years, "2016—2020年"),
    Rule("decade", rf"(?:(?P<century>上个?|本|新|{NUMBER})世纪(?P<decade>{C}十|{D}0)(?:年代)?(?:{TO}(?P<until>{C}十|{D}0))?年代|(?<![0-9０-９]|{C})(?P<decade>[5-9５-９][0０]|[五六七八九]十)年代)(?P<edge>初期?|末期?|中期|中叶|前期|后期|以来)?", calendar_forms.decade, "20世纪90年代末"),
    Rule("century", rf"(?<!前)(?P<century>上个?|本|{NUMBER})世纪(?P<edge>初|末|中叶|中期|前期|后期)?(?!大道|公园|广场|[杯城之金华福不])", calendar_forms.decade, "21世纪初"),
    Rule("first days", rf"(?:{MAYBE_YEAR}{NOT_IN_NUMBER}{MONTH}|{NEAR_MONTH}|{THE_YEAR})的?(?P<side>前|第(?=[^周]{{1,3}}天)|最[后後])(?P<count>{NUMBER}|两)\s?(?P<unit>[天周])", calendar_forms.first_days, "去年的前10天"),
    Rule("lunar", rf"(?:农历|阴历|旧历)(?:{THE_YEAR}的?)?(?P<leap>闰)?(?P<lunar_month>{NUMBER}|[正冬腊])月(?P<lunar_day>初?{NUMBER})?[日号]?|(?:{THE_YEAR}的?)?(?:(?P<leap>闰)(?P<lunar_month>{NUMBER})|(?P<lunar_month>[正冬腊]))月(?P<lunar_day>初?{NUMBER})?|{MAYBE_YEAR}{NOT_IN_NUMBER}(?P<lunar_month>{NUMBER})月(?P<lunar_day>初{NUMBER}|廿{C}?)|{NOT_IN_NUMBER}(?P<lunar_month>[285二八五])月(?P<lunar_day>十五)(?![日号个名]|{C})", yearly_forms.lunar_date, "农历腊月廿三"),
    Rule("half week", r"(?P<half>[上下前后])半周(?!年|岁)", relative_forms.half_week, "下半周"),
    Rule("counted", rf"(?P<after>未来|今后|接下来|最近|过去的?|近(?={NUMBER}\s?个?[年月周星礼天日][^，。]?[来内里间])|(?<![有了达经过长历时用共隔续将约])近(?=[两三3五5]\s?(?:年|个[月周星]|[天日周])))\s?(?P<count>{NUMBER}|两)\s?(?P<unit>年|个月|个?(?:周|星期|礼拜)|[天日])(?P<half>半)?(?:来|以来|内|里|间)?(?![级度均之轮多])", relative_forms.counted, "未来两个月"),
    Rule("counted", rf"(?<![0-9０-９.．第每前近]|{C}|[十百千万几余多])(?P<count>{NUMBER}|两|半)\s?多?(?P<unit>{COUNTED_UNIT})(?P<half>半)?(?P<before>以来|来)(?![自到临说看])", relative_forms.counted, "五年来"),
    Rule("counted", rf"(?:(?<=^|[，。；：、“！？\s（(早])|(?<=早在|就在|将在|将于|[在于到自从比])|再过)(?P<count>{NUMBER}|两|半)\s?多?(?P<unit>{COUNTED_UNIT})(?P<half>半)?(?P<before>之后|以后|之前|以前|后(?![的退备续])|前(?![的后列行期三两]))", relative_forms.counted, "3天后"),
    Rule("week of month", rf"{MAYBE_YEAR}(?:{MONTH}|{NEAR_MONTH})的?(?:第(?P<count>{NUMBER})|(?P<count>最后)一)个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])?", calendar_forms.week_of_month, "5月的第二个星期日"),
    Rule("week of year", rf"{THE_YEAR}的?第(?P<count>{NUMBER})个?(?:周|星期)(?![岁年])", calendar_forms.week_of_year, "2021年第二周"),
    Rule("nth month", rf"{THE_YEAR}的?第(?P<count>{NUMBER})个月", calendar_forms.nth_month, "2021年的第三个月"),
    Rule("last months", rf"{THE_YEAR}的?最[后後]\s?(?P<count>{NUMBER})\s?个月", calendar_forms.last_months, "2021年的最后4个月"),
    Rule("first months", rf"{MAYBE_YEAR}[前头首](?P<count>{NUMBER})\s?个月", calendar_forms.first_months, "今年前10个月"),
    Rule("quarters", rf"{MAYBE_YEAR}前(?P<quarter>[二三两四2-4])个?季度", calendar_forms.quarters, "2024年前三季度"),
    Rule("quarter", rf"{MAYBE_YEAR}(?P<quarter>(?<![0-9０-９前近每连续])[一二三四1-4１-４首])季度(?P<edge>初|末)?|{MAYBE_YEAR}第(?P<quarter>[一二三四1-4])季度", calendar_forms.quarter, "今年一季度"),
    Rule("near quarter", r"(?P<near_quarter>[本上下当])一?个?季度(?P<edge>初|末)?", relative_forms.near_quarter, "上季度"),
    Rule("half year", rf"{MAYBE_YEAR}(?P<half>[上下前后])个?半年(?!度)", calendar_forms.half_year, "2017年上半年"),
    Rule("half month", rf"(?:{MAYBE_YEAR}{MONTH}|{NEAR_MONTH})?(?P<half>[上下])半月(?!板|刊)", calendar_forms.half_month, "12月上半月"),
    Rule("months", rf"{MAYBE_YEAR}{NOT_IN_NUMBER}(?P<first>{NUMBER})(?:月份?)?{TO}(?P<last>{NUMBER})月份?{NOT_A_MONTH}(?!\s?{NUMBER}[日号])", calendar_forms.months, "2025年1—11月份"),
    Rule("days", rf"(?:{MAYBE_YEAR}{MONTH}|{NEAR_MONTH})(?P<first>{NUMBER})[日号]?{TO}(?P<last>{NUMBER})[日号]", calendar_forms.days, "12月3日至5日"),
    Rule("day", rf"(?:{MAYBE_YEAR}{NOT_IN_NUMBER}{MONTH}|{NEAR_MONTH}){DAY}(?![线楼院店])|{MAYBE_YEAR}{NOT_IN_NUMBER}(?P<month>{NUMBER})/(?P<day>{NUMBER})[日号]|{MAYBE_YEAR}{NOT_IN_NUMBER}(?P<month>{NUMBER})月(?P<day>{D}{{1,2}}|十{C}?|[二三]十{C}?|廿{C}?)(?=[，。；、）\s]|$|晚|早|[上下]午|凌晨)", calendar_forms.day, "2025年12月17日"),
    Rule("month part", rf"(?:{MAYBE_YEAR}{NOT_IN_NUMBER}{MONTH}|{NEAR_MONTH})月?(?P<part>上旬|中旬|下旬|中下旬|上中旬|中上旬|初(?!{C}|十|\d)|底|末)", calendar_forms.month_part, "今年6月底"),
    Rule("month", rf"(?:{MAYBE_YEAR}{NOT_IN_NUMBER}{MONTH}|{NEAR_MONTH}){NOT_A_MONTH}", calendar_forms.month, "去年12月"),
    Rule("bare month part", r"(?<![0-9０-９一二三四五六七八九十个上下本])(?P<part>月底|月初|月末|上旬|中旬|下旬|中下旬)", calendar_forms.bare_month_part, "月底"),
    Rule("so far", r"(?P<since>今年以来|年初以来|年初至今|本月以来|入[春夏秋冬]以来)", relative_forms.so_far, "今年以来"),
    Rule("year part", rf"{THE_YEAR}年?(?P<edge>[底末初]|中(?=[，,、期]|$)|伊始)|(?<![0-9０-９一二三四五六七八九十百千万几多半数来末底每])(?P<edge>年底|年初)", calendar_forms.year_part, "2008年底"),
    Rule("season", rf"{THE_YEAR}(?P<season>[春夏秋冬])[季天]?(?![粮节种收播分至运晚耕茶灌])|(?<![免失除撤离出下回上往前消])(?P<near_season>[今去明])(?P<season>[春夏秋冬])", yearly_forms.season, "今年夏天"),
    Rule("summer holidays", rf"{THE_YEAR}暑[假期]", yearly_forms.summer_holidays, "去年暑假"),
    Rule("whole year", rf"(?:(?<![0-9０-９.．]|{C})(?P<year>{YEAR})\s?年度?(?:全年)?{NOT_A_YEAR}|(?P<near>{NEAR_YEAR})(?!同期)(?:全年)?)", calendar_forms.whole_year, "2025年"),
    Rule("short year", rf"(?<![0-9０-９第]|{C}|[十百千万几多])(?P<year>{C}{C})年(?![级轮龄代多来间]|{C}|[后前内]|以[上下内])", calendar_forms.short_year, "四四年"),
    Rule("days", rf"(?<![0-9０-９.．%％月十百千万每近第]|[0-9０-９][,，]|{C})(?P<first>{NUMBER})日?{TO}(?P<last>{NUMBER})日(?![内元均游间])", calendar_forms.days, "3日至5日"),
    Rule("bare day", rf"(?<![0-9０-９.．/:：月每近第期达续共历十百千万几余多前后首同]|[0-9０-９][,，]|{C})(?!{C}日)(?P<day>{NUMBER})日(?![内均元游照后]|以[上下内]|之[内后])|(?<=[日号][，、,和及与至到—\-~～])(?P<day>{NUMBER})号|(?<![0-9０-９.．第]|{C}|十)(?P<day>{NUMBER})号(?=凌晨|早上|[上下中]午|傍晚|晚上)", calendar_forms.bare_day, "26日"),
    Rule("near day", r"(?P<near_day>大前|大大后|大后|(?<![目以之年月日天生此先跟眼当])前|(?<![之以此然最前产])后|[今昨明本])(?:天|日(?![报刊头中历])|晚|晨|夜|早)", relative_forms.near_day, "昨天"),
    Rule("same day", r"(?P<same_day>当|次|翌|同)(?:天|日|晚|晨|夜)", relative_forms.same_day, "次日"),
    Rule("weekday", r"(?P<near_week>[本这]|上{1,3}|下{1,3})一?[个個]?(?:[周週]|星期|[礼禮]拜)(?:(?:[周週]|星期|[礼禮]拜)?(?P<weekday>[一二三四五六日天末]))?(?![岁年边长])|(?<![一二两三四五六七八九十百千0-9０-９每逢周星几\-—至到])(?:[周週]|星期|[礼禮]拜)(?P<weekday>[一二三四五六日天])(?![至到—\-、围般到])", relative_forms.weekday, "本周三"),
    Rule("month and day", r"(?<![0-9\-/.])(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?=\s\d{1,2}[:：]\d\d)", calendar_forms.dotted_day, "09-01 20:01"),
    Rule("dotted day", rf"(?<![0-9０-９.．·])(?P<month>{D}{{1,2}})[·](?P<day>{D}{{1,2}})(?![0-9０-９.．·万亿%])", calendar_forms.dotted_day, "3·15"),
    Rule("clock", rf"{DAYPART}?(?<![0-9０-９.．:：/\-])(?P<hour>{D}{{1,2}})\s?[:：]\s?(?P<minute>{D}{{2}})(?:[:：](?P<second>{D}{{2}}))?(?![0-9０-９.．:：])", calendar_forms.clock, "9:30"),
    Rule("clock", rf"{DAYPART}?(?<![0-9０-９.．]|{C})(?!一时(?![许整\d一二三四五]))(?P<hour>{NUMBER})时(?!代|候|期|间|节|空|而|尚|任|常|许多|段|隔|有|不|速|差)(?:(?P<minute>{NUMBER})分(?!之))?(?:(?P<second>{NUMBER})秒)?", calendar_forms.clock, "21时27分"),
    Rule("clock", rf"{DAYPART}(?<![早晚](?=一点))(?P<hour>{NUMBER})点(?:(?P<minute>半|一刻|三刻|{NUMBER}(?=分))分?)?(?!子)", calendar_forms.clock, "下午3点半"),
    Rule("clock", rf"(?<![0-9０-９.．]|{C})(?P<hour>{NUMBER})点(?:(?P<minute>半|[一三13]刻|{NUMBER}(?=分))分?|(?=钟|整|许|左右|多钟))(?!子)", calendar_forms.clock, "8点半"),
)
# fmt: on

IN_CONTEXT = r"(?:小?长假|假期|假日|期间|黄金周|当天|当日|前夕|前后|佳节|之前|之后|节前|节后)"
"""Words after which a doubtful name of a feast is one."""


def table_rules() -> tuple[Rule, ...]:
    """Return the rules whose words stand in tables: feasts, solar terms, reign titles."""
    _, strong, weak = lunar.festivals()
    terms = "|".join(term for term in lunar.TERMS if term not in lunar.PLAIN_WORDS)
    feast = (
        rf"{MAYBE_YEAR}(?<!国际|世界|全国|亚洲|第)(?P<festival>{longest_first(strong)})(?![路街区村县])"
        rf"|{THE_YEAR}的?(?P<festival>{longest_first(weak)})(?![月日个届号年])"
        rf"|(?<![0-9０-９第]|{C})(?P<festival>{longest_first(weak)})(?={IN_CONTEXT})"
    )
    term = (
        rf"{MAYBE_YEAR}(?P<term>{terms})(?![路街区村县镇乡])(?:节气)?|{THE_YEAR}的?(?P<term>{'|'.join(lunar.TERMS)})(?:节气)?"
        rf"|(?P<term>{'|'.join(lunar.TERMS)})节气"
    )
    return (
        Rule("festival", feast, yearly_forms.festival, "明年母亲节"),
        Rule("solar term", term, yearly_forms.solar_term, "2024年冬至"),
        Rule(
            "reign year",
            rf"(?P<era>{longest_first(tuple(lunar.eras()))})(?P<reign>{NUMBER}|元)年(?!间)(?:[正腊闰]?{NUMBER}?月(?:初?{NUMBER}日?)?|大年三十)?",
            yearly_forms.era,
            "康熙三年五月",
        ),
    )


def longest_first(words: Sequence[str]) -> str:
    """Return words as alternatives, so that none hides a longer one."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules in the order they are tried."""
    return table_rules() + RULES


TRIGGER = regex.compile(
    r"[年月日号季周週星禮礼世天晚晨夜时点旬五六七十夏秋春冬圣除立惊谷芒处霜寒腊节廿:：·]|\d[-/.]\d|\d{8}|\d{4} \d"
)
"""Characters one of which every date has: a sentence without them is passed over."""
