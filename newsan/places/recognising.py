"""Sentences -> mentions: listed names, names told by their last word, aliases and roads, without what is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsan.models import PlaceRole, Sentence
from newsan.places import gazetteer
from newsan.places.abroad import widened
from newsan.places.aliases import aliases_in_words, is_another_capital
from newsan.places.contexts import weighed
from newsan.places.last_words import told_names
from newsan.places.listed import listed_names
from newsan.places.mentions import (
    DIVISIONS,
    Mention,
    clear_of,
    joined_features,
    lies_in,
    merged,
    outermost,
    strengthened,
)
from newsan.places.namings import ROUTE
from newsan.places.silence import is_cut, silent_positions, tells_people
from newsan.places.words import HAN, NOUNISH, Words, is_name

ORGANISATIONS = tuple(
    "局 厅 委 委员会 政府 公司 集团 银行 法院 检察院 协会 学会 部 院 队 社 厂 所 署 办公室 办事处 联合会 总工会 基金会"
    r" 党校 报 台 人大 政协 海关 研究会 联盟 党组 支部 派出所 管理处 常委会".split()
)
"""What the names of organisations end with."""

OFFICIAL = NOUNISH - {"s", "t"} | {"q"}
"""Tags of the words between a place and what the name of its office ends with (内蒙古自治区|第十四|届|人大)."""

QUARTERS = frozenset({"东北", "西北", "西南", "东南"})

LONGEST_OFFICE = 6
"""An organisation's name has at most so many words after its place."""


def find_mentions(sentences: Sequence[Sentence]) -> list[Mention]:
    """Return every place name of an article, in reading order and never overlapping.

    A name told by its last word is found wherever the article repeats it, also where the words before it would hide it.
    """
    read = [Words.of(sentence) for sentence in sentences]
    told = [sentence_mentions(words) for words in read]
    repeated = repeatable(mention for mentions in told for mention in mentions)
    if not repeated:
        return [mention for mentions in told for mention in mentions]
    found = []
    for words, mentions in zip(read, told, strict=True):
        again = list(repetitions(words, mentions, repeated))
        found.extend(merged(mentions, again) if again else mentions)
    return found


def sentence_mentions(words: Words) -> list[Mention]:
    """Return the mentions of one sentence, offsets counted in the article.

    Roads and names told by their last word outdo listed names that overlap them, and these the aliases inside words.
    """
    silent = silent_positions(words.text)
    named = joined_features(list(clear_of(listed_names(words), silent)))
    named = [widened(words, mention) for mention in named]
    listed = [mention for mention in named if mention.standing != "faint"]
    told = outermost(clear_of(told_names(words, listed), silent))
    found = merged(merged(aliases_in_words(words), listed), merged(numbered_roads(words), told))
    faint = [mention for mention in named if mention.standing == "faint"]
    found = [weighed(words, mention) for mention in strengthened(words.text, merged(faint, found))]
    offset = words.sentence.start
    return [
        mention._replace(
            start=mention.start + offset,
            end=mention.end + offset,
            role=role_of(words, mention),
        )
        for mention in found
        if not (
            tells_people(words, mention)
            or is_cut(words, mention)
            or is_another_capital(mention, found)
            or is_called_after(words.text, mention, found)
            or is_direction(mention, found)
        )
    ]


def is_called_after(text: str, mention: Mention, found: Sequence[Mention]) -> bool:
    """Return whether a city is only what a building in another one is called after (伊宁市|上海城)."""
    return (
        mention.kind in ("province", "city")
        and text.startswith("城", mention.end)
        and any(
            outer.end == mention.start
            and outer.kind in DIVISIONS
            and not any(lies_in(sense, outer) for sense in mention.senses)
            for outer in found
        )
    )


def is_direction(mention: Mention, found: Sequence[Mention]) -> bool:
    """Return whether 西北 and the like tell a part of the country right before them (西班牙|西南), not a part of China."""
    return mention.surface in QUARTERS and any(
        other.end == mention.start and other.kind in ("country", "foreign") and other.surface != "中国"
        for other in found
    )


def numbered_roads(words: Words) -> list[Mention]:
    """Return the roads told by their number."""
    if "道" not in words.text and "高速" not in words.text:
        return []
    return [words.mention(*match.span(), "road") for match in ROUTE.finditer(words.text)]


def role_of(words: Words, mention: Mention) -> PlaceRole:
    """Return ``embedded`` for a place that begins the name of an organisation (呼和浩特市财政局)."""
    if mention.role != "toponym" or mention.kind not in (*DIVISIONS, "country", "foreign"):
        return mention.role
    first = words.index_at(mention.end) if mention.end < len(words.text) else len(words.tokens)
    for token in words.tokens[first : first + LONGEST_OFFICE]:
        if token.pos not in OFFICIAL or HAN.fullmatch(token.text) is None:
            break
        if token.text.endswith(ORGANISATIONS):
            return "embedded"
    return mention.role


def repeatable(mentions: Iterable[Mention]) -> dict[str, Mention]:
    """Return the mentions that are known wherever the article repeats them, by their names.

    They are those no list has, and townships without their suffix (谷饶 after 谷饶镇).
    """
    repeated: dict[str, Mention] = {}
    for mention in mentions:
        if mention.role != "toponym":
            continue
        if not mention.senses and len(mention.surface) > 2:
            repeated[mention.surface] = mention
        stem = gazetteer.township_stem(mention.surface) if mention.kind == "township" else ""
        if len(stem) > 1 and mention.senses and stem not in gazetteer.common_words():
            repeated.setdefault(stem, mention._replace(surface=stem))
    return repeated


def repetitions(words: Words, mentions: Sequence[Mention], repeated: dict[str, Mention]) -> Iterator[Mention]:
    """Yield the repeated names that a sentence holds, but none that would cut one of its mentions in two.

    A township's name without its suffix must also stand between words, and be no word of the dictionary itself.
    """
    inside = {position for mention in mentions for position in range(mention.start + 1, mention.end)}
    sentence, reach = words.sentence, 0
    for begin, name in occurrences(words.text, repeated):
        if begin < reach:
            continue
        reach = begin + len(name)
        start, end = begin + sentence.start, reach + sentence.start
        if start in inside or end in inside:
            continue
        bare = repeated[name].kind == "township" and not gazetteer.township_stem(name)
        if bare and not (words.edges.issuperset((begin, reach)) and is_name(words.at(begin))):
            continue
        quote = sentence.text[begin:reach]
        yield repeated[name]._replace(quote=quote, start=start, end=end, paragraph=sentence.paragraph)


def occurrences(text: str, names: Iterable[str]) -> list[tuple[int, str]]:
    """Return where names stand in a text, in reading order; of several at one place the longest comes first."""
    found = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            found.append((start, name))
            start = text.find(name, start + 1)
    return sorted(found, key=lambda item: (item[0], -len(item[1])))
