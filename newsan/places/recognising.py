"""Where the name of a place stands: names of the gazetteer at the edges of words, and names told by their last word (…村, …公园)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from newsan.models import PlaceRole, Sentence, Token
from newsan.places import gazetteer
from newsan.places.gazetteer import Sense
from newsan.tables import DATA


@dataclass(frozen=True, slots=True)
class Mention:
    """A place's name in the text, and everything it may stand for; ``senses`` is empty where no list has it."""

    surface: str
    start: int
    end: int
    paragraph: int
    kind: str
    senses: tuple[Sense, ...] = ()
    role: PlaceRole = "toponym"


@dataclass(frozen=True, slots=True)
class Naming:
    """A last word that makes a name.

    ``whole`` says that a place before it is part of the name (回民区第二小学), and not the place the thing lies in
    (房山区|北下寺村). ``example`` is a name the row must find.
    """

    kind: str
    endings: str
    whole: bool
    example: str


# fmt: off
NAMINGS = (
    Naming("village",   "村 嘎查",                                                     False, "讨思浩村"),
    Naming("community", "社区",                                                        False, "福苑社区"),
    Naming("township",  "镇 乡 街道 苏木",                                             False, "码头镇"),
    Naming("facility",  "小区 公园 花园 家园 体育公园 广场 市场 大厦 大桥 特大桥 隧道 景区 风景区 农场 林场 牧场 煤矿 油田 古镇", False, "沁丰园小区"),
    Naming("facility",  "机场 国际机场 火车站 高铁站 客运站 汽车站 水电站 抽水蓄能电站 核电站 电站 发电厂 口岸 港 码头", True, "九峰山抽水蓄能电站"),
    Naming("facility",  "医院 卫生院 小学 中学 分校 校区 学校 幼儿园 福利院 敬老院 大学 学院", True, "钢铁路第二小学"),
    Naming("facility",  "博物馆 博物院 纪念馆 图书馆 体育馆 体育场 体育中心 美术馆 科技馆 展览馆 会展中心 大剧院 工业园 产业园 工业园区 产业园区 开发区 高新区 经开区 保税区 自贸区 发射场 卫星发射中心", True, "昭君纪念馆"),
    Naming("road",      "路 街 大街 大道 高速 高速公路 铁路 高铁 公路 环路 胡同 巷 城际 城际铁路 客专 地铁", True, "沪昆高铁"),
    Naming("natural",   "沙地 沙漠 草原 湿地 山 山脉 河 江 湖 岛 半岛 群岛 海峡 平原 高原 盆地 峡谷 水库 自然保护区 国家公园 森林公园 湿地公园 国家森林公园", False, "科尔沁沙地"),
    Naming("region",    "流域 城市群 经济带 经济圈 都市圈 库区", True, "海河流域"),
)
# fmt: on

PROPER = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt", "j"})
NOUNISH = PROPER | {"n", "ng", "m", "b", "l", "i", "s", "f", "vn", "a", "ag", "t", "tg", "eng", "g", "an", "q", "x", "v", "vg"}
CARRIES_NAME = PROPER | {"x"}
HAN = regex.compile(r"[\p{Han}〇]+")
OFFICE = regex.compile(r"[省市县区州旗盟](?:委|长|政府|政协|直|属|级)")
GENERIC = frozenset(
    "农 乡 山 全 该 本 各 每 城 小 集 古 老 家 同 下 故 返 回 新 旧 大 中 两 几 个 多 道 马 网 思 出 铁 公 高 口袋 老旧 城市 住宅 居民 便民 体育 "
    "人民 中心 旅游 国际 国内 国家 地方 高等 职业 综合 专科 乡镇 公立 民办 公办 中小 资本 股票 证券 期货 楼 股 消费 劳动力 农贸 房地产 农产品 "
    "智慧 美丽 特色 国有 省级 县级 国家级 市级 生态 文化 休闲 主题 商业 火 热 冰 雪 爬 登 上 开 江 过 运 沿 内 淡水 步行 一条 空 航空 内陆 沿海".split()
)
CREDITED = regex.compile(
    r"(?:记者|通讯员|实习生|摄影|摄影师|编辑|校对|责编|制图|文/|图/|摄/)[\s:：]+"
    r"(?P<names>\p{Han}{2,4}(?:[\s、]+\p{Han}{2,3}(?!\p{Han})){0,6}+)"
)
ENDING = regex.compile(
    "|".join(sorted({ending for naming in NAMINGS for ending in naming.endings.split()}, key=lambda e: (-len(e), e)))
)
BEYOND = frozenset("内外里中旁前后上下东西南北边段的")
ORGANISATION = regex.compile(
    r"(?:局|厅|委|委员会|政府|公司|集团|银行|法院|检察院|协会|学会|部|院|队|社|厂|所|署|办公室|办事处|联合会|总工会|基金会|党校|报|台|人大|政协|海关|研究会|联盟|党组|支部|派出所|管理处|常委会)$"
)


def find_mentions(sentences: Sequence[Sentence]) -> list[Mention]:
    """Return every place name of an article, in reading order and never overlapping."""
    return [mention for sentence in sentences for mention in _Reader(sentence).mentions()]


@cache
def silent_phrases() -> regex.Pattern[str]:
    """Return the pattern of the phrases in which a name is no place."""
    lines = (DATA / "place_silence.txt").read_text("utf-8").splitlines()
    phrases = sorted({line for line in lines if line and not line.startswith("#")}, key=lambda phrase: (-len(phrase), phrase))
    return regex.compile("|".join(map(regex.escape, phrases)))


@cache
def namings() -> dict[str, Naming]:
    """Return the naming of every last word."""
    return {ending: naming for naming in NAMINGS for ending in naming.endings.split()}


class _Reader:
    """One sentence being read: its words by where they begin and end."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.text = sentence.text
        self.tokens = sentence.tokens
        self.at = {token.start - sentence.start: index for index, token in enumerate(sentence.tokens)}
        self.ends = {token.end - sentence.start for token in sentence.tokens}
        self.covering: list[int] = []
        for index, token in enumerate(sentence.tokens):
            self.covering.extend([index] * len(token.text))

    def mentions(self) -> list[Mention]:
        blocked = [match.span() for match in silent_phrases().finditer(self.text)]
        blocked += [match.span("names") for match in CREDITED.finditer(self.text)]
        listed = [m for m in self._listed() if not any(a < m.end and m.start < b for a, b in blocked)]
        found = list(listed)
        for named in self._named(listed):
            if not any(a < named.end and named.start < b for a, b in blocked):
                found = [m for m in found if m.end <= named.start or named.end <= m.start] + [named]
        return [
            replace(m, start=m.start + self.sentence.start, end=m.end + self.sentence.start, role=self._role(m)) for m in sorted(found, key=lambda m: m.start)
        ]

    def _mention(self, start: int, end: int, kind: str, senses: tuple[Sense, ...] = (), role: PlaceRole = "toponym") -> Mention:
        return Mention(self.text[start:end], start, end, self.sentence.paragraph, kind, senses, role)

    def _token(self, start: int) -> Token:
        return self.tokens[self.at[start]]

    # Names of the gazetteer

    def _listed(self) -> Iterator[Mention]:
        """Yield the names the gazetteer has, longest first at every word."""
        openings, position, last = gazetteer.openings(), 0, None
        for token in self.tokens:
            start = token.start - self.sentence.start
            if start < position:
                continue
            parent = last if last is not None and last.end == start else None
            mention = None
            if self.text[start : start + 2] in openings:
                mention = self._longest(start, parent)
            mention = mention or self._township(start, parent) or self._abroad(start, parent)
            if mention is not None:
                yield mention
                position, last = mention.end, mention

    def _longest(self, start: int, parent: Mention | None) -> Mention | None:
        surfaces = gazetteer.surfaces()
        for end in range(min(start + gazetteer.LONGEST, len(self.text)), start + 1, -1):
            surface = self.text[start:end]
            if surface not in surfaces:
                continue
            if gazetteer.alias(surface) is not None:
                if end in self.ends or len(surface) > 3:
                    return self._mention(start, end, "alias", role="alias")
                continue
            senses = tuple(sense for sense in gazetteer.senses(surface) if self._stands(start, end, sense, parent))
            if senses:
                role: PlaceRole = "alias" if senses[0].form == "alias" else "toponym"
                return self._mention(start, end, senses[0].kind, senses, role)
        return None

    def _stands(self, start: int, end: int, sense: Sense, parent: Mention | None) -> bool:
        """Return whether a name can be read as this sense between the words around it."""
        token, length = self._token(start), end - start
        aligned = end in self.ends
        inside = parent is not None and any(s.code and sense.code and sense.code.startswith(gazetteer.prefix(s.code)) and s.code.isdecimal() for s in parent.senses)
        if not aligned:
            cut = self.tokens[self.covering[end - 1]]
            cut_start = cut.start - self.sentence.start
            if cut is token:
                return cut.pos in ("nt", "ns", "nz") and sense.kind in ("country", "province", "city", "region") and length >= 2
            if cut_start == end - 1:
                return sense.form in ("full", "old") and OFFICE.match(self.text, end - 1) is not None
            return sense.form in ("full", "old") and length >= 4
        if sense.form in ("full", "old"):
            return length > 2 or inside or (token.pos == "ns" and self.text[end - 1] not in "区")
        if sense.form == "short":
            single = token.end - token.start == length
            if inside:
                return single or sense.kind != "county"
            if sense.kind == "province":
                return True
            if length == 2:
                return single and token.pos == "ns"
            return not single or token.pos.startswith("n") or token.pos == "x"
        return True

    def _township(self, start: int, parent: Mention | None) -> Mention | None:
        """Return a township told without its suffix right after its county or city (房山区|周口店)."""
        if parent is None:
            return None
        index = self.at[start]
        for stop in range(min(index + 3, len(self.tokens)), index, -1):
            end = self.tokens[stop - 1].end - self.sentence.start
            stem = self.text[start:end]
            if not 2 <= len(stem) <= 6 or HAN.fullmatch(stem) is None:
                continue
            for sense in parent.senses:
                if sense.kind in ("county", "city") and sense.code and (township := gazetteer.township_in(stem, sense.code)):
                    return self._mention(start, end, "township", (township,))
        return None

    def _abroad(self, start: int, parent: Mention | None) -> Mention | None:
        """Return a city abroad: a word tagged as a place, or any name right after its country."""
        token = self._token(start)
        end = token.end - self.sentence.start
        if len(token.text) < 2 or token.pos not in CARRIES_NAME or HAN.fullmatch(token.text) is None:
            return None
        senses = gazetteer.cities_abroad(token.text)
        countries = {sense.code for sense in parent.senses if sense.kind == "country"} if parent is not None else set()
        if countries:
            senses = tuple(sense for sense in senses if countries.intersection(sense.within)) or (senses if token.pos == "ns" else ())
        elif token.pos != "ns" and not (token.pos in ("nrt", "nz") and len(token.text) > 2):
            return None
        return self._mention(start, end, senses[0].kind, senses) if senses else None

    # Names told by their last word

    def _named(self, listed: Sequence[Mention]) -> Iterator[Mention]:
        before = {mention.end: mention for mention in listed if mention.role != "alias"}
        for match in ENDING.finditer(self.text, overlapped=False):
            start, end = match.span()
            if end not in self.ends and not (end < len(self.text) and self.text[end] in BEYOND):
                continue
            naming = namings()[match.group()]
            begin = self._begin(start, end, naming, before)
            if begin is not None:
                surface = self.text[begin:end]
                senses = gazetteer.senses(surface) or (gazetteer.townships(surface) if naming.kind == "township" else ())
                parent = before.get(begin)
                if parent is not None and naming.kind == "township":
                    inside = tuple(s for s in senses if any(p.code and p.code.isdecimal() and s.code and s.code.startswith(gazetteer.prefix(p.code)) for p in parent.senses))
                    senses = inside or senses
                mention = self._mention(begin, end, naming.kind, senses)
                before[end] = mention
                yield mention

    def _begin(self, start: int, end: int, naming: Naming, before: dict[int, Mention]) -> int | None:
        """Return where the name that ends with this last word begins; ``None`` where the word is an ordinary one."""
        if naming.kind == "township":
            for begin in range(max(0, end - 9), start):
                if begin in self.at and gazetteer.townships(self.text[begin:end]):
                    return begin
        begin, carries = start, False
        while begin > 0:
            mention = before.get(begin)
            if mention is not None:
                if mention.kind == "country" or (begin == start and mention.kind not in ("city", "county", "province", "township")):
                    break
                if naming.whole or begin == start:
                    begin, carries = mention.start, True
                else:
                    carries = True
                break
            token = self.tokens[self.covering[begin - 1]]
            if token.pos not in NOUNISH or HAN.fullmatch(token.text[: begin - (token.start - self.sentence.start)]) is None and not token.text.isdigit():
                break
            if begin - (token.start - self.sentence.start) + (end - begin) > 14:
                break
            begin = token.start - self.sentence.start
            carries = carries or token.pos in CARRIES_NAME or (token.text.isdigit() and len(token.text) > 2)
        if not carries or begin == start:
            return None
        begin = self._proper_start(begin, start, before)
        stem = self.text[begin:start]
        return None if not stem or stem in GENERIC else begin

    def _proper_start(self, begin: int, start: int, before: dict[int, Mention]) -> int:
        """Return where the name proper begins: ordinary words before its first proper one are left out."""
        if begin in before or any(mention.start == begin for mention in before.values()):
            return begin
        while begin < start:
            token = self.tokens[self.covering[begin]]
            if token.pos in CARRIES_NAME or token.text.isdigit():
                return begin
            begin = token.end - self.sentence.start
        return start

    def _role(self, mention: Mention) -> PlaceRole:
        """Return ``embedded`` for a place that begins the name of an organisation (呼和浩特市财政局)."""
        if mention.role != "toponym" or mention.kind not in ("country", "province", "city", "county", "township", "foreign"):
            return mention.role
        for index in range(self.covering[mention.end] if mention.end < len(self.covering) else len(self.tokens), len(self.tokens)):
            token = self.tokens[index]
            if token.pos not in NOUNISH or token.pos in ("v", "f", "t") or HAN.fullmatch(token.text) is None:
                break
            if ORGANISATION.search(token.text):
                return "embedded"
        return mention.role
