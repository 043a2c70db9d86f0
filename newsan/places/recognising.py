"""Sentences -> mentions: listed names, names told by their last word, aliases and roads, without what is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from newsan.models import PlaceRole, Sentence
from newsan.places import gazetteer
from newsan.places.aliases import aliases_in_words, is_another_capital
from newsan.places.last_words import told_names
from newsan.places.listed import listed_names
from newsan.places.mentions import DIVISIONS, Mention, clear_of, joined_features, merged, outermost
from newsan.places.namings import ROUTE
from newsan.places.silence import silent_positions, tells_people
from newsan.places.words import HAN, NOUNISH, Words

ORGANISATIONS = tuple(
    "局 厅 委 委员会 政府 公司 集团 银行 法院 检察院 协会 学会 部 院 队 社 厂 所 署 办公室 办事处 联合会 总工会 基金会"
    r" 党校 报 台 人大 政协 海关 研究会 联盟 党组 支部 派出所 管理处 常委会".split()
)
"""What the names of organisations end with."""

LONGEST_OFFICE = 6
"""An organisation's name has at most so many words after its place."""


def find_mentions(sentences: Sequence[Sentence]) -> list[Mention]:
    """Return every place name of an article, in reading order and never overlapping.

    A name told by its last word is found wherever the article repeats it, also where the words before it would hide it.
    """
    read = [sentence_mentions(sentence) for sentence in sentences]
    repeated = repeatable(mention for mentions in read for mention in mentions)
    if not repeated:
        return [mention for mentions in read for mention in mentions]
    pattern = regex.compile(
        "|".join(map(regex.escape, sorted(repeated, key=lambda name: (-len(name), name))))
    )
    found = []
    for sentence, mentions in zip(sentences, read, strict=True):
        again = repetitions(sentence, mentions, repeated, pattern)
        found.extend(merged(mentions, list(again)))
    return found


def sentence_mentions(sentence: Sentence) -> list[Mention]:
    """Return the mentions of one sentence, offsets counted in the article.

    Roads and names told by their last word outdo listed names that overlap them, and these the aliases inside words.
    """
    words = Words.of(sentence)
    silent = silent_positions(words.text)
    listed = joined_features(list(clear_of(listed_names(words), silent)))
    told = outermost(clear_of(told_names(words, listed), silent))
    routes = [words.mention(*match.span(), "road") for match in ROUTE.finditer(words.text)]
    found = merged(merged(aliases_in_words(words), listed), merged(routes, told))
    return [
        mention._replace(
            start=mention.start + sentence.start,
            end=mention.end + sentence.start,
            role=role_of(words, mention),
        )
        for mention in found
        if not tells_people(words, mention) and not is_another_capital(mention, found)
    ]


def role_of(words: Words, mention: Mention) -> PlaceRole:
    """Return ``embedded`` for a place that begins the name of an organisation (呼和浩特市财政局)."""
    if mention.role != "toponym" or mention.kind not in (*DIVISIONS, "country", "foreign"):
        return mention.role
    first = words.covering[mention.end] if mention.end < len(words.covering) else len(words.tokens)
    for token in words.tokens[first : first + LONGEST_OFFICE]:
        if token.pos not in NOUNISH or token.pos in ("s", "t") or HAN.fullmatch(token.text) is None:
            break
        if token.text.endswith(ORGANISATIONS):
            return "embedded"
    return mention.role


def repeatable(mentions: Iterable[Mention]) -> dict[str, Mention]:
    """Return the mentions no list has by their names: once told, such a name is known wherever it stands."""
    return {
        mention.surface: mention
        for mention in mentions
        if not mention.senses and mention.role == "toponym" and len(mention.surface) > 2
    }


def repetitions(
    sentence: Sentence,
    mentions: Sequence[Mention],
    repeated: dict[str, Mention],
    pattern: regex.Pattern[str],
) -> Iterator[Mention]:
    """Yield the repeated names that a sentence holds, but none that would cut one of its mentions in two."""
    inside = {position for mention in mentions for position in range(mention.start + 1, mention.end)}
    for match in pattern.finditer(gazetteer.simplified(sentence.text)):
        start, end = match.start() + sentence.start, match.end() + sentence.start
        if start not in inside and end not in inside:
            quote = sentence.text[match.start() : match.end()]
            yield repeated[match.group()]._replace(
                quote=quote, start=start, end=end, paragraph=sentence.paragraph
            )
