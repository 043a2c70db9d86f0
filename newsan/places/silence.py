"""Where no place is named: phrases that hide one, the names of people, and what says of which people somebody is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsan.patterns import compiled
from newsan.places.mentions import Mention
from newsan.places.words import Words
from newsan.segmenting import default_segmenter
from newsan.tables import listed

if TYPE_CHECKING:
    from regex import Pattern

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳鲍史唐薛雷贺倪汤罗郝毕安常乐傅卞齐"
    "康伍余顾孟黄穆萧尹姚邵汪祁毛戴宋庞熊项祝董梁杜阮季贾江颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫丁邓崔龚程裴陆翁荀段侯"
    "武刘龙叶司黎乔曾关包左石吉牛闫廖"
)
"""Family names that are seldom another word: 和, 向 and 于 before a place are none."""

DOTS = frozenset("·⋅•・‧")
"""What stands between the parts of a foreign name."""

CUT = frozenset({"n", "ng", "nr", "nrfg", "nz", "zg", "g"})
"""Tags of a character alone that rather belongs to the name after it (木|兰溪)."""

RANKS = frozenset("市县区旗省州盟")
"""Characters alone that belong to the name before them."""

TITLES = frozenset(
    "记者 通讯员 摄影 编辑 作者 导演 教授 部长 国防部长 外交部长 财政部长 防长 外长 财长 国务卿 总统 总理 首相 主席 副主席 副总统 议长 议员 参议员 "
    "大使 发言人 将军 上将 上校 少校 书记 院士 博士 律师 球员 球星 前锋 中锋 后卫 门将 主帅 教练 主教练 选手 名将 歌手 影星 演员 男星 女星 巨星 "
    "爵士 勋爵 王子 公主 国王 女王 教皇 法官 警长 先生 女士".split()
)
"""Words that somebody's name follows."""

CALLED = frozenset("先生 女士 博士 教授 爵士 夫人 小姐".split())
"""Words that follow somebody's name."""

PARTNERS = ("两国", "双边", "三国")
"""Words after the initials of countries (巴中两国)."""

CREDITED = compiled(
    r"(?:记者|通讯员|实习生|摄影|摄影师|编辑|校对|责编|制图|文/|图/|摄/)[\s:：]+"
    r"(?P<names>\p{Han}{2,4}(?:[\s、]+\p{Han}{2,3}(?!\p{Han})){0,6}+)"
)
"""The people a credit names."""

SHIP = compiled(r"[“\"「](?P<name>\p{Han}{2,8})[”\"」]号")
"""A ship or spacecraft, which may be called after a place."""

PEOPLE = frozenset("人 籍 语 裔 话 国籍 舰 舰编队".split())
"""Words after a place that say who somebody is, what he speaks, or what a ship is called."""

NATIVE = compiled("人(?!民|大)|[籍语裔话]")
"""The same after a place that the dictionary joins to it in one word."""

INITIALS = frozenset("中美日韩俄英法德印澳加欧朝菲越泰")
"""What countries are called by in lists (美英德)."""

SYLLABLES = frozenset(
    "阿埃艾安奥巴班邦保贝本比彼毕宾波伯博布查茨达丹德登迪蒂丁杜多顿俄厄恩尔法菲费芬佛弗夫福盖冈哥格古圭哈海赫亨胡霍基吉加贾杰金"
    "卡凯坎康考科克肯孔库拉莱兰朗劳勒雷里丽利列林隆卢鲁路伦罗洛马玛迈曼芒梅门蒙米密明缪莫姆穆纳娜瑙奈内尼涅宁纽努诺欧帕潘佩彭皮"
    "普奇契切琴瑞若萨塞赛桑瑟沙尚绍舍圣施什史斯松苏索塔泰坦汤特腾提廷图托瓦万维韦魏温沃乌武希锡夏谢休雅亚耶叶伊依因英约扎詹哲兹佐"
)
"""Characters that foreign names are spelt with."""

ORIGINS = frozenset({"country", "province", "city", "county", "foreign"})
"""Kinds of places that people are called after."""


@cache
def silent_phrases() -> Pattern[str]:
    """Return the pattern of the phrases in which a name is no place."""
    phrases = sorted(set(listed("place_silence.txt")), key=lambda phrase: (-len(phrase), phrase))
    return compiled("|".join(map(re.escape, phrases)))


def silent_positions(text: str) -> frozenset[int]:
    """Return the positions of a sentence that no name may cover: those of silent phrases and of people credited."""
    spans = [match.span() for match in silent_phrases().finditer(text)]
    spans += [match.span("names") for match in CREDITED.finditer(text)]
    spans += [match.span() for match in SHIP.finditer(text)]
    if not spans:
        return frozenset()
    return frozenset(position for start, end in spans for position in range(start, end))


def is_persons(words: Words, start: int, end: int) -> bool:
    """Return whether a name is part of a person's: after a surname (孙|镇平) or beside the dot of a foreign name or a title."""
    if words.text[end : end + 1] in DOTS or words.text.startswith(PARTNERS, end):
        return True
    if end < len(words.text) and words.at(end).text in CALLED:
        return True
    if start == 0:
        return False
    if words.text[start - 1] in DOTS:
        return True
    before = words.at(start - 1)
    if len(before.text) == 1:
        return before.text in SURNAMES or (before.pos in CUT and before.text not in RANKS)
    if before.text[-1] in SURNAMES and default_segmenter().tag(before.text) is None:
        return True  # 沙人孟|延寿: the words are cut wrongly.
    return before.text in TITLES


def is_cut(words: Words, mention: Mention) -> bool:
    """Return whether a name is cut out of something longer: a work's title (《赤壁》), a list of countries (美英德), a transliteration (阿里|扎)."""
    text, start, end = words.text, mention.start, mention.end
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if mention.kind not in ("city", "county", "country", "foreign"):
        return False
    if mention.kind != "country" and before == "《" and after == "》":
        return True
    if end - start == 2 and mention.kind != "country" and before in INITIALS and text[start] in INITIALS:
        return not text[max(0, start - 2) : start - 1].isdecimal()  # 18日|朝阳
    if not SYLLABLES.issuperset(text[start:end]):
        return False
    return (before in SYLLABLES and len(words.at(start - 1).text) == 1) or (
        after in SYLLABLES and len(words.at(end).text) == 1
    )


def tells_people(words: Words, mention: Mention) -> bool:
    """Return whether a name only says of which people or tongue somebody is (日本人, 葡萄牙籍, 朝鲜语)."""
    if mention.kind not in ORIGINS or mention.end >= len(words.text):
        return False
    return mention.end in words.edges and words.at(mention.end).text in PEOPLE
