"""Who states a figure: 据市统计局统计, 局长马成山介绍."""

from __future__ import annotations

from newsan.patterns import compiled

DAY = r"(?:\d{1,2}日|今天|昨天|日前)(?:（[^）]{1,8}）)?[早晚]?"
REPORTED = compiled(
    rf"据(?P<who>[^，。；：“”]{{2,24}}?)(?:{DAY})?"
    r"(?:不完全|初步|最新)?(?:统计|介绍|测算|预测|消息|数据|通报|报道|披露|估算|透露)"
)
SAID = compiled(
    rf"^(?P<who>[^，。；：“”]{{2,30}}?)(?:{DAY})?(?:表示|介绍|指出|透露|坦言|说|称)(?:说)?[，：,:]"
)


def find_speaker(sentence: str) -> str | None:
    """Return who states what a sentence says, as printed, without the day of saying it.

    >>> find_speaker("据市统计局初步统计，全市完成造林5万亩。")
    '市统计局'
    """
    match = REPORTED.search(sentence) or SAID.search(sentence)
    return match["who"] if match else None
