"""What a figure is said for: 元/平方米, 每万人口, 人均."""

from __future__ import annotations

from newsan.patterns import compiled
from newsan.quantities.units import Unit, units_at

SLASHES = ("/", "／", " /", " ／")
SLASH = r"[ ]?[/／](?P<number>10{1,3}+)?(?P<per>[·\w²³]{1,8})"
# 3.5元每公斤: the denominator after the unit, at the end of its clause.
EVERY_AFTER = r"[每毎](?P<per>平方米|平米|公斤|千克|公里|小时|分钟|[人年月日天周户亩吨斤桶套股台辆次张件只升度瓶])(?=$|[^\w]|[的左右以不])"
# 孕产妇死亡率15.1/10万
PER_INHABITANTS = r"[ ]?[/／](?P<per>10万|十万|万)(?![一-鿿0-9])"
COUNTED_KINDS = ("money", "mass", "volume", "energy", "count")
YIELDS = "(?:能|可以|可|就|才|要|只|卖|售|收|挣|赚|省|节约|产|花|涨|跌|到|得|达|约|近|了|价|为|不){1,4}"
EVERY = compiled(
    r"(?:(?P<every>[每毎])(?P<per>(?:[百千万亿]|[0-9]{1,5}[万亿]?)?(?:人口|个?小时|个?工作日|个?学期|个?季度|个?交易日|个?月|个?星期"
    r"|平方公里|平方米|平米|平方|立方米|立方|公里|公斤|千克|公顷|分钟|盎司|人次|标箱|千瓦时?|吨公里|学年|课时|航次|车次|毫升|万元"
    r"|年(?!级)|[人月日天周户亩吨斤桶套股家名位元台辆次张件头只克升票棵米秒晚夜届期场季度碗瓶盒箱袋杯份盘间趟注羽尾艘列架篇页节顿餐双支根生桌车包幢栋]))"
    r"(?:[每毎](?P<per>[人月日天年户次亩晚间斤台车件生桌股]))?"
    r"|(?P<mean>[人户亩日年月周]均|亩产)"
    # 一斤卖八元, 一年能挣5万元
    rf"|(?<!第)一(?P<per>个?小时|个?月|公斤|平方米|[斤亩吨天年晚碗瓶盒箱袋杯份盘间趟只头棵桶])(?P<yields>[一-鿿]{{0,3}}?{YIELDS})?$)"
)
EVERY_SIGNS = frozenset("每毎均产一")
"""One of these is in all that ``EVERY`` finds."""
CLAUSE_MARKS = compiled(r"[，。；,;！？!?：:\n（）()]")


def denominator_after(text: str, end: int, unit: Unit) -> tuple[str, int] | None:
    """Return what is said behind the unit of a number, and where it ends: 元/平方米, 毫克/100毫升, 元每公斤."""
    slashed = text.startswith(SLASHES, end)
    if slashed and (share := compiled(PER_INHABITANTS).match(text, end)) is not None:
        return share["per"], share.end()
    slash = compiled(SLASH).match(text, end) if slashed else None
    if slash is None:
        every = (
            compiled(EVERY_AFTER).match(text, end)
            if unit.kind in COUNTED_KINDS and text.startswith(("每", "毎"), end)
            else None
        )
        return None if every is None else (every["per"], every.end())
    start = slash.start("per")
    named = units_at(text, start)
    if slash["number"]:
        if not named or named[0][0].kind == unit.kind or text[end - 1].isdecimal():
            return None
        return f"{slash['number']}{named[0][0].name}", named[0][1]
    if text[start].isdecimal():
        return None
    if not named:
        return slash["per"], slash.end()
    per, stop = named[0][0].name, named[0][1]
    further = units_at(text, stop + 1) if text.startswith("·", stop) else []
    return (f"{per}·{further[0][0].name}", further[0][1]) if further else (per, stop)


def rate(text: str, left: int, end: int, unit: Unit) -> str | None:
    """Return the denominator said before a number in its clause: 每万人口…8.1件, 人均1680元."""
    before = text[max(left, end - 40) : end]
    if EVERY_SIGNS.isdisjoint(before):
        return None
    clause = CLAUSE_MARKS.split(before)[-1]
    rates = list(EVERY.finditer(clause))
    if not rates:
        return None
    found = rates[-1]
    if not (found["every"] or found["mean"] or found["yields"] or unit.kind == "money"):
        # 一斤两块五 is a price, 一棵8米高的树 none.
        return None
    pers = [per.removeprefix("个") for per in found.captures("per")]
    return "·".join(pers) if pers else found["mean"][0]
