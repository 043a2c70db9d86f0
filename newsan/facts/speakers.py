"""Who states a figure: 据市统计局统计, 局长马成山介绍."""

from __future__ import annotations

from newsan.patterns import compiled

DAY = r"(?:当地时间)?(?:\d{1,2}月)?(?:\d{1,2}日|今天|昨天|昨日|今日|日前|近日|此前|当天|同一天|同日)(?:（[^）]{1,10}）)?[早晚]?"
REPORTED = (
    rf"(?:^|[，。；：“”\s])(?:根?据|经)(?P<who>[^，。；：“”]{{2,24}}?)(?:{DAY})?(?:发布的?|公布的?|的)?"
    r"(?:不完全|初步|最新)?(?:统计(?![局部公署处])|介绍|测算|预测(?!中心)|消息|数据(?![局中])|数字|通报|报道|披露|估算|透露|监测(?![中站])|公告)"
)
SHOWN = (
    rf"^(?P<who>[^，。；：“”、]{{1,24}}?(?:[局部委会行院社司团所厅署办处台站府厂队馆]|中心|大学|海关|银行|平台|集团|公司|联盟))(?:{DAY})?"
    r"(?:最新|新近|近期)?(?:发布的?|公布的?|披露的?|的)?(?:最新|初步)?(?:统计|监测|调查|研究|测算)?"
    r"(?:(?:数据|报告|结果)?(?:显示|表明)|统计|消息)[，：,:]"
)
LEARNED = (
    rf"(?:^|[，。；：\s])记者(?:{DAY})?从(?P<who>[^，。；：“”]{{2,24}}?)(?:{DAY})?(?:获悉|获知|得知|了解到)"
)
"""记者从市海关获悉: what follows is the office's word."""
SAID = (
    rf"^(?P<who>[^，。；：“”]{{2,36}}?)(?:{DAY})?(?:在(?![野任职华京])[^，。；：“”]{{2,24}}(?:上|中|时|说)?|通过[^，。；：“”]{{2,16}})?"
    r"(?:就此|此前|随后|同时|再次|普遍|一致|会后|[还也再则并均又都]|进一步){0,2}+(?:发布消息|发表声明|发布公告|发表文章|评论|报道|通报|证实|确认)?"
    r"(?:表示|介绍|指出|透露|坦言|说|称|认为|强调|宣布|预计|提醒)(?:说)?[，：,:]"
)
QUOTED = (
    rf"[。！？…][”’](?P<who>[^，。；：“”]{{2,24}}?)(?:{DAY})?(?:表示|介绍|指出|透露|坦言|告诉记者|说)[。，]?$"
)
SPEAKS_OR_SHOWS = "[示明计息绍出露言说称为调布醒][，：,:]"
"""What ends all that ``SHOWN`` and ``SAID`` find; few sentences hold it."""
NOBODY = frozenset(
    "有消息 报道 他 她 他们 我们 该报道 有报道 有媒体 记者 了解 不完全 此 悉 分析 媒体 会 大会 有人 所以 "
    "可以 应该 换句话 一般来 总的来 总体来 具体来 可以这么 也就是 不得不 很难 该报告".split()
)
"""What stands there and names nobody."""


def find_speaker(sentence: str) -> str | None:
    """Return who states what a sentence says, as printed, without the day and the occasion of saying it.

    >>> find_speaker("据市统计局初步统计，全市完成造林5万亩。")
    '市统计局'
    """
    told = compiled(SPEAKS_OR_SHOWS).search(sentence) is not None
    readings = (
        (REPORTED, "据" in sentence or "经" in sentence),
        (LEARNED, "记者" in sentence),
        (SHOWN, told),
        (SAID, told),
        (QUOTED, "”" in sentence or "’" in sentence),
    )
    for pattern, possible in readings:
        match = compiled(pattern).search(sentence) if possible else None
        if match is not None and match["who"] not in NOBODY:
            who: str = match["who"]
            return who
    return None
