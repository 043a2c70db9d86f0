"""Who wrote it, from where, for whom: bylines, credits, datelines, editors' lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from newsan.models import Credit, Dateline, Paragraph
from newsan.patterns import compiled
from newsan.reading.plain import plain
from newsan.tables import listed

BULLETS: Final = compiled(r"^[●■□◆◇▲△▶►○★☆◎•·\s　]++")
HINT: Final = compiled(r"记者|通讯员|实习生|评论员|撰稿|摄|编辑|供图|报道|制图|绘|图文|文|图")
"""What a line that names people must have somewhere."""
OUTLET: Final = (
    r"(?:本(?:报|刊|台|网|社)|新华社|中新社|(?:(?:(?!本报|本刊|新华社|中新社|记者)\p{Han}){2,7}?(?:日报|晚报|早报|晨报|时报|商报|新报|都市报|青年报|周报|快报|法制报"
    r"|电视台|广播电台|电台|通讯社|新闻社|新华网|人民网|中新网|央视网|在线|网|报)))(?:[·・][\p{Han}]{2,8})?"
)
RANK: Final = r"(?:特约|特派|实习|首席|见习|全媒体|融媒体|资深|高级|摄影|新闻|参与|采访)"
OFFICE: Final = r"(?:记者|通讯员|实习生|评论员|撰稿人|摄影师|摄影|编辑|特约撰稿|撰稿|文字|图片)"
ROLE: Final = compiled(
    rf"(?P<outlet>{OUTLET})?(?:驻[\p{{Han}}]{{1,8}}?)?(?P<role>{RANK}{{0,3}}{OFFICE})(?P<after>[:：/／\s　]*+)"
)
SHOT: Final = compiled(
    r"[\s　/／]*+(?P<role>摄影报道|摄影|摄|报道|供图|图文报道|图文|制图|绘|文并摄|(?<=[/／])(?:文|图))"
    r"[\s　]*+(?:[（(](?:人民视觉|影像中国|视觉中国|[\p{Han}]{2,6}发)[)）]?)?[\s　]*+$"
)
NAME_SEPARATORS: Final = compiled(r"[、，,;；/／]|(?:和|与)(?=\p{Han}{2})|[\s　]++")
HAN_NAMES: Final = compiled(r"[\p{Han}·・•\s　、，,;；]++$|[\p{L}·.\s、，,]{2,40}+$")
OPENERS: Final = "（(【[〔"
CLOSERS: Final = "）)】]〕＊*"

NOBODY: Final = frozenset(
    ("文章", "见图", "受访者", "资料", "报道", "采访", "来源", "图片", "本人", "网友", "读者")
)
"""Words that stand where a name would."""

OPENINGS: Final = 3
"""Paragraphs in which a dateline is looked for: a box or a lead can stand before it."""

LONGEST_RUN: Final = 24
LONGEST_LINE: Final = 80
"""Lines longer than this are no byline and no credit."""


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Return the surnames of one character and those of two."""
    names = " ".join(listed("surnames.txt")).split()
    return frozenset(name for name in names if len(name) == 1), frozenset(
        name for name in names if len(name) == 2
    )


def split_names(text: str) -> list[str]:
    """Return the names in a list of people, inner padding taken out; names run together are split only when sure.

    >>> split_names("王 芳　李小明、张三"), split_names("赵大海钱小川")
    (['王芳', '李小明', '张三'], ['赵大海', '钱小川'])
    """
    names: list[str] = []
    pending = ""
    for piece in (
        NAME_SEPARATORS.sub(lambda match: " " if match[0].isspace() else "|", text)
        .replace("|", " | ")
        .split()
    ):
        if piece == "|":
            if pending:
                names.append(pending)
            pending = ""
        elif pending and len(piece) > 2 and _opens_name(pending) and _opens_name(piece[1:]):
            names.append(pending + piece[0])
            names.extend(_split_run(piece[1:]))
            pending = ""
        elif pending:
            names.append(pending + piece if len(piece) == 1 else pending)
            if len(piece) > 1:
                names.extend(_split_run(piece))
            pending = ""
        elif len(piece) == 1:
            pending = piece
        else:
            names.extend(_split_run(piece))
    return [*names, pending] if pending else names


def _split_run(run: str) -> list[str]:
    """Return the names of a run without separators: several only when there is one way to split it at surnames."""
    ways = _ways_to_split(run)
    return ways[0] if len(ways) == 1 else [run]


def _ways_to_split(run: str) -> list[list[str]]:
    """Return the ways, two at most, in which a run of characters is people of two or three characters each."""
    folded = plain(run)
    if not 3 < len(run) <= LONGEST_RUN or not all("\u3400" <= char <= "\u9fff" for char in run):
        return []
    single, double = _surnames()
    if len(run) == 4 and folded[:2] in double:
        return []
    ways: list[list[list[str]]] = [[[]], *([] for _ in run)]
    for end in range(2, len(run) + 1):
        for length in (2, 3, 4):
            name, known = run[max(0, end - length) : end], folded[max(0, end - length) : end]
            if len(name) == length and (known[:2] in double if length == 4 else known[0] in single):
                ways[end].extend([*way, name] for way in ways[end - length])
        del ways[end][2:]
    return ways[-1]


@lru_cache(maxsize=256)
def parse_credits(line: str) -> tuple[Credit, ...]:
    """Return the people a line names, when the line says nothing else; otherwise nothing.

    >>> [(credit.role, credit.name) for credit in parse_credits("●本报记者 王 芳 通讯员 李小明")]
    [('记者', '王芳'), ('通讯员', '李小明')]
    """
    if len(line) > LONGEST_LINE or not HINT.search(plain(line)):
        return ()
    text = BULLETS.sub("", line, count=1).strip(OPENERS + CLOSERS + " 　").strip()
    folded = plain(text)
    shot = SHOT.search(folded)
    body = text[: shot.start()] if shot else text
    taken = text[slice(*shot.span("role"))] if shot else ""
    found: list[Credit] = []
    heads = list(ROLE.finditer(folded, 0, len(body)))
    if not heads:
        if shot and shot["role"] != "文" and _are_names(body):
            return tuple(Credit(taken, name) for name in split_names(body))
        return ()
    if body[: heads[0].start()].strip(" 　") and not _are_names(body[: heads[0].start()]):
        return ()
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        names = body[head.end() : following.start() if following else len(body)].strip(" 　:：、，,;；")
        glued = not head["outlet"] and not head["after"]
        if not _are_names(names) or (glued and not _signs(names)):
            return ()
        role = (
            taken
            if taken and taken not in ("文", "图", "圖", "报道", "報道") and not following
            else body[slice(*head.span("role"))]
        )
        found.extend(Credit(role, name) for name in split_names(names))
    return tuple(found) if all(_is_name(credit.name) for credit in found) else ()


def _is_name(name: str) -> bool:
    return 2 <= len(name) <= LONGEST_RUN


def _are_names(text: str) -> bool:
    """Tell whether a text can be a list of people: short Han runs, or names with · in them."""
    text = text.strip()
    if not text or not HAN_NAMES.match(text):
        return False
    pieces = [piece for piece in NAME_SEPARATORS.split(text) if piece]
    if not pieces or not NOBODY.isdisjoint(pieces):
        return False
    return all(len(piece) <= 4 or "·" in piece or bool(_ways_to_split(piece)) for piece in pieces)


NUMBER: Final = r"[\d０-９一二三四五六七八九十〇○]"
DATELINE: Final = compiled(
    rf"""(?x)
    ^[【\[（(]? 据?
    (?P<outlet> 本(?:报|刊|台|网)(?!讯) | 新华(?:社|网) | 中新(?:社|网) | 人民网 | 央视(?:网|新闻) | 国际在线
      | 新浪(?:体育|财经|娱乐|科技)? | 中国(?:青年报|新闻网|日报网?|经济网)
      | \p{{Han}}{{2,6}}?(?:日报|晚报|时报|都市报|早报|晨报|商报|在线|网) )
    (?P<place> (?!讯|电|消息|[东西南北]部)[\p{{Han}}·、]{{1,12}}? )??
    (?P<date> (?:{NUMBER}{{4}}年)? {NUMBER}{{1,3}}月{NUMBER}{{1,3}}日 )?
    (?:零时|{NUMBER}{{1,3}}时)? (?:{NUMBER}{{1,3}}分)?
    \s*+ (?P<kind> 专电|电讯|电|讯|消息|(?<=日\s*)报道 ) [】\]）)]?
    """
)
LOCAL: Final = compiled(
    r"^[【\[（(]?(?P<outlet>本报讯|本刊讯|本台讯|本网讯|本报消息|本报综合消息|本报综合报道|据新华社电|据新华社报道|据中新社报道|[\p{Han}]{2,8}?(?:报|网|社|体育|财经|新闻)讯)[】\]）)]?"
)
REPORTER: Final = compiled(
    r"[\s　]*+[（(](?P<people>[^（）()\n]{2,80}?)[）)]|[\s　]*+(?P<open>[^（）()\s，。]{0,12}?记者[^（）()，。！？\n]{2,40}?)(?:报道[:：]|[)）])"
)
TITLE_MARK: Final = r"[\s　]*+题[:：]"
"""What stands between a wire's dateline and its headline (新华社南京5月1日电题：…)."""

OPENING_HINT: Final = compiled(r"^[\s　]*+[（(【]|[讯电]|消息|报道|记者")
"""What the opening of a story must have somewhere."""
BOXED: Final = compiled(
    r"【(?P<outlet>[\p{Han}·—\-]{2,16}?)(?:综合)?(?:报道|消息|讯|电)?[\s　，,]*(?P<people>(?:(?:驻\p{Han}{2,8})?\p{Han}{0,4}记者|通讯员)[^】\n]{2,40})?】"
)
"""How news sites open a story: 【海州网报道 记者王芳】."""


def read_opening(text: str) -> tuple[int, Dateline | None, tuple[Credit, ...]]:
    """Return how many characters of a paragraph tell where it comes from, and what they tell.

    >>> read_opening("新华社南京5月1日电（记者 王芳）春光正好。")
    (17, Dateline(outlet='新华社', place='南京', date='5月1日'), (Credit(role='记者', name='王芳'),))
    """
    printed = text[:120]
    window = plain(printed)
    if not OPENING_HINT.search(window):
        return 0, None, ()
    local = LOCAL.match(window)
    wire = None if local else DATELINE.match(window)
    match = local or wire
    if match is None:
        return _lone_reporter(window, printed)
    if (
        wire is not None
        and wire["kind"] == "电"
        and not (wire["date"] or wire["place"] or wire["outlet"] in ("新华社", "中新社"))
    ):
        return 0, None, ()
    outlet, place, date = (
        printed[slice(*match.span(name))] if name in match.groupdict() and match[name] else None
        for name in ("outlet", "place", "date")
    )
    dateline = Dateline(outlet, place, date)
    end = match.end()
    people: tuple[Credit, ...] = ()
    if reporter := REPORTER.match(window, end):
        named = printed[slice(*reporter.span("people" if reporter["people"] else "open"))]
        people = parse_credits(named)
        if people or (reporter["open"] is None and _are_names(named)):
            end = reporter.end()
    else:
        end, people = _unbracketed(window, printed, end)
    if wire is not None and (title := compiled(TITLE_MARK).match(window, end)):
        end = title.end()
    return end, dateline, people


BARE_PEOPLE: Final = rf"[\s　]*+{RANK}{{0,3}}{OFFICE}[^（）()，。！？\n]{{2,40}}[\s　]"
"""Reporters whose brackets were lost, as far as the last blank they may end at."""


def _unbracketed(window: str, printed: str, start: int) -> tuple[int, tuple[Credit, ...]]:
    """Return where the reporters behind a dateline end and who they are, where their brackets were lost.

    A blank must part them from the story, and each must open with a surname: 本报讯 记者李明 通讯员王芳 早市开张.
    """
    match = compiled(BARE_PEOPLE).match(window, start)
    if match is not None:
        for end in range(match.end() - 1, start, -1):
            if window[end].isspace():
                people = parse_credits(printed[start:end])
                if people and all(is_name(credit.name) for credit in people):
                    return end + 1, people
    return start, ()


def _lone_reporter(window: str, printed: str) -> tuple[int, Dateline | None, tuple[Credit, ...]]:
    """Return a bracketed reporter, （记者 王芳）, that opens a paragraph without a dateline."""
    if (boxed := BOXED.match(window)) and (
        boxed["people"] or boxed[0].endswith(("报道】", "消息】", "讯】"))
    ):
        people = parse_credits(printed[slice(*boxed.span("people"))]) if boxed["people"] else ()
        return boxed.end(), Dateline(outlet=printed[slice(*boxed.span("outlet"))]), people
    reporter = REPORTER.match(window)
    if (
        reporter
        and reporter["people"]
        and (people := parse_credits(printed[slice(*reporter.span("people"))]))
    ):
        return reporter.end(), None, people
    return 0, None, ()


CLOSING: Final = compiled(
    r"""(?x)
    [（(] (?: 完 | (?:据)?[\p{Han}、]{2,14}[\d０-９\p{Han}]{0,14}电 | [\p{Han}　\s、·]{2,24}
            | [^（）()]{0,12}(?:记者|通讯员|实习生)[^（）()]{2,60} | [^（）()]{1,20}摄 ) [)）] [＊*]?+ \s*+$
    """
)


def signatures(
    body: Sequence[Paragraph],
) -> tuple[list[Credit], Dateline | None, tuple[tuple[int, int], ...]]:
    """Return the people whom paragraphs name as the makers of their article, its dateline, and the spans that hold them.

    Nothing of the story stands in those spans.
    """
    people: list[Credit] = []
    dateline: Dateline | None = None
    asides: list[tuple[int, int]] = []
    for index, paragraph in enumerate(body):
        length = 0
        if index < OPENINGS:
            length, found, reporters = read_opening(paragraph.text)
            people.extend(reporters)
            dateline = dateline or found
            if length:
                asides.append((paragraph.start, paragraph.start + length))
        tail = closing_aside(paragraph.text)
        if tail is not None and tail >= length:
            people.extend(parse_credits(paragraph.text[tail:]))
            asides.append((paragraph.start + tail, paragraph.start + len(paragraph.text)))
    return people, dateline, tuple(asides)


def closing_aside(text: str) -> int | None:
    """Return where the signature that ends a paragraph begins: （完）, （王芳）, （新华社南京5月1日电）, or 记者 王芳."""
    opened = max(text.rfind("（"), text.rfind("("))
    match = CLOSING.match(plain(text[opened:])) if opened >= 0 and len(text) - opened <= 70 else None
    if match is None:
        return _unbracketed_end(text)
    inside = match[0].strip("（）()＊* ")
    if (
        inside == "完"
        or inside.endswith(("电", "摄"))
        or ROLE.search(inside)
        or (_are_names(inside) and _signs(inside))
    ):
        return opened
    return None


def _unbracketed_end(text: str) -> int | None:
    """Return where people who made a story are named behind its last sentence, without brackets; ``None`` if nowhere."""
    last = max(map(text.rfind, "。！？")) + 1
    if not 0 < last < len(text) <= last + LONGEST_RUN:
        return None
    people = parse_credits(text[last:])
    return last if people and all(is_name(credit.name) for credit in people) else None


def _signs(inside: str) -> bool:
    """Tell whether a bracketed Han run is people: every piece opens with a surname."""
    return all(_opens_name(name) for name in split_names(plain(inside)))


NAME: Final = compiled(r"\p{Han}{2,3}|\p{Han}[\s　]{1,3}\p{Han}")


def is_name(text: str) -> bool:
    """Tell whether a text can be one person's name and nothing else."""
    return NAME.fullmatch(text) is not None and _opens_name(text)


def _opens_name(text: str) -> bool:
    """Tell whether a text opens with a surname."""
    single, double = _surnames()
    folded = plain(text[:2])
    return folded[0] in single or folded in double
