"""Scores and ranks: 67-53, 三比一, 1:2, 第三名, 前十."""

from __future__ import annotations

from newsan.patterns import compiled
from newsan.quantities import silence
from newsan.quantities.context import Context, Reading, around
from newsan.quantities.units import Unit, units_at

SCORE = r"(?P<first>[0-9０-９]{1,3})\s?[-－–—]\s?(?P<second>[0-9０-９]{1,3})(?![0-9０-９%％\-－–:：年月日./])"
FIGURE = r"(?:[0-9０-９]{1,5}+(?:[.．][0-9０-９]{1,4}+)?+)"
RATIO = (
    rf"{FIGURE}(?P<sign>\s?[:：∶比]\s?){FIGURE}(?:\s?[:：∶]\s?{FIGURE}){{0,2}}+(?![0-9０-９%％\-－–:：∶年月日/万亿])"
    r"|[零〇一二两三四五六七八九十百千]{1,4}+(?P<sign>比)[零〇一二两三四五六七八九十百千]{1,4}+(?:比[一二三四五六七八九十]{1,3}+)?+(?![一-鿿]?[例重值率])"
)
SIGNS = frozenset("-－–—:：∶比")
# 113比112 is no proportion: nobody compares two such numbers but the teams that scored them.
LEVEL_SCORE = r"[0-9]{2,3}比[0-9]{2,3}"
GAME = r"[胜负败平赢输]|比分|领先|落后|击败|淘汰|决赛|扳|逆转|完胜|险胜|总分|首盘|首局"
PROPORTION = r"[粮生男女票性价]比|比例|比率|之比|配比|比[为是达约]|兑换|汇率|[男女]|稀释|分担|按|超过"
RANK_CONTEXT = r"(?:居|列|排|排名|排在|排行|位次|位居|全球|全国|世界|全省|全市|全区|亚洲|国内|行业|名列|跃居|升至|获|得|夺|第[一二三四五六七八九十]+(?:或者?|和|、)|[位名][列居][一-鿿]{0,6}榜)第?$"
RANK_UNIT = r"(?P<unit>名|位|大(?=[一-鿿]))"
ORDINALS = r"第[0-9一二三四五六七八九十]{1,3}+(?:[、和至到][0-9一二三四五六七八九十]{1,3}+)*+[、和]$"
TOP_UNIT = r"[名位强](?!球|次)"
TOP = r"(?<![目提之以日此年月天先当眼事会赛战午期史生空向往])前$"


def read_score(context: Context, index: int) -> Reading | None:
    """Return a scoreline (67-53, 三比一) or a proportion (1:2, 5∶3∶2) as its text."""
    numeral, text = context.numerals[index], context.text
    behind = text[numeral.end : numeral.end + 1]
    if behind not in SIGNS and not behind.isspace():
        return None
    match = compiled(RATIO).match(text, numeral.start) or compiled(SCORE).match(text, numeral.start)
    if match is None or text[max(numeral.start - 1, 0) : numeral.start] in tuple("-–—:："):
        return None
    sign = match.groupdict().get("sign")
    if sign is None and units_at(text, match.end()):
        return None
    near = around(text, numeral)
    if compiled(GAME).search(near) and "." not in match[0] and match[0].count("∶") < 2:
        kind = "score"
    elif sign is not None and ("∶" in sign or "比" in sign or compiled(PROPORTION).search(near)):
        kind = "ratio"
    else:
        return None
    if kind == "ratio" and sign is not None and compiled(LEVEL_SCORE).fullmatch(match[0]):
        kind = "score"
    following = index + 1
    while following < len(context.numerals) and context.numerals[following].start < match.end():
        following += 1
    return Reading(match.start(), match.end(), Unit("", kind), match[0], None, None, next=following)


def read_rank(context: Context, index: int) -> Reading | str | None:
    """Return 第三名 as a rank; an ordinal that ranks nothing (第三届, 第一中学) is silent."""
    numeral, text = context.numerals[index], context.text
    before = text[max(numeral.start - 8, 0) : numeral.start]
    own = context.units[index]
    if (
        before.endswith("前")
        and compiled(TOP).search(before)
        and (own is None or own[0].kind != "percent")
        and numeral.value is not None
        and numeral.value < 1000
    ):
        match = compiled(TOP_UNIT).match(text, numeral.end)
        end = match.end() if match else numeral.end
        after = text[numeral.end : numeral.end + 1]
        if match is None and ((after.isalpha() and after not in "的，") or numeral.quote == "一"):
            return "period or part"
        unit = Unit(match[0] if match else "", "rank")
        return Reading(
            numeral.start - 1, end, unit, numeral.value, None, numeral.value, "at_most", next=index + 1
        )
    if (
        before.endswith(("、", "和"))
        and compiled(ORDINALS).search(before)
        and (match := compiled(RANK_UNIT).match(text, numeral.end)) is not None
    ):
        return Reading(
            numeral.start, match.end(), Unit(match["unit"], "rank"), numeral.value, numeral.low, numeral.high,
            numeral.modifier, next=index + 1,
        )  # fmt: skip
    if not before.endswith("第"):
        return None
    phrase = silence.inside_phrase(text, numeral.start, numeral.end)
    if phrase is not None:
        return phrase
    match = compiled(RANK_UNIT).match(text, numeral.end)
    ranked = (
        compiled(RANK_CONTEXT).search(before[:-1]) is not None
        and not text[numeral.end : numeral.end + 1].isalpha()
    )
    if match is None and not ranked:
        return "ordinal"
    unit = Unit(match["unit"] if match else "", "rank")
    value = numeral.value
    return Reading(
        numeral.start - 1, match.end() if match else numeral.end, unit, value, numeral.low, numeral.high,
        numeral.modifier, next=index + 1,
    )  # fmt: skip
