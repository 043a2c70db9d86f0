"""Which blocks are headlines, kickers and subheads: judged by all the evidence around a block, never by one rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsan.patterns import compiled
from newsan.reading.blocks import Block, is_left_open
from newsan.reading.cohesion import Seams, pairs, share, share_in
from newsan.reading.layout import Layout
from newsan.reading.neighbours import (
    COMMA,
    LONGEST_HEADLINE,
    next_block,
    paragraphs_ahead,
    previous_block,
    text_ahead,
)
from newsan.reading.plain import plain
from newsan.reading.roles import ends_story, signs_notice
from newsan.reading.successions import reads_on

LONGEST_BOX_NAME: Final = 10
SHORTEST_ITEM: Final = 20
NEVER_ENDS: Final = compiled(r"[，,、；;：:。．]$")
SELDOM_ENDS: Final = r"[的和与及在将把被为是从向对让使由并而或其该于]$"
"""Words a headline seldom breaks off at, though 动向, 应对 and 有为 end in them too."""
BREAK: Final = compiled(r"(?<=[\p{Han}”》」）!！?？\d])[ 　]+(?=[\p{Han}“《「（\dA-Z])")
SENTENCE_START: Final = r"(?:据|近年来|目前|今年以来|近日|日前|此外|同时|其中|但是?|然而|因此|为此|随后|当天|截至|会议|他|她|记者|同日|与此同时|按照|根据|通过)"
LEAD: Final = compiled(
    r"(?:今天|今日|今晨|昨天|昨日|昨晚|近日|日前|[\d０-９]{1,2}月[\d０-９]{1,2}日|[\d０-９]{1,2}日|当地时间|北京时间|截至|据[^，,。]{2,14}(?:报道|消息|统计|介绍|通报)"
    r"|记者[^，,。]{0,20}(?:获悉|了解到|从)|[^，,。：:“]{2,30}?(?:(?<!\d)\d{1,2}日|今天|昨天|昨日|近日|日前))"
)
"""How the first paragraph of a story begins when it has no dateline."""
TABLE_ROW: Final = compiled(r"(?:[\s　]++[+\-]?[\d０-９][\d０-９.,%％]*+){2}")
"""Figures in columns."""
TABLE_HEAD: Final = compiled(r"(?:[^\s　，。]{1,10}(?:[\s　]*[　\t|｜]|\s{2})[\s　]*+){2,}[^\s　，。]{1,10}$")
"""What stands over columns: short words set apart."""
ITEM: Final = compiled(r"[▲△■◆◇★☆►▶]")
"""The sign that opens an item of a column of briefs."""
BOX: Final = compiled(r"\p{Han}(?:[\p{Han}\s　·]{0,8}\p{Han})?")
TURN: Final = r"(?:问|答|记者|主持人|[QA])[\s　]*[:：]"
"""Somebody's turn to speak in an interview."""
NUMBERED: Final = compiled(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节条]"
)
"""How the parts of a report or a law are headed: never the headline of an article."""
BOX_NAME: Final = compiled(
    r"天气(?:预报|预告)?|[简短快]讯|今日天气|更正(?:启事)?|启事|讣告|勘误|小贴士|新闻链接|相关链接|编后|编者按|开奖公告|节目预告"
)
"""Names of the small boxes that stand on any page."""
COLUMN: Final = compiled(r"【[^】]{2,20}】\S")
"""A headline that begins with the name of its column: 【走基层】新码头启用."""
STARTS_MIDWAY: Final = compiled(
    r"[，,。、；;：:！？!?）)》”’」』％%]|的(?![确士话])|们|着(?![眼力手陆火名])"
    r"|(?:介绍|表示|认为|强调|指出|坦言|告诉记者)(?:说|道)?[，,：:]"
)
"""How no sentence begins: with a closing sign, a particle, or a verb of saying that nobody is the subject of."""
MOST_CUT: Final = 3.0
LEAST_CUT: Final = -1.0
CUT_BITS: Final = 4.0
CUT_WEIGHT: Final = 0.3
"""What each bit beyond ``CUT_BITS`` counts that a text goes on from a line rather than beginning under it."""
LINE: Final = 10
"""Characters of the shortest line of a column."""
OVER_ONE: Final = 8.0
"""What it takes off that what a line goes on with stands under another paragraph."""
HEADING_AT: Final = 1.5
TITLE_AT: Final = 2.3
BRIEF_RHYTHM: Final = 0.6
"""What it counts for each of the stories above a heading that it had one paragraph, up to ``MOST_RHYTHM``."""
MOST_RHYTHM: Final = 2
MOST_NEW: Final = 2.0
MOST_OLD: Final = 2.5
"""The most it counts for or against a headline that the text below speaks of other things than the text above, or of the same."""


def assign_headings(blocks: Sequence[Block], layout: Layout, seams: Seams, *, cited: bool = False) -> None:
    """Give the headlines and subheads among the body blocks their roles.

    Where a page cites its headlines (``cited``) they are known, and every other heading is a subhead.
    """
    so_far: set[str] = set()
    paragraphs = rhythm = 0
    for index, block in enumerate(blocks):
        if block.role == "body":
            if is_repeat(blocks, index):
                block.role = "meta"
            elif (score := heading_score(blocks, index, layout)) >= HEADING_AT + LEAST_CUT and (
                score - cut_score(blocks, index, seams) >= HEADING_AT
            ):
                score = title_score(blocks, index, layout, so_far)
                score += BRIEF_RHYTHM * min(rhythm, MOST_RHYTHM) if paragraphs == 1 else 0.0
                block.role = "title" if score >= TITLE_AT and not cited else "subhead"
        if block.role == "title":
            so_far = set(pairs(block.text))
            rhythm = rhythm + 1 if paragraphs == 1 else 0
            paragraphs = 0
        elif block.role == "body":
            paragraphs += 1
            if len(so_far) < 4000:
                so_far |= pairs(block.text[:1000])


def is_repeat(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line says a marked headline once more, as dumps of a database do at the head of the text."""
    text = "".join(blocks[index].text.split())
    if not 4 <= len(text) <= LONGEST_HEADLINE:
        return False
    for block in reversed(blocks[max(0, index - 8) : index]):
        if block.role == "title":
            return (
                (block.level > 0 or "field" in block.markers)
                and blocks[index].level == 0
                and text in "".join(block.text.split())
            )
        if block.role not in ("meta", "byline", "furniture"):
            return False
    return False


def heading_score(blocks: Sequence[Block], index: int, layout: Layout) -> float:
    """Return how much speaks for a block being a heading of some kind, and not a line of text."""
    block = blocks[index]
    text = block.text
    if len(text) > LONGEST_HEADLINE:
        return -9.0
    if block.level:
        return 9.0
    if block.bold:
        return 9.0 if not text.endswith(("。", "；", "，")) else 0.0
    if (
        NEVER_ENDS.search(text)
        or is_left_open(text)
        or is_table_row(blocks, index)
        or "。" in text
        or not any(char.isalpha() for char in text)
        or ends_story(block)
        or block.opens_story
        or compiled(TURN).match(text)
        or signs(blocks, index, layout)
        or signs_notice(blocks, index)
        or (block.in_run and not opens_run(blocks, index))
    ):
        return -9.0
    if names_box(blocks, index):
        return 9.0
    after, before = after_heading(blocks, index, layout), previous_block(blocks, index)
    score = -2.0 if is_unmarked(block, layout) else 0.0
    if captioned(blocks, index):
        score += 5.0
    elif after is None or STARTS_MIDWAY.match(after.text):
        return -9.0
    score -= 2.0 * len(COMMA.findall(text))
    score -= 2.5 if compiled(SELDOM_ENDS).search(text) else 0.0
    score += 1.0 if 5 <= len(text) <= 34 else -2.0 if len(text) > 48 or len(text) < 4 else 0.0
    score += 1.5 if BREAK.search(text) else 0.0
    score -= 1.5 if compiled(SENTENCE_START).match(text) else 0.0
    if begins_story(after):
        score += 4.0
    elif after is not None and after.role not in ("body", "credit"):
        score -= 0.5
    score += 2.0 if block.gap > layout.usual_gap else 0.0
    if before is None:
        score += 2.5
    elif before.role != "body":
        score += 1.0
    elif ends_story(before):
        score += 2.0
    else:
        score += 1.0 if before.closed else -1.2
    score += 3.0 * (share_in(pairs(text), text_ahead(blocks, index)) - 0.15)
    return score + setting_score(blocks, index, layout)


def cut_score(blocks: Sequence[Block], index: int, seams: Seams) -> float:
    """Return how much the words of the page speak for a line being cut off from the paragraph below it."""
    block, after = blocks[index], next_block(blocks, index)
    if block.level or block.bold or after is None or after.role != "body":
        return 0.0
    if seams.fits(block.text, after.text):
        return MOST_CUT
    bits = reads_on(block.text, after.text)
    beyond = blocks[index + 2] if index + 2 < len(blocks) and blocks[index + 1] is after else None
    if beyond is not None and beyond.role == "body" and len(block.text) >= LINE:
        bits = max(bits, reads_on(block.text, beyond.text) - OVER_ONE)
    if bits < 0:
        return max(LEAST_CUT, bits * CUT_WEIGHT)
    return min(MOST_CUT, max(0.0, bits - CUT_BITS) * CUT_WEIGHT)


def is_unmarked(block: Block, layout: Layout) -> bool:
    """Tell whether a line carries no mark on a page that marks its headlines: it can be a subhead at most."""
    return layout.marked and not layout.indented and not block.level and not block.bold


def after_heading(blocks: Sequence[Block], index: int, layout: Layout) -> Block | None:
    """Return what follows a headline, its second line passed over."""
    after = next_block(blocks, index)
    if (
        after is not None
        and (layout.usual_gap or after.flush)
        and after.gap == 0
        and after.role == "body"
        and len(after.text) <= LONGEST_HEADLINE
        and not after.closed
    ):
        return next_block(blocks, index + 1)
    return after


def begins_story(block: Block | None) -> bool:
    """Tell whether a block is what stands under a headline: a byline, or a paragraph with a dateline."""
    return block is not None and (block.role == "byline" or (block.role == "body" and block.opens_story))


def opens_run(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line can head the lines that are set one by one under it; a byline says that the verse begins."""
    before = previous_block(blocks, index)
    return before is None or (blocks[index].gap > 0 and before.role != "byline")


def signs(blocks: Sequence[Block], index: int, layout: Layout) -> bool:
    """Tell whether a line is the signature of a letter or a notice: set to the right, right under its last sentence."""
    block, before = blocks[index], previous_block(blocks, index)
    if before is None or before.role != "body" or block.gap or block.indent <= layout.paragraph_indent + 4:
        return False
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return (before.closed or before.in_run or before.indent == block.indent) and (
        after is None or after.gap > 0 or after.indent == block.indent or after.role != "body"
    )


def is_table_row(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line is a row of a table, or the words over its columns."""
    text = blocks[index].text
    if TABLE_ROW.search(text):
        return True
    after = next_block(blocks, index)
    return (
        after is not None and TABLE_HEAD.match(text) is not None and TABLE_ROW.search(after.text) is not None
    )


def names_box(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line is the name of a column of briefs or of a box: 简讯, 财经速递 over items with ▲."""
    text = blocks[index].text
    if (
        len(text) > LONGEST_BOX_NAME
        or not BOX.fullmatch(text)
        or (blocks[index].flush and not blocks[index].gap)
    ):
        return False
    after = next_block(blocks, index)
    if after is None or after.role != "body":
        return False
    if BOX_NAME.fullmatch("".join(plain(text).split())):
        return len(after.text) > 2 * len(text)
    if ITEM.match(after.text) is not None and len(after.text) >= SHORTEST_ITEM:
        return True
    here = index + 1
    return bool(blocks[index].gap) and len(text) >= 4 and blocks[here] is after and is_table_row(blocks, here)


def captioned(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line names the photograph whose caption and credit stand above it."""
    if index < 2 or blocks[index - 1].role != "credit":
        return False
    return share_in(pairs(blocks[index].text), blocks[index - 2].text) >= 0.3


def setting_score(blocks: Sequence[Block], index: int, layout: Layout) -> float:
    """Return what the indent of a line says on a page that indents its paragraphs."""
    block, after = blocks[index], after_heading(blocks, index, layout)
    if not layout.indented:
        return 0.0
    if block.indent == layout.paragraph_indent:
        return -1.5 if layout.wrap else 0.0
    if layout.wrap and block.indent > layout.wrap * 0.5:
        return -6.0
    if block.indent > 0:
        return 4.0 if not layout.wrap or len(block.spans) == 1 else 1.0
    if (block.gap or not index) and after is not None and after.role == "body" and not after.flush:
        return 3.0
    return -3.0


def title_score(blocks: Sequence[Block], index: int, layout: Layout, so_far: set[str]) -> float:
    """Return how much speaks for a heading beginning an article, and not standing inside one."""
    block, after, before = blocks[index], after_heading(blocks, index, layout), previous_block(blocks, index)
    score = 0.0
    if block.level:
        score += 4.0
    elif layout.marked and (block.bold or is_unmarked(block, layout)):
        score -= 6.0
    elif block.bold and layout.bold_titles:
        score += 1.5
    if captioned(blocks, index) or begins_story(after) or names_box(blocks, index):
        score += 4.0
    score += 2.0 if block.gap > layout.usual_gap else 0.0
    if layout.indented and block.indent != layout.paragraph_indent:
        score += 2.0 if block.gap else 0.0
    if before is None:
        score += 4.0
    elif before.role in ("furniture", "credit", "meta") or not so_far:
        score += 2.5
    elif before.role == "body":
        score += 2.5 if ends_story(before) else 0.0 if before.closed else 5.0
    paragraphs = paragraphs_ahead(blocks, index)
    ahead = "\n".join(paragraphs)
    score += 1.5 * (min(0.6, share_in(pairs(block.text), ahead)) - 0.3)
    leads = after is not None and after.role == "body" and LEAD.match(after.text) is not None
    score += 1.5 if leads else 0.0
    score -= 2.0 if not leads and all(part in ahead for part in block.text.split()) else 0.0
    score += 1.0 if COLUMN.match(block.text) else 0.0
    score -= 6.0 if NUMBERED.match(block.text) and not block.level else 0.0
    score += 0.5 if len(block.text) >= 14 else -1.0 if len(block.text) < 9 else 0.0
    if after is not None and is_label(after, ahead):
        score += 1.5
    if so_far and TITLE_AT - MOST_NEW - MOST_RHYTHM * BRIEF_RHYTHM <= score < TITLE_AT + MOST_OLD:
        told = frozenset().union(*map(pairs, paragraphs))
        score += min(MOST_NEW, max(-MOST_OLD, 25.0 * (0.13 - share(told, so_far))))
    return score


def is_label(block: Block, ahead: str) -> bool:
    """Tell whether a short line is the name of a column or a campaign: nothing below it speaks of it."""
    return (
        block.role in ("body", "title", "subhead")
        and 3 <= len(block.text) <= 20
        and not block.closed
        and not COMMA.search(block.text)
        and share_in(pairs(block.text), ahead) < 0.1
    )
