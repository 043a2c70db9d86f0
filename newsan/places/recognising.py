"""Where the name of a place stands: names of the gazetteer at the edges of words, and names told by their last word (…村, …公园)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import regex

from newsan.models import PlaceRole, Sentence, Token
from newsan.places import gazetteer
from newsan.places.gazetteer import Sense
from newsan.places.mentions import COMMON, DIVISIONS, Mention, is_common, joined_features, lies_in, merged
from newsan.places.namings import (
    BROAD,
    HAMLETS,
    LEADING,
    NUMBER_NAME,
    ORDINAL,
    PLAIN,
    RULED,
    SCHOOL,
    STATIONS,
    Naming,
    endings,
    generic_stems,
    generic_words,
    is_ordinary,
    naming_of,
)
from newsan.segmenting import default_segmenter
from newsan.tables import DATA

PROPER = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt", "j"})
"""Tags of words that can be names."""

NOUNISH = PROPER | {"n", "ng", "m", "b", "l", "i", "s", "vn", "t", "tg", "eng", "g", "an", "zg"}
"""Tags of words a name can be made of."""

TOWN_TAGS = PROPER | {"s"}
"""Tags under which the dictionary lists cities; 海口 is a noun of place to it, 嘉兴 a person."""

CUT = frozenset({"n", "ng", "nr", "nrfg", "nz", "zg", "g"})
"""Tags of a character alone that rather belongs to the name after it (木|兰溪)."""

FARMED = frozenset("农乡山全各")
"""Characters before 村 that never end the name of a village."""

COMPASS = frozenset("东西南北中城郊新老")
RANKS = frozenset("市县区旗省州盟")
BEYOND = frozenset("内外里中旁前后上下东西南北边段的")
"""What may follow a last word in the same word (校区|外)."""

PEOPLE = frozenset("人 籍 语 裔 话 国籍 舰 舰编队".split())
"""Words after a place that say who somebody is, what he speaks, or what a ship is called."""

NATIVE = regex.compile("人(?!民|大)|[籍语裔话]")
DOTS = frozenset("·⋅•・‧")
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳鲍史唐薛雷贺倪汤罗郝毕安常乐傅卞齐"
    "康伍余顾孟黄穆萧尹姚邵汪祁毛戴宋庞熊项祝董梁杜阮季贾江颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫丁邓崔龚程裴陆翁荀段侯"
    "武刘龙叶司黎乔曾关包左石吉牛闫廖"
)
"""Family names that are seldom another word: 和, 向 and 于 before a place are none."""

CREDITS = frozenset({"记者", "通讯员", "摄影", "编辑", "作者", "导演", "教授"})
CREDITED = regex.compile(
    r"(?:记者|通讯员|实习生|摄影|摄影师|编辑|校对|责编|制图|文/|图/|摄/)[\s:：]+"
    r"(?P<names>\p{Han}{2,4}(?:[\s、]+\p{Han}{2,3}(?!\p{Han})){0,6}+)"
)
HAN = regex.compile(r"[\p{Han}〇]+")
OFFICE = regex.compile(r"[省市县区州旗盟](?:委|长|政府|政协|直|属|级)")
"""What follows a division's stem in its offices (上海|市委): the character of its rank belongs to both."""

RANKED = regex.compile(
    r"(?<!\p{Han}城)市[二三四五六七八九]区|(?<![族古])自治区(?!域)|(?<![安完齐健保周成])全国(?=城|范围|各|$)"
)
"""Aliases that stand inside longer words."""

ROUTE = regex.compile(
    r"(?<![\dA-Za-z.])(?:[GSXY]\d{1,4}|\d{3})(?:国道|省道|县道|高速公路|高速)|(?<![\dA-Za-z])[国省]道[GS]?\d{1,4}线?"
)
"""Roads told by their number."""

ORGANISATIONS = tuple(
    "局 厅 委 委员会 政府 公司 集团 银行 法院 检察院 协会 学会 部 院 队 社 厂 所 署 办公室 办事处 联合会 总工会 基金会"
    r" 党校 报 台 人大 政协 海关 研究会 联盟 党组 支部 派出所 管理处 常委会".split()
)
"""What the names of organisations end with."""

SCHOOL_WIDTH = 12
"""So many characters back the first part of a school's name is looked for."""

LONGEST_NAME = 20
"""No name made of several places has more characters before its last word."""

LONGEST_CHAIN = 3
"""No name reaches over more facilities in front of its last word (中心小学|图书馆|报告厅)."""

LONGEST_OFFICE = 6
"""An organisation's name has at most so many words after its place."""

WELL_KNOWN = 1_000_000
"""So many people must live in a city abroad that the dictionary takes for a person's or another name."""


def find_mentions(sentences: Sequence[Sentence]) -> list[Mention]:
    """Return every place name of an article, in reading order and never overlapping.

    A name told by its last word is found wherever the article repeats it, also where the words before it would hide it.
    """
    read = [_Reader(sentence).mentions() for sentence in sentences]
    repeated = {
        m.surface: m
        for mentions in read
        for m in mentions
        if not m.senses and m.role == "toponym" and len(m.surface) > 2
    }
    if not repeated:
        return [mention for mentions in read for mention in mentions]
    pattern = regex.compile(
        "|".join(map(regex.escape, sorted(repeated, key=lambda name: (-len(name), name))))
    )
    found = []
    for sentence, mentions in zip(sentences, read, strict=True):
        edges = {edge for m in mentions for edge in range(m.start + 1, m.end)}
        again = [
            replace(
                repeated[match.group()],
                quote=sentence.text[match.start() : match.end()],
                start=start,
                end=start + len(match.group()),
                paragraph=sentence.paragraph,
            )
            for match in pattern.finditer(gazetteer.simplified(sentence.text))
            if (start := match.start() + sentence.start) not in edges
            and start + len(match.group()) not in edges
        ]
        found.extend(merged(mentions, again))
    return found


@cache
def silent_phrases() -> regex.Pattern[str]:
    """Return the pattern of the phrases in which a name is no place."""
    lines = (DATA / "place_silence.txt").read_text("utf-8").splitlines()
    phrases = sorted(
        {line for line in lines if line and not line.startswith("#")},
        key=lambda phrase: (-len(phrase), phrase),
    )
    return regex.compile("|".join(map(regex.escape, phrases)))


class _Reader:
    """One sentence being read: its words by where they begin and end."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.text = gazetteer.simplified(sentence.text)
        self.tokens = sentence.tokens
        if self.text != sentence.text:
            self.tokens = tuple(default_segmenter().segment(self.text, sentence.start))
        self.starts = {token.start - sentence.start for token in self.tokens}
        self.ends = {token.end - sentence.start for token in self.tokens}
        self.before: dict[int, Mention] = {}
        """The places found so far, by where they end."""
        self.begins: set[int] = set()
        self.covering = [index for index, token in enumerate(self.tokens) for _ in token.text]

    def mentions(self) -> list[Mention]:
        """Return the sentence's mentions, offsets counted in the article."""
        blocked = [match.span() for match in silent_phrases().finditer(self.text)]
        blocked += [match.span("names") for match in CREDITED.finditer(self.text)]
        silent = {position for start, end in blocked for position in range(start, end)}
        listed = joined_features([m for m in self._listed() if silent.isdisjoint(range(m.start, m.end))])
        named: list[Mention] = []
        for mention in self._named(listed):
            if silent.isdisjoint(range(mention.start, mention.end)):
                while named and named[-1].end > mention.start:
                    named.pop()
                named.append(mention)
        ranked = [self._mention(*match.span(), "alias", role="alias") for match in RANKED.finditer(self.text)]
        routes = [self._mention(*match.span(), "road") for match in ROUTE.finditer(self.text)]
        found = merged(merged(ranked, listed), merged(routes, named))
        found = [m for m in found if not self._describes(m) and not self._another_capital(m, found)]
        offset = self.sentence.start
        return [replace(m, start=m.start + offset, end=m.end + offset, role=self._role(m)) for m in found]

    def _mention(
        self, start: int, end: int, kind: str, senses: tuple[Sense, ...] = (), role: PlaceRole = "toponym"
    ) -> Mention:
        return Mention(
            self.sentence.text[start:end],
            self.text[start:end],
            start,
            end,
            self.sentence.paragraph,
            kind,
            senses,
            role,
        )

    def _place(self, mention: Mention) -> None:
        self.before[mention.end] = mention
        self.begins.add(mention.start)

    def _token_at(self, position: int) -> Token:
        return self.tokens[self.covering[position]]

    def _start(self, token: Token) -> int:
        return token.start - self.sentence.start

    # Names of the gazetteer

    def _listed(self) -> Iterator[Mention]:
        """Yield the names the gazetteer has, longest first, at every word and right after every name."""
        openings, position, last = gazetteer.openings(), 0, None
        for token in self.tokens:
            position = max(position, self._start(token))
            while position < self._start(token) + len(token.text):
                parent = last if last is not None and last.end == position else None
                if parent is None and position != self._start(token):
                    break
                mention = (
                    self._longest(position, parent)
                    if self.text[position : position + 2] in openings
                    else None
                )
                mention = (
                    mention
                    or self._township(position, parent)
                    or self._hamlet(position, parent)
                    or self._abroad(position, parent)
                )
                if mention is None:
                    break
                yield mention
                position, last = mention.end, mention

    def _longest(self, start: int, parent: Mention | None) -> Mention | None:
        surfaces = gazetteer.surfaces()
        for end in range(min(start + gazetteer.LONGEST, len(self.text)), start + 1, -1):
            surface = self.text[start:end]
            if surface not in surfaces:
                continue
            if gazetteer.alias(surface) is not None:
                if end in self.ends:
                    return self._mention(start, end, "alias", role="alias")
                continue
            senses = tuple(
                sense for sense in gazetteer.senses(surface) if self._stands(start, end, sense, parent)
            )
            if senses:
                role: PlaceRole = "alias" if senses[0].form == "alias" else "toponym"
                return self._mention(start, end, senses[0].kind, senses, role)
        return None

    def _stands(self, start: int, end: int, sense: Sense, parent: Mention | None) -> bool:
        """Return whether a name can be read as this sense between the words around it."""
        token, length = self._token_at(start), end - start
        if end not in self.ends:
            cut = self._token_at(end - 1)
            if cut is token:
                return (
                    NATIVE.match(self.text, end) is None
                    and cut.pos in ("nt", "ns", "nz")
                    and sense.kind
                    in (
                        "country",
                        "province",
                        "city",
                        "region",
                    )
                )
            if sense.kind == "country" and self.text[start - 1 : start] not in ("在", "其"):
                return True
            if self._start(cut) == end - 1 and default_segmenter().tag(cut.text) is not None:
                return sense.form in ("full", "old") and OFFICE.match(self.text, end - 1) is not None
            return sense.form in ("full", "old") and length >= 4
        inside = parent is not None and lies_in(sense, parent)
        if sense.form in ("full", "old"):
            return length > 2 or inside or (token.pos == "ns" and self.text[end - 1] != "区")
        if sense.form != "short" or sense.kind == "province":
            return True
        whole = self._start(token) == start and len(token.text) == length
        if inside:
            return whole or self._start(token) != start or sense.kind == "city"
        if set(self.text[start:end]) <= COMPASS or (sense.kind == "county" and self._in_name(start, end)):
            return False
        if length == 2 and sense.kind == "county":
            return whole and token.pos in (
                TOWN_TAGS if len(gazetteer.namesakes(self.text[start:end])) < COMMON else ("ns",)
            )
        if token.pos in TOWN_TAGS or not whole:
            return True
        return (
            length > 2 and token.pos == "n"
            if sense.kind == "county"
            else self.text[start:end] not in gazetteer.common_words()
        )

    def _township(self, start: int, parent: Mention | None) -> Mention | None:
        """Return a township told without its suffix right after its county or city (房山区|周口店)."""
        if parent is None:
            return None
        index = self.covering[start]
        for stop in range(min(index + 3, len(self.tokens)), index, -1):
            end = self.tokens[stop - 1].end - self.sentence.start
            stem = self.text[start:end]
            if not 2 <= len(stem) <= 6 or HAN.fullmatch(stem) is None:
                continue
            for sense in parent.senses:
                if (
                    sense.kind in ("county", "city")
                    and sense.code
                    and (township := gazetteer.township_in(stem, sense.code))
                ):
                    return self._mention(start, end, "township", (township,))
        return None

    def _hamlet(self, start: int, parent: Mention | None) -> Mention | None:
        """Return a village told without 村 right after its county (昌平|朱辛庄)."""
        token = self._token_at(start)
        if (
            parent is None
            or parent.kind not in ("county", "township")
            or len(token.text) < 2
            or self._start(token) != start
        ):
            return None
        if token.text[-1] not in HAMLETS or len(token.text) < 3 or not self._is_name(token):
            return None
        return self._mention(start, start + len(token.text), "village")

    def _abroad(self, start: int, parent: Mention | None) -> Mention | None:
        """Return a city abroad: a word tagged as a place, or any name right after its country."""
        token = self._token_at(start)
        end = self._start(token) + len(token.text)
        name = self.text[start:end]
        if len(name) < 2 or token.pos not in PROPER | {"n"} or HAN.fullmatch(name) is None:
            return None
        countries = (
            {sense.code for sense in parent.senses if sense.kind == "country"}
            if parent is not None
            else set()
        )
        if not countries and (token.pos == "n" or self._in_name(start, end)):
            return None
        senses = gazetteer.cities_abroad(name)
        if not countries and token.pos != "ns":
            senses = tuple(sense for sense in senses if sense.weight >= WELL_KNOWN)
        if countries:
            senses = tuple(sense for sense in senses if countries.intersection(sense.within)) or (
                senses if token.pos == "ns" else ()
            )
        return self._mention(start, end, senses[0].kind, senses) if senses else None

    def _in_name(self, start: int, end: int) -> bool:
        """Return whether a name is part of a person's: after a surname (孙|镇平) or beside the dot of a foreign name."""
        if start == 0:
            return self.text[end : end + 1] in DOTS
        if self.text[end : end + 1] in DOTS or self.text[start - 1] in DOTS:
            return True
        before = self._token_at(start - 1)
        if len(before.text) == 1:
            return before.text in SURNAMES or (before.pos in CUT and before.text not in RANKS)
        return before.text in CREDITS

    # Names told by their last word

    def _named(self, listed: Sequence[Mention]) -> Iterator[Mention]:
        for mention in listed:
            if mention.role != "alias":
                self._place(mention)
        inside = {position for mention in listed for position in range(mention.start + 1, mention.end)}
        for match in endings().finditer(self.text):
            start, end = match.span()
            naming = naming_of(match.group())
            if end in self.before or end in inside:
                continue
            ends_here = end in self.ends or self.text[end : end + 1] in BEYOND
            if not ends_here and not any(
                self._told(at, start, end, naming) for at in range(max(0, end - 7), end - 2)
            ):
                continue
            begin = self._begin(start, end, naming)
            if begin is None:
                continue
            local = (
                self.text[begin] in RULED
                and self._opens(begin)
                and naming.kind == "facility"
                and begin not in self.begins
            )
            surface = self.text[begin:end]
            senses = gazetteer.townships(surface) if naming.kind == "township" else ()
            parent = self.before.get(begin)
            if parent is not None:
                senses = tuple(sense for sense in senses if lies_in(sense, parent)) or senses
            mention = self._mention(begin, end, naming.kind, senses, "alias" if local else "toponym")
            self._place(mention)
            yield mention

    def _begin(self, start: int, end: int, naming: Naming) -> int | None:
        """Return where the name that ends with this last word begins; ``None`` where the word is an ordinary one."""
        if naming.kind == "township":
            for begin in range(max(0, end - 9), start):
                if (begin in self.starts or begin in self.before) and gazetteer.townships(
                    self.text[begin:end]
                ):
                    return begin
        ordinary = is_ordinary(self.text, start, end)
        if not naming.whole and naming.kind in ("village", "community", "township", "facility"):
            for begin in range(start, max(-1, start - 5), -1):
                parent = self.before.get(begin)
                if parent is None or parent.kind not in DIVISIONS or _is_weak(parent, naming):
                    continue
                village = parent.kind == "township" and naming.kind == "village"
                if start - begin < 2 or not self._plain(begin, start, any_word=village):
                    break
                if ordinary and (not village or self.text[start - 1] in FARMED):
                    break
                return None if self.text[begin:start] in generic_stems() else begin
        if ordinary or (start not in self.starts and not self._is_name(self._token_at(start))):
            return None
        begin, proper = self._walk(start, naming)
        if proper is None:
            return None
        if proper not in self.begins:
            proper += len(LEADING.match(self.text, proper, start).group())  # type: ignore[union-attr]
        stem = self.text[proper:start]
        narrow = naming.kind == "natural" and end - start == 1
        if (
            narrow
            and self.text[proper] in SURNAMES
            and self._token_at(proper).pos == "nr"
            and end - proper == 3
        ):
            return None
        if not stem or stem in generic_stems() or (len(stem) < 2 and start in self.starts):
            return None
        return proper

    def _told(self, begin: int, start: int, end: int, naming: Naming) -> bool:
        """Return whether a name after a division ends here although the words are cut elsewhere (新城区|柳园村|办)."""
        parent = self.before.get(begin)
        after = parent is not None and parent.kind in DIVISIONS
        if naming.kind == "township":
            named = after or (
                begin in self.starts and end - begin > 2 and self._is_name(self._token_at(begin))
            )
            return named and bool(gazetteer.townships(self.text[begin:end]))
        if not after:
            return False
        return naming.kind in ("village", "community") and self._plain(begin, start)

    def _plain(self, begin: int, end: int, *, any_word: bool = False) -> bool:
        """Return whether the words between a place and a last word can all belong to a name; ``any_word`` takes verbs too."""
        if PLAIN.fullmatch(self.text, begin, end) is None:
            return False
        if any_word:
            return True
        return not any(
            self.tokens[i].pos[0] in "vadmqpcu" and self._start(self.tokens[i]) >= begin
            for i in set(self.covering[begin:end])
        )

    def _walk(self, start: int, naming: Naming, links: int = LONGEST_CHAIN) -> tuple[int, int | None]:
        """Return how far left the words before a last word reach, and where the first of them that can begin a name stands.

        ``links`` is over how many more facilities a name may reach.
        """
        begin, proper = start, None
        while begin > 0 and start - begin < 14:
            if begin in self.before:
                return self._at_mention(begin, start, proper, naming, links)
            token = self._token_at(begin - 1)
            left = self._start(token)
            printed = self.text[left:begin]
            if token.text in generic_words() or not (
                (self._can_join(token, left) and HAN.fullmatch(printed)) or NUMBER_NAME.fullmatch(printed)
            ):
                break
            begin = left
            if token.pos == "nt":
                if naming.whole and begin in self.before:
                    return self._at_mention(begin, start, begin, naming, links)
                return begin, begin if naming.kind == "facility" else proper
            narrow = naming.kind == "natural" and match_width(self.text, start) == 1
            if narrow and (
                proper is not None or (token.pos != "ns" and (start - left < 2 or token.pos not in PROPER))
            ):
                break
            if (
                self._is_name(token)
                or (naming.kind == "facility" and NUMBER_NAME.fullmatch(printed))
                or (printed in RULED and self._opens(left))
            ):
                if (
                    token.pos != "n"
                    or naming.kind in ("facility", "community", "natural", "road")
                    or self._broad(start)
                ):
                    proper = begin
            elif token.pos == "m" and proper == token.end - self.sentence.start and not naming.whole:
                proper = begin
        return begin, proper

    def _at_mention(
        self, begin: int, start: int, proper: int | None, naming: Naming, links: int
    ) -> tuple[int, int | None]:
        """Return the same where the walk has met a place: it is part of the name, or the name begins after it."""
        mention, bare = self.before[begin], begin == start
        if mention.kind in DIVISIONS:
            street = naming.kind == "road" and not naming.whole and self.text[begin:start] in ("", *COMPASS)
            if street or _is_weak(mention, naming) or (naming.whole and naming.kind == "facility"):
                if proper is not None and self.text.startswith(STATIONS, start):
                    return begin, proper
                outer = self.before.get(mention.start)
                if outer is not None and (
                    outer.kind == "natural" or (mention.kind == "township" and outer.kind in DIVISIONS)
                ):
                    return outer.start, outer.start
                return mention.start, self._school_before(mention.start)
            if bare:
                return begin, None
            return begin, proper if naming.whole or not self._plain(begin, start) else begin
        if start - mention.start > LONGEST_NAME:
            return begin, proper
        if naming.whole and naming.kind == "facility" and mention.kind in ("facility", "road"):
            return (
                self._walk(mention.start, naming, links - 1)
                if links and mention.start in self.before
                else (mention.start, mention.start)
            )
        if mention.kind in ("natural", "region") and (naming.whole or bare):
            city = self.before.get(mention.start)
            if (
                city is not None
                and city.kind == "city"
                and self.text.find("机场", start, start + 4) in (start, start + 2)
            ):
                return city.start, city.start
            return mention.start, mention.start
        return begin, proper

    def _school_before(self, begin: int) -> int:
        """Return where a school's name begins that a place continues (北京一零一中|呼和浩特分校)."""
        match = SCHOOL.search(self.text, max(0, begin - SCHOOL_WIDTH), begin)
        return (
            begin if match is None or match.start() not in self.before else self.before[match.start()].start
        )

    def _can_join(self, token: Token, left: int) -> bool:
        if token.pos == "m":
            return ORDINAL.fullmatch(token.text) is not None
        if token.text == "中":
            return left > 0 and self._token_at(left - 1).pos == "m"
        return token.pos in NOUNISH

    def _is_name(self, token: Token) -> bool:
        """Return whether a word can carry a name: the dictionary says so, or does not have it."""
        if token.text in generic_words():
            return False
        return token.pos in PROPER or (
            token.pos == "n" and len(token.text) > 1 and default_segmenter().tag(token.text) is None
        )

    def _opens(self, position: int) -> bool:
        """Return whether no name or noun stands right before a position."""
        return position == 0 or self._token_at(position - 1).pos not in NOUNISH

    def _broad(self, start: int) -> bool:
        return any(self.text.startswith(ending, start) for ending in BROAD)

    # What the words after a name say of it

    def _describes(self, mention: Mention) -> bool:
        """Return whether a name only says of which people or tongue somebody is (日本人, 葡萄牙籍, 朝鲜语)."""
        if mention.kind not in ("country", "province", "city", "county", "foreign") or mention.end >= len(
            self.text
        ):
            return False
        return self._token_at(mention.end).text in PEOPLE and mention.end in self.starts

    def _another_capital(self, mention: Mention, found: Sequence[Mention]) -> bool:
        """Return whether 首都 or 首府 stands beside a country or before the capital's own name (泰国首都曼谷)."""
        if mention.surface not in ("首都", "首府"):
            return False
        return any(
            m.start == mention.end or (m.end == mention.start and m.kind in ("country", "foreign"))
            for m in found
        )

    def _role(self, mention: Mention) -> PlaceRole:
        """Return ``embedded`` for a place that begins the name of an organisation (呼和浩特市财政局)."""
        if mention.role != "toponym" or mention.kind not in (*DIVISIONS, "country", "foreign"):
            return mention.role
        first = self.covering[mention.end] if mention.end < len(self.covering) else len(self.tokens)
        for token in self.tokens[first : first + LONGEST_OFFICE]:
            if token.pos not in NOUNISH or token.pos in ("s", "t") or HAN.fullmatch(token.text) is None:
                break
            if token.text.endswith(ORGANISATIONS):
                return "embedded"
        return mention.role


def match_width(text: str, start: int) -> int:
    """Return how many characters the last word at ``start`` has."""
    match = endings().match(text, start)
    return 0 if match is None else match.end() - match.start()


def _is_weak(mention: Mention, naming: Naming) -> bool:
    """Return whether a place may be no more than the first word of a name (福海|便民市场): a county told by its short name."""
    return naming.kind in ("facility", "community") and is_common(mention)
