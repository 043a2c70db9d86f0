"""Lines that are no text of any article: folios, imprints, jump lines, record fields.

Everything here judges a line by its own words. Patterns read lines as ``plain`` gives them, so that one pattern
knows 第２版 and 第2版, 編輯 and 编辑.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from newsan.patterns import compiled
from newsan.reading.plain import plain

LONGEST_FURNITURE: Final = 80
"""Characters of the longest line that is judged at all."""
LONGEST_FOLIO: Final = 70
LONGEST_MASTHEAD: Final = 10
LONGEST_LONE_PAGE: Final = 16
"""Characters of the longest folio that names a page but neither paper nor day."""

FIGURE: Final = r"[\d一二三四五六七八九十百千零〇○]"
PAGE: Final = r"第?\s*(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3}|头)\s*版"
DAY: Final = (
    r"(?:\d{4}|[二〇○零一九]{4})\s*[年.\-/]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"\s*[月.\-/]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?(?!\d)"
)
WEEKDAY: Final = r"(?:星期|周|礼拜)[一二三四五六日天]"
PAPER: Final = r"(?:日报|晚报|新报|都市报|早报|晨报|时报|商报|周报|快报|周刊|青年报|农民报|法制报|法治报|经济报|工人报|文汇报|导报|(?<![预海情简捷喜通汇举播申填快])报)"
TERMS: Final = r"(?:立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒)"

# fmt: off
FOLIO_PARTS: Final = (
    # name       what it prints                                                             example
    ("size",     rf"(?:今日|今天|本期|本报今日|共)(?:共|出)?\s*{FIGURE}{{1,3}}\s*个?版",     "今日8版"),
    ("issue",    rf"(?:总|第|总第)\s?{FIGURE}{{1,8}}\s?期|新\d+号",                          "总第4236期"),
    ("page",     PAGE,                                                                       "第０３版"),
    ("sheet",    r"[A-D]\d{1,2}(?![\dA-Za-z.])",                                             "A03"),
    ("day",      DAY,                                                                        "2025年11月21日"),
    ("month",    r"\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月",                                     "11月21日"),
    ("weekday",  WEEKDAY,                                                                    "星期五"),
    ("lunar",    rf"(?:农历|夏历)\S{{2,10}}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S{{2,6}}|(?:今日|今天)?{TERMS}(?!\p{{Han}})", "农历十月初二"),
    ("licence",  r"国内统一\S{3,30}|刊号\S{0,3}[\w\d\- ]{4,14}|(?:CN|ISSN)\s?\d\d(?:\d\d)?-\d{4}|邮发代号\S{0,2}\d+-\d+", "国内统一刊号:CN15-0001"),
    ("price",    r"(?:零售价|零售|定价|每份)\S{0,2}\s?[\d.]+\s?元",                          "零售价1.5元"),
    ("contact",  r"[\p{Han}]{0,6}(?:热线|电话|邮箱|网址|传真)[:：]?\s?[\w\d@.\-—/、]{5,40}",  "新闻热线:0518-1234567"),
    ("web",      r"(?:https?://|www\.)[\x21-\x7e]{4,60}",                                    "www.haizhou-news.cn"),
    ("editor",   r"(?:责任编辑|责编|编辑|值班编委|版式|校对|美编|组版|制图|主编)\s?[:：]?\s?\p{Han}{2,3}(?!\p{Han})", "责编:周文"),
    ("publisher", r"[\p{Han}]{2,16}(?:主管|主办|主办主管|出版|承办)(?!\p{Han})",              "中共海州市委主办"),
    ("masthead", rf"《?(?:(?![了的在是我他她您这那])\p{{Han}}){{1,8}}{PAPER}》?(?![\p{{Han}}》])", "海州日报"),
    ("word",     r"(?>[\p{Han}·]{2,8})(?![\p{Han}·\d])",                                      "民生"),
    ("sign",     r"[()（）〔〕\[\]【】:：|｜·•/／\-—\s　■●◆]++",                                 "|"),
)
# fmt: on
"""What a folio line is put together from. Earlier rows win."""


class Folio(NamedTuple):
    """What a folio line says: any part that it does not is ``None``."""

    masthead: str | None = None
    day: str | None = None
    page: str | None = None
    """In figures at half width, without zeros before: 第０３版 is 3, A03版 is A3, 三版 is 3."""
    section: str | None = None


FOLIO_PART: Final = compiled("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in FOLIO_PARTS))
FOLIO_HINT: Final = compiled(r"[版报刊]|\d{4}|[二〇○零一九]{4}")
"""What every folio line has somewhere: a page, a paper or a year."""
MOST_PARTS: Final = 24
MOST_WORDS: Final = 2
"""How many words that can be the name of a section one folio has."""


def folio_parts(text: str) -> list[tuple[str, str]] | None:
    """Return the parts of a line, each with its name, when the line is made of nothing else.

    >>> folio_parts("第2版 产经")
    [('page', '第2版'), ('sign', ' '), ('word', '产经')]
    """
    folded = plain(text)
    parts: list[tuple[str, str]] = []
    position = 0
    while position < len(folded):
        part = FOLIO_PART.match(folded, position)
        if part is None or len(parts) == MOST_PARTS or part.lastgroup is None:
            return None
        parts.append((part.lastgroup, text[position : part.end()]))
        position = part.end()
    return parts


def read_folio(line: str) -> Folio | None:
    """Return what a folio line says; ``None`` for a line that is none.

    >>> read_folio("海州日报 2025年3月5日 今日8版 第０２版：民生")
    Folio(masthead='海州日报', day='2025年3月5日', page='2', section='民生')
    """
    visible = len("".join(line.split()))
    if visible > LONGEST_FOLIO or not FOLIO_HINT.search(plain(line)) or (parts := folio_parts(line)) is None:
        return None
    found: dict[str, str] = {}
    for name, text in parts:
        found.setdefault(name, text)
    solid = [(name, text) for name, text in parts if name != "sign"]
    if sum(name == "word" for name, _ in solid) > MOST_WORDS:
        return None
    dated, masthead = "day" in found, found.get("masthead")
    page = found.get("page") or (found.get("sheet") if dated or masthead else None)
    paged = page is not None and (
        dated or masthead is not None or visible <= LONGEST_LONE_PAGE or len(found) > 3
    )
    spaced = " " in line or "　" in line
    named = masthead is not None and len(masthead) >= 4 and spaced and page is None and "sheet" not in found
    if not (dated or paged or named) or (len(solid) == 1 and dated and line[0] in "（("):
        return None
    return Folio(masthead, found.get("day"), page_name(page) if page else None, section_of(solid))


def section_of(parts: list[tuple[str, str]]) -> str | None:
    """Return the word that stands next to the page, the one after it first; a word far from it is no section."""
    names = [name for name, _ in parts]
    at = next((index for index, name in enumerate(names) if name in ("page", "sheet")), None)
    for near in () if at is None else (at + 1, at - 1):
        if (
            0 <= near < len(parts)
            and names[near] == "word"
            and not parts[near][1].endswith(("县", "市", "区", "省"))
        ):
            return parts[near][1]
    return None


NUMERALS: Final = "〇一二三四五六七八九"


def page_name(printed: str) -> str:
    """Return a page by its number alone, however it is printed.

    >>> page_name("第０１版"), page_name("A03"), page_name("十二版"), page_name("第四版")
    ('1', 'A3', '12', '4')
    """
    text = "".join(plain(printed).upper().split()).strip("第版")
    if text == "头":
        return "1"
    if text and not text[-1].isascii():
        tens, ten, ones = text.rpartition("十")
        number = (NUMERALS.find(tens) if tens else 1) * 10 if ten else 0
        return str(number + (NUMERALS.find(ones) if ones else 0))
    letters = text.rstrip("0123456789")
    return letters + (text[len(letters) :].lstrip("0") or text[len(letters) :])


EDITOR_ROLE: Final = (
    r"(?:本版)?(?:(?:责任|执行|见习|值班|视觉|图片|美术)?编辑|责任校对|值班(?:主任|总编|副总编辑|编委)|责编|版式设计|版式|校对|美编"
    r"|制图|组版|统筹|主编|编审|审读|审校|排版|检校|监制|版面|设计)"
)
BRACKETS: Final = ("（", "(", "【", "[", "〔")
EDITOR_NAME: Final = (
    rf"(?:(?:(?!{EDITOR_ROLE})[\p{{Han}}·]){{2,4}}+|\p{{Han}}[\s　]{{1,2}}\p{{Han}}|[A-Za-z]{{2,20}}+)"
)
NEXT_NAME: Final = rf"(?:[\s　、，,]++(?!{EDITOR_ROLE})[\p{{Han}}·]{{2,4}}|[\s　]++(?!{EDITOR_ROLE})\p{{Han}}[\s　]++\p{{Han}}(?!\p{{Han}}))"
EDITORS: Final = rf"[（(【\[〔]?(?:{EDITOR_ROLE}[\s　]*+[:：／/]?[\s　]*+{EDITOR_NAME}{NEXT_NAME}{{0,6}}[\s　;；，,、|]*+){{1,6}}[）)】\]〕。＊*]*+$"
EDITOR_OPENINGS: Final = (
    "本版", "责任", "执行", "见习", "值班", "视觉", "图片", "美术", "编辑", "责编", "版式", "校对", "美编", "制图", "组版", "统筹",
    "主编", "编审", "审读", "审校", "排版", "检校", "监制", "版面", "设计",
)  # fmt: skip
"""How a line of editors begins, behind its bracket if it has one: few other lines do."""
CONTACT: Final = compiled(
    r"""(?x)
    (?:本报|本版)?
    (?:新闻|读者|服务|爆料|报料|投稿|广告|发行|订报|监督|编辑部|热线|传真|客服|投递|零售|总编室|记者部)
    [\p{Han}]{0,6}(?:热线|电话|传真|邮箱|信箱|邮编)? [\s　]*+[:：][\s　]*+ [\w\d@.()（）\-—－/／、;；\s]{5,60} $
  | (?:邮箱|电子邮箱|投稿邮箱|[Ee]-?[Mm]ail|Contact|Tel|网址|邮编|社址|地址) [\s　]*+[:：].{3,50} $
    """
)
IMPRINT: Final = compiled(
    r"编辑|编委|责编|校对|美编|版式|组版|热线|零售价|定价|印数|邮箱|地址|电话|邮编|刊号|总第\d|印刷|发行"
)
LONE_PAGE: Final = rf"(?<!\p{{Han}}){PAGE}"
STOPS: Final = compiled("[。！？；，]")
META: Final = compiled(
    r"【[\s　]*(?P<name>\p{Han}[\p{Han}\s　]{1,8}?)[\s　]*】(?P<rest>.*)$|(?:专栏|版次|版名|栏目|关键词|字数|来源|时间|日期)[:：]"
)
AUTHOR_LINE: Final = compiled(
    r"(?:作者[:：](?P<names>[^:：]{0,40}?))?[\s　]*(?:来源[:：].{0,20})?[\s　]*+(?:时间|日期)[:：][\s　]*\d{4}[-年.]\d{1,2}[-月.]\d{1,2}.{0,12}$"
)
WAY: Final = r"(?P<way>紧接|上接|下转|转|接|未完下转|续)"
JUMP: Final = compiled(
    rf"""(?x)
    [（(\[【]?[\s　]*+ [●■▶→►]? {WAY} 第? [\s　]*+ (?P<page>[A-Z]?\d{{1,3}}|[一二三四五六七八九十]{{1,3}}|头) [\s　]*+ 版
    [，,、\s　]*+ (?:第?[\d一二三四五六]条)? [\s　]*+ (?:[《“"]?(?P<title>[^）)\]】]*?)[》”"]?)? [）)\]】]? $
    """
)
INLINE_JUMP: Final = compiled(
    r"^[（(](?:上|紧)接第?[^（）()]{1,14}[）)]|[（(](?:未完)?下转第?[^（）()]{1,14}[）)]$"
)
"""A jump line set in the same line as the text it leads to or from."""
NUMBERED: Final = compiled(
    r"[-—–·•\s　]*+第?\s*\d{1,3}(?:\s*/\s*\d{1,3})?\s*页?(?:[\s,，/]*共\s*\d{1,4}\s*页)?[-—–·•\s　]*+$"
)
RULE: Final = compiled(r"[-=_*—─━～~＊·.\s]{3,}$")
PICTURE: Final = compiled(
    r"[（(]?(?:资料图片?|图片来源[:：].{2,20}|视觉中国供图|图[/／]\S{2,10}|(?:本版|本报)?图片?(?:均)?(?:由|为).{2,14}(?:提供|摄|供图))[）)]?$"
    r"|(?:新华社|中新社|本报|人民视觉|影像中国)[发供][（(].{2,16}摄?[）)]$"
)


FURNITURE_HINT: Final = compiled(
    r"[版年刊报编校责制统设监排组热零定印邮地电总发:：【图供摄记员生评撰绘道文"
    r"\d一二三四五六七八九十\-_=*—─━～~＊·.]"
)
"""What any line of furniture, byline or credit must have somewhere."""


def is_imprint(line: str) -> bool:
    """Tell whether a line lists who made the page and how to reach them, and nothing else."""
    return not STOPS.search(line) and len(IMPRINT.findall(plain(line))) >= 2


def is_rule(line: str) -> bool:
    """Tell whether a line is drawn, not written: ────, ***."""
    return RULE.match(line) is not None


def is_page_number(line: str) -> bool:
    """Tell whether a line is a page number with signs around it: - 3 -."""
    return NUMBERED.match(plain(line)) is not None and (line.endswith("页") or not line.isalnum())


def is_colophon(line: str) -> bool:
    """Tell whether a line says who made the page or how to reach the paper."""
    folded = plain(line)
    names_editors = folded.startswith(EDITOR_OPENINGS, folded[:1] in BRACKETS) and compiled(EDITORS).match(
        folded
    )
    return bool(names_editors or CONTACT.match(folded)) or is_imprint(line)


DATED: Final = compiled(rf"{DAY}(?=.*(?:{WEEKDAY}|农历|{PAGE}))")


def read_page_top(line: str) -> Folio | None:
    """Return what one of the first lines of a page says when it is its folio, though elsewhere it would be text.

    A masthead alone is one, so is a sheet with its section (A05 经济), and so is a day with its weekday or page and whatever else is printed beside it.

    >>> read_page_top("海州日报"), read_page_top("2025年3月5日 星期三 今日有雨 出门带伞 第3版")
    (Folio(masthead='海州日报', day=None, page=None, section=None), Folio(masthead=None, day='2025年3月5日', page='3', section=None))
    """
    if len(line) > LONGEST_FURNITURE or STOPS.search(line):
        return None
    folded = plain(line)
    if day := DATED.match(folded):
        page = compiled(LONE_PAGE).search(folded, day.end())
        return Folio(day=day[0], page=page_name(page[0]) if page else None)
    parts = folio_parts(line) if 4 <= len(line) <= LONGEST_LONE_PAGE else None
    match parts:
        case [("masthead", masthead)] if len(masthead) <= LONGEST_MASTHEAD:
            return Folio(masthead=masthead.strip("《》"))
        case [("sheet", sheet), ("sign", _), ("word", section)]:
            return Folio(page=page_name(sheet), section=section)
    return None


def is_special(line: str) -> bool:
    """Tell whether a line is a jump, a folio, an editors' line or the like: no part of a sentence."""
    return len(line) <= LONGEST_FURNITURE and (
        JUMP.match(plain(line)) is not None
        or read_folio(line) is not None
        or is_colophon(line)
        or ((line.endswith("页") or not line[:1].isalnum()) and is_page_number(line))
    )
